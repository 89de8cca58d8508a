//! `kembar user`: accounts without a running service, for the first administrator and for emergencies.

use std::io::Read;

use super::arguments::UserCommand;
use super::failure::Failure;
use super::{open, tables};
use crate::actions::accounts::{self, AccountChange, AccountFilter, NewAccount, StoredAccount};
use crate::actions::context::Author;
use crate::app::App;
use crate::auth::password::{Hasher, HashingCost};
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::domain::account::AccountState;
use crate::store::page::PageAsk;

/// How many accounts one look reads.
const LOOK: i64 = 500;

/// `kembar user …`.
///
/// # Errors
/// What the command meets.
pub fn run(url: &str, command: UserCommand) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    match command {
        UserCommand::Add { email, name, role, city, country, password_stdin } => {
            let country = country.map(|code| code.parse()).transpose().map_err(|error| Failure::Usage(format!("--country: {error}")))?;
            add(&app, NewAccount { email, name, role, city, country, language: None }, password_stdin)
        }
        UserCommand::List { json } => list(&app, json),
        UserCommand::Disable { email } => disable(&app, &email),
        UserCommand::Password { email, password_stdin } => set_password(&app, &email, password_stdin),
    }
}

/// A password, and whether it has to be told to the person at the terminal.
struct Chosen {
    password: Secret,
    is_made_here: bool,
}

impl Chosen {
    fn get(from_stdin: bool) -> Result<Self, Failure> {
        if !from_stdin {
            let password = random::password().map_err(|error| Failure::because("no randomness", error))?;
            return Ok(Self { password, is_made_here: true });
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        Ok(Self { password: Secret::from(text.trim_end_matches(['\r', '\n'])), is_made_here: false })
    }

    fn hash(&self) -> Result<String, Failure> {
        let hasher = Hasher::new(HashingCost::default()).map_err(|error| Failure::because("passwords cannot be hashed", error))?;
        hasher.hash(&self.password).map_err(|error| Failure::because("the password cannot be hashed", error))
    }

    fn tell(&self) {
        if self.is_made_here {
            println!("password {}", self.password.expose());
        }
    }
}

fn add(app: &App, new: NewAccount, password_stdin: bool) -> Result<(), Failure> {
    let chosen = Chosen::get(password_stdin)?;
    let hash = chosen.hash()?;
    let stored = app.write_here(None, |write| {
        let stored = accounts::create_with_password(write, &Author::CommandLine, new, &hash)?;
        accounts::check_password(&stored.account, &chosen.password)?;
        Ok(stored)
    })?;
    println!("{} is {}", stored.account.email.as_str(), stored.account.person.role);
    chosen.tell();
    Ok(())
}

fn set_password(app: &App, email: &str, password_stdin: bool) -> Result<(), Failure> {
    let chosen = Chosen::get(password_stdin)?;
    let hash = chosen.hash()?;
    app.write_here(None, |write| {
        let stored = accounts::find_by_email(write.db, email)?;
        accounts::check_password(&stored.account, &chosen.password)?;
        accounts::set_password(write, &Author::CommandLine, stored.account.id, &hash)
    })?;
    println!("the password is changed, and every session of {email} has ended");
    chosen.tell();
    Ok(())
}

fn disable(app: &App, email: &str) -> Result<(), Failure> {
    app.write_here(None, |write| {
        let stored = accounts::find_by_email(write.db, email)?;
        let change = AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() };
        accounts::update(write, &Author::CommandLine, stored.account.id, stored.account.version, change)
    })?;
    println!("{email} cannot sign in any more, and every session has ended");
    Ok(())
}

fn list(app: &App, json: bool) -> Result<(), Failure> {
    let mut all: Vec<StoredAccount> = Vec::new();
    let mut ask = PageAsk { limit: LOOK, after: None };
    loop {
        let page = app.read_here(|db| accounts::list(db, &AccountFilter::default(), &ask))?;
        all.extend(page.items);
        let Some(next) = page.next else { break };
        ask.after = Some(next);
    }
    if json {
        return tables::json(&all.iter().map(|stored| &stored.account).collect::<Vec<_>>());
    }
    let mut table = tables::table(&["E-mail", "Name", "Role", "State", "Last sign-in"]);
    for stored in all {
        let last = stored.last_login_at.map_or_else(|| "never".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string());
        let person = stored.account.person;
        table.add_row(vec![
            stored.account.email.as_str().to_owned(),
            person.name,
            person.role.to_string(),
            stored.account.state.to_string(),
            last,
        ]);
    }
    println!("{table}");
    Ok(())
}

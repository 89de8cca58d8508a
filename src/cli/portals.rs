//! `kembar portal`: external sites and their keys.

use super::arguments::PortalCommand;
use super::failure::Failure;
use super::{open, tables};
use crate::actions::context::Author;
use crate::actions::portals::{self, NewKey};
use crate::app::App;
use crate::domain::code::ThemeCode;
use crate::domain::portal::PortalSettings;
use crate::store::page::PageAsk;

/// `kembar portal …`.
///
/// # Errors
/// What the command meets.
pub fn run(url: &str, command: PortalCommand) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    match command {
        PortalCommand::Add { slug, name, origins } => add(&app, &slug, name, origins),
        PortalCommand::List { json } => list(&app, json),
        PortalCommand::Key { slug, label } => make_key(&app, &slug, label),
        PortalCommand::Revoke { slug, key } => revoke(&app, &slug, &key),
    }
}

fn add(app: &App, slug: &str, name: String, origins: Vec<String>) -> Result<(), Failure> {
    let (languages, countries, themes) = (Vec::new(), Vec::new(), Vec::new());
    let settings = PortalSettings { name, origins, languages, countries, themes, requests_per_minute: 100, is_active: true };
    let is_theme = |theme: &ThemeCode| app.model().taxonomy().has(theme);
    let portal = app.write_here(None, |write| portals::create(write, &Author::CommandLine, slug, settings, &is_theme))?;
    println!("{} is registered; make its first key with `kembar portal key {}`", portal.slug, portal.slug);
    Ok(())
}

fn list(app: &App, json: bool) -> Result<(), Failure> {
    let page = app.read_here(|db| portals::list(db, &PageAsk { limit: 1_000, after: None }))?;
    if json {
        return tables::json(&page.items.iter().map(|portal| (portal.slug.as_str(), &portal.settings)).collect::<Vec<_>>());
    }
    let mut table = tables::table(&["Slug", "Name", "Origins", "Active"]);
    for portal in page.items {
        let active = if portal.settings.is_active { "yes" } else { "no" };
        table.add_row(vec![portal.slug.to_string(), portal.settings.name, portal.settings.origins.join("\n"), active.to_owned()]);
    }
    println!("{table}");
    Ok(())
}

fn make_key(app: &App, slug: &str, label: Option<String>) -> Result<(), Failure> {
    let issued = app.write_here(None, |write| {
        let portal = portals::find_by_slug(write.db, slug)?;
        portals::create_key(write, &Author::CommandLine, portal.id, NewKey { label, expires_at: None })
    })?;
    println!("{}", issued.text.expose());
    eprintln!("this key is shown once; its id is {}", issued.key.id);
    Ok(())
}

fn revoke(app: &App, slug: &str, key: &str) -> Result<(), Failure> {
    let key = key.parse().map_err(|error| Failure::Usage(format!("the key's id: {error}")))?;
    app.write_here(None, |write| {
        let portal = portals::find_by_slug(write.db, slug)?;
        portals::revoke_key(write, &Author::CommandLine, portal.id, key)
    })?;
    println!("the key has ended");
    Ok(())
}

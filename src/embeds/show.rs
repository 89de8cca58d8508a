//! The three addresses of frames.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use uuid::Uuid;

use super::answer::framed;
use super::asked::{Asked, Filter, What};
use super::found::{Content, look};
use super::page::{EmbedPage, Line, render};
use crate::actions::partnerships::PartnershipView;
use crate::actions::recommendations::Showcase;
use crate::api::edge::{PreferredLanguage, Problem};
use crate::app::App;
use crate::console::frame::Discovery;
use crate::console::marks::{Country, Theme};
use crate::console::pages::{CityLink, PartnershipLine};
use crate::console::word::EmbedWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::city::City;
use crate::domain::id::PartnershipId;

/// `GET /embed/v1/{portal}/recommendations`
pub(super) async fn list(app: Data<App>, request: HttpRequest, path: Path<String>) -> Result<HttpResponse, Problem> {
    show(&app, &request, path.into_inner(), Some(What::List)).await
}

/// `GET /embed/v1/{portal}/recommendations/{id}`
pub(super) async fn one(app: Data<App>, request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (portal, id) = path.into_inner();
    let what = Uuid::try_parse(&id).ok().map(|id| What::One(PartnershipId(id)));
    show(&app, &request, portal, what).await
}

/// `GET /embed/v1/{portal}/cities/{slug}`
pub(super) async fn city(app: Data<App>, request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (portal, slug) = path.into_inner();
    show(&app, &request, portal, slug.parse().ok().map(What::City)).await
}

/// The frame of a portal; it says that there is nothing where the address asks for what nothing here can be.
async fn show(app: &App, request: &HttpRequest, portal: String, what: Option<What>) -> Result<HttpResponse, Problem> {
    let filter = Filter::read(request.query_string(), app.model().taxonomy());
    let is_readable = filter.is_ok() && what.is_some();
    let filter = filter.unwrap_or_default();
    let (lang, now) = (filter.lang, app.clock().now());
    let asked = Asked { portal: portal.clone(), what: what.unwrap_or(What::List), filter };
    let wanted = asked.clone();
    let found = app.read(move |db| look(db, &wanted, now)).await.map_err(Problem::from);
    let (showcase, content) = match found {
        Ok((showcase, content)) => (Some(showcase), if is_readable { content } else { Content::Missing }),
        Err(problem) if actix_web::ResponseError::status_code(&problem) == StatusCode::NOT_FOUND => (None, Content::Missing),
        Err(problem) => return Err(problem),
    };
    let lang = language(request, lang, showcase.as_ref());
    let status = match &content {
        Content::List(..) | Content::One(_) => StatusCode::OK,
        Content::Withdrawn(_) => StatusCode::GONE,
        Content::Missing if is_readable => StatusCode::NOT_FOUND,
        Content::Missing => StatusCode::BAD_REQUEST,
    };
    let html = render(&page(app, &asked, lang, &content)).map_err(|error| Problem::internal(&error))?;
    Ok(framed(request, (status, lang), showcase.as_ref(), html))
}

/// The language that is asked for, among those that the portal shows things in.
fn language(request: &HttpRequest, asked: Option<Language>, showcase: Option<&Showcase>) -> Language {
    let is_shown = |language: &Language| {
        let own = showcase.map(|showcase| showcase.languages.as_slice()).unwrap_or_default();
        own.is_empty() || own.iter().any(|code| code.as_str() == language.as_str())
    };
    let spoken: Vec<Language> = Language::ALL.iter().copied().filter(is_shown).collect();
    let accepted = PreferredLanguage::of(request.head()).header;
    let chosen = Language::choose(asked, accepted.as_deref(), &spoken);
    if spoken.contains(&chosen) { chosen } else { spoken.first().copied().unwrap_or(Language::DEFAULT) }
}

/// What the frame says.
pub(super) fn page(app: &App, asked: &Asked, lang: Language, content: &Content) -> EmbedPage {
    let line = |view: &PartnershipView| line(app, view, lang);
    let lines: Vec<Line> = match content {
        Content::List(_, views) => views.iter().filter_map(line).collect(),
        Content::One(view) => line(view).into_iter().collect(),
        Content::Withdrawn(_) | Content::Missing => vec![],
    };
    let note = match content {
        Content::List(..) if lines.is_empty() => Some(lang.say(Word::HomePartnershipsNone)),
        Content::List(..) | Content::One(_) => None,
        Content::Withdrawn(at) => Some(lang.fill(EmbedWord::WithdrawnOn, &[("date", Part::Text(&lang.date(at.date_naive())))])),
        Content::Missing => Some(lang.say(EmbedWord::MissingWhy)),
    };
    let (heading, base) = (heading(lang, content, &lines), app.public_url());
    let is_there = matches!(content, Content::List(..) | Content::One(_));
    EmbedPage {
        lang,
        look: asked.filter.look,
        base: base.to_owned(),
        note,
        is_card: matches!(content, Content::One(_)),
        as_of: app.clock().now().date_naive(),
        discovery: is_there.then(|| Discovery::of(base, &asked.path(), heading.clone())),
        heading,
        lines,
    }
}

/// What stands above the frame, and is its title everywhere.
fn heading(lang: Language, content: &Content, lines: &[Line]) -> String {
    match (content, lines.first()) {
        (Content::List(Some(city), _), _) => lang.fill(EmbedWord::Of, &[("city", Part::Text(&city.record.name))]),
        (Content::One(_), Some(line)) => format!("{} {}", line.pairing.sentence(&lang), line.pairing.about(&lang)).trim_end().to_owned(),
        (Content::Withdrawn(_), _) => lang.say(EmbedWord::Withdrawn),
        (Content::Missing, _) => lang.say(EmbedWord::Missing),
        (Content::List(None, _) | Content::One(_), _) => lang.say(Word::HomePartnerships),
    }
}

/// One pairing; none where its second partner is no member, which no published one is.
fn line(app: &App, view: &PartnershipView, lang: Language) -> Option<Line> {
    let (found, partner) = (&view.partnership, view.partner.as_ref()?);
    let link = |city: &City| CityLink { slug: city.slug.to_string(), name: city.record.name.clone() };
    let country = |city: &City| {
        let code = city.record.country.to_string();
        Country { name: code.clone(), code }.shown(&lang)
    };
    let pairing = PartnershipLine {
        id: found.id.0.to_string(),
        first: link(&view.city),
        second: link(partner),
        dots: None,
        kind: found.kind.parse().ok()?,
        theme: found.theme.as_ref().and_then(|code| Theme::named(app.model().taxonomy(), code, lang)),
        since: found.published_at?.date_naive(),
        why: found.summary.clone().filter(|why| !why.is_empty()),
    };
    Some(Line { pairing, countries: [country(&view.city), country(partner)] })
}

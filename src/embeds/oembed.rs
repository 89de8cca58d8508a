//! oEmbed (oembed.com): a site that is given an address of ours learns how to show what is there.
//!
//! It fetches nothing, knows our own public addresses alone, and repeats nothing of what it was asked.

use std::borrow::Cow;

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;
use serde_json::json;
use url::form_urlencoded;

use super::answer::open;
use super::asked::{Asked, What};
use super::found::{Content, look};
use super::show::page;
use crate::api::edge::{Caching, EntityTag, Problem, ProblemCode, answer_as};
use crate::app::App;
use crate::i18n::Language;

/// What we are called, constant: one consumer knows providers by it.
const PROVIDER: &str = "Kembar";
/// Pixels across where nobody wants fewer.
const WIDTH: u32 = 600;
/// For how many seconds an answer is good; a pairing may be taken back.
const CACHE_AGE: u32 = 300;

/// The two forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Xml,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Question {
    url: String,
    max_width: Option<u32>,
    max_height: Option<u32>,
    form: Form,
}

impl Question {
    /// Reads a query. Names that are not known are passed over; consumers send some (`dnt`).
    fn read(query: &str) -> Result<Question, Problem> {
        let pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = form_urlencoded::parse(query.as_bytes()).collect();
        let said = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_ref());
        let bad = |words: &str| Problem::new(ProblemCode::InvalidQuery, words);
        let size = |name: &str| {
            let read = said(name).map(|text| text.parse::<u32>().ok().filter(|size| *size > 0)).map_or(Some(None), |size| size.map(Some));
            read.ok_or_else(|| bad("maxwidth and maxheight are whole numbers of pixels, 1 or more."))
        };
        let form = match said("format") {
            None | Some("json") => Form::Json,
            Some("xml") => Form::Xml,
            Some(_) => return Err(Problem::new(ProblemCode::NotImplemented, "The formats are json and xml.")),
        };
        let url = said("url").filter(|url| !url.is_empty()).ok_or_else(|| bad("url is needed: the address that is to be shown."))?;
        Ok(Question { url: url.to_owned(), max_width: size("maxwidth")?, max_height: size("maxheight")?, form })
    }
}

/// An answer of the type `rich`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Rich {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    provider_name: &'static str,
    provider_url: String,
    title: String,
    cache_age: u32,
    width: u32,
    height: u32,
    html: String,
}

/// What a site puts into its page: a link for those who see no frames, and the frame.
#[derive(Template)]
#[template(
    source = "<blockquote><a href=\"{{ href }}\">{{ title }}</a></blockquote><iframe src=\"{{ href }}\" width=\"{{ width }}\" height=\"{{ height }}\" title=\"{{ title }}\"></iframe>",
    ext = "html"
)]
struct Snippet<'a> {
    href: &'a str,
    title: &'a str,
    width: u32,
    height: u32,
}

/// `GET /oembed`
pub(super) async fn answer(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let question = Question::read(request.query_string())?;
    let asked = Asked::of_address(&question.url, app.public_url(), app.model().taxonomy()).ok_or_else(Problem::not_found)?;
    let (wanted, now) = (asked.clone(), app.clock().now());
    let (_, content) = app.read(move |db| look(db, &wanted, now)).await?;
    if matches!(content, Content::Withdrawn(_) | Content::Missing) {
        return Err(Problem::not_found());
    }
    let title = page(&app, &asked, asked.filter.lang.unwrap_or(Language::DEFAULT), &content).heading;
    let rich = rich(&app, &question, &asked, title)?;
    let (media_type, body) = match question.form {
        Form::Json => ("application/json", serde_json::to_vec(&rich).map_err(|error| Problem::internal(&error))?),
        Form::Xml => ("text/xml; charset=utf-8", xml(&rich).map_err(|error| Problem::internal(&error))?),
    };
    Ok(open(answer_as(media_type, &request, (&EntityTag::of_content(&body), Caching::Revocable), body)))
}

fn rich(app: &App, question: &Question, asked: &Asked, title: String) -> Result<Rich, Problem> {
    let usual = match asked.what {
        What::One(_) => 300,
        What::City(_) => 420,
        What::List => 600,
    };
    let (width, height) = (question.max_width.unwrap_or(WIDTH).min(WIDTH), question.max_height.unwrap_or(usual).min(usual));
    let href = format!("{}{}", app.public_url(), asked.path());
    let html = Snippet { href: &href, title: &title, width, height }.render().map_err(|error| Problem::internal(&error))?;
    let provider_url = app.public_url().to_owned();
    Ok(Rich { version: "1.0", kind: "rich", provider_name: PROVIDER, provider_url, title, cache_age: CACHE_AGE, width, height, html })
}

fn xml(rich: &Rich) -> std::io::Result<Vec<u8>> {
    let (age, width, height) = (rich.cache_age.to_string(), rich.width.to_string(), rich.height.to_string());
    let fields = [
        ("version", rich.version),
        ("type", rich.kind),
        ("provider_name", rich.provider_name),
        ("provider_url", &rich.provider_url),
        ("title", &rich.title),
        ("cache_age", &age),
        ("width", &width),
        ("height", &height),
        ("html", &rich.html),
    ];
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), Some("yes"))))?;
    writer.create_element("oembed").write_inner_content(|inner| {
        for (name, text) in fields {
            inner.create_element(name).write_text_content(BytesText::new(text))?;
        }
        Ok(())
    })?;
    Ok(writer.into_inner())
}

/// `GET /providers.json`: this provider as the list of all providers has it, for sites that keep a list of their own.
pub(super) async fn providers(app: Data<App>) -> HttpResponse {
    let base = app.public_url();
    let schemes = [
        "/cities/*",
        "/partnerships",
        "/partnerships/*",
        "/embed/v1/*/recommendations",
        "/embed/v1/*/recommendations/*",
        "/embed/v1/*/cities/*",
    ];
    let list = json!([{
        "provider_name": PROVIDER,
        "provider_url": base,
        "endpoints": [{
            "schemes": schemes.map(|scheme| format!("{base}{scheme}")),
            "url": format!("{base}/oembed"),
            "formats": ["json", "xml"],
            "discovery": true,
        }],
    }]);
    open(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "public, max-age=3600")).json(list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_or_refused_without_a_word_of_it() {
        let known = Question::read("dnt=1&url=https%3A%2F%2Fa.example&maxwidth=320&format=xml").expect("a question");
        assert_eq!((known.max_width, known.max_height, known.form), (Some(320), None, Form::Xml));
        for (query, status) in [
            ("", 400),
            ("url=", 400),
            ("url=x&maxwidth=0", 400),
            ("url=x&maxheight=-1", 400),
            ("url=x&maxwidth=1e3", 400),
            ("url=x&format=<b>", 501),
        ] {
            let refused = Question::read(query).expect_err(query);
            assert_eq!(refused.code().status(), status, "{query}");
            assert!(!refused.detail().contains("<b>"));
        }
    }
}

//! A form with a file that was sent from one of our pages.
//!
//! The same promises as a [`Posted`](super::posted::Posted) form, in an order that spares the service a stranger's file: from where the
//! request comes, whose session it is and what they may do is known from its head; the token comes as the first field; and only then is the
//! file taken in. A file cannot be kept for after a sign-in: whoever's session has ended is led there and chooses it again.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::ResponseError;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;

use super::posted::{TOKEN, is_from_here};
use super::signed::Signed;
use super::turned_away;
use super::visit::Visit;
use crate::actions::page_sessions;
use crate::api::edge::{BodyLimits, Problem, Upload};
use crate::domain::access::Operation;

/// How large a field may be that is no file, and how many there may be.
const MAX_FIELD: usize = 1 << 10;
const MAX_FIELDS: usize = 8;

/// How long a file may take to arrive, and how much the lines around it may add to it.
const ARRIVES_WITHIN: Duration = Duration::from_secs(180);
const AROUND: usize = 16 << 10;

/// A file with its form.
pub(super) struct Uploaded {
    pub(super) signed: Signed,
    /// The fields that were typed or chosen.
    pub(super) fields: Vec<(String, String)>,
    /// The name and the bytes of the file; none where none was chosen.
    pub(super) file: Option<(String, Vec<u8>)>,
}

/// What stands against an upload: an answer that is final, or a file that is too large, of which the form can tell.
pub(super) enum NotTaken {
    Answered(HttpResponse),
    TooLarge(Box<Signed>),
}

impl Uploaded {
    /// Takes in a form with one file of at most `most` bytes from somebody who may `operation`.
    ///
    /// # Errors
    /// The answer to whoever is not let in, and to what cannot be read.
    pub(super) async fn receive(
        request: &HttpRequest,
        payload: Payload,
        (operation, most): (Operation, usize),
    ) -> Result<Uploaded, NotTaken> {
        let answered = |problem: Problem| NotTaken::Answered(problem.error_response());
        let visit = Visit::of(request).map_err(answered)?;
        if !is_from_here(request) {
            return Err(NotTaken::Answered(turned_away::forged(&visit).into_response()));
        }
        let signed = match Signed::of(visit, request).await.map_err(answered)? {
            Ok(signed) => signed,
            Err(visit) => return Err(NotTaken::Answered(turned_away::to_sign_in(&visit).into_response())),
        };
        if let Err(error) = signed.read(operation, None, |_, _| Ok(())).await {
            return Err(NotTaken::Answered(signed.failed(error)));
        }
        match take(request, payload, &signed, most).await {
            Ok(Some((fields, file))) => Ok(Uploaded { signed, fields, file }),
            Ok(None) => Err(NotTaken::Answered(turned_away::forged(&signed.visit).into_response())),
            Err(problem) if problem.status_code() == StatusCode::PAYLOAD_TOO_LARGE => Err(NotTaken::TooLarge(Box::new(signed))),
            Err(problem) => Err(NotTaken::Answered(signed.visit.failed(&problem))),
        }
    }

    /// The value of a field; the empty text for none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

type Taken = (Vec<(String, String)>, Option<(String, Vec<u8>)>);

/// The fields and the file; none where the first field is not the token of the session.
async fn take(request: &HttpRequest, payload: Payload, signed: &Signed, most: usize) -> Result<Option<Taken>, Problem> {
    let limits = BodyLimits { max_bytes: most + AROUND, deadline: ARRIVES_WITHIN, ..BodyLimits::default() };
    let mut upload = Upload::of(request, payload, limits)?;
    let first = upload.next(MAX_FIELD).await?;
    let is_ours = |part: &crate::api::edge::Part| {
        part.name == TOKEN && part.file.is_none() && page_sessions::is_form_token(&signed.key, &String::from_utf8_lossy(&part.bytes))
    };
    if !first.as_ref().is_some_and(is_ours) {
        return Ok(None);
    }
    let (mut fields, mut file) = (Vec::new(), None);
    for _ in 0..MAX_FIELDS {
        // What the next part is is not known before it is there: after the token it may be the file.
        let Some(part) = upload.next(most).await? else { break };
        match part.file {
            Some(name) if !name.is_empty() || !part.bytes.is_empty() => file = Some((name, part.bytes)),
            Some(_) => {}
            None => fields.push((part.name, String::from_utf8_lossy(&part.bytes).into_owned())),
        }
    }
    Ok(Some((fields, file)))
}

//! What becomes of a body that nobody read to its end: the connection is closed a second after the answer.
//!
//! Left to itself the server goes on reading a chunked body for as long as the sender drips it, long after the answer and without any deadline, but only once
//! the request has let go of that body. So this layer holds on to the body until the answer is out, and the server then closes.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpResponse};
use futures_util::Stream;

type Shared = Rc<RefCell<Payload>>;

/// The outermost layer: see the module.
pub(super) async fn hold_unread_body<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let held: Shared = Rc::new(RefCell::new(payload));
    request.set_payload(Payload::Stream { payload: Box::pin(Lent(Rc::clone(&held))) });
    match next.call(request).await {
        Ok(response) => Ok(response.map_body(|_, body| BoxBody::new(Holding { body: body.boxed(), _held: held }))),
        Err(mut error) => {
            error.add_response_mapper(move |response| holding(response, &held));
            Err(error)
        }
    }
}

fn holding(response: HttpResponse, held: &Shared) -> HttpResponse {
    response.map_body(|_, body| BoxBody::new(Holding { body, _held: Rc::clone(held) }))
}

/// What the handlers read: the body, on loan.
struct Lent(Shared);

impl Stream for Lent {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut *self.0.borrow_mut()).poll_next(context)
    }
}

struct Holding {
    body: BoxBody,
    _held: Shared,
}

impl MessageBody for Holding {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}

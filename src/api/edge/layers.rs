//! Puts the layers of the edge around an app, in the one order that works.
//!
//! From the outside in: unread bodies, envelope, panics, traffic, deadline; then whatever the app has of its own (authorization, limits on rates, compression), then the routes.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, Error};

use super::settings::Edge;
use super::{deadline, envelope, framework, panics, traffic, unread};

/// Puts the edge around `app`. Call it last, so that it is outermost: what is wrapped later would be outside of it.
pub fn around<T, B>(
    app: App<T>,
    edge: &Arc<Edge>,
) -> App<impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<BoxBody>, Error = Error, InitError = ()> + use<T, B>>
where
    T: ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<B>, Error = Error, InitError = ()> + 'static,
    B: MessageBody + 'static,
{
    let (for_deadline, for_traffic) = (Arc::clone(edge), Arc::clone(edge));
    app.app_data(Data::from(Arc::clone(edge)))
        .configure(framework::configure)
        .default_service(web::to(framework::nothing_here))
        .wrap(from_fn(move |request, next| deadline::hold_deadline(Arc::clone(&for_deadline), request, next)))
        .wrap(from_fn(move |request, next| traffic::direct(Arc::clone(&for_traffic), request, next)))
        .wrap(from_fn(panics::catch_panics))
        .wrap(from_fn(envelope::envelope))
        .wrap(from_fn(unread::hold_unread_body))
}

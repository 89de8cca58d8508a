//! The pages of administrators: accounts and the audit log; and the models, which the secretariat reads too.

use actix_web::web::ServiceConfig;

use super::{deed, form, page};

mod audit;
mod models;
mod users;

pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/admin/users").get(users::list))
        .service(form("/admin/users/new").get(users::new).post(users::invite))
        .service(form("/admin/users/{id}").get(users::show).post(users::change))
        .service(deed("/admin/users/{id}/invitation").post(users::invite_again))
        .service(page("/admin/audit").get(audit::show))
        .service(page("/desk/models").get(models::list))
        .service(form("/desk/models/{name}").get(models::show).post(models::activate));
}

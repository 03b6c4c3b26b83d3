//! Routes, wire types, extractors, problems and the OpenAPI document of Vliegwiel. No rule and no query.
//!
//! [`site`] is the whole HTTP side of one node, and [`openapi`] its contract. A capability is one file with handlers of a few lines, listed in
//! [`routes`].

pub mod accounts;
pub mod affiliations;
pub mod answers;
pub mod areas;
pub mod border;
mod document;
pub mod evaluations;
pub mod founding_plans;
mod health;
mod house;
pub mod input;
pub mod meetings;
pub mod memberships;
pub mod networks;
pub mod organizations;
pub mod persons;
pub mod positions;
pub mod problems;
pub mod registrations;
pub mod routes;
pub mod sessions;
pub mod units;
pub mod working_groups;

use std::sync::Arc;

use actix_cors::Cors;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Condition, from_fn};
use actix_web::web::{self, Data, ServiceConfig};

pub use border::RateLimits;
pub use document::{ChangeErrors, CreateErrors, ReadErrors, openapi};
pub use house::{House, HouseError, Options};
pub use input::own_site::REFRESH_COOKIE;

/// Everything that one node serves: the API with its document, problem pages and health, then what `pages` adds, such as the web app.
///
/// Call it once for each worker, with the same house.
pub fn site<P: FnOnce(&mut ServiceConfig)>(
    house: &Arc<House>,
    pages: P,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<P>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<P>,
> {
    actix_web::App::new()
        .app_data(Data::from(Arc::clone(house.app())))
        .app_data(Data::from(Arc::clone(house)))
        .configure(services)
        .configure(pages)
        .wrap(Condition::new(!house.options().allowed_origins.is_empty(), cross_origin(&house.options().allowed_origins)))
        .wrap(from_fn(border::carry))
        .wrap(Compress::default())
}

fn services(config: &mut ServiceConfig) {
    config.service(document::page()).service(document::page_address);
    routes::api(&mut utoipa_actix_web::service_config::ServiceConfig::new(config));
    let nothing = || web::to(border::unmatched);
    config
        .service(web::scope("/api").default_service(nothing()))
        .service(web::scope("/problems").service(problems::page::explain).default_service(nothing()))
        .service(web::scope("/health").service(health::live).service(health::ready).default_service(nothing()));
}

/// Exactly the origins that the operator lists; none by default, and never with cookies (security.md S29).
fn cross_origin(allowed: &[String]) -> Cors {
    let listed = allowed.iter().fold(Cors::default(), |cors, origin| cors.allowed_origin(origin));
    listed
        .allowed_methods(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
        .allowed_headers(["accept", "accept-language", "authorization", "content-type", "idempotency-key", "if-match", "x-request-id"])
        .expose_headers(["api-version", "etag", "link", "location", "ratelimit", "ratelimit-policy", "retry-after", "x-request-id"])
        .max_age(600)
}

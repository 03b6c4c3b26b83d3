//! Where every operation lives.

use actix_web::middleware::from_fn;
use actix_web::web;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::border::{authenticate, negotiate, unmatched};
use crate::{
    accounts, affiliations, areas, document, evaluations, founding_plans, meetings, memberships, networks, organizations, persons,
    positions, registrations, sessions, units, working_groups,
};

/// Base path of the API.
pub const BASE: &str = "/api/v1";
/// Base path of what belongs to one organisation, inside [`BASE`].
pub const ORGANIZATION: &str = "/organizations/{organization}";

/// All operations, for the server and for the document alike.
pub fn api(config: &mut ServiceConfig<'_>) {
    let of_an_organization = scope(ORGANIZATION).configure(of_an_organization).default_service(web::to(unmatched));
    let all = scope(BASE)
        .configure(of_the_installation)
        .service(of_an_organization)
        .default_service(web::to(unmatched))
        .wrap(from_fn(authenticate))
        .wrap(from_fn(negotiate));
    config.service(all);
}

/// Capabilities outside any organisation. Paths begin below [`BASE`].
fn of_the_installation(config: &mut ServiceConfig<'_>) {
    config
        .route("/openapi.json", web::get().to(document::serve))
        .configure(organizations::installation_routes)
        .configure(areas::installation_routes)
        .configure(accounts::installation_routes)
        .configure(sessions::installation_routes);
}

/// Capabilities inside one organisation. Paths begin below [`ORGANIZATION`].
fn of_an_organization(config: &mut ServiceConfig<'_>) {
    config
        .configure(organizations::routes)
        .configure(units::routes)
        .configure(accounts::routes)
        .configure(persons::routes)
        .configure(affiliations::routes)
        .configure(networks::routes)
        .configure(memberships::routes)
        .configure(positions::routes)
        .configure(working_groups::routes)
        .configure(founding_plans::routes)
        .configure(evaluations::routes)
        .configure(meetings::routes)
        .configure(registrations::routes);
}

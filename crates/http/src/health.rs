//! Whether this node lives and can answer. Outside the document: for proxies and orchestrators, not for partners.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use vliegwiel_application::{App, Error, health};

use crate::House;
use crate::problems::Problem;

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

/// The process answers. Says nothing about the database.
#[get("/live")]
pub async fn live() -> HttpResponse {
    answer("live")
}

/// The node can do its work: the database answers, and the node is not going down.
#[get("/ready")]
pub async fn ready(app: Data<App>, house: Data<House>) -> Result<HttpResponse, Problem> {
    if house.is_draining() {
        return Err(Error::Unavailable.into());
    }
    health::ready(&app).await?;
    Ok(answer("ready"))
}

fn answer(status: &'static str) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(Health { status })
}

//! Positions: seats with a name, vacant or held.

pub mod codes;
pub mod wire;

use actix_web::web::Data;
use actix_web::{delete, get, patch, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::positions::{self, Seen};

use crate::answers::{Created, NoContent, Paged, Sent, Versioned};
use crate::input::{Caller, IfMatch, Listing, Once, PageParameters, Path, Session, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
pub use codes::{AppointmentCapacity, PositionKind};
use wire::{
    AppointmentEnd, AppointmentPath, NewAppointment, NewPosition, Position, PositionChange, PositionFilter, PositionPage, PositionPath,
};

/// Operations of positions.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_positions)
        .service(open_position)
        .service(get_position)
        .service(change_position)
        .service(close_position)
        .service(appoint_person)
        .service(end_appointment);
}

/// List positions
///
/// Open positions of networks and of the bodies of the organisation, in their own order. Names of holders are there with their consent to a
/// public role, or where you may know them without. In a network of special sensitivity the consent opens nothing: only its core group
/// knows who holds its seats, and the holder.
#[utoipa::path(
    operation_id = "listPositions",
    tag = "positions",
    params(OrganizationPath, PositionFilter, PageParameters),
    security((), ("bearer" = [])),
    responses((status = 200, description = "A page of positions.", body = PositionPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/positions")]
pub async fn list_positions(
    app: Data<App>,
    Caller(actor): Caller,
    listing: Listing<PositionFilter>,
) -> Result<Paged<PositionPage>, Problem> {
    let Listing { filter, page } = listing;
    let found = positions::list(&app, &actor, &filter.of(&page, app.today())).await?;
    let slice = page.slice(&app, found, |seen| format!("{} {}", seen.seat.position.sequence, seen.seat.position.id));
    Ok(slice.page(|found, next| PositionPage { items: found.into_iter().map(Position::from).collect(), next }))
}

/// Open a position
///
/// Core group or office open positions of a network, administrators those of the office, the board and the administration. It is vacant: its
/// vacancy text is public.
#[utoipa::path(
    operation_id = "openPosition",
    tag = "positions",
    extensions(("x-problems" = json!({ "409": ["networks/ended", "positions/area-missing", "positions/wrong-place"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewPosition,
    security(("bearer" = [])),
    responses((status = 201, description = "The position.", body = Position, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/positions")]
pub async fn open_position(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    Valid(body): Valid<NewPosition>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| created(&path.organization, seen).answer();
    let new = body.of(actor.organization);
    once.create(&app, &render, async |receipt| positions::open(&app, &actor, new, receipt).await).await
}

/// Get a position
///
/// What it is for, who holds it, and what you may do with it.
#[utoipa::path(
    operation_id = "getPosition",
    tag = "positions",
    params(PositionPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The position.", body = Position, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/positions/{position}")]
pub async fn get_position(app: Data<App>, Caller(actor): Caller, Path(path): Path<PositionPath>) -> Result<Versioned<Position>, Problem> {
    Ok(seen(positions::get(&app, &actor, path.position.into()).await?))
}

/// Change a position
///
/// Its title, its vacancy text, the length of a term, its place in lists. A new term holds for later appointments.
#[utoipa::path(
    operation_id = "changePosition",
    tag = "positions",
    extensions(("x-problems" = json!({ "409": ["positions/closed"] }))),
    params(PositionPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body(content = PositionChange, content_type = "application/merge-patch+json"),
    security(("bearer" = [])),
    responses((status = 200, description = "The position after the change.", body = Position, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[patch("/positions/{position}")]
pub async fn change_position(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PositionPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<PositionChange>,
) -> Result<Versioned<Position>, Problem> {
    let changed = positions::change(&app, &actor, path.position.into(), version, |before| body.applied_to(before)).await?;
    Ok(seen(changed))
}

/// Close a position
///
/// Abolish a seat that nobody holds.
#[utoipa::path(
    operation_id = "closePosition",
    tag = "positions",
    extensions(("x-problems" = json!({ "409": ["positions/closed", "positions/held"] }))),
    params(PositionPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 204, description = "The position is closed."), ChangeErrors),
)]
#[delete("/positions/{position}")]
pub async fn close_position(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PositionPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    positions::close(&app, &actor, path.position.into(), version).await?;
    Ok(NoContent)
}

/// Appoint someone
///
/// As the regular holder, or as one who stands in while the seat is vacant: a regular holder relieves who stood in. Seats of a core group are for
/// members of the network. The person gets the access of the seat from the first day on, until the last, and is mailed. In a network of special
/// sensitivity only the core group appoints to the core group.
#[utoipa::path(
    operation_id = "appointPerson",
    tag = "positions",
    extensions(("x-problems" = json!({ "409": ["networks/ended", "positions/already-appointed", "positions/closed", "positions/held", "positions/invalid-period", "positions/not-a-member"] }))),
    params(PositionPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewAppointment,
    security(("bearer" = [])),
    responses((status = 201, description = "The position with its new holder.", body = Position, headers(("Location" = String, description = "Where the position is."), ("ETag" = String, description = "Version of the position, for `If-Match`."))), CreateErrors),
)]
#[post("/positions/{position}/appointments")]
pub async fn appoint_person(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PositionPath>,
    Valid(body): Valid<NewAppointment>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| created(&path.organization, seen).answer();
    let (position, wish) = (path.position.into(), body.wish(app.today()));
    once.create(&app, &render, async |receipt| positions::appoint(&app, &actor, position, wish, receipt).await).await
}

/// End an appointment
///
/// Now, with a reason that the person is mailed. The access of the seat ends with it. The last administrator cannot go.
#[utoipa::path(
    operation_id = "endAppointment",
    tag = "positions",
    extensions(("x-problems" = json!({ "409": ["positions/already-ended", "positions/last-administrator"] }))),
    params(AppointmentPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = AppointmentEnd,
    security(("bearer" = [])),
    responses((status = 200, description = "The position without that holder.", body = Position, headers(("ETag" = String, description = "Version of the position, for `If-Match`."))), CreateErrors),
)]
#[post("/positions/{position}/appointments/{appointment}/endings")]
pub async fn end_appointment(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<AppointmentPath>,
    Valid(body): Valid<AppointmentEnd>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |after: &Seen| seen(after.clone()).answer();
    let at = (path.position.into(), path.appointment.into());
    once.create(&app, &render, async |receipt| positions::end(&app, &actor, at, &body.reason, receipt).await).await
}

fn created(organization: &str, seen: &Seen) -> Created<Position> {
    let position = &seen.seat.position;
    let location = format!("/api/v1/organizations/{organization}/positions/{}", position.id);
    Created { location, version: position.version, body: Position::from(seen.clone()) }
}

fn seen(seen: Seen) -> Versioned<Position> {
    Versioned { version: seen.seat.position.version, body: Position::from(seen) }
}

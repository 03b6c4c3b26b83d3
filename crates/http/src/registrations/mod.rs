//! Registrations: for oneself, for guests, and at the door.

mod door;
mod guests;
pub mod input;
pub mod wire;

use actix_web::web::{Data, Json};
use actix_web::{delete, get, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::receipts::Answer;
use vliegwiel_application::registrations::{self, Accepted, AttendeeFilter, Outcome};
use vliegwiel_domain::access::Actor;

use crate::answers::{Created, NoContent, Paged, Sent, Versioned};
use crate::input::{IfMatch, Listing, NoFilter, OnceRequired, PageParameters, Path, Session, Valid};
use crate::meetings::input::MeetingPath;
use crate::meetings::wire::{MeetingList, MeetingSummary};
use crate::meetings::{position, position_of};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
use input::{AttendeeQuery, AttendeeSearch, NewRegistration, RegistrationPath};
use wire::{Attendee, AttendeePage, AttendeesFound, Registration};

/// Most people in the answer to a search. Our choice.
const FOUND_MAX: u64 = 100;

/// Operations of registrations.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_own_registrations)
        .service(guests::confirm_guest)
        .service(guests::cancel_guest)
        .service(guests::register_guest)
        .service(search_registrations)
        .service(list_registrations)
        .service(register_attendee)
        .service(door::let_in_walk_in)
        .service(door::check_in_attendee)
        .service(door::undo_check_in)
        .service(get_registration)
        .service(cancel_registration);
}

/// Register for a meeting
///
/// For yourself: a seat if one is free, else the waitlist, strictly in order of acceptance. Registering twice gives the same registration
/// (200). In the 24 hours before the start a seat that comes free goes to who comes first: registering again from the waitlist takes it.
#[utoipa::path(
    operation_id = "registerAttendee",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/already-started", "registrations/count-only", "registrations/not-for-you", "registrations/not-open"] }))),
    params(MeetingPath, ("Idempotency-Key" = String, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewRegistration,
    security(("bearer" = [])),
    responses(
        (status = 201, description = "The registration: `registered` or `waitlisted`.", body = Registration, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))),
        (status = 200, description = "The registration that was there already.", body = Registration, headers(("ETag" = String, description = "Its version, for `If-Match`."))),
        CreateErrors,
    ),
)]
#[post("/meetings/{meeting}/registrations")]
pub async fn register_attendee(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<NewRegistration>,
    once: OnceRequired,
) -> Result<Sent, Problem> {
    let render = |accepted: &Accepted| answer(&app, &actor, &path.organization, accepted);
    let meeting = path.meeting.into();
    once.create(&app, &render, async |receipt| registrations::register(&app, &actor, meeting, &body.needs, receipt).await).await
}

/// List who comes to a meeting
///
/// In order of acceptance, for the core group and the ambassadors of the network; for the core group only where the network is of special
/// sensitivity.
#[utoipa::path(
    operation_id = "listRegistrations",
    tag = "registrations",
    params(MeetingPath, AttendeeQuery, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of people.", body = AttendeePage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/meetings/{meeting}/registrations")]
pub async fn list_registrations(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    listing: Listing<AttendeeQuery>,
) -> Result<Paged<AttendeePage>, Problem> {
    let Listing { filter, page } = listing;
    let after = page.after.as_deref().and_then(|place| place.parse().ok());
    let filter = AttendeeFilter { state: filter.state.map(Into::into), words: None, after, most: page.most() };
    let found = registrations::list(&app, &actor, path.meeting.into(), &filter).await?;
    let slice = page.slice(&app, found, |listed| listed.attendee.registration.place.to_string());
    Ok(slice.page(|found, next| AttendeePage { items: found.into_iter().map(Attendee::from).collect(), next }))
}

/// Search who comes to a meeting by name
///
/// For the same people as the list. A name is personal, so it stands in the body and not in the address.
#[utoipa::path(
    operation_id = "searchRegistrations",
    tag = "registrations",
    params(MeetingPath),
    request_body = AttendeeSearch,
    security(("bearer" = [])),
    responses((status = 200, description = "The people found.", body = AttendeesFound), CreateErrors),
)]
#[post("/meetings/{meeting}/registrations/_search")]
pub async fn search_registrations(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<AttendeeSearch>,
) -> Result<Json<AttendeesFound>, Problem> {
    let filter = AttendeeFilter { words: Some(body.name), most: FOUND_MAX, ..AttendeeFilter::default() };
    let found = registrations::list(&app, &actor, path.meeting.into(), &filter).await?;
    Ok(Json(AttendeesFound { items: found.into_iter().map(Attendee::from).collect() }))
}

/// List the meetings you registered for
///
/// Those you go to, wait for, or went to; the last to begin first. Cancelled registrations are left out.
#[utoipa::path(
    operation_id = "listOwnRegistrations",
    tag = "registrations",
    params(OrganizationPath, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of meetings, each with your registration.", body = MeetingList, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/registrations")]
pub async fn list_own_registrations(
    app: Data<App>,
    Session(actor): Session,
    listing: Listing<NoFilter>,
) -> Result<Paged<MeetingList>, Problem> {
    let page = listing.page;
    let found = registrations::mine(&app, &actor, page.after.as_deref().and_then(position), page.most()).await?;
    let slice = page.slice(&app, found, |found| position_of(&found.entry.meeting));
    let summary = |found| MeetingSummary::of(&actor, found, app.now());
    Ok(slice.page(|found, next| MeetingList { items: found.into_iter().map(summary).collect(), next }))
}

/// Get a registration
///
/// For the person it is of, and for the core group of the network.
#[utoipa::path(
    operation_id = "getRegistration",
    tag = "registrations",
    params(RegistrationPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The registration.", body = Registration, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/registrations/{registration}")]
pub async fn get_registration(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<RegistrationPath>,
) -> Result<Versioned<Registration>, Problem> {
    Ok(seen(&app, &actor, &registrations::get(&app, &actor, path.registration.into()).await?))
}

/// Cancel a registration
///
/// Your own, or by the core group or an ambassador of the area for someone who called. Whoever waits longest gets the seat at once and is mailed; in the 24 hours before
/// the start everyone who waits is mailed, and who comes first has it.
#[utoipa::path(
    operation_id = "cancelRegistration",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/already-attended", "registrations/already-started", "registrations/not-open", "registrations/wrong-state"] }))),
    params(RegistrationPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 204, description = "Cancelled."), ChangeErrors),
)]
#[delete("/registrations/{registration}")]
pub async fn cancel_registration(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<RegistrationPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    registrations::cancel(&app, &actor, path.registration.into(), version).await?;
    Ok(NoContent)
}

fn seen(app: &App, actor: &Actor, accepted: &Accepted) -> Versioned<Registration> {
    let Accepted { registration, meeting, ahead, outcome: _ } = accepted;
    let body = Registration::of(actor, registration, meeting, *ahead, app.now());
    Versioned { version: registration.version, body }
}

fn answer(app: &App, actor: &Actor, organization: &str, accepted: &Accepted) -> Answer {
    let Versioned { version, body } = seen(app, actor, accepted);
    match accepted.outcome {
        Outcome::New => {
            let location = format!("/api/v1/organizations/{organization}/registrations/{}", body.id);
            Created { location, version, body }.answer()
        }
        Outcome::Moved | Outcome::Known => Versioned { version, body }.answer(),
    }
}

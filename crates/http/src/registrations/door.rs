//! At the door: checking in.

use actix_web::web::Data;
use actix_web::{delete, post};
use vliegwiel_application::App;
use vliegwiel_application::registrations::{self, AtDoor};

use super::input::{NewWalkIn, RegistrationPath};
use super::wire::CheckedAttendee;
use crate::answers::{Created, Sent, Versioned};
use crate::input::{IfMatch, Once, Path, Session, Valid};
use crate::meetings::input::MeetingPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors};

/// Check someone in
///
/// Possible from 12 hours before the start. Said twice, the first time counts. Who had no seat is let in as a walk-in.
#[utoipa::path(
    operation_id = "checkInAttendee",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/check-in-closed", "registrations/wrong-state"] }))),
    params(RegistrationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The person, and how many came so far.", body = CheckedAttendee, headers(("ETag" = String, description = "Version of the registration, for `If-Match`."))), CreateErrors),
)]
#[post("/registrations/{registration}/check-ins")]
pub async fn check_in_attendee(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<RegistrationPath>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |at_door: &AtDoor| checked(at_door.clone()).answer();
    once.create(&app, &render, async |receipt| registrations::check_in(&app, &actor, path.registration.into(), receipt).await).await
}

/// Undo a check-in
///
/// For who was checked in by mistake. A walk-in who did not come leaves the list.
#[utoipa::path(
    operation_id = "undoCheckIn",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/check-in-closed", "registrations/not-attended", "registrations/wrong-state"] }))),
    params(RegistrationPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The person, and how many came so far.", body = CheckedAttendee, headers(("ETag" = String, description = "Version of the registration, for `If-Match`."))), ChangeErrors),
)]
#[delete("/registrations/{registration}/check-ins")]
pub async fn undo_check_in(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<RegistrationPath>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<CheckedAttendee>, Problem> {
    Ok(checked(registrations::undo_check_in(&app, &actor, path.registration.into(), version).await?))
}

fn checked(at_door: AtDoor) -> Versioned<CheckedAttendee> {
    Versioned { version: at_door.listed.attendee.registration.version, body: at_door.into() }
}

/// Let someone in who did not register
///
/// Above capacity too. Who turns out to be on the list by the address is checked in.
#[utoipa::path(
    operation_id = "letInWalkIn",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/check-in-closed", "registrations/wrong-state"] }))),
    params(MeetingPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewWalkIn,
    security(("bearer" = [])),
    responses((status = 201, description = "The person, and how many came so far.", body = CheckedAttendee, headers(("Location" = String, description = "Where the registration is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/meetings/{meeting}/walk-ins")]
pub async fn let_in_walk_in(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<NewWalkIn>,
    once: Once,
) -> Result<Sent, Problem> {
    let (walk_in, meeting) = (body.walk_in()?, path.meeting.into());
    let render = |at_door: &AtDoor| {
        let registration = &at_door.listed.attendee.registration;
        let location = format!("/api/v1/organizations/{}/registrations/{}", path.organization, registration.id);
        Created { location, version: registration.version, body: CheckedAttendee::from(at_door.clone()) }.answer()
    };
    once.create(&app, &render, async |receipt| registrations::let_in(&app, &actor, meeting, walk_in, receipt).await).await
}

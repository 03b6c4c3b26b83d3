//! Guests: who registers without an account.

use actix_web::post;
use actix_web::web::Data;
use vliegwiel_application::App;
use vliegwiel_application::receipts::Answer;
use vliegwiel_application::registrations::{self, Accepted};

use super::input::{MailedToken, NewGuestRegistration};
use super::wire::GuestRegistration;
use crate::CreateErrors;
use crate::answers::{Sent, Versioned, taken_on};
use crate::input::{Caller, Once, OnceRequired, Path, Valid};
use crate::meetings::input::MeetingPath;
use crate::organizations::OrganizationPath;
use crate::problems::Problem;

/// Ask for a place as a guest
///
/// A link goes to the address; nothing is registered before it is followed. The answer is the same whether or not we knew the address.
#[utoipa::path(
    operation_id = "registerGuest",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/already-started", "registrations/count-only", "registrations/not-for-you", "registrations/not-open"] }))),
    params(MeetingPath, ("Idempotency-Key" = String, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewGuestRegistration,
    security((), ("bearer" = [])),
    responses((status = 202, description = "A link is on its way to the address."), CreateErrors),
)]
#[post("/meetings/{meeting}/guest-registrations")]
pub async fn register_guest(
    app: Data<App>,
    Caller(actor): Caller,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<NewGuestRegistration>,
    once: OnceRequired,
) -> Result<Sent, Problem> {
    let (guest, meeting) = (body.guest()?, path.meeting.into());
    once.create(&app, &|()| taken_on(), async |receipt| registrations::ask_as_guest(&app, &actor, meeting, guest, receipt).await).await
}

/// Confirm a guest's registration
///
/// With the token of the link in the mail. Following the link again shows the same registration.
#[utoipa::path(
    operation_id = "confirmGuest",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["house/duplicate", "registrations/already-started", "registrations/count-only", "registrations/link-expired", "registrations/not-for-you", "registrations/not-open"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MailedToken,
    security((), ("bearer" = [])),
    responses((status = 200, description = "The registration: `registered` or `waitlisted`.", body = GuestRegistration, headers(("ETag" = String, description = "Its version."))), CreateErrors),
)]
#[post("/guest-registrations/confirmations")]
pub async fn confirm_guest(app: Data<App>, Caller(actor): Caller, Valid(body): Valid<MailedToken>, once: Once) -> Result<Sent, Problem> {
    let token = body.token.as_str();
    once.create(&app, &told, async |receipt| registrations::confirm_as_guest(&app, &actor, token, receipt).await).await
}

/// Cancel a guest's registration
///
/// With the token of the link in the mail.
#[utoipa::path(
    operation_id = "cancelGuest",
    tag = "registrations",
    extensions(("x-problems" = json!({ "409": ["registrations/already-attended", "registrations/already-started", "registrations/link-expired", "registrations/not-open", "registrations/wrong-state"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MailedToken,
    security((), ("bearer" = [])),
    responses((status = 200, description = "The cancelled registration.", body = GuestRegistration, headers(("ETag" = String, description = "Its version."))), CreateErrors),
)]
#[post("/guest-registrations/cancellations")]
pub async fn cancel_guest(app: Data<App>, Caller(actor): Caller, Valid(body): Valid<MailedToken>, once: Once) -> Result<Sent, Problem> {
    let token = body.token.as_str();
    once.create(&app, &told, async |receipt| registrations::cancel_as_guest(&app, &actor, token, receipt).await).await
}

fn told(accepted: &Accepted) -> Answer {
    Versioned { version: accepted.registration.version, body: GuestRegistration::from(accepted.clone()) }.answer()
}

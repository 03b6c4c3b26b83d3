//! Accounts: registering, confirming, choosing a password, and what is waiting for me.

mod overview;
mod registering;

use actix_web::web::Data;
use actix_web::{get, patch, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::{App, accounts};

use crate::answers::{Sent, Versioned, done, taken_on, told};
use crate::input::{Caller, IdempotencyKeyHeader, IfMatch, IfMatchHeader, Once, SignedIn, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
pub use overview::{AccountChange, Grant, Me, Participation, Role, Waiting, WaitingKind};
pub use registering::{Confirmation, Confirmed, NewPassword, PasswordReset, SelfRegistration};

/// Operations outside any organisation.
pub fn installation_routes(config: &mut ServiceConfig<'_>) {
    config
        .service(confirm_account)
        .service(request_password_reset)
        .service(choose_password)
        .service(get_own_account)
        .service(change_own_account);
}

/// Operations of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(self_register);
}

/// Register with an organisation
///
/// Sends a link to confirm the address and to choose a password. Whether the address has an account already is told by mail and never here:
/// the answer is always the same. Who says to be a member waits for the office, and is a supporter until then. An address gets at most five
/// mails an hour this way.
#[utoipa::path(
    operation_id = "selfRegister",
    tag = "accounts",
    params(OrganizationPath, IdempotencyKeyHeader),
    request_body = SelfRegistration,
    responses((status = 202, description = "A mail is on its way."), CreateErrors),
)]
#[post("/self-registrations")]
pub async fn self_register(app: Data<App>, Caller(actor): Caller, body: Valid<SelfRegistration>, once: Once) -> Result<Sent, Problem> {
    let new = body.0.registration()?;
    once.create(&app, &|&(): &()| taken_on(), async |receipt| accounts::self_register(&app, &actor, new, receipt).await).await
}

/// Follow a link from a mail
///
/// Confirms the address of a registration, accepts an invitation, or makes the first administrator of an organisation. The token stands in
/// the link behind `#`. A `password` is needed when the address has no account yet: without one the answer is 400 at `/password`, and the link
/// still works.
#[utoipa::path(
    operation_id = "confirmAccount",
    tag = "accounts",
    extensions(("x-problems" = json!({ "409": ["accounts/link-expired", "accounts/link-used", "persons/has-account"] }))),
    params(IdempotencyKeyHeader),
    request_body = Confirmation,
    responses((status = 200, description = "Confirmed: sign in now.", body = Confirmed), CreateErrors),
)]
#[post("/accounts/confirmations")]
pub async fn confirm_account(app: Data<App>, body: Valid<Confirmation>, once: Once) -> Result<Sent, Problem> {
    let render = |confirmed: &accounts::Confirmed| told(&Confirmed::from(confirmed));
    once.create(&app, &render, async |receipt| accounts::confirm(&app, body.0.into(), receipt).await).await
}

/// Ask for a new password
///
/// Sends a link that works for ten minutes, if the address has an account. The answer is always the same. An address gets at most five mails
/// an hour this way.
#[utoipa::path(
    operation_id = "requestPasswordReset",
    tag = "accounts",
    params(IdempotencyKeyHeader),
    request_body = PasswordReset,
    responses((status = 202, description = "If there is an account, a mail is on its way."), CreateErrors),
)]
#[post("/accounts/password-resets")]
pub async fn request_password_reset(app: Data<App>, body: Valid<PasswordReset>, once: Once) -> Result<Sent, Problem> {
    let (email, organization) = body.0.parts()?;
    once.create(&app, &|&(): &()| taken_on(), async |receipt| {
        accounts::request_password_reset(&app, &email, organization.as_deref(), receipt).await
    })
    .await
}

/// Choose a new password
///
/// With the token of the mailed link. Signs out every device, and tells the owner of the address.
#[utoipa::path(
    operation_id = "choosePassword",
    tag = "accounts",
    extensions(("x-problems" = json!({ "409": ["accounts/link-expired", "accounts/link-used"] }))),
    params(IdempotencyKeyHeader),
    request_body = NewPassword,
    responses((status = 204, description = "Chosen: sign in now."), CreateErrors),
)]
#[post("/accounts/passwords")]
pub async fn choose_password(app: Data<App>, body: Valid<NewPassword>, once: Once) -> Result<Sent, Problem> {
    let NewPassword { token, password } = body.0;
    once.create(&app, &|&(): &()| done(), async |receipt| accounts::choose_password(&app, &token, &password, receipt).await).await
}

/// Get my account
///
/// Your address, what you are to each organisation with the roles you hold, and everything that waits for you.
#[utoipa::path(
    operation_id = "getOwnAccount",
    tag = "accounts",
    security(("bearer" = [])),
    responses((status = 200, description = "Your account.", body = Me, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/accounts/me")]
pub async fn get_own_account(app: Data<App>, SignedIn(signed_in): SignedIn) -> Result<Versioned<Me>, Problem> {
    let found = accounts::get(&app, signed_in).await?;
    Ok(Versioned { version: found.account.version, body: found.into() })
}

/// Change my account
///
/// The language of the mails that are about your account.
#[utoipa::path(
    operation_id = "changeOwnAccount",
    tag = "accounts",
    params(IfMatchHeader),
    security(("bearer" = [])),
    request_body = AccountChange,
    responses((status = 200, description = "Your account as it is now.", body = Me, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[patch("/accounts/me")]
pub async fn change_own_account(
    app: Data<App>,
    SignedIn(signed_in): SignedIn,
    IfMatch(version): IfMatch,
    body: Valid<AccountChange>,
) -> Result<Versioned<Me>, Problem> {
    let found = accounts::change(&app, signed_in, version, body.0.language.map(Into::into)).await?;
    Ok(Versioned { version: found.account.version, body: found.into() })
}

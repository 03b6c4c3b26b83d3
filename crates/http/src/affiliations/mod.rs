//! Affiliations: what persons are to the organisation.

mod wire;

use actix_web::web::Data;
use actix_web::{get, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::{App, affiliations};
use vliegwiel_domain::ids::AffiliationId;

use crate::answers::{Paged, Sent, told};
use crate::input::{IdempotencyKeyHeader, Listing, Once, PageParameters, Path, Session, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{CreateErrors, ReadErrors};
pub use wire::{
    Affiliation, AffiliationDecision, AffiliationEnding, AffiliationFilter, AffiliationKind, AffiliationPage, AffiliationPath,
    AffiliationState, AffiliationWithPerson, Invitation, InvitedKind, LegalBasis, Verdict,
};

/// Operations of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_affiliations).service(invite_affiliation).service(decide_affiliation).service(end_affiliation);
}

/// List the affiliations
///
/// What persons are, were, asked or were invited to be, in order of time; for the office. `state=requested` is who waits for an answer.
/// Reading about others is kept in the audit trail.
#[utoipa::path(
    operation_id = "listAffiliations",
    tag = "affiliations",
    params(OrganizationPath, AffiliationFilter, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of affiliations.", body = AffiliationPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/affiliations")]
pub async fn list_affiliations(
    app: Data<App>,
    Session(actor): Session,
    listing: Listing<AffiliationFilter>,
) -> Result<Paged<AffiliationPage>, Problem> {
    let found = affiliations::list(&app, &actor, &listing.filter.chosen(&listing.page)?).await?;
    let slice = listing.page.slice(&app, found, |listed| listed.affiliation.id.to_string());
    Ok(slice.page(|found, next| AffiliationPage::seen_by(&actor, found, next)))
}

/// Invite someone
///
/// Mails a link that works for seven days. It holds once the link is followed; for an expert or partner from outside, following it is the
/// consent that the law asks for. Inviting someone again who has not answered sends a new link.
#[utoipa::path(
    operation_id = "inviteAffiliation",
    tag = "affiliations",
    extensions(("x-problems" = json!({ "409": ["affiliations/already-there", "affiliations/invited-too-often", "affiliations/not-invitable", "house/duplicate"] }))),
    params(OrganizationPath, IdempotencyKeyHeader),
    security(("bearer" = [])),
    request_body = Invitation,
    responses((status = 201, description = "Invited.", body = AffiliationWithPerson, headers(("Location" = String, description = "Path of the person."))), CreateErrors),
)]
#[post("/affiliations")]
pub async fn invite_affiliation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    body: Valid<Invitation>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |listed: &affiliations::Listed| AffiliationWithPerson::created(&actor, &path.organization, listed.clone()).answer();
    let new = body.0.invitation()?;
    once.create(&app, &render, async |receipt| affiliations::invite(&app, &actor, new, receipt).await).await
}

/// Decide about a request
///
/// The office approves or declines who says to be a member. Approving ends what the person was until now; the person is told by mail.
/// Declining also takes back an invitation.
#[utoipa::path(
    operation_id = "decideAffiliation",
    tag = "affiliations",
    extensions(("x-problems" = json!({ "409": ["affiliations/wrong-state"] }))),
    params(OrganizationPath, AffiliationPath, IdempotencyKeyHeader),
    security(("bearer" = [])),
    request_body = AffiliationDecision,
    responses((status = 200, description = "The affiliation as it is now.", body = AffiliationWithPerson), CreateErrors),
)]
#[post("/affiliations/{affiliation}/decisions")]
pub async fn decide_affiliation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<AffiliationPath>,
    body: Valid<AffiliationDecision>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |listed: &affiliations::Listed| told(&AffiliationWithPerson::seen_by(&actor, listed.clone()));
    let (id, decision) = (AffiliationId::new(path.affiliation), body.0.into());
    once.create(&app, &render, async |receipt| affiliations::decide(&app, &actor, id, decision, receipt).await).await
}

/// End an affiliation
///
/// By the person, who owes nobody a reason, or by the office, which gives one. Memberships of networks, requests to join, appointments, seats
/// in working groups and roles end with it, at once. The last administrator stays until there is another.
#[utoipa::path(
    operation_id = "endAffiliation",
    tag = "affiliations",
    extensions(("x-problems" = json!({ "409": ["affiliations/last-administrator", "affiliations/wrong-state"] }))),
    params(OrganizationPath, AffiliationPath, IdempotencyKeyHeader),
    security(("bearer" = [])),
    request_body = AffiliationEnding,
    responses((status = 200, description = "The affiliation as it is now.", body = AffiliationWithPerson), CreateErrors),
)]
#[post("/affiliations/{affiliation}/endings")]
pub async fn end_affiliation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<AffiliationPath>,
    body: Valid<AffiliationEnding>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |listed: &affiliations::Listed| told(&AffiliationWithPerson::seen_by(&actor, listed.clone()));
    let (id, reason) = (AffiliationId::new(path.affiliation), body.0.reason);
    once.create(&app, &render, async |receipt| affiliations::end(&app, &actor, id, &reason, receipt).await).await
}

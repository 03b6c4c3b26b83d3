//! Memberships: joining a network, being admitted, leaving.

pub mod wire;

use actix_web::web::{Data, Json};
use actix_web::{delete, get, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::memberships::{self, Seen};

use crate::answers::{Created, NoContent, Paged, Sent, Versioned, told};
use crate::input::{IfMatch, Listing, Once, PageParameters, Path, Session, Valid};
use crate::networks::input::NetworkPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
pub use wire::MembershipState;
use wire::{
    Membership, MembershipDecision, MembershipFilter, MembershipPage, MembershipPath, MembershipRemoval, MembershipSearch, NewMembership,
};

/// Operations of memberships.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_memberships)
        .service(search_memberships)
        .service(join_network)
        .service(get_membership)
        .service(leave_network)
        .service(decide_membership)
        .service(remove_membership);
}

/// List memberships
///
/// Requests and active memberships of a network by name, for its core group. Of people who left nothing is listed. Reading it is kept in the
/// audit trail.
#[utoipa::path(
    operation_id = "listMemberships",
    tag = "memberships",
    params(NetworkPath, MembershipFilter, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of memberships.", body = MembershipPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/networks/{network}/memberships")]
pub async fn list_memberships(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    listing: Listing<MembershipFilter>,
) -> Result<Paged<MembershipPage>, Problem> {
    let Listing { filter, page } = listing;
    let (network, found) = memberships::list(&app, &actor, path.network.into(), &filter.of(&page)).await?;
    let slice = page.slice(&app, found, |listed| format!("{} {}", listed.membership.id, listed.name));
    let wire = |listed| Membership::listed(&actor, &network, listed);
    Ok(slice.page(|found, next| MembershipPage { items: found.into_iter().map(wire).collect(), next }))
}

/// Search memberships by name
///
/// For the same people as the list, at most 50. A name is personal, so it stands in the body and not in the address. Reading it is kept in the
/// audit trail.
#[utoipa::path(
    operation_id = "searchMemberships",
    tag = "memberships",
    params(NetworkPath),
    request_body = MembershipSearch,
    security(("bearer" = [])),
    responses((status = 200, description = "The memberships found.", body = MembershipPage), CreateErrors),
)]
#[post("/networks/{network}/memberships/_search")]
pub async fn search_memberships(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    body: Valid<MembershipSearch>,
) -> Result<Json<MembershipPage>, Problem> {
    let (network, found) = memberships::list(&app, &actor, path.network.into(), &body.0.filter()).await?;
    let items = found.into_iter().map(|listed| Membership::listed(&actor, &network, listed)).collect();
    Ok(Json(MembershipPage { items, next: None }))
}

/// Join a network
///
/// State that you support its purpose. An open network takes you at once, one with approval asks its core group, and one for members takes
/// members of the organisation. Who left or was declined may ask again.
#[utoipa::path(
    operation_id = "joinNetwork",
    tag = "memberships",
    extensions(("x-problems" = json!({ "409": ["memberships/members-only", "memberships/network-not-running", "memberships/no-affiliation", "memberships/not-for-guests", "memberships/support-missing", "memberships/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewMembership,
    security(("bearer" = [])),
    responses((status = 201, description = "Your membership: `active`, or `requested` until the core group answers.", body = Membership, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/memberships")]
pub async fn join_network(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    Valid(body): Valid<NewMembership>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| {
        let location = format!("/api/v1/organizations/{}/networks/{}/memberships/{}", path.organization, path.network, seen.membership.id);
        Created { location, version: seen.membership.version, body: Membership::seen(&actor, seen.clone()) }.answer()
    };
    once.create(&app, &render, async |receipt| memberships::join(&app, &actor, path.network.into(), body.support(), receipt).await).await
}

/// Get a membership
///
/// For the person and for the core group of the network. Reading about others is kept in the audit trail.
#[utoipa::path(
    operation_id = "getMembership",
    tag = "memberships",
    params(MembershipPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The membership.", body = Membership, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/networks/{network}/memberships/{membership}")]
pub async fn get_membership(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MembershipPath>,
) -> Result<Versioned<Membership>, Problem> {
    let seen = memberships::get(&app, &actor, path.network.into(), path.membership.into()).await?;
    Ok(Versioned { version: seen.membership.version, body: Membership::seen(&actor, seen) })
}

/// Leave a network
///
/// Your own membership or request, at once and without a reason. Your seats in the core group and in working groups of members end with it.
#[utoipa::path(
    operation_id = "leaveNetwork",
    tag = "memberships",
    extensions(("x-problems" = json!({ "409": ["memberships/wrong-state"] }))),
    params(MembershipPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 204, description = "You are no longer in it."), ChangeErrors),
)]
#[delete("/networks/{network}/memberships/{membership}")]
pub async fn leave_network(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MembershipPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    memberships::leave(&app, &actor, path.network.into(), path.membership.into(), version).await?;
    Ok(NoContent)
}

/// Answer a request to join
///
/// The core group says yes, or no with a reason. The person is mailed.
#[utoipa::path(
    operation_id = "decideMembership",
    tag = "memberships",
    extensions(("x-problems" = json!({ "409": ["memberships/wrong-state"] }))),
    params(MembershipPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MembershipDecision,
    security(("bearer" = [])),
    responses((status = 200, description = "The membership after the answer.", body = Membership), CreateErrors),
)]
#[post("/networks/{network}/memberships/{membership}/decisions")]
pub async fn decide_membership(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MembershipPath>,
    Valid(body): Valid<MembershipDecision>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| told(&Membership::seen(&actor, seen.clone()));
    let (at, decision) = ((path.network.into(), path.membership.into()), body.into());
    once.create(&app, &render, async |receipt| memberships::decide(&app, &actor, at, decision, receipt).await).await
}

/// Let someone go
///
/// The core group ends a membership, with a reason that the person is mailed.
#[utoipa::path(
    operation_id = "removeMembership",
    tag = "memberships",
    extensions(("x-problems" = json!({ "409": ["memberships/wrong-state"] }))),
    params(MembershipPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MembershipRemoval,
    security(("bearer" = [])),
    responses((status = 200, description = "The membership after the end.", body = Membership), CreateErrors),
)]
#[post("/networks/{network}/memberships/{membership}/removals")]
pub async fn remove_membership(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MembershipPath>,
    Valid(body): Valid<MembershipRemoval>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| told(&Membership::seen(&actor, seen.clone()));
    let at = (path.network.into(), path.membership.into());
    once.create(&app, &render, async |receipt| memberships::remove(&app, &actor, at, &body.reason, receipt).await).await
}

//! Working groups inside a network.

pub mod wire;

use actix_web::web::{Data, Json};
use actix_web::{delete, get, patch, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::working_groups::{self, Seen};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::working_groups::WorkingGroupMember as Member;

use crate::answers::{Created, NoContent, Paged, Sent, Versioned};
use crate::input::words::name_and_id;
use crate::input::{Caller, IfMatch, Listing, NoFilter, Once, PageParameters, Path, Session, Valid};
use crate::networks::input::NetworkPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
use wire::{
    NewWorkingGroup, NewWorkingGroupMember, WorkingGroup, WorkingGroupChange, WorkingGroupMember, WorkingGroupMemberList,
    WorkingGroupMemberPath, WorkingGroupPage, WorkingGroupPath,
};

/// Operations of working groups.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_working_groups)
        .service(found_working_group)
        .service(get_working_group)
        .service(change_working_group)
        .service(close_working_group)
        .service(list_working_group_members)
        .service(add_working_group_member)
        .service(remove_working_group_member);
}

/// List working groups
///
/// Open working groups of a network, by name.
#[utoipa::path(
    operation_id = "listWorkingGroups",
    tag = "working-groups",
    params(NetworkPath, PageParameters),
    security((), ("bearer" = [])),
    responses((status = 200, description = "A page of working groups.", body = WorkingGroupPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/networks/{network}/working-groups")]
pub async fn list_working_groups(
    app: Data<App>,
    Caller(actor): Caller,
    Path(path): Path<NetworkPath>,
    listing: Listing<NoFilter>,
) -> Result<Paged<WorkingGroupPage>, Problem> {
    let page = listing.page;
    let filter = working_groups::Filter { after: page.after.as_deref().and_then(name_and_id), most: page.most() };
    let (network, found) = working_groups::list(&app, &actor, path.network.into(), &filter).await?;
    let slice = page.slice(&app, found, |group| format!("{} {}", group.id, group.name));
    let wire = |group| WorkingGroup::of(&actor, group, &network);
    Ok(slice.page(|found, next| WorkingGroupPage { items: found.into_iter().map(wire).collect(), next }))
}

/// Found a working group
///
/// The core group founds a group of members of the network, or of experts who need not be members.
#[utoipa::path(
    operation_id = "foundWorkingGroup",
    tag = "working-groups",
    extensions(("x-problems" = json!({ "409": ["working-groups/network-not-running"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewWorkingGroup,
    security(("bearer" = [])),
    responses((status = 201, description = "The working group.", body = WorkingGroup, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/working-groups")]
pub async fn found_working_group(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    Valid(body): Valid<NewWorkingGroup>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |seen: &Seen| {
        let location = format!("/api/v1/organizations/{}/networks/{}/working-groups/{}", path.organization, path.network, seen.group.id);
        Created { location, version: seen.group.version, body: WorkingGroup::of(&actor, seen.group.clone(), &seen.network) }.answer()
    };
    let new = body.of(actor.organization, path.network.into());
    once.create(&app, &render, async |receipt| working_groups::found(&app, &actor, new, receipt).await).await
}

/// Get a working group
///
/// What it works on, how many take part, and what you may do with it.
#[utoipa::path(
    operation_id = "getWorkingGroup",
    tag = "working-groups",
    params(WorkingGroupPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The working group.", body = WorkingGroup, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/networks/{network}/working-groups/{group}")]
pub async fn get_working_group(
    app: Data<App>,
    Caller(actor): Caller,
    Path(path): Path<WorkingGroupPath>,
) -> Result<Versioned<WorkingGroup>, Problem> {
    Ok(seen(&actor, working_groups::get(&app, &actor, path.network.into(), path.group.into()).await?))
}

/// Change a working group
///
/// Its name or its purpose.
#[utoipa::path(
    operation_id = "changeWorkingGroup",
    tag = "working-groups",
    extensions(("x-problems" = json!({ "409": ["working-groups/closed"] }))),
    params(WorkingGroupPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body(content = WorkingGroupChange, content_type = "application/merge-patch+json"),
    security(("bearer" = [])),
    responses((status = 200, description = "The working group after the change.", body = WorkingGroup, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[patch("/networks/{network}/working-groups/{group}")]
pub async fn change_working_group(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<WorkingGroupPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<WorkingGroupChange>,
) -> Result<Versioned<WorkingGroup>, Problem> {
    Ok(seen(&actor, working_groups::change(&app, &actor, path.at(), version, body.into()).await?))
}

/// Close a working group
///
/// The people in it leave it at the same moment.
#[utoipa::path(
    operation_id = "closeWorkingGroup",
    tag = "working-groups",
    extensions(("x-problems" = json!({ "409": ["working-groups/closed"] }))),
    params(WorkingGroupPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 204, description = "The working group is closed."), ChangeErrors),
)]
#[delete("/networks/{network}/working-groups/{group}")]
pub async fn close_working_group(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<WorkingGroupPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    working_groups::close(&app, &actor, path.network.into(), path.group.into(), version).await?;
    Ok(NoContent)
}

/// List the people in a working group
///
/// By name, for members of the network, its core group, office and board; in a network of special sensitivity for its core group only. Reading
/// it is kept in the audit trail.
#[utoipa::path(
    operation_id = "listWorkingGroupMembers",
    tag = "working-groups",
    params(WorkingGroupPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The people, at most 200.", body = WorkingGroupMemberList), ReadErrors),
)]
#[get("/networks/{network}/working-groups/{group}/members")]
pub async fn list_working_group_members(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<WorkingGroupPath>,
) -> Result<Json<WorkingGroupMemberList>, Problem> {
    let (_, people) = working_groups::members(&app, &actor, path.network.into(), path.group.into()).await?;
    Ok(Json(WorkingGroupMemberList { items: people.into_iter().map(WorkingGroupMember::from).collect() }))
}

/// Take somebody into a working group
///
/// A member of the network; into a group of experts anyone with an affiliation but guests of one meeting, with what the person knows.
#[utoipa::path(
    operation_id = "addWorkingGroupMember",
    tag = "working-groups",
    extensions(("x-problems" = json!({ "409": ["working-groups/already-in", "working-groups/closed", "working-groups/not-a-member"] }))),
    params(WorkingGroupPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewWorkingGroupMember,
    security(("bearer" = [])),
    responses((status = 201, description = "The working group.", body = WorkingGroup, headers(("Location" = String, description = "Where the people in it are."), ("ETag" = String, description = "Version of the working group, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/working-groups/{group}/members")]
pub async fn add_working_group_member(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<WorkingGroupPath>,
    Valid(body): Valid<NewWorkingGroupMember>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |(seen, _): &(Seen, Member)| {
        let location =
            format!("/api/v1/organizations/{}/networks/{}/working-groups/{}/members", path.organization, path.network, path.group);
        Created { location, version: seen.group.version, body: WorkingGroup::of(&actor, seen.group.clone(), &seen.network) }.answer()
    };
    once.create(&app, &render, async |receipt| working_groups::add_member(&app, &actor, path.at(), body.into(), receipt).await).await
}

/// Let somebody go from a working group
///
/// Names the version of the seat, as the list of people tells it.
#[utoipa::path(
    operation_id = "removeWorkingGroupMember",
    tag = "working-groups",
    params(WorkingGroupMemberPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    security(("bearer" = [])),
    responses((status = 204, description = "The person is no longer in it."), ChangeErrors),
)]
#[delete("/networks/{network}/working-groups/{group}/members/{member}")]
pub async fn remove_working_group_member(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<WorkingGroupMemberPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    let at = (path.network.into(), path.group.into());
    working_groups::remove_member(&app, &actor, at, path.member.into(), version).await?;
    Ok(NoContent)
}

fn seen(actor: &Actor, seen: Seen) -> Versioned<WorkingGroup> {
    Versioned { version: seen.group.version, body: WorkingGroup::of(actor, seen.group, &seen.network) }
}

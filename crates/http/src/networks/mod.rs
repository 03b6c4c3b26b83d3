//! Networks: found, entered, described, started, ended, and how they are doing.

pub mod codes;
pub mod health;
pub mod input;
pub mod wire;

use actix_web::web::{Data, Json};
use actix_web::{get, patch, post};
use chrono::NaiveDate;
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::networks::{self, Key};
use vliegwiel_application::receipts::Answer;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::ids::NetworkId;
use vliegwiel_domain::networks as domain;

use crate::answers::{Created, Paged, Sent, Versioned};
use crate::input::{Caller, IfMatch, Listing, Once, PageParameters, Path, Session, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
use input::{NetworkChange, NetworkEnd, NetworkFilter, NetworkKeyPath, NetworkPath, NewNetwork};
use wire::{Agreement, AgreementList, Network, NetworkPage, NetworkSummary};

/// Operations of networks.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_networks)
        .service(enter_network)
        .service(health::list_network_health)
        .service(get_network)
        .service(describe_network)
        .service(list_agreements)
        .service(start_network)
        .service(activate_network)
        .service(revive_network)
        .service(end_network);
}

/// List networks
///
/// Networks by name. Those that wait for their start are known inside the organisation only.
#[utoipa::path(
    operation_id = "listNetworks",
    tag = "networks",
    params(OrganizationPath, NetworkFilter, PageParameters),
    security((), ("bearer" = [])),
    responses((status = 200, description = "A page of networks.", body = NetworkPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/networks")]
pub async fn list_networks(app: Data<App>, Caller(actor): Caller, listing: Listing<NetworkFilter>) -> Result<Paged<NetworkPage>, Problem> {
    let Listing { filter, page } = listing;
    let found = networks::list(&app, &actor, &filter.of(&page)?).await?;
    let slice = page.slice(&app, found, position_of);
    let summary = |network| NetworkSummary::of(network, app.today());
    Ok(slice.page(|found, next| NetworkPage { items: found.into_iter().map(summary).collect(), next }))
}

/// Enter an existing network
///
/// The office enters a network that existed before, without a plan: active, under an agreement, with its core group as its first members. A
/// name that is taken gets a numbered slug.
#[utoipa::path(
    operation_id = "enterNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/core-group-too-small", "networks/invalid-dates", "networks/out-of-range", "networks/starts-in-future"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewNetwork,
    security(("bearer" = [])),
    responses((status = 201, description = "The network.", body = NetworkSummary, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks")]
pub async fn enter_network(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    Valid(body): Valid<NewNetwork>,
    once: Once,
) -> Result<Sent, Problem> {
    let today = app.today();
    let render = |network: &domain::Network| -> Answer {
        let location = format!("/api/v1/organizations/{}/networks/{}", path.organization, network.id);
        Created { location, version: network.version, body: NetworkSummary::of(network.clone(), today) }.answer()
    };
    once.create(&app, &render, async |receipt| networks::enter(&app, &actor, body.into(), receipt).await).await
}

/// Get a network
///
/// What it is for, who answers for it, how its goal stands, your own membership, and what you may do now. Names of people are there with their
/// consent to a public role, or where you may know them without: who answers for a network is known to its members, to office and board. In a
/// network of special sensitivity to its core group, office and board only, whatever anyone consented to.
#[utoipa::path(
    operation_id = "getNetwork",
    tag = "networks",
    params(NetworkKeyPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The network.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/networks/{network}")]
pub async fn get_network(app: Data<App>, Caller(actor): Caller, Path(path): Path<NetworkKeyPath>) -> Result<Versioned<Network>, Problem> {
    seen(&app, &actor, &path.key()).await
}

/// Describe a network
///
/// Core group or office change what the network says about itself. The sensitivity can be raised, never lowered: people joined under the promise
/// that nobody sees it.
#[utoipa::path(
    operation_id = "describeNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/ended", "networks/sensitivity-lowered"] }))),
    params(NetworkPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body(content = NetworkChange, content_type = "application/merge-patch+json"),
    security(("bearer" = [])),
    responses((status = 200, description = "The network after the change.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[patch("/networks/{network}")]
pub async fn describe_network(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<NetworkChange>,
) -> Result<Versioned<Network>, Problem> {
    let network = networks::describe(&app, &actor, path.network.into(), version, |before| body.applied_to(before)).await?;
    seen_by_id(&app, &actor, network.id).await
}

/// List what was agreed with a network
///
/// The newest agreement holds; older ones are kept. A network answers to everyone who may know of it for what it agreed.
#[utoipa::path(
    operation_id = "listAgreements",
    tag = "networks",
    params(NetworkPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The agreements, at most 50.", body = AgreementList), ReadErrors),
)]
#[get("/networks/{network}/agreements")]
pub async fn list_agreements(app: Data<App>, Caller(actor): Caller, Path(path): Path<NetworkPath>) -> Result<Json<AgreementList>, Problem> {
    let found = networks::agreements(&app, &actor, path.network.into()).await?;
    Ok(Json(AgreementList { items: found.into_iter().map(Agreement::from).collect() }))
}

/// Start a network
///
/// The office starts the network that waits longest, while fewer are in their pilot than the organisation can carry. The agreed terms count from
/// today, and the core group is mailed.
#[utoipa::path(
    operation_id = "startNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/invalid-dates", "networks/no-capacity", "networks/not-first", "networks/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The network in its pilot.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/starts")]
pub async fn start_network(app: Data<App>, Session(actor): Session, Path(path): Path<NetworkPath>, once: Once) -> Result<Sent, Problem> {
    let today = app.today();
    let render = |page: &networks::Page| as_page(page.clone(), today).answer();
    once.create(&app, &render, async |receipt| networks::start(&app, &actor, path.network.into(), receipt).await).await
}

/// End the pilot of a network well
///
/// Office or board make a pilot an active network. Its core group has at least the minimum.
#[utoipa::path(
    operation_id = "activateNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/core-group-too-small", "networks/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The active network.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/activations")]
pub async fn activate_network(app: Data<App>, Session(actor): Session, Path(path): Path<NetworkPath>, once: Once) -> Result<Sent, Problem> {
    let today = app.today();
    let render = |page: &networks::Page| as_page(page.clone(), today).answer();
    once.create(&app, &render, async |receipt| networks::activate(&app, &actor, path.network.into(), receipt).await).await
}

/// Wake up a dormant network
///
/// Office or board, once its core group has at least the minimum again.
#[utoipa::path(
    operation_id = "reviveNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/core-group-too-small", "networks/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The active network.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/revivals")]
pub async fn revive_network(app: Data<App>, Session(actor): Session, Path(path): Path<NetworkPath>, once: Once) -> Result<Sent, Problem> {
    let today = app.today();
    let render = |page: &networks::Page| as_page(page.clone(), today).answer();
    once.create(&app, &render, async |receipt| networks::revive(&app, &actor, path.network.into(), receipt).await).await
}

/// End a network
///
/// The board, with a reason in plain language. The seats close, the access they gave ends, and the members are mailed.
#[utoipa::path(
    operation_id = "endNetwork",
    tag = "networks",
    extensions(("x-problems" = json!({ "409": ["networks/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NetworkEnd,
    security(("bearer" = [])),
    responses((status = 200, description = "The ended network.", body = Network, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/endings")]
pub async fn end_network(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    Valid(body): Valid<NetworkEnd>,
    once: Once,
) -> Result<Sent, Problem> {
    let today = app.today();
    let render = |page: &networks::Page| as_page(page.clone(), today).answer();
    once.create(&app, &render, async |receipt| networks::end(&app, &actor, path.network.into(), &body.reason, receipt).await).await
}

async fn seen_by_id(app: &App, actor: &Actor, network: NetworkId) -> Result<Versioned<Network>, Problem> {
    seen(app, actor, &Key::Id(network)).await
}

async fn seen(app: &App, actor: &Actor, key: &Key) -> Result<Versioned<Network>, Problem> {
    Ok(as_page(networks::get(app, actor, key).await?, app.today()))
}

fn as_page(page: networks::Page, today: NaiveDate) -> Versioned<Network> {
    Versioned { version: page.detail.network.version, body: Network::of(page, today) }
}

/// The position of a network in a list by name.
pub(crate) fn position_of(network: &domain::Network) -> String {
    format!("{} {}", network.id, network.profile.name)
}

//! Evaluations: frozen numbers, two views, one decision.

pub mod wire;

use actix_web::web::Data;
use actix_web::{get, post, put};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::evaluations::{self, Listed, Written};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::evaluations::ViewOf;

use crate::answers::{Created, Paged, Sent, Versioned};
use crate::input::{IfMatch, Listing, Once, PageParameters, Path, Session, Valid};
use crate::networks::input::NetworkPath;
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
use wire::{Evaluation, EvaluationFilter, EvaluationPage, EvaluationPath, NewEvaluation, NewEvaluationDecision, NewView};

/// Operations of evaluations.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_evaluations)
        .service(open_evaluation)
        .service(get_evaluation)
        .service(write_core_group_view)
        .service(write_office_view)
        .service(decide_evaluation);
}

/// List evaluations
///
/// The last opened first: of every network for office and board, for a core group those of its own network.
#[utoipa::path(
    operation_id = "listEvaluations",
    tag = "evaluations",
    params(OrganizationPath, EvaluationFilter, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of evaluations.", body = EvaluationPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/evaluations")]
pub async fn list_evaluations(
    app: Data<App>,
    Session(actor): Session,
    listing: Listing<EvaluationFilter>,
) -> Result<Paged<EvaluationPage>, Problem> {
    let Listing { filter, page } = listing;
    let found = evaluations::list(&app, &actor, &filter.of(&page)).await?;
    let slice = page.slice(&app, found, |listed| listed.evaluation.id.to_string());
    let wire = |listed| Evaluation::of(&actor, listed);
    Ok(slice.page(|found, next| EvaluationPage { items: found.into_iter().map(wire).collect(), next }))
}

/// Open an evaluation
///
/// The office, at the agreed day, or before it with a reason. The numbers are frozen, and core group and office are mailed to give their view.
#[utoipa::path(
    operation_id = "openEvaluation",
    tag = "evaluations",
    extensions(("x-problems" = json!({ "409": ["evaluations/already-open", "evaluations/reason-missing", "networks/wrong-state"] }))),
    params(NetworkPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewEvaluation,
    security(("bearer" = [])),
    responses((status = 201, description = "The evaluation.", body = Evaluation, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/networks/{network}/evaluations")]
pub async fn open_evaluation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<NetworkPath>,
    Valid(body): Valid<NewEvaluation>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |listed: &Listed| {
        let location = format!("/api/v1/organizations/{}/evaluations/{}", path.organization, listed.evaluation.id);
        Created { location, version: listed.evaluation.version, body: Evaluation::of(&actor, listed.clone()) }.answer()
    };
    once.create(&app, &render, async |receipt| evaluations::open(&app, &actor, path.network.into(), &body.reason, receipt).await).await
}

/// Get an evaluation
///
/// The frozen numbers, the views, the decision, and what you may do. For the core group of the network, office and board.
#[utoipa::path(
    operation_id = "getEvaluation",
    tag = "evaluations",
    params(EvaluationPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The evaluation.", body = Evaluation, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/evaluations/{evaluation}")]
pub async fn get_evaluation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<EvaluationPath>,
) -> Result<Versioned<Evaluation>, Problem> {
    Ok(seen(&actor, evaluations::get(&app, &actor, path.evaluation.into()).await?))
}

/// Write the view of the core group
///
/// Until the board decides, it can be replaced.
#[utoipa::path(
    operation_id = "writeCoreGroupView",
    tag = "evaluations",
    extensions(("x-problems" = json!({ "409": ["evaluations/already-decided"] }))),
    params(EvaluationPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body = NewView,
    security(("bearer" = [])),
    responses((status = 200, description = "The evaluation with the view.", body = Evaluation, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[put("/evaluations/{evaluation}/core-group-view")]
pub async fn write_core_group_view(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<EvaluationPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<NewView>,
) -> Result<Versioned<Evaluation>, Problem> {
    let written = Written { text: &body.text, version };
    Ok(seen(&actor, evaluations::view(&app, &actor, path.evaluation.into(), ViewOf::CoreGroup, &written).await?))
}

/// Write the view of the office
///
/// Until the board decides, it can be replaced. Not by someone of the core group.
#[utoipa::path(
    operation_id = "writeOfficeView",
    tag = "evaluations",
    extensions(("x-problems" = json!({ "409": ["evaluations/already-decided", "evaluations/four-eyes"] }))),
    params(EvaluationPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body = NewView,
    security(("bearer" = [])),
    responses((status = 200, description = "The evaluation with the view.", body = Evaluation, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[put("/evaluations/{evaluation}/office-view")]
pub async fn write_office_view(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<EvaluationPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<NewView>,
) -> Result<Versioned<Evaluation>, Problem> {
    let written = Written { text: &body.text, version };
    Ok(seen(&actor, evaluations::view(&app, &actor, path.evaluation.into(), ViewOf::Office, &written).await?))
}

/// Decide on an evaluation
///
/// The board, with a reason: the network goes on as it was, adapts under new terms, or ends. Without both views it waits 30 days. Nobody of the
/// core group decides. Core group and office are mailed; where the network ends, its members too.
#[utoipa::path(
    operation_id = "decideEvaluation",
    tag = "evaluations",
    extensions(("x-problems" = json!({ "409": ["evaluations/already-decided", "evaluations/four-eyes", "evaluations/views-missing", "networks/invalid-dates", "networks/out-of-range", "networks/wrong-state"] }))),
    params(EvaluationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewEvaluationDecision,
    security(("bearer" = [])),
    responses((status = 200, description = "The decided evaluation.", body = Evaluation, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/evaluations/{evaluation}/decisions")]
pub async fn decide_evaluation(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<EvaluationPath>,
    Valid(body): Valid<NewEvaluationDecision>,
    once: Once,
) -> Result<Sent, Problem> {
    let (decision, reason) = body.read()?;
    let (id, render) = (path.evaluation.into(), |listed: &Listed| seen(&actor, listed.clone()).answer());
    once.create(&app, &render, async |receipt| evaluations::decide(&app, &actor, id, (decision, &reason), receipt).await).await
}

fn seen(actor: &Actor, listed: Listed) -> Versioned<Evaluation> {
    Versioned { version: listed.evaluation.version, body: Evaluation::of(actor, listed) }
}

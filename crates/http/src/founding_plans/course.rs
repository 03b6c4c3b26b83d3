//! The course of a plan: handing in, reviewing, deciding.

use actix_web::post;
use actix_web::web::Data;
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::founding_plans;

use super::inputs::{AdviseOnFoundingPlan, CommentOnFoundingPlan, DecideFoundingPlan, PlanReason};
use super::wire::FoundingPlan;
use super::{PlanPath, rendered};
use crate::CreateErrors;
use crate::answers::Sent;
use crate::input::{Once, Path, Session, Valid};
use crate::problems::Problem;

/// Operations of this file.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(submit_founding_plan)
        .service(withdraw_founding_plan)
        .service(review_founding_plan)
        .service(comment_on_founding_plan)
        .service(return_founding_plan)
        .service(advise_on_founding_plan)
        .service(decide_founding_plan);
}

/// Submit a founding plan
///
/// Hands it to the office, which is told by mail. `gaps` of the plan must be empty: the required sections written, everyone named has
/// answered, and at least as many people stand behind the plan as the organisation asks. Takes no body.
#[utoipa::path(
    operation_id = "submitFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/sections-missing", "founding-plans/too-few-members", "founding-plans/unconfirmed", "founding-plans/wrong-state"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    responses((status = 201, description = "The plan, submitted.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/submissions")]
pub async fn submit_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
) -> Result<Sent, Problem> {
    let plan = path.plan.into();
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::submit(&app, &actor, plan, receipt).await).await
}

/// Withdraw a founding plan
///
/// Its proposers give it up for good, with a reason, until the board has decided.
#[utoipa::path(
    operation_id = "withdrawFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/wrong-state"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = PlanReason,
    responses((status = 201, description = "The plan, withdrawn.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/withdrawals")]
pub async fn withdraw_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<PlanReason>,
) -> Result<Sent, Problem> {
    let (plan, reason) = (path.plan.into(), input.reason.as_str());
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::withdraw(&app, &actor, plan, reason, receipt).await)
        .await
}

/// Take a founding plan in review
///
/// The office begins to read it. 403 for who proposes it (four eyes). Takes no body.
#[utoipa::path(
    operation_id = "reviewFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/four-eyes"], "409": ["founding-plans/wrong-state"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    responses((status = 201, description = "The plan, in review.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/reviews")]
pub async fn review_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
) -> Result<Sent, Problem> {
    let plan = path.plan.into();
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::review(&app, &actor, plan, receipt).await).await
}

/// Comment on a section of a founding plan
///
/// For office and board, while the plan is in review or with the board. 403 for who proposes it (four eyes). The proposers read the comment
/// when the plan is returned or decided.
#[utoipa::path(
    operation_id = "commentOnFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/four-eyes"], "409": ["founding-plans/not-under-review"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = CommentOnFoundingPlan,
    responses((status = 201, description = "The plan with the comment.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/comments")]
pub async fn comment_on_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<CommentOnFoundingPlan>,
) -> Result<Sent, Problem> {
    let (plan, comment) = (path.plan.into(), (input.section.into(), input.text));
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::comment(&app, &actor, plan, comment, receipt).await)
        .await
}

/// Return a founding plan
///
/// The office hands it back to be worked on, with a reason; its proposers are told by mail, and read the comments. 403 for who proposes it
/// (four eyes).
#[utoipa::path(
    operation_id = "returnFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/four-eyes"], "409": ["founding-plans/wrong-state"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = PlanReason,
    responses((status = 201, description = "The plan, returned.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/returns")]
pub async fn return_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<PlanReason>,
) -> Result<Sent, Problem> {
    let (plan, reason) = (path.plan.into(), input.reason.as_str());
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::send_back(&app, &actor, plan, reason, receipt).await)
        .await
}

/// Advise on a founding plan
///
/// The office forwards it to the board with advice; the board is told by mail. 403 for who proposes it (four eyes).
#[utoipa::path(
    operation_id = "adviseOnFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/four-eyes"], "409": ["founding-plans/wrong-state"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = AdviseOnFoundingPlan,
    responses((status = 201, description = "The plan, with the board.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/advices")]
pub async fn advise_on_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<AdviseOnFoundingPlan>,
) -> Result<Sent, Problem> {
    let (plan, advice) = (path.plan.into(), input.advice.as_str());
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::advise(&app, &actor, plan, advice, receipt).await)
        .await
}

/// Decide on a founding plan
///
/// The board approves or rejects, with a reason; everyone who proposed is told by mail. An approval brings the network, its agreement and its
/// core group with their seats and their access, all at once: as a pilot when the organisation has room for one more, else waiting for its
/// turn in order of decision. 403 for who proposes the plan (four eyes).
#[utoipa::path(
    operation_id = "decideFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/four-eyes"], "409": ["founding-plans/invalid-decision-day", "founding-plans/too-few-members", "founding-plans/wrong-state", "networks/out-of-range"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = DecideFoundingPlan,
    responses((status = 201, description = "The plan with the decision.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/decisions")]
pub async fn decide_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<DecideFoundingPlan>,
) -> Result<Sent, Problem> {
    let (plan, decision) = (path.plan.into(), |by| input.decision(by));
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::decide(&app, &actor, plan, decision, receipt).await)
        .await
}

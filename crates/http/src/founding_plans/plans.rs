//! Plans in lists, one plan, and the queue.

use actix_web::web::Data;
use actix_web::{get, post};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vliegwiel_application::App;
use vliegwiel_application::founding_plans::{self, Among, Filter, Listed};

use super::codes::PlanState;
use super::inputs::DraftFoundingPlan;
use super::wire::{FoundingPlan, FoundingPlanPage, FoundingPlanQueue, FoundingPlanSummary};
use super::{PlanPath, rendered};
use crate::answers::{Paged, Sent, Versioned};
use crate::input::{Listing, Once, PageParameters, Path, Session, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{CreateErrors, ReadErrors};

/// Operations of this file.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_founding_plans).service(draft_founding_plan).service(get_founding_plan).service(get_founding_plan_queue);
}

/// Which plans.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlanFilter {
    /// In this state only.
    #[param(inline)]
    state: Option<PlanState>,
    /// By what they are to you. Office and board see with `mine` only those that they began or are named in.
    #[param(inline)]
    choice: Option<PlanChoice>,
}

/// A choice by what a plan is to you.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanChoice {
    /// Plans that you began or are named in.
    Mine,
}

/// List the founding plans
///
/// Plans by their last change, the newest first. You see those that you began or are named in; office and board see all that were handed in.
#[utoipa::path(
    operation_id = "listFoundingPlans",
    tag = "founding-plans",
    params(OrganizationPath, PlanFilter, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of plans.", body = FoundingPlanPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/founding-plans")]
pub async fn list_founding_plans(
    app: Data<App>,
    Session(actor): Session,
    listing: Listing<PlanFilter>,
) -> Result<Paged<FoundingPlanPage>, Problem> {
    let after = listing.page.after.as_deref().and_then(position);
    let PlanFilter { state, choice } = listing.filter;
    let among = choice.map(|PlanChoice::Mine| Among::Mine);
    let filter = Filter { state: state.map(Into::into), among, after, most: listing.page.most() };
    let found = founding_plans::list(&app, &actor, &filter).await?;
    let slice = listing.page.slice(&app, found, at);
    Ok(slice.page(|found, next| FoundingPlanPage { items: found.into_iter().map(FoundingPlanSummary::from).collect(), next }))
}

/// Draft a founding plan
///
/// Begins a plan with seven empty sections. Any member of the organisation may; one person has at most ten plans open. Name the core group
/// next: the drafter too, if they want to be in it.
#[utoipa::path(
    operation_id = "draftFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "409": ["founding-plans/evaluation-after-end", "founding-plans/out-of-range", "founding-plans/too-many-open"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = DraftFoundingPlan,
    responses((status = 201, description = "The new plan.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts, for `If-Match`."))), CreateErrors),
)]
#[post("/founding-plans")]
pub async fn draft_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    once: Once,
    Valid(input): Valid<DraftFoundingPlan>,
) -> Result<Sent, Problem> {
    let facts = |usual_members| input.facts(usual_members);
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::draft(&app, &actor, facts, receipt).await).await
}

/// Get a founding plan
///
/// Everything in it that you may see: facts, sections each with its own version, the core group to be, comments, steps, decision, what it
/// still lacks, and what you may do with it now. The proposers read comments once the plan comes back, and the advice once the board decided.
/// A named person is known by address until they confirm, and by name after.
#[utoipa::path(
    operation_id = "getFoundingPlan",
    tag = "founding-plans",
    params(PlanPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The plan.", body = FoundingPlan, headers(("ETag" = String, description = "Version of its facts, for `If-Match`. A section has a version of its own."))), ReadErrors),
)]
#[get("/founding-plans/{plan}")]
pub async fn get_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
) -> Result<Versioned<FoundingPlan>, Problem> {
    let reading = founding_plans::get(&app, &actor, path.plan.into()).await?;
    Ok(Versioned { version: reading.plan.version, body: reading.into() })
}

/// Get the queue of founding plans
///
/// For office and board: plans that were submitted and not decided, in order of first submission; networks that were approved and wait for a
/// start, in order of decision; and how many networks the organisation can start at once.
#[utoipa::path(
    operation_id = "getFoundingPlanQueue",
    tag = "founding-plans",
    params(OrganizationPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The queue.", body = FoundingPlanQueue), ReadErrors),
)]
#[get("/founding-plan-queue")]
pub async fn get_founding_plan_queue(app: Data<App>, Session(actor): Session) -> Result<actix_web::web::Json<FoundingPlanQueue>, Problem> {
    let queue = founding_plans::queue(&app, &actor).await?;
    Ok(actix_web::web::Json(queue.into()))
}

/// Where a list goes on after this plan.
fn at(listed: &Listed) -> String {
    format!("{} {}", listed.plan.changed_at.timestamp_millis(), listed.plan.id)
}

fn position(after: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (changed, id) = after.split_once(' ')?;
    Some((DateTime::from_timestamp_millis(changed.parse().ok()?)?, id.parse().ok()?))
}

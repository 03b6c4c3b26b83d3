//! Writing a plan together, naming the core group, and answering.

use actix_web::web::Data;
use actix_web::{delete, patch, post, put};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::App;
use vliegwiel_application::founding_plans;

use super::inputs::{AnswerFoundingPlan, NamePlanMember, WriteFoundingPlan, WriteSection};
use super::wire::{FoundingPlan, WrittenSection};
use super::{MemberPath, PlanPath, SectionPath, rendered};
use crate::answers::{NoContent, Sent, Versioned};
use crate::input::{IfMatch, Once, Path, Session, Valid};
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors};

/// Operations of this file.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(write_founding_plan)
        .service(write_founding_plan_section)
        .service(name_founding_plan_member)
        .service(remove_founding_plan_member)
        .service(answer_founding_plan);
}

/// Write the facts of a founding plan
///
/// For its proposers, while it is a draft or returned. A change makes a new revision: who confirmed before is asked to confirm again, by mail.
#[utoipa::path(
    operation_id = "writeFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/evaluation-after-end", "founding-plans/not-writable", "founding-plans/out-of-range"] }))),
    params(PlanPath, ("If-Match" = String, Header, description = "`ETag` of the plan that you saw.")),
    security(("bearer" = [])),
    request_body(content = WriteFoundingPlan, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The plan with its new facts.", body = FoundingPlan, headers(("ETag" = String, description = "The new version of its facts."))), ChangeErrors),
)]
#[patch("/founding-plans/{plan}")]
pub async fn write_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    IfMatch(seen): IfMatch,
    Valid(input): Valid<WriteFoundingPlan>,
) -> Result<Versioned<FoundingPlan>, Problem> {
    let reading = founding_plans::write_facts(&app, &actor, path.plan.into(), seen, |facts| input.onto(facts)).await?;
    Ok(Versioned { version: reading.plan.version, body: reading.into() })
}

/// Write a section of a founding plan
///
/// For its proposers, while it is a draft or returned. Each section has a version of its own, so that two people can write in different
/// sections at once. 412 means that somebody else wrote in this section since: read the plan, show both texts, and let the writer choose. A
/// change makes a new revision: who confirmed before is asked to confirm again, by mail. The same text changes nothing.
#[utoipa::path(
    operation_id = "writeFoundingPlanSection",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/not-writable"] }))),
    params(SectionPath, ("If-Match" = String, Header, description = "Version of the section that you saw, as in `\"v3\"`.")),
    security(("bearer" = [])),
    request_body = WriteSection,
    responses((status = 200, description = "The section as it is kept.", body = WrittenSection, headers(("ETag" = String, description = "The new version of the section."))), ChangeErrors),
)]
#[put("/founding-plans/{plan}/sections/{section}")]
pub async fn write_founding_plan_section(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<SectionPath>,
    IfMatch(seen): IfMatch,
    Valid(input): Valid<WriteSection>,
) -> Result<Versioned<WrittenSection>, Problem> {
    let at = (path.plan.into(), path.section.into());
    let section = founding_plans::write_section(&app, &actor, at, seen, &input.text).await?;
    Ok(Versioned { version: section.version, body: section.into() })
}

/// Name a member of the core group to be
///
/// By address: the person gets a mail and answers from their own account. The answer is the same whoever has the address. At most 15 people;
/// those who confirm must be members of the organisation.
#[utoipa::path(
    operation_id = "nameFoundingPlanMember",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/already-named", "founding-plans/not-writable", "founding-plans/too-many-members", "founding-plans/wrong-seat"] }))),
    params(PlanPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = NamePlanMember,
    responses((status = 201, description = "The plan with the new member.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/members")]
pub async fn name_founding_plan_member(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PlanPath>,
    once: Once,
    Valid(input): Valid<NamePlanMember>,
) -> Result<Sent, Problem> {
    let (plan, new) = (path.plan.into(), input.try_into()?);
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::name_member(&app, &actor, plan, new, receipt).await)
        .await
}

/// Remove a member from a founding plan
///
/// For its proposers, while it is a draft or returned.
#[utoipa::path(
    operation_id = "removeFoundingPlanMember",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/not-writable"] }))),
    params(MemberPath, ("If-Match" = String, Header, description = "Version of the member that you saw, as in `\"v1\"`.")),
    security(("bearer" = [])),
    responses((status = 204, description = "The member is off the plan."), ChangeErrors),
)]
#[delete("/founding-plans/{plan}/members/{member}")]
pub async fn remove_founding_plan_member(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MemberPath>,
    IfMatch(seen): IfMatch,
) -> Result<NoContent, Problem> {
    founding_plans::remove_member(&app, &actor, path.plan.into(), path.member.into(), seen).await?;
    Ok(NoContent)
}

/// Confirm or decline a place in the core group to be
///
/// Only the person named, from their own account. Confirming names the revision that was read: 409 when the plan has changed since. Declining
/// is possible until the board decides; who declines no longer finds the plan, and can be named again.
#[utoipa::path(
    operation_id = "answerFoundingPlan",
    tag = "founding-plans",
    extensions(("x-problems" = json!({ "403": ["founding-plans/not-yours"], "409": ["founding-plans/not-a-member", "founding-plans/not-writable", "founding-plans/plan-changed"] }))),
    params(MemberPath, ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat.", max_length = 128)),
    security(("bearer" = [])),
    request_body = AnswerFoundingPlan,
    responses((status = 201, description = "The plan with the answer.", body = FoundingPlan, headers(("Location" = String, description = "Path of the plan."), ("ETag" = String, description = "Version of its facts."))), CreateErrors),
)]
#[post("/founding-plans/{plan}/members/{member}/confirmations")]
pub async fn answer_founding_plan(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MemberPath>,
    once: Once,
    Valid(input): Valid<AnswerFoundingPlan>,
) -> Result<Sent, Problem> {
    let (at, answer) = ((path.plan.into(), path.member.into()), input.try_into()?);
    once.create(&app, &rendered(&path.organization), async |receipt| founding_plans::answer(&app, &actor, at, answer, receipt).await).await
}

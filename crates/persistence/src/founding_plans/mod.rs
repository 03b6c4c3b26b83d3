//! Founding plans, with their sections, members, comments and steps.
//!
//! Every write of a plan begins with [`lock`], so that two changes of one plan happen one after the other, whatever they read.

mod contents;
mod lists;
mod members;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QuerySelect,
};
use vliegwiel_domain::founding_plans::{FoundingPlan, PlanComment, PlanFacts, PlanSection, PlanState, PlanStep};
use vliegwiel_domain::ids::{FoundingPlanId, Id, OrganizationId, PersonId};

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count, signed};
use crate::rows::{founding_plan_comments, founding_plan_proposers, founding_plan_sections, founding_plan_steps, founding_plans as row};

pub use contents::{CommentEntry, Contents, MemberEntry, SectionEntry, StepEntry};
pub use lists::{Among, Filter, Listed, Waiting, list, queue, waiting_networks};
pub use members::{insert_member, note_invitation, recipients, remove_member, replace_member, unsettle_members};

/// States in which the course of a plan is over.
const FINAL: [&str; 3] = ["approved", "rejected", "withdrawn"];

/// One plan of the organisation with everything in it. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn one(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
) -> Result<Option<(FoundingPlan, Contents)>> {
    let found = row::Entity::find().filter(is(organization, plan)).one(db).await?;
    with_contents(db, organization, found).await
}

/// One plan of the organisation with everything in it, which nobody else can change until the transaction ends. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn lock(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
) -> Result<Option<(FoundingPlan, Contents)>> {
    let found = row::Entity::find().filter(is(organization, plan)).lock_exclusive().one(db).await?;
    with_contents(db, organization, found).await
}

async fn with_contents(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    found: Option<row::Model>,
) -> Result<Option<(FoundingPlan, Contents)>> {
    let Some(found) = found else {
        return Ok(None);
    };
    let plan = FoundingPlan::try_from(found)?;
    let contents = contents::contents(db, organization, plan.id).await?;
    Ok(Some((plan, contents)))
}

/// How many plans this person began whose course is not over. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn open_plans(db: &impl ConnectionTrait, organization: OrganizationId, drafter: PersonId) -> Result<u32> {
    let open = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::DraftedBy.eq(drafter.uuid()))
        .filter(row::Column::State.is_not_in(FINAL))
        .count(db)
        .await?;
    Ok(u32::try_from(open).unwrap_or(u32::MAX))
}

/// Store a new plan with its sections. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn insert(db: &impl ConnectionTrait, plan: &FoundingPlan, sections: &[PlanSection]) -> Result<()> {
    row::Entity::insert(row::Model::from(plan).into_active_model()).exec_without_returning(db).await?;
    let rows = sections.iter().map(|section| section_row(plan.organization_id, plan.id, section).into_active_model());
    founding_plan_sections::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed plan that this transaction holds ([`lock`]). One statement.
///
/// # Errors
/// When the database refuses.
pub async fn store(db: &impl ConnectionTrait, plan: &FoundingPlan) -> Result<()> {
    let mut changed = row::Model::from(plan).into_active_model().reset_all();
    changed.id = Set(plan.id.uuid());
    row::Entity::update_many().set(changed).filter(is(plan.organization_id, plan.id)).exec(db).await?;
    Ok(())
}

/// Store a changed section if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace_section(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
    section: &PlanSection,
) -> Result<bool> {
    let done = founding_plan_sections::Entity::update_many()
        .set(section_row(organization, plan, section).into_active_model().reset_all())
        .filter(founding_plan_sections::Column::OrganizationId.eq(organization.uuid()))
        .filter(founding_plan_sections::Column::FoundingPlanId.eq(plan.uuid()))
        .filter(founding_plan_sections::Column::Section.eq(section.kind.as_str()))
        .filter(founding_plan_sections::Column::Version.eq(signed(section.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Note that someone had a hand in a plan, once. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn add_hand(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = founding_plan_proposers::Model {
        organization_id: organization.uuid(),
        founding_plan_id: plan.uuid(),
        person_id: person.uuid(),
        since: now,
    };
    let key = [founding_plan_proposers::Column::FoundingPlanId, founding_plan_proposers::Column::PersonId];
    founding_plan_proposers::Entity::insert(row.into_active_model()).on_conflict_do_nothing_on(key).exec_without_returning(db).await?;
    Ok(())
}

/// Store a new comment. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert_comment(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
    comment: &PlanComment,
) -> Result<()> {
    let row = founding_plan_comments::Model {
        id: comment.id.uuid(),
        organization_id: organization.uuid(),
        founding_plan_id: plan.uuid(),
        section: comment.section.as_str().to_owned(),
        round: signed(comment.round),
        written_by: comment.written_by.uuid(),
        text: comment.text.clone(),
        created_at: comment.created_at,
    };
    founding_plan_comments::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a step in the course of a plan. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert_step(db: &impl ConnectionTrait, organization: OrganizationId, plan: FoundingPlanId, step: &PlanStep) -> Result<()> {
    let row = founding_plan_steps::Model {
        id: step.id.uuid(),
        organization_id: organization.uuid(),
        founding_plan_id: plan.uuid(),
        command: step.command.as_str().to_owned(),
        taken_by: step.taken_by.uuid(),
        reason: step.reason.clone(),
        taken_at: step.taken_at,
    };
    founding_plan_steps::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

fn is(organization: OrganizationId, plan: FoundingPlanId) -> sea_orm::Condition {
    sea_orm::Condition::all().add(row::Column::OrganizationId.eq(organization.uuid())).add(row::Column::Id.eq(plan.uuid()))
}

fn section_row(organization: OrganizationId, plan: FoundingPlanId, section: &PlanSection) -> founding_plan_sections::Model {
    founding_plan_sections::Model {
        organization_id: organization.uuid(),
        founding_plan_id: plan.uuid(),
        section: section.kind.as_str().to_owned(),
        text: section.text.clone(),
        version: signed(section.version),
        changed_by: section.changed_by.uuid(),
        changed_at: section.changed_at,
    }
}

impl TryFrom<row::Model> for FoundingPlan {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let state: PlanState = code(&row.state, "founding_plans.state")?;
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            state,
            drafted_by: row.drafted_by.into(),
            facts: PlanFacts {
                name: row.name,
                kind: code(&row.kind, "founding_plans.kind")?,
                sensitivity: code(&row.sensitivity, "founding_plans.sensitivity")?,
                openness: code(&row.openness, "founding_plans.openness")?,
                goal_members: count(row.goal_members, "founding_plans.goal_members")?,
                goal_months: count(row.goal_months, "founding_plans.goal_months")?,
                duration_months: optional_count(row.duration_months, "founding_plans.duration_months")?,
                evaluation_months: count(row.evaluation_months, "founding_plans.evaluation_months")?,
                budget_cents: count(row.budget_cents, "founding_plans.budget_cents")?,
            },
            revision: count(row.revision, "founding_plans.revision")?,
            round: count(row.round, "founding_plans.round")?,
            submitted_at: row.submitted_at,
            advice: row.advice,
            decided_on: row.decided_on,
            decision_reason: row.decision_reason,
            conditions: row.conditions,
            network_id: row.network_id.map(Into::into),
            version: count(row.version, "founding_plans.version")?,
            created_at: row.created_at,
            changed_at: row.changed_at,
        })
    }
}

impl From<&FoundingPlan> for row::Model {
    fn from(plan: &FoundingPlan) -> Self {
        let PlanFacts { name, kind, sensitivity, openness, goal_members, goal_months, duration_months, evaluation_months, budget_cents } =
            &plan.facts;
        Self {
            id: plan.id.uuid(),
            organization_id: plan.organization_id.uuid(),
            state: plan.state.as_str().to_owned(),
            drafted_by: plan.drafted_by.uuid(),
            name: name.clone(),
            kind: kind.as_str().to_owned(),
            sensitivity: sensitivity.as_str().to_owned(),
            openness: openness.as_str().to_owned(),
            goal_members: signed(*goal_members),
            goal_months: signed(*goal_months),
            duration_months: duration_months.map(signed),
            evaluation_months: signed(*evaluation_months),
            budget_cents: signed(*budget_cents),
            revision: signed(plan.revision),
            round: signed(plan.round),
            submitted_at: plan.submitted_at,
            advice: plan.advice.clone(),
            decided_on: plan.decided_on,
            decision_reason: plan.decision_reason.clone(),
            conditions: plan.conditions.clone(),
            network_id: plan.network_id.map(Id::uuid),
            version: signed(plan.version),
            created_at: plan.created_at,
            changed_at: plan.changed_at,
        }
    }
}

//! The people named in a plan.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    Statement,
};
use uuid::Uuid;
use vliegwiel_domain::founding_plans::{PlanMember, PlanMemberState};
use vliegwiel_domain::ids::{FoundingPlanId, Id, OrganizationId};

use crate::error::Result;
use crate::mapping::signed;
use crate::recipients::{self, Recipient};
use crate::rows::{founding_plan_invitations as invitations, founding_plan_members as row};

/// Store someone newly named. One statement.
///
/// # Errors
/// [`crate::Error::Duplicate`] when the address is named in the plan.
pub async fn insert_member(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
    member: &PlanMember,
) -> Result<()> {
    row::Entity::insert(member_row(organization, plan, member).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store an answer if the version of the member was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// [`crate::Error::Duplicate`] when the person answered under another address before.
pub async fn replace_member(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    plan: FoundingPlanId,
    member: &PlanMember,
) -> Result<bool> {
    let mut changed = member_row(organization, plan, member).into_active_model().reset_all();
    changed.id = Set(member.id.uuid());
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(member.id.uuid()))
        .filter(row::Column::Version.eq(signed(member.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Take someone off the plan if this is still the version of the member. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn remove_member(db: &impl ConnectionTrait, organization: OrganizationId, member: &PlanMember) -> Result<bool> {
    let done = row::Entity::delete_many()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(member.id.uuid()))
        .filter(row::Column::Version.eq(signed(member.version)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Put these members back to `named`, since what they confirmed has changed. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn unsettle_members(db: &impl ConnectionTrait, organization: OrganizationId, members: &[PlanMember]) -> Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(PlanMemberState::Named.as_str()))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(members.iter().map(|member| member.id.uuid()).collect::<Vec<Uuid>>()))
        .exec(db)
        .await?;
    Ok(())
}

/// Note that a letter goes to the address with this hash, unless `most` went to it since `since`; older notes are forgotten. Three statements.
///
/// Returns whether it may go.
///
/// # Errors
/// When the database refuses.
pub async fn note_invitation(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    address_hash: &str,
    (id, now): (Uuid, DateTime<Utc>),
    (since, most): (DateTime<Utc>, u64),
) -> Result<bool> {
    invitations::Entity::delete_many().filter(invitations::Column::SentAt.lt(since)).exec(db).await?;
    let sent = invitations::Entity::find()
        .filter(invitations::Column::OrganizationId.eq(organization.uuid()))
        .filter(invitations::Column::AddressHash.eq(address_hash))
        .count(db)
        .await?;
    if sent >= most {
        return Ok(false);
    }
    let row = invitations::Model { id, organization_id: organization.uuid(), address_hash: address_hash.to_owned(), sent_at: now };
    invitations::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(true)
}

const OF_A_PLAN: &str = "
SELECT p.id, p.name, p.email, p.language
FROM persons p
WHERE p.organization_id = $1 AND p.email IS NOT NULL AND p.id IN (
    SELECT f.drafted_by FROM founding_plans f WHERE f.organization_id = $1 AND f.id = $2
    UNION
    SELECT m.person_id FROM founding_plan_members m
    WHERE m.organization_id = $1 AND m.founding_plan_id = $2 AND m.person_id IS NOT NULL AND m.state <> 'declined')
    AND EXISTS (SELECT 1 FROM affiliations a WHERE a.organization_id = p.organization_id AND a.person_id = p.id AND a.state = 'active')
ORDER BY p.id";

/// Who hears what becomes of a plan: who began it, and everyone who answered and did not decline, while they are something to the
/// organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn recipients(db: &impl ConnectionTrait, organization: OrganizationId, plan: FoundingPlanId) -> Result<Vec<Recipient>> {
    let values = [organization.uuid().into(), plan.uuid().into()];
    recipients::found(db, Statement::from_sql_and_values(db.get_database_backend(), OF_A_PLAN, values)).await
}

fn member_row(organization: OrganizationId, plan: FoundingPlanId, member: &PlanMember) -> row::Model {
    row::Model {
        id: member.id.uuid(),
        organization_id: organization.uuid(),
        founding_plan_id: plan.uuid(),
        email: member.email.as_str().to_owned(),
        // before an answer the person is whoever has the address: that can still change
        person_id: member.answered_at.and(member.person_id).map(Id::uuid),
        kind: member.kind.as_str().to_owned(),
        title: member.title.clone(),
        state: member.state.as_str().to_owned(),
        confirmed_revision: member.confirmed_revision.map(signed),
        answered_at: member.answered_at,
        version: signed(member.version),
        created_at: member.created_at,
    }
}

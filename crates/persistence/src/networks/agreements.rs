//! What was agreed with networks.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use vliegwiel_domain::ids::{Id, NetworkId, OrganizationId};
use vliegwiel_domain::networks::{Agreement, Terms};

use crate::error::{Error, Result};
use crate::mapping::{count, optional_count, signed};
use crate::rows::agreements as row;

/// The agreements of a network, the newest first, at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn agreements(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId, most: u64) -> Result<Vec<Agreement>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::NetworkId.eq(network.uuid()))
        .order_by_desc(row::Column::CreatedAt)
        .order_by_desc(row::Column::Id)
        .limit(most)
        .all(db)
        .await?
        .into_iter()
        .map(Agreement::try_from)
        .collect()
}

/// The agreement that holds. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn newest_agreement(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Option<Agreement>> {
    Ok(agreements(db, organization, network, 1).await?.pop())
}

/// Store a new agreement. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for a network of another organisation.
pub async fn insert_agreement(db: &impl ConnectionTrait, agreement: &Agreement) -> Result<()> {
    row::Entity::insert(row::Model::from(agreement).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

impl TryFrom<row::Model> for Agreement {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            founding_plan_id: row.founding_plan_id.map(Into::into),
            evaluation_id: row.evaluation_id.map(Into::into),
            terms: Terms {
                purpose: row.purpose,
                organisation: row.organisation,
                duration_months: optional_count(row.duration_months, "agreements.duration_months")?,
                goal_members: count(row.goal_members, "agreements.goal_members")?,
                goal_months: count(row.goal_months, "agreements.goal_months")?,
                evaluation_months: optional_count(row.evaluation_months, "agreements.evaluation_months")?,
                conditions: row.conditions,
            },
            agreed_on: row.agreed_on,
            created_at: row.created_at,
        })
    }
}

impl From<&Agreement> for row::Model {
    fn from(agreement: &Agreement) -> Self {
        let Terms { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months, conditions } = &agreement.terms;
        Self {
            id: agreement.id.uuid(),
            organization_id: agreement.organization_id.uuid(),
            network_id: agreement.network_id.uuid(),
            founding_plan_id: agreement.founding_plan_id.map(Id::uuid),
            evaluation_id: agreement.evaluation_id.map(Id::uuid),
            purpose: purpose.clone(),
            organisation: organisation.clone(),
            duration_months: duration_months.map(signed),
            goal_members: signed(*goal_members),
            goal_months: signed(*goal_months),
            evaluation_months: evaluation_months.map(signed),
            conditions: conditions.clone(),
            agreed_on: agreement.agreed_on,
            created_at: agreement.created_at,
        }
    }
}

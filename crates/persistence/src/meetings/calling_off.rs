//! Calling off what a network has ahead.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use vliegwiel_domain::ids::{MeetingId, NetworkId, OrganizationId};
use vliegwiel_domain::meetings::{Meeting, MeetingState};

use crate::error::Result;
use crate::rows::meetings as row;

/// The drafts of a network and its published meetings that have yet to begin, locked until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock_ahead(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    now: DateTime<Utc>,
) -> Result<Vec<Meeting>> {
    let upcoming = Condition::all().add(row::Column::State.eq(MeetingState::Published.as_str())).add(row::Column::StartsAt.gt(now));
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::NetworkId.eq(network.uuid()))
        .filter(Condition::any().add(row::Column::State.eq(MeetingState::Draft.as_str())).add(upcoming))
        .order_by_asc(row::Column::Id)
        .lock_exclusive()
        .all(db)
        .await?
        .into_iter()
        .map(Meeting::try_from)
        .collect()
}

/// Store that these meetings, which the caller holds, were called off for one reason. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn call_off_all(db: &impl ConnectionTrait, organization: OrganizationId, meetings: &[MeetingId], reason: &str) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(MeetingState::Cancelled.as_str()))
        .col_expr(row::Column::StateReason, Expr::value(reason))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(meetings.iter().map(|meeting| meeting.uuid())))
        .exec(db)
        .await?;
    Ok(())
}

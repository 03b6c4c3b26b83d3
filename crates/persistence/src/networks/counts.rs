//! The counts kept on the row of a network.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, LockType, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};
use uuid::Uuid;
use vliegwiel_domain::ids::{NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::networks::{Network, NetworkState};

use crate::error::Result;
use crate::mapping::signed;
use crate::rows::{memberships, networks as row};

/// What happens to the number of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MembersChange {
    /// Somebody became an active member.
    Joined,
    /// Somebody is an active member no more.
    Left,
}

/// Hold every network that a person is in, or asked to join, until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock_of_person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<()> {
    let in_or_asked = Query::select()
        .column(memberships::Column::NetworkId)
        .from(memberships::Entity)
        .and_where(memberships::Column::OrganizationId.eq(organization.uuid()))
        .and_where(memberships::Column::PersonId.eq(person.uuid()))
        .and_where(memberships::Column::State.is_in([MembershipState::Requested.as_str(), MembershipState::Active.as_str()]))
        .to_owned();
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.in_subquery(in_or_asked))
        .order_by_asc(row::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(db)
        .await?;
    Ok(())
}

/// Count a member out of each of these networks, which the caller holds. One statement.
///
/// # Errors
/// When the database refuses, such as below zero.
pub async fn count_out_of_all(db: &impl ConnectionTrait, organization: OrganizationId, networks: &[NetworkId]) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::Members, Expr::col(row::Column::Members).sub(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(networks.iter().map(|network| network.uuid())))
        .exec(db)
        .await?;
    Ok(())
}

/// Count a member in or out; `members` are the active memberships. One statement, which also holds the row until the transaction ends.
///
/// # Errors
/// When the database refuses, such as below zero.
pub async fn count_members(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    change: MembersChange,
) -> Result<()> {
    let step = match change {
        MembersChange::Joined => 1,
        MembersChange::Left => -1,
    };
    row::Entity::update_many()
        .col_expr(row::Column::Members, Expr::col(row::Column::Members).add(step))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(network.uuid()))
        .exec(db)
        .await?;
    Ok(())
}

/// Hold all networks of an organisation that have not ended until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock_running(db: &impl ConnectionTrait, organization: OrganizationId) -> Result<()> {
    row::Entity::find()
        .select_only()
        .column(row::Column::Id)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::State.ne(NetworkState::Ended.as_str()))
        .order_by_asc(row::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<Uuid>()
        .all(db)
        .await?;
    Ok(())
}

/// Networks of an organisation that have not ended and that cross a minimum of `core_group_min`, up or down, with the core group they have; the
/// caller holds them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn crossing(db: &impl ConnectionTrait, organization: OrganizationId, core_group_min: u32) -> Result<Vec<Network>> {
    let minimum = signed(core_group_min);
    let falls = Condition::all().add(row::Column::CoreGroup.lt(minimum)).add(row::Column::BelowMinimumSince.is_null());
    let recovers = Condition::all().add(row::Column::CoreGroup.gte(minimum)).add(row::Column::BelowMinimumSince.is_not_null());
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::State.ne(NetworkState::Ended.as_str()))
        .filter(Condition::any().add(falls).add(recovers))
        .order_by_asc(row::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(Network::try_from)
        .collect()
}

/// Store since when these networks, which the caller holds, are below the minimum; `None` for no longer. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn note_below_minimum(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    networks: &[NetworkId],
    since: Option<DateTime<Utc>>,
) -> Result<()> {
    if networks.is_empty() {
        return Ok(());
    }
    row::Entity::update_many()
        .set(row::ActiveModel { below_minimum_since: Set(since), ..Default::default() })
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(networks.iter().map(|network| network.uuid())))
        .exec(db)
        .await?;
    Ok(())
}

#[derive(Debug, FromQueryResult)]
struct Found {
    organization_id: Uuid,
    id: Uuid,
}

/// What is kept against what is so: distinct members with a current appointment to a seat of the core group.
const ANOTHER_CORE_GROUP: &str = "
SELECT n.organization_id, n.id FROM networks n
WHERE n.state <> 'ended' AND n.core_group <> (
    SELECT COUNT(DISTINCT a.person_id)
    FROM positions p
    JOIN appointments a ON a.organization_id = p.organization_id AND a.position_id = p.id
        AND a.ended_at IS NULL AND a.from_on <= $1 AND (a.until_on IS NULL OR a.until_on >= $1)
    JOIN memberships m ON m.organization_id = p.organization_id AND m.network_id = p.network_id
        AND m.person_id = a.person_id AND m.state = 'active'
    WHERE p.organization_id = n.organization_id AND p.network_id = n.id AND p.body = 'core-group'
)
ORDER BY n.id LIMIT $2";

/// Networks of any organisation whose core group is another one on `today` than what is kept, because a term began or ended; at most `most`.
/// One statement.
///
/// # Errors
/// When the database refuses.
pub async fn with_another_core_group(db: &impl ConnectionTrait, today: NaiveDate, most: i64) -> Result<Vec<(OrganizationId, NetworkId)>> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), ANOTHER_CORE_GROUP, [today.into(), most.into()]);
    let found = Found::find_by_statement(statement).all(db).await?;
    Ok(found.into_iter().map(|found| (found.organization_id.into(), found.id.into())).collect())
}

//! All networks at a glance, for the office and the board; and those that the worker must look at.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QueryResult, QuerySelect,
    RelationDef, Statement,
};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::ids::OrganizationId;
use vliegwiel_domain::networks::{Network, StartCapacity};

use crate::error::Result;
use crate::mapping::count;
use crate::rows::{networks as row, organizations};

/// What the organisation asks of its networks, and how many it can still start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// Smallest core group, in persons.
    pub core_group_min: u32,
    /// How many networks are in their pilot, and may be.
    pub start: StartCapacity,
}

/// A network with what it does not know itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oversight {
    /// The network.
    pub network: Network,
    /// Open positions without a regular holder today.
    pub vacancies: u32,
    /// When the last meeting that was held began.
    pub last_meeting_at: Option<DateTime<Utc>>,
    /// When the next published meeting begins.
    pub next_meeting_at: Option<DateTime<Utc>>,
    /// The evaluation that is open.
    pub evaluation_id: Option<Uuid>,
}

#[derive(Debug, FromQueryResult)]
struct Found {
    core_group_min: i32,
    start_capacity: i32,
    pilots: i64,
    next: Option<Uuid>,
}

const CAPACITY: &str = "
SELECT o.core_group_min, o.start_capacity,
    (SELECT COUNT(*) FROM networks n WHERE n.organization_id = o.id AND n.state = 'pilot') AS pilots,
    (SELECT n.id FROM networks n WHERE n.organization_id = o.id AND n.state = 'proposed' ORDER BY n.created_at, n.id LIMIT 1) AS next
FROM organizations o WHERE o.id = $1";

/// What the organisation asks of its networks, how many it can still start, and which is the next. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn capacity(db: &impl ConnectionTrait, organization: OrganizationId) -> Result<Option<Capacity>> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), CAPACITY, [organization.uuid().into()]);
    let Some(found) = Found::find_by_statement(statement).one(db).await? else {
        return Ok(None);
    };
    let limit = count(found.start_capacity, "organizations.start_capacity")?;
    let pilots = u32::try_from(found.pilots).unwrap_or(u32::MAX);
    let core_group_min = count(found.core_group_min, "organizations.core_group_min")?;
    Ok(Some(Capacity { core_group_min, start: StartCapacity { pilots, limit, next: found.next.map(Into::into) } }))
}

/// Let no other network of the organisation start until the transaction ends, so that no two take the last room. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock_starts(db: &impl ConnectionTrait, organization: OrganizationId) -> Result<()> {
    organizations::Entity::find_by_id(organization.uuid()).lock(LockType::NoKeyUpdate).one(db).await?;
    Ok(())
}

struct Overseen {
    network: row::Model,
    vacancies: i64,
    last_meeting_at: Option<DateTime<Utc>>,
    next_meeting_at: Option<DateTime<Utc>>,
    evaluation_id: Option<Uuid>,
}

impl FromQueryResult for Overseen {
    fn from_query_result(result: &QueryResult, prefix: &str) -> std::result::Result<Self, sea_orm::DbErr> {
        Ok(Self {
            network: row::Model::from_query_result(result, prefix)?,
            vacancies: result.try_get("", "vacancies")?,
            last_meeting_at: result.try_get("", "last_meeting_at")?,
            next_meeting_at: result.try_get("", "next_meeting_at")?,
            evaluation_id: result.try_get("", "evaluation_id")?,
        })
    }
}

const OVERVIEW: &str = "
SELECT n.*, v.id AS evaluation_id,
    (SELECT COUNT(*) FROM positions p
     WHERE p.organization_id = n.organization_id AND p.network_id = n.id AND p.closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM appointments a
            WHERE a.organization_id = p.organization_id AND a.position_id = p.id AND a.capacity = 'regular'
                AND a.ended_at IS NULL AND a.from_on <= $2 AND (a.until_on IS NULL OR a.until_on >= $2))) AS vacancies,
    (SELECT MAX(e.starts_at) FROM meetings e
     WHERE e.organization_id = n.organization_id AND e.network_id = n.id AND e.state = 'held') AS last_meeting_at,
    (SELECT MIN(e.starts_at) FROM meetings e
     WHERE e.organization_id = n.organization_id AND e.network_id = n.id AND e.state = 'published' AND e.starts_at > $3) AS next_meeting_at
FROM networks n
LEFT JOIN evaluations v ON v.organization_id = n.organization_id AND v.network_id = n.id AND v.state = 'open'
WHERE n.organization_id = $1 AND n.state <> 'ended' AND ($4 IS NULL OR n.name > $4 OR (n.name = $4 AND n.id > $5))
ORDER BY n.name, n.id LIMIT $6";

/// Networks that have not ended, by name, after a name and an id, at most `most`. Everything of all networks: who may ask is decided by the
/// use case. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn overview(
    db: &impl ConnectionTrait,
    visible: &Visible,
    today: NaiveDate,
    after: Option<(String, Uuid)>,
    most: i64,
) -> Result<Vec<Oversight>> {
    if !visible.includes_everything() {
        return Ok(Vec::new());
    }
    let (name, id) = after.unzip();
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        OVERVIEW,
        [visible.organization().uuid().into(), today.into(), visible.now().into(), name.into(), id.into(), most.into()],
    );
    let seen = |found: Overseen| {
        Ok(Oversight {
            network: Network::try_from(found.network)?,
            vacancies: u32::try_from(found.vacancies).unwrap_or(u32::MAX),
            last_meeting_at: found.last_meeting_at,
            next_meeting_at: found.next_meeting_at,
            evaluation_id: found.evaluation_id,
        })
    };
    Overseen::find_by_statement(statement).all(db).await?.into_iter().map(seen).collect()
}

/// Networks of any organisation below their minimum core group, with the days that their organisation waits; those below it for the longest
/// first, at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn due_for_dormancy(db: &impl ConnectionTrait, most: u64) -> Result<Vec<(Network, u32)>> {
    let organization: RelationDef =
        row::Entity::belongs_to(organizations::Entity).from(row::Column::OrganizationId).to(organizations::Column::Id).into();
    let found = row::Entity::find()
        .join(JoinType::InnerJoin, organization)
        .select_also(organizations::Entity)
        .filter(row::Column::BelowMinimumSince.is_not_null())
        .filter(row::Column::State.is_in(["pilot", "active"]))
        .order_by_asc(row::Column::BelowMinimumSince)
        .limit(most)
        .all(db)
        .await?;
    let due = |(network, organization): (row::Model, Option<organizations::Model>)| {
        let days = organization.map_or(0, |organization| organization.dormant_after_days);
        Ok((Network::try_from(network)?, count(days, "organizations.dormant_after_days")?))
    };
    found.into_iter().map(due).collect()
}

/// Networks of any organisation whose agreed evaluation has come, is not open, and was not announced for that day; at most `most`. One
/// statement.
///
/// # Errors
/// When the database refuses.
pub async fn due_for_evaluation(db: &impl ConnectionTrait, today: NaiveDate, most: u64) -> Result<Vec<Network>> {
    let announced = Expr::col((row::Entity, row::Column::EvaluationToldOn));
    let is_new = announced.clone().is_null().or(announced.ne(Expr::col((row::Entity, row::Column::EvaluationOn))));
    row::Entity::find()
        .filter(row::Column::State.is_in(["pilot", "active", "dormant"]))
        .filter(row::Column::EvaluationOn.lte(today))
        .filter(is_new)
        .order_by_asc(row::Column::EvaluationOn)
        .limit(most)
        .all(db)
        .await?
        .into_iter()
        .map(Network::try_from)
        .collect()
}

/// Note that the evaluation of this day was announced. One statement. Returns whether it was not before.
///
/// # Errors
/// When the database refuses.
pub async fn announce_evaluation(db: &impl ConnectionTrait, network: &Network, on: NaiveDate) -> Result<bool> {
    let announced = Expr::col((row::Entity, row::Column::EvaluationToldOn));
    let done = row::Entity::update_many()
        .col_expr(row::Column::EvaluationToldOn, Expr::value(on))
        .filter(row::Column::OrganizationId.eq(network.organization_id.uuid()))
        .filter(row::Column::Id.eq(network.id.uuid()))
        .filter(announced.clone().is_null().or(announced.ne(on)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

//! One network with what its page shows.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Statement};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::ids::{MembershipId, NetworkId};
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::networks::{Network, StartCapacity};

use crate::error::Result;
use crate::mapping::{code, count};
use crate::rows::networks as row;

/// How a network is named in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// By its id.
    Id(NetworkId),
    /// By its slug.
    Slug(String),
}

/// What the person who asks has with a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnMembership {
    /// Its id.
    pub id: MembershipId,
    /// Where it is in its life.
    pub state: MembershipState,
    /// Its version.
    pub version: u32,
    /// When it became active, if it is.
    pub joined_at: Option<DateTime<Utc>>,
}

/// A network with what its page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The network.
    pub network: Network,
    /// Published meetings to come that the person who asks may know of.
    pub meetings_ahead: u32,
    /// Open positions without a regular holder today.
    pub vacancies: u32,
    /// Smallest core group of the organisation.
    pub core_group_min: u32,
    /// How many networks the organisation can still start, and whose turn it is.
    pub start: StartCapacity,
    /// The membership of the person who asks.
    pub membership: Option<OwnMembership>,
}

struct Found {
    network: row::Model,
    meetings_ahead: i64,
    vacancies: i64,
    core_group_min: i32,
    start_capacity: i32,
    pilots: i64,
    next: Option<Uuid>,
    membership: Option<(Uuid, String, i32, Option<DateTime<Utc>>)>,
}

impl FromQueryResult for Found {
    fn from_query_result(result: &QueryResult, prefix: &str) -> std::result::Result<Self, sea_orm::DbErr> {
        let membership: Option<Uuid> = result.try_get("", "membership_id")?;
        let own = |id: Uuid| {
            let state = result.try_get("", "membership_state")?;
            Ok::<_, sea_orm::DbErr>((id, state, result.try_get("", "membership_version")?, result.try_get("", "membership_joined_at")?))
        };
        Ok(Self {
            network: row::Model::from_query_result(result, prefix)?,
            meetings_ahead: result.try_get("", "meetings_ahead")?,
            vacancies: result.try_get("", "vacancies")?,
            core_group_min: result.try_get("", "core_group_min")?,
            start_capacity: result.try_get("", "start_capacity")?,
            pilots: result.try_get("", "pilots")?,
            next: result.try_get("", "next")?,
            membership: membership.map(own).transpose()?,
        })
    }
}

const DETAIL: &str = "
SELECT n.*, o.core_group_min, o.start_capacity,
    (SELECT COUNT(*) FROM networks s WHERE s.organization_id = n.organization_id AND s.state = 'pilot') AS pilots,
    (SELECT s.id FROM networks s WHERE s.organization_id = n.organization_id AND s.state = 'proposed'
     ORDER BY s.created_at, s.id LIMIT 1) AS next,
    (SELECT COUNT(*) FROM meetings e
     WHERE e.organization_id = n.organization_id AND e.network_id = n.id AND e.state = 'published' AND e.ends_at >= $4
        AND (e.audience = 'public' OR ($6 AND e.audience = 'organization') OR m.state = 'active')) AS meetings_ahead,
    (SELECT COUNT(*) FROM positions p
     WHERE p.organization_id = n.organization_id AND p.network_id = n.id AND p.closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM appointments a
            WHERE a.organization_id = p.organization_id AND a.position_id = p.id AND a.capacity = 'regular'
                AND a.ended_at IS NULL AND a.from_on <= $5 AND (a.until_on IS NULL OR a.until_on >= $5))) AS vacancies,
    m.id AS membership_id, m.state AS membership_state, m.version AS membership_version, m.joined_at AS membership_joined_at
FROM networks n
JOIN organizations o ON o.id = n.organization_id
LEFT JOIN memberships m ON m.organization_id = n.organization_id AND m.network_id = n.id AND m.person_id = $3
WHERE n.organization_id = $1 AND ";

/// One network with what its page shows to the person who asks. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn detail(db: &impl ConnectionTrait, visible: &Visible, key: &Key, today: NaiveDate) -> Result<Option<Detail>> {
    let (condition, named) = match key {
        Key::Id(id) => ("n.id = $2", id.uuid().into()),
        Key::Slug(slug) => ("n.slug = $2", slug.as_str().into()),
    };
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        format!("{DETAIL}{condition}"),
        [
            visible.organization().uuid().into(),
            named,
            visible.person().map(vliegwiel_domain::ids::Id::uuid).into(),
            visible.now().into(),
            today.into(),
            visible.includes_organization().into(),
        ],
    );
    let Some(found) = Found::find_by_statement(statement).one(db).await? else {
        return Ok(None);
    };
    let own = |(id, state, version, joined_at): (Uuid, String, i32, Option<DateTime<Utc>>)| {
        Ok::<_, crate::Error>(OwnMembership {
            id: id.into(),
            state: code(&state, "memberships.state")?,
            version: count(version, "memberships.version")?,
            joined_at,
        })
    };
    let start = StartCapacity {
        pilots: u32::try_from(found.pilots).unwrap_or(u32::MAX),
        limit: count(found.start_capacity, "organizations.start_capacity")?,
        next: found.next.map(Into::into),
    };
    Ok(Some(Detail {
        start,
        network: Network::try_from(found.network)?,
        meetings_ahead: u32::try_from(found.meetings_ahead).unwrap_or(u32::MAX),
        vacancies: u32::try_from(found.vacancies).unwrap_or(u32::MAX),
        core_group_min: count(found.core_group_min, "organizations.core_group_min")?,
        membership: found.membership.map(own).transpose()?,
    }))
}

//! Who else hosts a meeting.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::Place;
use vliegwiel_domain::ids::{Id, MeetingId, OrganizationId};
use vliegwiel_domain::meetings::CoHost;

use crate::error::{Error, Result};
use crate::mapping::code;
use crate::networks::place_in;
use crate::rows::{meeting_hosts as row, networks, units};

/// A co-host with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName {
    /// Who.
    pub host: CoHost,
    /// Its name.
    pub name: String,
    /// Where it stands: who may not know of it does not read its name.
    pub place: Place,
}

#[derive(Debug, FromQueryResult)]
struct Line {
    organization_id: Uuid,
    network_id: Option<Uuid>,
    unit_id: Option<Uuid>,
    network_name: Option<String>,
    network_state: Option<String>,
    unit_name: Option<String>,
}

/// The co-hosts of a meeting, in the order they were named; who may read which name is decided by the use case. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn hosts(db: &impl ConnectionTrait, organization: OrganizationId, meeting: MeetingId) -> Result<Vec<HostName>> {
    let network: RelationDef = row::Entity::belongs_to(networks::Entity)
        .from((row::Column::OrganizationId, row::Column::NetworkId))
        .to((networks::Column::OrganizationId, networks::Column::Id))
        .into();
    let unit: RelationDef = row::Entity::belongs_to(units::Entity)
        .from((row::Column::OrganizationId, row::Column::UnitId))
        .to((units::Column::OrganizationId, units::Column::Id))
        .into();
    let lines = row::Entity::find()
        .select_only()
        .columns([row::Column::OrganizationId, row::Column::NetworkId, row::Column::UnitId])
        .expr_as(Expr::col((networks::Entity, networks::Column::Name)), "network_name")
        .expr_as(Expr::col((networks::Entity, networks::Column::State)), "network_state")
        .expr_as(Expr::col((units::Entity, units::Column::Name)), "unit_name")
        .join(JoinType::LeftJoin, network)
        .join(JoinType::LeftJoin, unit)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::MeetingId.eq(meeting.uuid()))
        .order_by_asc(row::Column::Sequence)
        .into_model::<Line>()
        .all(db)
        .await?;
    lines.into_iter().map(HostName::try_from).collect()
}

/// Let these be the co-hosts from now on. Two statements.
///
/// # Errors
/// [`Error::DanglingReference`] for a network or unit that does not exist.
pub async fn replace_hosts(db: &impl ConnectionTrait, organization: OrganizationId, meeting: MeetingId, hosts: &[CoHost]) -> Result<()> {
    row::Entity::delete_many()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::MeetingId.eq(meeting.uuid()))
        .exec(db)
        .await?;
    let rows = hosts.iter().zip(1..).map(|(host, sequence)| {
        let (network, unit) = match host {
            CoHost::Network(network) => (Some(network.uuid()), None),
            CoHost::Unit(unit) => (None, Some(unit.uuid())),
        };
        row::ActiveModel {
            organization_id: Set(organization.uuid()),
            meeting_id: Set(meeting.uuid()),
            sequence: Set(sequence),
            network_id: Set(network),
            unit_id: Set(unit),
        }
    });
    if !hosts.is_empty() {
        row::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

impl TryFrom<Line> for HostName {
    type Error = Error;

    fn try_from(line: Line) -> Result<Self> {
        let organization = Id::new(line.organization_id);
        match line {
            Line { network_id: Some(id), network_name: Some(name), network_state: Some(state), .. } => {
                let id = Id::new(id);
                let place = place_in(organization, id, code(&state, "networks.state")?);
                Ok(Self { host: CoHost::Network(id), name, place })
            }
            Line { unit_id: Some(id), unit_name: Some(name), .. } => {
                Ok(Self { host: CoHost::Unit(Id::new(id)), name, place: Place::organization(organization) })
            }
            Line { .. } => Err(Error::Corrupt { column: "meeting_hosts.network_id" }),
        }
    }
}

//! Working groups and the people in them.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, IntoCondition, LockType, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visibility};
use vliegwiel_domain::ids::{Id, NetworkId, OrganizationId, PersonId, WorkingGroupId, WorkingGroupMemberId};
use vliegwiel_domain::networks::{Network, Sensitivity};
use vliegwiel_domain::working_groups::{WorkingGroup, WorkingGroupKind, WorkingGroupMember};

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{persons, working_group_members as member_row, working_groups as row};

/// Which working groups of a network.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// Somebody in a working group, with the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The seat.
    pub member: WorkingGroupMember,
    /// The name of the person.
    pub name: String,
}

/// Where the people of a working group stand: who takes part shows who is in the network.
#[must_use]
pub fn members_place(network: &Network) -> Place {
    let visibility = match network.profile.sensitivity {
        Sensitivity::Normal => Visibility::Network,
        Sensitivity::Special => Visibility::Confidential,
    };
    Place { organization: network.organization_id, network: Some(network.id), area: None, visibility, participants: Vec::new() }
}

/// One working group of a network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    group: WorkingGroupId,
) -> Result<Option<WorkingGroup>> {
    let found = of(organization, network).filter(row::Column::Id.eq(group.uuid())).one(db).await?;
    found.map(WorkingGroup::try_from).transpose()
}

/// Open working groups of a network by name; who may know the network may know of them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, place: &Place, filter: &Filter) -> Result<Vec<WorkingGroup>> {
    let Some(network) = place.network else {
        return Ok(Vec::new());
    };
    let later = |name: &String, id: Uuid| {
        Condition::any().add(row::Column::Name.gt(name)).add(Condition::all().add(row::Column::Name.eq(name)).add(row::Column::Id.gt(id)))
    };
    of(place.organization, network)
        .filter(row::Column::ClosedAt.is_null())
        .filter(Condition::all().add_option(filter.after.as_ref().map(|(name, id)| later(name, *id))))
        .order_by_asc(row::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(filter.most)
        .all(db)
        .await?
        .into_iter()
        .map(WorkingGroup::try_from)
        .collect()
}

/// People in a working group now, by name; at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn members(db: &impl ConnectionTrait, group: &WorkingGroup, most: u64) -> Result<Vec<Listed>> {
    let found = member_row::Entity::find()
        .join(JoinType::InnerJoin, person())
        .select_also(persons::Entity)
        .filter(member_row::Column::OrganizationId.eq(group.organization_id.uuid()))
        .filter(member_row::Column::WorkingGroupId.eq(group.id.uuid()))
        .filter(member_row::Column::LeftAt.is_null())
        .order_by_asc(persons::Column::Name)
        .order_by_asc(member_row::Column::Id)
        .limit(most)
        .all(db)
        .await?;
    let listed = |(member, person): (member_row::Model, Option<persons::Model>)| {
        let person = person.ok_or(Error::Corrupt { column: "working_group_members.person_id" })?;
        Ok(Listed { member: member.try_into()?, name: person.name })
    };
    found.into_iter().map(listed).collect()
}

/// One seat in a working group. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn member(db: &impl ConnectionTrait, group: &WorkingGroup, member: WorkingGroupMemberId) -> Result<Option<WorkingGroupMember>> {
    let found = member_row::Entity::find()
        .filter(member_row::Column::OrganizationId.eq(group.organization_id.uuid()))
        .filter(member_row::Column::WorkingGroupId.eq(group.id.uuid()))
        .filter(member_row::Column::Id.eq(member.uuid()))
        .one(db)
        .await?;
    found.map(WorkingGroupMember::try_from).transpose()
}

/// Store a new working group. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for a network of another organisation.
pub async fn insert(db: &impl ConnectionTrait, group: &WorkingGroup) -> Result<()> {
    row::Entity::insert(row::Model::from(group).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed working group if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, group: &WorkingGroup) -> Result<bool> {
    let changed = row::Model::from(group).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(group.organization_id.uuid()))
        .filter(row::Column::Id.eq(group.id.uuid()))
        .filter(row::Column::Version.eq(signed(group.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Take somebody in. One statement.
///
/// # Errors
/// [`Error::Duplicate`] for who is in it; [`Error::DanglingReference`] for a person of another organisation.
pub async fn insert_member(db: &impl ConnectionTrait, member: &WorkingGroupMember) -> Result<()> {
    member_row::Entity::insert(member_row::Model::from(member).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Let somebody go who was in it. One statement. Returns whether they were.
///
/// # Errors
/// When the database refuses.
pub async fn end_member(db: &impl ConnectionTrait, member: &WorkingGroupMember) -> Result<bool> {
    let done = leaving(member.left_at)
        .filter(member_row::Column::OrganizationId.eq(member.organization_id.uuid()))
        .filter(member_row::Column::Id.eq(member.id.uuid()))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Let everybody go. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn end_all_members(db: &impl ConnectionTrait, group: &WorkingGroup, now: DateTime<Utc>) -> Result<()> {
    leaving(Some(now))
        .filter(member_row::Column::OrganizationId.eq(group.organization_id.uuid()))
        .filter(member_row::Column::WorkingGroupId.eq(group.id.uuid()))
        .exec(db)
        .await?;
    Ok(())
}

/// Close every open working group of a network and let everybody in them go. Two statements. Returns which were closed.
///
/// # Errors
/// When the database refuses.
pub async fn close_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    now: DateTime<Utc>,
) -> Result<Vec<WorkingGroupId>> {
    let closed = row::Entity::update_many()
        .col_expr(row::Column::ClosedAt, Expr::value(now))
        .col_expr(row::Column::Members, Expr::value(0))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::NetworkId.eq(network.uuid()))
        .filter(row::Column::ClosedAt.is_null())
        .exec_with_returning(db)
        .await?;
    let closed: Vec<WorkingGroupId> = closed.into_iter().map(|group| group.id.into()).collect();
    leaving(Some(now))
        .filter(member_row::Column::OrganizationId.eq(organization.uuid()))
        .filter(member_row::Column::WorkingGroupId.is_in(closed.iter().map(|group| group.uuid())))
        .exec(db)
        .await?;
    Ok(closed)
}

/// Which working groups somebody leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Those of members in this network.
    OfMembersIn(NetworkId),
    /// All of the organisation, those of experts too.
    Everywhere,
}

/// Let a person go from working groups and count them out. Three statements, one for who is in none.
///
/// # Errors
/// When the database refuses.
pub async fn leave_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    which: Leaving,
    now: DateTime<Utc>,
) -> Result<()> {
    let seats = Query::select()
        .column(member_row::Column::WorkingGroupId)
        .from(member_row::Entity)
        .and_where(member_row::Column::OrganizationId.eq(organization.uuid()))
        .and_where(member_row::Column::PersonId.eq(person.uuid()))
        .and_where(member_row::Column::LeftAt.is_null())
        .to_owned();
    let chosen = match which {
        Leaving::Everywhere => Condition::all(),
        Leaving::OfMembersIn(network) => {
            Condition::all().add(row::Column::NetworkId.eq(network.uuid())).add(row::Column::Kind.eq(WorkingGroupKind::Members.as_str()))
        }
    };
    let locked = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.in_subquery(seats))
        .filter(chosen)
        .order_by_asc(row::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(db)
        .await?;
    let groups: Vec<Uuid> = locked.into_iter().map(|group| group.id).collect();
    if groups.is_empty() {
        return Ok(());
    }
    let left = leaving(Some(now))
        .filter(member_row::Column::OrganizationId.eq(organization.uuid()))
        .filter(member_row::Column::PersonId.eq(person.uuid()))
        .filter(member_row::Column::WorkingGroupId.is_in(groups))
        .exec_with_returning(db)
        .await?;
    row::Entity::update_many()
        .col_expr(row::Column::Members, Expr::col(row::Column::Members).sub(1))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(left.into_iter().map(|seat| seat.working_group_id)))
        .exec(db)
        .await?;
    Ok(())
}

fn leaving(at: Option<DateTime<Utc>>) -> sea_orm::UpdateMany<member_row::Entity> {
    member_row::Entity::update_many()
        .set(member_row::ActiveModel { left_at: Set(at), ..Default::default() })
        .col_expr(member_row::Column::Version, Expr::col(member_row::Column::Version).add(1))
        .filter(member_row::Column::LeftAt.is_null())
}

fn of(organization: OrganizationId, network: NetworkId) -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid())).filter(row::Column::NetworkId.eq(network.uuid()))
}

fn person() -> RelationDef {
    let relation: RelationDef =
        member_row::Entity::belongs_to(persons::Entity).from(member_row::Column::PersonId).to(persons::Column::Id).into();
    relation.on_condition(|member, person| {
        Expr::col((person, persons::Column::OrganizationId)).equals((member, member_row::Column::OrganizationId)).into_condition()
    })
}

impl TryFrom<row::Model> for WorkingGroup {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            kind: code(&row.kind, "working_groups.kind")?,
            name: row.name,
            purpose: row.purpose,
            members: count(row.members, "working_groups.members")?,
            closed_at: row.closed_at,
            version: count(row.version, "working_groups.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&WorkingGroup> for row::Model {
    fn from(group: &WorkingGroup) -> Self {
        Self {
            id: group.id.uuid(),
            organization_id: group.organization_id.uuid(),
            network_id: group.network_id.uuid(),
            kind: group.kind.as_str().to_owned(),
            name: group.name.clone(),
            purpose: group.purpose.clone(),
            closed_at: group.closed_at,
            members: signed(group.members),
            version: signed(group.version),
            created_at: group.created_at,
        }
    }
}

impl TryFrom<member_row::Model> for WorkingGroupMember {
    type Error = Error;

    fn try_from(row: member_row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            working_group_id: row.working_group_id.into(),
            person_id: row.person_id.into(),
            expertise: row.expertise,
            joined_at: row.joined_at,
            left_at: row.left_at,
            version: count(row.version, "working_group_members.version")?,
        })
    }
}

impl From<&WorkingGroupMember> for member_row::Model {
    fn from(member: &WorkingGroupMember) -> Self {
        Self {
            id: member.id.uuid(),
            organization_id: member.organization_id.uuid(),
            working_group_id: member.working_group_id.uuid(),
            person_id: Id::uuid(member.person_id),
            expertise: member.expertise.clone(),
            joined_at: member.joined_at,
            left_at: member.left_at,
            version: signed(member.version),
        }
    }
}

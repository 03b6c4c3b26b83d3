//! Memberships: persons in networks.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Func, IntoCondition};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use strum::IntoEnumIterator;
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visible};
use vliegwiel_domain::affiliations::{AffiliationKind, AffiliationState};
use vliegwiel_domain::ids::{Id, MembershipId, NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::memberships::{Membership, MembershipState, visibility};
use vliegwiel_domain::networks::Sensitivity;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{affiliations, memberships as row, persons};

/// Which memberships of a network.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// In this state only; without it the requests and the active ones: who left is nobody's business any more.
    pub state: Option<MembershipState>,
    /// With these words in the name, in any case.
    pub words: Option<String>,
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// A membership with the name of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The membership.
    pub membership: Membership,
    /// The name of the person.
    pub name: String,
}

/// Where this membership stands in a network of this sensitivity.
#[must_use]
pub fn place_of(membership: &Membership, sensitivity: Sensitivity) -> Place {
    Place {
        organization: membership.organization_id,
        network: Some(membership.network_id),
        area: None,
        visibility: visibility(sensitivity),
        participants: vec![membership.person_id],
    }
}

/// One membership of a network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    membership: MembershipId,
) -> Result<Option<Membership>> {
    let found = of(organization, network).filter(row::Column::Id.eq(membership.uuid())).one(db).await?;
    found.map(Membership::try_from).transpose()
}

/// The membership of a person in a network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    person: PersonId,
) -> Result<Option<Membership>> {
    let found = of(organization, network).filter(row::Column::PersonId.eq(person.uuid())).one(db).await?;
    found.map(Membership::try_from).transpose()
}

/// The active memberships of a person and the requests that wait, by network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn open_of_person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Vec<Membership>> {
    let states = [MembershipState::Requested.as_str(), MembershipState::Active.as_str()];
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::PersonId.eq(person.uuid()))
        .filter(row::Column::State.is_in(states))
        .order_by_asc(row::Column::NetworkId)
        .all(db)
        .await?
        .into_iter()
        .map(Membership::try_from)
        .collect()
}

/// Store that these memberships and requests, whose networks the caller holds, were left at one moment. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn leave_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    memberships: &[MembershipId],
    now: DateTime<Utc>,
) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(MembershipState::Left.as_str()))
        .col_expr(row::Column::LeftAt, Expr::value(now))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(memberships.iter().map(|membership| membership.uuid())))
        .exec(db)
        .await?;
    Ok(())
}

/// The requests to join a network that wait for an answer; the caller holds the network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn requested(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Vec<Membership>> {
    let waiting = of(organization, network).filter(row::Column::State.eq(MembershipState::Requested.as_str()));
    waiting.order_by_asc(row::Column::Id).all(db).await?.into_iter().map(Membership::try_from).collect()
}

/// Store that these requests were declined for one reason. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn decline_all(db: &impl ConnectionTrait, organization: OrganizationId, requests: &[MembershipId], reason: &str) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(MembershipState::Declined.as_str()))
        .col_expr(row::Column::Reason, Expr::value(reason))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(requests.iter().map(|request| request.uuid())))
        .exec(db)
        .await?;
    Ok(())
}

/// Memberships of a network that `visible` answers for, by name of the person. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, network: NetworkId, filter: &Filter) -> Result<Vec<Listed>> {
    if !visible.answers_for().contains(&network) {
        return Ok(Vec::new());
    }
    let select = of(visible.organization(), network)
        .join(JoinType::InnerJoin, person())
        .select_also(persons::Entity)
        .filter(chosen(filter))
        .order_by_asc(persons::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(filter.most);
    let listed = |(membership, person): (row::Model, Option<persons::Model>)| {
        let person = person.ok_or(Error::Corrupt { column: "memberships.person_id" })?;
        Ok(Listed { membership: Membership::try_from(membership)?, name: person.name })
    };
    select.all(db).await?.into_iter().map(listed).collect()
}

/// Those of `persons` who are active members of the network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn active_among(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    persons: &[PersonId],
) -> Result<BTreeSet<PersonId>> {
    let found: Vec<Uuid> = of(organization, network)
        .select_only()
        .column(row::Column::PersonId)
        .filter(row::Column::State.eq(MembershipState::Active.as_str()))
        .filter(row::Column::PersonId.is_in(persons.iter().map(|person| person.uuid())))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(PersonId::new).collect())
}

/// Those of `persons` who have an active affiliation with the organisation that lets them hold a seat. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn serving_among(db: &impl ConnectionTrait, organization: OrganizationId, persons: &[PersonId]) -> Result<BTreeSet<PersonId>> {
    let found: Vec<Uuid> = affiliations::Entity::find()
        .select_only()
        .column(affiliations::Column::PersonId)
        .filter(affiliations::Column::OrganizationId.eq(organization.uuid()))
        .filter(affiliations::Column::State.eq(AffiliationState::Active.as_str()))
        .filter(affiliations::Column::Kind.is_in(AffiliationKind::iter().filter(|kind| kind.may_serve()).map(AffiliationKind::as_str)))
        .filter(affiliations::Column::PersonId.is_in(persons.iter().map(|person| person.uuid())))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(PersonId::new).collect())
}

/// Store a new membership. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when the person has one in this network.
pub async fn insert(db: &impl ConnectionTrait, membership: &Membership) -> Result<()> {
    row::Entity::insert(row::Model::from(membership).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed membership if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, membership: &Membership) -> Result<bool> {
    let changed = row::Model::from(membership).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(membership.organization_id.uuid()))
        .filter(row::Column::Id.eq(membership.id.uuid()))
        .filter(row::Column::Version.eq(signed(membership.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn of(organization: OrganizationId, network: NetworkId) -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid())).filter(row::Column::NetworkId.eq(network.uuid()))
}

fn person() -> RelationDef {
    let relation: RelationDef = row::Entity::belongs_to(persons::Entity).from(row::Column::PersonId).to(persons::Column::Id).into();
    relation.on_condition(|membership, person| {
        Expr::col((person, persons::Column::OrganizationId)).equals((membership, row::Column::OrganizationId)).into_condition()
    })
}

fn chosen(filter: &Filter) -> Condition {
    let name = || Expr::col((persons::Entity, persons::Column::Name));
    let later = |after: &str, id: Uuid| {
        Condition::any().add(name().gt(after)).add(Condition::all().add(name().eq(after)).add(row::Column::Id.gt(id)))
    };
    let holds = |words: &str| Expr::expr(Func::lower(name())).like(crate::search::contains(words));
    let present = || row::Column::State.is_in([MembershipState::Requested.as_str(), MembershipState::Active.as_str()]);
    Condition::all()
        .add(filter.state.map_or_else(present, |state| row::Column::State.eq(state.as_str())))
        .add_option(filter.words.as_deref().map(holds))
        .add_option(filter.after.as_ref().map(|(after, id)| later(after, *id)))
}

impl TryFrom<row::Model> for Membership {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            person_id: row.person_id.into(),
            state: code(&row.state, "memberships.state")?,
            supports_purpose_at: row.supports_purpose_at,
            joined_at: row.joined_at,
            left_at: row.left_at,
            reason: row.reason,
            version: count(row.version, "memberships.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Membership> for row::Model {
    fn from(membership: &Membership) -> Self {
        Self {
            id: membership.id.uuid(),
            organization_id: membership.organization_id.uuid(),
            network_id: membership.network_id.uuid(),
            person_id: Id::uuid(membership.person_id),
            state: membership.state.as_str().to_owned(),
            supports_purpose_at: membership.supports_purpose_at,
            joined_at: membership.joined_at,
            left_at: membership.left_at,
            reason: membership.reason.clone(),
            version: signed(membership.version),
            created_at: membership.created_at,
        }
    }
}

//! Networks and what was agreed with them.

mod agreements;
mod counts;
mod detail;
mod overview;

use sea_orm::sea_query::{Cond, Expr, Func, LockType};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visibility, Visible};
use vliegwiel_domain::ids::{NetworkId, OrganizationId};
use vliegwiel_domain::networks::{Goal, Network, NetworkKind, NetworkProfile, NetworkState};

pub use agreements::{agreements, insert_agreement, newest_agreement};
pub use counts::{
    MembersChange, count_members, count_out_of_all, crossing, lock_of_person, lock_running, note_below_minimum, with_another_core_group,
};
pub use detail::{Detail, Key, OwnMembership, detail};
pub use overview::{Capacity, Oversight, announce_evaluation, capacity, due_for_dormancy, due_for_evaluation, lock_starts, overview};

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count, signed};
use crate::rows::networks as row;

/// Which networks of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this kind only.
    pub kind: Option<NetworkKind>,
    /// In this state only.
    pub state: Option<NetworkState>,
    /// Only those that the person who asks is a member of or answers for.
    pub among: Option<Among>,
    /// With these words in the name or the purpose, in any case.
    pub words: Option<String>,
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// A choice from the networks by what they are to the person who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Member of it, or answering for it.
    Mine,
}

/// Where a network stands, for the policy. One statement.
///
/// A network that waits for its start is known inside the organisation only.
///
/// # Errors
/// When the database refuses.
pub async fn place(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Option<Place>> {
    let found = one(db, organization, network).await?;
    Ok(found.map(|network| place_of(&network)))
}

/// Where this network stands.
#[must_use]
pub const fn place_of(network: &Network) -> Place {
    place_in(network.organization_id, network.id, network.state)
}

/// Where a network in this state stands.
#[must_use]
pub(crate) const fn place_in(organization: OrganizationId, network: NetworkId, state: NetworkState) -> Place {
    let visibility = match state {
        NetworkState::Proposed => Visibility::Organization,
        NetworkState::Pilot | NetworkState::Active | NetworkState::Evaluating | NetworkState::Dormant | NetworkState::Ended => {
            Visibility::Public
        }
    };
    Place { organization, network: Some(network), area: None, visibility, participants: Vec::new() }
}

/// Those of these networks that the organisation has, in no order. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn some(db: &impl ConnectionTrait, organization: OrganizationId, networks: &[NetworkId]) -> Result<Vec<Network>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(networks.iter().map(|network| network.uuid())))
        .all(db)
        .await?
        .into_iter()
        .map(Network::try_from)
        .collect()
}

/// One network of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Option<Network>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(network.uuid()))
        .one(db)
        .await?
        .map(Network::try_from)
        .transpose()
}

/// Networks by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Network>> {
    let mut select =
        row::Entity::find().filter(scope(visible)).order_by_asc(row::Column::Name).order_by_asc(row::Column::Id).limit(filter.most);
    if let Some(kind) = filter.kind {
        select = select.filter(row::Column::Kind.eq(kind.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(row::Column::State.eq(state.as_str()));
    }
    if let Some(words) = &filter.words {
        select = select.filter(holds(words));
    }
    if let Some((name, id)) = &filter.after {
        select = select.filter(
            Condition::any()
                .add(row::Column::Name.gt(name))
                .add(Condition::all().add(row::Column::Name.eq(name)).add(row::Column::Id.gt(*id))),
        );
    }
    if let Some(Among::Mine) = filter.among {
        let mine = visible.memberships().iter().chain(visible.organizes()).map(|network| network.uuid());
        select = select.filter(row::Column::Id.is_in(mine));
    }
    select.all(db).await?.into_iter().map(Network::try_from).collect()
}

/// One network of the organisation, held until the transaction ends, so that its counts and its core group change one after the other.
/// One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Option<Network>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(network.uuid()))
        .lock(LockType::NoKeyUpdate)
        .one(db)
        .await?
        .map(Network::try_from)
        .transpose()
}

/// Slugs of the organisation that begin with `slug`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn slugs_like(db: &impl ConnectionTrait, organization: OrganizationId, slug: &str) -> Result<Vec<String>> {
    Ok(row::Entity::find()
        .select_only()
        .column(row::Column::Slug)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Slug.starts_with(slug))
        .into_tuple()
        .all(db)
        .await?)
}

fn scope(visible: &Visible) -> Condition {
    let own = Condition::all().add(row::Column::OrganizationId.eq(visible.organization().uuid()));
    if visible.includes_organization() { own } else { own.add(row::Column::State.ne(NetworkState::Proposed.as_str())) }
}

fn holds(words: &str) -> Cond {
    let pattern = crate::search::contains(words);
    let lower = |column: row::Column| Expr::expr(Func::lower(Expr::col((row::Entity, column))));
    Cond::any().add(lower(row::Column::Name).like(pattern.clone())).add(lower(row::Column::Purpose).like(pattern))
}

/// Store a new network. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken in the organisation.
pub async fn insert(db: &impl ConnectionTrait, network: &Network) -> Result<()> {
    row::Entity::insert(row::Model::from(network).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed network if its version was one less; `members` stays as it is in the database, and so does what was
/// announced. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, network: &Network) -> Result<bool> {
    let mut changed = row::Model::from(network).into_active_model().reset_all();
    changed.id = Set(network.id.uuid());
    changed.not_set(row::Column::Members);
    changed.not_set(row::Column::EvaluationToldOn);
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(network.organization_id.uuid()))
        .filter(row::Column::Id.eq(network.id.uuid()))
        .filter(row::Column::Version.eq(signed(network.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

impl TryFrom<row::Model> for Network {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            unit_id: row.unit_id.map(Into::into),
            founding_plan_id: row.founding_plan_id.map(Into::into),
            goal: goal(&row)?,
            slug: row.slug,
            kind: code(&row.kind, "networks.kind")?,
            profile: NetworkProfile {
                name: row.name,
                purpose: row.purpose,
                about: row.about,
                sensitivity: code(&row.sensitivity, "networks.sensitivity")?,
                openness: code(&row.openness, "networks.openness")?,
            },
            state: code(&row.state, "networks.state")?,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            evaluation_on: row.evaluation_on,
            ended_on: row.ended_on,
            end_reason: row.end_reason,
            members: count(row.members, "networks.members")?,
            core_group: count(row.core_group, "networks.core_group")?,
            below_minimum_since: row.below_minimum_since,
            version: count(row.version, "networks.version")?,
            created_at: row.created_at,
        })
    }
}

fn goal(row: &row::Model) -> Result<Option<Goal>> {
    let (Some(members), Some(from), Some(by)) = (optional_count(row.goal_members, "networks.goal_members")?, row.goal_from, row.goal_by)
    else {
        return Ok(None);
    };
    let members_at_start = optional_count(row.goal_members_at_start, "networks.goal_members_at_start")?.unwrap_or(0);
    Ok(Some(Goal { members, from, by, members_at_start }))
}

impl From<&Network> for row::Model {
    fn from(network: &Network) -> Self {
        let NetworkProfile { name, purpose, about, sensitivity, openness } = &network.profile;
        Self {
            id: network.id.uuid(),
            organization_id: network.organization_id.uuid(),
            unit_id: network.unit_id.map(vliegwiel_domain::ids::Id::uuid),
            founding_plan_id: network.founding_plan_id.map(vliegwiel_domain::ids::Id::uuid),
            slug: network.slug.clone(),
            kind: network.kind.as_str().to_owned(),
            name: name.clone(),
            purpose: purpose.clone(),
            about: about.clone(),
            sensitivity: sensitivity.as_str().to_owned(),
            openness: openness.as_str().to_owned(),
            state: network.state.as_str().to_owned(),
            starts_on: network.starts_on,
            ends_on: network.ends_on,
            evaluation_on: network.evaluation_on,
            evaluation_told_on: None,
            goal_members: network.goal.map(|goal| signed(goal.members)),
            goal_from: network.goal.map(|goal| goal.from),
            goal_by: network.goal.map(|goal| goal.by),
            goal_members_at_start: network.goal.map(|goal| signed(goal.members_at_start)),
            ended_on: network.ended_on,
            end_reason: network.end_reason.clone(),
            members: signed(network.members),
            core_group: signed(network.core_group),
            below_minimum_since: network.below_minimum_since,
            version: signed(network.version),
            created_at: network.created_at,
        }
    }
}

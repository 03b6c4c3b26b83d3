//! Working groups inside a network.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::{NetworkId, PersonId, WorkingGroupId, WorkingGroupMemberId};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::working_groups::{
    Belonging, NewWorkingGroup, NewWorkingGroupMember, WorkingGroup, WorkingGroupError, WorkingGroupMember,
};
pub use vliegwiel_persistence::working_groups::{Filter, Listed};
use vliegwiel_persistence::{Tx, memberships, working_groups};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::memberships::check_may_serve;
use crate::networks::{held, known, place_of};
use crate::receipts::{Answer, Receipt};

/// Most people that are shown of one working group. Our choice.
const MEMBERS_MAX: u64 = 200;

impl From<WorkingGroupError> for Error {
    fn from(error: WorkingGroupError) -> Self {
        match error {
            WorkingGroupError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// A working group with the network it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The group.
    pub group: WorkingGroup,
    /// Its network.
    pub network: Network,
}

/// Open working groups of a network, by name. Two statements.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the network.
pub async fn list(app: &App, actor: &Actor, network: NetworkId, filter: &Filter) -> Result<(Network, Vec<WorkingGroup>)> {
    let network = known(app, actor, network).await?;
    require(actor, Action::WorkingGroupsRead, &place_of(&network))?;
    let groups = working_groups::list(app.db.read(), &place_of(&network), filter).await?;
    Ok((network, groups))
}

/// One working group. Two statements.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, network: NetworkId, group: WorkingGroupId) -> Result<Seen> {
    found_for(app, actor, network, group, Action::WorkingGroupsRead).await
}

/// People in a working group by name: for members of the network, its core group, office and board; in a network where being in it says
/// something about someone, for its core group. Five statements: that they were read is on record.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of them.
pub async fn members(app: &App, actor: &Actor, network: NetworkId, group: WorkingGroupId) -> Result<(Seen, Vec<Listed>)> {
    let seen = get(app, actor, network, group).await?;
    require(actor, Action::WorkingGroupsRead, &working_groups::members_place(&seen.network))?;
    let people = working_groups::members(app.db.read(), &seen.group, MEMBERS_MAX).await?;
    audit::record_reading(app, actor, Deed::new("working-groups.list-members", seen.group.id.uuid())).await?;
    Ok((seen, people))
}

/// Found a working group.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the network, [`Error::Forbidden`], or a rule such as
/// `working-groups/network-not-running`.
pub async fn found(app: &App, actor: &Actor, new: NewWorkingGroup, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let known = known(app, actor, new.network_id).await?;
    require(actor, Action::WorkingGroupsFound, &place_of(&known))?;
    let tx = app.begin_write().await?;
    let network = held(&tx, actor.organization, known.id).await?;
    let group = new.found(app.new_id(), network.state, app.now())?;
    working_groups::insert(&tx, &group).await?;
    audit::record(&tx, app, actor, deed(Action::WorkingGroupsFound, &group)).await?;
    let answer = receipt.keep(&tx, app, &Seen { group, network }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// What changes about a working group; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Another name.
    pub name: Option<String>,
    /// Another purpose.
    pub purpose: Option<String>,
}

/// Change a working group, from the version that the actor saw.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or a rule such as `working-groups/closed`.
pub async fn change(app: &App, actor: &Actor, at: (NetworkId, WorkingGroupId), version: u32, change: Change) -> Result<Seen> {
    let Seen { network, .. } = found_for(app, actor, at.0, at.1, Action::WorkingGroupsChange).await?;
    let tx = app.begin_write().await?;
    let group = under_lock(&tx, actor, at).await?;
    if group.version != version {
        return Err(Error::Stale);
    }
    let (name, purpose) = (change.name.unwrap_or_else(|| group.name.clone()), change.purpose.unwrap_or_else(|| group.purpose.clone()));
    let changed = group.change(&name, &purpose)?;
    replaced(&tx, &changed).await?;
    audit::record(&tx, app, actor, deed(Action::WorkingGroupsChange, &changed)).await?;
    commit(tx).await?;
    Ok(Seen { group: changed, network })
}

/// Close a working group; the people in it leave it at the same moment.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], `working-groups/closed`.
pub async fn close(app: &App, actor: &Actor, network: NetworkId, group: WorkingGroupId, version: u32) -> Result<()> {
    found_for(app, actor, network, group, Action::WorkingGroupsClose).await?;
    let tx = app.begin_write().await?;
    let group = under_lock(&tx, actor, (network, group)).await?;
    if group.version != version {
        return Err(Error::Stale);
    }
    let closed = group.close(app.now())?;
    replaced(&tx, &closed).await?;
    working_groups::end_all_members(&tx, &closed, app.now()).await?;
    audit::record(&tx, app, actor, deed(Action::WorkingGroupsClose, &closed)).await?;
    commit(tx).await
}

/// Whom to take into a working group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Who.
    pub person_id: PersonId,
    /// What the person knows; never empty in a group of experts.
    pub expertise: String,
}

/// Take somebody into a working group: a member of the network, or into a group of experts anyone with an affiliation.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Invalid`] for a person without an affiliation or a guest, or a rule: `working-groups/not-a-member`,
/// `working-groups/already-in`, `working-groups/closed`.
pub async fn add_member(
    app: &App,
    actor: &Actor,
    at: (NetworkId, WorkingGroupId),
    newcomer: Newcomer,
    receipt: &Receipt<'_, (Seen, WorkingGroupMember)>,
) -> Result<Answer> {
    let Seen { network, .. } = found_for(app, actor, at.0, at.1, Action::WorkingGroupsAddMember).await?;
    check_may_serve(app, actor.organization, &[newcomer.person_id], "").await.map_err(|_| unknown_person())?;
    let tx = app.begin_write().await?;
    let group = under_lock(&tx, actor, at).await?;
    let belonging = belonging_in(&tx, &network, newcomer.person_id).await?;
    let new = NewWorkingGroupMember { person_id: newcomer.person_id, belonging, expertise: newcomer.expertise };
    let member = group.add_member(app.new_id(), &new, app.now())?;
    match working_groups::insert_member(&tx, &member).await {
        Err(vliegwiel_persistence::Error::Duplicate) => return Err(WorkingGroupError::AlreadyIn.into()),
        stored => stored?,
    }
    let grown = counted(&group, group.members.saturating_add(1));
    replaced(&tx, &grown).await?;
    audit::record(&tx, app, actor, deed(Action::WorkingGroupsAddMember, &grown)).await?;
    let answer = receipt.keep(&tx, app, &(Seen { group: grown, network }, member)).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Let somebody go from a working group, from the version of the seat that the actor saw.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], also for who left before.
pub async fn remove_member(
    app: &App,
    actor: &Actor,
    at: (NetworkId, WorkingGroupId),
    member: WorkingGroupMemberId,
    version: u32,
) -> Result<()> {
    found_for(app, actor, at.0, at.1, Action::WorkingGroupsRemoveMember).await?;
    let tx = app.begin_write().await?;
    let group = under_lock(&tx, actor, at).await?;
    let member = working_groups::member(&tx, &group, member).await?.ok_or(Error::NotFound)?;
    if member.version != version {
        return Err(Error::Stale);
    }
    leave_in(&tx, app, &group, member).await?;
    audit::record(&tx, app, actor, deed(Action::WorkingGroupsRemoveMember, &group)).await?;
    commit(tx).await
}

/// Who left before stays so, and is not counted out twice.
async fn leave_in(tx: &Tx, app: &App, group: &WorkingGroup, member: WorkingGroupMember) -> Result<()> {
    if working_groups::end_member(tx, &member.leave(app.now())).await? {
        replaced(tx, &counted(group, group.members.saturating_sub(1))).await?;
    }
    Ok(())
}

fn counted(group: &WorkingGroup, members: u32) -> WorkingGroup {
    WorkingGroup { members, version: group.version.saturating_add(1), ..group.clone() }
}

async fn replaced(tx: &Tx, group: &WorkingGroup) -> Result<()> {
    if working_groups::replace(tx, group).await? { Ok(()) } else { Err(Error::Stale) }
}

async fn belonging_in(tx: &Tx, network: &Network, person: PersonId) -> Result<Belonging> {
    let members = memberships::active_among(tx, network.organization_id, network.id, &[person]).await?;
    Ok(if members.contains(&person) { Belonging::NetworkMember } else { Belonging::Outsider })
}

async fn found_for(app: &App, actor: &Actor, network: NetworkId, group: WorkingGroupId, action: Action) -> Result<Seen> {
    let network = known(app, actor, network).await?;
    require(actor, action, &place_of(&network))?;
    let group = working_groups::one(app.db.read(), actor.organization, network.id, group).await?.ok_or(Error::NotFound)?;
    Ok(Seen { group, network })
}

/// The group as it is now, with its network held until the transaction ends. Two statements.
async fn under_lock(tx: &Tx, actor: &Actor, (network, group): (NetworkId, WorkingGroupId)) -> Result<WorkingGroup> {
    held(tx, actor.organization, network).await?;
    working_groups::one(tx, actor.organization, network, group).await?.ok_or(Error::NotFound)
}

fn unknown_person() -> Error {
    Error::flaw("/personId", "unknown-reference", "nobody with an affiliation has this id, apart from guests")
}

fn deed(action: Action, group: &WorkingGroup) -> Deed<'static> {
    Deed::new(action.code(), group.id.uuid()).for_body("core-group")
}

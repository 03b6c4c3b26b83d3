//! Positions: seats with a name, vacant or held, and the access that goes with them.

mod appointing;
mod letters;
pub(crate) mod work;

use vliegwiel_domain::access::{Action, Actor, Place, Verdict, Visibility, Visible, allows};
use vliegwiel_domain::ids::{NetworkId, PositionId};
use vliegwiel_domain::networks::{Network, NetworkError, NetworkState};
use vliegwiel_domain::positions::{
    Capacity, NewPosition, Occupation, Position, PositionDescription, PositionError, holder_visibility, may_be_public, occupation,
};
pub use vliegwiel_persistence::positions::Filter;
use vliegwiel_persistence::positions::{Held, Seat};
use vliegwiel_persistence::{Connection, Tx, networks, organizations, positions};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::{held, on_behalf};
use crate::receipts::{Answer, Receipt};

pub use appointing::{Wish, appoint, end};
pub(crate) use appointing::{appoint_in, end_all_of_person_in, end_core_group_seats_in};

impl From<PositionError> for Error {
    fn from(error: PositionError) -> Self {
        match error {
            PositionError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// A position as one caller may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The position with its area and its network.
    pub seat: Seat,
    /// Whether someone sits there today.
    pub occupation: Occupation,
    /// Who holds it or is about to; the names the caller may not know are left out.
    pub holders: Vec<SeenHolder>,
    /// What the caller may do with it.
    pub actions: Vec<Action>,
}

/// Who holds a seat, as one caller may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenHolder {
    /// The appointment with the name, where the caller may know it.
    pub known: Option<Held>,
    /// Whether the caller knows it from the inside, not only from a public page.
    pub is_inside: bool,
    /// How the seat is held.
    pub capacity: Capacity,
    /// Whether it is held today.
    pub is_current: bool,
}

/// Open positions, in their own order. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Seen>> {
    seen_through(app.db.read(), app, actor, filter).await
}

/// [`list`], also of what a write in progress changed.
pub(crate) async fn seen_through(db: &impl Connection, app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Seen>> {
    let found = positions::seats(db, &Visible::to(actor, app.now()), filter).await?;
    Ok(found.into_iter().map(|seat| seen_by(app, actor, seat)).collect())
}

/// One position. Two statements.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, position: PositionId) -> Result<Seen> {
    let seat = positions::seat(app.db.read(), actor.organization, position).await?.ok_or(Error::NotFound)?;
    let (_, place) = place_of(app, actor, &seat.position).await?;
    require(actor, Action::PositionsRead, &place)?;
    Ok(seen_by(app, actor, seat))
}

/// Open a position, vacant.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know the network, [`Error::Forbidden`], or a rule such as `positions/wrong-place`.
pub async fn open(app: &App, actor: &Actor, new: NewPosition, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let network = match new.network_id {
        Some(network) => Some(crate::networks::known(app, actor, network).await?),
        None => None,
    };
    let place = network.as_ref().map_or_else(|| Place::organization(actor.organization), crate::networks::place_of);
    require(actor, action(Action::PositionsOpen, network.as_ref()), &place)?;
    let tx = app.begin_write().await?;
    check_not_ended(hold(&tx, actor, new.network_id).await?.as_ref())?;
    let position = open_in(&tx, app, new).await?;
    let seat = positions::seat(&tx, actor.organization, position.id).await?.ok_or(Error::NotFound)?;
    audit::record(&tx, app, actor, deed(Action::PositionsOpen, actor, &position)).await?;
    let answer = receipt.keep(&tx, app, &seen_by(app, actor, seat)).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Open a position, vacant. One statement.
///
/// # Errors
/// A rule such as `positions/wrong-place`.
pub(crate) async fn open_in(tx: &Tx, app: &App, new: NewPosition) -> Result<Position> {
    let position = new.open(app.new_id(), app.now())?;
    positions::insert(tx, &position).await?;
    Ok(position)
}

/// Change what stands at a position, from the version that the actor saw.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or a rule such as `positions/closed`.
pub async fn change(
    app: &App,
    actor: &Actor,
    position: PositionId,
    version: u32,
    change: impl FnOnce(PositionDescription) -> PositionDescription,
) -> Result<Seen> {
    let known = found_for(app, actor, position, Action::PositionsChange).await?;
    let tx = app.begin_write().await?;
    let (_, position) = under_lock(&tx, actor, &known).await?;
    if position.version != version {
        return Err(Error::Stale);
    }
    let description = change(position.description());
    let changed = position.change(description)?;
    if !positions::replace(&tx, &changed).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, deed(Action::PositionsChange, actor, &changed)).await?;
    commit(tx).await?;
    get(app, actor, changed.id).await
}

/// Abolish a position that nobody holds.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or a rule: `positions/held`, `positions/closed`.
pub async fn close(app: &App, actor: &Actor, position: PositionId, version: u32) -> Result<()> {
    let known = found_for(app, actor, position, Action::PositionsClose).await?;
    let tx = app.begin_write().await?;
    let (_, position) = under_lock(&tx, actor, &known).await?;
    if position.version != version {
        return Err(Error::Stale);
    }
    let standing = positions::standing(&tx, actor.organization, position.id).await?;
    let closed = position.close(&standing, app.now())?;
    if !positions::replace(&tx, &closed).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, deed(Action::PositionsClose, actor, &closed)).await?;
    commit(tx).await
}

/// What seats at this place hang from, held until the transaction ends: their network, or for the bodies of the organisation itself the
/// organisation, so that no two who go at once leave it without an administrator. One statement.
async fn hold(tx: &Tx, actor: &Actor, network: Option<NetworkId>) -> Result<Option<Network>> {
    if let Some(network) = network {
        return held(tx, actor.organization, network).await.map(Some);
    }
    organizations::lock(tx, actor.organization).await?.ok_or(Error::NotFound)?;
    Ok(None)
}

/// The position as it is now, with what it hangs from held until the transaction ends. Two statements.
async fn under_lock(tx: &Tx, actor: &Actor, known: &Position) -> Result<(Option<Network>, Position)> {
    let network = hold(tx, actor, known.network_id).await?;
    let position = positions::one(tx, actor.organization, known.id).await?.ok_or(Error::NotFound)?;
    Ok((network, position))
}

/// The position, if the actor may do this with it. Two statements.
async fn found_for(app: &App, actor: &Actor, position: PositionId, wanted: Action) -> Result<Position> {
    let position = positions::one(app.db.read(), actor.organization, position).await?.ok_or(Error::NotFound)?;
    let (network, place) = place_of(app, actor, &position).await?;
    require(actor, action(wanted, network.as_ref()), &place)?;
    Ok(position)
}

/// Where a position stands, with its network. One statement for a position of a network.
async fn place_of(app: &App, actor: &Actor, position: &Position) -> Result<(Option<Network>, Place)> {
    let Some(network) = position.network_id else {
        return Ok((None, Place::organization(actor.organization)));
    };
    let network = networks::one(app.db.read(), actor.organization, network).await?.ok_or(Error::NotFound)?;
    let place = crate::networks::place_of(&network);
    Ok((Some(network), place))
}

/// What is asked for: the bodies of the organisation itself are staffed by its administrators.
const fn action(wanted: Action, network: Option<&Network>) -> Action {
    if network.is_some() { wanted } else { Action::PositionsStaff }
}

fn check_not_ended(network: Option<&Network>) -> Result<()> {
    let has_ended = network.is_some_and(|network| network.state == NetworkState::Ended);
    if has_ended { Err(NetworkError::Ended.into()) } else { Ok(()) }
}

fn deed<'a>(action: Action, actor: &Actor, position: &Position) -> Deed<'a> {
    let deed = Deed::new(action.code(), position.id.uuid());
    position.network_id.map_or(deed.for_body("administration"), |network| on_behalf(deed, actor, network))
}

/// What can be done with a position of a network.
const OF_NETWORK: [Action; 4] =
    [Action::PositionsChange, Action::PositionsClose, Action::PositionsAppoint, Action::PositionsEndAppointment];
/// What can be done with a position of the organisation.
const OF_ORGANIZATION: [Action; 1] = [Action::PositionsStaff];

/// What `actor` may do with a position at `place`.
fn actions(actor: &Actor, seat: &Seat, place: &Place) -> Vec<Action> {
    let offered: &[Action] = if place.network.is_some() { &OF_NETWORK } else { &OF_ORGANIZATION };
    let is_closed = appointing::is_closed(&seat.position, seat.network.as_ref().map(|network| network.sensitivity));
    let staffs = !is_closed || allows(actor, Action::MembershipsList, place) == Verdict::Allowed;
    let is_staffing = |action: &Action| matches!(action, Action::PositionsAppoint | Action::PositionsEndAppointment);
    actor.may(place, offered).into_iter().filter(|action| staffs || !is_staffing(action)).collect()
}

/// The position as `actor` may see it: a name with the consent of the person, to the person, and to those who may know without; in a network of
/// special sensitivity the consent opens nothing.
fn seen_by(app: &App, actor: &Actor, seat: Seat) -> Seen {
    let today = app.today();
    let appointments: Vec<_> = seat.holders.iter().map(|held| held.appointment.clone()).collect();
    let sensitivity = seat.network.as_ref().map(|network| network.sensitivity);
    let place = Place {
        organization: seat.position.organization_id,
        network: seat.position.network_id,
        area: None,
        visibility: holder_visibility(sensitivity),
        participants: Vec::new(),
    };
    let is_public = may_be_public(sensitivity);
    let may_know = allows(actor, Action::PositionsRead, &place) == Verdict::Allowed;
    let open = Place { visibility: Visibility::Public, ..place.clone() };
    let holder = |held: &Held| {
        let is_inside = may_know || actor.person == Some(held.appointment.person_id);
        SeenHolder {
            known: (is_public && held.has_public_role || is_inside).then(|| held.clone()),
            is_inside,
            capacity: held.appointment.capacity,
            is_current: held.appointment.is_current(today),
        }
    };
    Seen {
        occupation: occupation(seat.position.id, &appointments, today),
        holders: seat.holders.iter().filter(|held| !held.appointment.has_lapsed(today)).map(holder).collect(),
        actions: actions(actor, &seat, &open),
        seat,
    }
}

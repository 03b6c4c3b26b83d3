//! Meetings as a caller may see them, with what the caller may do.

use chrono::{DateTime, Utc};
use vliegwiel_domain::access::{Action, Actor, Verdict, Visible, allows};
use vliegwiel_domain::ids::MeetingId;
use vliegwiel_domain::meetings::{CoHost, Meeting, MeetingCommand};
use vliegwiel_domain::registrations::{Entrant, RegistrationState};
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::meetings::{self, Entry, Filter, HostName, place_of};

use super::hosting;
use crate::app::{App, require};
use crate::error::{Error, Result};
use crate::registrations::{desk_place, entrant};

/// A meeting on its own page.
#[derive(Debug, Clone)]
pub struct MeetingPage {
    /// The meeting; its link is there only for who may take part or organises it.
    pub entry: Entry,
    /// Whether one can take part online.
    pub is_online: bool,
    /// Who else hosts it, as far as the caller may know of them.
    pub hosts: Vec<HostName>,
    /// What the caller may do now.
    pub actions: Vec<Action>,
}

/// Meetings by start, as far as the actor may know of them; each with what the actor may do. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<MeetingPage>> {
    let found = meetings::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?;
    Ok(found.into_iter().map(|entry| page(actor, entry, Vec::new(), app.now())).collect())
}

/// One meeting. Two statements.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, meeting: MeetingId) -> Result<MeetingPage> {
    let entry = meetings::entry(app.db.read(), actor.organization, meeting, actor.person).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsRead, &place_of(&entry.meeting))?;
    let hosts = meetings::hosts(app.db.read(), actor.organization, meeting).await?;
    Ok(page(actor, entry, hosts, app.now()))
}

/// A meeting as it is in a transaction that just changed it. Two statements.
pub(super) async fn after(tx: &Tx, app: &App, actor: &Actor, meeting: MeetingId) -> Result<MeetingPage> {
    let entry = meetings::entry(tx, actor.organization, meeting, actor.person).await?.ok_or(Error::NotFound)?;
    let hosts = meetings::hosts(tx, actor.organization, meeting).await?;
    Ok(page(actor, entry, hosts, app.now()))
}

/// What the actor may see and do of a meeting that may be known to the actor.
pub(crate) fn page(actor: &Actor, mut entry: Entry, hosts: Vec<HostName>, now: DateTime<Utc>) -> MeetingPage {
    let actions = actions(actor, &entry, now);
    let is_online = entry.meeting.plan.online_url.is_some();
    if !may_follow_link(actor, &entry, &hosts) {
        entry.meeting.plan.online_url = None;
    }
    MeetingPage { entry, is_online, hosts: hosting::known_to(actor, hosts), actions }
}

/// The online link is for who has a seat, for the core group and ambassadors of the network and of co-hosting networks, and for the office,
/// which may change it. Source: domain.md, Meetings ("only for the registered"); the hosts and the office are our reading.
fn may_follow_link(actor: &Actor, entry: &Entry, hosts: &[HostName]) -> bool {
    let has_seat = entry.own.as_ref().is_some_and(|own| own.registration.state == RegistrationState::Registered);
    let leads = |network| {
        let place = vliegwiel_domain::access::Place { network: Some(network), ..place_of(&entry.meeting) };
        allows(actor, Action::MeetingsChange, &place) == Verdict::Allowed
    };
    let co_hosts = hosts.iter().filter_map(|host| match host.host {
        CoHost::Network(network) => Some(network),
        CoHost::Unit(_) => None,
    });
    has_seat || leads(entry.meeting.network_id) || co_hosts.into_iter().any(leads)
}

fn actions(actor: &Actor, entry: &Entry, now: DateTime<Utc>) -> Vec<Action> {
    use Action as A;
    let meeting = &entry.meeting;
    let possible = [
        (A::MeetingsChange, can_still(meeting, MeetingCommand::Adjust, now)),
        (A::MeetingsPublish, can_still(meeting, MeetingCommand::Publish, now)),
        (A::MeetingsCancel, can_still(meeting, MeetingCommand::Cancel, now)),
        (A::MeetingsHold, can_still(meeting, MeetingCommand::Hold, now)),
        (A::RegistrationsRegister, may_register(actor, entry, now)),
        (A::RegistrationsRegisterGuest, actor.person.is_none() && meeting.admit(Entrant::Guest, now).is_ok()),
    ];
    let place = place_of(meeting);
    let is_allowed = |action, place| allows(actor, action, place) == Verdict::Allowed;
    let own = possible.into_iter().filter(|(action, can)| *can && is_allowed(*action, &place)).map(|(action, _)| action);
    let desk = desk_place(meeting, entry.network.sensitivity);
    let of_the_list = [(A::RegistrationsList, true), (A::RegistrationsCheckIn, meeting.check_door(now).is_ok())];
    let lists = of_the_list.into_iter().filter(|(action, can)| *can && is_allowed(*action, &desk)).map(|(action, _)| action);
    own.chain(lists).collect()
}

fn can_still(meeting: &Meeting, command: MeetingCommand, now: DateTime<Utc>) -> bool {
    let in_time = match command {
        MeetingCommand::Adjust => meeting.published_at.is_none() || now < meeting.plan.starts_at,
        MeetingCommand::Publish => now < meeting.plan.starts_at,
        MeetingCommand::Cancel => meeting.published_at.is_none() || now < meeting.plan.ends_at,
        MeetingCommand::Hold => now >= meeting.plan.starts_at,
    };
    in_time && meeting.state.after(command).is_ok()
}

fn may_register(actor: &Actor, entry: &Entry, now: DateTime<Utc>) -> bool {
    let asks = entry.own.as_ref().is_none_or(|own| own.registration.asks_again(&entry.meeting, now));
    asks && entry.meeting.admit(entrant(actor, &entry.meeting), now).is_ok()
}

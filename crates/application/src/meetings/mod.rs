//! Meetings: scheduling, changing, publishing, calling off, holding; and what lists and pages show.

mod calling_off;
mod hosting;
mod letters;
mod patch;
mod statistics;
mod views;
pub(crate) mod when;

use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::ids::{MeetingId, OrganizationId};
use vliegwiel_domain::meetings::{CoHost, Meeting, MeetingError, MeetingFact, NewMeeting};
use vliegwiel_domain::registrations::{CountChange, RegistrationState};
use vliegwiel_persistence::registrations::{Desk, Whom, desk, recipients};
use vliegwiel_persistence::{Tx, meetings, networks};

pub(crate) use calling_off::call_off_ahead_in;
pub use patch::MeetingPatch;
pub use statistics::{MunicipalityFigures, QuarterFigures, SPAN_DAYS_MAX, Statistics, statistics};
pub(crate) use views::page;
pub use views::{MeetingPage, get, list};
pub use vliegwiel_persistence::meetings::{
    AreaName, Direction, Entry, Filter, Gathering, HostName, NetworkName, OwnRegistration, Span, place_of,
};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::outbox;
use crate::receipts::{Answer, Receipt};
use crate::registrations::move_up;
use letters::Occasion;

impl From<MeetingError> for Error {
    fn from(error: MeetingError) -> Self {
        match error {
            MeetingError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// Schedule a meeting of a network, with its co-hosts, as a draft.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know the network, [`Error::Forbidden`] without the right to schedule, [`Error::Invalid`] for a
/// co-host that the actor cannot name, [`Error::Rule`] such as `meetings/starts-in-past`.
pub async fn schedule(app: &App, actor: &Actor, new: NewMeeting, hosts: Vec<CoHost>, receipt: &Receipt<'_, Meeting>) -> Result<Answer> {
    let place = networks::place(app.db.read(), actor.organization, new.network_id).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsSchedule, &Place { area: new.plan.area_id, ..place })?;
    let hosts = hosting::nameable(app.db.read(), actor, new.network_id, (hosts, &[])).await?;
    let meeting = new.schedule(app.new_id(), app.now())?;
    let tx = app.begin_write().await?;
    meetings::insert(&tx, &meeting).await?;
    meetings::replace_hosts(&tx, actor.organization, meeting.id, &hosts).await?;
    audit::record(&tx, app, actor, Deed::new(Action::MeetingsSchedule.code(), meeting.id.uuid())).await?;
    let answer = receipt.keep(&tx, app, &meeting).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Change what, when, where or for whom. Everyone on the list is told of another time or place; more seats go to who waits. An ambassador moves
/// no meeting out of the own area.
///
/// # Errors
/// As [`require`]; [`Error::Stale`] when `version` is not the newest; [`Error::Rule`] such as `meetings/already-started`.
pub async fn change(app: &App, actor: &Actor, meeting: MeetingId, version: u32, patch: MeetingPatch) -> Result<MeetingPage> {
    let known = meetings::one(app.db.read(), actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsChange, &place_of(&known))?;
    let tx = app.begin_write().await?;
    let known = locked(&tx, actor.organization, meeting, Some(version)).await?;
    let (plan, hosts) = patch.applied_to(known.plan.clone());
    require(actor, Action::MeetingsChange, &place_of(&known))?;
    let (changed, facts) = known.adjust(plan, app.now())?;
    require(actor, Action::MeetingsChange, &place_of(&changed)).map_err(|_| Error::Forbidden)?;
    if let Some(hosts) = hosts {
        let named = meetings::hosts(&tx, actor.organization, meeting).await?;
        let hosts = hosting::nameable(&tx, actor, changed.network_id, (hosts, &named)).await?;
        meetings::replace_hosts(&tx, actor.organization, meeting, &hosts).await?;
    }
    store(&tx, &changed).await?;
    let letters = consequences(&tx, app, &changed, &facts).await?;
    audit::record(&tx, app, actor, Deed::new(Action::MeetingsChange.code(), meeting.uuid())).await?;
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    let page = views::after(&tx, app, actor, meeting).await?;
    commit(tx).await?;
    Ok(page)
}

/// Tell the audience: from now on people can find it and register.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `meetings/no-place`.
pub async fn publish(app: &App, actor: &Actor, meeting: MeetingId, receipt: &Receipt<'_, MeetingPage>) -> Result<Answer> {
    let known = meetings::one(app.db.read(), actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsPublish, &place_of(&known))?;
    let network = networks::one(app.db.read(), actor.organization, known.network_id).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    let published = locked(&tx, actor.organization, meeting, None).await?.publish(network.state, app.now())?;
    store(&tx, &published).await?;
    audit::record(&tx, app, actor, Deed::new(Action::MeetingsPublish.code(), meeting.uuid())).await?;
    let answer = receipt.keep(&tx, app, &views::after(&tx, app, actor, meeting).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Call the meeting off, with a reason in plain language that everyone on the list is told.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `meetings/already-over`.
pub async fn cancel(app: &App, actor: &Actor, meeting: MeetingId, reason: &str, receipt: &Receipt<'_, MeetingPage>) -> Result<Answer> {
    let known = meetings::one(app.db.read(), actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsCancel, &place_of(&known))?;
    let tx = app.begin_write().await?;
    let cancelled = locked(&tx, actor.organization, meeting, None).await?.cancel(reason, app.now())?;
    store(&tx, &cancelled).await?;
    let letters = tell(&tx, &cancelled, Occasion::CalledOff, &ON_THE_LIST).await?;
    let deed = Deed::new(Action::MeetingsCancel.code(), meeting.uuid());
    let deed = cancelled.state_reason.as_deref().map_or(deed, |reason| deed.because(reason));
    audit::record(&tx, app, actor, deed).await?;
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    let answer = receipt.keep(&tx, app, &views::after(&tx, app, actor, meeting).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Say that the meeting took place; `present` is how many came, where no names are kept.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `meetings/not-started`.
pub async fn hold(
    app: &App,
    actor: &Actor,
    meeting: MeetingId,
    present: Option<u32>,
    receipt: &Receipt<'_, MeetingPage>,
) -> Result<Answer> {
    let known = meetings::one(app.db.read(), actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsHold, &place_of(&known))?;
    let tx = app.begin_write().await?;
    let held = locked(&tx, actor.organization, meeting, None).await?.hold(present, app.now())?;
    store(&tx, &held).await?;
    if let Some(present) = present {
        let told = CountChange { attended: i32::try_from(present).unwrap_or(i32::MAX), ..CountChange::default() };
        meetings::change_counts(&tx, actor.organization, meeting, told, 0).await?;
    }
    audit::record(&tx, app, actor, Deed::new(Action::MeetingsHold.code(), meeting.uuid())).await?;
    let answer = receipt.keep(&tx, app, &views::after(&tx, app, actor, meeting).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Everyone who wants to come.
const ON_THE_LIST: [RegistrationState; 2] = [RegistrationState::Registered, RegistrationState::Waitlisted];

/// The meeting under the lock that registering takes too, in the version the caller saw.
async fn locked(tx: &Tx, organization: OrganizationId, meeting: MeetingId, version: Option<u32>) -> Result<Meeting> {
    let meeting = meetings::lock(tx, organization, meeting).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != meeting.version) { Err(Error::Stale) } else { Ok(meeting) }
}

async fn store(tx: &Tx, meeting: &Meeting) -> Result<()> {
    let is_stored = meetings::replace(tx, meeting).await?;
    if is_stored {
        Ok(())
    } else {
        Err(Error::Conflict { code: "house/in-flight", detail: "another request was faster: ask again".to_owned() })
    }
}

/// What a change means to who registered: seats are given, and letters written.
async fn consequences(tx: &Tx, app: &App, meeting: &Meeting, facts: &[MeetingFact]) -> Result<Vec<Letter>> {
    let mut letters = Vec::new();
    for fact in facts {
        letters.extend(match fact {
            MeetingFact::Moved => tell(tx, meeting, Occasion::Moved, &ON_THE_LIST).await?,
            MeetingFact::SeatsFree => tell(tx, meeting, Occasion::SeatsFree, &[RegistrationState::Waitlisted]).await?,
            MeetingFact::Promotes(seats) => {
                let (change, promoted) = move_up(tx, meeting, *seats, app.now()).await?;
                meetings::change_counts(tx, meeting.organization_id, meeting.id, change, 0).await?;
                write(tx, meeting, Occasion::Promoted, Whom::With(&promoted)).await?
            }
        });
    }
    Ok(letters)
}

/// Letters to everyone whose registration is in one of these states.
pub(crate) async fn tell(tx: &Tx, meeting: &Meeting, occasion: Occasion, states: &[RegistrationState]) -> Result<Vec<Letter>> {
    write(tx, meeting, occasion, Whom::InState(states)).await
}

/// Letters about a meeting. Two statements.
pub(crate) async fn write(tx: &Tx, meeting: &Meeting, occasion: Occasion, whom: Whom<'_>) -> Result<Vec<Letter>> {
    let desk = desk(tx, meeting.organization_id, meeting.id, None).await?.ok_or(Error::NotFound)?;
    let to = recipients(tx, meeting.organization_id, meeting.id, whom).await?;
    Ok(to.iter().filter_map(|recipient| letter(&desk, occasion, recipient)).collect())
}

/// The letter to one person; `None` for who has no address.
pub(crate) fn letter(desk: &Desk, occasion: Occasion, to: &vliegwiel_persistence::registrations::Recipient) -> Option<Letter> {
    letters::letter(desk, occasion, to)
}

pub(crate) use letters::{Occasion as MeetingOccasion, guest_letter};

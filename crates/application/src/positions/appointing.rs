//! Appointing to a seat and ending it, with the access that the seat gives.

use chrono::NaiveDate;
use vliegwiel_domain::access::{Action, Actor, Grant, Role};
use vliegwiel_domain::ids::{AppointmentId, NetworkId, OrganizationId, PersonId, PositionId};
use vliegwiel_domain::memberships::Membership;
use vliegwiel_domain::networks::{Network, Sensitivity};
use vliegwiel_domain::positions::{Appointment, Body, Capacity, NewAppointment, Position, PositionError, keeps_administrator};
use vliegwiel_domain::working_groups::Belonging;
use vliegwiel_persistence::grants::{self, NewGrant};
use vliegwiel_persistence::{Tx, memberships, positions, recipients};

use super::{Seen, action, check_not_ended, deed, letters, place_of, seen_by, under_lock};
use crate::app::{App, commit, require};
use crate::audit;
use crate::error::{Error, Result};
use crate::memberships::check_may_serve;
use crate::networks::{core_group, organization_of};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Whom to appoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Who.
    pub person_id: PersonId,
    /// How.
    pub capacity: Capacity,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; absent for the term of the position, or no end.
    pub until_on: Option<NaiveDate>,
}

/// Appoint someone to a position. Who stood in is relieved; the person gets the access of the seat from the first day on and is told.
///
/// In a network where being in it says something about someone, only its core group appoints to the core group: the answer tells whether
/// somebody is a member.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Invalid`] for a person without an affiliation or a guest, or a rule such as `positions/held`,
/// `positions/not-a-member`.
pub async fn appoint(app: &App, actor: &Actor, position: PositionId, wish: Wish, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let known = positions::one(app.db.read(), actor.organization, position).await?.ok_or(Error::NotFound)?;
    let (network, place) = place_of(app, actor, &known).await?;
    require(actor, action(Action::PositionsAppoint, network.as_ref()), &place)?;
    if tells_membership(&known, network.as_ref()) {
        require(actor, Action::MembershipsList, &place)?;
    }
    check_may_serve(app, actor.organization, &[wish.person_id], "").await.map_err(at_person)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let (network, position) = under_lock(&tx, actor, &known).await?;
    check_not_ended(network.as_ref())?;
    let appointment = appoint_in(&tx, app, &position, wish).await?;
    if let (Body::CoreGroup, Some(network)) = (position.body, position.network_id) {
        core_group::settle(&tx, app, organization.id, network).await?;
    }
    let to = recipients::person(&tx, organization.id, wish.person_id).await?;
    let letters = to.iter().map(|to| letters::appointed(&organization, &position, network.as_ref(), &appointment, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    audit::record(&tx, app, actor, deed(Action::PositionsAppoint, actor, &position)).await?;
    let seat = positions::seat(&tx, organization.id, position.id).await?.ok_or(Error::NotFound)?;
    let answer = receipt.keep(&tx, app, &seen_by(app, actor, seat)).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Appoint someone and give the access of the seat, in the transaction of the caller; who stood in is relieved, and lapsed terms are ended.
///
/// For a seat of a core group the caller counts it afterwards, once however many were appointed: [`core_group::settle`].
///
/// # Errors
/// A rule such as `positions/held`, `positions/not-a-member`.
pub(crate) async fn appoint_in(tx: &Tx, app: &App, position: &Position, wish: Wish) -> Result<Appointment> {
    let belonging = belonging_in(tx, position, wish.person_id).await?;
    let others = standing_in(tx, app, position).await?;
    let Wish { person_id, capacity, from_on, until_on } = wish;
    let new = NewAppointment { person_id, capacity, from_on, until_on, belonging };
    let (appointment, relieved) = position.appoint(app.new_id(), new, &others, app.now())?;
    for acting in relieved {
        end_in(tx, app, &acting).await?;
    }
    match positions::insert_appointment(tx, &appointment).await {
        Err(vliegwiel_persistence::Error::Duplicate) => return Err(PositionError::Held.into()),
        stored => stored?,
    }
    give_access(tx, app, position, &appointment).await?;
    Ok(appointment)
}

/// The appointments to a position that hold; those whose term is over are ended on the way.
async fn standing_in(tx: &Tx, app: &App, position: &Position) -> Result<Vec<Appointment>> {
    let (lapsed, standing): (Vec<_>, Vec<_>) = positions::standing(tx, position.organization_id, position.id)
        .await?
        .into_iter()
        .partition(|appointment| appointment.has_lapsed(app.today()));
    for appointment in lapsed {
        end_in(tx, app, &appointment.lapse(app.today(), app.now())).await?;
    }
    Ok(standing)
}

async fn belonging_in(tx: &Tx, position: &Position, person: PersonId) -> Result<Belonging> {
    let (Body::CoreGroup, Some(network)) = (position.body, position.network_id) else {
        return Ok(Belonging::Outsider);
    };
    let members = memberships::active_among(tx, position.organization_id, network, &[person]).await?;
    Ok(if members.contains(&person) { Belonging::NetworkMember } else { Belonging::Outsider })
}

async fn give_access(tx: &Tx, app: &App, position: &Position, appointment: &Appointment) -> Result<()> {
    let Some(role) = position.body.role(position.kind) else {
        return Ok(());
    };
    let (area, unit_id) = if role == Role::Ambassador { (position.area_id, position.unit_id) } else { (None, None) };
    let grant = NewGrant {
        id: app.new_id::<()>().uuid(),
        organization_id: position.organization_id,
        person_id: appointment.person_id,
        grant: Grant { role, network: position.network_id, area },
        unit_id,
        appointment_id: Some(appointment.id),
        from_on: appointment.from_on,
        until_on: appointment.until_on,
    };
    Ok(grants::insert(tx, &grant, app.now()).await?)
}

/// Store the end of an appointment and take back the access it gave. Two statements.
pub(super) async fn end_in(tx: &Tx, app: &App, ended: &Appointment) -> Result<()> {
    if !positions::replace_appointment(tx, ended).await? {
        return Err(Error::Stale);
    }
    grants::end_of_appointment(tx, ended.organization_id, ended.id, app.now()).await?;
    Ok(())
}

/// End an appointment now, with a reason in plain language that the person is told. The access ends with it.
///
/// As with appointing, the core group of a network where being in it says something about someone ends the appointments to the core group.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `positions/already-ended`, `positions/last-administrator`, `positions/invalid-text`.
pub async fn end(app: &App, actor: &Actor, at: (PositionId, AppointmentId), reason: &str, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let known = positions::one(app.db.read(), actor.organization, at.0).await?.ok_or(Error::NotFound)?;
    let (network, place) = place_of(app, actor, &known).await?;
    require(actor, action(Action::PositionsEndAppointment, network.as_ref()), &place)?;
    if tells_membership(&known, network.as_ref()) {
        require(actor, Action::MembershipsList, &place)?;
    }
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let (_, position) = under_lock(&tx, actor, &known).await?;
    let appointment = positions::appointment(&tx, organization.id, position.id, at.1).await?.ok_or(Error::NotFound)?;
    if position.body == Body::Administration && appointment.is_current(app.today()) {
        let all = positions::of_body(&tx, organization.id, Body::Administration).await?;
        keeps_administrator(appointment.id, &all, app.today())?;
    }
    let ended = appointment.end(reason, app.now())?;
    end_in(&tx, app, &ended).await?;
    if let (Body::CoreGroup, Some(network)) = (position.body, position.network_id) {
        core_group::settle(&tx, app, organization.id, network).await?;
    }
    let to = recipients::person(&tx, organization.id, ended.person_id).await?;
    let letters = to.iter().map(|to| letters::ended(&organization, &position, &ended, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    let why = ended.end_reason.as_deref().unwrap_or_default();
    audit::record(&tx, app, actor, deed(Action::PositionsEndAppointment, actor, &position).because(why)).await?;
    let seat = positions::seat(&tx, organization.id, position.id).await?.ok_or(Error::NotFound)?;
    let answer = receipt.keep(&tx, app, &seen_by(app, actor, seat)).await?;
    commit(tx).await?;
    Ok(answer)
}

/// End the seats in the core group of a network that a person who left it holds: two statements for each, and a person holds one or two. Returns how
/// many.
pub(crate) async fn end_core_group_seats_in(tx: &Tx, app: &App, left: &Membership, reason: &str) -> Result<usize> {
    let held = positions::of_person_in_core_group(tx, left.organization_id, left.network_id, left.person_id).await?;
    let count = held.len();
    for appointment in held {
        end_in(tx, app, &appointment.end(reason, app.now())?).await?;
    }
    Ok(count)
}

/// End all seats that a person holds or is to hold, in the transaction of the caller, who ends the roles of the person. Three statements. Returns the
/// networks whose core group the person sat in, to be counted by the caller: [`core_group::settle`].
///
/// # Errors
/// A rule such as for the reason.
pub(crate) async fn end_all_of_person_in(
    tx: &Tx,
    app: &App,
    organization: OrganizationId,
    person: PersonId,
    reason: &str,
) -> Result<Vec<NetworkId>> {
    let held = positions::of_person(tx, organization, person).await?;
    let ended: std::result::Result<Vec<Appointment>, _> = held.into_iter().map(|one| one.end(reason, app.now())).collect();
    let ended = ended?;
    let ids: Vec<AppointmentId> = ended.iter().map(|one| one.id).collect();
    positions::end_appointments(tx, organization, &ids, reason, app.now()).await?;
    Ok(positions::core_groups_of(tx, organization, ended.iter().map(|one| one.position_id)).await?)
}

fn tells_membership(position: &Position, network: Option<&Network>) -> bool {
    is_closed(position, network.map(|network| network.profile.sensitivity))
}

/// Whether who sits there is for the core group alone: a seat in the core group of a network of this sensitivity.
pub(super) fn is_closed(position: &Position, network: Option<Sensitivity>) -> bool {
    network == Some(Sensitivity::Special) && position.body == Body::CoreGroup
}

/// One person is not a list.
fn at_person(error: Error) -> Error {
    match error {
        Error::Invalid(flaws) => {
            Error::Invalid(flaws.into_iter().map(|flaw| crate::error::Flaw { pointer: "/personId".to_owned(), ..flaw }).collect())
        }
        other => other,
    }
}

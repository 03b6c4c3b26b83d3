//! Typed ids: the id of a meeting cannot be passed where a network is meant.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use uuid::Uuid;

/// Id of a `T`, a UUID of version 7 when it was made by us.
///
/// `T` is the domain type itself or, where a thing is only ever referred to, a marker of this module.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id with this UUID.
    #[must_use]
    pub const fn new(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }

    /// The bare UUID, for storage and for the wire.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self::new(uuid)
    }
}

impl<T> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self::new)
    }
}

/// Marker: a geographic area.
pub enum Area {}
/// Marker: a tenant.
pub enum Organization {}
/// Marker: a node in the organisation's own tree.
pub enum Unit {}
/// Marker: the login of one human.
pub enum Account {}
/// Marker: one signed-in device.
pub enum Session {}
/// Marker: one organisation's record of a human.
pub enum Person {}
/// Marker: what a person is to the organisation.
pub enum Affiliation {}
/// Marker: a network.
pub enum Network {}
/// Marker: an agreement of a network with its organisation.
pub enum Agreement {}
/// Marker: a working group inside a network.
pub enum WorkingGroup {}
/// Marker: a person in a network.
pub enum Membership {}
/// Marker: a seat with a name.
pub enum Position {}
/// Marker: a person in a seat.
pub enum Appointment {}
/// Marker: a plan to found a network.
pub enum FoundingPlan {}
/// Marker: a core group member named in a plan.
pub enum PlanMember {}
/// Marker: a remark of a reviewer on a plan.
pub enum PlanComment {}
/// Marker: the evaluation of a network.
pub enum Evaluation {}
/// Marker: a meeting.
pub enum Meeting {}
/// Marker: someone's intent to come to a meeting.
pub enum Registration {}
/// Marker: a person in a working group.
pub enum WorkingGroupMember {}
/// Marker: one step in the course of a plan.
pub enum PlanStep {}
/// Marker: a guest who has yet to follow the link in the mail.
pub enum GuestRequest {}
/// Marker: one time that consent was given.
pub enum Consent {}

/// Id of an area.
pub type AreaId = Id<Area>;
/// Id of an organisation.
pub type OrganizationId = Id<Organization>;
/// Id of a unit.
pub type UnitId = Id<Unit>;
/// Id of an account.
pub type AccountId = Id<Account>;
/// Id of a session.
pub type SessionId = Id<Session>;
/// Id of a person.
pub type PersonId = Id<Person>;
/// Id of an affiliation.
pub type AffiliationId = Id<Affiliation>;
/// Id of a network.
pub type NetworkId = Id<Network>;
/// Id of an agreement.
pub type AgreementId = Id<Agreement>;
/// Id of a working group.
pub type WorkingGroupId = Id<WorkingGroup>;
/// Id of a membership.
pub type MembershipId = Id<Membership>;
/// Id of a position.
pub type PositionId = Id<Position>;
/// Id of an appointment.
pub type AppointmentId = Id<Appointment>;
/// Id of a founding plan.
pub type FoundingPlanId = Id<FoundingPlan>;
/// Id of a core group member named in a plan.
pub type PlanMemberId = Id<PlanMember>;
/// Id of a comment on a plan.
pub type PlanCommentId = Id<PlanComment>;
/// Id of an evaluation.
pub type EvaluationId = Id<Evaluation>;
/// Id of a meeting.
pub type MeetingId = Id<Meeting>;
/// Id of a registration.
pub type RegistrationId = Id<Registration>;
/// Id of a seat in a working group.
pub type WorkingGroupMemberId = Id<WorkingGroupMember>;
/// Id of one step in the course of a plan.
pub type PlanStepId = Id<PlanStep>;
/// Id of a guest's request.
pub type GuestRequestId = Id<GuestRequest>;
/// Id of a consent record.
pub type ConsentId = Id<Consent>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id: MeetingId = Uuid::from_u128(7).into();

        assert_eq!(id.to_string().parse::<MeetingId>(), Ok(id));
    }
}

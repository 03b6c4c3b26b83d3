//! Working groups inside a network, of members and of experts. Source: `ChristenUnie`, "via een werkgroep binnen het netwerk".

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{NetworkId, OrganizationId, PersonId, WorkingGroupId, WorkingGroupMemberId};
use crate::networks::NetworkState;
use crate::text::{FieldError, line_of, prose_of, told};

/// Longest name, in characters. Our choice.
pub const NAME_MAX: usize = 120;
/// Longest purpose, in characters. Our choice.
pub const PURPOSE_MAX: usize = 1_000;
/// Longest description of someone's expertise, in characters. Our choice.
pub const EXPERTISE_MAX: usize = 200;

/// Who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum WorkingGroupKind {
    /// Members of the network.
    Members,
    /// Experts by knowledge or by experience, who need not be members of the network.
    Experts,
}

impl WorkingGroupKind {
    /// Stable code: `members` or `experts`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Some people of a network who work on something together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingGroup {
    /// Its id.
    pub id: WorkingGroupId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// Who takes part; never changes.
    pub kind: WorkingGroupKind,
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// What it works on, 1 to [`PURPOSE_MAX`] characters.
    pub purpose: String,
    /// People in it now.
    pub members: u32,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was founded.
    pub created_at: DateTime<Utc>,
}

/// A working group about to be founded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkingGroup {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// Who takes part.
    pub kind: WorkingGroupKind,
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// What it works on, 1 to [`PURPOSE_MAX`] characters.
    pub purpose: String,
}

impl NewWorkingGroup {
    /// Found the group in a network that is in `network`.
    ///
    /// # Errors
    /// [`WorkingGroupError::NetworkNotRunning`], [`WorkingGroupError::Field`].
    pub fn found(self, id: WorkingGroupId, network: NetworkState, now: DateTime<Utc>) -> Result<WorkingGroup, WorkingGroupError> {
        if !network.is_running() {
            return Err(WorkingGroupError::NetworkNotRunning);
        }
        Ok(WorkingGroup {
            id,
            organization_id: self.organization_id,
            network_id: self.network_id,
            kind: self.kind,
            name: line_of("name", &self.name, NAME_MAX)?,
            purpose: told("purpose", &self.purpose, PURPOSE_MAX)?,
            members: 0,
            closed_at: None,
            version: 1,
            created_at: now,
        })
    }
}

/// Whether someone is an active member of the network of the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belonging {
    /// Active member of the network.
    NetworkMember,
    /// Not, or no longer.
    Outsider,
}

/// Who is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkingGroupMember {
    /// Who.
    pub person_id: PersonId,
    /// Whether the person is a member of the network.
    pub belonging: Belonging,
    /// What the person knows, 0 to [`EXPERTISE_MAX`] characters; never empty in a group of experts.
    pub expertise: String,
}

/// A person in a working group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingGroupMember {
    /// Its id.
    pub id: WorkingGroupMemberId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The group.
    pub working_group_id: WorkingGroupId,
    /// Who.
    pub person_id: PersonId,
    /// What the person knows, 0 to [`EXPERTISE_MAX`] characters; never empty in a group of experts.
    pub expertise: String,
    /// From when.
    pub joined_at: DateTime<Utc>,
    /// Until when.
    pub left_at: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
}

impl WorkingGroup {
    /// Another name or purpose.
    ///
    /// # Errors
    /// [`WorkingGroupError::Closed`], [`WorkingGroupError::Field`].
    pub fn change(self, name: &str, purpose: &str) -> Result<Self, WorkingGroupError> {
        self.check_open()?;
        Ok(Self {
            name: line_of("name", name, NAME_MAX)?,
            purpose: told("purpose", purpose, PURPOSE_MAX)?,
            version: self.version.saturating_add(1),
            ..self
        })
    }

    /// Close the group. The people in it leave it at the same moment.
    ///
    /// # Errors
    /// [`WorkingGroupError::Closed`].
    pub fn close(self, now: DateTime<Utc>) -> Result<Self, WorkingGroupError> {
        self.check_open()?;
        Ok(Self { closed_at: Some(now), members: 0, version: self.version.saturating_add(1), ..self })
    }

    /// Take someone in: see [`NewWorkingGroupMember`]. The caller adds one to `members`; that nobody is in it twice is the database's.
    ///
    /// # Errors
    /// [`WorkingGroupError::Closed`]; [`WorkingGroupError::NotAMember`] in a group of members; [`WorkingGroupError::Field`], in a group of
    /// experts also without expertise.
    pub fn add_member(
        &self,
        id: WorkingGroupMemberId,
        new: &NewWorkingGroupMember,
        now: DateTime<Utc>,
    ) -> Result<WorkingGroupMember, WorkingGroupError> {
        self.check_open()?;
        let expertise = match (self.kind, new.belonging) {
            (WorkingGroupKind::Members, Belonging::Outsider) => return Err(WorkingGroupError::NotAMember),
            (WorkingGroupKind::Members, Belonging::NetworkMember) => prose_of("expertise", &new.expertise, EXPERTISE_MAX)?,
            (WorkingGroupKind::Experts, Belonging::NetworkMember | Belonging::Outsider) => {
                line_of("expertise", &new.expertise, EXPERTISE_MAX)?
            }
        };
        let (organization_id, working_group_id, person_id) = (self.organization_id, self.id, new.person_id);
        Ok(WorkingGroupMember { id, organization_id, working_group_id, person_id, expertise, joined_at: now, left_at: None, version: 1 })
    }

    const fn check_open(&self) -> Result<(), WorkingGroupError> {
        if self.closed_at.is_some() { Err(WorkingGroupError::Closed) } else { Ok(()) }
    }
}

impl WorkingGroupMember {
    /// Leave, or be let go. Who left before stays so.
    #[must_use]
    pub fn leave(self, now: DateTime<Utc>) -> Self {
        if self.left_at.is_some() { self } else { Self { left_at: Some(now), version: self.version.saturating_add(1), ..self } }
    }
}

/// Why a working group refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkingGroupError {
    /// The network waits or has ended.
    #[error("the network does not run")]
    NetworkNotRunning,
    /// The group is closed.
    #[error("the working group is closed")]
    Closed,
    /// Only members of the network take part.
    #[error("only members of the network take part in this working group")]
    NotAMember,
    /// The person is in it.
    #[error("the person is in this working group already")]
    AlreadyIn,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl WorkingGroupError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NetworkNotRunning => "working-groups/network-not-running",
            Self::Closed => "working-groups/closed",
            Self::NotAMember => "working-groups/not-a-member",
            Self::AlreadyIn => "working-groups/already-in",
            Self::Field(_) => "working-groups/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;
    use uuid::Uuid;

    use super::*;

    fn new(kind: WorkingGroupKind) -> NewWorkingGroup {
        NewWorkingGroup {
            organization_id: Uuid::from_u128(1).into(),
            network_id: Uuid::from_u128(2).into(),
            kind,
            name: "Jeugdzorg".to_owned(),
            purpose: "Advies over wachtlijsten".to_owned(),
        }
    }

    fn group(kind: WorkingGroupKind) -> WorkingGroup {
        new(kind).found(Uuid::from_u128(3).into(), NetworkState::Pilot, DateTime::UNIX_EPOCH).unwrap()
    }

    fn add(group: &WorkingGroup, belonging: Belonging, expertise: &str) -> Result<WorkingGroupMember, WorkingGroupError> {
        let new = NewWorkingGroupMember { person_id: Uuid::from_u128(5).into(), belonging, expertise: expertise.to_owned() };
        group.add_member(Uuid::from_u128(4).into(), &new, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn a_group_is_founded_in_a_running_network() {
        for network in NetworkState::iter() {
            let founded = new(WorkingGroupKind::Members).found(Uuid::from_u128(3).into(), network, DateTime::UNIX_EPOCH);

            assert_eq!(founded.is_ok(), network.is_running(), "{network:?}");
        }
    }

    #[test]
    fn members_work_among_themselves_and_experts_may_come_from_outside() {
        let (members, experts) = (group(WorkingGroupKind::Members), group(WorkingGroupKind::Experts));

        assert!(add(&members, Belonging::NetworkMember, "").is_ok());
        assert_eq!(add(&members, Belonging::Outsider, "Huisarts"), Err(WorkingGroupError::NotAMember));
        assert!(add(&experts, Belonging::Outsider, "Huisarts").is_ok());
        assert_eq!(add(&experts, Belonging::NetworkMember, "").map_err(|error| error.code()), Err("working-groups/invalid-text"));
    }

    #[test]
    fn a_closed_group_stays_closed() {
        let closed = group(WorkingGroupKind::Members).close(DateTime::UNIX_EPOCH).unwrap();

        assert_eq!(add(&closed, Belonging::NetworkMember, ""), Err(WorkingGroupError::Closed));
        assert_eq!(closed.clone().change("Zorg", "Anders"), Err(WorkingGroupError::Closed));
        assert_eq!(closed.close(DateTime::UNIX_EPOCH), Err(WorkingGroupError::Closed));
    }
}

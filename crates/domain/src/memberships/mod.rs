//! Memberships: a person in a network. Apart from affiliation, position, access and visibility.

mod joining;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::access::Visibility;
use crate::ids::{MembershipId, NetworkId, OrganizationId, PersonId};
use crate::networks::Sensitivity;
use crate::text::{FieldError, told};

pub use joining::{Candidate, Joining, Support, join};

/// Longest reason, in characters: that of a network that ends fits. Our choice.
const REASON_MAX: usize = 2_000;

/// Where a membership is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum MembershipState {
    /// The core group has not answered.
    Requested,
    /// It holds.
    Active,
    /// The person left, withdrew the request, or was let go.
    Left,
    /// The core group said no.
    Declined,
}

impl MembershipState {
    /// Stable code, such as `requested`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The state after `command`. Who left or was declined may ask again.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`].
    pub const fn after(self, command: MembershipCommand) -> Result<Self, MembershipError> {
        match (command, self) {
            (MembershipCommand::Admit, Self::Requested | Self::Left | Self::Declined) | (MembershipCommand::Approve, Self::Requested) => {
                Ok(Self::Active)
            }
            (MembershipCommand::Request, Self::Left | Self::Declined) => Ok(Self::Requested),
            (MembershipCommand::Decline, Self::Requested) => Ok(Self::Declined),
            (MembershipCommand::Leave, Self::Requested | Self::Active) | (MembershipCommand::Remove, Self::Active) => Ok(Self::Left),
            (command, state) => Err(MembershipError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum MembershipCommand {
    /// Join at once (the person).
    Admit,
    /// Ask to join (the person).
    Request,
    /// Say yes to a request (the core group).
    Approve,
    /// Say no to a request (the core group).
    Decline,
    /// Leave, or withdraw the request (the person).
    Leave,
    /// Let go (the core group).
    Remove,
}

impl MembershipCommand {
    /// Stable code, such as `approve`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A person in a network. There is one for each person and network; leaving and coming back happen to the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// Who.
    pub person_id: PersonId,
    /// Where it is in its life; `members` of the network counts the active ones.
    pub state: MembershipState,
    /// When the person last stated support of the purpose.
    pub supports_purpose_at: DateTime<Utc>,
    /// When it last became active.
    pub joined_at: Option<DateTime<Utc>>,
    /// When it last ended.
    pub left_at: Option<DateTime<Utc>>,
    /// Why the core group declined or let go, in plain language.
    pub reason: Option<String>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was first asked for.
    pub created_at: DateTime<Utc>,
}

/// A person who never was in this network before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMembership {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// Who.
    pub person_id: PersonId,
}

impl NewMembership {
    /// The first membership of this person in this network, as [`join`] decided.
    #[must_use]
    pub const fn begin(self, id: MembershipId, joining: Joining, now: DateTime<Utc>) -> Membership {
        let (state, joined_at) = match joining {
            Joining::AtOnce | Joining::AtOnceAsSupporter => (MembershipState::Active, Some(now)),
            Joining::AfterApproval => (MembershipState::Requested, None),
        };
        Membership {
            id,
            organization_id: self.organization_id,
            network_id: self.network_id,
            person_id: self.person_id,
            state,
            supports_purpose_at: now,
            joined_at,
            left_at: None,
            reason: None,
            version: 1,
            created_at: now,
        }
    }
}

impl Membership {
    /// Join again, as [`join`] decided.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`] for who is a member or whose request waits.
    pub fn again(self, joining: Joining, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        let command = match joining {
            Joining::AtOnce | Joining::AtOnceAsSupporter => MembershipCommand::Admit,
            Joining::AfterApproval => MembershipCommand::Request,
        };
        let moved = self.moved(command, now)?;
        Ok(Self { supports_purpose_at: now, reason: None, ..moved })
    }

    /// The core group says yes.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`].
    pub fn approve(self, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        self.moved(MembershipCommand::Approve, now)
    }

    /// The core group says no, with a reason in plain language.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`], [`MembershipError::Field`].
    pub fn decline(self, reason: &str, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        let declined = self.moved(MembershipCommand::Decline, now)?;
        Ok(Self { reason: Some(told("reason", reason, REASON_MAX)?), ..declined })
    }

    /// Leave at once, without a reason; also withdraws a request.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`].
    pub fn leave(self, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        self.moved(MembershipCommand::Leave, now)
    }

    /// The core group lets someone go, with a reason in plain language.
    ///
    /// # Errors
    /// [`MembershipError::WrongState`], [`MembershipError::Field`].
    pub fn remove(self, reason: &str, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        let removed = self.moved(MembershipCommand::Remove, now)?;
        Ok(Self { reason: Some(told("reason", reason, REASON_MAX)?), ..removed })
    }

    fn moved(self, command: MembershipCommand, now: DateTime<Utc>) -> Result<Self, MembershipError> {
        let state = self.state.after(command)?;
        let (joined_at, left_at) = match state {
            MembershipState::Active => (Some(now), None),
            MembershipState::Left => (self.joined_at, Some(now)),
            MembershipState::Requested | MembershipState::Declined => (self.joined_at, self.left_at),
        };
        Ok(Self { state, joined_at, left_at, version: self.version.saturating_add(1), ..self })
    }
}

/// Who may know of a membership. Source: privacy.md P10; the office and the board see those of other networks (our choice).
#[must_use]
pub const fn visibility(network: Sensitivity) -> Visibility {
    match network {
        Sensitivity::Normal => Visibility::CoreGroup,
        Sensitivity::Special => Visibility::Confidential,
    }
}

/// Why a membership refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MembershipError {
    /// The state does not allow the command.
    #[error("a membership that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the membership.
        state: MembershipState,
        /// What was asked.
        command: MembershipCommand,
    },
    /// The network waits or has ended.
    #[error("the network does not run")]
    NetworkNotRunning,
    /// The person did not state support of the purpose.
    #[error("who joins supports the purpose of the network")]
    SupportMissing,
    /// The person is nothing to the organisation yet.
    #[error("who joins has an affiliation with the organisation")]
    NoAffiliation,
    /// The network is for members of the organisation.
    #[error("this network is for members of the organisation")]
    MembersOnly,
    /// Guests of a meeting join open networks only.
    #[error("guests join open networks only")]
    NotForGuests,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl MembershipError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "memberships/wrong-state",
            Self::NetworkNotRunning => "memberships/network-not-running",
            Self::SupportMissing => "memberships/support-missing",
            Self::NoAffiliation => "memberships/no-affiliation",
            Self::MembersOnly => "memberships/members-only",
            Self::NotForGuests => "memberships/not-for-guests",
            Self::Field(_) => "memberships/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests;

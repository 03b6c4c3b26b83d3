//! Affiliations: what a person is to the organisation, and on which legal ground.

use chrono::{DateTime, Days, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::access::Standing;
use crate::ids::{AffiliationId, OrganizationId, PersonId};
use crate::text::{FieldError, prose_of, told};

/// Longest reason, in characters. Our choice.
const REASON_MAX: usize = 1_000;
/// Why an invitation is over that nobody followed.
const LAPSED: &str = "the invitation was not followed in time";

/// What a person is to the organisation. Source: domain.md, Words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AffiliationKind {
    /// Member of the organisation.
    Member,
    /// Was a member.
    FormerMember,
    /// In regular contact, without being a member.
    Supporter,
    /// Guest of one meeting.
    Guest,
    /// Expert, politician or partner from outside.
    External,
}

impl AffiliationKind {
    /// Stable code, such as `former-member`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The ground on which the organisation may keep this. Source: GDPR art. 9(2)(d), UAVG 22(2)(c); privacy.md P2.
    #[must_use]
    pub const fn legal_basis(self) -> LegalBasis {
        match self {
            Self::Member | Self::FormerMember => LegalBasis::OwnMembers,
            Self::Supporter => LegalBasis::RegularContact,
            Self::Guest | Self::External => LegalBasis::ExplicitConsent,
        }
    }

    /// Whether someone who is this to the organisation can hold a seat or take part in a working group. Not a guest: the consent is for one meeting.
    ///
    /// Source: domain.md, Words, "guest (one meeting)". That every other kind can is our choice: experts and partners sit in networks too.
    #[must_use]
    pub const fn may_serve(self) -> bool {
        match self {
            Self::Member | Self::FormerMember | Self::Supporter | Self::External => true,
            Self::Guest => false,
        }
    }

    /// What the policy makes of an active affiliation of this kind.
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self {
            Self::Member => Standing::Member,
            Self::Guest => Standing::Guest,
            Self::FormerMember | Self::Supporter | Self::External => Standing::Affiliated,
        }
    }
}

/// Ground on which special-category data of a person is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
pub enum LegalBasis {
    /// GDPR art. 9(2)(d): members and former members.
    #[strum(serialize = "art-9-2-d")]
    OwnMembers,
    /// GDPR art. 9(2)(d): persons in regular contact.
    #[strum(serialize = "art-9-2-d-regular-contact")]
    RegularContact,
    /// GDPR art. 9(2)(a): explicit consent.
    #[strum(serialize = "explicit-consent")]
    ExplicitConsent,
}

impl LegalBasis {
    /// Stable code, such as `explicit-consent`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How the affiliation came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AffiliationSource {
    /// The office invited.
    Invitation,
    /// The person registered.
    SelfRegistration,
    /// The person registered for a meeting as a guest, or walked in.
    GuestRegistration,
    /// From a file.
    Import,
    /// The office recorded it.
    Office,
}

impl AffiliationSource {
    /// Stable code, such as `self-registration`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Where an affiliation is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AffiliationState {
    /// The office invited; the person has not answered.
    Invited,
    /// The person asked; the office has not answered.
    Requested,
    /// It holds. A person has at most one of these.
    Active,
    /// It held.
    Ended,
    /// The office, or the person invited, said no.
    Declined,
}

impl AffiliationState {
    /// Stable code, such as `requested`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The state after `command`.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`].
    pub const fn after(self, command: AffiliationCommand) -> Result<Self, AffiliationError> {
        match (command, self) {
            (AffiliationCommand::Accept, Self::Invited) | (AffiliationCommand::Approve, Self::Requested) => Ok(Self::Active),
            (AffiliationCommand::Decline, Self::Invited | Self::Requested) => Ok(Self::Declined),
            (AffiliationCommand::End, Self::Active) | (AffiliationCommand::Lapse, Self::Invited) => Ok(Self::Ended),
            (command, state) => Err(AffiliationError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of an affiliation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AffiliationCommand {
    /// Accept an invitation (the person).
    Accept,
    /// Approve a request (the office).
    Approve,
    /// Say no (the office to a request, the person to an invitation).
    Decline,
    /// End (the person or the office).
    End,
    /// Let go of an invitation that nobody followed (the worker).
    Lapse,
}

impl AffiliationCommand {
    /// Stable code, such as `approve`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a person is to the organisation, from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Its id.
    pub id: AffiliationId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// Who.
    pub person_id: PersonId,
    /// What; the legal basis follows from it.
    pub kind: AffiliationKind,
    /// Where it is in its life.
    pub state: AffiliationState,
    /// How it came about.
    pub source: AffiliationSource,
    /// First day it held.
    pub started_on: Option<NaiveDate>,
    /// Last day it held.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended or was declined, in plain language.
    pub reason: Option<String>,
    /// Who of the office approved, declined or ended it.
    pub decided_by: Option<PersonId>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
}

/// An affiliation about to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAffiliation {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// Who.
    pub person_id: PersonId,
    /// What.
    pub kind: AffiliationKind,
    /// How it comes about.
    pub source: AffiliationSource,
}

/// Whether the person agreed, where the law asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentGiven {
    /// A consent record is in force, or is written in the same transaction.
    Yes,
    /// There is none.
    No,
}

impl NewAffiliation {
    /// Invite: it holds once the person accepts. Nobody is invited to be a guest: a guest registers for a meeting.
    ///
    /// # Errors
    /// [`AffiliationError::NotInvitable`].
    pub fn invite(self, id: AffiliationId, now: DateTime<Utc>) -> Result<Affiliation, AffiliationError> {
        match self.kind {
            AffiliationKind::Guest => Err(AffiliationError::NotInvitable),
            AffiliationKind::Member | AffiliationKind::FormerMember | AffiliationKind::Supporter | AffiliationKind::External => {
                Ok(self.in_state(id, AffiliationState::Invited, now))
            }
        }
    }

    /// Ask: it holds once the office approves. Only a membership is asked for.
    ///
    /// # Errors
    /// [`AffiliationError::NotRequestable`].
    pub fn request(self, id: AffiliationId, now: DateTime<Utc>) -> Result<Affiliation, AffiliationError> {
        match self.kind {
            AffiliationKind::Member => Ok(self.in_state(id, AffiliationState::Requested, now)),
            AffiliationKind::FormerMember | AffiliationKind::Supporter | AffiliationKind::Guest | AffiliationKind::External => {
                Err(AffiliationError::NotRequestable)
            }
        }
    }

    /// Record one that holds from `today`.
    ///
    /// # Errors
    /// [`AffiliationError::ConsentMissing`] for a guest or external without consent. Source: privacy.md P2.
    pub fn record(
        self,
        id: AffiliationId,
        consent: ConsentGiven,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Affiliation, AffiliationError> {
        if self.kind.legal_basis() == LegalBasis::ExplicitConsent && consent == ConsentGiven::No {
            return Err(AffiliationError::ConsentMissing);
        }
        Ok(Affiliation { started_on: Some(today), ..self.in_state(id, AffiliationState::Active, now) })
    }

    const fn in_state(self, id: AffiliationId, state: AffiliationState, now: DateTime<Utc>) -> Affiliation {
        Affiliation {
            id,
            organization_id: self.organization_id,
            person_id: self.person_id,
            kind: self.kind,
            state,
            source: self.source,
            started_on: None,
            ended_on: None,
            reason: None,
            decided_by: None,
            version: 1,
            created_at: now,
        }
    }
}

impl Affiliation {
    /// The person accepts the invitation; accepting is the explicit consent where that is the ground.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`].
    pub fn accept(self, today: NaiveDate) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::Accept)?;
        Ok(Self { state, started_on: Some(today), version: self.version.saturating_add(1), ..self })
    }

    /// The office approves the request. The affiliation that holds now ends with [`Affiliation::superseded`].
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`].
    pub fn approve(self, by: PersonId, today: NaiveDate) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::Approve)?;
        Ok(Self { state, started_on: Some(today), decided_by: Some(by), version: self.version.saturating_add(1), ..self })
    }

    /// Say no, with a reason in plain language.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`], [`AffiliationError::Field`].
    pub fn decline(self, by: PersonId, reason: &str) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::Decline)?;
        let reason = Some(told("reason", reason, REASON_MAX)?);
        Ok(Self { state, reason, decided_by: Some(by), version: self.version.saturating_add(1), ..self })
    }

    /// End it today. Who ends the own affiliation owes nobody a reason; the office gives one.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`], [`AffiliationError::Field`].
    pub fn end(self, by: PersonId, reason: &str, today: NaiveDate) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::End)?;
        let clean = if by == self.person_id { prose_of("reason", reason, REASON_MAX)? } else { told("reason", reason, REASON_MAX)? };
        let reason = Some(clean).filter(|text| !text.is_empty());
        Ok(Self { state, ended_on: Some(today), reason, decided_by: Some(by), version: self.version.saturating_add(1), ..self })
    }

    /// End an invitation that was not followed in time.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`].
    pub fn lapse(self, today: NaiveDate) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::Lapse)?;
        let reason = Some(LAPSED.to_owned());
        Ok(Self { state, ended_on: Some(today), reason, version: self.version.saturating_add(1), ..self })
    }

    /// End it today because another one takes its place.
    ///
    /// # Errors
    /// [`AffiliationError::WrongState`].
    pub fn superseded(self, today: NaiveDate) -> Result<Self, AffiliationError> {
        let state = self.state.after(AffiliationCommand::End)?;
        Ok(Self { state, ended_on: Some(today), version: self.version.saturating_add(1), ..self })
    }
}

/// Whether the organisation keeps an administrator when `leaving` goes; `administrators` are all of today. Our choice.
///
/// # Errors
/// [`AffiliationError::LastAdministrator`].
pub fn keeps_administrator(leaving: PersonId, administrators: &[PersonId]) -> Result<(), AffiliationError> {
    let is_kept = !administrators.contains(&leaving) || administrators.iter().any(|other| *other != leaving);
    if is_kept { Ok(()) } else { Err(AffiliationError::LastAdministrator) }
}

/// Last day that a guest of a meeting is kept, or someone who did not follow an invitation, where it was over on `over_on`: the meeting, or
/// the link. Source: privacy.md P5, which speaks of guests; that it holds for the invited is our choice. `retention_days` are the
/// organisation's.
#[must_use]
pub fn guest_until(over_on: NaiveDate, retention_days: u32) -> NaiveDate {
    over_on.checked_add_days(Days::new(u64::from(retention_days))).unwrap_or(over_on)
}

/// Why an affiliation refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AffiliationError {
    /// The state does not allow the command.
    #[error("an affiliation that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the affiliation.
        state: AffiliationState,
        /// What was asked.
        command: AffiliationCommand,
    },
    /// Only a membership is asked for.
    #[error("only a membership is asked for")]
    NotRequestable,
    /// A guest registers for a meeting.
    #[error("nobody is invited to be a guest")]
    NotInvitable,
    /// The law asks for explicit consent.
    #[error("this affiliation needs the consent of the person")]
    ConsentMissing,
    /// The person has this affiliation, an invitation or a request already.
    #[error("the person has this affiliation, or was invited or asked for it")]
    AlreadyThere,
    /// Nobody would be left to administer the organisation.
    #[error("the last administrator stays until there is another")]
    LastAdministrator,
    /// The person was invited often enough for now.
    #[error("this address was written to often enough for now")]
    InvitedTooOften,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl AffiliationError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "affiliations/wrong-state",
            Self::NotRequestable => "affiliations/not-requestable",
            Self::NotInvitable => "affiliations/not-invitable",
            Self::ConsentMissing => "affiliations/consent-missing",
            Self::AlreadyThere => "affiliations/already-there",
            Self::LastAdministrator => "affiliations/last-administrator",
            Self::InvitedTooOften => "affiliations/invited-too-often",
            Self::Field(_) => "affiliations/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests;

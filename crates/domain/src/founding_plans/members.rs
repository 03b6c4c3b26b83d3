//! The core group to be: named by address, and confirming from the own account.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::FoundingPlan;
use super::errors::FoundingPlanError;
use crate::access::Standing;
use crate::ids::{PersonId, PlanMemberId};
use crate::positions::{Body, PositionKind, TITLE_MAX};
use crate::text::{EmailAddress, line_of};

/// Most people named in a plan. Our choice: a core group that size still fits around a table.
pub const MEMBERS_MAX: usize = 15;

/// What a named person answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanMemberState {
    /// Nothing yet, or the plan changed after.
    Named,
    /// Yes, to the plan as it stands.
    Confirmed,
    /// No.
    Declined,
}

impl PlanMemberState {
    /// Stable code, such as `confirmed`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A person named for the core group.
///
/// Named by address, because the proposers have no list of members to choose from, and because whether an address belongs to a member is not
/// for them to learn: only who says yes becomes known by name (privacy.md P11, security.md S17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMember {
    /// Its id.
    pub id: PlanMemberId,
    /// The address that was named.
    pub email: EmailAddress,
    /// Who answered; before an answer the person who has this address, if anyone has.
    pub person_id: Option<PersonId>,
    /// What that person is to the organisation now.
    pub standing: Standing,
    /// The seat wished for.
    pub kind: PositionKind,
    /// Its title, 1 to [`TITLE_MAX`] characters.
    pub title: String,
    /// What the person answered.
    pub state: PlanMemberState,
    /// Revision of the plan that was last confirmed, whatever happened after.
    pub confirmed_revision: Option<u32>,
    /// When the person last answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
    /// When the person was named.
    pub created_at: DateTime<Utc>,
}

/// Someone to be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlanMember {
    /// Address of the person.
    pub email: EmailAddress,
    /// The seat wished for.
    pub kind: PositionKind,
    /// Its title, 1 to [`TITLE_MAX`] characters.
    pub title: String,
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person_id: PersonId,
    /// What the person is to the organisation.
    pub standing: Standing,
}

impl FoundingPlan {
    /// Name someone for the core group. Naming is no change of content: other confirmations stay.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], [`FoundingPlanError::AlreadyNamed`], [`FoundingPlanError::TooManyMembers`],
    /// [`FoundingPlanError::WrongSeat`], [`FoundingPlanError::Field`].
    pub fn name_member(
        &self,
        id: PlanMemberId,
        new: NewPlanMember,
        members: &[PlanMember],
        now: DateTime<Utc>,
    ) -> Result<PlanMember, FoundingPlanError> {
        self.check_writable()?;
        if members.iter().any(|member| member.email == new.email) {
            return Err(FoundingPlanError::AlreadyNamed);
        }
        if members.len() >= MEMBERS_MAX {
            return Err(FoundingPlanError::TooManyMembers);
        }
        if !Body::CoreGroup.has(new.kind) {
            return Err(FoundingPlanError::WrongSeat);
        }
        Ok(PlanMember {
            id,
            email: new.email,
            person_id: None,
            standing: Standing::None,
            kind: new.kind,
            title: line_of("title", &new.title, TITLE_MAX)?,
            state: PlanMemberState::Named,
            confirmed_revision: None,
            answered_at: None,
            version: 1,
            created_at: now,
        })
    }
}

impl PlanMember {
    /// Say yes to the plan as it stood when read; `seen` is its revision. Said twice, the first time counts.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`]; [`FoundingPlanError::NotYours`] for another than the person named;
    /// [`FoundingPlanError::NotAMember`] for who is no member of the organisation; [`FoundingPlanError::PlanChanged`] when the plan has a
    /// newer revision.
    ///
    /// Source: `ChristenUnie`, "een kerngroep van leden".
    pub fn confirm(self, plan: &FoundingPlan, by: Named, seen: u32, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        plan.check_writable()?;
        self.check_own(by)?;
        if by.standing != Standing::Member {
            return Err(FoundingPlanError::NotAMember);
        }
        if seen != plan.revision {
            return Err(FoundingPlanError::PlanChanged { revision: plan.revision });
        }
        if self.stands_behind(plan) {
            return Ok(self);
        }
        let version = self.version.saturating_add(1);
        Ok(Self {
            standing: by.standing,
            state: PlanMemberState::Confirmed,
            confirmed_revision: Some(seen),
            answered_at: Some(now),
            version,
            ..self
        })
    }

    /// Say no. The plan is out of sight from then on; who thinks better of it asks to be named again.
    ///
    /// Possible until the course of the plan is over: nobody is held to a core group (our choice). Said twice, the first time counts.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], [`FoundingPlanError::NotYours`].
    pub fn decline(self, plan: &FoundingPlan, by: Named, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        if plan.state.is_final() {
            return Err(FoundingPlanError::NotWritable);
        }
        self.check_own(by)?;
        if self.state == PlanMemberState::Declined {
            return Ok(self);
        }
        let version = self.version.saturating_add(1);
        Ok(Self { state: PlanMemberState::Declined, answered_at: Some(now), version, ..self })
    }

    /// Whether the person said yes to the plan as it stands, and is a member of the organisation still.
    #[must_use]
    pub fn stands_behind(&self, plan: &FoundingPlan) -> bool {
        self.state == PlanMemberState::Confirmed && self.confirmed_revision == Some(plan.revision) && self.standing == Standing::Member
    }

    /// Whether the other proposers know the person by name: only who said yes of their own will, and did not say no after.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.confirmed_revision.is_some() && self.state != PlanMemberState::Declined
    }

    fn check_own(&self, by: Named) -> Result<(), FoundingPlanError> {
        if self.person_id == Some(by.person_id) { Ok(()) } else { Err(FoundingPlanError::NotYours) }
    }
}

/// After a change of content: everyone whose yes no longer holds is back to `named`. Returns only those who changed; they are told by mail.
///
/// Source: domain.md, Founding plan; that any change of content voids them is our choice: who signs knows what.
#[must_use]
pub fn void_confirmations(plan: &FoundingPlan, members: &[PlanMember]) -> Vec<PlanMember> {
    let is_void = |member: &&PlanMember| member.state == PlanMemberState::Confirmed && !member.stands_behind(plan);
    let back =
        |member: &PlanMember| PlanMember { state: PlanMemberState::Named, version: member.version.saturating_add(1), ..member.clone() };
    members.iter().filter(is_void).map(back).collect()
}

/// How many stand behind the plan as it is.
#[must_use]
pub fn confirmed(plan: &FoundingPlan, members: &[PlanMember]) -> u32 {
    let behind = members.iter().filter(|member| member.stands_behind(plan)).count();
    u32::try_from(behind).unwrap_or(u32::MAX)
}

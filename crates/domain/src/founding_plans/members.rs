//! The core group to be: named, and confirming from the own account.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::FoundingPlan;
use super::errors::FoundingPlanError;
use crate::ids::{FoundingPlanId, OrganizationId, PersonId, PlanMemberId};
use crate::positions::TITLE_MAX;
use crate::text::line_of;

/// Most people named in a plan. Our choice.
pub const MEMBERS_MAX: usize = 30;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMember {
    /// Its id.
    pub id: PlanMemberId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The plan.
    pub founding_plan_id: FoundingPlanId,
    /// Who.
    pub person_id: PersonId,
    /// The position wished for, 1 to 80 characters.
    pub title: String,
    /// What the person answered.
    pub state: PlanMemberState,
    /// Revision of the plan that was confirmed.
    pub confirmed_revision: Option<u32>,
    /// When the person answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// When the person was named.
    pub created_at: DateTime<Utc>,
}

/// Someone to be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlanMember {
    /// Who.
    pub person_id: PersonId,
    /// The position wished for, 1 to 80 characters.
    pub title: String,
}

impl FoundingPlan {
    /// Name someone for the core group. Naming is no change of content: other confirmations stay.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], [`FoundingPlanError::AlreadyNamed`], [`FoundingPlanError::TooManyMembers`],
    /// [`FoundingPlanError::Field`].
    pub fn name_member(
        &self,
        id: PlanMemberId,
        new: &NewPlanMember,
        members: &[PlanMember],
        now: DateTime<Utc>,
    ) -> Result<PlanMember, FoundingPlanError> {
        self.check_writable()?;
        if members.iter().any(|member| member.person_id == new.person_id) {
            return Err(FoundingPlanError::AlreadyNamed);
        }
        if members.len() >= MEMBERS_MAX {
            return Err(FoundingPlanError::TooManyMembers);
        }
        Ok(PlanMember {
            id,
            organization_id: self.organization_id,
            founding_plan_id: self.id,
            person_id: new.person_id,
            title: line_of("title", &new.title, TITLE_MAX)?,
            state: PlanMemberState::Named,
            confirmed_revision: None,
            answered_at: None,
            created_at: now,
        })
    }
}

impl PlanMember {
    /// Say yes to the plan as it stood when read; `seen` is its revision. Said twice, the first time counts.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`]; [`FoundingPlanError::NotYours`] for another than the person named;
    /// [`FoundingPlanError::PlanChanged`] when the plan has a newer revision.
    pub fn confirm(self, plan: &FoundingPlan, by: PersonId, seen: u32, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_answerable(plan, by)?;
        if seen != plan.revision {
            return Err(FoundingPlanError::PlanChanged { revision: plan.revision });
        }
        if self.stands_behind(plan) {
            return Ok(self);
        }
        Ok(Self { state: PlanMemberState::Confirmed, confirmed_revision: Some(seen), answered_at: Some(now), ..self })
    }

    /// Say no. Can be taken back by confirming.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], [`FoundingPlanError::NotYours`].
    pub fn decline(self, plan: &FoundingPlan, by: PersonId, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_answerable(plan, by)?;
        Ok(Self { state: PlanMemberState::Declined, confirmed_revision: None, answered_at: Some(now), ..self })
    }

    /// Whether the person said yes to the plan as it stands.
    #[must_use]
    pub fn stands_behind(&self, plan: &FoundingPlan) -> bool {
        self.state == PlanMemberState::Confirmed && self.confirmed_revision == Some(plan.revision)
    }

    fn check_answerable(&self, plan: &FoundingPlan, by: PersonId) -> Result<(), FoundingPlanError> {
        plan.check_writable()?;
        if by == self.person_id { Ok(()) } else { Err(FoundingPlanError::NotYours) }
    }
}

/// After a change of content: everyone whose yes no longer holds is back to `named`. Returns only those who changed; they are told by mail.
///
/// Source: domain.md, Founding plan; that any change of content voids them is our choice: who signs knows what.
#[must_use]
pub fn void_confirmations(plan: &FoundingPlan, members: &[PlanMember]) -> Vec<PlanMember> {
    let is_void = |member: &&PlanMember| member.state == PlanMemberState::Confirmed && !member.stands_behind(plan);
    let back =
        |member: &PlanMember| PlanMember { state: PlanMemberState::Named, confirmed_revision: None, answered_at: None, ..member.clone() };
    members.iter().filter(is_void).map(back).collect()
}

/// How many stand behind the plan as it is.
#[must_use]
pub fn confirmed(plan: &FoundingPlan, members: &[PlanMember]) -> usize {
    members.iter().filter(|member| member.stands_behind(plan)).count()
}

//! Remarks of office and board, per section.

use chrono::{DateTime, Utc};

use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanMember, PlanState, SectionKind};
use crate::ids::{FoundingPlanId, OrganizationId, PersonId, PlanCommentId};
use crate::text::told;

/// Longest comment, in characters. Our choice.
pub const COMMENT_MAX: usize = 2_000;

/// A remark on a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanComment {
    /// Its id.
    pub id: PlanCommentId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The plan.
    pub founding_plan_id: FoundingPlanId,
    /// The section it is about.
    pub section: SectionKind,
    /// The round of submission it belongs to.
    pub round: u32,
    /// Who wrote it.
    pub written_by: PersonId,
    /// What was written, 1 to [`COMMENT_MAX`] characters.
    pub text: String,
    /// When the proposers said that they dealt with it.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

/// A remark to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlanComment {
    /// The section it is about.
    pub section: SectionKind,
    /// What to write, 1 to [`COMMENT_MAX`] characters.
    pub text: String,
    /// Who writes it.
    pub written_by: PersonId,
}

impl FoundingPlan {
    /// Make a remark, while the office reviews or the board has the plan.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotUnderReview`], [`FoundingPlanError::FourEyes`], [`FoundingPlanError::Field`].
    pub fn comment(
        &self,
        id: PlanCommentId,
        new: &NewPlanComment,
        members: &[PlanMember],
        now: DateTime<Utc>,
    ) -> Result<PlanComment, FoundingPlanError> {
        if !matches!(self.state, PlanState::InReview | PlanState::Advised) {
            return Err(FoundingPlanError::NotUnderReview);
        }
        self.check_four_eyes(members, new.written_by)?;
        Ok(PlanComment {
            id,
            organization_id: self.organization_id,
            founding_plan_id: self.id,
            section: new.section,
            round: self.round,
            written_by: new.written_by,
            text: told("text", &new.text, COMMENT_MAX)?,
            resolved_at: None,
            created_at: now,
        })
    }
}

impl PlanComment {
    /// The proposers dealt with it. Said twice, the first time counts.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`] unless the plan is with the proposers.
    pub fn resolve(self, plan: &FoundingPlan, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        plan.check_writable()?;
        Ok(Self { resolved_at: self.resolved_at.or(Some(now)), ..self })
    }
}

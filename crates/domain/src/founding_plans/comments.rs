//! Remarks of office and board, per section.

use chrono::{DateTime, Utc};

use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanState, SectionKind};
use crate::ids::{PersonId, PlanCommentId};
use crate::text::told;

/// Longest comment, in characters. Our choice.
pub const COMMENT_MAX: usize = 2_000;

/// A remark on a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanComment {
    /// Its id.
    pub id: PlanCommentId,
    /// The section it is about.
    pub section: SectionKind,
    /// The round of submission it belongs to.
    pub round: u32,
    /// Who wrote it.
    pub written_by: PersonId,
    /// What was written, 1 to [`COMMENT_MAX`] characters.
    pub text: String,
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
        proposers: &[PersonId],
        now: DateTime<Utc>,
    ) -> Result<PlanComment, FoundingPlanError> {
        if !matches!(self.state, PlanState::InReview | PlanState::Advised) {
            return Err(FoundingPlanError::NotUnderReview);
        }
        self.check_four_eyes(proposers, new.written_by)?;
        Ok(PlanComment {
            id,
            section: new.section,
            round: self.round,
            written_by: new.written_by,
            text: told("text", &new.text, COMMENT_MAX)?,
            created_at: now,
        })
    }

    /// Whether the proposers may read this comment: once its round led to a return or a decision. Office and board read all of them.
    ///
    /// That a review is shown as a whole, not while it is being written, is our choice.
    #[must_use]
    pub const fn shows_to_proposers(&self, comment: &PlanComment) -> bool {
        comment.round < self.round || matches!(self.state, PlanState::Returned | PlanState::Approved | PlanState::Rejected)
    }
}

//! What a plan says in numbers and choices.

use super::errors::FoundingPlanError;
use crate::networks::{DURATION_MONTHS_MAX, GOAL_MEMBERS_MAX, NAME_MAX, NetworkKind, Openness, Sensitivity};
use crate::text::line_of;

/// Months until the growth goal when the proposers chose none. Source: `ChristenUnie`, "na een jaar minstens 50 leden".
pub const GOAL_MONTHS_DEFAULT: u32 = 12;
/// Months until the evaluation when the proposers chose none. Our choice; the source's pilot lasts about a year and a half.
pub const EVALUATION_MONTHS_DEFAULT: u32 = 12;
/// Largest budget wish, in cents. Our choice: a million euro.
pub const BUDGET_CENTS_MAX: u32 = 100_000_000;

/// What a plan says in numbers and choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFacts {
    /// Name of the network, 1 to 120 characters.
    pub name: String,
    /// What sort of network.
    pub kind: NetworkKind,
    /// What membership will say about someone.
    pub sensitivity: Sensitivity,
    /// How one will join.
    pub openness: Openness,
    /// Members wanted.
    pub goal_members: u32,
    /// Months until they are wanted.
    pub goal_months: u32,
    /// How long the network runs, in months; absent without an end.
    pub duration_months: Option<u32>,
    /// Months until the evaluation.
    pub evaluation_months: u32,
    /// Budget wished for, in cents; 0 for none.
    pub budget_cents: u32,
}

impl PlanFacts {
    /// The facts of a plan of which only the name and the kind are known.
    ///
    /// Members of the organisation join at once, and there is no end and no budget. Source: `ChristenUnie`, "ieder lid die het doel
    /// ondersteunt kan lid worden".
    #[must_use]
    pub const fn wished(name: String, kind: NetworkKind, goal_members: u32) -> Self {
        Self {
            name,
            kind,
            sensitivity: Sensitivity::Normal,
            openness: Openness::MembersOnly,
            goal_members,
            goal_months: GOAL_MONTHS_DEFAULT,
            duration_months: None,
            evaluation_months: EVALUATION_MONTHS_DEFAULT,
            budget_cents: 0,
        }
    }

    /// The facts with a clean name, when all numbers are within bounds.
    ///
    /// # Errors
    /// [`FoundingPlanError::OutOfRange`]; [`FoundingPlanError::EvaluationAfterEnd`]; [`FoundingPlanError::Field`].
    pub fn checked(self) -> Result<Self, FoundingPlanError> {
        let bounds = [
            ("goal_members", self.goal_members, 1, GOAL_MEMBERS_MAX),
            ("goal_months", self.goal_months, 1, DURATION_MONTHS_MAX),
            ("duration_months", self.duration_months.unwrap_or(1), 1, DURATION_MONTHS_MAX),
            ("evaluation_months", self.evaluation_months, 1, DURATION_MONTHS_MAX),
            ("budget_cents", self.budget_cents, 0, BUDGET_CENTS_MAX),
        ];
        if let Some((field, _, min, max)) = bounds.into_iter().find(|(_, value, min, max)| !(min..=max).contains(&value)) {
            return Err(FoundingPlanError::OutOfRange { field, min, max });
        }
        if self.duration_months.is_some_and(|duration| self.evaluation_months > duration) {
            return Err(FoundingPlanError::EvaluationAfterEnd);
        }
        Ok(Self { name: line_of("name", &self.name, NAME_MAX)?, ..self })
    }
}

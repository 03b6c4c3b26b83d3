//! What a network agreed with its organisation.

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::errors::NetworkError;
use crate::ids::{AgreementId, EvaluationId, FoundingPlanId, NetworkId, OrganizationId};
use crate::text::{prose_of, told};

/// Most members a growth goal may ask for. Our choice.
pub const GOAL_MEMBERS_MAX: u32 = 1_000_000;
/// Longest duration, goal term and evaluation term, in months. Our choice: ten years.
pub const DURATION_MONTHS_MAX: u32 = 120;
/// Longest text of an agreement, in characters. Our choice.
const TEXT_MAX: usize = 4_000;

/// The terms, with spans in months that become days when the network starts.
///
/// Source: `ChristenUnie`, "afspraken over het doel, de organisatie en de duur van het netwerk".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What the network is for.
    pub purpose: String,
    /// How it organises itself; may be empty.
    pub organisation: String,
    /// How long it runs, in months; absent without an end.
    pub duration_months: Option<u32>,
    /// Members it wants to have.
    pub goal_members: u32,
    /// Months until it wants to have them.
    pub goal_months: u32,
    /// Months until it is evaluated; absent when nothing was agreed.
    pub evaluation_months: Option<u32>,
    /// Conditions of the board; may be empty.
    pub conditions: String,
}

/// The days that follow from terms and a first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreedDates {
    /// Last day of the network.
    pub ends_on: Option<NaiveDate>,
    /// Day of the growth goal.
    pub goal_by: NaiveDate,
    /// Day of the evaluation.
    pub evaluation_on: Option<NaiveDate>,
}

impl Terms {
    /// The terms with clean texts and numbers within bounds.
    ///
    /// # Errors
    /// [`NetworkError::Field`]; [`NetworkError::OutOfRange`]; [`NetworkError::InvalidDates`] when the evaluation falls after the end.
    pub fn checked(self) -> Result<Self, NetworkError> {
        in_range("goal_members", self.goal_members, GOAL_MEMBERS_MAX)?;
        in_range("goal_months", self.goal_months, DURATION_MONTHS_MAX)?;
        in_range("duration_months", self.duration_months.unwrap_or(1), DURATION_MONTHS_MAX)?;
        in_range("evaluation_months", self.evaluation_months.unwrap_or(1), DURATION_MONTHS_MAX)?;
        if self.duration_months.zip(self.evaluation_months).is_some_and(|(duration, evaluation)| evaluation > duration) {
            return Err(NetworkError::InvalidDates);
        }
        Ok(Self {
            purpose: told("purpose", &self.purpose, TEXT_MAX)?,
            organisation: prose_of("organisation", &self.organisation, TEXT_MAX)?,
            conditions: prose_of("conditions", &self.conditions, TEXT_MAX)?,
            ..self
        })
    }

    /// The days agreed when the network starts on `first_day`.
    ///
    /// # Errors
    /// [`NetworkError::InvalidDates`] past the end of the calendar.
    pub fn dates(&self, first_day: NaiveDate) -> Result<AgreedDates, NetworkError> {
        let after = |months: u32| first_day.checked_add_months(Months::new(months)).ok_or(NetworkError::InvalidDates);
        Ok(AgreedDates {
            ends_on: self.duration_months.map(after).transpose()?,
            goal_by: after(self.goal_months)?,
            evaluation_on: self.evaluation_months.map(after).transpose()?,
        })
    }
}

fn in_range(field: &'static str, value: u32, max: u32) -> Result<(), NetworkError> {
    if (1..=max).contains(&value) { Ok(()) } else { Err(NetworkError::OutOfRange { field, min: 1, max }) }
}

/// An agreement of a network with its organisation. The newest holds; older ones are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// The plan it came from, if any.
    pub founding_plan_id: Option<FoundingPlanId>,
    /// The evaluation that adapted the terms, if any.
    pub evaluation_id: Option<EvaluationId>,
    /// What was agreed.
    pub terms: Terms,
    /// Day of the decision.
    pub agreed_on: NaiveDate,
    /// When it was written; the newest holds.
    pub created_at: DateTime<Utc>,
}

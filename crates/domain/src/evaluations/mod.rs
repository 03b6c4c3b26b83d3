//! Evaluations: at the agreed date the numbers are frozen, core group and office add their view, and the board decides.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{EvaluationId, NetworkId, OrganizationId, PersonId};
use crate::meetings::Counts;
use crate::mutants::{Hole, planted};
use crate::networks::{Conclusion, GoalStatus, Network};
use crate::text::{FieldError, prose_of, told};

/// Longest view or reason, in characters. Our choice.
pub const VIEW_MAX: usize = 4_000;
/// Days after opening from which the board decides without a missing view. Our choice: a core group that fell asleep stops nothing.
pub const VIEW_DAYS: i64 = 30;

/// Where an evaluation is in its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum EvaluationState {
    /// Views are added.
    Open,
    /// The board decided.
    Decided,
}

impl EvaluationState {
    /// Stable code: `open` or `decided`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How the network goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum EvaluationOutcome {
    /// As it was.
    Continue,
    /// Under new terms.
    Adapt,
    /// Not.
    End,
}

impl EvaluationOutcome {
    /// Stable code: `continue`, `adapt` or `end`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl From<&Conclusion> for EvaluationOutcome {
    fn from(conclusion: &Conclusion) -> Self {
        match conclusion {
            Conclusion::Continue { .. } => Self::Continue,
            Conclusion::Adapt(_) => Self::Adapt,
            Conclusion::End(_) => Self::End,
        }
    }
}

/// The numbers as they were when the evaluation opened. Stored as they are, so a field is added with a default and never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FrozenNumbers {
    /// Active memberships.
    pub members: u32,
    /// Distinct persons in the core group.
    pub core_group: u32,
    /// Members wanted.
    pub goal_members: Option<u32>,
    /// The day they were wanted.
    pub goal_by: Option<NaiveDate>,
    /// How the goal stood.
    pub goal_status: Option<GoalStatus>,
    /// Meetings held since the network started.
    pub meetings_held: u32,
    /// Registrations of those meetings, walk-ins not counted.
    pub registered: u32,
    /// Of those: who came.
    pub attended: u32,
    /// Who came without having registered.
    pub walk_ins: u32,
    /// Vacant positions.
    pub vacancies: u32,
}

impl FrozenNumbers {
    /// The numbers of `network` on `today`; `counts` are those of all its held meetings together.
    #[must_use]
    pub fn of(network: &Network, meetings_held: u32, counts: &Counts, vacancies: u32, today: NaiveDate) -> Self {
        Self {
            members: network.members,
            core_group: network.core_group,
            goal_members: network.goal.map(|goal| goal.members),
            goal_by: network.goal.map(|goal| goal.by),
            goal_status: network.goal_status(today),
            meetings_held,
            registered: counts.registered,
            attended: counts.attended,
            walk_ins: counts.walk_ins,
            vacancies,
        }
    }
}

/// What the core group or the office makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The text, 1 to [`VIEW_MAX`] characters.
    pub text: String,
    /// Who wrote it last.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the board decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationDecision {
    /// How the network goes on.
    pub outcome: EvaluationOutcome,
    /// Why, in plain language.
    pub reason: String,
    /// Who recorded it, for the board.
    pub by: PersonId,
    /// The day.
    pub on: NaiveDate,
}

/// The evaluation of a network. One is open at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Its id.
    pub id: EvaluationId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network.
    pub network_id: NetworkId,
    /// The numbers when it opened.
    pub numbers: FrozenNumbers,
    /// View of the core group.
    pub core_group_view: Option<View>,
    /// View of the office.
    pub office_view: Option<View>,
    /// What the board decided; absent while it is open.
    pub decision: Option<EvaluationDecision>,
    /// When it opened.
    pub opened_at: DateTime<Utc>,
    /// Rises by one with every change.
    pub version: u32,
}

/// Who adds a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewOf {
    /// The core group of the network.
    CoreGroup,
    /// The party office.
    Office,
}

/// A decision to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvaluationDecision {
    /// How the network goes on.
    pub outcome: EvaluationOutcome,
    /// Why, 1 to [`VIEW_MAX`] characters.
    pub reason: String,
    /// Who records it, for the board.
    pub by: PersonId,
}

impl Evaluation {
    /// Open the evaluation of `network` with its numbers. The network moves with [`Network::open_evaluation`].
    #[must_use]
    pub const fn open(id: EvaluationId, network: &Network, numbers: FrozenNumbers, now: DateTime<Utc>) -> Self {
        Self {
            id,
            organization_id: network.organization_id,
            network_id: network.id,
            numbers,
            core_group_view: None,
            office_view: None,
            decision: None,
            opened_at: now,
            version: 1,
        }
    }

    /// Why the evaluation opens: nothing to say at the agreed day or after, a reason in plain language before it and where no day was agreed.
    ///
    /// # Errors
    /// [`EvaluationError::ReasonMissing`], [`EvaluationError::Field`].
    ///
    /// Source: domain.md, Running a network ("at the agreed date"). That it may come early, with a reason, is our choice.
    pub fn checked_reason(network: &Network, reason: &str, today: NaiveDate) -> Result<Option<String>, EvaluationError> {
        let reason = prose_of("reason", reason, VIEW_MAX)?;
        let is_due = network.evaluation_on.is_some_and(|day| day <= today);
        match (is_due, reason.is_empty()) {
            (false, true) => Err(EvaluationError::ReasonMissing),
            (true, true) => Ok(None),
            (true | false, false) => Ok(Some(reason)),
        }
    }

    /// Where it is in its course.
    #[must_use]
    pub const fn state(&self) -> EvaluationState {
        if self.decision.is_some() { EvaluationState::Decided } else { EvaluationState::Open }
    }

    /// Add or replace a view.
    ///
    /// # Errors
    /// [`EvaluationError::AlreadyDecided`]; [`EvaluationError::FourEyes`] when someone of the core group writes for the office;
    /// [`EvaluationError::Field`].
    pub fn view(self, of: ViewOf, text: &str, writer: Writer<'_>, now: DateTime<Utc>) -> Result<Self, EvaluationError> {
        self.check_open()?;
        let view = Some(View { text: told("text", text, VIEW_MAX)?, by: writer.person, at: now });
        let version = self.version.saturating_add(1);
        match of {
            ViewOf::CoreGroup => Ok(Self { core_group_view: view, version, ..self }),
            ViewOf::Office => {
                writer.check_four_eyes()?;
                Ok(Self { office_view: view, version, ..self })
            }
        }
    }

    /// Decide (board). The network goes on, or not, with [`Network::conclude`].
    ///
    /// # Errors
    /// [`EvaluationError::AlreadyDecided`]; [`EvaluationError::FourEyes`] for someone of the core group;
    /// [`EvaluationError::ViewsMissing`] in the first [`VIEW_DAYS`] days; [`EvaluationError::Field`].
    ///
    /// Source: domain.md, Running a network ("Evaluation"). Four eyes and the days are our choice.
    pub fn decide(
        self,
        new: &NewEvaluationDecision,
        core_group: &[PersonId],
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Self, EvaluationError> {
        self.check_open()?;
        Writer { person: new.by, core_group }.check_four_eyes()?;
        let has_views = self.core_group_view.is_some() && self.office_view.is_some();
        if !has_views && now - self.opened_at < TimeDelta::days(VIEW_DAYS) {
            return Err(EvaluationError::ViewsMissing);
        }
        let reason = told("reason", &new.reason, VIEW_MAX)?;
        let decision = EvaluationDecision { outcome: new.outcome, reason, by: new.by, on: today };
        Ok(Self { decision: Some(decision), version: self.version.saturating_add(1), ..self })
    }

    /// Close an open evaluation whose network the board ended without waiting for it: the end of the network, with its reason, is the decision.
    ///
    /// No view is missed and four eyes do not count, as nothing is judged here any more. Our choice.
    ///
    /// # Errors
    /// [`EvaluationError::AlreadyDecided`].
    pub fn close_with_network(self, reason: &str, by: PersonId, today: NaiveDate) -> Result<Self, EvaluationError> {
        self.check_open()?;
        let decision = EvaluationDecision { outcome: EvaluationOutcome::End, reason: reason.to_owned(), by, on: today };
        Ok(Self { decision: Some(decision), version: self.version.saturating_add(1), ..self })
    }

    const fn check_open(&self) -> Result<(), EvaluationError> {
        match self.state() {
            EvaluationState::Open => Ok(()),
            EvaluationState::Decided => Err(EvaluationError::AlreadyDecided),
        }
    }
}

/// Someone who writes or decides, beside the core group that is evaluated.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    /// Who.
    pub person: PersonId,
    /// Everyone in the core group now.
    pub core_group: &'a [PersonId],
}

impl Writer<'_> {
    fn check_four_eyes(self) -> Result<(), EvaluationError> {
        if self.core_group.contains(&self.person) && !planted(Hole::FourEyes) { Err(EvaluationError::FourEyes) } else { Ok(()) }
    }
}

/// Why an evaluation refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// The board decided.
    #[error("the board has decided on this evaluation")]
    AlreadyDecided,
    /// An evaluation of this network is open.
    #[error("an evaluation of this network is open")]
    AlreadyOpen,
    /// It opens before the agreed day, or without one.
    #[error("an evaluation before its agreed day needs a reason")]
    ReasonMissing,
    /// Someone of the core group judges it for another body.
    #[error("who is in the core group does not judge it")]
    FourEyes,
    /// The core group or the office has not given a view, and has time left.
    #[error("core group and office have 30 days to give their view")]
    ViewsMissing,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl EvaluationError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AlreadyDecided => "evaluations/already-decided",
            Self::AlreadyOpen => "evaluations/already-open",
            Self::ReasonMissing => "evaluations/reason-missing",
            Self::FourEyes => "evaluations/four-eyes",
            Self::ViewsMissing => "evaluations/views-missing",
            Self::Field(_) => "evaluations/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests;

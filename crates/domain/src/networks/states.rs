//! The life of a network.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::Network;
use super::agreements::Terms;
use super::errors::NetworkError;
use super::goals::Goal;
use crate::ids::NetworkId;
use crate::text::told;

/// Longest reason for an end, in characters. Our choice.
const REASON_MAX: usize = 2_000;

/// Where a network is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum NetworkState {
    /// Approved, waiting for a start wave.
    Proposed,
    /// Started, on trial.
    Pilot,
    /// Running.
    Active,
    /// Its evaluation is open.
    Evaluating,
    /// Asleep: the core group was too small for too long.
    Dormant,
    /// Over.
    Ended,
}

impl NetworkState {
    /// Stable code, such as `pilot`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether it has begun and not ended: people can find it and join it. A dormant network too, for new members can wake it (our choice).
    #[must_use]
    pub const fn is_running(self) -> bool {
        match self {
            Self::Pilot | Self::Active | Self::Evaluating | Self::Dormant => true,
            Self::Proposed | Self::Ended => false,
        }
    }

    /// Whether new meetings may be scheduled. Our choice: not while it sleeps.
    #[must_use]
    pub const fn may_meet(self) -> bool {
        match self {
            Self::Pilot | Self::Active | Self::Evaluating => true,
            Self::Proposed | Self::Dormant | Self::Ended => false,
        }
    }

    /// The state after `command`, as far as the state decides.
    ///
    /// Source: domain.md, "Network lifecycle"; that the board may end a network in any state is our choice.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`].
    pub const fn after(self, command: NetworkCommand) -> Result<Self, NetworkError> {
        match (command, self) {
            (NetworkCommand::Start, Self::Proposed) => Ok(Self::Pilot),
            (NetworkCommand::OpenEvaluation, Self::Pilot | Self::Active | Self::Dormant) => Ok(Self::Evaluating),
            (NetworkCommand::Activate, Self::Pilot)
            | (NetworkCommand::Conclude, Self::Evaluating)
            | (NetworkCommand::Revive, Self::Dormant) => Ok(Self::Active),
            (NetworkCommand::FallDormant, Self::Pilot | Self::Active) => Ok(Self::Dormant),
            (NetworkCommand::End, Self::Proposed | Self::Pilot | Self::Active | Self::Evaluating | Self::Dormant) => Ok(Self::Ended),
            (command, state) => Err(NetworkError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum NetworkCommand {
    /// Begin the pilot (office).
    Start,
    /// End the pilot well (office or board).
    Activate,
    /// Open the evaluation (office).
    OpenEvaluation,
    /// Go on after the evaluation, as it was or adapted (board).
    Conclude,
    /// Put to sleep (the worker).
    FallDormant,
    /// Wake up (office or board).
    Revive,
    /// End (board).
    End,
}

impl NetworkCommand {
    /// Stable code, such as `open-evaluation`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How many networks the organisation can start at once, and whose turn it is. Source: `ChristenUnie`, "daarom beginnen we met vijf netwerken".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartCapacity {
    /// Networks in `pilot` now.
    pub pilots: u32,
    /// Networks that may be in `pilot` at once.
    pub limit: u32,
    /// The network whose turn it is: the one that was approved first of those that wait.
    pub next: Option<NetworkId>,
}

impl StartCapacity {
    /// Whether one more network may start.
    #[must_use]
    pub const fn is_free(self) -> bool {
        self.pilots < self.limit
    }

    /// Whether this waiting network may start: there is room, and it is its turn.
    #[must_use]
    pub fn takes(self, network: NetworkId) -> bool {
        self.is_free() && self.next == Some(network)
    }

    /// Whether a network that is approved now starts at once: there is room, and no other waits for it.
    ///
    /// Source: domain.md, "approved plans wait in order for a start wave".
    #[must_use]
    pub const fn takes_newcomer(self) -> bool {
        self.is_free() && self.next.is_none()
    }
}

/// How a network goes on after its evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conclusion {
    /// As it was, with new dates.
    Continue {
        /// New last day; absent for no end.
        ends_on: Option<NaiveDate>,
        /// Day of the next evaluation.
        evaluation_on: Option<NaiveDate>,
    },
    /// Under new terms, that count from today.
    Adapt(Terms),
    /// Not, with the reason.
    End(String),
}

/// What a change of the core group means to the core group and the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoreGroupNotice {
    /// It fell below the minimum.
    FellBelow {
        /// Persons in the core group.
        size: u32,
        /// Minimum of the organisation.
        minimum: u32,
    },
    /// It has enough persons again.
    Recovered {
        /// Persons in the core group.
        size: u32,
    },
}

impl Network {
    /// Begin the pilot today under the agreed terms.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::NoCapacity`]; [`NetworkError::NotFirst`] while another waits longer;
    /// [`NetworkError::InvalidDates`] past the end of the calendar.
    ///
    /// Source: domain.md, "approved plans wait in order for a start wave".
    pub fn start(self, terms: &Terms, capacity: StartCapacity, today: NaiveDate) -> Result<Self, NetworkError> {
        let started = self.moved(NetworkCommand::Start)?;
        if !capacity.is_free() {
            return Err(NetworkError::NoCapacity(capacity.limit));
        }
        if capacity.next.is_some_and(|next| next != started.id) {
            return Err(NetworkError::NotFirst);
        }
        Ok(Self { starts_on: Some(today), ..started.under(terms, today)? })
    }

    /// End the pilot well.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::CoreGroupTooSmall`].
    pub fn activate(self, core_group_min: u32) -> Result<Self, NetworkError> {
        let active = self.moved(NetworkCommand::Activate)?;
        active.with_enough_people(core_group_min)
    }

    /// Open the evaluation. It may come before the agreed day.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`].
    pub fn open_evaluation(self) -> Result<Self, NetworkError> {
        self.moved(NetworkCommand::OpenEvaluation)
    }

    /// Go on, or not, as the board decided on the evaluation.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::InvalidDates`] when a new date is not after today or the evaluation falls after the
    /// end; [`NetworkError::Field`]; [`NetworkError::OutOfRange`].
    pub fn conclude(self, conclusion: Conclusion, today: NaiveDate) -> Result<Self, NetworkError> {
        if self.state != NetworkState::Evaluating {
            return Err(NetworkError::WrongState { state: self.state, command: NetworkCommand::Conclude });
        }
        match conclusion {
            Conclusion::End(reason) => self.end(&reason, today),
            Conclusion::Adapt(terms) => self.moved(NetworkCommand::Conclude)?.under(&terms.checked()?, today),
            Conclusion::Continue { ends_on, evaluation_on } => {
                let passed = |day: Option<NaiveDate>| day.is_some_and(|day| day <= today);
                let crossed = ends_on.zip(evaluation_on).is_some_and(|(end, evaluation)| evaluation > end);
                if passed(ends_on) || passed(evaluation_on) || crossed {
                    return Err(NetworkError::InvalidDates);
                }
                Ok(Self { ends_on, evaluation_on, ..self.moved(NetworkCommand::Conclude)? })
            }
        }
    }

    /// Put to sleep a network whose core group is below its minimum for `after_days` days.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::NotBelowMinimum`].
    pub fn fall_dormant(self, after_days: u32, now: DateTime<Utc>) -> Result<Self, NetworkError> {
        let dormant = self.moved(NetworkCommand::FallDormant)?;
        let long_enough = |since: DateTime<Utc>| now - since >= TimeDelta::days(i64::from(after_days));
        if dormant.below_minimum_since.is_some_and(long_enough) { Ok(dormant) } else { Err(NetworkError::NotBelowMinimum) }
    }

    /// Wake up a network that has a core group again.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::CoreGroupTooSmall`].
    pub fn revive(self, core_group_min: u32) -> Result<Self, NetworkError> {
        let active = self.moved(NetworkCommand::Revive)?;
        active.with_enough_people(core_group_min)
    }

    /// End the network today, with a reason in plain language.
    ///
    /// # Errors
    /// [`NetworkError::WrongState`]; [`NetworkError::Field`].
    pub fn end(self, reason: &str, today: NaiveDate) -> Result<Self, NetworkError> {
        let ended = self.moved(NetworkCommand::End)?;
        let reason = told("reason", reason, REASON_MAX)?;
        Ok(Self { ended_on: Some(today), end_reason: Some(reason), below_minimum_since: None, ..ended })
    }

    /// The network with a core group of `size` persons, and what to tell when the minimum was crossed.
    ///
    /// The time it fell below stays that of the first fall. A network that ended tells nothing.
    /// Source: `ChristenUnie`, "een kerngroep van minstens vier leden"; the notice is domain.md's.
    #[must_use]
    pub fn with_core_group(self, size: u32, minimum: u32, now: DateTime<Utc>) -> (Self, Option<CoreGroupNotice>) {
        let is_below = size < minimum && self.state != NetworkState::Ended;
        let below_minimum_since = if is_below { self.below_minimum_since.or(Some(now)) } else { None };
        let notice = match (self.below_minimum_since, below_minimum_since) {
            (None, Some(_)) => Some(CoreGroupNotice::FellBelow { size, minimum }),
            (Some(_), None) if size >= minimum => Some(CoreGroupNotice::Recovered { size }),
            (None | Some(_), None) | (Some(_), Some(_)) => None,
        };
        let version = self.version.saturating_add(1);
        (Self { core_group: size, below_minimum_since, version, ..self }, notice)
    }

    /// The network under `terms` that count from `first_day`.
    pub(super) fn under(self, terms: &Terms, first_day: NaiveDate) -> Result<Self, NetworkError> {
        let dates = terms.dates(first_day)?;
        let goal = Goal { members: terms.goal_members, from: first_day, by: dates.goal_by, members_at_start: self.members };
        Ok(Self { ends_on: dates.ends_on, evaluation_on: dates.evaluation_on, goal: Some(goal), ..self })
    }

    fn moved(self, command: NetworkCommand) -> Result<Self, NetworkError> {
        Ok(Self { state: self.state.after(command)?, version: self.version.saturating_add(1), ..self })
    }

    fn with_enough_people(self, minimum: u32) -> Result<Self, NetworkError> {
        if self.core_group < minimum {
            return Err(NetworkError::CoreGroupTooSmall { size: self.core_group, minimum });
        }
        Ok(self)
    }
}

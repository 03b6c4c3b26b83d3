//! How a network is doing: the reasons to look at it, each on its own.

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::Network;
use super::goals::GoalStatus;
use super::states::NetworkState;

/// Days without a meeting after which a running network counts as quiet. Our choice: a third of a year.
pub const QUIET_AFTER_DAYS: i64 = 120;

/// How urgent a reason is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// Needs someone.
    Warning,
}

impl Severity {
    /// Stable code: `notice` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One reason to look at a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum HealthReason {
    /// Fewer persons in the core group than the minimum.
    CoreGroupBelowMinimum {
        /// Persons in the core group.
        size: u32,
        /// Minimum of the organisation.
        minimum: u32,
        /// Since when, if known.
        since: Option<DateTime<Utc>>,
    },
    /// The network is dormant.
    Dormant,
    /// The goal day passed without the members wanted.
    GoalMissed {
        /// Members now.
        members: u32,
        /// Members wanted.
        wanted: u32,
    },
    /// The forecast stays below the goal.
    GoalAtRisk {
        /// Members expected on the goal day.
        expected: u32,
        /// Members wanted.
        wanted: u32,
    },
    /// The evaluation day has come and no evaluation is open.
    EvaluationDue {
        /// The agreed day.
        on: NaiveDate,
    },
    /// The agreed end has passed.
    PastItsEnd {
        /// The agreed last day.
        on: NaiveDate,
    },
    /// No meeting stands in the calendar.
    NoMeetingPlanned,
    /// The last meeting was more than [`QUIET_AFTER_DAYS`] days ago, or there never was one.
    NoMeetingLately {
        /// Day of the last meeting.
        last: Option<NaiveDate>,
    },
    /// Seats are vacant.
    Vacancies {
        /// How many.
        count: u32,
    },
}

impl HealthReason {
    /// Stable code, such as `core-group-below-minimum`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// How urgent it is. Our choice.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::CoreGroupBelowMinimum { .. }
            | Self::Dormant
            | Self::GoalMissed { .. }
            | Self::EvaluationDue { .. }
            | Self::PastItsEnd { .. } => Severity::Warning,
            Self::GoalAtRisk { .. } | Self::NoMeetingPlanned | Self::NoMeetingLately { .. } | Self::Vacancies { .. } => Severity::Notice,
        }
    }
}

/// What the network itself does not know about how it is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// The day in the organisation's time zone.
    pub today: NaiveDate,
    /// Minimum core group of the organisation.
    pub core_group_min: u32,
    /// Vacant positions of the network.
    pub vacancies: u32,
    /// Day of the last meeting held.
    pub last_meeting_on: Option<NaiveDate>,
    /// Day of the next published meeting.
    pub next_meeting_on: Option<NaiveDate>,
}

impl Network {
    /// The reasons to look at this network, the most urgent first; empty when all is well, when it waits and when it ended.
    #[must_use]
    pub fn health(&self, pulse: &Pulse) -> Vec<HealthReason> {
        if !self.state.is_running() {
            return Vec::new();
        }
        let reasons = [
            self.core_group_reason(pulse),
            (self.state == NetworkState::Dormant).then_some(HealthReason::Dormant),
            self.goal_reason(pulse.today),
            self.evaluation_reason(pulse.today),
            self.ends_on.filter(|day| *day < pulse.today).map(|on| HealthReason::PastItsEnd { on }),
            pulse.next_meeting_on.is_none().then_some(HealthReason::NoMeetingPlanned),
            self.quiet_reason(pulse),
            (pulse.vacancies > 0).then_some(HealthReason::Vacancies { count: pulse.vacancies }),
        ];
        let mut found: Vec<HealthReason> = reasons.into_iter().flatten().collect();
        found.sort_by_key(|reason| std::cmp::Reverse(reason.severity()));
        found
    }

    fn core_group_reason(&self, pulse: &Pulse) -> Option<HealthReason> {
        let (size, minimum, since) = (self.core_group, pulse.core_group_min, self.below_minimum_since);
        (size < minimum).then_some(HealthReason::CoreGroupBelowMinimum { size, minimum, since })
    }

    fn goal_reason(&self, today: NaiveDate) -> Option<HealthReason> {
        let goal = self.goal?;
        let wanted = goal.members;
        match goal.status(self.members, today) {
            GoalStatus::Missed => Some(HealthReason::GoalMissed { members: self.members, wanted }),
            GoalStatus::AtRisk => goal.forecast(self.members, today).map(|expected| HealthReason::GoalAtRisk { expected, wanted }),
            GoalStatus::Met | GoalStatus::OnCourse => None,
        }
    }

    fn evaluation_reason(&self, today: NaiveDate) -> Option<HealthReason> {
        let due = self.evaluation_on.filter(|day| *day <= today && self.state != NetworkState::Evaluating);
        due.map(|on| HealthReason::EvaluationDue { on })
    }

    fn quiet_reason(&self, pulse: &Pulse) -> Option<HealthReason> {
        let last_sign = pulse.last_meeting_on.or(self.starts_on)?;
        let is_quiet = (pulse.today - last_sign).num_days() > QUIET_AFTER_DAYS;
        is_quiet.then_some(HealthReason::NoMeetingLately { last: pulse.last_meeting_on })
    }
}

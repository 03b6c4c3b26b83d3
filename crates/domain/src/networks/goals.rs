//! The growth goal: members by a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Days of history before a forecast says anything. Our choice: 14.
pub const HISTORY_DAYS_MIN: i64 = 14;

/// How the goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter, Serialize, Deserialize)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum GoalStatus {
    /// The forecast reaches the goal, or it is too early to tell.
    OnCourse,
    /// The forecast stays below the goal.
    AtRisk,
    /// The network has the members it wanted.
    Met,
    /// The day has passed without.
    Missed,
}

impl GoalStatus {
    /// Stable code, such as `at-risk`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// So many members by a day. Source: `ChristenUnie`, "na een jaar minstens 50 leden".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// Members wanted.
    pub members: u32,
    /// The day it counts from.
    pub from: NaiveDate,
    /// The day it should be met, that day included.
    pub by: NaiveDate,
    /// Members on the day it counts from.
    pub members_at_start: u32,
}

impl Goal {
    /// Members expected on the goal day when growth goes on as it went; absent under [`HISTORY_DAYS_MIN`] days of history.
    ///
    /// `round(members_at_start + (members − members_at_start) × total days / elapsed days)`, halves upwards, never below 0.
    /// A straight line is our choice: it can be explained in one sentence.
    #[must_use]
    pub fn forecast(&self, members: u32, today: NaiveDate) -> Option<u32> {
        let elapsed = (today - self.from).num_days();
        if elapsed < HISTORY_DAYS_MIN {
            return None;
        }
        let total = (self.by - self.from).num_days().max(elapsed);
        let growth = i64::from(members) - i64::from(self.members_at_start);
        let rounded = (2 * growth * total + elapsed).div_euclid(2 * elapsed);
        let expected = i64::from(self.members_at_start) + rounded;
        Some(u32::try_from(expected.max(0)).unwrap_or(u32::MAX))
    }

    /// How the goal stands with `members` on `today`.
    ///
    /// The four words are the source's (domain.md, "Agreements of a network"); that a goal met late counts as met is our choice.
    #[must_use]
    pub fn status(&self, members: u32, today: NaiveDate) -> GoalStatus {
        if members >= self.members {
            GoalStatus::Met
        } else if today > self.by {
            GoalStatus::Missed
        } else if self.forecast(members, today).is_some_and(|expected| expected < self.members) {
            GoalStatus::AtRisk
        } else {
            GoalStatus::OnCourse
        }
    }
}

//! Quarters of a year, the rhythm of meetings. Source: Drenthe, "elk kwartaal".

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

use super::{Attendance, Counts, MeetingState};

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

impl Quarter {
    /// The quarter in which a moment falls, by the clock of `zone`.
    #[must_use]
    pub fn of(moment: DateTime<Utc>, zone: Tz) -> Self {
        let day = moment.with_timezone(&zone).date_naive();
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }
}

/// The figures of several meetings together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Meetings that were published or held.
    pub meetings: u32,
    /// Of these: held.
    pub held: u32,
    /// Seats taken at held meetings, without walk-ins.
    pub registered: u32,
    /// Of `registered`: those who came.
    pub attended: u32,
    /// People who came to held meetings without having registered.
    pub walk_ins: u32,
    /// Everyone who came to held meetings: `attended`, `walk_ins`, and the number told where no names are kept.
    pub present: u32,
}

impl Figures {
    /// These figures and one more published or held meeting.
    #[must_use]
    pub const fn with(self, state: MeetingState, attendance: Attendance, counts: &Counts) -> Self {
        let counted = Self { meetings: self.meetings.saturating_add(1), ..self };
        match (state, attendance) {
            (MeetingState::Draft | MeetingState::Published | MeetingState::Cancelled, _) => counted,
            (MeetingState::Held, Attendance::CountOnly) => {
                Self { held: self.held.saturating_add(1), present: self.present.saturating_add(counts.attended), ..counted }
            }
            (MeetingState::Held, Attendance::Named) => Self {
                held: self.held.saturating_add(1),
                registered: self.registered.saturating_add(counts.registered),
                attended: self.attended.saturating_add(counts.attended),
                walk_ins: self.walk_ins.saturating_add(counts.walk_ins),
                present: self.present.saturating_add(counts.present()),
                ..counted
            },
        }
    }

    /// Show rate over all of them: attended of the registered, as [`Counts::show_rate`].
    #[must_use]
    pub fn show_rate(&self) -> Option<u32> {
        Counts { registered: self.registered, attended: self.attended, ..Counts::default() }.show_rate()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_quarter_begins_at_midnight_where_people_live() {
        let new_years_eve = Utc.with_ymd_and_hms(2025, 12, 31, 23, 30, 0).unwrap();
        let autumn = Utc.with_ymd_and_hms(2025, 9, 30, 21, 59, 59).unwrap();

        assert_eq!(Quarter::of(new_years_eve, Tz::Europe__Amsterdam), Quarter { year: 2026, number: 1 });
        assert_eq!(Quarter::of(autumn, Tz::Europe__Amsterdam), Quarter { year: 2025, number: 3 });
    }

    #[test]
    fn only_held_meetings_count_people_and_numbers_told_stay_out_of_the_show_rate() {
        let symposium = Counts { registered: 68, attended: 49, walk_ins: 3, ..Counts::default() };
        let told = Counts { attended: 20, ..Counts::default() };

        let figures = Figures::default()
            .with(MeetingState::Held, Attendance::Named, &symposium)
            .with(MeetingState::Held, Attendance::CountOnly, &told)
            .with(MeetingState::Published, Attendance::Named, &symposium);

        assert_eq!(figures, Figures { meetings: 3, held: 2, registered: 68, attended: 49, walk_ins: 3, present: 72 });
        assert_eq!(figures.show_rate(), Some(72));
    }
}

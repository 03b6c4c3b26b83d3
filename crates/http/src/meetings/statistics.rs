//! Figures of meetings on the wire.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use vliegwiel_application::meetings as application;
use vliegwiel_domain::meetings as domain;

use super::codes::{MeetingKind, MeetingState};
use super::wire::MeetingArea;
use crate::input::moments::in_range;
use crate::problems::Problem;

/// Most meetings in one answer. Our choice.
const MEETINGS_MAX: u64 = 5_000;

/// Which meetings count.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StatisticsFilter {
    /// Of this network only, by its id.
    network: Option<Uuid>,
    /// Starting at this moment or later.
    from: DateTime<Utc>,
    /// Starting before this moment; at most five years after `from`.
    before: DateTime<Utc>,
}

impl StatisticsFilter {
    pub(super) fn span(self) -> Result<application::Span, Problem> {
        in_range("?from", Some(self.from))?;
        in_range("?before", Some(self.before))?;
        Ok(application::Span { network: self.network.map(Into::into), from: self.from, before: self.before, most: MEETINGS_MAX })
    }
}

/// Figures of several meetings together.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingFigures {
    /// Meetings that were published or held.
    #[schema(example = 12)]
    pub meetings: u32,
    /// Of these: held.
    #[schema(example = 10)]
    pub held: u32,
    /// Seats taken at held meetings, without walk-ins.
    #[schema(example = 268)]
    pub registered: u32,
    /// Of `registered`: those who were checked in.
    #[schema(example = 201)]
    pub attended: u32,
    /// People who came to held meetings without having registered.
    #[schema(example = 14)]
    pub walk_ins: u32,
    /// Everyone who came to held meetings: `attended`, `walkIns`, and the number told where no names are kept.
    #[schema(example = 235)]
    pub present: u32,
    /// `attended` of `registered`, as a whole percentage; `null` when nobody registered.
    #[schema(example = 75)]
    pub show_rate: Option<u32>,
}

/// Figures of a quarter.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuarterFigures {
    /// The year.
    #[schema(example = 2026)]
    pub year: i32,
    /// The quarter, 1 to 4. It begins at midnight in the Netherlands.
    #[schema(minimum = 1, maximum = 4, example = 3)]
    pub quarter: u32,
    /// Its figures.
    pub figures: MeetingFigures,
}

/// How often people met for a municipality in a quarter.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityFigures {
    /// The municipality.
    pub area: MeetingArea,
    /// The year.
    #[schema(example = 2026)]
    pub year: i32,
    /// The quarter, 1 to 4.
    #[schema(minimum = 1, maximum = 4, example = 3)]
    pub quarter: u32,
    /// Meetings that were published or held.
    #[schema(example = 1)]
    pub meetings: u32,
    /// Of these: held.
    #[schema(example = 1)]
    pub held: u32,
}

/// Figures of one meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CountedMeeting {
    /// Id of the meeting.
    pub id: Uuid,
    /// Title.
    #[schema(example = "Klare taal voor iedereen")]
    pub title: String,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Where it is in its life: `published` or `held`.
    pub state: MeetingState,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// The municipality it was for, if it was for one.
    pub municipality: Option<MeetingArea>,
    /// Seats taken, without walk-ins.
    #[schema(example = 68)]
    pub registered: u32,
    /// Of `registered`: those who were checked in. Where no names are kept: the number told.
    #[schema(example = 49)]
    pub attended: u32,
    /// People who came without having registered.
    #[schema(example = 3)]
    pub walk_ins: u32,
    /// `attended` of `registered`, as a whole percentage; `null` when nobody registered or the meeting was not held.
    #[schema(example = 72)]
    pub show_rate: Option<u32>,
}

/// Figures of the meetings in a span.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingStatistics {
    /// All of them together.
    pub total: MeetingFigures,
    /// For each quarter with meetings, in order.
    pub quarters: Vec<QuarterFigures>,
    /// For each municipality and quarter with meetings, by name and then in order.
    pub municipalities: Vec<MunicipalityFigures>,
    /// The meetings, by start; at most 5,000.
    pub meetings: Vec<CountedMeeting>,
}

impl From<application::Statistics> for MeetingStatistics {
    fn from(statistics: application::Statistics) -> Self {
        let application::Statistics { total, quarters, municipalities, meetings } = statistics;
        Self {
            total: total.into(),
            quarters: quarters.into_iter().map(QuarterFigures::from).collect(),
            municipalities: municipalities.into_iter().map(MunicipalityFigures::from).collect(),
            meetings: meetings.into_iter().map(CountedMeeting::from).collect(),
        }
    }
}

impl From<domain::Figures> for MeetingFigures {
    fn from(figures: domain::Figures) -> Self {
        let show_rate = figures.show_rate();
        let domain::Figures { meetings, held, registered, attended, walk_ins, present } = figures;
        Self { meetings, held, registered, attended, walk_ins, present, show_rate }
    }
}

impl From<application::QuarterFigures> for QuarterFigures {
    fn from(of_quarter: application::QuarterFigures) -> Self {
        let application::QuarterFigures { quarter: domain::Quarter { year, number }, figures } = of_quarter;
        Self { year, quarter: number, figures: figures.into() }
    }
}

impl From<application::MunicipalityFigures> for MunicipalityFigures {
    fn from(of_municipality: application::MunicipalityFigures) -> Self {
        let application::MunicipalityFigures { area, quarter: domain::Quarter { year, number }, meetings, held } = of_municipality;
        Self { area: area.into(), year, quarter: number, meetings, held }
    }
}

impl From<application::Gathering> for CountedMeeting {
    fn from(gathering: application::Gathering) -> Self {
        let application::Gathering { id, title, kind, state, starts_at, municipality, attendance: _, counts } = gathering;
        let is_held = state == domain::MeetingState::Held;
        Self {
            id: id.uuid(),
            title,
            kind: kind.into(),
            state: state.into(),
            starts_at,
            municipality: municipality.map(MeetingArea::from),
            registered: counts.registered,
            attended: counts.attended,
            walk_ins: counts.walk_ins,
            show_rate: counts.show_rate().filter(|_| is_held),
        }
    }
}

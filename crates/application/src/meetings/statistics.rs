//! How often people met and how many came.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::access::{Actor, Visible};
use vliegwiel_domain::ids::AreaId;
use vliegwiel_domain::meetings::{Figures, Quarter};
use vliegwiel_persistence::meetings::{AreaName, Gathering, Span, gatherings};

use crate::app::App;
use crate::error::{Error, Result};

/// Longest span, in days. Our choice: five years.
pub const SPAN_DAYS_MAX: i64 = 5 * 366;

/// Figures of the meetings in a span.
#[derive(Debug, Clone)]
pub struct Statistics {
    /// All of them together.
    pub total: Figures,
    /// For each quarter with meetings, in order.
    pub quarters: Vec<QuarterFigures>,
    /// For each municipality and quarter with meetings, by name and then in order.
    pub municipalities: Vec<MunicipalityFigures>,
    /// The meetings themselves, by start.
    pub meetings: Vec<Gathering>,
}

/// Figures of a quarter.
#[derive(Debug, Clone, Copy)]
pub struct QuarterFigures {
    /// Which quarter.
    pub quarter: Quarter,
    /// Its figures.
    pub figures: Figures,
}

/// Meetings for a municipality in a quarter.
#[derive(Debug, Clone)]
pub struct MunicipalityFigures {
    /// Which municipality.
    pub area: AreaName,
    /// Which quarter.
    pub quarter: Quarter,
    /// How many were published or held.
    pub meetings: u32,
    /// Of these: held.
    pub held: u32,
}

/// Figures of the published and held meetings of a span, as far as the actor may know of them; quarters begin at midnight in the Netherlands.
///
/// One statement.
///
/// # Errors
/// [`Error::Invalid`] for a span that is empty or too long.
pub async fn statistics(app: &App, actor: &Actor, span: &Span) -> Result<Statistics> {
    let length = span.before - span.from;
    if length <= TimeDelta::zero() || length > TimeDelta::days(SPAN_DAYS_MAX) {
        return Err(Error::flaw("?before", "out-of-range", "the span must end after it begins, at most five years later"));
    }
    let meetings = gatherings(app.db.read(), &Visible::to(actor, app.now()), span).await?;
    Ok(summed(meetings))
}

fn summed(meetings: Vec<Gathering>) -> Statistics {
    let mut total = Figures::default();
    let mut quarters: BTreeMap<Quarter, Figures> = BTreeMap::new();
    let mut municipalities: BTreeMap<(String, AreaId, Quarter), (AreaName, Figures)> = BTreeMap::new();
    for meeting in &meetings {
        let quarter = Quarter::of(meeting.starts_at, Amsterdam);
        total = total.with(meeting.state, meeting.attendance, &meeting.counts);
        let sum = quarters.entry(quarter).or_default();
        *sum = sum.with(meeting.state, meeting.attendance, &meeting.counts);
        if let Some(area) = &meeting.municipality {
            let key = (area.name.clone(), area.id, quarter);
            let (_, sum) = municipalities.entry(key).or_insert_with(|| (area.clone(), Figures::default()));
            *sum = sum.with(meeting.state, meeting.attendance, &meeting.counts);
        }
    }
    let of_municipality = |((_, _, quarter), (area, figures)): ((String, AreaId, Quarter), (AreaName, Figures))| MunicipalityFigures {
        area,
        quarter,
        meetings: figures.meetings,
        held: figures.held,
    };
    Statistics {
        total,
        quarters: quarters.into_iter().map(|(quarter, figures)| QuarterFigures { quarter, figures }).collect(),
        municipalities: municipalities.into_iter().map(of_municipality).collect(),
        meetings,
    }
}

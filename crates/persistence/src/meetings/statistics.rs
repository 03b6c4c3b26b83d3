//! What took place and who came: the bare figures of meetings.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::ids::{Id, MeetingId, NetworkId};
use vliegwiel_domain::meetings::{Attendance, Counts, MeetingKind, MeetingState};

use super::entries::{AreaName, scope};
use crate::error::{Error, Result};
use crate::mapping::{code, count};
use crate::rows::{areas, meetings as row};

/// Which meetings count.
#[derive(Debug, Clone)]
pub struct Span {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// Starting at this moment or later.
    pub from: DateTime<Utc>,
    /// Starting before this moment.
    pub before: DateTime<Utc>,
    /// At most so many.
    pub most: u64,
}

/// A published or held meeting as statistics see it.
#[derive(Debug, Clone)]
pub struct Gathering {
    /// The meeting.
    pub id: MeetingId,
    /// Its title.
    pub title: String,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Whether it was held.
    pub state: MeetingState,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// The municipality it was for, where it was for one.
    pub municipality: Option<AreaName>,
    /// What was kept of who came.
    pub attendance: Attendance,
    /// Who registered and came.
    pub counts: Counts,
}

#[derive(Debug, FromQueryResult)]
struct Line {
    id: Uuid,
    title: String,
    kind: String,
    state: String,
    starts_at: DateTime<Utc>,
    area_id: Option<Uuid>,
    attendance: String,
    registered: i32,
    waitlisted: i32,
    attended: i32,
    walk_ins: i32,
    places_given: i32,
    area_code: Option<String>,
    area_name: Option<String>,
}

/// The published and held meetings of a span that the actor may know of, by start. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn gatherings(db: &impl ConnectionTrait, visible: &Visible, span: &Span) -> Result<Vec<Gathering>> {
    use row::Column as C;
    let area: RelationDef = row::Entity::belongs_to(areas::Entity).from(C::AreaId).to(areas::Column::Id).into();
    let municipality = area.on_condition(|_, right| {
        Condition::all().add(Expr::col((right, areas::Column::Kind)).eq(vliegwiel_domain::areas::AreaKind::Municipality.as_str()))
    });
    let chosen = Condition::all()
        .add(C::State.is_in([MeetingState::Published.as_str(), MeetingState::Held.as_str()]))
        .add(C::StartsAt.gte(span.from))
        .add(C::StartsAt.lt(span.before))
        .add_option(span.network.map(|network| C::NetworkId.eq(network.uuid())));
    row::Entity::find()
        .select_only()
        .columns([C::Id, C::Title, C::Kind, C::State, C::StartsAt, C::AreaId, C::Attendance])
        .columns([C::Registered, C::Waitlisted, C::Attended, C::WalkIns, C::PlacesGiven])
        .expr_as(Expr::col((areas::Entity, areas::Column::Code)), "area_code")
        .expr_as(Expr::col((areas::Entity, areas::Column::Name)), "area_name")
        .join(JoinType::LeftJoin, municipality)
        .filter(scope(visible))
        .filter(chosen)
        .order_by_asc(C::StartsAt)
        .order_by_asc(C::Id)
        .limit(span.most)
        .into_model::<Line>()
        .all(db)
        .await?
        .into_iter()
        .map(Gathering::try_from)
        .collect()
}

impl TryFrom<Line> for Gathering {
    type Error = Error;

    fn try_from(line: Line) -> Result<Self> {
        let municipality = match (line.area_id, line.area_code, line.area_name) {
            (Some(id), Some(code), Some(name)) => Some(AreaName { id: Id::new(id), code, name }),
            _ => None,
        };
        Ok(Self {
            id: line.id.into(),
            title: line.title,
            kind: code(&line.kind, "meetings.kind")?,
            state: code(&line.state, "meetings.state")?,
            starts_at: line.starts_at,
            municipality,
            attendance: code(&line.attendance, "meetings.attendance")?,
            counts: Counts {
                registered: count(line.registered, "meetings.registered")?,
                waitlisted: count(line.waitlisted, "meetings.waitlisted")?,
                attended: count(line.attended, "meetings.attended")?,
                walk_ins: count(line.walk_ins, "meetings.walk_ins")?,
                places_given: count(line.places_given, "meetings.places_given")?,
            },
        })
    }
}

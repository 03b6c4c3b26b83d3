//! Meetings.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Cond, Expr, Func};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, Order,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visibility, Visible};
use vliegwiel_domain::ids::{AreaId, Id, MeetingId, NetworkId, OrganizationId};
use vliegwiel_domain::meetings::{Audience, Counts, Meeting, MeetingKind, MeetingPlan, MeetingState, Venue};

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count, signed};
use crate::rows::meetings as row;

/// In which direction of time a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The first to begin comes first.
    #[default]
    Forward,
    /// The last to begin comes first.
    Backward,
}

/// Which meetings of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// For this area only.
    pub area: Option<AreaId>,
    /// Of this kind only.
    pub kind: Option<MeetingKind>,
    /// In this state only.
    pub state: Option<MeetingState>,
    /// Ending at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Starting before this moment.
    pub before: Option<DateTime<Utc>>,
    /// With these words in the title or the summary, in any case.
    pub words: Option<String>,
    /// The order, by start.
    pub direction: Direction,
    /// After this start and id, in the order of the list.
    pub after: Option<(DateTime<Utc>, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// Where this meeting stands: a draft is known to the people who organise it only.
#[must_use]
pub fn place_of(meeting: &Meeting) -> Place {
    let visibility = match (meeting.state, meeting.plan.audience) {
        (MeetingState::Draft, _) => Visibility::CoreGroup,
        (_, Audience::Public) => Visibility::Public,
        (_, Audience::Organization) => Visibility::Organization,
        (_, Audience::Network | Audience::Invited) => Visibility::Network,
    };
    Place { organization: meeting.organization_id, network: Some(meeting.network_id), visibility, participants: Vec::new() }
}

/// One meeting of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, meeting: MeetingId) -> Result<Option<Meeting>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .one(db)
        .await?
        .map(Meeting::try_from)
        .transpose()
}

/// Meetings by start. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Meeting>> {
    let order = match filter.direction {
        Direction::Forward => Order::Asc,
        Direction::Backward => Order::Desc,
    };
    row::Entity::find()
        .filter(scope(visible))
        .filter(chosen(filter))
        .order_by(row::Column::StartsAt, order.clone())
        .order_by(row::Column::Id, order)
        .limit(filter.most)
        .all(db)
        .await?
        .into_iter()
        .map(Meeting::try_from)
        .collect()
}

fn scope(visible: &Visible) -> Condition {
    let own = Condition::all().add(row::Column::OrganizationId.eq(visible.organization().uuid()));
    if visible.includes_everything() {
        return own;
    }
    let ids = |networks: &[NetworkId]| networks.iter().map(|network| network.uuid()).collect::<Vec<_>>();
    let audience = |audience: Audience| row::Column::Audience.eq(audience.as_str());
    let mut announced = Condition::any().add(audience(Audience::Public));
    if visible.includes_organization() {
        announced = announced.add(audience(Audience::Organization));
    }
    announced = announced.add(row::Column::NetworkId.is_in(ids(visible.memberships())));
    own.add(
        Condition::any()
            .add(row::Column::NetworkId.is_in(ids(visible.leads())))
            .add(Condition::all().add(row::Column::State.ne(MeetingState::Draft.as_str())).add(announced)),
    )
}

fn chosen(filter: &Filter) -> Condition {
    let later = |start: DateTime<Utc>, id: Uuid| match filter.direction {
        Direction::Forward => Condition::any()
            .add(row::Column::StartsAt.gt(start))
            .add(Condition::all().add(row::Column::StartsAt.eq(start)).add(row::Column::Id.gt(id))),
        Direction::Backward => Condition::any()
            .add(row::Column::StartsAt.lt(start))
            .add(Condition::all().add(row::Column::StartsAt.eq(start)).add(row::Column::Id.lt(id))),
    };
    Condition::all()
        .add_option(filter.network.map(|network| row::Column::NetworkId.eq(network.uuid())))
        .add_option(filter.area.map(|area| row::Column::AreaId.eq(area.uuid())))
        .add_option(filter.kind.map(|kind| row::Column::Kind.eq(kind.as_str())))
        .add_option(filter.state.map(|state| row::Column::State.eq(state.as_str())))
        .add_option(filter.from.map(|from| row::Column::EndsAt.gte(from)))
        .add_option(filter.before.map(|before| row::Column::StartsAt.lt(before)))
        .add_option(filter.words.as_deref().map(holds))
        .add_option(filter.after.map(|(start, id)| later(start, id)))
}

fn holds(words: &str) -> Cond {
    let pattern = crate::search::contains(words);
    let lower = |column: row::Column| Expr::expr(Func::lower(Expr::col((row::Entity, column))));
    Cond::any().add(lower(row::Column::Title).like(pattern.clone())).add(lower(row::Column::Summary).like(pattern))
}

/// Store a new meeting. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for a network or area that does not exist.
pub async fn insert(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<()> {
    row::Entity::insert(row::Model::from(meeting).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed meeting if its version was one less; the counters stay as they are in the database. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<bool> {
    let mut changed = row::Model::from(meeting).into_active_model().reset_all();
    changed.id = Set(meeting.id.uuid());
    for counter in [
        row::Column::Registered,
        row::Column::Waitlisted,
        row::Column::Attended,
        row::Column::WalkIns,
        row::Column::PlacesGiven,
    ] {
        changed.not_set(counter);
    }
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(meeting.organization_id.uuid()))
        .filter(row::Column::Id.eq(meeting.id.uuid()))
        .filter(row::Column::Version.eq(signed(meeting.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

impl TryFrom<row::Model> for Meeting {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            counts: counts(&row)?,
            plan: MeetingPlan {
                kind: code(&row.kind, "meetings.kind")?,
                title: row.title,
                summary: row.summary,
                language_note: row.language_note,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                area_id: row.area_id.map(Into::into),
                venue: row.venue_name.map(|name| Venue {
                    name,
                    address: row.venue_address.unwrap_or_default(),
                }),
                accessibility_note: row.accessibility_note,
                online_url: row.online_url,
                audience: code(&row.audience, "meetings.audience")?,
                capacity: optional_count(row.capacity, "meetings.capacity")?,
                attendance: code(&row.attendance, "meetings.attendance")?,
            },
            state: code(&row.state, "meetings.state")?,
            state_reason: row.state_reason,
            published_at: row.published_at,
            held_at: row.held_at,
            version: count(row.version, "meetings.version")?,
            created_at: row.created_at,
        })
    }
}

fn counts(row: &row::Model) -> Result<Counts> {
    Ok(Counts {
        registered: count(row.registered, "meetings.registered")?,
        waitlisted: count(row.waitlisted, "meetings.waitlisted")?,
        attended: count(row.attended, "meetings.attended")?,
        walk_ins: count(row.walk_ins, "meetings.walk_ins")?,
        places_given: count(row.places_given, "meetings.places_given")?,
    })
}

impl From<&Meeting> for row::Model {
    fn from(meeting: &Meeting) -> Self {
        let plan = &meeting.plan;
        let counts = &meeting.counts;
        Self {
            id: meeting.id.uuid(),
            organization_id: meeting.organization_id.uuid(),
            network_id: meeting.network_id.uuid(),
            kind: plan.kind.as_str().to_owned(),
            state: meeting.state.as_str().to_owned(),
            state_reason: meeting.state_reason.clone(),
            title: plan.title.clone(),
            summary: plan.summary.clone(),
            language_note: plan.language_note.clone(),
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            area_id: plan.area_id.map(Id::uuid),
            venue_name: plan.venue.as_ref().map(|venue| venue.name.clone()),
            venue_address: plan.venue.as_ref().map(|venue| venue.address.clone()),
            accessibility_note: plan.accessibility_note.clone(),
            online_url: plan.online_url.clone(),
            audience: plan.audience.as_str().to_owned(),
            attendance: plan.attendance.as_str().to_owned(),
            capacity: plan.capacity.map(signed),
            registered: signed(counts.registered),
            waitlisted: signed(counts.waitlisted),
            attended: signed(counts.attended),
            walk_ins: signed(counts.walk_ins),
            places_given: signed(counts.places_given),
            published_at: meeting.published_at,
            held_at: meeting.held_at,
            version: signed(meeting.version),
            created_at: meeting.created_at,
        }
    }
}

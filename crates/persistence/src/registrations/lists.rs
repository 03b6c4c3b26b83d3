//! Who comes, for the hosts; and where one goes, for oneself.

use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use vliegwiel_domain::ids::{MeetingId, OrganizationId};
use vliegwiel_domain::registrations::{Registration, RegistrationState};

use crate::error::Result;
use crate::mapping::signed;
pub use crate::meetings::registered;
use crate::rows::{persons, registrations as row};

/// Someone on the list of a meeting.
#[derive(Clone)]
pub struct Attendee {
    /// The registration.
    pub registration: Registration,
    /// Name.
    pub name: String,
}

/// Hides who it is, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for Attendee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attendee").field("registration", &self.registration).finish_non_exhaustive()
    }
}

/// Which registrations of a meeting.
#[derive(Debug, Clone, Default)]
pub struct AttendeeFilter {
    /// In this state only.
    pub state: Option<RegistrationState>,
    /// With these words in the name, in any case.
    pub words: Option<String>,
    /// After this place.
    pub after: Option<u32>,
    /// At most so many.
    pub most: u64,
}

#[derive(Debug, FromQueryResult)]
struct Line {
    #[sea_orm(nested)]
    registration: row::Model,
    name: String,
}

/// Those who registered for a meeting, in order of acceptance; who may see them is decided by the use case. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn attendees(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    filter: &AttendeeFilter,
) -> Result<Vec<Attendee>> {
    let person: RelationDef = row::Entity::belongs_to(persons::Entity)
        .from((row::Column::OrganizationId, row::Column::PersonId))
        .to((persons::Column::OrganizationId, persons::Column::Id))
        .into();
    row::Entity::find()
        .expr_as(Expr::col((persons::Entity, persons::Column::Name)), "name")
        .join(JoinType::InnerJoin, person)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::MeetingId.eq(meeting.uuid()))
        .filter(chosen(filter))
        .order_by_asc(row::Column::Place)
        .limit(filter.most)
        .into_model::<Line>()
        .all(db)
        .await?
        .into_iter()
        .map(|line| Ok(Attendee { registration: line.registration.try_into()?, name: line.name }))
        .collect()
}

fn chosen(filter: &AttendeeFilter) -> Condition {
    let lower_name = || Expr::expr(Func::lower(Expr::col((persons::Entity, persons::Column::Name))));
    Condition::all()
        .add_option(filter.state.map(|state| row::Column::State.eq(state.as_str())))
        .add_option(filter.words.as_deref().map(|words| lower_name().like(crate::search::contains(words))))
        .add_option(filter.after.map(|place| row::Column::Place.gt(signed(place))))
}

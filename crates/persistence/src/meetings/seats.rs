//! Seats: given by the database, one statement at a time, guarded by its constraint.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use vliegwiel_domain::ids::{MeetingId, OrganizationId};
use vliegwiel_domain::meetings::{FIRST_COME_HOURS, Meeting, MeetingState};
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::registrations::{CountChange, Given, Seat};

use crate::error::{Error, Result};
use crate::mapping::count;
use crate::rows::meetings as row;

/// The meeting, locked until the transaction ends: who changes a registration that exists takes this lock first. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, organization: OrganizationId, meeting: MeetingId) -> Result<Option<Meeting>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .lock_exclusive()
        .one(db)
        .await?
        .map(Meeting::try_from)
        .transpose()
}

/// Give out the next place, with a seat if the meeting offers one at `now` ([`Meeting::offers_seat`]), else on the waitlist.
///
/// One conditional statement, so that no two people get one seat and the places are in order of acceptance; `None` when the meeting is no
/// longer published or has begun. The returned meeting has the counts of after.
///
/// # Errors
/// When the database refuses.
pub async fn give_place(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    now: DateTime<Utc>,
) -> Result<Option<(Meeting, Given)>> {
    let either = |seat: Expr, none: Expr| Expr::Case(Box::new(CaseStatement::new().case(offers_seat(now), seat).finally(none)));
    let plus = |column: row::Column, number: Expr| Expr::col(column).add(number);
    let changed = row::Entity::update_many()
        .col_expr(row::Column::LastPlaceHasSeat, either(Expr::value(true), Expr::value(false)))
        .col_expr(row::Column::Registered, plus(row::Column::Registered, either(Expr::value(1), Expr::value(0))))
        .col_expr(row::Column::Waitlisted, plus(row::Column::Waitlisted, either(Expr::value(0), Expr::value(1))))
        .col_expr(row::Column::PlacesGiven, plus(row::Column::PlacesGiven, Expr::value(1)))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .filter(row::Column::State.eq(MeetingState::Published.as_str()))
        .filter(row::Column::StartsAt.gt(now))
        .exec_with_returning(db)
        .await?;
    let given = |row: row::Model| {
        let seat = if row.last_place_has_seat { Seat::Taken } else { Seat::None };
        let place = count(row.places_given, "meetings.places_given")?;
        Ok::<_, Error>((Meeting::try_from(row)?, Given { seat, place }))
    };
    changed.into_iter().next().map(given).transpose()
}

/// [`Meeting::offers_seat`] for the database.
fn offers_seat(now: DateTime<Utc>) -> Condition {
    let is_free =
        Condition::any().add(row::Column::Capacity.is_null()).add(Expr::col(row::Column::Registered).lt(Expr::col(row::Column::Capacity)));
    let passes_nobody =
        Condition::any().add(row::Column::Waitlisted.eq(0)).add(row::Column::StartsAt.lte(now + TimeDelta::hours(FIRST_COME_HOURS)));
    let is_offered = Condition::all().add(is_free).add(passes_nobody);
    if planted(Hole::CapacityGuard) { Condition::all() } else { is_offered }
}

/// Add to the counts of a meeting, and `places` to the places given out. One statement.
///
/// # Errors
/// When the database refuses: among others more seats than there are.
pub async fn change_counts(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    change: CountChange,
    places: i32,
) -> Result<()> {
    let plus = |column: row::Column, number: i32| Expr::col(column).add(Expr::value(number));
    row::Entity::update_many()
        .col_expr(row::Column::Registered, plus(row::Column::Registered, change.registered))
        .col_expr(row::Column::Waitlisted, plus(row::Column::Waitlisted, change.waitlisted))
        .col_expr(row::Column::Attended, plus(row::Column::Attended, change.attended))
        .col_expr(row::Column::WalkIns, plus(row::Column::WalkIns, change.walk_ins))
        .col_expr(row::Column::PlacesGiven, plus(row::Column::PlacesGiven, places))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .exec(db)
        .await?;
    Ok(())
}

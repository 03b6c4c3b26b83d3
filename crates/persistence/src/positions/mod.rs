//! Positions and who holds them.

mod appointments;
mod seats;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter};
use vliegwiel_domain::ids::{Id, NetworkId, OrganizationId, PositionId};
use vliegwiel_domain::positions::Position;

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count, signed};
use crate::rows::{grants, positions as row};

pub use appointments::{
    appointment, core_groups_of, end_appointments, insert_appointment, lapsed, note_reminder, of_body, of_core_group, of_person,
    of_person_in_core_group, replace_appointment, standing, to_remind,
};
pub use seats::{Filter, Held, OfNetwork, Reminder, Seat, seat, seats};

/// One position of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, position: PositionId) -> Result<Option<Position>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(position.uuid()))
        .one(db)
        .await?
        .map(Position::try_from)
        .transpose()
}

/// Store a new position. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for a network, unit or area that does not exist.
pub async fn insert(db: &impl ConnectionTrait, position: &Position) -> Result<()> {
    row::Entity::insert(row::Model::from(position).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed position if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, position: &Position) -> Result<bool> {
    let changed = row::Model::from(position).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(position.organization_id.uuid()))
        .filter(row::Column::Id.eq(position.id.uuid()))
        .filter(row::Column::Version.eq(signed(position.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Close all positions of a network, and end the appointments to them with the access they gave. Three statements.
///
/// # Errors
/// When the database refuses.
pub async fn close_all(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId, now: DateTime<Utc>) -> Result<()> {
    let seats = Query::select()
        .column(row::Column::Id)
        .from(row::Entity)
        .and_where(row::Column::OrganizationId.eq(organization.uuid()))
        .and_where(row::Column::NetworkId.eq(network.uuid()))
        .to_owned();
    appointments::end_all(db, organization, seats, now).await?;
    grants::Entity::update_many()
        .set(grants::ActiveModel { ended_at: Set(Some(now)), ..Default::default() })
        .filter(grants::Column::OrganizationId.eq(organization.uuid()))
        .filter(grants::Column::NetworkId.eq(network.uuid()))
        .filter(grants::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    row::Entity::update_many()
        .col_expr(row::Column::ClosedAt, Expr::value(now))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::NetworkId.eq(network.uuid()))
        .filter(row::Column::ClosedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

impl TryFrom<row::Model> for Position {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            body: code(&row.body, "positions.body")?,
            network_id: row.network_id.map(Into::into),
            unit_id: row.unit_id.map(Into::into),
            area_id: row.area_id.map(Into::into),
            kind: code(&row.kind, "positions.kind")?,
            title: row.title,
            vacancy_text: row.vacancy_text,
            term_months: optional_count(row.term_months, "positions.term_months")?,
            sequence: count(row.sequence, "positions.sequence")?,
            closed_at: row.closed_at,
            version: count(row.version, "positions.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Position> for row::Model {
    fn from(position: &Position) -> Self {
        Self {
            id: position.id.uuid(),
            organization_id: position.organization_id.uuid(),
            body: position.body.as_str().to_owned(),
            network_id: position.network_id.map(Id::uuid),
            unit_id: position.unit_id.map(Id::uuid),
            area_id: position.area_id.map(Id::uuid),
            kind: position.kind.as_str().to_owned(),
            title: position.title.clone(),
            vacancy_text: position.vacancy_text.clone(),
            term_months: position.term_months.map(signed),
            sequence: signed(position.sequence),
            closed_at: position.closed_at,
            version: signed(position.version),
            created_at: position.created_at,
        }
    }
}

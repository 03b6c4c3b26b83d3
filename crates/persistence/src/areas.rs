//! Areas: geography, the same for every organisation.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, Func, OnConflict};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use vliegwiel_domain::areas::{Area, AreaCode, AreaKind};
use vliegwiel_domain::ids::{AreaId, Id};

use crate::error::{Error, Result};
use crate::rows::areas as row;

/// Which areas of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this level only.
    pub kind: Option<AreaKind>,
    /// That exist on this day, or will after it, only.
    pub from_on: Option<NaiveDate>,
    /// Directly in this area only.
    pub within: Option<AreaId>,
    /// With these words in the name, in any case.
    pub words: Option<String>,
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// One area. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, area: AreaId) -> Result<Option<Area>> {
    row::Entity::find_by_id(area.uuid()).one(db).await?.map(Area::try_from).transpose()
}

/// These areas, by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn some(db: &impl ConnectionTrait, areas: &[AreaId]) -> Result<Vec<Area>> {
    let these = row::Column::Id.is_in(areas.iter().map(|area| area.uuid()));
    let found = row::Entity::find().filter(these).order_by_asc(row::Column::Name).order_by_asc(row::Column::Id).all(db).await?;
    found.into_iter().map(Area::try_from).collect()
}

/// Areas by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, filter: &Filter) -> Result<Vec<Area>> {
    let later = |name: &String, id: Uuid| {
        Condition::any().add(row::Column::Name.gt(name)).add(Condition::all().add(row::Column::Name.eq(name)).add(row::Column::Id.gt(id)))
    };
    let holds = |words: &str| Expr::expr(Func::lower(Expr::col((row::Entity, row::Column::Name)))).like(crate::search::contains(words));
    let chosen = Condition::all()
        .add_option(filter.kind.map(|kind| row::Column::Kind.eq(kind.as_str())))
        .add_option(filter.from_on.map(|day| Condition::any().add(row::Column::ValidTo.is_null()).add(row::Column::ValidTo.gte(day))))
        .add_option(filter.within.map(|parent| row::Column::ParentId.eq(parent.uuid())))
        .add_option(filter.words.as_deref().map(holds))
        .add_option(filter.after.as_ref().map(|(name, id)| later(name, *id)));
    row::Entity::find()
        .filter(chosen)
        .order_by_asc(row::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(filter.most)
        .all(db)
        .await?
        .into_iter()
        .map(Area::try_from)
        .collect()
}

/// Every area there is; a country has some hundreds. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Area>> {
    row::Entity::find().order_by_asc(row::Column::Code).all(db).await?.into_iter().map(Area::try_from).collect()
}

/// Store areas; one whose code is there already gets the new name and place. One statement however many.
///
/// # Errors
/// When the database refuses.
pub async fn put_all(db: &impl ConnectionTrait, areas: &[Area]) -> Result<()> {
    if areas.is_empty() {
        return Ok(());
    }
    let again = OnConflict::column(row::Column::Code)
        .update_columns([row::Column::Name, row::Column::ParentId, row::Column::ValidFrom, row::Column::ValidTo, row::Column::SuccessorId])
        .to_owned();
    let rows = areas.iter().map(|area| row::Model::from(area).into_active_model());
    row::Entity::insert_many(rows).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

impl TryFrom<row::Model> for Area {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            code: AreaCode::parse(&row.code).map_err(|_| Error::Corrupt { column: "areas.code" })?,
            name: row.name,
            parent: row.parent_id.map(Into::into),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            successor: row.successor_id.map(Into::into),
        })
    }
}

impl From<&Area> for row::Model {
    fn from(area: &Area) -> Self {
        Self {
            id: area.id.uuid(),
            code: area.code.as_str().to_owned(),
            kind: area.kind().as_str().to_owned(),
            name: area.name.clone(),
            parent_id: area.parent.map(Id::uuid),
            valid_from: area.valid_from,
            valid_to: area.valid_to,
            successor_id: area.successor.map(Id::uuid),
        }
    }
}

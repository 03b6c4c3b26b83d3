//! Units: the organisation's own tree.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visible};
use vliegwiel_domain::ids::{Id, OrganizationId, UnitId};
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::units::{Unit, UnitUse};

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::units as row;

/// Which units of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Directly in this unit only.
    pub parent: Option<UnitId>,
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// Where a unit stands: everyone may know of it.
#[must_use]
pub const fn place_of(unit: &Unit) -> Place {
    Place::organization(unit.organization_id)
}

/// One unit of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, unit: UnitId) -> Result<Option<Unit>> {
    let found = of(organization).filter(row::Column::Id.eq(unit.uuid())).one(db).await?;
    found.map(Unit::try_from).transpose()
}

/// Those of these units that the organisation has, in no order. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn some(db: &impl ConnectionTrait, organization: OrganizationId, units: &[UnitId]) -> Result<Vec<Unit>> {
    let found = of(organization).filter(row::Column::Id.is_in(units.iter().map(|unit| unit.uuid()))).all(db).await?;
    found.into_iter().map(Unit::try_from).collect()
}

/// Units by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Unit>> {
    let mut select = of(visible.organization()).order_by_asc(row::Column::Name).order_by_asc(row::Column::Id).limit(filter.most);
    if let Some(parent) = filter.parent {
        select = select.filter(row::Column::ParentId.eq(parent.uuid()));
    }
    if let Some((name, id)) = &filter.after {
        select = select.filter(row::Column::Name.gt(name).or(row::Column::Name.eq(name).and(row::Column::Id.gt(*id))));
    }
    select.all(db).await?.into_iter().map(Unit::try_from).collect()
}

/// Store a new unit. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for a parent or area that does not exist.
pub async fn insert(db: &impl ConnectionTrait, unit: &Unit) -> Result<()> {
    row::Entity::insert(row::Model::from(unit).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed unit if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// [`Error::DanglingReference`] for a parent or area that does not exist.
pub async fn replace(db: &impl ConnectionTrait, unit: &Unit) -> Result<bool> {
    let changed = row::Model::from(unit).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(unit.organization_id.uuid()))
        .filter(row::Column::Id.eq(unit.id.uuid()))
        .filter(row::Column::Version.eq(signed(unit.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Remove this version of a unit. One statement.
///
/// Returns whether it was there.
///
/// # Errors
/// [`Error::DanglingReference`] when something hangs on it.
pub async fn remove(db: &impl ConnectionTrait, unit: &Unit) -> Result<bool> {
    let done = row::Entity::delete_many()
        .filter(row::Column::OrganizationId.eq(unit.organization_id.uuid()))
        .filter(row::Column::Id.eq(unit.id.uuid()))
        .filter(row::Column::Version.eq(signed(unit.version)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

#[derive(FromQueryResult)]
struct UseRow {
    units: i64,
    networks: i64,
    positions: i64,
}

const USE: &str = "
SELECT (SELECT count(*) FROM units WHERE organization_id = $1 AND parent_id = $2) AS units,
    (SELECT count(*) FROM networks WHERE organization_id = $1 AND unit_id = $2) AS networks,
    (SELECT count(*) FROM positions WHERE organization_id = $1 AND unit_id = $2) AS positions";

/// What lies in or hangs on a unit. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn in_use(db: &impl ConnectionTrait, organization: OrganizationId, unit: UnitId) -> Result<UnitUse> {
    let values = [organization.uuid().into(), unit.uuid().into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), USE, values);
    let Some(row) = UseRow::find_by_statement(statement).one(db).await? else {
        return Ok(UnitUse::default());
    };
    let counted = |number: i64| u32::try_from(number).map_err(|_| Error::Corrupt { column: "units.id" });
    Ok(UnitUse { units: counted(row.units)?, networks: counted(row.networks)?, positions: counted(row.positions)? })
}

fn of(organization: OrganizationId) -> sea_orm::Select<row::Entity> {
    let all = row::Entity::find();
    if planted(Hole::TenantFilter) { all } else { all.filter(row::Column::OrganizationId.eq(organization.uuid())) }
}

impl TryFrom<row::Model> for Unit {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            parent_id: row.parent_id.map(Into::into),
            kind: code(&row.kind, "units.kind")?,
            name: row.name,
            area_id: row.area_id.map(Into::into),
            version: count(row.version, "units.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Unit> for row::Model {
    fn from(unit: &Unit) -> Self {
        Self {
            id: unit.id.uuid(),
            organization_id: unit.organization_id.uuid(),
            parent_id: unit.parent_id.map(Id::uuid),
            kind: unit.kind.as_str().to_owned(),
            name: unit.name.clone(),
            area_id: unit.area_id.map(Id::uuid),
            version: signed(unit.version),
            created_at: unit.created_at,
        }
    }
}

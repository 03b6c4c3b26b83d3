//! Units: the organisation's own tree.

use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::ids::{AreaId, UnitId};
use vliegwiel_domain::units::{NewUnit, Unit, UnitError};
use vliegwiel_persistence::units;
pub use vliegwiel_persistence::units::{Filter, place_of};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::receipts::{Answer, Receipt};

impl From<UnitError> for Error {
    fn from(error: UnitError) -> Self {
        match error {
            UnitError::Field(refused) => refused.into(),
            UnitError::WrongParent | UnitError::InUse => Self::rule(error.code(), &error),
        }
    }
}

/// What can change about a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPlan {
    /// Its name.
    pub name: String,
    /// The unit it lies in.
    pub parent: Option<UnitId>,
    /// The area it works in.
    pub area: Option<AreaId>,
}

/// Units by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Unit>> {
    require(actor, Action::UnitsRead, &Place::organization(actor.organization))?;
    Ok(units::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// One unit. One statement.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn get(app: &App, actor: &Actor, unit: UnitId) -> Result<Unit> {
    let unit = units::one(app.db.read(), actor.organization, unit).await?.ok_or(Error::NotFound)?;
    require(actor, Action::UnitsRead, &place_of(&unit))?;
    Ok(unit)
}

/// Add a unit to the tree.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Rule`] `units/wrong-parent`; [`Error::Invalid`] for a parent or area that does not exist.
pub async fn add(app: &App, actor: &Actor, new: NewUnit, parent: Option<UnitId>, receipt: &Receipt<'_, Unit>) -> Result<Answer> {
    require(actor, Action::UnitsAdd, &Place::organization(actor.organization))?;
    let parent = parent_of(app, actor, parent).await?;
    let unit = new.add(app.new_id(), parent.as_ref(), app.now())?;
    let tx = app.begin_write().await?;
    units::insert(&tx, &unit).await?;
    audit::record(&tx, app, actor, Deed::new(Action::UnitsAdd.code(), unit.id.uuid())).await?;
    let answer = receipt.keep(&tx, app, &unit).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Give a unit another name, place or area.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`]; [`Error::Rule`] `units/wrong-parent`.
pub async fn change(app: &App, actor: &Actor, unit: UnitId, version: u32, with: impl FnOnce(UnitPlan) -> UnitPlan + Send) -> Result<Unit> {
    let before = get(app, actor, unit).await?;
    require(actor, Action::UnitsChange, &place_of(&before))?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let plan = with(UnitPlan { name: before.name.clone(), parent: before.parent_id, area: before.area_id });
    let parent = parent_of(app, actor, plan.parent).await?;
    let changed = before.change(&plan.name, plan.area, parent.as_ref())?;
    let tx = app.begin_write().await?;
    if !units::replace(&tx, &changed).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, Deed::new(Action::UnitsChange.code(), unit.uuid())).await?;
    commit(tx).await?;
    Ok(changed)
}

/// Remove a unit that nothing belongs to.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`]; [`Error::Rule`] `units/in-use`.
pub async fn remove(app: &App, actor: &Actor, unit: UnitId, version: u32) -> Result<()> {
    let before = get(app, actor, unit).await?;
    require(actor, Action::UnitsRemove, &place_of(&before))?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let tx = app.begin_write().await?;
    before.remove(units::in_use(&tx, actor.organization, unit).await?)?;
    let removed = match units::remove(&tx, &before).await {
        // whatever else refers to it, such as a meeting that it hosts, or came in just now
        Err(vliegwiel_persistence::Error::DanglingReference) => return Err(UnitError::InUse.into()),
        done => done?,
    };
    if !removed {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, Deed::new(Action::UnitsRemove.code(), unit.uuid())).await?;
    commit(tx).await
}

async fn parent_of(app: &App, actor: &Actor, parent: Option<UnitId>) -> Result<Option<Unit>> {
    let Some(parent) = parent else { return Ok(None) };
    let found = units::one(app.db.read(), actor.organization, parent).await?;
    found.map(Some).ok_or_else(|| Error::flaw("/parentId", "unknown-reference", "there is no such unit"))
}

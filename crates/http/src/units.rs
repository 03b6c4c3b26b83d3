//! Units: the organisation's own tree.

use actix_web::web::Data;
use actix_web::{delete, get, patch, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::units::{Filter, UnitPlan, place_of};
use vliegwiel_application::{App, units};
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::{AreaId, Id, OrganizationId, UnitId};
use vliegwiel_domain::units as domain;

use crate::answers::{Created, NoContent, Paged, Sent, Versioned};
use crate::input::{
    Caller, IdempotencyKeyHeader, IfMatch, IfMatchHeader, Listing, Once, PageParameters, Path, Session, Valid, name_position, patch,
};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};

/// What the caller may do with a unit.
const ACTIONS: [Action; 2] = [Action::UnitsChange, Action::UnitsRemove];

/// Operations of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_units).service(add_unit).service(get_unit).service(change_unit).service(remove_unit);
}

/// Which unit.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct UnitPath {
    /// Id of the unit.
    pub unit: Uuid,
}

/// Which units of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UnitFilter {
    /// Id of the unit that they lie directly in.
    parent: Option<Uuid>,
}

/// Sort of unit. A unit lies in one of a sort that comes before it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// The whole country.
    National,
    /// A province.
    Province,
    /// A region of the organisation's own making.
    Region,
    /// An organisation that is a member of this one.
    MemberOrganization,
    /// A local chapter.
    Chapter,
}

/// A node in the organisation's tree.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Id of the unit.
    pub id: Uuid,
    /// Id of the unit it lies in; `null` at the top.
    pub parent_id: Option<Uuid>,
    /// Sort of unit; never changes.
    pub kind: UnitKind,
    /// Its name.
    #[schema(example = "Afdeling Assen")]
    pub name: String,
    /// Id of the area it works in.
    pub area_id: Option<Uuid>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// What you may do with it.
    #[schema(example = json!(["units.change", "units.remove"]))]
    pub actions: Vec<String>,
}

/// A page of units.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitPage {
    /// The units, by name.
    pub items: Vec<Unit>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// A unit about to be added.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewUnit {
    /// Sort of unit; it never changes.
    kind: UnitKind,
    /// Its name.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Afdeling Assen")]
    name: String,
    /// Id of the unit it lies in; left out at the top.
    parent_id: Option<Uuid>,
    /// Id of the area it works in.
    area_id: Option<Uuid>,
}

/// What changes about a unit. What is left out stays; `null` clears.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
pub struct UnitChange {
    /// Its name.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    /// Id of the unit it lies in.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<Uuid>)]
    parent_id: Option<Option<Uuid>>,
    /// Id of the area it works in.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<Uuid>)]
    area_id: Option<Option<Uuid>>,
}

/// List the units
///
/// The organisation's own tree: provinces, regions, chapters, member organisations, by name. Everyone may read it.
#[utoipa::path(
    operation_id = "listUnits",
    tag = "units",
    params(OrganizationPath, UnitFilter, PageParameters),
    security((), ("bearer" = [])),
    responses((status = 200, description = "A page of units.", body = UnitPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/units")]
pub async fn list_units(app: Data<App>, Caller(actor): Caller, listing: Listing<UnitFilter>) -> Result<Paged<UnitPage>, Problem> {
    let parent = listing.filter.parent.map(UnitId::new);
    let filter = Filter { parent, after: listing.page.after_name()?, most: listing.page.most() };
    let found = units::list(&app, &actor, &filter).await?;
    let slice = listing.page.slice(&app, found, |unit| name_position(&unit.name, unit.id.uuid()));
    Ok(slice.page(|found, next| UnitPage { items: found.into_iter().map(|unit| Unit::seen_by(&actor, unit)).collect(), next }))
}

/// Add a unit
///
/// A province, region, chapter or member organisation, at the top or in another unit; by an administrator.
#[utoipa::path(
    operation_id = "addUnit",
    tag = "units",
    extensions(("x-problems" = json!({ "409": ["units/wrong-parent"] }))),
    params(OrganizationPath, IdempotencyKeyHeader),
    security(("bearer" = [])),
    request_body = NewUnit,
    responses((status = 201, description = "Added.", body = Unit, headers(("Location" = String, description = "Path of the unit."), ("ETag" = String, description = "Its version."))), CreateErrors),
)]
#[post("/units")]
pub async fn add_unit(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    body: Valid<NewUnit>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |unit: &domain::Unit| Unit::created(&actor, &path.organization, unit.clone()).answer();
    let (new, parent) = body.0.unit(actor.organization);
    once.create(&app, &render, async |receipt| units::add(&app, &actor, new, parent, receipt).await).await
}

/// Get a unit
///
/// One node of the tree. Everyone may read it.
#[utoipa::path(
    operation_id = "getUnit",
    tag = "units",
    params(OrganizationPath, UnitPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The unit.", body = Unit, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/units/{unit}")]
pub async fn get_unit(app: Data<App>, Caller(actor): Caller, Path(path): Path<UnitPath>) -> Result<Versioned<Unit>, Problem> {
    let unit = units::get(&app, &actor, UnitId::new(path.unit)).await?;
    Ok(Versioned { version: unit.version, body: Unit::seen_by(&actor, unit) })
}

/// Change a unit
///
/// Another name, place in the tree or area; by an administrator. Its sort stays.
#[utoipa::path(
    operation_id = "changeUnit",
    tag = "units",
    extensions(("x-problems" = json!({ "409": ["units/wrong-parent"] }))),
    params(OrganizationPath, UnitPath, IfMatchHeader),
    security(("bearer" = [])),
    request_body = UnitChange,
    responses((status = 200, description = "The unit as it is now.", body = Unit, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[patch("/units/{unit}")]
pub async fn change_unit(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<UnitPath>,
    IfMatch(version): IfMatch,
    body: Valid<UnitChange>,
) -> Result<Versioned<Unit>, Problem> {
    let unit = units::change(&app, &actor, UnitId::new(path.unit), version, |plan| body.0.applied_to(plan)).await?;
    Ok(Versioned { version: unit.version, body: Unit::seen_by(&actor, unit) })
}

/// Remove a unit
///
/// Only one that nothing belongs to: no units, networks or positions; by an administrator.
#[utoipa::path(
    operation_id = "removeUnit",
    tag = "units",
    extensions(("x-problems" = json!({ "409": ["units/in-use"] }))),
    params(OrganizationPath, UnitPath, IfMatchHeader),
    security(("bearer" = [])),
    responses((status = 204, description = "Removed."), ChangeErrors),
)]
#[delete("/units/{unit}")]
pub async fn remove_unit(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<UnitPath>,
    IfMatch(version): IfMatch,
) -> Result<NoContent, Problem> {
    units::remove(&app, &actor, UnitId::new(path.unit), version).await?;
    Ok(NoContent)
}

impl NewUnit {
    /// The unit to add, and where.
    fn unit(self, organization_id: OrganizationId) -> (domain::NewUnit, Option<UnitId>) {
        let Self { kind, name, parent_id, area_id } = self;
        let unit = domain::NewUnit { organization_id, kind: kind.into(), name, area_id: area_id.map(AreaId::new) };
        (unit, parent_id.map(UnitId::new))
    }
}

impl UnitChange {
    /// The plan with these changes.
    fn applied_to(self, plan: UnitPlan) -> UnitPlan {
        let Self { name, parent_id, area_id } = self;
        UnitPlan {
            name: name.unwrap_or(plan.name),
            parent: parent_id.map_or(plan.parent, |parent| parent.map(UnitId::new)),
            area: area_id.map_or(plan.area, |area| area.map(AreaId::new)),
        }
    }
}

impl Unit {
    fn seen_by(actor: &Actor, unit: domain::Unit) -> Self {
        let actions = actor.may(&place_of(&unit), &ACTIONS);
        let domain::Unit { id, organization_id: _, parent_id, kind, name, area_id, version: _, created_at } = unit;
        Self {
            id: id.uuid(),
            parent_id: parent_id.map(Id::uuid),
            kind: kind.into(),
            name,
            area_id: area_id.map(Id::uuid),
            created_at,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }

    fn created(actor: &Actor, organization: &str, unit: domain::Unit) -> Created<Self> {
        let (id, version) = (unit.id, unit.version);
        Created { location: format!("/api/v1/organizations/{organization}/units/{id}"), version, body: Self::seen_by(actor, unit) }
    }
}

impl From<domain::UnitKind> for UnitKind {
    fn from(kind: domain::UnitKind) -> Self {
        match kind {
            domain::UnitKind::National => Self::National,
            domain::UnitKind::Province => Self::Province,
            domain::UnitKind::Region => Self::Region,
            domain::UnitKind::MemberOrganization => Self::MemberOrganization,
            domain::UnitKind::Chapter => Self::Chapter,
        }
    }
}

impl From<UnitKind> for domain::UnitKind {
    fn from(kind: UnitKind) -> Self {
        match kind {
            UnitKind::National => Self::National,
            UnitKind::Province => Self::Province,
            UnitKind::Region => Self::Region,
            UnitKind::MemberOrganization => Self::MemberOrganization,
            UnitKind::Chapter => Self::Chapter,
        }
    }
}

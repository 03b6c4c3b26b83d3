//! Areas: geography, the same for every organisation.

use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vliegwiel_application::areas::Filter;
use vliegwiel_application::{App, areas};
use vliegwiel_domain::areas as domain;
use vliegwiel_domain::ids::{AreaId, Id};

use crate::ReadErrors;
use crate::answers::Paged;
use crate::input::{Listing, PageParameters, Path, name_position};
use crate::problems::{Flaw, Problem};

/// Longest text to look for, in characters.
const WORDS_MAX: usize = 120;

/// Operations outside any organisation.
pub fn installation_routes(config: &mut ServiceConfig<'_>) {
    config.service(list_areas).service(get_area);
}

/// Which area.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct AreaPath {
    /// Id of the area.
    pub area: Uuid,
}

/// Which areas of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AreaFilter {
    /// Of this level only.
    kind: Option<AreaKind>,
    /// Id of the area that they lie directly in.
    within: Option<Uuid>,
    /// Part of the name, in any case.
    #[param(max_length = 120, example = "assen")]
    q: Option<String>,
}

/// Level of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AreaKind {
    /// The Netherlands.
    Country,
    /// One of the twelve provinces.
    Province,
    /// A municipality.
    Municipality,
}

/// A piece of the map with an official code.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// Id of the area.
    pub id: Uuid,
    /// Official code of Statistics Netherlands (CBS).
    #[schema(example = "GM0106")]
    pub code: String,
    /// Level.
    pub kind: AreaKind,
    /// Name in Dutch.
    #[schema(example = "Assen")]
    pub name: String,
    /// Id of the area it lies directly in; `null` for the country.
    pub parent_id: Option<Uuid>,
    /// First day it exists; `null` when that is not known.
    pub valid_from_on: Option<NaiveDate>,
    /// Last day it exists; `null` while it does.
    pub valid_to_on: Option<NaiveDate>,
    /// Id of the area it went up in.
    pub successor_id: Option<Uuid>,
}

/// A page of areas.
#[derive(Debug, Serialize, ToSchema)]
pub struct AreaPage {
    /// The areas, by name.
    pub items: Vec<Area>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// List the areas
///
/// Country, provinces and municipalities by name, without those that have ceased to exist: `getArea` still tells of these, and of what they went
/// up in. Everyone may read them.
#[utoipa::path(
    operation_id = "listAreas",
    tag = "areas",
    params(AreaFilter, PageParameters),
    responses((status = 200, description = "A page of areas.", body = AreaPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/areas")]
pub async fn list_areas(app: Data<App>, listing: Listing<AreaFilter>) -> Result<Paged<AreaPage>, Problem> {
    let AreaFilter { kind, within, q } = listing.filter;
    if q.as_ref().is_some_and(|words| words.chars().count() > WORDS_MAX) {
        return Err(Problem::invalid(vec![Flaw { bounds: Some(WORDS_MAX.to_string()), ..Flaw::new("?q", "too-long") }]));
    }
    let (after, most) = (listing.page.after_name()?, listing.page.most());
    let from_on = Some(app.today());
    let filter = Filter { kind: kind.map(Into::into), from_on, within: within.map(AreaId::new), words: q, after, most };
    let found = areas::list(&app, &filter).await?;
    let slice = listing.page.slice(&app, found, |area| name_position(&area.name, area.id.uuid()));
    Ok(slice.page(|found, next| AreaPage { items: found.into_iter().map(Area::from).collect(), next }))
}

/// Get an area
///
/// One country, province or municipality. Everyone may read it.
#[utoipa::path(
    operation_id = "getArea",
    tag = "areas",
    params(AreaPath),
    responses((status = 200, description = "The area.", body = Area), ReadErrors),
)]
#[get("/areas/{area}")]
pub async fn get_area(app: Data<App>, Path(path): Path<AreaPath>) -> Result<Json<Area>, Problem> {
    Ok(Json(areas::get(&app, AreaId::new(path.area)).await?.into()))
}

impl From<domain::Area> for Area {
    fn from(area: domain::Area) -> Self {
        let kind = area.kind().into();
        let domain::Area { id, code, name, parent, valid_from, valid_to, successor } = area;
        Self {
            id: id.uuid(),
            code: code.as_str().to_owned(),
            kind,
            name,
            parent_id: parent.map(Id::uuid),
            valid_from_on: valid_from,
            valid_to_on: valid_to,
            successor_id: successor.map(Id::uuid),
        }
    }
}

impl From<domain::AreaKind> for AreaKind {
    fn from(kind: domain::AreaKind) -> Self {
        match kind {
            domain::AreaKind::Country => Self::Country,
            domain::AreaKind::Province => Self::Province,
            domain::AreaKind::Municipality => Self::Municipality,
        }
    }
}

impl From<AreaKind> for domain::AreaKind {
    fn from(kind: AreaKind) -> Self {
        match kind {
            AreaKind::Country => Self::Country,
            AreaKind::Province => Self::Province,
            AreaKind::Municipality => Self::Municipality,
        }
    }
}

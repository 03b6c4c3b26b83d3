//! Organisations: the tenants.

mod settings;

use actix_web::web::Data;
use actix_web::{get, patch};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::{App, organizations};
use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::organizations as domain;
use vliegwiel_domain::text;

use crate::answers::{Paged, Versioned};
use crate::input::{Caller, IfMatch, IfMatchHeader, Listing, NoFilter, PageParameters, Session, Valid};
use crate::problems::Problem;
use crate::{ChangeErrors, ReadErrors};
pub use settings::{OrganizationChange, RulesChange, ThemeChange};

/// Operations outside any organisation.
pub fn installation_routes(config: &mut ServiceConfig<'_>) {
    config.service(list_organizations);
}

/// Operations of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_organization).service(configure_organization);
}

/// What the caller may do with the organisation.
const ACTIONS: [Action; 8] = [
    Action::OrganizationsConfigure,
    Action::UnitsAdd,
    Action::PersonsList,
    Action::AffiliationsInvite,
    Action::NetworksOversee,
    Action::NetworksEnter,
    Action::PositionsStaff,
    Action::FoundingPlansDraft,
];

/// Which organisation.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OrganizationPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
}

/// What sort of organisation runs its networks here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrganizationKind {
    /// A political party.
    Party,
    /// An umbrella with member organisations.
    Umbrella,
    /// A civic network.
    Civic,
}

/// Language in which the product speaks to someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// How the organisation looks. A client derives readable tints from the two colours.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Theme {
    /// Main colour.
    #[schema(pattern = "^#[0-9a-f]{6}$", example = "#6b2a7a")]
    pub brand: String,
    /// Second colour.
    #[schema(pattern = "^#[0-9a-f]{6}$", example = "#e9a23b")]
    pub accent: String,
    /// Rounding of corners, in pixels.
    #[schema(maximum = 24, example = 12)]
    pub radius: u32,
    /// Path of the logo on this server; `null` where there is none.
    pub logo_url: Option<String>,
}

/// What an organisation decides for all its networks.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkRules {
    /// Smallest core group, in persons.
    #[schema(example = 4)]
    pub core_group_min: u32,
    /// How many networks may be in `pilot` at once.
    #[schema(example = 5)]
    pub start_capacity: u32,
    /// Members a new network wants, unless its plan says otherwise.
    #[schema(example = 50)]
    pub goal_members_default: u32,
    /// Days below the smallest core group after which a network is dormant.
    #[schema(example = 60)]
    pub dormant_after_days: u32,
    /// Days after a meeting that a guest's data is kept.
    #[schema(example = 30)]
    pub guest_retention_days: u32,
}

/// An organisation in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationSummary {
    /// Its name in addresses.
    #[schema(example = "drenthe")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Politiek Netwerk Drenthe")]
    pub name: String,
    /// What sort of organisation it is.
    pub kind: OrganizationKind,
    /// How it looks.
    pub theme: Theme,
}

/// An organisation: one controller of personal data.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Its name in addresses; never changes.
    #[schema(example = "drenthe")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Politiek Netwerk Drenthe")]
    pub name: String,
    /// What sort of organisation it is.
    pub kind: OrganizationKind,
    /// What it is, in plain text. Empty lines separate paragraphs.
    pub description: String,
    /// Time zone in which its days begin, by its name in the IANA database.
    #[schema(example = "Europe/Amsterdam")]
    pub time_zone: String,
    /// Language of what it mails to people who chose none.
    pub language: Language,
    /// How it looks.
    pub theme: Theme,
    /// What it decides for all its networks.
    pub rules: NetworkRules,
    /// Whether this installation holds invented people only.
    pub is_demo: bool,
    /// When it came here.
    pub created_at: DateTime<Utc>,
    /// What you may do here.
    #[schema(example = json!(["founding-plans.draft"]))]
    pub actions: Vec<String>,
}

/// A page of organisations.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationPage {
    /// The organisations, by slug.
    pub items: Vec<OrganizationSummary>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// List the organisations
///
/// All organisations of this installation, by slug. Everyone may know which there are.
#[utoipa::path(
    operation_id = "listOrganizations",
    tag = "organizations",
    params(PageParameters),
    responses((status = 200, description = "A page of organisations.", body = OrganizationPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/organizations")]
pub async fn list_organizations(app: Data<App>, listing: Listing<NoFilter>) -> Result<Paged<OrganizationPage>, Problem> {
    let found = organizations::list(&app, listing.page.after.as_deref(), listing.page.most()).await?;
    let slice = listing.page.slice(&app, found, |organization| organization.slug.clone());
    Ok(slice.page(|found, next| OrganizationPage { items: found.into_iter().map(OrganizationSummary::from).collect(), next }))
}

/// Get an organisation
///
/// What it is, how it looks, and what you may do here. Everyone may read it; signed in, `actions` tells more.
#[utoipa::path(
    operation_id = "getOrganization",
    tag = "organizations",
    params(OrganizationPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The organisation.", body = Organization, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("")]
pub async fn get_organization(app: Data<App>, Caller(actor): Caller) -> Result<Versioned<Organization>, Problem> {
    let organization = organizations::get(&app, &actor).await?;
    Ok(Versioned { version: organization.version, body: Organization::seen_by(&app, &actor, organization) })
}

/// Configure an organisation
///
/// What it is called, how it looks and what it decides for all its networks; by the office or an administrator. Its slug, its kind and its time
/// zone stay.
#[utoipa::path(
    operation_id = "configureOrganization",
    tag = "organizations",
    params(OrganizationPath, IfMatchHeader),
    security(("bearer" = [])),
    request_body = OrganizationChange,
    responses((status = 200, description = "The organisation as it is now.", body = Organization, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[patch("")]
pub async fn configure_organization(
    app: Data<App>,
    Session(actor): Session,
    IfMatch(version): IfMatch,
    body: Valid<OrganizationChange>,
) -> Result<Versioned<Organization>, Problem> {
    let organization = organizations::configure(&app, &actor, version, |settings| body.0.applied_to(settings)).await?;
    Ok(Versioned { version: organization.version, body: Organization::seen_by(&app, &actor, organization) })
}

impl Organization {
    fn seen_by(app: &App, actor: &Actor, organization: domain::Organization) -> Self {
        let domain::Organization { id, slug, kind, settings, version: _, created_at } = organization;
        let domain::Settings { name, description, time_zone, language, theme, rules } = settings;
        let actions = actor.may(&Place::organization(id), &ACTIONS);
        Self {
            slug,
            name,
            kind: kind.into(),
            description,
            time_zone: time_zone.name().to_owned(),
            language: language.into(),
            theme: theme.into(),
            rules: rules.into(),
            is_demo: app.settings.is_demo,
            created_at,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl From<domain::Organization> for OrganizationSummary {
    fn from(organization: domain::Organization) -> Self {
        let domain::Organization { id: _, slug, kind, settings, version: _, created_at: _ } = organization;
        let domain::Settings { name, description: _, time_zone: _, language: _, theme, rules: _ } = settings;
        Self { slug, name, kind: kind.into(), theme: theme.into() }
    }
}

impl From<domain::OrganizationKind> for OrganizationKind {
    fn from(kind: domain::OrganizationKind) -> Self {
        match kind {
            domain::OrganizationKind::Party => Self::Party,
            domain::OrganizationKind::Umbrella => Self::Umbrella,
            domain::OrganizationKind::Civic => Self::Civic,
        }
    }
}

impl From<text::Language> for Language {
    fn from(language: text::Language) -> Self {
        match language {
            text::Language::Nl => Self::Nl,
            text::Language::En => Self::En,
        }
    }
}

impl From<Language> for text::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
        }
    }
}

impl From<domain::Theme> for Theme {
    fn from(theme: domain::Theme) -> Self {
        let domain::Theme { brand, accent, radius, logo_url } = theme;
        Self { brand: brand.as_str().to_owned(), accent: accent.as_str().to_owned(), radius: radius.into(), logo_url }
    }
}

impl From<domain::Rules> for NetworkRules {
    fn from(rules: domain::Rules) -> Self {
        let domain::Rules { core_group_min, start_capacity, goal_members_default, dormant_after_days, guest_retention_days } = rules;
        Self { core_group_min, start_capacity, goal_members_default, dormant_after_days, guest_retention_days }
    }
}

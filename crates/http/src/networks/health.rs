//! All networks at a glance, for office and board.

use actix_web::get;
use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vliegwiel_application::App;
use vliegwiel_application::networks as application;
use vliegwiel_domain::networks as domain;

use super::codes::Severity;
use super::wire::NetworkSummary;
use crate::ReadErrors;
use crate::answers::Paged;
use crate::input::words::name_and_id;
use crate::input::{Listing, NoFilter, PageParameters, Session};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;

/// A reason to look at a network. Which of the numbers are there depends on `code`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HealthReason {
    /// `core-group-below-minimum`, `dormant`, `goal-missed`, `goal-at-risk`, `evaluation-due`, `past-its-end`, `no-meeting-planned`,
    /// `no-meeting-lately` or `vacancies`.
    #[schema(example = "core-group-below-minimum")]
    pub code: String,
    /// How urgent it is.
    pub severity: Severity,
    /// Page of the web app where something can be done about it, below the address of the organisation.
    #[schema(example = "/netwerken/netwerk-zorg/beheer/functies")]
    pub path: String,
    /// How many there are now: persons in the core group, members, members expected, vacancies.
    pub count: Option<u32>,
    /// How many are wanted.
    pub wanted: Option<u32>,
    /// The day it is about: the agreed day, or the last meeting.
    pub on: Option<NaiveDate>,
    /// When it began.
    pub began_at: Option<DateTime<Utc>>,
}

/// How one network is doing.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkHealth {
    /// The network.
    pub network: NetworkSummary,
    /// Distinct persons who hold a seat of the core group today and are members of the network.
    pub core_group: u32,
    /// Open positions without a regular holder today.
    pub vacancies: u32,
    /// When the last meeting that was held began.
    pub last_meeting_at: Option<DateTime<Utc>>,
    /// When the next published meeting begins.
    pub next_meeting_at: Option<DateTime<Utc>>,
    /// Day of the agreed evaluation.
    pub evaluation_on: Option<NaiveDate>,
    /// The evaluation that is open, if one is.
    pub evaluation_id: Option<Uuid>,
    /// When it was decided or entered: waiting networks start in this order.
    pub created_at: DateTime<Utc>,
    /// Why to look at it, the most urgent first; empty when all is well.
    pub reasons: Vec<HealthReason>,
}

/// How many networks can start.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StartCapacity {
    /// Networks in their pilot now.
    #[schema(example = 3)]
    pub pilots: u32,
    /// Networks that may be in their pilot at once.
    #[schema(example = 5)]
    pub limit: u32,
    /// Whether one more may start.
    pub is_free: bool,
}

/// A page of networks with their health.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkHealthPage {
    /// How many networks can start.
    pub start_capacity: StartCapacity,
    /// Smallest core group of the organisation.
    #[schema(example = 4)]
    pub core_group_min: u32,
    /// The networks that have not ended, by name.
    pub items: Vec<NetworkHealth>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// See how all networks are doing
///
/// For office and board: the size of the core group, the members against the goal with a forecast, the last and the next meeting, vacancies, and
/// each reason to look closer with the page where something can be done about it. Networks that have ended are left out.
#[utoipa::path(
    operation_id = "listNetworkHealth",
    tag = "networks",
    params(OrganizationPath, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of networks with their health.", body = NetworkHealthPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/network-health")]
pub async fn list_network_health(
    app: Data<App>,
    Session(actor): Session,
    listing: Listing<NoFilter>,
) -> Result<Paged<NetworkHealthPage>, Problem> {
    let after = listing.page.after.as_deref().and_then(name_and_id);
    let (capacity, found) = application::oversee(&app, &actor, after, listing.page.most()).await?;
    let slice = listing.page.slice(&app, found, |health| super::position_of(&health.oversight.network));
    let of = |health| NetworkHealth::of(health, &app);
    Ok(slice.page(|found, next| NetworkHealthPage::of(capacity, found.into_iter().map(of).collect(), next)))
}

impl NetworkHealthPage {
    fn of(capacity: application::Capacity, items: Vec<NetworkHealth>, next: Option<String>) -> Self {
        let application::Capacity { core_group_min, start } = capacity;
        let start_capacity = StartCapacity { pilots: start.pilots, limit: start.limit, is_free: start.is_free() };
        Self { start_capacity, core_group_min, items, next }
    }
}

impl NetworkHealth {
    fn of(health: application::Health, app: &App) -> Self {
        let application::Health { oversight, reasons } = health;
        let application::Oversight { network, vacancies, last_meeting_at, next_meeting_at, evaluation_id } = oversight;
        let page = format!("/netwerken/{}", network.slug);
        let evaluation = evaluation_id.map_or_else(|| format!("{page}/beheer/evaluatie"), |id| format!("/evaluaties/{id}"));
        Self {
            core_group: network.core_group,
            vacancies,
            last_meeting_at,
            next_meeting_at,
            evaluation_on: network.evaluation_on,
            evaluation_id,
            created_at: network.created_at,
            network: NetworkSummary::of(network, app.today()),
            reasons: reasons.into_iter().map(|reason| HealthReason::of(reason, &page, &evaluation)).collect(),
        }
    }
}

impl HealthReason {
    fn of(reason: domain::HealthReason, page: &str, evaluation: &str) -> Self {
        let at = |place: &str| Self {
            code: reason.code().to_owned(),
            severity: reason.severity().into(),
            path: format!("{page}{place}"),
            count: None,
            wanted: None,
            on: None,
            began_at: None,
        };
        match reason {
            domain::HealthReason::CoreGroupBelowMinimum { size, minimum, since } => {
                Self { count: Some(size), wanted: Some(minimum), began_at: since, ..at("/beheer/functies") }
            }
            domain::HealthReason::Dormant => at(""),
            domain::HealthReason::GoalMissed { members, wanted } => {
                Self { count: Some(members), wanted: Some(wanted), ..at("/beheer/doelen") }
            }
            domain::HealthReason::GoalAtRisk { expected, wanted } => {
                Self { count: Some(expected), wanted: Some(wanted), ..at("/beheer/doelen") }
            }
            domain::HealthReason::EvaluationDue { on } | domain::HealthReason::PastItsEnd { on } => {
                Self { on: Some(on), path: evaluation.to_owned(), ..at("") }
            }
            domain::HealthReason::NoMeetingPlanned => at("/beheer/bijeenkomsten"),
            domain::HealthReason::NoMeetingLately { last } => Self { on: last, ..at("/beheer/bijeenkomsten") },
            domain::HealthReason::Vacancies { count } => Self { count: Some(count), ..at("/beheer/functies") },
        }
    }
}

//! Founding plans: drafted together, reviewed by the office, decided by the board.

mod codes;
mod course;
mod drafting;
mod inputs;
mod plans;
mod views;
mod wire;

use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vliegwiel_application::founding_plans::PlanReading;
use vliegwiel_application::receipts::Answer;

use crate::answers::Created;
use wire::FoundingPlan;

/// Operations on the founding plans of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.configure(plans::routes).configure(drafting::routes).configure(course::routes);
}

/// Which plan.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct PlanPath {
    /// Slug of the organisation.
    #[param(example = "netwerkpartij", min_length = 2, max_length = 60)]
    organization: String,
    /// The plan.
    plan: Uuid,
}

/// Which section of a plan.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct SectionPath {
    /// Slug of the organisation.
    #[param(example = "netwerkpartij", min_length = 2, max_length = 60)]
    #[serde(rename = "organization")]
    _organization: String,
    /// The plan.
    plan: Uuid,
    /// The section.
    #[param(inline)]
    section: codes::SectionKind,
}

/// Which member of a plan.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct MemberPath {
    /// Slug of the organisation.
    #[param(example = "netwerkpartij", min_length = 2, max_length = 60)]
    organization: String,
    /// The plan.
    plan: Uuid,
    /// The member named in the plan.
    member: Uuid,
}

/// How the answer to a change of a plan is written: the whole plan as the caller may see it.
fn rendered(organization: &str) -> impl Fn(&PlanReading) -> Answer + Send + Sync {
    let plans = format!("/api/v1/organizations/{organization}/founding-plans");
    move |reading| {
        let location = format!("{plans}/{}", reading.plan.id);
        Created { location, version: reading.plan.version, body: FoundingPlan::from(reading.clone()) }.answer()
    }
}

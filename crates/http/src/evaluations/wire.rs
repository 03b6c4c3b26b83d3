//! What goes out and comes in about evaluations.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::evaluations as application;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::evaluations as domain;
use vliegwiel_domain::meetings::Counts;

use crate::input::Page;
use crate::networks::codes::{GoalStatus, NetworkState};
use crate::networks::input::NewTerms;
use crate::problems::{Flaw, Problem};

/// What can be done with an open evaluation.
const ACTIONS: [Action; 3] = [Action::EvaluationsViewAsCoreGroup, Action::EvaluationsViewAsOffice, Action::EvaluationsDecide];

/// Where an evaluation is in its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvaluationState {
    /// Views are added.
    Open,
    /// The board decided.
    Decided,
}

/// How the network goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvaluationOutcome {
    /// As it was.
    Continue,
    /// Under new terms.
    Adapt,
    /// Not.
    End,
}

/// Which evaluation.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct EvaluationPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the evaluation.
    pub evaluation: Uuid,
}

/// Which evaluations.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EvaluationFilter {
    /// Of this network only, by its id.
    network: Option<Uuid>,
    /// In this state only.
    #[param(inline)]
    state: Option<EvaluationState>,
}

impl EvaluationFilter {
    /// The filter of the use case, for this page.
    pub(super) fn of(self, page: &Page) -> application::Filter {
        let state = |state| match state {
            EvaluationState::Open => domain::EvaluationState::Open,
            EvaluationState::Decided => domain::EvaluationState::Decided,
        };
        application::Filter {
            network: self.network.map(Into::into),
            state: self.state.map(state),
            after: page.after.as_deref().and_then(|id| id.parse().ok()),
            most: page.most(),
        }
    }
}

/// The network of an evaluation, as it is now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvaluatedNetwork {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where it is in its life.
    pub state: NetworkState,
}

/// The numbers as they were when the evaluation opened.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationNumbers {
    /// Active memberships.
    #[schema(example = 52)]
    pub members: u32,
    /// Distinct persons in the core group.
    #[schema(example = 5)]
    pub core_group: u32,
    /// Members wanted.
    #[schema(example = 50)]
    pub goal_members: Option<u32>,
    /// The day they were wanted.
    pub goal_by_on: Option<NaiveDate>,
    /// How the goal stood.
    pub goal_status: Option<GoalStatus>,
    /// Meetings held.
    #[schema(example = 7)]
    pub meetings_held: u32,
    /// Registrations of those meetings, walk-ins not counted.
    #[schema(example = 68)]
    pub registered: u32,
    /// Of those: who came.
    #[schema(example = 49)]
    pub attended: u32,
    /// Who came without having registered.
    #[schema(example = 3)]
    pub walk_ins: u32,
    /// Attended of the registered, as a whole percentage; `null` when nobody registered.
    #[schema(example = 72)]
    pub show_rate: Option<u32>,
    /// Vacant positions.
    #[schema(example = 1)]
    pub vacancies: u32,
}

/// What the core group or the office makes of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationView {
    /// The text.
    pub text: String,
    /// When it was written last.
    pub written_at: DateTime<Utc>,
}

/// What the board decided.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationDecision {
    /// How the network goes on.
    pub outcome: EvaluationOutcome,
    /// Why, in plain language.
    pub reason: String,
    /// The day.
    pub decided_on: NaiveDate,
}

/// The evaluation of a network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network: EvaluatedNetwork,
    /// Where it is in its course.
    pub state: EvaluationState,
    /// The frozen numbers.
    pub numbers: EvaluationNumbers,
    /// View of the core group.
    pub core_group_view: Option<EvaluationView>,
    /// View of the office.
    pub office_view: Option<EvaluationView>,
    /// What the board decided; `null` while it is open.
    pub decision: Option<EvaluationDecision>,
    /// When it opened.
    pub opened_at: DateTime<Utc>,
    /// From when the board decides without a missing view.
    pub views_until_at: DateTime<Utc>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// What you may do with it now.
    #[schema(example = json!(["evaluations.view-as-core-group"]))]
    pub actions: Vec<String>,
}

/// A page of evaluations.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvaluationPage {
    /// The evaluations, the last opened first.
    pub items: Vec<Evaluation>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// An evaluation to open.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEvaluation {
    /// Why it opens before the agreed day, or without one.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000)]
    pub reason: String,
}

/// A view to write.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewView {
    /// What goes well and what could be different.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4_000)]
    pub text: String,
}

/// A decision to make.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEvaluationDecision {
    /// How the network goes on.
    outcome: EvaluationOutcome,
    /// Why, in plain language. When the network ends, everyone who may know it reads this.
    #[validate(length(min = 1, max = 2_000))]
    #[schema(min_length = 1, max_length = 2_000)]
    reason: String,
    /// With `continue`: the new last day; left out or `null` for no end.
    ends_on: Option<NaiveDate>,
    /// With `continue`: day of the next evaluation.
    evaluation_on: Option<NaiveDate>,
    /// With `adapt`: the new terms, which count from today.
    #[validate(nested)]
    terms: Option<NewTerms>,
}

impl NewEvaluationDecision {
    /// The decision and its reason.
    ///
    /// # Errors
    /// 400 for what belongs to another outcome, and for `adapt` without terms.
    pub(super) fn read(self) -> Result<(application::Decision, String), Problem> {
        let Self { outcome, reason, ends_on, evaluation_on, terms } = self;
        let refused = |pointer: &str, code: &'static str| Err(Problem::invalid(vec![Flaw::new(pointer, code)]));
        if outcome != EvaluationOutcome::Continue && ends_on.is_some() {
            return refused("/endsOn", "not-with-this-outcome");
        }
        if outcome != EvaluationOutcome::Continue && evaluation_on.is_some() {
            return refused("/evaluationOn", "not-with-this-outcome");
        }
        let decision = match (outcome, terms) {
            (EvaluationOutcome::Continue, None) => application::Decision::Continue { ends_on, evaluation_on },
            (EvaluationOutcome::Adapt, Some(terms)) => application::Decision::Adapt(terms.into()),
            (EvaluationOutcome::End, None) => application::Decision::End,
            (EvaluationOutcome::Adapt, None) => return refused("/terms", "missing"),
            (EvaluationOutcome::Continue | EvaluationOutcome::End, Some(_)) => return refused("/terms", "not-with-this-outcome"),
        };
        Ok((decision, reason))
    }
}

impl Evaluation {
    /// An evaluation as `actor` sees it.
    pub(super) fn of(actor: &Actor, listed: application::Listed) -> Self {
        let application::Listed { evaluation, network } = listed;
        let state = evaluation.state();
        let offered: &[Action] = if state == domain::EvaluationState::Open { &ACTIONS } else { &[] };
        let actions = actor.may(&application::place_of(&network), offered);
        let domain::Evaluation {
            id,
            organization_id: _,
            network_id: _,
            numbers,
            core_group_view,
            office_view,
            decision,
            opened_at,
            version,
        } = evaluation;
        Self {
            id: id.uuid(),
            network: EvaluatedNetwork {
                id: network.id.uuid(),
                slug: network.slug,
                name: network.profile.name,
                state: network.state.into(),
            },
            state: match state {
                domain::EvaluationState::Open => EvaluationState::Open,
                domain::EvaluationState::Decided => EvaluationState::Decided,
            },
            numbers: numbers.into(),
            core_group_view: core_group_view.map(EvaluationView::from),
            office_view: office_view.map(EvaluationView::from),
            decision: decision.map(EvaluationDecision::from),
            opened_at,
            views_until_at: opened_at + TimeDelta::days(domain::VIEW_DAYS),
            version,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl From<domain::FrozenNumbers> for EvaluationNumbers {
    fn from(numbers: domain::FrozenNumbers) -> Self {
        let domain::FrozenNumbers {
            members,
            core_group,
            goal_members,
            goal_by,
            goal_status,
            meetings_held,
            registered,
            attended,
            walk_ins,
            vacancies,
        } = numbers;
        let show_rate = Counts { registered, attended, ..Counts::default() }.show_rate();
        Self {
            members,
            core_group,
            goal_members,
            goal_by_on: goal_by,
            goal_status: goal_status.map(GoalStatus::from),
            meetings_held,
            registered,
            attended,
            walk_ins,
            show_rate,
            vacancies,
        }
    }
}

impl From<domain::View> for EvaluationView {
    fn from(view: domain::View) -> Self {
        let domain::View { text, by: _, at } = view;
        Self { text, written_at: at }
    }
}

impl From<domain::EvaluationDecision> for EvaluationDecision {
    fn from(decision: domain::EvaluationDecision) -> Self {
        let domain::EvaluationDecision { outcome, reason, by: _, on } = decision;
        let outcome = match outcome {
            domain::EvaluationOutcome::Continue => EvaluationOutcome::Continue,
            domain::EvaluationOutcome::Adapt => EvaluationOutcome::Adapt,
            domain::EvaluationOutcome::End => EvaluationOutcome::End,
        };
        Self { outcome, reason, decided_on: on }
    }
}

//! What comes in about networks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::networks as application;
use vliegwiel_domain::networks as domain;

use super::codes::{NetworkChoice, NetworkKind, NetworkState, Openness, Sensitivity};
use crate::input::words::{name_and_id, words};
use crate::input::{Page, patch};
use crate::positions::PositionKind;
use crate::problems::Problem;

/// Which network, by its id.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct NetworkPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the network.
    pub network: Uuid,
}

/// Which network, by its id or its slug.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct NetworkKeyPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the network, or its slug.
    #[param(example = "netwerk-zorg", min_length = 2, max_length = 80)]
    pub network: String,
}

impl NetworkKeyPath {
    /// The key of the use case. A slug never has the shape of an id.
    pub(super) fn key(&self) -> application::Key {
        Uuid::try_parse(&self.network).map_or_else(|_| application::Key::Slug(self.network.clone()), |id| application::Key::Id(id.into()))
    }
}

/// Which networks.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NetworkFilter {
    /// Of this kind only.
    #[param(inline)]
    kind: Option<NetworkKind>,
    /// In this state only.
    #[param(inline)]
    state: Option<NetworkState>,
    /// By what they are to you.
    #[param(inline)]
    choice: Option<NetworkChoice>,
    /// With these words in the name or the purpose, in any case.
    #[param(max_length = 100)]
    q: Option<String>,
}

impl NetworkFilter {
    /// The filter of the use case, for this page.
    pub(super) fn of(self, page: &Page) -> Result<application::Filter, Problem> {
        Ok(application::Filter {
            kind: self.kind.map(Into::into),
            state: self.state.map(Into::into),
            among: self.choice.map(|NetworkChoice::Mine| application::Among::Mine),
            words: words(self.q)?,
            after: page.after.as_deref().and_then(name_and_id),
            most: page.most(),
        })
    }
}

/// Terms to agree, with spans in months that become days from the day they hold.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewTerms {
    /// What the network is for.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4_000)]
    purpose: String,
    /// How it organises itself.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000)]
    organisation: String,
    /// How long it runs, in months; left out or `null` without an end.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120)]
    duration_months: Option<u32>,
    /// Members it wants to have.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, example = 50)]
    goal_members: u32,
    /// Months until it wants to have them.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 12)]
    goal_months: u32,
    /// Months until it is evaluated; left out or `null` when nothing is agreed.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 12)]
    evaluation_months: Option<u32>,
    /// Conditions of the board.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000)]
    conditions: String,
}

impl From<NewTerms> for domain::Terms {
    fn from(terms: NewTerms) -> Self {
        let NewTerms { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months, conditions } = terms;
        Self { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months, conditions }
    }
}

/// Somebody of the core group of a network that is entered.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCoreMember {
    /// Id of the person, who has an affiliation with the organisation and is not a guest of one meeting.
    person_id: Uuid,
    /// What the seat is for.
    kind: PositionKind,
    /// What the seat is called.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Voorzitter")]
    title: String,
}

/// An existing network to enter.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNetwork {
    /// What sort of network it is.
    kind: NetworkKind,
    /// Its name.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Netwerk zorg")]
    name: String,
    /// What it is for; who joins supports this.
    #[validate(length(min = 1, max = 600))]
    #[schema(min_length = 1, max_length = 600, example = "Goede zorg dichtbij, voor iedereen.")]
    purpose: String,
    /// More about it, in plain text.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000)]
    about: String,
    /// What membership says about someone.
    sensitivity: Sensitivity,
    /// How one joins.
    openness: Openness,
    /// The unit it belongs to; left out or `null` for the whole organisation.
    unit_id: Option<Uuid>,
    /// The day it began, today at the latest.
    starts_on: NaiveDate,
    /// What is agreed with it from today.
    #[validate(nested)]
    terms: NewTerms,
    /// Its core group, who become its first members.
    #[validate(length(max = 30), nested)]
    #[schema(max_items = 30)]
    core_group: Vec<NewCoreMember>,
}

impl From<NewNetwork> for application::Entry {
    fn from(new: NewNetwork) -> Self {
        let NewNetwork { kind, name, purpose, about, sensitivity, openness, unit_id, starts_on, terms, core_group } = new;
        let member =
            |NewCoreMember { person_id, kind, title }| application::CoreMember { person_id: person_id.into(), kind: kind.into(), title };
        Self {
            unit_id: unit_id.map(Into::into),
            kind: kind.into(),
            profile: domain::NetworkProfile { name, purpose, about, sensitivity: sensitivity.into(), openness: openness.into() },
            starts_on,
            terms: terms.into(),
            core_group: core_group.into_iter().map(member).collect(),
        }
    }
}

/// What changes about a network; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkChange {
    /// Another name.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    /// Another purpose.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 600))]
    #[schema(min_length = 1, max_length = 600, nullable = false)]
    purpose: Option<String>,
    /// Another description.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000, nullable = false)]
    about: Option<String>,
    /// Raised to `special`; it is never lowered.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    sensitivity: Option<Sensitivity>,
    /// Another way to join.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    openness: Option<Openness>,
}

impl NetworkChange {
    /// The profile after the change.
    pub(super) fn applied_to(self, before: domain::NetworkProfile) -> domain::NetworkProfile {
        domain::NetworkProfile {
            name: self.name.unwrap_or(before.name),
            purpose: self.purpose.unwrap_or(before.purpose),
            about: self.about.unwrap_or(before.about),
            sensitivity: self.sensitivity.map_or(before.sensitivity, Into::into),
            openness: self.openness.map_or(before.openness, Into::into),
        }
    }
}

/// The end of a network.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkEnd {
    /// Why, in plain language; everyone who may know the network reads it.
    #[validate(length(min = 1, max = 2_000))]
    #[schema(min_length = 1, max_length = 2_000)]
    pub reason: String,
}

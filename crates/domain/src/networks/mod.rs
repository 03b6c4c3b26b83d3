//! Networks: their profile, their lifecycle, what was agreed with them and how they are doing.

mod agreements;
mod errors;
mod goals;
mod health;
mod states;

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{FoundingPlanId, NetworkId, OrganizationId, UnitId};
use crate::text::{line_of, prose_of, slug, told};

pub use agreements::{AgreedDates, Agreement, DURATION_MONTHS_MAX, GOAL_MEMBERS_MAX, Terms};
pub use errors::NetworkError;
pub use goals::{Goal, GoalStatus, HISTORY_DAYS_MIN};
pub use health::{HealthReason, Pulse, QUIET_AFTER_DAYS, Severity};
pub use states::{Conclusion, CoreGroupNotice, NetworkCommand, NetworkState, StartCapacity};

/// Longest name, in characters. Our choice.
pub const NAME_MAX: usize = 120;
/// Longest purpose, in characters. Our choice.
pub const PURPOSE_MAX: usize = 600;
/// Longest public description, in characters. Our choice.
pub const ABOUT_MAX: usize = 4_000;

/// What sort of network it is. Source: `ChristenUnie`, "twee type netwerken".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum NetworkKind {
    /// Around a subject (themanetwerk).
    Theme,
    /// Around something people share (ontmoetingsnetwerk).
    Community,
}

impl NetworkKind {
    /// Stable code: `theme` or `community`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What membership of the network says about someone. Source: privacy.md P10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Sensitivity {
    /// A political interest, no more.
    Normal,
    /// Faith, orientation, origin: a membership is seen by the person and the core group only, and mail subjects are neutral.
    Special,
}

impl Sensitivity {
    /// Stable code: `normal` or `special`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How one joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Openness {
    /// At once, for everyone who supports the purpose.
    Open,
    /// After the core group said yes.
    Approval,
    /// At once, for members of the organisation only.
    MembersOnly,
}

impl Openness {
    /// Stable code, such as `members-only`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a network says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkProfile {
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// What it is for, 1 to [`PURPOSE_MAX`] characters; who joins supports this.
    pub purpose: String,
    /// More about it, 0 to [`ABOUT_MAX`] characters.
    pub about: String,
    /// What membership says about someone.
    pub sensitivity: Sensitivity,
    /// How one joins.
    pub openness: Openness,
}

impl NetworkProfile {
    /// The profile with clean texts.
    ///
    /// # Errors
    /// [`NetworkError::Field`].
    pub fn checked(self) -> Result<Self, NetworkError> {
        Ok(Self {
            name: line_of("name", &self.name, NAME_MAX)?,
            purpose: told("purpose", &self.purpose, PURPOSE_MAX)?,
            about: prose_of("about", &self.about, ABOUT_MAX)?,
            ..self
        })
    }
}

/// A network of people inside an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Its id.
    pub id: NetworkId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The unit it belongs to; absent for a network of the whole organisation.
    pub unit_id: Option<UnitId>,
    /// The plan it came from; absent for a network that existed before.
    pub founding_plan_id: Option<FoundingPlanId>,
    /// Its name in addresses, unique in the organisation; never changes.
    pub slug: String,
    /// What sort of network it is.
    pub kind: NetworkKind,
    /// What it says about itself.
    pub profile: NetworkProfile,
    /// Where it is in its life.
    pub state: NetworkState,
    /// First day of the pilot, or the day an existing network began; absent while it waits.
    pub starts_on: Option<NaiveDate>,
    /// Last day agreed; absent while it waits or when no end was agreed.
    pub ends_on: Option<NaiveDate>,
    /// Day of the agreed evaluation.
    pub evaluation_on: Option<NaiveDate>,
    /// The growth goal that was agreed.
    pub goal: Option<Goal>,
    /// Day it ended.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended, in plain language.
    pub end_reason: Option<String>,
    /// Active memberships.
    pub members: u32,
    /// Distinct persons who hold a current core group position, acting or not, and are members of the network.
    pub core_group: u32,
    /// Since when `core_group` is below the minimum of the organisation.
    pub below_minimum_since: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was decided or entered; waiting networks start in this order.
    pub created_at: DateTime<Utc>,
}

impl Network {
    /// Change what the network says about itself.
    ///
    /// # Errors
    /// [`NetworkError::Ended`]; [`NetworkError::SensitivityLowered`], because people joined under the promise that nobody sees it;
    /// [`NetworkError::Field`].
    pub fn describe(self, profile: NetworkProfile) -> Result<Self, NetworkError> {
        if self.state == NetworkState::Ended {
            return Err(NetworkError::Ended);
        }
        if self.profile.sensitivity == Sensitivity::Special && profile.sensitivity == Sensitivity::Normal {
            return Err(NetworkError::SensitivityLowered);
        }
        Ok(Self { profile: profile.checked()?, version: self.version.saturating_add(1), ..self })
    }

    /// Status of the growth goal on `today`; absent without a goal.
    #[must_use]
    pub fn goal_status(&self, today: NaiveDate) -> Option<GoalStatus> {
        self.goal.map(|goal| goal.status(self.members, today))
    }
}

/// A network about to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNetwork {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The unit it belongs to.
    pub unit_id: Option<UnitId>,
    /// Its name in addresses: see [`slug_for`].
    pub slug: String,
    /// What sort of network it is.
    pub kind: NetworkKind,
    /// What it says about itself.
    pub profile: NetworkProfile,
}

/// What an existing network brings along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Existing {
    /// The day it began.
    pub starts_on: NaiveDate,
    /// What is agreed with it from today.
    pub terms: Terms,
}

impl NewNetwork {
    /// The network that an approved plan brings, waiting in `proposed` until [`Network::start`].
    ///
    /// # Errors
    /// [`NetworkError::Field`].
    pub fn propose(self, id: NetworkId, plan: FoundingPlanId, now: DateTime<Utc>) -> Result<Network, NetworkError> {
        let waiting = self.in_state(id, NetworkState::Proposed, now)?;
        Ok(Network { founding_plan_id: Some(plan), ..waiting })
    }

    /// A network that existed before, entering as `active` with what was agreed.
    ///
    /// It may have begun long ago; the goal and the dates agreed count from `today`.
    /// Source: `ChristenUnie`, "bestaande netwerken die nu binnen de gezamenlijke aanpak gaan werken".
    ///
    /// # Errors
    /// [`NetworkError::StartsInFuture`], [`NetworkError::Field`] or [`NetworkError::OutOfRange`].
    pub fn enter(self, id: NetworkId, existing: &Existing, today: NaiveDate, now: DateTime<Utc>) -> Result<Network, NetworkError> {
        if existing.starts_on > today {
            return Err(NetworkError::StartsInFuture);
        }
        let active = self.in_state(id, NetworkState::Active, now)?;
        Ok(Network { starts_on: Some(existing.starts_on), ..active.under(&existing.terms.clone().checked()?, today)? })
    }

    fn in_state(self, id: NetworkId, state: NetworkState, now: DateTime<Utc>) -> Result<Network, NetworkError> {
        Ok(Network {
            id,
            organization_id: self.organization_id,
            unit_id: self.unit_id,
            founding_plan_id: None,
            slug: self.slug,
            kind: self.kind,
            profile: self.profile.checked()?,
            state,
            starts_on: None,
            ends_on: None,
            evaluation_on: None,
            goal: None,
            ended_on: None,
            end_reason: None,
            members: 0,
            core_group: 0,
            below_minimum_since: None,
            version: 1,
            created_at: now,
        })
    }
}

/// A slug for a network with this name; `netwerk` when nothing readable is left. Uniqueness is the database's.
#[must_use]
pub fn slug_for(name: &str) -> String {
    let readable = slug(name);
    if readable.len() < 2 { "netwerk".to_owned() } else { readable }
}

/// The first of `slug`, `slug-2`, `slug-3` … that is not among `taken`, the slugs of the organisation that begin with `slug`.
#[must_use]
pub fn numbered_slug(slug: &str, taken: &[String]) -> String {
    let numbered = (2_u32..).map(|number| format!("{slug}-{number}"));
    let is_free = |candidate: &String| !taken.contains(candidate);
    std::iter::once(slug.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| slug.to_owned())
}

#[cfg(test)]
mod tests;

//! The codes of networks.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vliegwiel_domain::networks as domain;

/// What sort of network it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkKind {
    /// Around a subject.
    Theme,
    /// Around something people share.
    Community,
}

/// What membership of a network says about someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// A political interest, no more.
    Normal,
    /// Faith, orientation, origin: a membership is seen by the person and the core group only.
    Special,
}

/// How one joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Openness {
    /// At once, for everyone who supports the purpose.
    Open,
    /// After the core group said yes.
    Approval,
    /// At once, for members of the organisation only.
    MembersOnly,
}

/// Where a network is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkState {
    /// Approved, waiting for a start wave.
    Proposed,
    /// Started, on trial.
    Pilot,
    /// Running.
    Active,
    /// Its evaluation is open.
    Evaluating,
    /// Asleep: the core group was too small for too long.
    Dormant,
    /// Over.
    Ended,
}

/// How the growth goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GoalStatus {
    /// The forecast reaches the goal, or it is too early to tell.
    OnCourse,
    /// The forecast stays below the goal.
    AtRisk,
    /// The network has the members it wanted.
    Met,
    /// The day has passed without.
    Missed,
}

/// How urgent a reason is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// Needs someone.
    Warning,
}

/// A choice by what a network is to you.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkChoice {
    /// Networks you are in or answer for.
    Mine,
}

impl From<domain::NetworkKind> for NetworkKind {
    fn from(kind: domain::NetworkKind) -> Self {
        match kind {
            domain::NetworkKind::Theme => Self::Theme,
            domain::NetworkKind::Community => Self::Community,
        }
    }
}

impl From<NetworkKind> for domain::NetworkKind {
    fn from(kind: NetworkKind) -> Self {
        match kind {
            NetworkKind::Theme => Self::Theme,
            NetworkKind::Community => Self::Community,
        }
    }
}

impl From<domain::Sensitivity> for Sensitivity {
    fn from(sensitivity: domain::Sensitivity) -> Self {
        match sensitivity {
            domain::Sensitivity::Normal => Self::Normal,
            domain::Sensitivity::Special => Self::Special,
        }
    }
}

impl From<Sensitivity> for domain::Sensitivity {
    fn from(sensitivity: Sensitivity) -> Self {
        match sensitivity {
            Sensitivity::Normal => Self::Normal,
            Sensitivity::Special => Self::Special,
        }
    }
}

impl From<domain::Openness> for Openness {
    fn from(openness: domain::Openness) -> Self {
        match openness {
            domain::Openness::Open => Self::Open,
            domain::Openness::Approval => Self::Approval,
            domain::Openness::MembersOnly => Self::MembersOnly,
        }
    }
}

impl From<Openness> for domain::Openness {
    fn from(openness: Openness) -> Self {
        match openness {
            Openness::Open => Self::Open,
            Openness::Approval => Self::Approval,
            Openness::MembersOnly => Self::MembersOnly,
        }
    }
}

impl From<domain::NetworkState> for NetworkState {
    fn from(state: domain::NetworkState) -> Self {
        match state {
            domain::NetworkState::Proposed => Self::Proposed,
            domain::NetworkState::Pilot => Self::Pilot,
            domain::NetworkState::Active => Self::Active,
            domain::NetworkState::Evaluating => Self::Evaluating,
            domain::NetworkState::Dormant => Self::Dormant,
            domain::NetworkState::Ended => Self::Ended,
        }
    }
}

impl From<NetworkState> for domain::NetworkState {
    fn from(state: NetworkState) -> Self {
        match state {
            NetworkState::Proposed => Self::Proposed,
            NetworkState::Pilot => Self::Pilot,
            NetworkState::Active => Self::Active,
            NetworkState::Evaluating => Self::Evaluating,
            NetworkState::Dormant => Self::Dormant,
            NetworkState::Ended => Self::Ended,
        }
    }
}

impl From<domain::GoalStatus> for GoalStatus {
    fn from(status: domain::GoalStatus) -> Self {
        match status {
            domain::GoalStatus::OnCourse => Self::OnCourse,
            domain::GoalStatus::AtRisk => Self::AtRisk,
            domain::GoalStatus::Met => Self::Met,
            domain::GoalStatus::Missed => Self::Missed,
        }
    }
}

impl From<domain::Severity> for Severity {
    fn from(severity: domain::Severity) -> Self {
        match severity {
            domain::Severity::Notice => Self::Notice,
            domain::Severity::Warning => Self::Warning,
        }
    }
}

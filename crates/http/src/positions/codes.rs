//! The codes of positions.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vliegwiel_domain::positions as domain;

/// The body that a seat belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PositionBody {
    /// The core group of a network.
    CoreGroup,
    /// Other seats of a network: ambassador, adviser, delegate.
    Network,
    /// The party office.
    Office,
    /// The national board.
    Board,
    /// The keepers of the organisation's settings.
    Administration,
}

/// What a seat is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PositionKind {
    /// Chair.
    Chair,
    /// Secretary.
    Secretary,
    /// Treasurer.
    Treasurer,
    /// Ordinary member.
    Member,
    /// Starts meetings and initiatives in an area or a unit.
    Ambassador,
    /// Advises without deciding.
    Adviser,
    /// Represents the network outside.
    Delegate,
    /// Coordinates a subject.
    Coordinator,
    /// Anything else; the title says what.
    Other,
}

/// How someone holds a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AppointmentCapacity {
    /// As its holder.
    Regular,
    /// Standing in while it is vacant.
    Acting,
}

/// Whether someone sits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occupation {
    /// Nobody.
    Vacant,
    /// Someone stands in; there is a vacancy all the same.
    Acting,
    /// Its regular holder.
    Held,
}

/// A choice by who sits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PositionChoice {
    /// Seats without a regular holder today.
    Vacancies,
}

impl From<domain::Body> for PositionBody {
    fn from(body: domain::Body) -> Self {
        match body {
            domain::Body::CoreGroup => Self::CoreGroup,
            domain::Body::Network => Self::Network,
            domain::Body::Office => Self::Office,
            domain::Body::Board => Self::Board,
            domain::Body::Administration => Self::Administration,
        }
    }
}

impl From<PositionBody> for domain::Body {
    fn from(body: PositionBody) -> Self {
        match body {
            PositionBody::CoreGroup => Self::CoreGroup,
            PositionBody::Network => Self::Network,
            PositionBody::Office => Self::Office,
            PositionBody::Board => Self::Board,
            PositionBody::Administration => Self::Administration,
        }
    }
}

impl From<domain::PositionKind> for PositionKind {
    fn from(kind: domain::PositionKind) -> Self {
        match kind {
            domain::PositionKind::Chair => Self::Chair,
            domain::PositionKind::Secretary => Self::Secretary,
            domain::PositionKind::Treasurer => Self::Treasurer,
            domain::PositionKind::Member => Self::Member,
            domain::PositionKind::Ambassador => Self::Ambassador,
            domain::PositionKind::Adviser => Self::Adviser,
            domain::PositionKind::Delegate => Self::Delegate,
            domain::PositionKind::Coordinator => Self::Coordinator,
            domain::PositionKind::Other => Self::Other,
        }
    }
}

impl From<PositionKind> for domain::PositionKind {
    fn from(kind: PositionKind) -> Self {
        match kind {
            PositionKind::Chair => Self::Chair,
            PositionKind::Secretary => Self::Secretary,
            PositionKind::Treasurer => Self::Treasurer,
            PositionKind::Member => Self::Member,
            PositionKind::Ambassador => Self::Ambassador,
            PositionKind::Adviser => Self::Adviser,
            PositionKind::Delegate => Self::Delegate,
            PositionKind::Coordinator => Self::Coordinator,
            PositionKind::Other => Self::Other,
        }
    }
}

impl From<domain::Capacity> for AppointmentCapacity {
    fn from(capacity: domain::Capacity) -> Self {
        match capacity {
            domain::Capacity::Regular => Self::Regular,
            domain::Capacity::Acting => Self::Acting,
        }
    }
}

impl From<AppointmentCapacity> for domain::Capacity {
    fn from(capacity: AppointmentCapacity) -> Self {
        match capacity {
            AppointmentCapacity::Regular => Self::Regular,
            AppointmentCapacity::Acting => Self::Acting,
        }
    }
}

impl From<domain::Occupation> for Occupation {
    fn from(occupation: domain::Occupation) -> Self {
        match occupation {
            domain::Occupation::Vacant => Self::Vacant,
            domain::Occupation::Acting => Self::Acting,
            domain::Occupation::Held => Self::Held,
        }
    }
}

//! Positions: seats with a name, vacant or held from a day to a day.

mod appointments;
mod errors;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::access::{Role, Visibility};
use crate::ids::{AreaId, NetworkId, OrganizationId, PositionId, UnitId};
use crate::networks::Sensitivity;
use crate::text::{line_of, prose_of};

pub use appointments::{
    Appointment, Capacity, NewAppointment, Occupation, REMIND_BEFORE_DAYS, core_group_size, keeps_administrator, occupation,
};
pub use errors::PositionError;

/// Longest title, in characters. Our choice.
pub const TITLE_MAX: usize = 80;
/// Longest text of a vacancy, in characters. Our choice.
pub const VACANCY_TEXT_MAX: usize = 2_000;
/// Longest term, in months. Our choice: ten years.
pub const TERM_MONTHS_MAX: u32 = 120;

/// The body that a seat belongs to. A seat gives access only through the role of its body: position and access stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Body {
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

impl Body {
    /// Stable code, such as `core-group`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether its seats belong to a network; the others belong to the organisation.
    #[must_use]
    pub const fn is_of_network(self) -> bool {
        match self {
            Self::CoreGroup | Self::Network => true,
            Self::Office | Self::Board | Self::Administration => false,
        }
    }

    /// The role that an appointment to a seat of this body and kind grants, if any.
    #[must_use]
    pub const fn role(self, kind: PositionKind) -> Option<Role> {
        match (self, kind) {
            (Self::CoreGroup, _) => Some(Role::CoreGroup),
            (Self::Office, _) => Some(Role::Office),
            (Self::Board, _) => Some(Role::Board),
            (Self::Administration, _) => Some(Role::Administrator),
            (Self::Network, PositionKind::Ambassador) => Some(Role::Ambassador),
            (Self::Network, _) => None,
        }
    }

    /// Whether this body has seats of this kind.
    ///
    /// Ambassadors, advisers and delegates sit beside a body, not in it: a seat in it would let them answer, review or decide. Our choice.
    #[must_use]
    pub const fn has(self, kind: PositionKind) -> bool {
        match kind {
            PositionKind::Ambassador | PositionKind::Adviser | PositionKind::Delegate => matches!(self, Self::Network),
            PositionKind::Chair | PositionKind::Secretary | PositionKind::Treasurer | PositionKind::Member => {
                !matches!(self, Self::Network)
            }
            PositionKind::Coordinator | PositionKind::Other => true,
        }
    }
}

/// Who may know who holds a seat when the person did not agree to a public role; `network` is the sensitivity of its network, if it has one.
///
/// Who answers for a network is known to its members; where being in it says something about someone, only to the core group and to the person:
/// the core group are members, and membership is for these two only. Source: domain.md, Organisation ("visible only to the person and the core
/// group"); privacy.md P10 and P13.
#[must_use]
pub const fn holder_visibility(network: Option<Sensitivity>) -> Visibility {
    match network {
        None => Visibility::Organization,
        Some(Sensitivity::Normal) => Visibility::Network,
        Some(Sensitivity::Special) => Visibility::Confidential,
    }
}

/// Whether the name of a holder may stand on public pages once the person agreed to a public role; `network` is the sensitivity of its network,
/// if it has one.
///
/// Where being in a network says something about someone, a seat in it says it too: a consent that was given for another seat does not cover it.
/// Source: privacy.md P10 and P13.
#[must_use]
pub const fn may_be_public(network: Option<Sensitivity>) -> bool {
    match network {
        None | Some(Sensitivity::Normal) => true,
        Some(Sensitivity::Special) => false,
    }
}

/// What a seat is for. Source: V/M Sociale Innovatie, "Bestuur"; Els Borst Netwerk (ambassadors).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PositionKind {
    /// Chair (voorzitter).
    Chair,
    /// Secretary.
    Secretary,
    /// Treasurer (penningmeester).
    Treasurer,
    /// Ordinary member (algemeen lid).
    Member,
    /// Starts meetings and initiatives in an area or a unit.
    Ambassador,
    /// Advises without deciding.
    Adviser,
    /// Represents the network outside, such as in the PVO.
    Delegate,
    /// Coordinates a subject, such as international contacts.
    Coordinator,
    /// Anything else; the title says what.
    Other,
}

impl PositionKind {
    /// Stable code, such as `chair`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A seat with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The body it belongs to; never changes.
    pub body: Body,
    /// The network, for seats of a network.
    pub network_id: Option<NetworkId>,
    /// The unit that an ambassador works in.
    pub unit_id: Option<UnitId>,
    /// The area that an ambassador works in.
    pub area_id: Option<AreaId>,
    /// What it is for; never changes.
    pub kind: PositionKind,
    /// What stands on the screen, 1 to [`TITLE_MAX`] characters.
    pub title: String,
    /// What a candidate reads while it is vacant, 0 to [`VACANCY_TEXT_MAX`] characters; public.
    pub vacancy_text: String,
    /// Length of a term, in months; absent without a term.
    pub term_months: Option<u32>,
    /// Place in lists, lowest first.
    pub sequence: u32,
    /// When it was abolished.
    pub closed_at: Option<DateTime<Utc>>,
    /// Rises by one with every change of the seat itself, not with appointments.
    pub version: u32,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
}

/// A seat about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosition {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The body it belongs to.
    pub body: Body,
    /// The network, for seats of a network.
    pub network_id: Option<NetworkId>,
    /// The unit that an ambassador works in.
    pub unit_id: Option<UnitId>,
    /// The area that an ambassador works in.
    pub area_id: Option<AreaId>,
    /// What it is for.
    pub kind: PositionKind,
    /// What can change later.
    pub description: PositionDescription,
}

/// What can change about a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionDescription {
    /// What stands on the screen, 1 to [`TITLE_MAX`] characters.
    pub title: String,
    /// What a candidate reads while it is vacant, 0 to [`VACANCY_TEXT_MAX`] characters; public.
    pub vacancy_text: String,
    /// Length of a term, in months, 1 to [`TERM_MONTHS_MAX`]; absent without a term.
    pub term_months: Option<u32>,
    /// Place in lists, lowest first.
    pub sequence: u32,
}

impl PositionDescription {
    fn checked(self) -> Result<Self, PositionError> {
        if self.term_months.is_some_and(|months| !(1..=TERM_MONTHS_MAX).contains(&months)) {
            return Err(PositionError::InvalidTerm);
        }
        Ok(Self {
            title: line_of("title", &self.title, TITLE_MAX)?,
            vacancy_text: prose_of("vacancy_text", &self.vacancy_text, VACANCY_TEXT_MAX)?,
            ..self
        })
    }
}

impl NewPosition {
    /// Open the seat, vacant.
    ///
    /// # Errors
    /// [`PositionError::WrongPlace`] when the body has no such seats or the network is missing or too much;
    /// [`PositionError::AreaMissing`] for an ambassador of nowhere; [`PositionError::InvalidTerm`]; [`PositionError::Field`].
    pub fn open(self, id: PositionId, now: DateTime<Utc>) -> Result<Position, PositionError> {
        if !self.body.has(self.kind) || self.body.is_of_network() != self.network_id.is_some() {
            return Err(PositionError::WrongPlace);
        }
        if self.kind == PositionKind::Ambassador && self.area_id.is_none() && self.unit_id.is_none() {
            return Err(PositionError::AreaMissing);
        }
        let description = self.description.checked()?;
        Ok(Position {
            id,
            organization_id: self.organization_id,
            body: self.body,
            network_id: self.network_id,
            unit_id: self.unit_id,
            area_id: self.area_id,
            kind: self.kind,
            title: description.title,
            vacancy_text: description.vacancy_text,
            term_months: description.term_months,
            sequence: description.sequence,
            closed_at: None,
            version: 1,
            created_at: now,
        })
    }
}

impl Position {
    /// Change what stands there. A new term holds for later appointments.
    ///
    /// # Errors
    /// [`PositionError::Closed`], [`PositionError::InvalidTerm`], [`PositionError::Field`].
    pub fn change(self, description: PositionDescription) -> Result<Self, PositionError> {
        self.check_open()?;
        let PositionDescription { title, vacancy_text, term_months, sequence } = description.checked()?;
        Ok(Self { title, vacancy_text, term_months, sequence, version: self.version.saturating_add(1), ..self })
    }

    /// What can change about it, as it is now.
    #[must_use]
    pub fn description(&self) -> PositionDescription {
        PositionDescription {
            title: self.title.clone(),
            vacancy_text: self.vacancy_text.clone(),
            term_months: self.term_months,
            sequence: self.sequence,
        }
    }

    /// Abolish the seat.
    ///
    /// # Errors
    /// [`PositionError::Closed`]; [`PositionError::Held`] while someone has an appointment to it that was not ended.
    pub fn close(self, appointments: &[Appointment], now: DateTime<Utc>) -> Result<Self, PositionError> {
        self.check_open()?;
        if appointments.iter().any(|appointment| appointment.position_id == self.id && appointment.ended_at.is_none()) {
            return Err(PositionError::Held);
        }
        Ok(Self { closed_at: Some(now), version: self.version.saturating_add(1), ..self })
    }

    const fn check_open(&self) -> Result<(), PositionError> {
        if self.closed_at.is_some() { Err(PositionError::Closed) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;

//! What goes out and comes in about positions.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::positions as application;
use vliegwiel_domain::ids::{Id, OrganizationId};
use vliegwiel_domain::positions as domain;

use super::codes::{AppointmentCapacity, Occupation, PositionBody, PositionChoice, PositionKind};
use crate::input::{Page, patch};

/// Which position.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct PositionPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the position.
    pub position: Uuid,
}

/// Which appointment.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct AppointmentPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the position.
    pub position: Uuid,
    /// Id of the appointment.
    pub appointment: Uuid,
}

/// Which positions.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PositionFilter {
    /// Of this network only, by its id.
    network: Option<Uuid>,
    /// Of this body only.
    #[param(inline)]
    body: Option<PositionBody>,
    /// By who sits there.
    #[param(inline)]
    choice: Option<PositionChoice>,
}

impl PositionFilter {
    /// The filter of the use case, for this page, on `today`.
    pub(super) fn of(self, page: &Page, today: NaiveDate) -> application::Filter {
        let after = page.after.as_deref().and_then(|position| {
            let (sequence, id) = position.split_once(' ')?;
            Some((sequence.parse().ok()?, id.parse().ok()?))
        });
        application::Filter {
            network: self.network.map(Into::into),
            body: self.body.map(Into::into),
            vacant_on: self.choice.map(|PositionChoice::Vacancies| today),
            after,
            most: page.most(),
        }
    }
}

/// The network of a position.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PositionNetwork {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// The area of an ambassador.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PositionArea {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    #[schema(example = "Assen")]
    pub name: String,
}

/// Who holds a position, or is about to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Holder {
    /// Name of the person, with consent to a public role or where you may know it without; `null` otherwise.
    #[schema(example = "Anna Veldkamp")]
    pub name: Option<String>,
    /// How the seat is held.
    pub capacity: AppointmentCapacity,
    /// Whether it is held today; `false` for who begins later.
    pub is_current: bool,
    /// First day, where you may know the name.
    pub from_on: Option<NaiveDate>,
    /// Last day, where you may know the name and there is one.
    pub until_on: Option<NaiveDate>,
    /// Id of the appointment, where you may know of it without consent to a public role.
    pub appointment_id: Option<Uuid>,
    /// Id of the person, where you may know of it without consent to a public role.
    pub person_id: Option<Uuid>,
}

/// A seat with a name, vacant or held.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// Its id.
    pub id: Uuid,
    /// The body it belongs to.
    pub body: PositionBody,
    /// What it is for.
    pub kind: PositionKind,
    /// What it is called.
    #[schema(example = "Secretaris en penningmeester")]
    pub title: String,
    /// What a candidate reads while it is vacant.
    pub vacancy_text: String,
    /// Length of a term, in months; `null` without a term.
    pub term_months: Option<u32>,
    /// Place in lists, lowest first.
    pub sequence: u32,
    /// The network, for a position of one.
    pub network: Option<PositionNetwork>,
    /// The unit that an ambassador works in.
    pub unit_id: Option<Uuid>,
    /// The area that an ambassador works in.
    pub area: Option<PositionArea>,
    /// Whether someone sits there today.
    pub occupation: Occupation,
    /// Who holds it, or is about to.
    pub holders: Vec<Holder>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// What you may do with it.
    #[schema(example = json!(["positions.appoint"]))]
    pub actions: Vec<String>,
}

/// A page of positions.
#[derive(Debug, Serialize, ToSchema)]
pub struct PositionPage {
    /// The positions, in their own order.
    pub items: Vec<Position>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// A position to open.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPosition {
    /// The body it belongs to.
    body: PositionBody,
    /// Id of the network, for `core-group` and `network` only.
    network_id: Option<Uuid>,
    /// Id of the unit that an ambassador works in.
    unit_id: Option<Uuid>,
    /// Id of the area that an ambassador works in.
    area_id: Option<Uuid>,
    /// What it is for.
    kind: PositionKind,
    /// What it is called.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Secretaris")]
    title: String,
    /// What a candidate reads while it is vacant; public.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2_000)]
    vacancy_text: String,
    /// Length of a term, in months; left out or `null` without a term.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 24)]
    term_months: Option<u32>,
    /// Place in lists, lowest first.
    #[serde(default)]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    sequence: u32,
}

impl NewPosition {
    /// The position of the use case.
    pub(super) fn of(self, organization_id: OrganizationId) -> domain::NewPosition {
        let Self { body, network_id, unit_id, area_id, kind, title, vacancy_text, term_months, sequence } = self;
        domain::NewPosition {
            organization_id,
            body: body.into(),
            network_id: network_id.map(Into::into),
            unit_id: unit_id.map(Into::into),
            area_id: area_id.map(Into::into),
            kind: kind.into(),
            description: domain::PositionDescription { title, vacancy_text, term_months, sequence },
        }
    }
}

/// What changes about a position; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PositionChange {
    /// Another title.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, nullable = false)]
    title: Option<String>,
    /// Another vacancy text.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2_000, nullable = false)]
    vacancy_text: Option<String>,
    /// Another term in months; `null` for none.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(minimum = 1, maximum = 120, value_type = Option<u32>)]
    #[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
    term_months: Option<Option<u32>>,
    /// Another place in lists.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000, nullable = false)]
    sequence: Option<u32>,
}

impl PositionChange {
    /// The description after the change.
    pub(super) fn applied_to(self, before: domain::PositionDescription) -> domain::PositionDescription {
        domain::PositionDescription {
            title: self.title.unwrap_or(before.title),
            vacancy_text: self.vacancy_text.unwrap_or(before.vacancy_text),
            term_months: self.term_months.unwrap_or(before.term_months),
            sequence: self.sequence.unwrap_or(before.sequence),
        }
    }
}

/// Somebody to appoint.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAppointment {
    /// Id of the person, who has an affiliation with the organisation and is not a guest of one meeting.
    person_id: Uuid,
    /// As its holder, or standing in.
    capacity: AppointmentCapacity,
    /// First day; left out or `null` for today.
    from_on: Option<NaiveDate>,
    /// Last day; left out or `null` for the term of the position, or no end.
    until_on: Option<NaiveDate>,
}

impl NewAppointment {
    /// The wish of the use case, on `today`.
    pub(super) fn wish(self, today: NaiveDate) -> application::Wish {
        let Self { person_id, capacity, from_on, until_on } = self;
        application::Wish { person_id: person_id.into(), capacity: capacity.into(), from_on: from_on.unwrap_or(today), until_on }
    }
}

/// The end of an appointment.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AppointmentEnd {
    /// Why, in plain language; the person reads it.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000)]
    pub reason: String,
}

impl From<application::Seen> for Position {
    fn from(seen: application::Seen) -> Self {
        let application::Seen { seat, occupation, holders, actions } = seen;
        let domain::Position {
            id,
            organization_id: _,
            body,
            network_id,
            unit_id,
            area_id,
            kind,
            title,
            vacancy_text,
            term_months,
            sequence,
            closed_at: _,
            version,
            created_at,
        } = seat.position;
        Self {
            id: id.uuid(),
            body: body.into(),
            kind: kind.into(),
            title,
            vacancy_text,
            term_months,
            sequence,
            network: network_id.zip(seat.network).map(|(id, of)| PositionNetwork { id: id.uuid(), slug: of.slug, name: of.name }),
            unit_id: unit_id.map(Id::uuid),
            area: area_id.zip(seat.area).map(|(id, name)| PositionArea { id: id.uuid(), name }),
            occupation: occupation.into(),
            holders: holders.into_iter().map(Holder::from).collect(),
            version,
            created_at,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl From<application::SeenHolder> for Holder {
    fn from(seen: application::SeenHolder) -> Self {
        let application::SeenHolder { known, is_inside, capacity, is_current } = seen;
        let inside = known.as_ref().filter(|_| is_inside).map(|held| &held.appointment);
        Self {
            appointment_id: inside.map(|appointment| appointment.id.uuid()),
            person_id: inside.map(|appointment| appointment.person_id.uuid()),
            from_on: known.as_ref().map(|held| held.appointment.from_on),
            until_on: known.as_ref().and_then(|held| held.appointment.until_on),
            name: known.map(|held| held.name),
            capacity: capacity.into(),
            is_current,
        }
    }
}

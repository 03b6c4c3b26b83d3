//! What the desk of a meeting knows when someone registers or cancels, and whom it writes to.

use sea_orm::sea_query::{Alias, Expr, IntoCondition, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select,
};
use uuid::Uuid;
use vliegwiel_domain::ids::{GuestRequestId, Id, MeetingId, OrganizationId, PersonId, RegistrationId};
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::registrations::{Registration, RegistrationState};
use vliegwiel_domain::text::{EmailAddress, Language};

use crate::error::{Error, Result};
use crate::mapping::{code, count};
use crate::meetings::NetworkName;
use crate::rows::{guest_requests, meetings, networks, organizations, persons, registrations as row};

/// A meeting, who hosts it, and one person with their registration.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The meeting.
    pub meeting: Meeting,
    /// The network that answers for it.
    pub network: NetworkName,
    /// The tenant.
    pub organization: OrganizationName,
    /// The person, if there is one.
    pub person: Option<Recipient>,
    /// The registration of the person, if there is one.
    pub registration: Option<Registration>,
}

/// Which organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationName {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Days that a guest is kept after a meeting.
    pub guest_retention_days: u32,
}

/// Someone to write to about a meeting.
#[derive(Clone)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Address; absent for who has none, such as a walk-in.
    pub email: Option<EmailAddress>,
    /// Language of the mails.
    pub language: Language,
    /// Whether the person can sign in.
    pub reach: Reach,
    /// State of the registration, for a list of recipients.
    pub state: Option<RegistrationState>,
}

/// How a person gets at their own registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// By signing in.
    Account,
    /// By the link in the mail, which stands for this request.
    Link(GuestRequestId),
    /// Not: only through the hosts.
    None,
}

/// Hides who it is, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recipient").field("person", &self.person).finish_non_exhaustive()
    }
}

#[derive(Debug, FromQueryResult)]
struct DeskLine {
    #[sea_orm(nested)]
    meeting: meetings::Model,
    network_slug: String,
    network_name: String,
    network_sensitivity: String,
    organization_slug: String,
    organization_name: String,
    guest_retention_days: i32,
    #[sea_orm(nested(prefix = "to_"))]
    person: Option<RecipientLine>,
    #[sea_orm(nested(prefix = "own_"))]
    own: Option<row::Model>,
}

#[derive(Debug, FromQueryResult)]
struct RecipientLine {
    person_id: Uuid,
    name: String,
    email: Option<String>,
    language: String,
    account_id: Option<Uuid>,
    request_id: Option<Uuid>,
    state: Option<String>,
}

/// What the desk of `meeting` knows of `person`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn desk(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    person: Option<PersonId>,
) -> Result<Option<Desk>> {
    let person = person.map(Id::uuid);
    let is_person = move |column: persons::Column| move |_, right| Expr::col((right, column)).eq(person).into_condition();
    let who: RelationDef =
        meetings::Entity::belongs_to(persons::Entity).from(meetings::Column::OrganizationId).to(persons::Column::OrganizationId).into();
    let own: RelationDef = meetings::Entity::belongs_to(row::Entity)
        .from((meetings::Column::OrganizationId, meetings::Column::Id))
        .to((row::Column::OrganizationId, row::Column::MeetingId))
        .into();
    let own = own.on_condition(move |_, right| Expr::col((right, row::Column::PersonId)).eq(person).into_condition());
    let line = lines()
        .join(JoinType::LeftJoin, who.on_condition(is_person(persons::Column::Id)))
        .join(JoinType::LeftJoin, own)
        .filter(meetings::Column::OrganizationId.eq(organization.uuid()))
        .filter(meetings::Column::Id.eq(meeting.uuid()))
        .into_model::<DeskLine>()
        .one(db)
        .await?;
    line.map(Desk::try_from).transpose()
}

/// What the desk of its meeting knows of a registration. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn desk_of(db: &impl ConnectionTrait, organization: OrganizationId, registration: RegistrationId) -> Result<Option<Desk>> {
    let own: RelationDef = meetings::Entity::belongs_to(row::Entity)
        .from((meetings::Column::OrganizationId, meetings::Column::Id))
        .to((row::Column::OrganizationId, row::Column::MeetingId))
        .into();
    let line = lines()
        .join(JoinType::InnerJoin, own)
        .join(JoinType::InnerJoin, person())
        .filter(meetings::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(registration.uuid()))
        .into_model::<DeskLine>()
        .one(db)
        .await?;
    line.map(Desk::try_from).transpose()
}

/// Whom to write to about a meeting.
#[derive(Debug, Clone, Copy)]
pub enum Whom<'a> {
    /// Everyone whose registration is in one of these states.
    InState(&'a [RegistrationState]),
    /// Those with these registrations.
    With(&'a [RegistrationId]),
}

/// Those who registered for a meeting, in order of acceptance, with what is needed to write to them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn recipients(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    whom: Whom<'_>,
) -> Result<Vec<Recipient>> {
    let select = row::Entity::find().select_only();
    let chosen = match whom {
        Whom::InState(states) => row::Column::State.is_in(states.iter().map(|state| state.as_str())),
        Whom::With(registrations) => row::Column::Id.is_in(registrations.iter().map(|registration| registration.uuid())),
    };
    with_recipient("", select)
        .join(JoinType::InnerJoin, person())
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::MeetingId.eq(meeting.uuid()))
        .filter(chosen)
        .order_by_asc(row::Column::Place)
        .into_model::<RecipientLine>()
        .all(db)
        .await?
        .into_iter()
        .map(Recipient::try_from)
        .collect()
}

#[derive(Debug, FromQueryResult)]
struct MeetingRecipientLine {
    meeting_id: Uuid,
    #[sea_orm(nested)]
    to: RecipientLine,
}

/// Everyone whose registration for one of these meetings is in one of these states, with the meeting, in order of acceptance. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn recipients_of_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meetings: &[MeetingId],
    states: &[RegistrationState],
) -> Result<Vec<(MeetingId, Recipient)>> {
    let found = with_recipient("", row::Entity::find().select_only().column(row::Column::MeetingId))
        .join(JoinType::InnerJoin, person())
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::MeetingId.is_in(meetings.iter().map(|meeting| meeting.uuid())))
        .filter(row::Column::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_asc(row::Column::MeetingId)
        .order_by_asc(row::Column::Place)
        .into_model::<MeetingRecipientLine>()
        .all(db)
        .await?;
    found.into_iter().map(|line| Ok((line.meeting_id.into(), line.to.try_into()?))).collect()
}

fn lines() -> Select<meetings::Entity> {
    let network: RelationDef = meetings::Entity::belongs_to(networks::Entity)
        .from((meetings::Column::OrganizationId, meetings::Column::NetworkId))
        .to((networks::Column::OrganizationId, networks::Column::Id))
        .into();
    let tenant: RelationDef =
        meetings::Entity::belongs_to(organizations::Entity).from(meetings::Column::OrganizationId).to(organizations::Column::Id).into();
    let select = with_recipient("to_", super::prefixed("own_", meetings::Entity::find()));
    select
        .expr_as(Expr::col((networks::Entity, networks::Column::Slug)), "network_slug")
        .expr_as(Expr::col((networks::Entity, networks::Column::Name)), "network_name")
        .expr_as(Expr::col((networks::Entity, networks::Column::Sensitivity)), "network_sensitivity")
        .expr_as(Expr::col((organizations::Entity, organizations::Column::Slug)), "organization_slug")
        .expr_as(Expr::col((organizations::Entity, organizations::Column::Name)), "organization_name")
        .expr_as(Expr::col((organizations::Entity, organizations::Column::GuestRetentionDays)), "guest_retention_days")
        .join(JoinType::InnerJoin, network)
        .join(JoinType::InnerJoin, tenant)
}

fn with_recipient<E: EntityTrait>(prefix: &str, select: Select<E>) -> Select<E> {
    let of = |column: persons::Column| Expr::col((persons::Entity, column));
    select
        .expr_as(of(persons::Column::Id), format!("{prefix}person_id"))
        .expr_as(of(persons::Column::Name), format!("{prefix}name"))
        .expr_as(of(persons::Column::Email), format!("{prefix}email"))
        .expr_as(of(persons::Column::Language), format!("{prefix}language"))
        .expr_as(of(persons::Column::AccountId), format!("{prefix}account_id"))
        .expr_as(Expr::col((row::Entity, row::Column::State)), format!("{prefix}state"))
        .expr_as(newest_request(), format!("{prefix}request_id"))
}

/// The request that the link in the mail to a guest stands for.
fn newest_request() -> SimpleExpr {
    let request = Alias::new("request");
    let of = |column: guest_requests::Column| Expr::col((request.clone(), column));
    let newest = Query::select()
        .expr(of(guest_requests::Column::Id))
        .from_as(guest_requests::Entity, request.clone())
        .and_where(of(guest_requests::Column::OrganizationId).equals((row::Entity, row::Column::OrganizationId)))
        .and_where(of(guest_requests::Column::RegistrationId).equals((row::Entity, row::Column::Id)))
        .order_by_expr(of(guest_requests::Column::CreatedAt), Order::Desc)
        .limit(1)
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(newest.into()))
}

fn person() -> RelationDef {
    row::Entity::belongs_to(persons::Entity)
        .from((row::Column::OrganizationId, row::Column::PersonId))
        .to((persons::Column::OrganizationId, persons::Column::Id))
        .into()
}

impl TryFrom<DeskLine> for Desk {
    type Error = Error;

    fn try_from(line: DeskLine) -> Result<Self> {
        Ok(Self {
            meeting: line.meeting.try_into()?,
            network: NetworkName {
                slug: line.network_slug,
                name: line.network_name,
                sensitivity: code(&line.network_sensitivity, "networks.sensitivity")?,
            },
            organization: OrganizationName {
                slug: line.organization_slug,
                name: line.organization_name,
                guest_retention_days: count(line.guest_retention_days, "organizations.guest_retention_days")?,
            },
            person: line.person.map(Recipient::try_from).transpose()?,
            registration: line.own.map(Registration::try_from).transpose()?,
        })
    }
}

impl TryFrom<RecipientLine> for Recipient {
    type Error = Error;

    fn try_from(line: RecipientLine) -> Result<Self> {
        let address = |text: String| EmailAddress::parse(&text).map_err(|_| Error::Corrupt { column: "persons.email" });
        let reach = match (line.account_id, line.request_id) {
            (Some(_), _) => Reach::Account,
            (None, Some(request)) => Reach::Link(request.into()),
            (None, None) => Reach::None,
        };
        Ok(Self {
            person: line.person_id.into(),
            name: line.name,
            email: line.email.map(address).transpose()?,
            language: code(&line.language, "persons.language")?,
            reach,
            state: line.state.as_deref().map(|state| code(state, "registrations.state")).transpose()?,
        })
    }
}

//! Whom to write to: people in a role, each with the address and the language of their own.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;
use vliegwiel_domain::access::Role;
use vliegwiel_domain::ids::{NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::text::{EmailAddress, Language};

use crate::error::{Error, Result};
use crate::mapping::code;

/// Somebody to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub person_id: PersonId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: EmailAddress,
    /// The language of the mails.
    pub language: Language,
}

#[derive(Debug, FromQueryResult)]
struct Found {
    id: Uuid,
    name: String,
    email: String,
    language: String,
}

const IN_ROLE: &str = "
SELECT DISTINCT p.id, p.name, p.email, p.language
FROM grants g
JOIN persons p ON p.organization_id = g.organization_id AND p.id = g.person_id AND p.email IS NOT NULL
WHERE g.organization_id = $1 AND g.role = $2 AND ($3 IS NULL OR g.network_id = $3)
    AND g.ended_at IS NULL AND g.from_on <= $4 AND (g.until_on IS NULL OR g.until_on >= $4)
ORDER BY p.id";

/// People who hold a role on `today`, for a network where the role belongs to one; people without an address are left out. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn in_role(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    role: Role,
    network: Option<NetworkId>,
    today: NaiveDate,
) -> Result<Vec<Recipient>> {
    let network = network.map(vliegwiel_domain::ids::Id::uuid);
    let values = [organization.uuid().into(), <&str>::from(role).into(), network.into(), today.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), IN_ROLE, values);
    found(db, statement).await
}

#[derive(Debug, FromQueryResult)]
struct FoundInNetwork {
    network_id: Uuid,
    #[sea_orm(nested)]
    found: Found,
}

const IN_CORE_GROUPS: &str = "
SELECT DISTINCT g.network_id, p.id, p.name, p.email, p.language
FROM grants g
JOIN persons p ON p.organization_id = g.organization_id AND p.id = g.person_id AND p.email IS NOT NULL
WHERE g.organization_id = $1 AND g.role = 'core-group' AND g.network_id IS NOT NULL
    AND g.ended_at IS NULL AND g.from_on <= $2 AND (g.until_on IS NULL OR g.until_on >= $2)
ORDER BY g.network_id, p.id";

/// Who holds the role of the core group on `today`, for each network of the organisation; people without an address are left out. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn core_groups(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    today: NaiveDate,
) -> Result<BTreeMap<NetworkId, Vec<Recipient>>> {
    let values = [organization.uuid().into(), today.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), IN_CORE_GROUPS, values);
    let mut groups: BTreeMap<NetworkId, Vec<Recipient>> = BTreeMap::new();
    for line in FoundInNetwork::find_by_statement(statement).all(db).await? {
        groups.entry(line.network_id.into()).or_default().push(line.found.try_into()?);
    }
    Ok(groups)
}

/// The people that a statement of this crate finds, with `id`, `name`, `email` and `language`. One statement.
pub(crate) async fn found(db: &impl ConnectionTrait, statement: Statement) -> Result<Vec<Recipient>> {
    Found::find_by_statement(statement).all(db).await?.into_iter().map(Recipient::try_from).collect()
}

const IN_NETWORK: &str = "
SELECT p.id, p.name, p.email, p.language
FROM memberships m
JOIN persons p ON p.organization_id = m.organization_id AND p.id = m.person_id AND p.email IS NOT NULL
WHERE m.organization_id = $1 AND m.network_id = $2 AND m.state = $3
ORDER BY p.id";

/// The active members of a network; people without an address are left out. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn members(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Vec<Recipient>> {
    in_network(db, organization, network, MembershipState::Active).await
}

/// Those who wait for an answer to their request to join a network; people without an address are left out. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn requesters(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Vec<Recipient>> {
    in_network(db, organization, network, MembershipState::Requested).await
}

async fn in_network(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    state: MembershipState,
) -> Result<Vec<Recipient>> {
    let values = [organization.uuid().into(), network.uuid().into(), state.as_str().into()];
    found(db, Statement::from_sql_and_values(db.get_database_backend(), IN_NETWORK, values)).await
}

const PERSON: &str = "SELECT id, name, email, language FROM persons WHERE organization_id = $1 AND id = $2 AND email IS NOT NULL";

/// One person, if they have an address. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Option<Recipient>> {
    let values = [organization.uuid().into(), person.uuid().into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), PERSON, values);
    Found::find_by_statement(statement).one(db).await?.map(Recipient::try_from).transpose()
}

impl TryFrom<Found> for Recipient {
    type Error = Error;

    fn try_from(found: Found) -> Result<Self> {
        Ok(Self {
            person_id: found.id.into(),
            name: found.name,
            email: EmailAddress::parse(&found.email).map_err(|_| Error::Corrupt { column: "persons.email" })?,
            language: code(&found.language, "persons.language")?,
        })
    }
}

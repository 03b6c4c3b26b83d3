//! Who asks: everything that authorisation needs to know of a signed-in account in one organisation.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use uuid::Uuid;
use vliegwiel_domain::access::{Actor, Grant, Role, Standing};
use vliegwiel_domain::ids::{AccountId, OrganizationId, PersonId, SessionId};

use crate::error::Result;
use crate::mapping::code;

/// One fact about the caller; the facts of one person come as rows of one answer.
#[derive(Debug, FromQueryResult)]
struct Fact {
    organization_id: Uuid,
    account_id: Option<Uuid>,
    person_id: Option<Uuid>,
    affiliation: Option<String>,
    tie: Option<String>,
    network_id: Option<Uuid>,
    area_id: Option<Uuid>,
}

const FACTS: &str = "
WITH caller AS (
    SELECT o.id AS organization_id, a.id AS account_id, p.id AS person_id, f.kind AS affiliation
    FROM organizations o
    LEFT JOIN sessions s ON s.id = $2 AND s.ended_at IS NULL AND s.idle_until > $3 AND s.absolute_until > $3
    LEFT JOIN accounts a ON a.id = s.account_id AND a.state = 'active'
    LEFT JOIN persons p ON p.organization_id = o.id AND p.account_id = a.id
    LEFT JOIN affiliations f ON f.organization_id = o.id AND f.person_id = p.id AND f.state = 'active'
    WHERE o.slug = $1
)
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, g.role AS tie, g.network_id, CAST(NULL AS uuid) AS area_id
FROM caller c
LEFT JOIN grants g ON g.organization_id = c.organization_id AND g.person_id = c.person_id AND c.affiliation IS NOT NULL
    AND g.ended_at IS NULL AND g.from_on <= $4 AND (g.until_on IS NULL OR g.until_on >= $4)
UNION ALL
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, 'membership' AS tie, m.network_id, CAST(NULL AS uuid) AS area_id
FROM caller c
JOIN memberships m ON m.organization_id = c.organization_id AND m.person_id = c.person_id AND m.state = 'active'
WHERE c.affiliation IS NOT NULL
UNION ALL
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, g.role AS tie, g.network_id, a.id AS area_id
FROM caller c
JOIN grants g ON g.organization_id = c.organization_id AND g.person_id = c.person_id AND g.role = 'ambassador'
    AND g.ended_at IS NULL AND g.from_on <= $4 AND (g.until_on IS NULL OR g.until_on >= $4)
LEFT JOIN units u ON u.organization_id = g.organization_id AND u.id = g.unit_id
JOIN areas w ON w.id = COALESCE(g.area_id, u.area_id)
JOIN areas a ON a.id = w.id OR a.parent_id = w.id OR a.parent_id IN (SELECT b.id FROM areas b WHERE b.parent_id = w.id)
WHERE c.affiliation IS NOT NULL";

const FACTS_OF_PERSON: &str = "
WITH caller AS (
    SELECT p.organization_id, p.account_id, p.id AS person_id, f.kind AS affiliation
    FROM persons p
    LEFT JOIN affiliations f ON f.organization_id = p.organization_id AND f.person_id = p.id AND f.state = 'active'
    WHERE p.organization_id = $1 AND p.id = $2 AND p.account_id IS NOT NULL
)
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, g.role AS tie, g.network_id, CAST(NULL AS uuid) AS area_id
FROM caller c
LEFT JOIN grants g ON g.organization_id = c.organization_id AND g.person_id = c.person_id
    AND g.ended_at IS NULL AND g.from_on <= $3 AND (g.until_on IS NULL OR g.until_on >= $3)
UNION ALL
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, 'membership' AS tie, m.network_id, CAST(NULL AS uuid) AS area_id
FROM caller c
JOIN memberships m ON m.organization_id = c.organization_id AND m.person_id = c.person_id AND m.state = 'active'
UNION ALL
SELECT c.organization_id, c.account_id, c.person_id, c.affiliation, g.role AS tie, g.network_id, a.id AS area_id
FROM caller c
JOIN grants g ON g.organization_id = c.organization_id AND g.person_id = c.person_id AND g.role = 'ambassador'
    AND g.ended_at IS NULL AND g.from_on <= $3 AND (g.until_on IS NULL OR g.until_on >= $3)
LEFT JOIN units u ON u.organization_id = g.organization_id AND u.id = g.unit_id
JOIN areas w ON w.id = COALESCE(g.area_id, u.area_id)
JOIN areas a ON a.id = w.id OR a.parent_id = w.id OR a.parent_id IN (SELECT b.id FROM areas b WHERE b.parent_id = w.id)
WHERE c.affiliation IS NOT NULL";

/// The caller as this organisation knows them; `None` when the organisation does not exist.
///
/// An actor without an account means that the session is over or the account suspended: the caller decides what that means.
/// Roles and memberships count only for who has an affiliation. An ambassador works in the area of the grant, or of its unit, and in every area
/// inside it: a province has municipalities, a country has provinces. One statement, so that a role, a suspension and a sign-out hold from the next request on (security.md S09).
///
/// # Errors
/// When the database refuses.
pub async fn find(
    db: &impl ConnectionTrait,
    organization_slug: &str,
    session: Option<SessionId>,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Option<Actor>> {
    let session = session.map(vliegwiel_domain::ids::Id::uuid);
    let facts = Fact::find_by_statement(Statement::from_sql_and_values(
        backend(db),
        FACTS,
        [organization_slug.into(), session.into(), now.into(), today.into()],
    ))
    .all(db)
    .await?;
    actor_of(&facts)
}

/// Who a person with an account is to the organisation, without a session: for a demo only. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<Actor>> {
    let values = [organization.uuid().into(), person.uuid().into(), today.into()];
    let facts = Fact::find_by_statement(Statement::from_sql_and_values(backend(db), FACTS_OF_PERSON, values)).all(db).await?;
    actor_of(&facts)
}

fn actor_of(facts: &[Fact]) -> Result<Option<Actor>> {
    let Some(first) = facts.first() else {
        return Ok(None);
    };
    let mut actor = Actor::stranger(OrganizationId::new(first.organization_id), first.account_id.map(AccountId::new));
    actor.person = first.person_id.map(Into::into);
    actor.standing = match first.affiliation.as_deref() {
        None => Standing::None,
        Some("guest") => Standing::Guest,
        Some("member") => Standing::Member,
        Some(_) => Standing::Affiliated,
    };
    for fact in facts {
        match (fact.tie.as_deref(), fact.network_id) {
            (Some("membership"), Some(network)) => actor.memberships.push(network.into()),
            (Some(role), network) => {
                let role: Role = code(role, "grants.role")?;
                actor.grants.push(Grant { role, network: network.map(Into::into), area: fact.area_id.map(Into::into) });
            }
            (None, _) => {}
        }
    }
    Ok(Some(actor))
}

fn backend(db: &impl ConnectionTrait) -> DbBackend {
    db.get_database_backend()
}

//! What an account takes part in, over all organisations, and what waits for its owner there.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;
use vliegwiel_domain::access::{Grant, Role};
use vliegwiel_domain::affiliations::AffiliationKind;
use vliegwiel_domain::evaluations::VIEW_DAYS;
use vliegwiel_domain::ids::{AccountId, OrganizationId, PersonId};

use crate::error::{Error, Result};
use crate::mapping::code;

/// What someone is to one organisation.
#[derive(Debug, Clone)]
pub struct Participation {
    /// The organisation.
    pub organization_id: OrganizationId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The person there.
    pub person_id: PersonId,
    /// The name of that person.
    pub person_name: String,
    /// The affiliation that holds, if any.
    pub affiliation: Option<AffiliationKind>,
    /// Roles that hold today.
    pub grants: Vec<Grant>,
    /// Networks of which the person is an active member.
    pub memberships: u32,
}

/// What sort of thing waits; named like the operation that answers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
pub enum WaitingKind {
    /// A founding plan names the person in its core group.
    #[strum(serialize = "founding-plans.confirm")]
    ConfirmFoundingPlan,
    /// A founding plan came back to who drafts it.
    #[strum(serialize = "founding-plans.submit")]
    ResubmitFoundingPlan,
    /// A founding plan waits for the office to take it up.
    #[strum(serialize = "founding-plans.review")]
    ReviewFoundingPlan,
    /// A founding plan waits for the advice of the office.
    #[strum(serialize = "founding-plans.advise")]
    AdviseFoundingPlan,
    /// A founding plan waits for the decision of the board.
    #[strum(serialize = "founding-plans.decide")]
    DecideFoundingPlan,
    /// People ask to join a network whose core group the person is in.
    #[strum(serialize = "memberships.decide")]
    DecideMemberships,
    /// People say to be members of the organisation.
    #[strum(serialize = "affiliations.decide")]
    DecideAffiliations,
    /// An evaluation waits for the view of the core group.
    #[strum(serialize = "evaluations.view-as-core-group")]
    JudgeAsCoreGroup,
    /// An evaluation waits for the view of the office.
    #[strum(serialize = "evaluations.view-as-office")]
    JudgeAsOffice,
    /// An evaluation waits for the decision of the board.
    #[strum(serialize = "evaluations.decide")]
    DecideEvaluation,
}

impl WaitingKind {
    /// Stable code, such as `memberships.decide`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Something that waits for someone.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What sort of thing.
    pub kind: WaitingKind,
    /// Slug of the organisation.
    pub organization: String,
    /// The thing itself: a plan, a network, an organisation.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// How many wait there.
    pub count: u32,
}

#[derive(FromQueryResult)]
struct PlaceRow {
    organization_id: Uuid,
    slug: String,
    name: String,
    person_id: Uuid,
    person_name: String,
    affiliation: Option<String>,
    memberships: i64,
}

#[derive(FromQueryResult)]
struct GrantRow {
    organization_id: Uuid,
    role: String,
    network_id: Option<Uuid>,
}

#[derive(FromQueryResult)]
struct WaitingRow {
    kind: String,
    organization: String,
    id: Uuid,
    title: String,
    number: i64,
}

const PLACES: &str = "
SELECT o.id AS organization_id, o.slug, o.name, p.id AS person_id, p.name AS person_name, f.kind AS affiliation,
    (SELECT count(*) FROM memberships m WHERE m.organization_id = p.organization_id AND m.person_id = p.id AND m.state = 'active') AS memberships
FROM persons p
JOIN organizations o ON o.id = p.organization_id
LEFT JOIN affiliations f ON f.organization_id = p.organization_id AND f.person_id = p.id AND f.state = 'active'
WHERE p.account_id = $1
ORDER BY o.slug";

const GRANTS: &str = "
SELECT g.organization_id, g.role, g.network_id
FROM persons p
JOIN affiliations f ON f.organization_id = p.organization_id AND f.person_id = p.id AND f.state = 'active'
JOIN grants g ON g.organization_id = p.organization_id AND g.person_id = p.id
WHERE p.account_id = $1 AND g.ended_at IS NULL AND g.from_on <= $2 AND (g.until_on IS NULL OR g.until_on >= $2)
ORDER BY g.id";

/// The persons of the account, and the roles they hold today: every arm of the next statement begins from these.
const MINE: &str = "
WITH me AS (
    SELECT p.organization_id, p.id AS person_id, p.email, o.slug, o.name FROM persons p JOIN organizations o ON o.id = p.organization_id
    JOIN affiliations f ON f.organization_id = p.organization_id AND f.person_id = p.id AND f.state = 'active'
    WHERE p.account_id = $1
), held AS (
    SELECT me.organization_id, me.slug, me.name, g.role, g.network_id FROM me
    JOIN grants g ON g.organization_id = me.organization_id AND g.person_id = me.person_id
    WHERE g.ended_at IS NULL AND g.from_on <= $2 AND (g.until_on IS NULL OR g.until_on >= $2)
)";

/// One arm for each sort of thing that can wait: kind, organisation, id, title, number. A new sort is one more arm.
const ARMS: [&str; 6] = [
    // a named member confirms a plan that is being drafted
    "SELECT 'founding-plans.confirm' AS kind, me.slug AS organization, f.id AS id, f.name AS title, 1 AS number
     FROM me JOIN founding_plan_members c ON c.organization_id = me.organization_id AND c.state = 'named'
         AND (c.person_id = me.person_id OR (c.person_id IS NULL AND c.email = me.email))
     JOIN founding_plans f ON f.organization_id = c.organization_id AND f.id = c.founding_plan_id AND f.state IN ('draft', 'returned')",
    // who drafted a plan works on what the office returned
    "SELECT 'founding-plans.submit', me.slug, f.id, f.name, 1
     FROM me JOIN founding_plans f ON f.organization_id = me.organization_id AND f.drafted_by = me.person_id AND f.state = 'returned'",
    // office and board, but never the proposers themselves (four eyes)
    "SELECT CASE f.state WHEN 'submitted' THEN 'founding-plans.review' WHEN 'in-review' THEN 'founding-plans.advise'
         ELSE 'founding-plans.decide' END, held.slug, f.id, f.name, 1
     FROM held JOIN founding_plans f ON f.organization_id = held.organization_id
         AND ((held.role = 'office' AND f.state IN ('submitted', 'in-review')) OR (held.role = 'board' AND f.state = 'advised'))
     WHERE NOT EXISTS (SELECT 1 FROM me WHERE me.person_id = f.drafted_by) AND NOT EXISTS (SELECT 1 FROM founding_plan_members c JOIN me
         ON me.person_id = c.person_id OR (c.person_id IS NULL AND c.email = me.email)
         WHERE c.organization_id = f.organization_id AND c.founding_plan_id = f.id AND c.state <> 'declined')
         AND NOT EXISTS (SELECT 1 FROM founding_plan_proposers h JOIN me ON me.person_id = h.person_id
         WHERE h.organization_id = f.organization_id AND h.founding_plan_id = f.id)",
    // the core group decides who joins
    "SELECT 'memberships.decide', held.slug, n.id, n.name, count(*)
     FROM held JOIN networks n ON n.organization_id = held.organization_id AND n.id = held.network_id
     JOIN memberships m ON m.organization_id = n.organization_id AND m.network_id = n.id AND m.state = 'requested'
     WHERE held.role = 'core-group' GROUP BY held.slug, n.id, n.name",
    // the office checks who says to be a member
    "SELECT 'affiliations.decide', held.slug, held.organization_id, held.name, count(*)
     FROM (SELECT DISTINCT organization_id, slug, name FROM held WHERE role IN ('office', 'administrator')) held
     JOIN affiliations a ON a.organization_id = held.organization_id AND a.state = 'requested'
     GROUP BY held.slug, held.organization_id, held.name",
    // each body gives its view of an evaluation, then the board decides, at the latest after thirty days; who sits in the core group
    // judges it for no other body (four eyes)
    "SELECT CASE held.role WHEN 'core-group' THEN 'evaluations.view-as-core-group' WHEN 'office' THEN 'evaluations.view-as-office'
         ELSE 'evaluations.decide' END, held.slug, e.id, n.name, 1
     FROM held JOIN evaluations e ON e.organization_id = held.organization_id AND e.state = 'open'
         AND ((held.role = 'core-group' AND held.network_id = e.network_id AND e.core_group_view IS NULL)
             OR (held.role = 'office' AND e.office_view IS NULL)
             OR (held.role = 'board' AND (e.opened_at <= $3 OR (e.core_group_view IS NOT NULL AND e.office_view IS NOT NULL))))
     JOIN networks n ON n.organization_id = e.organization_id AND n.id = e.network_id
     WHERE held.role = 'core-group' OR NOT EXISTS (SELECT 1 FROM held seat
         WHERE seat.organization_id = e.organization_id AND seat.network_id = e.network_id AND seat.role = 'core-group')",
];

/// What the account takes part in, by organisation. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn participations(db: &impl ConnectionTrait, account: AccountId, today: NaiveDate) -> Result<Vec<Participation>> {
    let places = PlaceRow::find_by_statement(statement(db, PLACES, [account.uuid().into()])).all(db).await?;
    let grants = GrantRow::find_by_statement(statement(db, GRANTS, [account.uuid().into(), today.into()])).all(db).await?;
    places.into_iter().map(|place| participation(place, &grants)).collect()
}

fn participation(place: PlaceRow, grants: &[GrantRow]) -> Result<Participation> {
    let grant = |row: &GrantRow| {
        let role: Role = code(&row.role, "grants.role")?;
        Ok(Grant { role, network: row.network_id.map(Into::into), area: None })
    };
    let own = grants.iter().filter(|row| row.organization_id == place.organization_id);
    Ok(Participation {
        organization_id: place.organization_id.into(),
        slug: place.slug,
        name: place.name,
        person_id: place.person_id.into(),
        person_name: place.person_name,
        affiliation: place.affiliation.as_deref().map(|kind| code(kind, "affiliations.kind")).transpose()?,
        grants: own.map(grant).collect::<Result<Vec<Grant>>>()?,
        memberships: counted(place.memberships, "memberships")?,
    })
}

/// What waits for the owner of the account, in all organisations. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, account: AccountId, today: NaiveDate, now: DateTime<Utc>) -> Result<Vec<Waiting>> {
    let sql = format!("{MINE}\n{}\nORDER BY 2, 1, 4, 3", ARMS.join("\nUNION ALL\n"));
    let no_more_views = now - TimeDelta::days(VIEW_DAYS);
    let values = [account.uuid().into(), today.into(), no_more_views.into()];
    let rows = WaitingRow::find_by_statement(statement(db, &sql, values)).all(db).await?;
    let waiting = |row: WaitingRow| {
        let kind = code(&row.kind, "waiting.kind")?;
        Ok(Waiting { kind, organization: row.organization, id: row.id, title: row.title, count: counted(row.number, "waiting.number")? })
    };
    rows.into_iter().map(waiting).collect()
}

/// An organisation that the account takes part in: the first by slug. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn first_organization(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<OrganizationId>> {
    let place = PlaceRow::find_by_statement(statement(db, &format!("{PLACES} LIMIT 1"), [account.uuid().into()])).one(db).await?;
    Ok(place.map(|place| place.organization_id.into()))
}

fn statement<const N: usize>(db: &impl ConnectionTrait, sql: &str, values: [Value; N]) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

fn counted(number: i64, column: &'static str) -> Result<u32> {
    u32::try_from(number).map_err(|_| Error::Corrupt { column })
}

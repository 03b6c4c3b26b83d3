//! Plans in lists, and the queue of the office.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, QueryResult, Statement};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::founding_plans::{FoundingPlan, PlanMemberState, PlanState};
use vliegwiel_domain::ids::{FoundingPlanId, Id, NetworkId};

use crate::error::{Error, Result};
use crate::mapping::code;
use crate::rows::founding_plans as row;

/// Most plans and networks in the queue.
const QUEUE_MAX: i64 = 500;

/// A choice by what a plan is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Begun by the reader, or naming the reader.
    Mine,
}

/// Which plans of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// In this state only.
    pub state: Option<PlanState>,
    /// Those with this tie to the reader only.
    pub among: Option<Among>,
    /// Changed before this moment and id.
    pub after: Option<(DateTime<Utc>, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// A plan in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The plan.
    pub plan: FoundingPlan,
    /// People named who did not decline.
    pub named: u32,
    /// People who stand behind the plan as it is.
    pub confirmed: u32,
    /// What the reader answered, where the reader is named.
    pub own_answer: Option<PlanMemberState>,
}

/// A network that was approved and waits for its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The network.
    pub network_id: NetworkId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The plan it came from.
    pub founding_plan_id: Option<FoundingPlanId>,
    /// Since when it waits.
    pub since: DateTime<Utc>,
}

struct Found {
    plan: row::Model,
    named: i64,
    confirmed: i64,
    own_answer: Option<String>,
}

impl FromQueryResult for Found {
    fn from_query_result(result: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        Ok(Self {
            plan: row::Model::from_query_result(result, prefix)?,
            named: result.try_get(prefix, "named")?,
            confirmed: result.try_get(prefix, "confirmed")?,
            own_answer: result.try_get(prefix, "own_answer")?,
        })
    }
}

/// Plans with their counts; the reader `$2` is found by person or, before an answer, by address.
macro_rules! plans {
    ($rest:literal) => {
        concat!(
            "
SELECT f.*, own.state AS own_answer,
    (SELECT COUNT(*) FROM founding_plan_members m
     WHERE m.organization_id = f.organization_id AND m.founding_plan_id = f.id AND m.state <> 'declined') AS named,
    (SELECT COUNT(*) FROM founding_plan_members m
     WHERE m.organization_id = f.organization_id AND m.founding_plan_id = f.id AND m.state = 'confirmed') AS confirmed
FROM founding_plans f
LEFT JOIN persons me ON me.organization_id = f.organization_id AND me.id = $2
LEFT JOIN founding_plan_members own ON own.organization_id = f.organization_id AND own.founding_plan_id = f.id
    AND (own.person_id = me.id OR (own.person_id IS NULL AND own.email = me.email))
WHERE f.organization_id = $1 AND ",
            $rest
        )
    };
}

const LIST: &str = plans!(
    "(($3 AND f.submitted_at IS NOT NULL) OR f.drafted_by = $2 OR own.state <> 'declined')
    AND ($4 IS NULL OR f.state = $4)
    AND ($5 IS NULL OR f.changed_at < $5 OR (f.changed_at = $5 AND f.id < $6))
ORDER BY f.changed_at DESC, f.id DESC LIMIT $7"
);

/// Plans by last change, the newest first: those the reader has a part in, and for office and board all that were handed in. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Listed>> {
    let (changed, id) = filter.after.unzip();
    let values = [
        visible.organization().uuid().into(),
        visible.person().map(Id::uuid).into(),
        (visible.includes_everything() && filter.among.is_none()).into(),
        filter.state.map(PlanState::as_str).into(),
        changed.into(),
        id.into(),
        i64::try_from(filter.most).unwrap_or(i64::MAX).into(),
    ];
    listed(db, Statement::from_sql_and_values(db.get_database_backend(), LIST, values)).await
}

const QUEUE: &str = plans!(
    "$3 AND f.state IN ('submitted', 'in-review', 'returned', 'advised')
ORDER BY f.submitted_at, f.id LIMIT $4"
);

/// Plans that were submitted and not decided, in order of first submission, for office and board; at most 500. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn queue(db: &impl ConnectionTrait, visible: &Visible) -> Result<Vec<Listed>> {
    let values = [
        visible.organization().uuid().into(),
        visible.person().map(Id::uuid).into(),
        visible.includes_everything().into(),
        QUEUE_MAX.into(),
    ];
    listed(db, Statement::from_sql_and_values(db.get_database_backend(), QUEUE, values)).await
}

async fn listed(db: &impl ConnectionTrait, statement: Statement) -> Result<Vec<Listed>> {
    let mut found = Found::find_by_statement(statement).all(db).await?;
    // someone named under two addresses finds the plan twice
    found.dedup_by_key(|found| found.plan.id);
    found.into_iter().map(Listed::try_from).collect()
}

#[derive(Debug, FromQueryResult)]
struct FoundNetwork {
    id: Uuid,
    slug: String,
    name: String,
    founding_plan_id: Option<Uuid>,
    created_at: DateTime<Utc>,
}

const WAITING: &str = "
SELECT n.id, n.slug, n.name, n.founding_plan_id, n.created_at
FROM networks n
WHERE n.organization_id = $1 AND $2 AND n.state = 'proposed'
ORDER BY n.created_at, n.id LIMIT $3";

/// Networks that were approved and wait for a start, in order of decision, for office and board; at most 500. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_networks(db: &impl ConnectionTrait, visible: &Visible) -> Result<Vec<Waiting>> {
    let values = [visible.organization().uuid().into(), visible.includes_everything().into(), QUEUE_MAX.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), WAITING, values);
    let waiting = |found: FoundNetwork| Waiting {
        network_id: found.id.into(),
        slug: found.slug,
        name: found.name,
        founding_plan_id: found.founding_plan_id.map(Into::into),
        since: found.created_at,
    };
    Ok(FoundNetwork::find_by_statement(statement).all(db).await?.into_iter().map(waiting).collect())
}

impl TryFrom<Found> for Listed {
    type Error = Error;

    fn try_from(found: Found) -> Result<Self> {
        let own_answer = found.own_answer.as_deref();
        Ok(Self {
            plan: FoundingPlan::try_from(found.plan)?,
            named: u32::try_from(found.named).unwrap_or(u32::MAX),
            confirmed: u32::try_from(found.confirmed).unwrap_or(u32::MAX),
            own_answer: own_answer.map(|state| code(state, "founding_plan_members.state")).transpose()?,
        })
    }
}

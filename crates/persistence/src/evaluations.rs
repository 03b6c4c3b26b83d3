//! Evaluations of networks.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, IntoCondition};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Statement,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visibility, Visible};
use vliegwiel_domain::evaluations::{Evaluation, EvaluationDecision, EvaluationState, FrozenNumbers, View};
use vliegwiel_domain::ids::{EvaluationId, Id, NetworkId, OrganizationId};
use vliegwiel_domain::meetings::Counts;
use vliegwiel_domain::networks::Network;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{evaluations as row, networks};

/// Which evaluations.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// In this state only.
    pub state: Option<EvaluationState>,
    /// Opened before the one with this id; ids rise with time.
    pub after: Option<Uuid>,
    /// At most so many.
    pub most: u64,
}

/// An evaluation with the network it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The evaluation.
    pub evaluation: Evaluation,
    /// The network as it is now.
    pub network: Network,
}

/// Where an evaluation of this network stands: between its core group, the office and the board.
#[must_use]
pub fn place_of(network: &Network) -> Place {
    Place {
        organization: network.organization_id,
        network: Some(network.id),
        area: None,
        visibility: Visibility::CoreGroup,
        participants: Vec::new(),
    }
}

/// One evaluation with its network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, evaluation: EvaluationId) -> Result<Option<Listed>> {
    let this = Condition::all().add(row::Column::OrganizationId.eq(organization.uuid())).add(row::Column::Id.eq(evaluation.uuid()));
    Ok(read(db, this, 1).await?.pop())
}

/// Evaluations, the last opened first: of every network for office and board, else of those the person answers for. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Listed>> {
    let own = || row::Column::NetworkId.is_in(visible.answers_for().iter().map(|network| network.uuid()));
    let chosen = Condition::all()
        .add(row::Column::OrganizationId.eq(visible.organization().uuid()))
        .add_option((!visible.includes_everything()).then(own))
        .add_option(filter.network.map(|network| row::Column::NetworkId.eq(network.uuid())))
        .add_option(filter.state.map(|state| row::Column::State.eq(state.as_str())))
        .add_option(filter.after.map(|after| row::Column::Id.lt(after)));
    read(db, chosen, filter.most).await
}

/// The open evaluation of a network. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn open_of(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Option<Evaluation>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::NetworkId.eq(network.uuid()))
        .filter(row::Column::State.eq(EvaluationState::Open.as_str()))
        .one(db)
        .await?
        .map(Evaluation::try_from)
        .transpose()
}

async fn read(db: &impl ConnectionTrait, these: Condition, most: u64) -> Result<Vec<Listed>> {
    let found = row::Entity::find()
        .join(JoinType::InnerJoin, network())
        .select_also(networks::Entity)
        .filter(these)
        .order_by_desc(row::Column::Id)
        .limit(most)
        .all(db)
        .await?;
    let listed = |(evaluation, network): (row::Model, Option<networks::Model>)| {
        let network = network.ok_or(Error::Corrupt { column: "evaluations.network_id" })?;
        Ok(Listed { evaluation: Evaluation::try_from(evaluation)?, network: Network::try_from(network)? })
    };
    found.into_iter().map(listed).collect()
}

fn network() -> RelationDef {
    let relation: RelationDef = row::Entity::belongs_to(networks::Entity).from(row::Column::NetworkId).to(networks::Column::Id).into();
    relation.on_condition(|evaluation, network| {
        Expr::col((network, networks::Column::OrganizationId)).equals((evaluation, row::Column::OrganizationId)).into_condition()
    })
}

/// Store a new evaluation. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when one is open for the network.
pub async fn insert(db: &impl ConnectionTrait, evaluation: &Evaluation) -> Result<()> {
    row::Entity::insert(row::Model::try_from(evaluation)?.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed evaluation if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, evaluation: &Evaluation) -> Result<bool> {
    let changed = row::Model::try_from(evaluation)?.into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(evaluation.organization_id.uuid()))
        .filter(row::Column::Id.eq(evaluation.id.uuid()))
        .filter(row::Column::Version.eq(signed(evaluation.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// What the meetings and the seats of a network add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sums {
    /// Meetings held.
    pub meetings_held: u32,
    /// Their counts together.
    pub counts: Counts,
    /// Open positions without a regular holder.
    pub vacancies: u32,
}

#[derive(Debug, FromQueryResult)]
struct Added {
    meetings_held: i64,
    registered: i64,
    attended: i64,
    walk_ins: i64,
    vacancies: i64,
}

const SUMS: &str = "
SELECT COUNT(*) AS meetings_held, CAST(COALESCE(SUM(e.registered), 0) AS bigint) AS registered,
    CAST(COALESCE(SUM(e.attended), 0) AS bigint) AS attended, CAST(COALESCE(SUM(e.walk_ins), 0) AS bigint) AS walk_ins,
    (SELECT COUNT(*) FROM positions p
     WHERE p.organization_id = $1 AND p.network_id = $2 AND p.closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM appointments a
            WHERE a.organization_id = p.organization_id AND a.position_id = p.id AND a.capacity = 'regular'
                AND a.ended_at IS NULL AND a.from_on <= $3 AND (a.until_on IS NULL OR a.until_on >= $3))) AS vacancies
FROM meetings e WHERE e.organization_id = $1 AND e.network_id = $2 AND e.state = 'held'";

/// The sums of a network on `today`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn sums(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId, today: NaiveDate) -> Result<Sums> {
    let values = [organization.uuid().into(), network.uuid().into(), today.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), SUMS, values);
    let added = Added::find_by_statement(statement).one(db).await?.ok_or(Error::Corrupt { column: "meetings.state" })?;
    let number = |sum: i64| u32::try_from(sum).unwrap_or(u32::MAX);
    Ok(Sums {
        meetings_held: number(added.meetings_held),
        counts: Counts {
            registered: number(added.registered),
            attended: number(added.attended),
            walk_ins: number(added.walk_ins),
            ..Counts::default()
        },
        vacancies: number(added.vacancies),
    })
}

impl TryFrom<row::Model> for Evaluation {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let numbers: FrozenNumbers =
            serde_json::from_value(row.numbers.clone()).map_err(|_| Error::Corrupt { column: "evaluations.numbers" })?;
        Ok(Self {
            decision: decision(&row)?,
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            numbers,
            core_group_view: view(row.core_group_view, row.core_group_view_by, row.core_group_view_at),
            office_view: view(row.office_view, row.office_view_by, row.office_view_at),
            opened_at: row.opened_at,
            version: count(row.version, "evaluations.version")?,
        })
    }
}

fn view(text: Option<String>, by: Option<Uuid>, at: Option<chrono::DateTime<chrono::Utc>>) -> Option<View> {
    Some(View { text: text?, by: by?.into(), at: at? })
}

fn decision(row: &row::Model) -> Result<Option<EvaluationDecision>> {
    let told: (Option<&String>, Option<&String>, Option<Uuid>, Option<NaiveDate>) =
        (row.decision.as_ref(), row.decision_reason.as_ref(), row.decided_by, row.decided_on);
    let (Some(outcome), Some(reason), Some(by), Some(on)) = told else {
        return Ok(None);
    };
    Ok(Some(EvaluationDecision { outcome: code(outcome, "evaluations.decision")?, reason: reason.clone(), by: by.into(), on }))
}

impl TryFrom<&Evaluation> for row::Model {
    type Error = Error;

    fn try_from(evaluation: &Evaluation) -> Result<Self> {
        let (core_group, office, decision) = (&evaluation.core_group_view, &evaluation.office_view, &evaluation.decision);
        Ok(Self {
            id: evaluation.id.uuid(),
            organization_id: evaluation.organization_id.uuid(),
            network_id: evaluation.network_id.uuid(),
            state: evaluation.state().as_str().to_owned(),
            numbers: serde_json::to_value(evaluation.numbers).map_err(|_| Error::Corrupt { column: "evaluations.numbers" })?,
            core_group_view: core_group.as_ref().map(|view| view.text.clone()),
            core_group_view_by: core_group.as_ref().map(|view| Id::uuid(view.by)),
            core_group_view_at: core_group.as_ref().map(|view| view.at),
            office_view: office.as_ref().map(|view| view.text.clone()),
            office_view_by: office.as_ref().map(|view| Id::uuid(view.by)),
            office_view_at: office.as_ref().map(|view| view.at),
            decision: decision.as_ref().map(|decision| decision.outcome.as_str().to_owned()),
            decision_reason: decision.as_ref().map(|decision| decision.reason.clone()),
            decided_by: decision.as_ref().map(|decision| Id::uuid(decision.by)),
            decided_on: decision.as_ref().map(|decision| decision.on),
            opened_at: evaluation.opened_at,
            version: signed(evaluation.version),
        })
    }
}

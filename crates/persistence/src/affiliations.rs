//! Affiliations: what persons are to the organisation.

use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::{Place, Visible};
use vliegwiel_domain::affiliations::{Affiliation, AffiliationKind, AffiliationState};
use vliegwiel_domain::ids::{AffiliationId, Id, OrganizationId, PersonId};
use vliegwiel_domain::persons::Person;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{affiliations as row, persons};

/// Which affiliations of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// In this state only.
    pub state: Option<AffiliationState>,
    /// Of this kind only.
    pub kind: Option<AffiliationKind>,
    /// After this id; ids rise with time.
    pub after: Option<Uuid>,
    /// At most so many.
    pub most: u64,
}

/// An affiliation with the person it is about.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The affiliation.
    pub affiliation: Affiliation,
    /// Whose.
    pub person: Person,
}

/// Where this affiliation stands: known to the person, the office, the board and administrators.
#[must_use]
pub fn place_of(affiliation: &Affiliation) -> Place {
    Place::person(affiliation.organization_id, affiliation.person_id)
}

/// One affiliation of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, affiliation: AffiliationId) -> Result<Option<Affiliation>> {
    let found = of(organization).filter(row::Column::Id.eq(affiliation.uuid())).one(db).await?;
    found.map(Affiliation::try_from).transpose()
}

/// One affiliation, held until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, organization: OrganizationId, affiliation: AffiliationId) -> Result<Option<Affiliation>> {
    let found = of(organization).filter(row::Column::Id.eq(affiliation.uuid())).lock_exclusive().one(db).await?;
    found.map(Affiliation::try_from).transpose()
}

/// All affiliations of a person, the oldest first. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Vec<Affiliation>> {
    of(organization)
        .filter(row::Column::PersonId.eq(person.uuid()))
        .order_by_asc(row::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(Affiliation::try_from)
        .collect()
}

/// Affiliations in order of time, of the organisation of `visible`; who may list them is decided by the use case. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Listed>> {
    let chosen = Condition::all()
        .add_option(filter.state.map(|state| row::Column::State.eq(state.as_str())))
        .add_option(filter.kind.map(|kind| row::Column::Kind.eq(kind.as_str())))
        .add_option(filter.after.map(|after| row::Column::Id.gt(after)));
    let select = of(visible.organization())
        .join(JoinType::InnerJoin, person())
        .select_also(persons::Entity)
        .filter(chosen)
        .order_by_asc(row::Column::Id)
        .limit(filter.most);
    let listed = |(affiliation, person): (row::Model, Option<persons::Model>)| {
        let person = person.ok_or(Error::Corrupt { column: "affiliations.person_id" })?;
        Ok(Listed { affiliation: Affiliation::try_from(affiliation)?, person: Person::try_from(person)? })
    };
    select.all(db).await?.into_iter().map(listed).collect()
}

/// Store a new affiliation. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when another one is active for the person.
pub async fn insert(db: &impl ConnectionTrait, affiliation: &Affiliation) -> Result<()> {
    row::Entity::insert(row::Model::from(affiliation).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed affiliation if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// [`Error::Duplicate`] when another one is active for the person.
pub async fn replace(db: &impl ConnectionTrait, affiliation: &Affiliation) -> Result<bool> {
    let changed = row::Model::from(affiliation).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(affiliation.organization_id.uuid()))
        .filter(row::Column::Id.eq(affiliation.id.uuid()))
        .filter(row::Column::Version.eq(signed(affiliation.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn of(organization: OrganizationId) -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid()))
}

fn person() -> RelationDef {
    let relation: RelationDef = row::Entity::belongs_to(persons::Entity).from(row::Column::PersonId).to(persons::Column::Id).into();
    relation.on_condition(|affiliation, person| {
        Expr::col((person, persons::Column::OrganizationId)).equals((affiliation, row::Column::OrganizationId)).into_condition()
    })
}

impl TryFrom<row::Model> for Affiliation {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            person_id: row.person_id.into(),
            kind: code(&row.kind, "affiliations.kind")?,
            state: code(&row.state, "affiliations.state")?,
            source: code(&row.source, "affiliations.source")?,
            started_on: row.started_on,
            ended_on: row.ended_on,
            reason: row.reason,
            decided_by: row.decided_by.map(Into::into),
            version: count(row.version, "affiliations.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Affiliation> for row::Model {
    fn from(affiliation: &Affiliation) -> Self {
        Self {
            id: affiliation.id.uuid(),
            organization_id: affiliation.organization_id.uuid(),
            person_id: affiliation.person_id.uuid(),
            kind: affiliation.kind.as_str().to_owned(),
            legal_basis: affiliation.kind.legal_basis().as_str().to_owned(),
            state: affiliation.state.as_str().to_owned(),
            source: affiliation.source.as_str().to_owned(),
            started_on: affiliation.started_on,
            ended_on: affiliation.ended_on,
            reason: affiliation.reason.clone(),
            decided_by: affiliation.decided_by.map(Id::uuid),
            version: signed(affiliation.version),
            created_at: affiliation.created_at,
        }
    }
}

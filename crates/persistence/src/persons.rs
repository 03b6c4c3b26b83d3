//! Persons: one organisation's record of a human.

use chrono::NaiveDate;
use sea_orm::sea_query::{Cond, Expr, Func, IntoCondition};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::affiliations::{AffiliationKind, AffiliationState};
use vliegwiel_domain::ids::{AccountId, Id, NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::persons::{Person, PersonProfile, Postcode};
use vliegwiel_domain::text::EmailAddress;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{affiliations, memberships, networks, persons as row};

/// Which persons of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// With an active affiliation of this kind only.
    pub affiliation: Option<AffiliationKind>,
    /// With these words in the name or the address, in any case.
    pub words: Option<String>,
    /// After this name and id.
    pub after: Option<(String, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// A person with what they are to the organisation now.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The person.
    pub person: Person,
    /// The affiliation that holds, if any.
    pub affiliation: Option<AffiliationKind>,
}

/// One person of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Option<Person>> {
    let found = of(organization).filter(row::Column::Id.eq(person.uuid())).one(db).await?;
    found.map(Person::try_from).transpose()
}

/// One person, held until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Option<Person>> {
    let found = of(organization).filter(row::Column::Id.eq(person.uuid())).lock_exclusive().one(db).await?;
    found.map(Person::try_from).transpose()
}

/// The person with this address. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_email(db: &impl ConnectionTrait, organization: OrganizationId, email: &EmailAddress) -> Result<Option<Person>> {
    let found = of(organization).filter(row::Column::Email.eq(email.as_str())).one(db).await?;
    found.map(Person::try_from).transpose()
}

/// The person whose login this is. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_account(db: &impl ConnectionTrait, organization: OrganizationId, account: AccountId) -> Result<Option<Person>> {
    let found = of(organization).filter(row::Column::AccountId.eq(account.uuid())).one(db).await?;
    found.map(Person::try_from).transpose()
}

/// Persons by name, of the organisation of `visible`; who may list persons is decided by the use case. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Listed>> {
    let select = of(visible.organization())
        .join(JoinType::LeftJoin, in_force())
        .select_also(affiliations::Entity)
        .filter(chosen(filter))
        .order_by_asc(row::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(filter.most);
    let listed = |(person, affiliation): (row::Model, Option<affiliations::Model>)| {
        let kind = affiliation.map(|held| code(&held.kind, "affiliations.kind")).transpose()?;
        Ok(Listed { person: Person::try_from(person)?, affiliation: kind })
    };
    select.all(db).await?.into_iter().map(listed).collect()
}

/// A network that a person is in or asked to join.
#[derive(Debug, Clone)]
pub struct Joined {
    /// The network.
    pub network: NetworkId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where the membership is in its life.
    pub state: MembershipState,
}

/// The networks that a person is in or asked to join, by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn joined(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Vec<Joined>> {
    let states = [MembershipState::Requested.as_str(), MembershipState::Active.as_str()];
    let network = memberships::Entity::belongs_to(networks::Entity).from(memberships::Column::NetworkId).to(networks::Column::Id);
    let rows: Vec<(Uuid, String, String, String)> = memberships::Entity::find()
        .join(JoinType::InnerJoin, network.into())
        .filter(memberships::Column::OrganizationId.eq(organization.uuid()))
        .filter(memberships::Column::PersonId.eq(person.uuid()))
        .filter(memberships::Column::State.is_in(states))
        .order_by_asc(networks::Column::Name)
        .select_only()
        .column(networks::Column::Id)
        .column(networks::Column::Slug)
        .column(networks::Column::Name)
        .column(memberships::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let joined = |(network, slug, name, state): (Uuid, String, String, String)| {
        Ok(Joined { network: network.into(), slug, name, state: code(&state, "memberships.state")? })
    };
    rows.into_iter().map(joined).collect()
}

/// Guests of any organisation whose records were kept long enough, with nothing that still refers to them; at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn expired(db: &impl ConnectionTrait, today: NaiveDate, most: u64) -> Result<Vec<Person>> {
    let found = row::Entity::find().filter(row::Column::ExpiresOn.lt(today)).order_by_asc(row::Column::Id).limit(most).all(db).await?;
    found.into_iter().map(Person::try_from).collect()
}

/// Store a new person. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when the address or the account belongs to another person of the organisation.
pub async fn insert(db: &impl ConnectionTrait, person: &Person) -> Result<()> {
    row::Entity::insert(row::Model::from(person).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed person if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// [`Error::Duplicate`] when the address or the account belongs to another person of the organisation.
pub async fn replace(db: &impl ConnectionTrait, person: &Person) -> Result<bool> {
    let changed = row::Model::from(person).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(person.organization_id.uuid()))
        .filter(row::Column::Id.eq(person.id.uuid()))
        .filter(row::Column::Version.eq(signed(person.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn of(organization: OrganizationId) -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid()))
}

/// The one affiliation of a person that holds now.
fn in_force() -> RelationDef {
    let relation: RelationDef =
        row::Entity::belongs_to(affiliations::Entity).from(row::Column::Id).to(affiliations::Column::PersonId).into();
    relation.on_condition(|person, affiliation| {
        Expr::col((affiliation.clone(), affiliations::Column::State))
            .eq(AffiliationState::Active.as_str())
            .and(Expr::col((affiliation, affiliations::Column::OrganizationId)).equals((person, row::Column::OrganizationId)))
            .into_condition()
    })
}

fn chosen(filter: &Filter) -> Condition {
    let later = |name: &String, id: Uuid| {
        Condition::any().add(row::Column::Name.gt(name)).add(Condition::all().add(row::Column::Name.eq(name)).add(row::Column::Id.gt(id)))
    };
    Condition::all()
        .add_option(filter.affiliation.map(|kind| affiliations::Column::Kind.eq(kind.as_str())))
        .add_option(filter.words.as_deref().map(holds))
        .add_option(filter.after.as_ref().map(|(name, id)| later(name, *id)))
}

fn holds(words: &str) -> Cond {
    let pattern = crate::search::contains(words);
    let lower = |column: row::Column| Expr::expr(Func::lower(Expr::col((row::Entity, column))));
    Cond::any().add(lower(row::Column::Name).like(pattern.clone())).add(lower(row::Column::Email).like(pattern))
}

impl TryFrom<row::Model> for Person {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let address = |text: String| EmailAddress::parse(&text).map_err(|_| Error::Corrupt { column: "persons.email" });
        let postcode = |text: String| Postcode::parse(&text).map_err(|_| Error::Corrupt { column: "persons.postcode" });
        let year = |year: i32| u16::try_from(year).map_err(|_| Error::Corrupt { column: "persons.birth_year" });
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            account_id: row.account_id.map(Into::into),
            profile: PersonProfile {
                name: row.name,
                email: row.email.map(address).transpose()?,
                postcode: row.postcode.map(postcode).transpose()?,
                birth_year: row.birth_year.map(year).transpose()?,
                language: code(&row.language, "persons.language")?,
            },
            has_public_role: row.has_public_role,
            expires_on: row.expires_on,
            version: count(row.version, "persons.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Person> for row::Model {
    fn from(person: &Person) -> Self {
        let PersonProfile { name, email, postcode, birth_year, language } = &person.profile;
        Self {
            id: person.id.uuid(),
            organization_id: person.organization_id.uuid(),
            account_id: person.account_id.map(Id::uuid),
            name: name.clone(),
            email: email.as_ref().map(|email| email.as_str().to_owned()),
            postcode: postcode.as_ref().map(|postcode| postcode.as_str().to_owned()),
            birth_year: birth_year.map(i32::from),
            language: language.as_str().to_owned(),
            has_public_role: person.has_public_role,
            expires_on: person.expires_on,
            version: signed(person.version),
            created_at: person.created_at,
        }
    }
}

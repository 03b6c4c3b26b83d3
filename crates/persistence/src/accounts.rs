//! Accounts, with the one column that nobody else may see: the hash of the password.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use vliegwiel_domain::accounts::{Account, AccountState};
use vliegwiel_domain::ids::AccountId;
use vliegwiel_domain::text::EmailAddress;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{account_tokens, accounts as row, persons};

/// An account with what its password is checked against.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The account.
    pub account: Account,
    /// PHC string; absent until a password is chosen.
    pub password_hash: Option<String>,
}

/// The account with this id. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Credentials>> {
    row::Entity::find_by_id(account.uuid()).one(db).await?.map(Credentials::try_from).transpose()
}

/// The account with this id, held until the transaction ends, so that its password does not change meanwhile. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Credentials>> {
    row::Entity::find_by_id(account.uuid()).lock_exclusive().one(db).await?.map(Credentials::try_from).transpose()
}

/// The account that signs in with this address. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_email(db: &impl ConnectionTrait, email: &EmailAddress) -> Result<Option<Credentials>> {
    let found = row::Entity::find().filter(row::Column::Email.eq(email.as_str())).one(db).await?;
    found.map(Credentials::try_from).transpose()
}

/// Store a new account, with or without a password. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when the address has an account.
pub async fn insert(db: &impl ConnectionTrait, account: &Account, password_hash: Option<&str>) -> Result<()> {
    let mut new = row::Model::from(account).into_active_model();
    new.password_hash = Set(password_hash.map(str::to_owned));
    row::Entity::insert(new).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed account if its version was one less; `password_hash` replaces the kept one when it is given. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, account: &Account, password_hash: Option<&str>) -> Result<bool> {
    let mut changed = row::Model::from(account).into_active_model().reset_all();
    match password_hash {
        Some(hash) => changed.password_hash = Set(Some(hash.to_owned())),
        None => changed.not_set(row::Column::PasswordHash),
    }
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::Id.eq(account.id.uuid()))
        .filter(row::Column::Version.eq(signed(account.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Replace the hash of the same password by a stronger one; the version stays. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn rehash(db: &impl ConnectionTrait, account: AccountId, before: &str, after: &str) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { password_hash: Set(Some(after.to_owned())), ..Default::default() })
        .filter(row::Column::Id.eq(account.uuid()))
        .filter(row::Column::PasswordHash.eq(before))
        .exec(db)
        .await?;
    Ok(())
}

/// Another hash for all accounts of the demo. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn rehash_demo(db: &impl ConnectionTrait, hash: &str) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { password_hash: Set(Some(hash.to_owned())), ..Default::default() })
        .filter(row::Column::IsDemo.eq(true))
        .exec(db)
        .await?;
    Ok(())
}

/// Forget accounts that nobody confirmed, made before `before`, of which no link is left and no person is tied. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn purge_unconfirmed(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let with_link = Query::select().column(account_tokens::Column::AccountId).from(account_tokens::Entity).to_owned();
    let with_person = Query::select()
        .column(persons::Column::AccountId)
        .from(persons::Entity)
        .and_where(persons::Column::AccountId.is_not_null())
        .to_owned();
    let done = row::Entity::delete_many()
        .filter(row::Column::State.eq(AccountState::Unconfirmed.as_str()))
        .filter(row::Column::CreatedAt.lt(before))
        .filter(row::Column::Id.not_in_subquery(with_link))
        .filter(row::Column::Id.not_in_subquery(with_person))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

impl TryFrom<row::Model> for Credentials {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let email = EmailAddress::parse(&row.email).map_err(|_| Error::Corrupt { column: "accounts.email" })?;
        let account = Account {
            id: row.id.into(),
            email,
            state: code(&row.state, "accounts.state")?,
            language: code(&row.language, "accounts.language")?,
            is_demo: row.is_demo,
            confirmed_at: row.confirmed_at,
            password_changed_at: row.password_changed_at,
            version: count(row.version, "accounts.version")?,
            created_at: row.created_at,
        };
        Ok(Self { account, password_hash: row.password_hash })
    }
}

impl From<&Account> for row::Model {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.uuid(),
            email: account.email.as_str().to_owned(),
            password_hash: None,
            state: account.state.as_str().to_owned(),
            language: account.language.as_str().to_owned(),
            is_demo: account.is_demo,
            confirmed_at: account.confirmed_at,
            password_changed_at: account.password_changed_at,
            version: signed(account.version),
            created_at: account.created_at,
        }
    }
}

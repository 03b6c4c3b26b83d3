//! Sessions: one row for each signed-in device.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vliegwiel_domain::accounts::AccountState;
use vliegwiel_domain::ids::{AccountId, SessionId};
use vliegwiel_domain::sessions::{Session, SessionEnd};

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::{accounts, sessions as row};

/// Most sessions in the list of an account. Our choice.
const LIST_MAX: u64 = 100;

/// One session, locked until the transaction ends. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, session: SessionId) -> Result<Option<Session>> {
    let found = row::Entity::find_by_id(session.uuid()).lock_exclusive().one(db).await?;
    found.map(Session::try_from).transpose()
}

/// Whose living session this is, if the account is open. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn holder(db: &impl ConnectionTrait, session: SessionId, now: DateTime<Utc>) -> Result<Option<AccountId>> {
    let account = row::Entity::belongs_to(accounts::Entity).from(row::Column::AccountId).to(accounts::Column::Id);
    let found: Option<Uuid> = row::Entity::find_by_id(session.uuid())
        .join(JoinType::InnerJoin, account.into())
        .filter(accounts::Column::State.eq(AccountState::Active.as_str()))
        .filter(row::Column::EndedAt.is_null())
        .filter(row::Column::IdleUntil.gt(now))
        .filter(row::Column::AbsoluteUntil.gt(now))
        .select_only()
        .column(row::Column::AccountId)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(Into::into))
}

/// The living sessions of an account, the newest first; at most 100. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn alive(db: &impl ConnectionTrait, account: AccountId, now: DateTime<Utc>) -> Result<Vec<Session>> {
    row::Entity::find()
        .filter(row::Column::AccountId.eq(account.uuid()))
        .filter(row::Column::EndedAt.is_null())
        .filter(row::Column::IdleUntil.gt(now))
        .filter(row::Column::AbsoluteUntil.gt(now))
        .order_by_desc(row::Column::CreatedAt)
        .limit(LIST_MAX)
        .all(db)
        .await?
        .into_iter()
        .map(Session::try_from)
        .collect()
}

/// Store a new session. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert(db: &impl ConnectionTrait, session: &Session) -> Result<()> {
    row::Entity::insert(row::Model::from(session).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed session; the caller holds its lock. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, session: &Session) -> Result<()> {
    let changed = row::Model::from(session).into_active_model().reset_all();
    row::Entity::update_many().set(changed).filter(row::Column::Id.eq(session.id.uuid())).exec(db).await?;
    Ok(())
}

/// End every session of an account. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn end_all(db: &impl ConnectionTrait, account: AccountId, why: SessionEnd, now: DateTime<Utc>) -> Result<u64> {
    let ended = row::ActiveModel { ended_at: Set(Some(now)), end_reason: Set(Some(why.as_str().to_owned())), ..Default::default() };
    let done = row::Entity::update_many()
        .set(ended)
        .filter(row::Column::AccountId.eq(account.uuid()))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Forget sessions that were over before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let over = Condition::any()
        .add(row::Column::EndedAt.lt(before))
        .add(row::Column::IdleUntil.lt(before))
        .add(row::Column::AbsoluteUntil.lt(before));
    Ok(row::Entity::delete_many().filter(over).exec(db).await?.rows_affected)
}

impl TryFrom<row::Model> for Session {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let why = row.end_reason.as_deref().map(|reason| code(reason, "sessions.end_reason")).transpose()?;
        Ok(Self {
            id: row.id.into(),
            account_id: row.account_id.into(),
            client: code(&row.client, "sessions.client")?,
            device: row.device,
            generation: count(row.generation, "sessions.generation")?,
            rotated_at: row.rotated_at,
            last_used_at: row.last_used_at,
            idle_until: row.idle_until,
            absolute_until: row.absolute_until,
            ended: row.ended_at.zip(why),
            created_at: row.created_at,
        })
    }
}

impl From<&Session> for row::Model {
    fn from(session: &Session) -> Self {
        Self {
            id: session.id.uuid(),
            account_id: session.account_id.uuid(),
            client: session.client.as_str().to_owned(),
            device: session.device.clone(),
            generation: signed(session.generation),
            rotated_at: session.rotated_at,
            last_used_at: session.last_used_at,
            idle_until: session.idle_until,
            absolute_until: session.absolute_until,
            ended_at: session.ended.map(|(at, _)| at),
            end_reason: session.ended.map(|(_, why)| why.as_str().to_owned()),
            created_at: session.created_at,
        }
    }
}

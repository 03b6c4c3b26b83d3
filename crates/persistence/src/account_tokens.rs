//! What mailed links stand for. A row holds the hash of the token only.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::Value;
use uuid::Uuid;
use vliegwiel_domain::accounts::TokenPurpose;
use vliegwiel_domain::ids::{AccountId, AffiliationId, Id, OrganizationId};

use crate::error::{Error, Result};
use crate::mapping::code;
use crate::rows::account_tokens as row;

/// What a mailed link stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Its id, from which the token follows.
    pub id: Uuid,
    /// Whose link it is.
    pub account_id: AccountId,
    /// What it is for.
    pub purpose: TokenPurpose,
    /// The organisation that it concerns.
    pub organization_id: Option<OrganizationId>,
    /// The affiliation that it accepts.
    pub affiliation_id: Option<AffiliationId>,
    /// What is kept until it is followed.
    pub details: Option<Value>,
    /// When it stops working.
    pub expires_at: DateTime<Utc>,
    /// When it was followed.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Store a link. One statement.
///
/// # Errors
/// [`Error::DanglingReference`] for an account or organisation that does not exist.
pub async fn insert(db: &impl ConnectionTrait, token: &Token, token_hash: &str) -> Result<()> {
    let row = row::Model {
        id: token.id,
        account_id: token.account_id.uuid(),
        purpose: token.purpose.as_str().to_owned(),
        token_hash: token_hash.to_owned(),
        organization_id: token.organization_id.map(Id::uuid),
        affiliation_id: token.affiliation_id.map(Id::uuid),
        details: token.details.clone(),
        expires_at: token.expires_at,
        used_at: token.used_at,
        created_at: token.created_at,
    };
    row::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The link with this hash. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_hash(db: &impl ConnectionTrait, token_hash: &str) -> Result<Option<Token>> {
    row::Entity::find().filter(row::Column::TokenHash.eq(token_hash)).one(db).await?.map(Token::try_from).transpose()
}

/// Follow a link: from now on it works no more, and what it kept is erased. One statement.
///
/// Returns whether nobody was faster.
///
/// # Errors
/// When the database refuses.
pub async fn follow(db: &impl ConnectionTrait, token: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let done = row::Entity::update_many()
        .set(row::ActiveModel { used_at: Set(Some(now)), details: Set(None), ..Default::default() })
        .filter(row::Column::Id.eq(token))
        .filter(row::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forget the links of an account that were not followed, for one purpose. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn discard(db: &impl ConnectionTrait, account: AccountId, purpose: TokenPurpose) -> Result<()> {
    row::Entity::delete_many()
        .filter(row::Column::AccountId.eq(account.uuid()))
        .filter(row::Column::Purpose.eq(purpose.as_str()))
        .filter(row::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Forget the links that would accept an affiliation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn discard_invitations(db: &impl ConnectionTrait, organization: OrganizationId, affiliation: AffiliationId) -> Result<()> {
    row::Entity::delete_many()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::AffiliationId.eq(affiliation.uuid()))
        .filter(row::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Forget links that stopped working before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(row::Entity::delete_many().filter(row::Column::ExpiresAt.lt(before)).exec(db).await?.rows_affected)
}

impl TryFrom<row::Model> for Token {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id,
            account_id: row.account_id.into(),
            purpose: code(&row.purpose, "account_tokens.purpose")?,
            organization_id: row.organization_id.map(Into::into),
            affiliation_id: row.affiliation_id.map(Into::into),
            details: row.details,
            expires_at: row.expires_at,
            used_at: row.used_at,
            created_at: row.created_at,
        })
    }
}

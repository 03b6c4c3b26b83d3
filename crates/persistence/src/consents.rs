//! Consents: append-only, one row for each time that consent was given.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use vliegwiel_domain::ids::{Id, OrganizationId, PersonId};
use vliegwiel_domain::persons::{Consent, ConsentPurpose};

use crate::error::{Error, Result};
use crate::mapping::code;
use crate::rows::consents as row;

/// Most rows of the history of one person. Our choice.
const HISTORY_MAX: u64 = 200;

/// All that a person agreed to and took back, the newest first; at most 200. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn history(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Vec<Consent>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::PersonId.eq(person.uuid()))
        .order_by_desc(row::Column::GivenAt)
        .order_by_desc(row::Column::Id)
        .limit(HISTORY_MAX)
        .all(db)
        .await?
        .into_iter()
        .map(Consent::try_from)
        .collect()
}

/// Store that consent was given. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when consent for this purpose is in force.
pub async fn insert(db: &impl ConnectionTrait, organization: OrganizationId, consent: &Consent) -> Result<()> {
    let row = row::Model {
        id: consent.id.uuid(),
        organization_id: organization.uuid(),
        person_id: consent.person_id.uuid(),
        purpose: consent.purpose.as_str().to_owned(),
        text_version: consent.text_version.clone(),
        language: consent.language.as_str().to_owned(),
        channel: consent.channel.as_str().to_owned(),
        given_by: consent.given_by.map(Id::uuid),
        given_at: consent.given_at,
        withdrawn_at: consent.withdrawn_at,
    };
    row::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Close the consent for this purpose that is in force. One statement.
///
/// Returns whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    purpose: ConsentPurpose,
    now: DateTime<Utc>,
) -> Result<bool> {
    let done = row::Entity::update_many()
        .set(row::ActiveModel { withdrawn_at: Set(Some(now)), ..Default::default() })
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::PersonId.eq(person.uuid()))
        .filter(row::Column::Purpose.eq(purpose.as_str()))
        .filter(row::Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

impl TryFrom<row::Model> for Consent {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            person_id: row.person_id.into(),
            purpose: code(&row.purpose, "consents.purpose")?,
            text_version: row.text_version,
            language: code(&row.language, "consents.language")?,
            channel: code(&row.channel, "consents.channel")?,
            given_by: row.given_by.map(Into::into),
            given_at: row.given_at,
            withdrawn_at: row.withdrawn_at,
        })
    }
}

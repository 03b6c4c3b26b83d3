//! Guests who have yet to follow the link in the mail.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Cond, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use vliegwiel_domain::ids::{Id, OrganizationId};
use vliegwiel_domain::registrations::{GuestRequest, NewGuestRequest};
use vliegwiel_domain::text::EmailAddress;

use crate::error::{Error, Result};
use crate::mapping::code;
use crate::rows::{guest_requests as row, meetings};

/// Store a request; of its token only the hash. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert_request(db: &impl ConnectionTrait, request: &GuestRequest, consent_text: &str, token_hash: &str) -> Result<()> {
    let row = row::Model {
        id: request.id.uuid(),
        organization_id: request.organization_id.uuid(),
        meeting_id: request.meeting_id.uuid(),
        name: request.guest.name.clone(),
        email: request.guest.email.as_str().to_owned(),
        needs: request.guest.needs.clone(),
        language: request.guest.language.as_str().to_owned(),
        consent_text: consent_text.to_owned(),
        token_hash: token_hash.to_owned(),
        registration_id: request.registration_id.map(Id::uuid),
        expires_at: request.expires_at,
        used_at: request.used_at,
        created_at: request.created_at,
    };
    row::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The request that a token stands for, with the version of the text that the guest agreed to. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn find_request(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    token_hash: &str,
) -> Result<Option<(GuestRequest, String)>> {
    let found = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::TokenHash.eq(token_hash))
        .one(db)
        .await?;
    found.map(|row| Ok((request_of(&row)?, row.consent_text))).transpose()
}

/// Keep which registration a request became, once; what the guest needs is on the registration from here. One statement.
///
/// Returns whether it was not used before.
///
/// # Errors
/// When the database refuses.
pub async fn use_request(db: &impl ConnectionTrait, request: &GuestRequest) -> Result<bool> {
    let changed = row::ActiveModel {
        registration_id: Set(request.registration_id.map(Id::uuid)),
        used_at: Set(request.used_at),
        needs: Set(String::new()),
        ..Default::default()
    };
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(request.organization_id.uuid()))
        .filter(row::Column::Id.eq(request.id.uuid()))
        .filter(row::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forget requests whose link no longer does anything: not used in time, or for a meeting that is over. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge_requests(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
    let over = Query::select().column(meetings::Column::Id).from(meetings::Entity).and_where(meetings::Column::EndsAt.lt(now)).to_owned();
    let unused = Cond::all().add(row::Column::UsedAt.is_null()).add(row::Column::ExpiresAt.lte(now));
    let done = row::Entity::delete_many().filter(Cond::any().add(unused).add(row::Column::MeetingId.in_subquery(over))).exec(db).await?;
    Ok(done.rows_affected)
}

fn request_of(row: &row::Model) -> Result<GuestRequest> {
    Ok(GuestRequest {
        id: row.id.into(),
        organization_id: row.organization_id.into(),
        meeting_id: row.meeting_id.into(),
        guest: NewGuestRequest {
            name: row.name.clone(),
            email: EmailAddress::parse(&row.email).map_err(|_| Error::Corrupt { column: "guest_requests.email" })?,
            needs: row.needs.clone(),
            language: code(&row.language, "guest_requests.language")?,
        },
        registration_id: row.registration_id.map(Into::into),
        expires_at: row.expires_at,
        used_at: row.used_at,
        created_at: row.created_at,
    })
}

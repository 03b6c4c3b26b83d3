//! Mails of a demo.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::error::Result;
use crate::rows::mailbox as row;
pub use crate::rows::mailbox::Model as KeptMail;

/// Keep a mail, once. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert(db: &impl ConnectionTrait, mail: KeptMail) -> Result<()> {
    row::Entity::insert(mail.into_active_model()).on_conflict_do_nothing_on([row::Column::Id]).exec_without_returning(db).await?;
    Ok(())
}

/// The newest mails, of one recipient or of all. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn newest(db: &impl ConnectionTrait, recipient: Option<&str>, most: u64) -> Result<Vec<KeptMail>> {
    let mut select = row::Entity::find().order_by_desc(row::Column::SentAt).order_by_desc(row::Column::Id).limit(most);
    if let Some(recipient) = recipient {
        select = select.filter(row::Column::Recipient.eq(recipient));
    }
    Ok(select.all(db).await?)
}

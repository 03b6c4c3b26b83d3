//! Organisations: the tenants.

use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use vliegwiel_domain::ids::OrganizationId;
use vliegwiel_domain::organizations::{Colour, Organization, Rules, Settings, Theme};

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::organizations as row;

/// All organisations by name: at most `most` after the slug `after`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, after: Option<&str>, most: u64) -> Result<Vec<Organization>> {
    let mut select = row::Entity::find().order_by_asc(row::Column::Slug).limit(most);
    if let Some(after) = after {
        select = select.filter(row::Column::Slug.gt(after));
    }
    select.all(db).await?.into_iter().map(Organization::try_from).collect()
}

/// The organisation with this slug. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Organization>> {
    row::Entity::find().filter(row::Column::Slug.eq(slug)).one(db).await?.map(Organization::try_from).transpose()
}

/// The organisation with this id. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Option<Organization>> {
    row::Entity::find_by_id(id.uuid()).one(db).await?.map(Organization::try_from).transpose()
}

/// Hold the organisation until the transaction ends, so that who its administrators are changes one after the other. One statement.
///
/// Rows that refer to it are stored meanwhile: who holds a network and writes there waits for nobody here. Whoever needs both takes this first.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Option<Organization>> {
    row::Entity::find_by_id(id.uuid()).lock(LockType::NoKeyUpdate).one(db).await?.map(Organization::try_from).transpose()
}

/// Store a new organisation. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken.
pub async fn insert(db: &impl ConnectionTrait, organization: &Organization) -> Result<()> {
    row::Entity::insert(row::Model::from(organization).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed organisation if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, organization: &Organization) -> Result<bool> {
    let mut changed = row::Model::from(organization).into_active_model().reset_all();
    changed.id = Set(organization.id.uuid());
    let before = signed(organization.version.saturating_sub(1));
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::Id.eq(organization.id.uuid()))
        .filter(row::Column::Version.eq(before))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

impl TryFrom<row::Model> for Organization {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let colour = |text: &str, column| Colour::parse(text).map_err(|_| Error::Corrupt { column });
        Ok(Self {
            id: row.id.into(),
            slug: row.slug,
            kind: code(&row.kind, "organizations.kind")?,
            settings: Settings {
                name: row.name,
                description: row.description,
                time_zone: code(&row.time_zone, "organizations.time_zone")?,
                language: code(&row.language, "organizations.language")?,
                theme: Theme {
                    brand: colour(&row.brand, "organizations.brand")?,
                    accent: colour(&row.accent, "organizations.accent")?,
                    radius: u8::try_from(row.radius).map_err(|_| Error::Corrupt { column: "organizations.radius" })?,
                    logo_url: row.logo_url,
                },
                rules: Rules {
                    core_group_min: count(row.core_group_min, "organizations.core_group_min")?,
                    start_capacity: count(row.start_capacity, "organizations.start_capacity")?,
                    goal_members_default: count(row.goal_members_default, "organizations.goal_members_default")?,
                    dormant_after_days: count(row.dormant_after_days, "organizations.dormant_after_days")?,
                    guest_retention_days: count(row.guest_retention_days, "organizations.guest_retention_days")?,
                },
            },
            version: count(row.version, "organizations.version")?,
            created_at: row.created_at,
        })
    }
}

impl From<&Organization> for row::Model {
    fn from(organization: &Organization) -> Self {
        let Settings { name, description, time_zone, language, theme, rules } = &organization.settings;
        Self {
            id: organization.id.uuid(),
            slug: organization.slug.clone(),
            name: name.clone(),
            kind: organization.kind.as_str().to_owned(),
            description: description.clone(),
            time_zone: time_zone.name().to_owned(),
            language: language.as_str().to_owned(),
            brand: theme.brand.as_str().to_owned(),
            accent: theme.accent.as_str().to_owned(),
            radius: i32::from(theme.radius),
            logo_url: theme.logo_url.clone(),
            core_group_min: signed(rules.core_group_min),
            start_capacity: signed(rules.start_capacity),
            goal_members_default: signed(rules.goal_members_default),
            dormant_after_days: signed(rules.dormant_after_days),
            guest_retention_days: signed(rules.guest_retention_days),
            version: signed(organization.version),
            created_at: organization.created_at,
        }
    }
}

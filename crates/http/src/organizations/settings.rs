//! What an organisation changes about itself, on the wire.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;
use vliegwiel_application::Error;
use vliegwiel_domain::organizations::{Colour, Rules, Settings, Theme};

use super::Language;
use crate::input::patch;

/// What changes about an organisation. What is left out stays; `null` clears.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganizationChange {
    /// Its name.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    /// What it is, in plain text. Empty lines separate paragraphs.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 4000))]
    #[schema(max_length = 4000, nullable = false)]
    description: Option<String>,
    /// Language of what it mails to people who chose none.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    language: Option<Language>,
    /// How it looks.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(nested)]
    #[schema(nullable = false)]
    theme: Option<ThemeChange>,
    /// What it decides for all its networks.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(nested)]
    #[schema(nullable = false)]
    rules: Option<RulesChange>,
}

/// What changes about the looks.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
pub struct ThemeChange {
    /// Main colour.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(max_length = 7, pattern = "^#[0-9a-fA-F]{6}$", example = "#6b2a7a", nullable = false)]
    brand: Option<String>,
    /// Second colour.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(max_length = 7, pattern = "^#[0-9a-fA-F]{6}$", example = "#e9a23b", nullable = false)]
    accent: Option<String>,
    /// Rounding of corners, in pixels.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(max = 24))]
    #[schema(maximum = 24, nullable = false)]
    radius: Option<u8>,
    /// Path of the logo on this server.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(max_length = 200, value_type = Option<String>)]
    logo_url: Option<Option<String>>,
}

/// What changes about the rules for networks.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesChange {
    /// Smallest core group, in persons.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 100))]
    #[schema(minimum = 1, maximum = 100, nullable = false)]
    core_group_min: Option<u32>,
    /// How many networks may be in `pilot` at once.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(max = 1000))]
    #[schema(maximum = 1000, nullable = false)]
    start_capacity: Option<u32>,
    /// Members a new network wants.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, nullable = false)]
    goal_members_default: Option<u32>,
    /// Days below the smallest core group after which a network is dormant.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 1000))]
    #[schema(minimum = 1, maximum = 1000, nullable = false)]
    dormant_after_days: Option<u32>,
    /// Days after a meeting that a guest's data is kept.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 365))]
    #[schema(minimum = 1, maximum = 365, nullable = false)]
    guest_retention_days: Option<u32>,
}

impl OrganizationChange {
    /// The settings with these changes.
    pub(super) fn applied_to(self, settings: Settings) -> Result<Settings, Error> {
        let Self { name, description, language, theme, rules } = self;
        let Settings {
            name: old_name,
            description: old_description,
            time_zone,
            language: old_language,
            theme: old_theme,
            rules: old_rules,
        } = settings;
        Ok(Settings {
            name: name.unwrap_or(old_name),
            description: description.unwrap_or(old_description),
            time_zone,
            language: language.map_or(old_language, Into::into),
            theme: match theme {
                Some(change) => change.applied_to(old_theme)?,
                None => old_theme,
            },
            rules: match rules {
                Some(change) => change.applied_to(&old_rules),
                None => old_rules,
            },
        })
    }
}

impl ThemeChange {
    fn applied_to(self, theme: Theme) -> Result<Theme, Error> {
        let Self { brand, accent, radius, logo_url } = self;
        Ok(Theme {
            brand: colour("/theme/brand", brand, theme.brand)?,
            accent: colour("/theme/accent", accent, theme.accent)?,
            radius: radius.unwrap_or(theme.radius),
            logo_url: logo_url.unwrap_or(theme.logo_url),
        })
    }
}

fn colour(pointer: &str, text: Option<String>, old: Colour) -> Result<Colour, Error> {
    let Some(text) = text else { return Ok(old) };
    Colour::parse(&text).map_err(|error| Error::flaw(pointer, "invalid-colour", &error.to_string()))
}

impl RulesChange {
    fn applied_to(self, rules: &Rules) -> Rules {
        let Self { core_group_min, start_capacity, goal_members_default, dormant_after_days, guest_retention_days } = self;
        Rules {
            core_group_min: core_group_min.unwrap_or(rules.core_group_min),
            start_capacity: start_capacity.unwrap_or(rules.start_capacity),
            goal_members_default: goal_members_default.unwrap_or(rules.goal_members_default),
            dormant_after_days: dormant_after_days.unwrap_or(rules.dormant_after_days),
            guest_retention_days: guest_retention_days.unwrap_or(rules.guest_retention_days),
        }
    }
}

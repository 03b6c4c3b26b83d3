//! Organisations: the tenants. Each is one controller under the GDPR.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::OrganizationId;
use crate::text::{FieldError, Language, line_of, prose_of, slug};

/// Longest name of an organisation, in characters. Our choice.
pub const NAME_MAX: usize = 120;
/// Longest description, in characters. Our choice.
pub const DESCRIPTION_MAX: usize = 4_000;
/// Shortest slug, in characters. Our choice.
pub const SLUG_MIN: usize = 2;
/// Longest slug, in characters. Our choice.
pub const SLUG_MAX: usize = 60;

/// Slugs that collide with a path of the server or of the web app. Source: api.md; the paths of the web app are our choice.
pub const RESERVED_SLUGS: [&str; 32] = [
    "account",
    "accounts",
    "admin",
    "api",
    "areas",
    "assets",
    "confirm",
    "dev",
    "docs",
    "embed",
    "feeds",
    "health",
    "help",
    "icons",
    "invite",
    "locales",
    "login",
    "manifest",
    "maps",
    "me",
    "metrics",
    "mine",
    "new",
    "privacy",
    "problems",
    "register",
    "reset",
    "sessions",
    "sign-in",
    "static",
    "stijlgids",
    "well-known",
];

/// What sort of organisation runs its networks here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum OrganizationKind {
    /// A political party.
    Party,
    /// An umbrella with member organisations.
    Umbrella,
    /// A civic network.
    Civic,
}

impl OrganizationKind {
    /// Stable code: `party`, `umbrella` or `civic`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A colour as `#rrggbb` in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Colour(String);

impl Colour {
    /// Parse `#rrggbb`.
    ///
    /// # Errors
    /// [`OrganizationError::InvalidColour`].
    pub fn parse(text: &str) -> Result<Self, OrganizationError> {
        let hex = text.strip_prefix('#').ok_or(OrganizationError::InvalidColour)?;
        if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(OrganizationError::InvalidColour);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// The colour as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How the organisation looks. The web app derives readable tints from it, so any colour will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Main colour.
    pub brand: Colour,
    /// Second colour.
    pub accent: Colour,
    /// Rounding of corners, 0 to [`Theme::RADIUS_MAX`] pixels.
    pub radius: u8,
    /// Address of the logo on this server, a path that begins with one `/`.
    pub logo_url: Option<String>,
}

impl Theme {
    /// Largest rounding, in pixels. Our choice.
    pub const RADIUS_MAX: u8 = 24;

    /// The theme of an organisation that chose none: heather plum and amber, the colours of no Dutch party.
    #[must_use]
    pub fn plain() -> Self {
        Self { brand: Colour("#6b2a7a".to_owned()), accent: Colour("#e9a23b".to_owned()), radius: 12, logo_url: None }
    }

    fn check(&self) -> Result<(), OrganizationError> {
        if self.radius > Self::RADIUS_MAX {
            return Err(OrganizationError::InvalidRadius);
        }
        // a page loads nothing from elsewhere: a logo of another host would tell that host who visits a political network
        let own = |url: &String| url.starts_with('/') && !url.starts_with("//") && !url.contains("..") && !url.contains('\\');
        if self.logo_url.as_ref().is_some_and(|url| !own(url) || url.len() > 200 || url.chars().any(char::is_whitespace)) {
            return Err(OrganizationError::InvalidLogo);
        }
        Ok(())
    }
}

/// What an organisation decides for all its networks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Smallest core group, in persons. Source of the default of 4: `ChristenUnie`, "een kerngroep van minstens vier leden".
    pub core_group_min: u32,
    /// How many networks may be in `pilot` at once. Source of the default of 5: `ChristenUnie`, "daarom beginnen we met vijf netwerken".
    pub start_capacity: u32,
    /// Members a new network wants. Source of the default of 50: `ChristenUnie`, "na een jaar minstens 50 leden".
    pub goal_members_default: u32,
    /// Days below the minimum core group after which a network is dormant. Our choice: 60.
    pub dormant_after_days: u32,
    /// Days after a meeting that a guest's data is kept. Our choice: 30.
    pub guest_retention_days: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self { core_group_min: 4, start_capacity: 5, goal_members_default: 50, dormant_after_days: 60, guest_retention_days: 30 }
    }
}

impl Rules {
    fn check(&self) -> Result<(), OrganizationError> {
        let bounds = [
            ("core_group_min", self.core_group_min, 1, 100),
            ("start_capacity", self.start_capacity, 0, 1_000),
            ("goal_members_default", self.goal_members_default, 1, 1_000_000),
            ("dormant_after_days", self.dormant_after_days, 1, 1_000),
            ("guest_retention_days", self.guest_retention_days, 1, 365),
        ];
        let broken = bounds.into_iter().find(|(_, value, min, max)| !(min..=max).contains(&value));
        broken.map_or(Ok(()), |(field, _, min, max)| Err(OrganizationError::OutOfRange { field, min, max }))
    }
}

/// All that an organisation can change about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// What it is, 0 to [`DESCRIPTION_MAX`] characters.
    pub description: String,
    /// Time zone in which its days begin.
    pub time_zone: Tz,
    /// Language of what it mails to people who chose none.
    pub language: Language,
    /// How it looks.
    pub theme: Theme,
    /// What it decides for all its networks.
    pub rules: Rules,
}

impl Settings {
    /// The settings with clean texts, when all are within bounds.
    ///
    /// # Errors
    /// [`OrganizationError::Field`], [`OrganizationError::InvalidRadius`], [`OrganizationError::InvalidLogo`] or
    /// [`OrganizationError::OutOfRange`].
    pub fn checked(self) -> Result<Self, OrganizationError> {
        self.theme.check()?;
        self.rules.check()?;
        Ok(Self {
            name: line_of("name", &self.name, NAME_MAX)?,
            description: prose_of("description", &self.description, DESCRIPTION_MAX)?,
            ..self
        })
    }
}

/// A tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name in addresses; never changes.
    pub slug: String,
    /// What sort of organisation it is.
    pub kind: OrganizationKind,
    /// What it can change about itself.
    pub settings: Settings,
    /// Rises by one with every change.
    pub version: u32,
    /// When it came.
    pub created_at: DateTime<Utc>,
}

impl Organization {
    /// A new organisation.
    ///
    /// # Errors
    /// [`OrganizationError::InvalidSlug`], [`OrganizationError::ReservedSlug`], or what [`Settings::checked`] refuses.
    pub fn found(
        id: OrganizationId,
        slug: &str,
        kind: OrganizationKind,
        settings: Settings,
        now: DateTime<Utc>,
    ) -> Result<Self, OrganizationError> {
        Ok(Self { id, slug: checked_slug(slug)?, kind, settings: settings.checked()?, version: 1, created_at: now })
    }

    /// The organisation with other settings.
    ///
    /// # Errors
    /// What [`Settings::checked`] refuses.
    pub fn configure(self, settings: Settings) -> Result<Self, OrganizationError> {
        Ok(Self { settings: settings.checked()?, version: self.version.saturating_add(1), ..self })
    }

    /// The day it is for this organisation.
    #[must_use]
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.settings.time_zone).date_naive()
    }
}

/// A slug that an organisation may have: [`SLUG_MIN`] to [`SLUG_MAX`] of `a-z`, `0-9` and single hyphens, and not reserved.
///
/// # Errors
/// [`OrganizationError::InvalidSlug`] or [`OrganizationError::ReservedSlug`].
pub fn checked_slug(text: &str) -> Result<String, OrganizationError> {
    if text.len() < SLUG_MIN || text.len() > SLUG_MAX || slug(text) != text {
        return Err(OrganizationError::InvalidSlug);
    }
    if RESERVED_SLUGS.contains(&text) {
        return Err(OrganizationError::ReservedSlug);
    }
    Ok(text.to_owned())
}

/// What can be wrong with an organisation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OrganizationError {
    /// Not a slug.
    #[error("a slug has 2 to 60 lower case letters, digits and single hyphens")]
    InvalidSlug,
    /// The slug is a path of the product.
    #[error("this slug is taken by the product itself")]
    ReservedSlug,
    /// Not `#rrggbb`.
    #[error("a colour is written as # and six hexadecimal digits")]
    InvalidColour,
    /// More rounding than [`Theme::RADIUS_MAX`].
    #[error("the rounding is 0 to 24 pixels")]
    InvalidRadius,
    /// Not a path on this server.
    #[error("the logo is a path on this server")]
    InvalidLogo,
    /// A number outside its bounds.
    #[error("{field} is {min} to {max}")]
    OutOfRange {
        /// Name of the field.
        field: &'static str,
        /// Smallest value.
        min: u32,
        /// Largest value.
        max: u32,
    },
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl OrganizationError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidSlug => "organizations/invalid-slug",
            Self::ReservedSlug => "organizations/reserved-slug",
            Self::InvalidColour => "organizations/invalid-colour",
            Self::InvalidRadius => "organizations/invalid-radius",
            Self::InvalidLogo => "organizations/invalid-logo",
            Self::OutOfRange { .. } => "organizations/out-of-range",
            Self::Field(_) => "organizations/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use uuid::Uuid;

    use super::*;

    fn settings() -> Settings {
        Settings {
            name: "Netwerkpartij".to_owned(),
            description: String::new(),
            time_zone: Tz::Europe__Amsterdam,
            language: Language::Nl,
            theme: Theme::plain(),
            rules: Rules::default(),
        }
    }

    #[test]
    fn the_day_begins_at_midnight_of_the_organisation() {
        let now = Utc.with_ymd_and_hms(2026, 6, 30, 22, 30, 0).unwrap();
        let organization =
            Organization::found(Uuid::from_u128(1).into(), "netwerkpartij", OrganizationKind::Party, settings(), now).unwrap();

        assert_eq!(organization.today(now), NaiveDate::from_ymd_opt(2026, 7, 1).unwrap());
    }

    #[test]
    fn a_slug_is_readable_and_no_path_of_the_product() {
        assert_eq!(checked_slug("vrouwenraad"), Ok("vrouwenraad".to_owned()));
        for text in ["", "a", "Drenthe", "a--b", "-a", "a b", "é-é"] {
            assert_eq!(checked_slug(text), Err(OrganizationError::InvalidSlug), "{text:?}");
        }
        for text in RESERVED_SLUGS {
            assert_eq!(checked_slug(text), Err(OrganizationError::ReservedSlug), "{text:?}");
        }
    }

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        assert_eq!(Colour::parse("#AABBCC").map(|c| c.as_str().to_owned()), Ok("#aabbcc".to_owned()));
        for text in ["aabbcc", "#abc", "#aabbcg", "#aabbcc;}", "red"] {
            assert_eq!(Colour::parse(text), Err(OrganizationError::InvalidColour), "{text:?}");
        }
    }

    #[test]
    fn a_logo_comes_from_this_server() {
        for logo in ["https://elders.example/logo.svg", "//elders.example/logo.svg", "/../x", "/\\elders.example"] {
            let theme = Theme { logo_url: Some(logo.to_owned()), ..Theme::plain() };

            assert_eq!(Settings { theme, ..settings() }.checked(), Err(OrganizationError::InvalidLogo), "{logo}");
        }
    }

    #[test]
    fn a_rule_outside_its_bounds_is_named() {
        let rules = Rules { core_group_min: 0, ..Rules::default() };

        let refused = Settings { rules, ..settings() }.checked();

        assert_eq!(refused, Err(OrganizationError::OutOfRange { field: "core_group_min", min: 1, max: 100 }));
    }

    #[test]
    fn a_change_raises_the_version() {
        let now = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap();
        let before = Organization::found(Uuid::from_u128(1).into(), "drenthe", OrganizationKind::Civic, settings(), now).unwrap();

        let after = before.configure(Settings { name: " Drenthe ".to_owned(), ..settings() }).unwrap();

        assert_eq!((after.version, after.settings.name.as_str()), (2, "Drenthe"));
    }
}

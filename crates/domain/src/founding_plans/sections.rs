//! The texts of a plan, each with a version of its own, so that two people can write at once.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::errors::FoundingPlanError;
use crate::ids::PersonId;
use crate::networks::{ABOUT_MAX, PURPOSE_MAX};
use crate::text::prose_of;

/// What a text is about, in the order of the plan. Source: domain.md, Founding plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum SectionKind {
    /// What the network is for. Becomes the purpose that members support.
    Purpose,
    /// The theme, or what people share. Becomes the description of the network.
    SharedGround,
    /// How it organises itself.
    Organisation,
    /// How long it runs and why.
    Duration,
    /// What it does in the first year.
    Activities,
    /// How it wants to grow.
    Growth,
    /// What the money is for.
    Budget,
}

impl SectionKind {
    /// Stable code, such as `shared-ground`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Longest text, in characters: what the network can take over. Our choice.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Purpose => PURPOSE_MAX,
            Self::SharedGround | Self::Organisation | Self::Duration | Self::Activities | Self::Growth | Self::Budget => ABOUT_MAX,
        }
    }

    /// Whether a plan without this text cannot be submitted. Our choice: the facts say enough about duration, growth and budget.
    #[must_use]
    pub const fn is_required(self) -> bool {
        match self {
            Self::Purpose | Self::SharedGround | Self::Organisation | Self::Activities => true,
            Self::Duration | Self::Growth | Self::Budget => false,
        }
    }
}

/// One text of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSection {
    /// What it is about.
    pub kind: SectionKind,
    /// The text, 0 to [`SectionKind::limit`] characters.
    pub text: String,
    /// Rises by one with every change of this text; 1 before the first.
    pub version: u32,
    /// Who wrote it last.
    pub changed_by: PersonId,
    /// When.
    pub changed_at: DateTime<Utc>,
}

impl PlanSection {
    /// All sections of a new plan, empty.
    #[must_use]
    pub fn blank(by: PersonId, now: DateTime<Utc>) -> Vec<Self> {
        SectionKind::iter().map(|kind| Self::empty(kind, by, now)).collect()
    }

    /// The empty section of a new plan.
    #[must_use]
    pub const fn empty(kind: SectionKind, by: PersonId, now: DateTime<Utc>) -> Self {
        Self { kind, text: String::new(), version: 1, changed_by: by, changed_at: now }
    }

    /// Write the text over the version that the writer saw.
    ///
    /// The caller also makes a new revision of the plan ([`super::FoundingPlan::rewritten`]), unless the text stays the same.
    ///
    /// # Errors
    /// [`FoundingPlanError::SectionChanged`] when another has written meanwhile, so that the writer can see both; [`FoundingPlanError::Field`].
    pub fn write(self, text: &str, seen: u32, by: PersonId, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        if seen != self.version {
            return Err(FoundingPlanError::SectionChanged { version: self.version });
        }
        let text = prose_of("text", text, self.kind.limit())?;
        if text == self.text {
            return Ok(self);
        }
        Ok(Self { text, version: self.version.saturating_add(1), changed_by: by, changed_at: now, ..self })
    }
}

//! Holes that are planted on purpose, to show that the tests find them.
//!
//! Only a build with the feature `mutants` can have one, chosen at run time; in every other build [`planted`] is the constant `false` and the
//! compiler removes the hole.

use strum::EnumIter;

/// A protection that a mutant takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
pub enum Hole {
    /// A list is not kept to the tenant.
    TenantFilter,
    /// Everyone counts as the person it is about.
    OwnerCheck,
    /// Every role may do everything.
    RoleCheck,
    /// Everyone may know of everything.
    Visibility,
    /// Lists show everyone what is for office and board.
    ListVisibility,
    /// Who sits in the core group judges it for another body.
    FourEyes,
    /// An old refresh token is answered as if the answer had been lost.
    ReuseDetection,
    /// An access token works for ever.
    TokenLifetime,
    /// Someone who registered before is taken for new.
    Dedupe,
    /// A seat is given whether one is free or not.
    CapacityGuard,
    /// Everyone is of the audience of a meeting.
    Audience,
    /// No answer is kept for its key.
    Idempotency,
    /// A change needs to name no version.
    VersionRequired,
    /// Nobody asks too much.
    RateLimit,
    /// Strangers cause as many mails as they like.
    MailFlood,
    /// A letter names a network of special sensitivity.
    SensitiveName,
    /// What was done is not recorded.
    Audit,
    /// Audit events do not follow from one another.
    AuditChain,
    /// Letters are not kept with the change that causes them.
    Outbox,
}

/// Whether this hole is planted: never, in this build.
#[cfg(not(feature = "mutants"))]
#[must_use]
pub const fn planted(_: Hole) -> bool {
    false
}

#[cfg(feature = "mutants")]
pub use planting::{plant, planted, remove};

#[cfg(feature = "mutants")]
mod planting {
    use std::sync::{PoisonError, RwLock};

    use super::Hole;

    static PLANTED: RwLock<Option<Hole>> = RwLock::new(None);

    /// Whether this hole is planted now.
    #[must_use]
    pub fn planted(hole: Hole) -> bool {
        *PLANTED.read().unwrap_or_else(PoisonError::into_inner) == Some(hole)
    }

    /// Plant this hole, and no other, in the whole process.
    pub fn plant(hole: Hole) {
        *PLANTED.write().unwrap_or_else(PoisonError::into_inner) = Some(hole);
    }

    /// Take away the hole that is planted.
    pub fn remove() {
        *PLANTED.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

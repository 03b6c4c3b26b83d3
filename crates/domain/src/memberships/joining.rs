//! Whether and how one joins.

use super::MembershipError;
use crate::affiliations::AffiliationKind;
use crate::networks::{NetworkState, Openness};

/// Whether the person stated support of the purpose. Source: `ChristenUnie`, "lid die het doel ondersteunt".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// Stated, in this request.
    Stated,
    /// Not stated.
    NotStated,
}

/// Who wants to join what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The active affiliation of the person.
    pub affiliation: Option<AffiliationKind>,
    /// Whether the purpose is supported.
    pub support: Support,
}

/// How the person joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// Now.
    AtOnce,
    /// Now, and the affiliation `guest` gives way to `supporter`: who joins a network is in regular contact.
    AtOnceAsSupporter,
    /// When the core group said yes.
    AfterApproval,
}

/// Decide how `candidate` joins a network of this openness and state.
///
/// Sensitivity decides nothing here: it decides who sees the membership ([`super::visibility`]).
///
/// # Errors
/// [`MembershipError::NetworkNotRunning`], [`MembershipError::NoAffiliation`], [`MembershipError::SupportMissing`],
/// [`MembershipError::MembersOnly`] or [`MembershipError::NotForGuests`].
///
/// Source: domain.md, Organisation, people, networks ("Joining"). That guests join open networks only is our choice.
pub const fn join(network: NetworkState, openness: Openness, candidate: Candidate) -> Result<Joining, MembershipError> {
    if !network.is_running() {
        return Err(MembershipError::NetworkNotRunning);
    }
    let Some(affiliation) = candidate.affiliation else {
        return Err(MembershipError::NoAffiliation);
    };
    if matches!(candidate.support, Support::NotStated) {
        return Err(MembershipError::SupportMissing);
    }
    match (openness, affiliation) {
        (Openness::Open, AffiliationKind::Guest) => Ok(Joining::AtOnceAsSupporter),
        (Openness::Open, _) | (Openness::MembersOnly, AffiliationKind::Member) => Ok(Joining::AtOnce),
        (Openness::Approval, AffiliationKind::Guest) => Err(MembershipError::NotForGuests),
        (Openness::Approval, _) => Ok(Joining::AfterApproval),
        (Openness::MembersOnly, _) => Err(MembershipError::MembersOnly),
    }
}

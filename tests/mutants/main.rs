//! The tests are tested: for each [`Hole`] a small scenario of the kind that the API tests are made of, which holds in the product and must not
//! hold once that protection is taken away.
//!
//! Needs the feature `mutants`, which no other build has: `cargo nextest run -p vliegwiel-tests --features mutants --test mutants`.

mod people;
mod things;

use strum::IntoEnumIterator;
use vliegwiel_domain::mutants::{Hole, plant, remove};

/// Whether what this protection is for holds, in a world of its own.
async fn holds(hole: Hole) -> bool {
    match hole {
        Hole::TenantFilter => people::a_list_is_of_one_tenant().await,
        Hole::OwnerCheck => people::a_registration_is_for_its_owner().await,
        Hole::RoleCheck => people::only_an_administrator_adds_a_unit().await,
        Hole::Visibility => people::a_draft_is_hidden().await,
        Hole::ListVisibility => people::a_draft_is_not_listed().await,
        Hole::FourEyes => people::nobody_judges_the_own_network().await,
        Hole::ReuseDetection => people::an_old_refresh_token_ends_the_session().await,
        Hole::TokenLifetime => people::an_access_token_has_its_time().await,
        Hole::RateLimit => people::who_asks_too_much_waits().await,
        Hole::MailFlood => people::strangers_fill_no_mailbox().await,
        Hole::SensitiveName => people::a_letter_names_no_sensitive_network().await,
        Hole::Dedupe => things::registering_twice_is_registering_once().await,
        Hole::CapacityGuard => things::the_last_seat_goes_to_one().await,
        Hole::Audience => things::a_meeting_is_for_its_audience().await,
        Hole::Idempotency => things::one_key_has_one_effect().await,
        Hole::VersionRequired => things::a_change_names_its_version().await,
        Hole::Audit => things::a_registration_is_recorded().await,
        Hole::AuditChain => things::the_audit_trail_is_chained().await,
        Hole::Outbox => things::a_registration_is_confirmed_by_mail().await,
    }
}

/// One test, because a hole is there for the whole process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_planted_hole_is_found_and_nothing_is_found_without_one() {
    for hole in Hole::iter() {
        remove();
        assert!(holds(hole).await, "the scenario of {hole:?} fails without the hole");
        plant(hole);
        assert!(!holds(hole).await, "{hole:?} is planted and nobody noticed");
        println!("{hole:?}: found");
    }
}

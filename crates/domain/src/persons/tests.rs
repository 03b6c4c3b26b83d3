use chrono::{Days, TimeZone};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::affiliations::LegalBasis;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn profile(name: &str, email: Option<&str>) -> PersonProfile {
    PersonProfile {
        name: name.to_owned(),
        email: email.map(|email| EmailAddress::parse(email).unwrap()),
        postcode: Some(Postcode::parse("9401AB").unwrap()),
        birth_year: Some(1956),
        language: Language::Nl,
    }
}

fn person() -> Person {
    let new = NewPerson {
        organization_id: Uuid::from_u128(1).into(),
        account_id: None,
        profile: profile("Jantje Voorbeeld", Some("jantje@drenthe.example")),
        expires_on: None,
    };
    new.record(Uuid::from_u128(2).into(), now()).unwrap()
}

#[test]
fn a_postcode_is_read_as_people_write_it() {
    for text in ["9401AB", "9401 ab", " 9401  AB "] {
        assert_eq!(Postcode::parse(text).map(|postcode| postcode.as_str().to_owned()), Ok("9401 AB".to_owned()), "{text:?}");
    }
    for text in ["", "9401", "0401AB", "94O1AB", "9401ABC", "9401A1", "€401AB", "9401 é"] {
        assert_eq!(Postcode::parse(text), Err(PersonError::InvalidPostcode), "{text:?}");
    }
}

#[test]
fn a_birth_year_can_be() {
    for (year, is_possible) in [(1905, false), (1906, true), (2026, true), (2027, false)] {
        let profile = PersonProfile { birth_year: Some(year), ..profile("Jantje", None) };

        assert_eq!(profile.checked(now()).is_ok(), is_possible, "{year}");
    }
}

#[test]
fn a_duplicate_is_recognised_by_address_else_by_name_postcode_and_year() {
    let known = profile("Jantje Voorbeeld", Some("jantje@drenthe.example"));

    assert!(profile("J. Voorbeeld", Some("Jantje@Drenthe.example")).resembles(&known));
    assert!(!profile("Jantje Voorbeeld", Some("ander@drenthe.example")).resembles(&known));
    assert!(profile("jantje voorbeeld", None).resembles(&known));
    assert!(!PersonProfile { birth_year: None, ..profile("Jantje Voorbeeld", None) }.resembles(&known));
}

#[test]
fn a_record_has_one_login() {
    let linked = person().link(Uuid::from_u128(7).into()).unwrap();

    assert_eq!(linked.clone().link(Uuid::from_u128(7).into()), Ok(linked.clone()));
    assert_eq!(linked.link(Uuid::from_u128(8).into()), Err(PersonError::HasAccount));
}

#[test]
fn a_change_keeps_the_address() {
    let changed = person().change(profile("Jantje Nieuwenaam", Some("ander@drenthe.example")), now()).unwrap();

    assert_eq!(changed.profile.name, "Jantje Nieuwenaam");
    assert_eq!(changed.profile.email, person().profile.email);
}

#[test]
fn a_guest_who_comes_again_is_kept_longer_and_a_member_without_end() {
    let day = now().date_naive();
    let guest = Person { expires_on: Some(day), ..person() };

    assert_eq!(guest.kept_until(day + Days::new(30)).expires_on, Some(day + Days::new(30)));
    assert_eq!(person().kept_until(day).expires_on, None);
}

#[test]
fn a_guest_who_becomes_more_is_kept_without_end() {
    let guest = Person { expires_on: Some(now().date_naive()), ..person() };

    assert_eq!(guest.kept_without_end().expires_on, None);
    assert_eq!(person().kept_without_end(), person());
}

#[test]
fn nothing_tells_who_a_forgotten_guest_was() {
    let forgotten = person().forgotten();

    assert_eq!((forgotten.profile.name.as_str(), forgotten.profile.email, forgotten.account_id), (FORGOTTEN_NAME, None, None));
}

#[test]
fn consent_to_a_public_role_shows_the_name_and_any_consent_is_a_new_version() {
    let shown = person().consented(ConsentPurpose::PublicRole, ConsentGiven::Yes);
    let other = shown.clone().consented(ConsentPurpose::NetworkDirectory, ConsentGiven::No);

    assert!(shown.has_public_role && other.has_public_role);
    assert_eq!((shown.version, other.version), (2, 3));
    assert!(!other.consented(ConsentPurpose::PublicRole, ConsentGiven::No).has_public_role);
}

#[test]
fn every_affiliation_that_rests_on_consent_has_its_purpose() {
    let carried: Vec<AffiliationKind> = ConsentPurpose::iter().filter_map(ConsentPurpose::carries).collect();

    assert!(AffiliationKind::iter().all(|kind| (kind.legal_basis() == LegalBasis::ExplicitConsent) == carried.contains(&kind)));
}

#[test]
fn consent_names_the_text_that_was_read() {
    let consent = Consent {
        id: Uuid::from_u128(5).into(),
        person_id: Uuid::from_u128(2).into(),
        purpose: ConsentPurpose::PublicRole,
        text_version: "2026-03".to_owned(),
        language: Language::Nl,
        channel: ConsentChannel::App,
        given_by: None,
        given_at: now(),
        withdrawn_at: None,
    };

    assert!(Consent { text_version: " ".to_owned(), ..consent.clone() }.give().is_err());
    assert_eq!(consent.give().map(|given| given.withdrawn_at), Ok(None));
}

#[test]
fn a_profile_is_not_printed() {
    assert!(!format!("{:?}", person()).contains("Jantje"));
}

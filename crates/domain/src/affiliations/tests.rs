use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

fn new(kind: AffiliationKind) -> NewAffiliation {
    NewAffiliation {
        organization_id: Uuid::from_u128(1).into(),
        person_id: Uuid::from_u128(2).into(),
        kind,
        source: AffiliationSource::SelfRegistration,
    }
}

fn active(kind: AffiliationKind) -> Affiliation {
    new(kind).record(Uuid::from_u128(3).into(), ConsentGiven::Yes, today(), DateTime::UNIX_EPOCH).unwrap()
}

fn office() -> PersonId {
    Uuid::from_u128(9).into()
}

#[test]
fn every_state_answers_every_command() {
    use AffiliationCommand as C;
    use AffiliationState as S;
    let allowed = [
        (S::Invited, C::Accept, S::Active),
        (S::Invited, C::Decline, S::Declined),
        (S::Requested, C::Approve, S::Active),
        (S::Requested, C::Decline, S::Declined),
        (S::Active, C::End, S::Ended),
        (S::Invited, C::Lapse, S::Ended),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(AffiliationError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn every_kind_has_its_legal_basis() {
    let bases: Vec<(&str, &str)> = AffiliationKind::iter().map(|kind| (kind.as_str(), kind.legal_basis().as_str())).collect();

    assert_eq!(
        bases,
        [
            ("member", "art-9-2-d"),
            ("former-member", "art-9-2-d"),
            ("supporter", "art-9-2-d-regular-contact"),
            ("guest", "explicit-consent"),
            ("external", "explicit-consent"),
        ]
    );
    assert_eq!("art-9-2-d".parse(), Ok(LegalBasis::OwnMembers));
}

#[test]
fn only_a_member_stands_as_a_member() {
    let members: Vec<AffiliationKind> = AffiliationKind::iter().filter(|kind| kind.standing() == Standing::Member).collect();

    assert_eq!(members, [AffiliationKind::Member]);
}

#[test]
fn a_guest_is_not_recorded_without_consent() {
    let refused = new(AffiliationKind::Guest).record(Uuid::from_u128(3).into(), ConsentGiven::No, today(), DateTime::UNIX_EPOCH);

    assert_eq!(refused, Err(AffiliationError::ConsentMissing));
}

#[test]
fn who_says_to_be_a_member_waits_for_the_office() {
    let request = new(AffiliationKind::Member).request(Uuid::from_u128(3).into(), DateTime::UNIX_EPOCH).unwrap();

    let approved = request.approve(office(), today()).unwrap();

    assert_eq!((approved.state, approved.started_on), (AffiliationState::Active, Some(today())));
    assert_eq!(active(AffiliationKind::Supporter).superseded(today()).map(|old| old.state), Ok(AffiliationState::Ended));
}

#[test]
fn nobody_asks_to_be_a_guest() {
    let refused = new(AffiliationKind::Guest).request(Uuid::from_u128(3).into(), DateTime::UNIX_EPOCH);

    assert_eq!(refused, Err(AffiliationError::NotRequestable));
}

#[test]
fn nobody_is_invited_to_be_a_guest() {
    let invited = |kind| new(kind).invite(Uuid::from_u128(3).into(), DateTime::UNIX_EPOCH).map(|affiliation| affiliation.state);

    assert_eq!(invited(AffiliationKind::Guest), Err(AffiliationError::NotInvitable));
    assert_eq!(invited(AffiliationKind::External), Ok(AffiliationState::Invited));
}

#[test]
fn the_last_administrator_stays() {
    let (one, other) = (office(), PersonId::from(Uuid::from_u128(10)));

    assert_eq!(keeps_administrator(one, &[one, one]), Err(AffiliationError::LastAdministrator));
    assert_eq!(keeps_administrator(one, &[one, other]), Ok(()));
    assert_eq!(keeps_administrator(other, &[one]), Ok(()));
}

#[test]
fn the_office_gives_a_reason_and_the_person_need_not() {
    let member = active(AffiliationKind::Member);

    assert_eq!(member.clone().end(office(), "", today()).map_err(|error| error.code()), Err("affiliations/invalid-text"));
    assert_eq!(member.clone().end(member.person_id, "", today()).map(|ended| ended.reason), Ok(None));
}

#[test]
fn a_guest_is_kept_for_the_days_the_organisation_chose() {
    assert_eq!(guest_until(today(), 30), NaiveDate::from_ymd_opt(2026, 3, 31).unwrap());
}

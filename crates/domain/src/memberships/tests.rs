use chrono::TimeZone;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::affiliations::AffiliationKind;
use crate::networks::{NetworkState, Openness};

fn at(hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, hour, 0, 0).unwrap()
}

fn membership(joining: Joining) -> Membership {
    let new = NewMembership {
        organization_id: Uuid::from_u128(1).into(),
        network_id: Uuid::from_u128(2).into(),
        person_id: Uuid::from_u128(3).into(),
    };
    new.begin(Uuid::from_u128(4).into(), joining, at(1))
}

#[test]
fn every_state_answers_every_command() {
    use MembershipCommand as C;
    use MembershipState as S;
    let allowed = [
        (S::Requested, C::Admit, S::Active),
        (S::Requested, C::Approve, S::Active),
        (S::Requested, C::Decline, S::Declined),
        (S::Requested, C::Leave, S::Left),
        (S::Active, C::Leave, S::Left),
        (S::Active, C::Remove, S::Left),
        (S::Left, C::Admit, S::Active),
        (S::Left, C::Request, S::Requested),
        (S::Declined, C::Admit, S::Active),
        (S::Declined, C::Request, S::Requested),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(MembershipError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn openness_and_affiliation_decide_how_one_joins() {
    use AffiliationKind as A;
    use Joining::{AfterApproval, AtOnce, AtOnceAsSupporter};
    use MembershipError::{MembersOnly, NotForGuests};
    let table = [
        (A::Member, [Ok(AtOnce), Ok(AfterApproval), Ok(AtOnce)]),
        (A::FormerMember, [Ok(AtOnce), Ok(AfterApproval), Err(MembersOnly)]),
        (A::Supporter, [Ok(AtOnce), Ok(AfterApproval), Err(MembersOnly)]),
        (A::Guest, [Ok(AtOnceAsSupporter), Err(NotForGuests), Err(MembersOnly)]),
        (A::External, [Ok(AtOnce), Ok(AfterApproval), Err(MembersOnly)]),
    ];
    assert_eq!(table.len(), A::iter().count());

    for (affiliation, answers) in table {
        for (openness, answer) in Openness::iter().zip(answers) {
            let candidate = Candidate { affiliation: Some(affiliation), support: Support::Stated };

            assert_eq!(join(NetworkState::Active, openness, candidate), answer, "{affiliation:?} {openness:?}");
        }
    }
}

#[test]
fn nobody_joins_without_support_affiliation_or_a_running_network() {
    let member = Candidate { affiliation: Some(AffiliationKind::Member), support: Support::Stated };
    let silent = Candidate { support: Support::NotStated, ..member };
    let stranger = Candidate { affiliation: None, ..member };

    assert_eq!(join(NetworkState::Active, Openness::Open, silent), Err(MembershipError::SupportMissing));
    assert_eq!(join(NetworkState::Active, Openness::Open, stranger), Err(MembershipError::NoAffiliation));
    for network in NetworkState::iter() {
        assert_eq!(join(network, Openness::Open, member).is_ok(), network.is_running(), "{network:?}");
    }
}

#[test]
fn a_request_becomes_a_membership_when_the_core_group_says_yes() {
    let approved = membership(Joining::AfterApproval).approve(at(2)).unwrap();

    assert_eq!((approved.state, approved.joined_at), (MembershipState::Active, Some(at(2))));
}

#[test]
fn who_left_comes_back_and_states_support_again() {
    let left = membership(Joining::AtOnce).leave(at(2)).unwrap();
    let back = left.clone().again(Joining::AtOnce, at(3)).unwrap();

    assert_eq!((left.state, left.left_at), (MembershipState::Left, Some(at(2))));
    assert_eq!((back.joined_at, back.left_at, back.supports_purpose_at), (Some(at(3)), None, at(3)));
}

#[test]
fn who_is_a_member_does_not_join_twice() {
    let refused = membership(Joining::AtOnce).again(Joining::AtOnce, at(2));

    assert_eq!(refused.map_err(|error| error.code()), Err("memberships/wrong-state"));
}

#[test]
fn the_core_group_gives_a_reason_and_a_leaver_need_not() {
    assert_eq!(membership(Joining::AtOnce).remove(" ", at(2)).map_err(|error| error.code()), Err("memberships/invalid-text"));
    assert_eq!(membership(Joining::AfterApproval).decline("", at(2)).map_err(|error| error.code()), Err("memberships/invalid-text"));
    assert!(membership(Joining::AtOnce).leave(at(2)).is_ok());
}

#[test]
fn a_membership_of_a_special_network_is_confidential() {
    assert_eq!(visibility(Sensitivity::Special), Visibility::Confidential);
    assert_eq!(visibility(Sensitivity::Normal), Visibility::CoreGroup);
}

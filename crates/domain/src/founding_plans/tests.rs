use chrono::{Days, TimeDelta, TimeZone};
use proptest::prelude::*;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::access::Standing;
use crate::networks::{NetworkKind, Openness, Sensitivity, StartCapacity, Terms};
use crate::positions::PositionKind;
use crate::text::EmailAddress;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn person(number: u128) -> PersonId {
    Uuid::from_u128(100 + number).into()
}

fn reviewer() -> PersonId {
    person(50)
}

fn facts() -> PlanFacts {
    PlanFacts {
        name: "Netwerk zorg".to_owned(),
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        openness: Openness::MembersOnly,
        goal_members: 50,
        goal_months: GOAL_MONTHS_DEFAULT,
        duration_months: Some(24),
        evaluation_months: 18,
        budget_cents: 150_000,
    }
}

fn drafter() -> Drafter {
    Drafter { organization_id: Uuid::from_u128(2).into(), person_id: person(1), open_plans: 0 }
}

fn draft() -> FoundingPlan {
    FoundingPlan::draft(Uuid::from_u128(1).into(), drafter(), facts(), now()).unwrap()
}

fn in_state(state: PlanState) -> FoundingPlan {
    FoundingPlan { state, submitted_at: Some(now()), ..draft() }
}

fn sections() -> Vec<PlanSection> {
    let written = |kind: SectionKind| {
        let text = format!("Tekst over {}", kind.as_str());
        PlanSection::empty(kind, person(1), now()).write(&text, 1, person(1), now()).unwrap()
    };
    SectionKind::iter().map(written).collect()
}

fn named(number: u128) -> PlanMember {
    let member = draft().name_member(Uuid::from_u128(200 + number).into(), to_be_named(number), &[], now()).unwrap();
    PlanMember { person_id: Some(person(number)), standing: Standing::Member, ..member }
}

fn to_be_named(number: u128) -> NewPlanMember {
    let email = EmailAddress::parse(&format!("lid{number}@netwerkpartij.example")).unwrap();
    NewPlanMember { email, kind: PositionKind::Chair, title: "Voorzitter".to_owned() }
}

fn a_member(number: u128) -> Named {
    Named { person_id: person(number), standing: Standing::Member }
}

fn confirmed_by(numbers: impl IntoIterator<Item = u128>) -> Vec<PlanMember> {
    numbers.into_iter().map(|number| named(number).confirm(&draft(), a_member(number), 1, now()).unwrap()).collect()
}

fn approval() -> PlanDecision {
    let conditions = "Zoek een penningmeester.".to_owned();
    PlanDecision {
        verdict: PlanVerdict::Approve { conditions, terms: None },
        reason: "Past bij de partij.".to_owned(),
        decided_on: today(),
        by: person(60),
    }
}

const FREE: StartCapacity = StartCapacity { pilots: 4, limit: 5, next: None };

#[test]
fn every_state_answers_every_command() {
    use PlanCommand as C;
    use PlanState as S;
    let allowed = [
        (S::Draft, C::Submit, S::Submitted),
        (S::Draft, C::Withdraw, S::Withdrawn),
        (S::Submitted, C::Review, S::InReview),
        (S::Submitted, C::Withdraw, S::Withdrawn),
        (S::InReview, C::Return, S::Returned),
        (S::InReview, C::Advise, S::Advised),
        (S::InReview, C::Withdraw, S::Withdrawn),
        (S::Returned, C::Submit, S::Submitted),
        (S::Returned, C::Withdraw, S::Withdrawn),
        (S::Advised, C::Approve, S::Approved),
        (S::Advised, C::Reject, S::Rejected),
        (S::Advised, C::Withdraw, S::Withdrawn),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(FoundingPlanError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn nothing_follows_a_final_state() {
    for state in PlanState::iter() {
        let leads_on = PlanCommand::iter().any(|command| state.after(command).is_ok());

        assert_eq!(leads_on, !state.is_final(), "{state:?}");
    }
}

#[test]
fn four_who_confirmed_hand_in_a_complete_plan() {
    let plan = draft().submit(&sections(), &confirmed_by(1..=4), 4, now()).unwrap();

    assert_eq!((plan.state, plan.round, plan.submitted_at), (PlanState::Submitted, 1, Some(now())));
}

#[test]
fn a_plan_is_not_handed_in_by_three_or_while_someone_has_not_answered() {
    let with_a_silent_fifth = [confirmed_by(1..=4), vec![named(5)]].concat();
    let refusal_does_not_count = [confirmed_by(1..=3), vec![named(4).decline(&draft(), a_member(4), now()).unwrap()]].concat();

    let submitted = |members: &[PlanMember]| draft().submit(&sections(), members, 4, now());

    assert_eq!(submitted(&confirmed_by(1..=3)), Err(FoundingPlanError::TooFewMembers { found: 3, needed: 4 }));
    assert_eq!(submitted(&with_a_silent_fifth), Err(FoundingPlanError::Unconfirmed));
    assert_eq!(submitted(&refusal_does_not_count), Err(FoundingPlanError::TooFewMembers { found: 3, needed: 4 }));
}

#[test]
fn a_plan_without_a_purpose_is_not_handed_in() {
    let without: Vec<PlanSection> = sections().into_iter().filter(|section| section.kind != SectionKind::Purpose).collect();

    let refused = draft().submit(&without, &confirmed_by(1..=4), 4, now());

    assert_eq!(refused, Err(FoundingPlanError::SectionsMissing(vec![SectionKind::Purpose])));
}

#[test]
fn a_change_of_content_voids_what_was_confirmed() {
    let members = [confirmed_by(1..=3), vec![named(4), named(5).decline(&draft(), a_member(5), now()).unwrap()]].concat();

    let changed = draft().change(PlanFacts { goal_members: 80, ..facts() }, now()).unwrap();
    let void = void_confirmations(&changed, &members);

    assert_eq!(void.iter().filter_map(|member| member.person_id).collect::<Vec<_>>(), [person(1), person(2), person(3)]);
    assert!(void.iter().all(|member| member.state == PlanMemberState::Named && !member.stands_behind(&changed) && member.is_known()));
    assert_eq!(changed.submit(&sections(), &members, 3, now()), Err(FoundingPlanError::Unconfirmed));
}

#[test]
fn naming_another_voids_nothing() {
    let members = confirmed_by(1..=4);

    assert_eq!(void_confirmations(&draft(), &[members, vec![named(5)]].concat()), vec![]);
}

#[test]
fn one_confirms_the_own_seat_and_the_plan_one_has_read() {
    let changed = draft().rewritten(now());

    assert_eq!(named(1).confirm(&draft(), a_member(2), 1, now()), Err(FoundingPlanError::NotYours));
    assert_eq!(named(1).confirm(&changed, a_member(1), 1, now()), Err(FoundingPlanError::PlanChanged { revision: 2 }));
    assert!(named(1).confirm(&changed, a_member(1), 2, now()).unwrap().stands_behind(&changed));
}

#[test]
fn confirming_twice_counts_once() {
    let once = named(1).confirm(&draft(), a_member(1), 1, now()).unwrap();

    let twice = once.clone().confirm(&draft(), a_member(1), 1, now() + TimeDelta::hours(1)).unwrap();

    assert_eq!(once, twice);
}

#[test]
fn nobody_is_named_twice_or_after_handing_in() {
    let id = Uuid::from_u128(300).into();

    assert_eq!(draft().name_member(id, to_be_named(1), &[named(1)], now()), Err(FoundingPlanError::AlreadyNamed));
    for state in PlanState::iter().filter(|state| !state.is_writable()) {
        assert_eq!(in_state(state).name_member(id, to_be_named(1), &[], now()), Err(FoundingPlanError::NotWritable), "{state:?}");
        assert_eq!(in_state(state).change(facts(), now()), Err(FoundingPlanError::NotWritable), "{state:?}");
    }
}

#[test]
fn two_who_write_the_same_section_lose_nothing() {
    let section = PlanSection::empty(SectionKind::Activities, person(1), now());
    let first = section.write("Drie avonden", 1, person(1), now()).unwrap();

    let second = first.clone().write("Vier avonden", 1, person(2), now());

    assert_eq!((first.text.as_str(), first.version), ("Drie avonden", 2));
    assert_eq!(second, Err(FoundingPlanError::SectionChanged { version: 2 }));
}

#[test]
fn writing_the_same_text_changes_nothing() {
    let section = PlanSection::empty(SectionKind::Growth, person(1), now()).write("Groei", 1, person(1), now()).unwrap();

    assert_eq!(section.clone().write(" Groei ", 2, person(2), now()), Ok(section));
}

#[test]
fn a_returned_plan_keeps_its_place_in_the_queue() {
    let later = now() + TimeDelta::days(9);
    let (returned, reason) = in_state(PlanState::InReview).send_back(&[], reviewer(), "Meer over de activiteiten.", later).unwrap();

    let again = FoundingPlan { round: 1, ..returned }.submit(&sections(), &confirmed_by(1..=4), 4, later).unwrap();

    assert_eq!(reason, "Meer over de activiteiten.");
    assert_eq!((again.round, again.submitted_at), (2, Some(now())));
}

#[test]
fn who_proposes_neither_reviews_nor_comments_nor_advises_nor_decides() {
    let members = [confirmed_by([2]), vec![named(3)]].concat();
    let proposers = draft().proposers(&[], &members);
    for proposer in [person(1), person(2), person(3)] {
        let comment = NewPlanComment { section: SectionKind::Purpose, text: "Mooi".to_owned(), written_by: proposer };
        let decision = PlanDecision { by: proposer, ..approval() };
        let dossier = Dossier { sections: &sections(), members: &members, hands: &[], capacity: FREE, core_group_min: 4 };
        let id = Uuid::from_u128(300).into();

        let refused = Err(FoundingPlanError::FourEyes);
        assert_eq!(in_state(PlanState::Submitted).review(&proposers, proposer, now()).map(|_| ()), refused);
        assert_eq!(in_state(PlanState::InReview).comment(id, &comment, &proposers, now()).map(|_| ()), refused);
        assert_eq!(in_state(PlanState::InReview).send_back(&proposers, proposer, "Terug", now()).map(|_| ()), refused);
        assert_eq!(in_state(PlanState::InReview).advise(&proposers, proposer, "Goed", now()).map(|_| ()), refused);
        assert_eq!(in_state(PlanState::Advised).decide(decision, dossier, today(), now()).map(|_| ()), refused);
    }
}

#[test]
fn an_approval_brings_a_network_its_terms_and_its_core_group() {
    let members = [confirmed_by(1..=4), vec![named(5).decline(&draft(), a_member(5), now()).unwrap()]].concat();
    let dossier = Dossier { sections: &sections(), members: &members, hands: &[], capacity: FREE, core_group_min: 4 };

    let (plan, founding) = in_state(PlanState::Advised).decide(approval(), dossier, today(), now()).unwrap();
    let founding = founding.unwrap();

    assert_eq!(
        (plan.state, plan.decided_on, plan.conditions.as_deref()),
        (PlanState::Approved, Some(today()), Some("Zoek een penningmeester."))
    );
    assert_eq!((founding.network.slug.as_str(), founding.network.profile.purpose.as_str()), ("netwerk-zorg", "Tekst over purpose"));
    assert_eq!((founding.terms.goal_members, founding.terms.conditions.as_str()), (50, "Zoek een penningmeester."));
    assert_eq!(founding.core_group.iter().map(|one| one.person_id).collect::<Vec<_>>(), [person(1), person(2), person(3), person(4)]);
    assert_eq!(founding.start, Start::Now);
    assert!(founding.terms.checked().is_ok());
    assert!(founding.network.propose(Uuid::from_u128(9).into(), plan.id, now()).is_ok());
}

#[test]
fn an_approved_network_waits_while_five_are_starting_or_another_waits() {
    let full = StartCapacity { pilots: 5, ..FREE };
    let behind = StartCapacity { next: Some(Uuid::from_u128(99).into()), ..FREE };
    for capacity in [full, behind] {
        let dossier = Dossier { sections: &sections(), members: &confirmed_by(1..=4), hands: &[], capacity, core_group_min: 4 };

        let (_, founding) = in_state(PlanState::Advised).decide(approval(), dossier, today(), now()).unwrap();

        assert_eq!(founding.map(|founding| founding.start), Some(Start::Waits));
    }
}

#[test]
fn a_rejection_brings_no_network_and_has_a_reason() {
    let dossier = Dossier { sections: &[], members: &[], hands: &[], capacity: FREE, core_group_min: 4 };
    let rejection = PlanDecision { verdict: PlanVerdict::Reject, ..approval() };
    let silent = PlanDecision { reason: " ".to_owned(), ..rejection.clone() };

    let (plan, founding) = in_state(PlanState::Advised).decide(rejection, dossier, today(), now()).unwrap();
    let refused = in_state(PlanState::Advised).decide(silent, dossier, today(), now());

    assert_eq!((plan.state, founding), (PlanState::Rejected, None));
    assert_eq!(refused.map(|_| ()).map_err(|error| error.code()), Err("founding-plans/invalid-text"));
}

#[test]
fn the_board_decides_between_submission_and_today() {
    let dossier = Dossier { sections: &[], members: &[], hands: &[], capacity: FREE, core_group_min: 4 };
    for decided_on in [today() + Days::new(1), today() - Days::new(1)] {
        let decision = PlanDecision { decided_on, ..approval() };

        let refused = in_state(PlanState::Advised).decide(decision, dossier, today(), now());

        assert_eq!(refused.map(|_| ()), Err(FoundingPlanError::InvalidDecisionDay), "{decided_on}");
    }
}

#[test]
fn who_only_declined_can_review_and_who_had_a_hand_in_the_plan_never() {
    let declined = named(3).decline(&draft(), a_member(3), now()).unwrap();

    assert_eq!(draft().proposers(&[], std::slice::from_ref(&declined)), [person(1)]);
    assert_eq!(draft().proposers(&[person(3)], &[declined]), [person(1), person(3)]);
}

#[test]
fn who_is_no_member_of_the_organisation_any_more_does_not_count() {
    let left = confirmed_by(1..=4).into_iter().map(|member| PlanMember { standing: Standing::None, ..member }).collect::<Vec<_>>();

    assert_eq!(draft().submit(&sections(), &left, 4, now()), Err(FoundingPlanError::Unconfirmed));
    let dossier = Dossier { sections: &sections(), members: &left, hands: &[], capacity: FREE, core_group_min: 4 };
    let refused = in_state(PlanState::Advised).decide(approval(), dossier, today(), now());
    assert_eq!(refused.map(|_| ()), Err(FoundingPlanError::TooFewMembers { found: 0, needed: 4 }));
}

#[test]
fn who_drafted_or_said_yes_writes_while_a_member_of_the_organisation() {
    let members = [confirmed_by([2]), vec![named(3).decline(&draft(), a_member(3), now()).unwrap(), named(4)]].concat();
    let changed = void_confirmations(&draft().rewritten(now()), &members);
    let author = |by: Named| draft().check_author(&members, by);

    assert_eq!((author(a_member(1)), author(a_member(2))), (Ok(()), Ok(())));
    assert_eq!(draft().check_author(&changed, a_member(2)), Ok(()), "a yes to an older text is a yes to taking part");
    for outside in [3, 4, 5] {
        assert_eq!(author(a_member(outside)), Err(FoundingPlanError::NotYours), "{outside}");
    }
    for standing in [Standing::None, Standing::Guest, Standing::Affiliated] {
        assert_eq!(author(Named { standing, ..a_member(1) }), Err(FoundingPlanError::NotYours), "{standing:?}");
    }
}

#[test]
fn who_declined_or_left_has_no_part_in_a_plan() {
    let members = [confirmed_by([2]), vec![named(3).decline(&draft(), a_member(3), now()).unwrap(), named(4)]].concat();

    assert_eq!(draft().participants(&members, Standing::Affiliated), [person(1), person(2), person(4)]);
    assert_eq!(draft().participants(&members, Standing::None), []);
}

#[test]
fn only_members_of_the_organisation_confirm() {
    let supporter = Named { standing: Standing::Affiliated, ..a_member(1) };

    assert_eq!(named(1).confirm(&draft(), supporter, 1, now()), Err(FoundingPlanError::NotAMember));
}

#[test]
fn one_can_step_back_until_the_decision() {
    for state in PlanState::iter() {
        let declined = named(1).decline(&in_state(state), a_member(1), now());

        assert_eq!(declined.is_ok(), !state.is_final(), "{state:?}");
    }
}

#[test]
fn a_name_is_known_once_its_owner_said_yes() {
    let known = confirmed_by([1]).remove(0);

    assert!(!named(1).is_known());
    assert!(known.is_known());
    assert!(!known.decline(&draft(), a_member(1), now()).unwrap().is_known());
}

#[test]
fn an_approval_without_enough_people_is_refused() {
    let dossier = Dossier { sections: &sections(), members: &confirmed_by(1..=3), hands: &[], capacity: FREE, core_group_min: 4 };

    let refused = in_state(PlanState::Advised).decide(approval(), dossier, today(), now());

    assert_eq!(refused.map(|_| ()), Err(FoundingPlanError::TooFewMembers { found: 3, needed: 4 }));
}

#[test]
fn other_terms_can_be_agreed_than_were_asked_for() {
    let dossier = Dossier { sections: &sections(), members: &confirmed_by(1..=4), hands: &[], capacity: FREE, core_group_min: 4 };
    let terms = Terms { goal_members: 30, purpose: "Kleiner".to_owned(), ..draft().asked_terms(&sections()) };
    let verdict = PlanVerdict::Approve { conditions: "Begin klein.".to_owned(), terms: Some(terms) };

    let (_, founding) = in_state(PlanState::Advised).decide(PlanDecision { verdict, ..approval() }, dossier, today(), now()).unwrap();
    let founding = founding.unwrap();

    assert_eq!((founding.terms.goal_members, founding.terms.conditions.as_str()), (30, "Begin klein."));
    assert_eq!(founding.network.profile.purpose, "Kleiner");
}

#[test]
fn the_gaps_say_what_is_still_to_do() {
    let members = [confirmed_by(1..=2), vec![named(3)]].concat();
    let written = &sections()[..2];

    assert_eq!(
        draft().gaps(written, &members, 4),
        [
            Gap::Section(SectionKind::Organisation),
            Gap::Section(SectionKind::Activities),
            Gap::Answers(1),
            Gap::Members { found: 2, needed: 4 }
        ]
    );
}

#[test]
fn nobody_drafts_without_end() {
    let busy = Drafter { open_plans: OPEN_PLANS_MAX, ..drafter() };

    let refused = FoundingPlan::draft(Uuid::from_u128(1).into(), busy, facts(), now());

    assert_eq!(refused, Err(FoundingPlanError::TooManyOpen));
}

#[test]
fn a_comment_belongs_to_its_round_and_shows_once_the_plan_comes_back() {
    let new = NewPlanComment { section: SectionKind::Budget, text: "Waarvoor?".to_owned(), written_by: reviewer() };
    let plan = FoundingPlan { round: 2, ..in_state(PlanState::InReview) };

    let comment = plan.comment(Uuid::from_u128(300).into(), &new, &[], now()).unwrap();

    assert_eq!(comment.round, 2);
    assert!(!plan.shows_to_proposers(&comment));
    assert!(FoundingPlan { state: PlanState::Returned, ..plan.clone() }.shows_to_proposers(&comment));
    assert!(FoundingPlan { round: 3, ..plan }.shows_to_proposers(&comment));
    assert_eq!(draft().comment(Uuid::from_u128(300).into(), &new, &[], now()), Err(FoundingPlanError::NotUnderReview));
}

#[test]
fn facts_are_within_bounds() {
    for (facts, code) in [
        (PlanFacts { goal_members: 0, ..facts() }, "founding-plans/out-of-range"),
        (PlanFacts { budget_cents: BUDGET_CENTS_MAX + 1, ..facts() }, "founding-plans/out-of-range"),
        (PlanFacts { duration_months: Some(121), ..facts() }, "founding-plans/out-of-range"),
        (PlanFacts { duration_months: Some(17), ..facts() }, "founding-plans/evaluation-after-end"),
        (PlanFacts { name: String::new(), ..facts() }, "founding-plans/invalid-text"),
    ] {
        assert_eq!(facts.checked().map_err(|error| error.code()), Err(code));
    }
}

proptest! {
    /// Whatever order people write, confirm and decline in: what is handed in is what everyone behind it confirmed.
    #[test]
    fn a_submitted_plan_is_the_plan_that_was_confirmed(steps in prop::collection::vec((0_u8..4, 1_u128..6), 0..40)) {
        let mut plan = draft();
        let mut members: Vec<PlanMember> = (1..6).map(named).collect();
        let mut read: std::collections::BTreeMap<u128, u32> = (1..6).map(|number| (number, 0)).collect();
        for (command, number) in steps {
            let at = |members: &[PlanMember]| members.iter().position(|member| member.person_id == Some(person(number))).unwrap();
            match command {
                0 => {
                    plan = plan.rewritten(now());
                    for void in void_confirmations(&plan, &members) {
                        let index = members.iter().position(|member| member.id == void.id).unwrap();
                        members[index] = void;
                    }
                }
                1 => {
                    let index = at(&members);
                    members[index] = members[index].clone().confirm(&plan, a_member(number), plan.revision, now()).unwrap();
                    read.insert(number, plan.revision);
                }
                2 => {
                    let index = at(&members);
                    members[index] = members[index].clone().decline(&plan, a_member(number), now()).unwrap();
                    read.insert(number, 0);
                }
                _ => {
                    let behind = read.values().filter(|revision| **revision == plan.revision).count();
                    let declined = members.iter().filter(|member| member.state == PlanMemberState::Declined).count();
                    let submitted = plan.clone().submit(&sections(), &members, 4, now());

                    prop_assert_eq!(submitted.is_ok(), behind >= 4 && behind + declined == members.len());
                }
            }
        }
    }
}

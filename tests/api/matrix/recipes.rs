//! What an operation needs to succeed: which of the things on the stage it is asked of, and what its body says.

use serde_json::{Value, json};

use super::document::Operation;

/// The thing that stands for a name in the path, by its key on the stage.
pub fn key_of(operation: &Operation, name: &str) -> &'static str {
    match (operation.id.as_str(), name) {
        ("decideAffiliation", _) => "affiliation.requested",
        ("activateNetwork", _) => "network.pilot",
        ("reviveNetwork", _) => "network.dormant",
        ("startNetwork", _) => "network.waiting",
        ("decideMembership", "membership") => "membership.requested",
        ("closePosition" | "appointPerson", _) => "position.vacant",
        ("changeMeeting" | "publishMeeting", _) => "meeting.draft",
        ("holdMeeting" | "letInWalkIn", _) => "meeting.started",
        ("checkInAttendee", _) => "registration.door",
        ("undoCheckIn", _) => "registration.attended",
        ("reviewFoundingPlan" | "withdrawFoundingPlan", _) => "plan.submitted",
        ("getFoundingPlan" | "adviseOnFoundingPlan" | "commentOnFoundingPlan" | "returnFoundingPlan", _) => "plan.in-review",
        ("decideFoundingPlan", _) => "plan.advised",
        ("submitFoundingPlan", _) => "plan.ready",
        ("removeFoundingPlanMember", "member") => "plan-member.other",
        ("answerFoundingPlan", "member") => "plan-member",
        ("changeUnit" | "removeUnit", _) => "unit.leaf",
        (_, "member") => "group-member",
        (_, "affiliation") => "affiliation",
        (_, "appointment") => "appointment",
        (_, "area") => "area",
        (_, "evaluation") => "evaluation",
        (_, "group") => "group",
        (_, "meeting") => "meeting",
        (_, "membership") => "membership",
        (_, "network") => "network",
        (_, "person") => "person",
        (_, "plan") => "plan",
        (_, "position") => "position",
        (_, "registration") => "registration",
        (_, "session") => "session",
        (_, "unit") => "unit",
        (id, name) => panic!("{id}: the stage has nothing that stands for {name}"),
    }
}

/// The thing of the same kind that is over.
pub fn over(name: &str) -> Option<&'static str> {
    match name {
        "affiliation" => Some("affiliation.over"),
        "appointment" => Some("appointment.over"),
        "evaluation" => Some("evaluation.over"),
        "group" => Some("group.over"),
        "meeting" => Some("meeting.over"),
        "membership" => Some("membership.over"),
        "network" => Some("network.over"),
        "plan" => Some("plan.over"),
        "position" => Some("position.over"),
        "registration" => Some("registration.over"),
        _ => None,
    }
}

/// What stands for a name in a path that is no id.
pub fn word_of(operation: &Operation, name: &str) -> &'static str {
    match (operation.id.as_str(), name) {
        (_, "section") => "purpose",
        ("withdrawConsent", "purpose") => "network-directory",
        (_, "purpose") => "public-role",
        (id, other) => panic!("{id}: nothing stands for {other}"),
    }
}

/// What an operation cannot do without in its address.
pub fn query_of(operation: &Operation) -> &'static str {
    if operation.id == "getMeetingStatistics" { "?from=2026-01-01T00:00:00Z&before=2026-12-31T00:00:00Z" } else { "" }
}

/// The table that holds the version of what an operation changes.
pub fn table_of(operation: &Operation) -> &'static str {
    let last = operation.objects.last().map(String::as_str);
    match last.unwrap_or_default() {
        "evaluation" => "evaluations",
        "group" => "working_groups",
        "meeting" => "meetings",
        "member" if operation.tag == "founding-plans" => "founding_plan_members",
        "member" => "working_group_members",
        "membership" => "memberships",
        "network" => "networks",
        "person" => "persons",
        "plan" => "founding_plans",
        "position" => "positions",
        "registration" => "registrations",
        "unit" => "units",
        other => panic!("no table of {other}"),
    }
}

/// The example of the document, about the things on the stage: `id` finds them by their keys.
pub fn body_of(operation: &Operation, id: &dyn Fn(&str) -> String) -> Option<Value> {
    let (_, example) = operation.body.as_ref()?;
    let mut body = example.clone();
    for (field, value) in about(&operation.id, id).as_object().unwrap() {
        if value.is_null() {
            body.as_object_mut().unwrap().remove(field);
        } else {
            body[field] = value.clone();
        }
    }
    Some(body)
}

/// Whether the body names things on the stage.
pub fn names_things(operation: &Operation) -> bool {
    let asked = std::cell::Cell::new(false);
    body_of(operation, &|key| {
        asked.set(asked.get() || !["area", "slug", "email", "plan.revision"].contains(&key));
        String::from("1")
    });
    asked.get()
}

/// What an example cannot know; `null` leaves a field out.
fn about(operation: &str, id: &dyn Fn(&str) -> String) -> Value {
    match operation {
        "confirmAccount" => json!({ "token": id("token.account") }),
        "choosePassword" => json!({ "token": id("token.password") }),
        "requestPasswordReset" => json!({ "email": id("email"), "organization": id("slug") }),
        "openSession" => json!({ "client": "mobile", "email": id("email"), "password": vliegwiel_tests::build::PASSWORD }),
        "issueAccessToken" => json!({ "refreshToken": id("token.refresh") }),
        "confirmGuest" => json!({ "token": id("token.asked") }),
        "cancelGuest" => json!({ "token": id("token.registered") }),
        "addUnit" => json!({ "kind": "chapter", "parentId": id("unit"), "areaId": null }),
        "changeUnit" => json!({ "parentId": id("unit"), "areaId": null }),
        "addWorkingGroupMember" => json!({ "personId": id("person.candidate"), "expertise": "" }),
        "appointPerson" => json!({ "personId": id("person.candidate"), "fromOn": null, "untilOn": null }),
        "openPosition" => json!({ "networkId": id("network"), "areaId": null, "unitId": null }),
        "scheduleMeeting" => json!({
            "networkId": id("network"), "areaId": id("area"), "hosts": null,
            "startsAt": "2026-04-02T17:30:00Z", "endsAt": "2026-04-02T20:00:00Z",
        }),
        "changeMeeting" => json!({
            "areaId": id("area"), "hosts": null, "startsAt": "2026-04-02T17:30:00Z", "endsAt": "2026-04-02T20:00:00Z",
        }),
        "holdMeeting" => json!({ "present": null }),
        "configureOrganization" => json!({ "theme": null }),
        "enterNetwork" => json!({
            "unitId": id("unit"), "startsOn": "2026-03-04", "terms": { "purpose": "Zorg dichtbij.", "goalMembers": 50, "goalMonths": 12 },
            "coreGroup": [{ "kind": "chair", "personId": id("person.candidate"), "title": "Voorzitter" }],
        }),
        "changePerson" => json!({ "birthYear": 1980 }),
        "decideEvaluation" => json!({ "outcome": "continue", "terms": null, "endsOn": null, "evaluationOn": "2027-03-04" }),
        "decideFoundingPlan" => json!({ "decidedOn": "2026-03-04" }),
        "answerFoundingPlan" => json!({ "revision": id("plan.revision").parse::<u32>().unwrap_or(1) }),
        _ => json!({}),
    }
}

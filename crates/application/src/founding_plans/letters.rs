//! What a plan writes to people. Subjects name no network: they show on a locked screen (privacy.md P30).

use vliegwiel_domain::founding_plans::{FoundingPlan, PlanMember, PlanState};
use vliegwiel_domain::networks::Sensitivity;
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::recipients::Recipient;

use super::file::PlanFile;
use crate::mail::{LINK, Letter};

/// To an address that is named. In both languages, and the same whoever has the address.
pub fn named(file: &PlanFile, member: &PlanMember, namer: Option<&Recipient>) -> Letter {
    let namer = namer.map_or(file.contents.drafted_by.as_str(), |namer| namer.name.as_str());
    let (organization, title) = (&file.contents.organization_name, &member.title);
    let plan = match file.plan.facts.sensitivity {
        Sensitivity::Normal => format!(": {}", file.plan.facts.name),
        Sensitivity::Special => String::new(),
    };
    let subject = format!("{organization}: wil je meedoen in een kerngroep?");
    let text = format!(
        "Hallo,\n\n{namer} vraagt je voor de kerngroep van een nieuw netwerk van {organization}{plan}. Je rol: {title}.\n\n\
         Lees het plan en zeg ja of nee:\n{LINK}\n\n\
         Log in met dit mailadres. Heb je nog geen account? Maak er dan een met dit mailadres. \
         In een kerngroep zitten leden van {organization}.\n\n\
         Wil je dit niet, of ken je {namer} niet? Dan hoef je niets te doen.\n\n\
         ---\n\n\
         Hello,\n\n{namer} asks you to join the core group of a new network of {organization}{plan}. Your role: {title}.\n\n\
         Read the plan and say yes or no at the link above. Sign in with this address, or make an account with it. \
         Members of a core group are members of {organization}.\n\n\
         If you do not want this, or do not know {namer}, you need not do anything.\n"
    );
    Letter::new(&member.email, subject, text).with_link(&page(file), None)
}

/// To a member whose yes no longer holds.
pub fn unsettled(file: &PlanFile, to: &Recipient) -> Letter {
    let plan = called(file, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Een plan dat je bevestigde, is veranderd",
            format!(
                "Hallo {},\n\nJe zei ja tegen {plan}. Daarna is het plan veranderd. \
                 Daarom telt je ja niet meer mee.\n\nLees het plan en bevestig het opnieuw:\n{LINK}\n",
                to.name
            ),
        ),
        Language::En => (
            "A plan that you confirmed has changed",
            format!(
                "Hello {},\n\nYou said yes to {plan}. The plan has changed since, \
                 so your yes no longer counts.\n\nRead the plan and confirm it again:\n{LINK}\n",
                to.name
            ),
        ),
    };
    to_person(file, to, subject, text)
}

/// To the office: a plan came in.
pub fn submitted(file: &PlanFile, to: &Recipient) -> Letter {
    let plan = called(file, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Er is een oprichtingsplan ingediend",
            format!("Hallo {},\n\nHet kantoor heeft er een plan bij: {plan}.\n\nLees het en neem het in behandeling:\n{LINK}\n", to.name),
        ),
        Language::En => (
            "A founding plan was submitted",
            format!("Hello {},\n\nThe office has another plan: {plan}.\n\nRead it and take it in review:\n{LINK}\n", to.name),
        ),
    };
    to_person(file, to, subject, text)
}

/// To the proposers: the office handed the plan back.
pub fn returned(file: &PlanFile, to: &Recipient, reason: &str) -> Letter {
    let plan = called(file, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Je oprichtingsplan is terug, met opmerkingen",
            format!(
                "Hallo {},\n\nHet kantoor las {plan} en gaf het terug:\n\n{reason}\n\n\
                 De opmerkingen staan bij de delen van het plan. Pas het plan aan en dien het opnieuw in:\n{LINK}\n",
                to.name
            ),
        ),
        Language::En => (
            "Your founding plan is back, with comments",
            format!(
                "Hello {},\n\nThe office read {plan} and handed it back:\n\n{reason}\n\n\
                 The comments stand beside the sections of the plan. Change the plan and submit it again:\n{LINK}\n",
                to.name
            ),
        ),
    };
    to_person(file, to, subject, text)
}

/// To the board: a plan waits for its decision.
pub fn advised(file: &PlanFile, to: &Recipient) -> Letter {
    let plan = called(file, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Een oprichtingsplan wacht op jullie besluit",
            format!(
                "Hallo {},\n\nHet bestuur kan besluiten over {plan}. Het advies van het kantoor staat erbij.\n\n\
                 Lees het plan en leg het besluit vast:\n{LINK}\n",
                to.name
            ),
        ),
        Language::En => (
            "A founding plan waits for your decision",
            format!(
                "Hello {},\n\nThe board can decide about {plan}. The advice of the office is with it.\n\n\
                 Read the plan and record the decision:\n{LINK}\n",
                to.name
            ),
        ),
    };
    to_person(file, to, subject, text)
}

/// To the proposers: the board decided.
pub fn decided(file: &PlanFile, to: &Recipient, decided: &FoundingPlan) -> Letter {
    let plan = called(file, to.language);
    let reason = decided.decision_reason.as_deref().unwrap_or_default();
    let is_approved = decided.state == PlanState::Approved;
    let (subject, text) = match to.language {
        Language::Nl => {
            let outcome = if is_approved { "goedgekeurd" } else { "afgewezen" };
            (
                "Het bestuur heeft besloten over je oprichtingsplan",
                format!("Hallo {},\n\nHet bestuur heeft {plan} {outcome}:\n\n{reason}\n\nLees het besluit:\n{LINK}\n", to.name),
            )
        }
        Language::En => {
            let outcome = if is_approved { "approved" } else { "rejected" };
            (
                "The board decided about your founding plan",
                format!("Hello {},\n\nThe board {outcome} {plan}:\n\n{reason}\n\nRead the decision:\n{LINK}\n", to.name),
            )
        }
    };
    to_person(file, to, subject, text)
}

/// How a letter calls the plan: where the network says something about its people, without its name.
fn called(file: &PlanFile, language: Language) -> String {
    let name = &file.plan.facts.name;
    match (file.plan.facts.sensitivity, language) {
        (Sensitivity::Normal, Language::Nl) => format!("het oprichtingsplan '{name}'"),
        (Sensitivity::Normal, Language::En) => format!("the founding plan '{name}'"),
        (Sensitivity::Special, Language::Nl) => "het oprichtingsplan".to_owned(),
        (Sensitivity::Special, Language::En) => "the founding plan".to_owned(),
    }
}

fn to_person(file: &PlanFile, to: &Recipient, subject: &str, text: String) -> Letter {
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page(file), None)
}

fn page(file: &PlanFile) -> String {
    format!("/{}/plannen/{}", file.contents.organization_slug, file.plan.id)
}

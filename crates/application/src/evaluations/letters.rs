//! What we write about evaluations. Subjects tell nothing about what someone believes or belongs to (security.md S40, privacy.md P30).

use vliegwiel_domain::evaluations::{Evaluation, EvaluationOutcome};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::recipients::Recipient;

use crate::mail::{LINK, Letter};
use crate::networks::called;

/// The evaluation is open: core group and office give their view.
pub(super) fn opened(organization: &Organization, network: &Network, evaluation: &Evaluation, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let (subject, text) = match to.language {
        Language::Nl => (
            "Hoe gaat het? Jullie kijk is nodig",
            format!(
                "Hallo {name},\n\nDe evaluatie van {network_name} is begonnen. De cijfers staan klaar. Schrijf op wat goed gaat en wat anders kan. Na 30 dagen kan het bestuur ook zonder jullie kijk besluiten.\n\nNaar de evaluatie:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "How is it going? Your view is needed",
            format!(
                "Hello {name},\n\nThe evaluation of {network_name} has begun. The numbers are there. Write down what goes well and what could be different. After 30 days the board can decide without your view.\n\nTo the evaluation:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page(organization, evaluation), None)
}

/// The board decided.
pub(super) fn decided(organization: &Organization, network: &Network, evaluation: &Evaluation, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let decision = evaluation.decision.as_ref();
    let reason = decision.map(|decision| decision.reason.as_str()).unwrap_or_default();
    let outcome = decision.map_or(EvaluationOutcome::Continue, |decision| decision.outcome);
    let (subject, text) = match to.language {
        Language::Nl => {
            let outcome = match outcome {
                EvaluationOutcome::Continue => "gaat door",
                EvaluationOutcome::Adapt => "gaat door met nieuwe afspraken",
                EvaluationOutcome::End => "stopt",
            };
            (
                "Besluit over de evaluatie",
                format!(
                    "Hallo {name},\n\nHet bestuur heeft besloten: {network_name} {outcome}.\n\n{reason}\n\nNaar de evaluatie:\n{LINK}\n"
                ),
            )
        }
        Language::En => {
            let outcome = match outcome {
                EvaluationOutcome::Continue => "goes on",
                EvaluationOutcome::Adapt => "goes on with new agreements",
                EvaluationOutcome::End => "ends",
            };
            (
                "Decision on the evaluation",
                format!("Hello {name},\n\nThe board has decided: {network_name} {outcome}.\n\n{reason}\n\nTo the evaluation:\n{LINK}\n"),
            )
        }
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page(organization, evaluation), None)
}

fn page(organization: &Organization, evaluation: &Evaluation) -> String {
    format!("/{}/evaluaties/{}", organization.slug, evaluation.id)
}

//! The decision of the board on an evaluation: the network goes on, adapts, or ends.

use chrono::NaiveDate;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::evaluations::{Evaluation, EvaluationOutcome, NewEvaluationDecision};
use vliegwiel_domain::ids::EvaluationId;
use vliegwiel_domain::networks::{Agreement, Conclusion, Network, Terms};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::{Tx, evaluations, networks};

use super::{Listed, core_group_now, letters, place_of, under_lock};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::{close_in, core_group, moved, organization_of};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// What the board decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// As it was, with new dates.
    Continue {
        /// New last day; absent for no end.
        ends_on: Option<NaiveDate>,
        /// Day of the next evaluation.
        evaluation_on: Option<NaiveDate>,
    },
    /// Under new terms, that count from today.
    Adapt(Terms),
    /// Not.
    End,
}

/// Decide on an evaluation, with the reason. Network, evaluation and agreement change together; core group and office are told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `evaluations/four-eyes`, `evaluations/views-missing`,
/// `evaluations/already-decided`, `networks/invalid-dates`.
pub async fn decide(
    app: &App,
    actor: &Actor,
    evaluation: EvaluationId,
    (decision, reason): (Decision, &str),
    receipt: &Receipt<'_, Listed>,
) -> Result<Answer> {
    let known = evaluations::one(app.db.read(), actor.organization, evaluation).await?.ok_or(Error::NotFound)?;
    require(actor, Action::EvaluationsDecide, &place_of(&known.network))?;
    let by = actor.person.ok_or(Error::Forbidden)?;
    let conclusion = conclusion(decision, reason)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let before = under_lock(&tx, actor, &known).await?;
    let core_group = core_group_now(&tx, app, &before.network).await?;
    let new = NewEvaluationDecision { outcome: EvaluationOutcome::from(&conclusion), reason: reason.to_owned(), by };
    let decided = before.evaluation.decide(&new, &core_group, app.today(), app.now())?;
    if !evaluations::replace(&tx, &decided).await? {
        return Err(Error::Stale);
    }
    let network = moved(&tx, actor, before.network.id, |network| network.conclude(conclusion.clone(), app.today())).await?;
    tell(&tx, app, &organization, &network, &decided).await?;
    follow_up(&tx, app, actor, &organization, (&network, &decided, conclusion)).await?;
    let why = decided.decision.as_ref().map(|decision| decision.reason.clone()).unwrap_or_default();
    let deed = Deed::new(Action::EvaluationsDecide.code(), decided.id.uuid()).for_body("board");
    audit::record(&tx, app, actor, deed.because(&why)).await?;
    let answer = receipt.keep(&tx, app, &Listed { evaluation: decided, network }).await?;
    commit(tx).await?;
    Ok(answer)
}

fn conclusion(decision: Decision, reason: &str) -> Result<Conclusion> {
    Ok(match decision {
        Decision::Continue { ends_on, evaluation_on } => Conclusion::Continue { ends_on, evaluation_on },
        Decision::Adapt(terms) => Conclusion::Adapt(terms.checked()?),
        Decision::End => Conclusion::End(reason.to_owned()),
    })
}

/// New terms are agreed; an end closes what the network has open.
async fn follow_up(
    tx: &Tx,
    app: &App,
    actor: &Actor,
    organization: &Organization,
    (network, decided, conclusion): (&Network, &Evaluation, Conclusion),
) -> Result<()> {
    match conclusion {
        Conclusion::Continue { .. } => Ok(()),
        Conclusion::Adapt(terms) => agree(tx, app, network, decided, terms).await,
        Conclusion::End(_) => close_in(tx, app, actor, organization, network).await,
    }
}

async fn agree(tx: &Tx, app: &App, network: &Network, decided: &Evaluation, terms: Terms) -> Result<()> {
    let agreement = Agreement {
        id: app.new_id(),
        organization_id: network.organization_id,
        network_id: network.id,
        founding_plan_id: None,
        evaluation_id: Some(decided.id),
        terms,
        agreed_on: app.today(),
        created_at: app.now(),
    };
    Ok(networks::insert_agreement(tx, &agreement).await?)
}

/// Tell the core group and the office.
async fn tell(tx: &Tx, app: &App, organization: &Organization, network: &Network, decided: &Evaluation) -> Result<()> {
    let to = core_group::core_group_and_office(tx, app, network).await?;
    let letters = to.iter().map(|to| letters::decided(organization, network, decided, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await
}

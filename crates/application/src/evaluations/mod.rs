//! Evaluations: frozen numbers, two views, one decision.

mod deciding;
mod letters;

use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::evaluations::{Evaluation, EvaluationError, FrozenNumbers, ViewOf, Writer};
use vliegwiel_domain::ids::{EvaluationId, NetworkId, PersonId};
use vliegwiel_domain::networks::Network;
pub use vliegwiel_persistence::evaluations::{Filter, Listed, place_of};
use vliegwiel_persistence::{Tx, evaluations, networks, positions};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::{core_group, held, known, organization_of};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

pub use deciding::{Decision, decide};

impl From<EvaluationError> for Error {
    fn from(error: EvaluationError) -> Self {
        match error {
            EvaluationError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// Evaluations, the last opened first: of every network for office and board, else of those the actor answers for. One statement.
///
/// # Errors
/// [`Error::Forbidden`] for anyone else.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Listed>> {
    require_one_of(actor, filter.network)?;
    Ok(evaluations::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// A list is for who may read the evaluations of some network: of the one that is asked for, or of any.
fn require_one_of(actor: &Actor, network: Option<NetworkId>) -> Result<()> {
    let leads = actor.grants.iter().filter_map(|grant| grant.network);
    let networks: Vec<Option<NetworkId>> = network.map_or_else(|| leads.map(Some).chain([None]).collect(), |network| vec![Some(network)]);
    let place = |network| Place { network, ..Place::organization(actor.organization) };
    let mut answers = networks.into_iter().map(|network| require(actor, Action::EvaluationsRead, &place(network)));
    let first = answers.next().unwrap_or(Err(Error::Forbidden));
    if first.is_ok() { first } else { answers.find(Result::is_ok).unwrap_or(first) }
}

/// One evaluation. One statement.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, evaluation: EvaluationId) -> Result<Listed> {
    let listed = evaluations::one(app.db.read(), actor.organization, evaluation).await?.ok_or(Error::NotFound)?;
    require(actor, Action::EvaluationsRead, &place_of(&listed.network))?;
    Ok(listed)
}

/// Open the evaluation of a network: its numbers are frozen, and core group and office are asked for their view.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `evaluations/reason-missing` before the agreed day, `evaluations/already-open`,
/// `networks/wrong-state`.
pub async fn open(app: &App, actor: &Actor, network: NetworkId, reason: &str, receipt: &Receipt<'_, Listed>) -> Result<Answer> {
    let before = known(app, actor, network).await?;
    require(actor, Action::EvaluationsOpen, &networks::place_of(&before))?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let before = held(&tx, organization.id, network).await?;
    let reason = Evaluation::checked_reason(&before, reason, app.today())?;
    let numbers = numbers_of(&tx, app, &before).await?;
    let network = crate::networks::moved(&tx, actor, network, Network::open_evaluation).await?;
    let evaluation = Evaluation::open(app.new_id(), &network, numbers, app.now());
    match evaluations::insert(&tx, &evaluation).await {
        Err(vliegwiel_persistence::Error::Duplicate) => return Err(EvaluationError::AlreadyOpen.into()),
        stored => stored?,
    }
    let to = core_group::core_group_and_office(&tx, app, &network).await?;
    let letters = to.iter().map(|to| letters::opened(&organization, &network, &evaluation, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    let deed = Deed::new(Action::EvaluationsOpen.code(), evaluation.id.uuid()).for_body("office");
    audit::record(&tx, app, actor, reason.as_deref().map_or(deed, |reason| deed.because(reason))).await?;
    let answer = receipt.keep(&tx, app, &Listed { evaluation, network }).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn numbers_of(tx: &Tx, app: &App, network: &Network) -> Result<FrozenNumbers> {
    let sums = evaluations::sums(tx, network.organization_id, network.id, app.today()).await?;
    Ok(FrozenNumbers::of(network, sums.meetings_held, &sums.counts, sums.vacancies, app.today()))
}

/// Add or replace the view of the core group or of the office, from the version that the actor saw.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or a rule: `evaluations/already-decided`, `evaluations/four-eyes`.
pub async fn view(app: &App, actor: &Actor, evaluation: EvaluationId, of: ViewOf, written: &Written<'_>) -> Result<Listed> {
    let known = evaluations::one(app.db.read(), actor.organization, evaluation).await?.ok_or(Error::NotFound)?;
    let (action, body) = match of {
        ViewOf::CoreGroup => (Action::EvaluationsViewAsCoreGroup, "core-group"),
        ViewOf::Office => (Action::EvaluationsViewAsOffice, "office"),
    };
    require(actor, action, &place_of(&known.network))?;
    let person = actor.person.ok_or(Error::Forbidden)?;
    let tx = app.begin_write().await?;
    let Listed { evaluation, network } = under_lock(&tx, actor, &known).await?;
    if evaluation.version != written.version {
        return Err(Error::Stale);
    }
    let core_group = core_group_now(&tx, app, &network).await?;
    let viewed = evaluation.view(of, written.text, Writer { person, core_group: &core_group }, app.now())?;
    if !evaluations::replace(&tx, &viewed).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, Deed::new(action.code(), viewed.id.uuid()).for_body(body)).await?;
    commit(tx).await?;
    Ok(Listed { evaluation: viewed, network })
}

/// A view as it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written<'a> {
    /// The text.
    pub text: &'a str,
    /// The version of the evaluation that the writer saw.
    pub version: u32,
}

/// The evaluation and its network as they are now, held until the transaction ends. Two statements.
async fn under_lock(tx: &Tx, actor: &Actor, known: &Listed) -> Result<Listed> {
    held(tx, actor.organization, known.network.id).await?;
    evaluations::one(tx, actor.organization, known.evaluation.id).await?.ok_or(Error::NotFound)
}

/// Everyone who holds a seat in the core group today. One statement.
async fn core_group_now(tx: &Tx, app: &App, network: &Network) -> Result<Vec<PersonId>> {
    let held = positions::of_core_group(tx, network.organization_id, network.id).await?;
    Ok(held.into_iter().filter(|appointment| appointment.is_current(app.today())).map(|appointment| appointment.person_id).collect())
}

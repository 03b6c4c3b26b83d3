//! The decision of the board, and the network that comes of it.

use chrono::NaiveDate;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::founding_plans::{Dossier, Founding, FoundingMember, FoundingPlan, PlanCommand, PlanDecision, PlanState, Start};
use vliegwiel_domain::ids::{FoundingPlanId, PersonId};
use vliegwiel_domain::networks::{Agreement, Network, NewNetwork, StartCapacity};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::{Tx, founding_plans, networks, organizations};

use super::file::{self, PlanReading};
use super::letters;
use crate::app::App;
use crate::error::{Error, Result};
use crate::networks::entering::{free_slug_in, seat};
use crate::networks::{CoreMember, core_group};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Decide (board). An approval brings the network, its agreement, its core group with their seats and their access, in one transaction: as a
/// pilot when the organisation has room for one more, else waiting for its turn. Everyone who proposed the plan is told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Barred`] `founding-plans/four-eyes`, [`Error::Rule`] such as
/// `founding-plans/invalid-decision-day`.
pub async fn decide(
    app: &App,
    actor: &Actor,
    plan: FoundingPlanId,
    decision: impl FnOnce(PersonId) -> PlanDecision + Send,
    receipt: &Receipt<'_, PlanReading>,
) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansDecide).await?;
    let organization = organizations::by_id(&tx, actor.organization).await?.ok_or(Error::NotFound)?;
    networks::lock_starts(&tx, organization.id).await?;
    let capacity = networks::capacity(&tx, organization.id).await?.ok_or(Error::NotFound)?.start;
    let core_group_min = organization.settings.rules.core_group_min;
    let dossier = Dossier { sections: &file.sections, members: &file.members, hands: &file.contents.hands, capacity, core_group_min };
    let (decided, founding) = file.plan.clone().decide(decision(person), dossier, app.today(), app.now())?;
    let decided = match founding {
        Some(founding) => found(&tx, app, &organization, decided, (founding, capacity)).await?,
        None => decided,
    };
    let command = if decided.state == PlanState::Approved { PlanCommand::Approve } else { PlanCommand::Reject };
    let step = file::step(app, command, person, decided.decision_reason.as_deref().unwrap_or_default());
    let people = founding_plans::recipients(&tx, organization.id, plan).await?;
    let letters = people.iter().map(|one| letters::decided(&file, one, &decided)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    file::take_step(&tx, app, actor, &decided, (Action::FoundingPlansDecide, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Write what an approval brings; the plan with its network.
async fn found(
    tx: &Tx,
    app: &App,
    organization: &Organization,
    plan: FoundingPlan,
    (founding, capacity): (Founding, StartCapacity),
) -> Result<FoundingPlan> {
    let slug = free_slug_in(tx, organization, &founding.network.profile.name).await?;
    let network = NewNetwork { slug, ..founding.network.clone() }.propose(app.new_id(), plan.id, app.now())?;
    networks::insert(tx, &network).await?;
    let agreed_on = plan.decided_on.unwrap_or_else(|| app.today());
    networks::insert_agreement(tx, &agreement(app, &network, &plan, &founding, agreed_on)).await?;
    for (sequence, member) in (1_u32..).zip(&founding.core_group) {
        let FoundingMember { person_id, kind, title } = member.clone();
        seat(tx, app, &network, &CoreMember { person_id, kind, title }, sequence).await?;
    }
    let network = core_group::settle(tx, app, organization.id, network.id).await?;
    if founding.start == Start::Now {
        let started = network.start(&founding.terms, capacity, app.today())?;
        if !networks::replace(tx, &started).await? {
            return Err(Error::Stale);
        }
        return Ok(plan.founds(started.id));
    }
    Ok(plan.founds(network.id))
}

fn agreement(app: &App, network: &Network, plan: &FoundingPlan, founding: &Founding, agreed_on: NaiveDate) -> Agreement {
    Agreement {
        id: app.new_id(),
        organization_id: network.organization_id,
        network_id: network.id,
        founding_plan_id: Some(plan.id),
        evaluation_id: None,
        terms: founding.terms.clone(),
        agreed_on,
        created_at: app.now(),
    }
}

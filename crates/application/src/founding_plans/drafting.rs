//! Writing a plan together.

use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::founding_plans::{Drafter, FoundingPlan, PlanFacts, PlanMember, PlanSection, SectionKind, void_confirmations};
use vliegwiel_domain::ids::{FoundingPlanId, PersonId};
use vliegwiel_persistence::{Tx, founding_plans, organizations};

use super::file::{self, PlanFile, PlanReading};
use super::letters;
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Begin a plan. `facts` completes what the organisation proposes: its default number of members.
///
/// # Errors
/// [`Error::Forbidden`] for who is no member, [`Error::Rule`] such as `founding-plans/too-many-open`.
pub async fn draft(
    app: &App,
    actor: &Actor,
    facts: impl FnOnce(u32) -> PlanFacts + Send,
    receipt: &Receipt<'_, PlanReading>,
) -> Result<Answer> {
    require(actor, Action::FoundingPlansDraft, &Place::organization(actor.organization))?;
    let person_id = actor.person.ok_or(Error::Forbidden)?;
    let organization = organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    let open_plans = founding_plans::open_plans(&tx, actor.organization, person_id).await?;
    let drafter = Drafter { organization_id: actor.organization, person_id, open_plans };
    let facts = facts(organization.settings.rules.goal_members_default);
    let plan = FoundingPlan::draft(app.new_id(), drafter, facts, app.now())?;
    founding_plans::insert(&tx, &plan, &PlanSection::blank(person_id, app.now())).await?;
    founding_plans::add_hand(&tx, actor.organization, plan.id, person_id, app.now()).await?;
    audit::record(&tx, app, actor, Deed::new(Action::FoundingPlansDraft.code(), plan.id.uuid())).await?;
    file::finish(tx, app, actor, plan.id, receipt).await
}

/// Write other facts over the version `seen`. Confirmations given before no longer count, and their givers are told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], [`Error::Rule`] such as `founding-plans/not-writable`.
pub async fn write_facts(
    app: &App,
    actor: &Actor,
    plan: FoundingPlanId,
    seen: u32,
    change: impl FnOnce(PlanFacts) -> PlanFacts + Send,
) -> Result<PlanReading> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansWrite).await?;
    if file.plan.version != seen {
        return Err(Error::Stale);
    }
    let changed = file.plan.clone().change(change(file.plan.facts.clone()), app.now())?;
    if changed != file.plan {
        founding_plans::store(&tx, &changed).await?;
        unsettle(&tx, app, &file, &changed, person).await?;
        audit::record(&tx, app, actor, Deed::new(Action::FoundingPlansWrite.code(), plan.uuid()).for_body("core-group")).await?;
    }
    let reading = file::one_in(&tx, actor, plan).await?.read_by(actor);
    commit(tx).await?;
    Ok(reading)
}

/// Write a section over the version `seen`. Sections have versions of their own, so that people can write in different ones at once.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`] when another has written this section, [`Error::Rule`].
pub async fn write_section(
    app: &App,
    actor: &Actor,
    (plan, kind): (FoundingPlanId, SectionKind),
    seen: u32,
    text: &str,
) -> Result<PlanSection> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansWrite).await?;
    file.plan.check_writable()?;
    let section = file.sections.iter().find(|section| section.kind == kind).cloned().ok_or(Error::NotFound)?;
    let written = section.clone().write(text, seen, person, app.now())?;
    if written == section {
        return Ok(section);
    }
    let changed = file.plan.clone().rewritten(app.now());
    if !founding_plans::replace_section(&tx, actor.organization, plan, &written).await? {
        return Err(Error::Stale);
    }
    founding_plans::store(&tx, &changed).await?;
    unsettle(&tx, app, &file, &changed, person).await?;
    audit::record(&tx, app, actor, Deed::new(Action::FoundingPlansWrite.code(), plan.uuid()).for_body("core-group")).await?;
    commit(tx).await?;
    Ok(written)
}

/// Put everyone back to `named` whose yes no longer holds, and tell them; who made the change knows.
async fn unsettle(tx: &Tx, app: &App, file: &PlanFile, changed: &FoundingPlan, writer: PersonId) -> Result<()> {
    let void: Vec<PlanMember> = void_confirmations(changed, &file.members);
    if void.is_empty() {
        return Ok(());
    }
    founding_plans::unsettle_members(tx, changed.organization_id, &void).await?;
    let people = founding_plans::recipients(tx, changed.organization_id, changed.id).await?;
    let is_void = |person: PersonId| person != writer && void.iter().any(|member| member.person_id == Some(person));
    let letters = people.iter().filter(|one| is_void(one.person_id)).map(|one| letters::unsettled(file, one)).collect();
    outbox::post(tx, app, Some(changed.organization_id), letters).await
}

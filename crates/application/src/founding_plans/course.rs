//! Handing in, reviewing, returning, advising, and taking back.

use vliegwiel_domain::access::{Action, Actor, Role};
use vliegwiel_domain::founding_plans::{NewPlanComment, PlanCommand, SectionKind};
use vliegwiel_domain::ids::FoundingPlanId;
use vliegwiel_persistence::recipients::Recipient;
use vliegwiel_persistence::{Tx, founding_plans, recipients};

use super::file::{self, PlanFile, PlanReading};
use super::letters;
use crate::app::App;
use crate::audit::{self, Deed};
use crate::error::Result;
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Hand the plan in; the office is told.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Barred`], [`crate::Error::Rule`] such as `founding-plans/unconfirmed`.
pub async fn submit(app: &App, actor: &Actor, plan: FoundingPlanId, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansSubmit).await?;
    let submitted = file.plan.clone().submit(&file.sections, &file.members, file.contents.core_group_min, app.now())?;
    let step = file::step(app, PlanCommand::Submit, person, "");
    let office = staff(&tx, app, &file, Role::Office).await?;
    let letters = office.iter().map(|one| letters::submitted(&file, one)).collect();
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    file::take_step(&tx, app, actor, &submitted, (Action::FoundingPlansSubmit, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Take the plan back for good, with a reason.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Barred`], [`crate::Error::Rule`] `founding-plans/wrong-state`.
pub async fn withdraw(app: &App, actor: &Actor, plan: FoundingPlanId, reason: &str, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansWithdraw).await?;
    let withdrawn = file.plan.clone().withdraw(reason, app.now())?;
    let step = file::step(app, PlanCommand::Withdraw, person, withdrawn.decision_reason.as_deref().unwrap_or_default());
    file::take_step(&tx, app, actor, &withdrawn, (Action::FoundingPlansWithdraw, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Take the plan in review (office).
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Forbidden`], [`crate::Error::Barred`] `founding-plans/four-eyes`, [`crate::Error::Rule`].
pub async fn review(app: &App, actor: &Actor, plan: FoundingPlanId, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansReview).await?;
    let reviewed = file.plan.clone().review(&file.proposers(), person, app.now())?;
    let step = file::step(app, PlanCommand::Review, person, "");
    file::take_step(&tx, app, actor, &reviewed, (Action::FoundingPlansReview, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Remark on a section (office, board). The proposers read it when the plan comes back.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Forbidden`], [`crate::Error::Barred`] `founding-plans/four-eyes`, [`crate::Error::Rule`].
pub async fn comment(
    app: &App,
    actor: &Actor,
    plan: FoundingPlanId,
    (section, text): (SectionKind, String),
    receipt: &Receipt<'_, PlanReading>,
) -> Result<Answer> {
    let (tx, file, written_by) = file::open(app, actor, plan, Action::FoundingPlansComment).await?;
    let new = NewPlanComment { section, text, written_by };
    let comment = file.plan.comment(app.new_id(), &new, &file.proposers(), app.now())?;
    founding_plans::insert_comment(&tx, actor.organization, plan, &comment).await?;
    let deed = Deed::new(Action::FoundingPlansComment.code(), plan.uuid());
    audit::record(&tx, app, actor, deed.on_behalf_of(file.body_of(actor, Action::FoundingPlansComment))).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Hand the plan back with a reason (office); the proposers are told.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Forbidden`], [`crate::Error::Barred`] `founding-plans/four-eyes`, [`crate::Error::Rule`].
pub async fn send_back(app: &App, actor: &Actor, plan: FoundingPlanId, reason: &str, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansReturn).await?;
    let (returned, reason) = file.plan.clone().send_back(&file.proposers(), person, reason, app.now())?;
    let step = file::step(app, PlanCommand::Return, person, &reason);
    let people = founding_plans::recipients(&tx, actor.organization, plan).await?;
    let letters = people.iter().map(|one| letters::returned(&file, one, &reason)).collect();
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    file::take_step(&tx, app, actor, &returned, (Action::FoundingPlansReturn, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Forward the plan to the board with advice (office); the board is told.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Forbidden`], [`crate::Error::Barred`] `founding-plans/four-eyes`, [`crate::Error::Rule`].
pub async fn advise(app: &App, actor: &Actor, plan: FoundingPlanId, advice: &str, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansAdvise).await?;
    let advised = file.plan.clone().advise(&file.proposers(), person, advice, app.now())?;
    let step = file::step(app, PlanCommand::Advise, person, "");
    let board = staff(&tx, app, &file, Role::Board).await?;
    let letters = board.iter().map(|one| letters::advised(&file, one)).collect();
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    file::take_step(&tx, app, actor, &advised, (Action::FoundingPlansAdvise, &step)).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// People of office or board who do not propose the plan themselves.
async fn staff(tx: &Tx, app: &App, file: &PlanFile, role: Role) -> Result<Vec<Recipient>> {
    let proposers = file.proposers();
    let mut people = recipients::in_role(tx, file.plan.organization_id, role, None, app.today()).await?;
    people.retain(|one| !proposers.contains(&one.person_id));
    Ok(people)
}

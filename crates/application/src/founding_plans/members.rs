//! Naming the core group to be, and answering.

use chrono::TimeDelta;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::founding_plans::{Named, NewPlanMember, PlanMember, PlanMemberState};
use vliegwiel_domain::ids::{FoundingPlanId, PlanMemberId};
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::{Tx, founding_plans, recipients};

use super::file::{self, PlanFile, PlanReading};
use super::letters;
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Letters about being named that one address gets within an hour, so that nobody fills another's mailbox. Our choice.
const LETTERS_IN_AN_HOUR_MAX: u64 = 5;

/// What a named member says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanAnswer {
    /// Yes, to this revision of the plan.
    Confirm(u32),
    /// No.
    Decline,
}

/// Name someone for the core group, by address. The address gets a mail, and the answer is the same whoever has it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Rule`] such as `founding-plans/already-named`.
pub async fn name_member(
    app: &App,
    actor: &Actor,
    plan: FoundingPlanId,
    new: NewPlanMember,
    receipt: &Receipt<'_, PlanReading>,
) -> Result<Answer> {
    let (tx, file, person) = file::open(app, actor, plan, Action::FoundingPlansNameMember).await?;
    let member = file.plan.name_member(app.new_id(), new, &file.members, app.now())?;
    founding_plans::insert_member(&tx, actor.organization, plan, &member).await?;
    let namer = recipients::person(&tx, actor.organization, person).await?;
    let is_own = namer.as_ref().is_some_and(|namer| namer.email == member.email);
    if !is_own && may_write_to(&tx, app, actor, &member.email).await? {
        outbox::post(&tx, app, Some(actor.organization), vec![letters::named(&file, &member, namer.as_ref())]).await?;
    }
    audit::record(&tx, app, actor, Deed::new(Action::FoundingPlansNameMember.code(), plan.uuid()).for_body("core-group")).await?;
    file::finish(tx, app, actor, plan, receipt).await
}

/// Take someone off the plan, at the version `seen` of the member.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], [`Error::Rule`] `founding-plans/not-writable`.
pub async fn remove_member(app: &App, actor: &Actor, plan: FoundingPlanId, member: PlanMemberId, seen: u32) -> Result<()> {
    let (tx, file, _) = file::open(app, actor, plan, Action::FoundingPlansRemoveMember).await?;
    let member = member_of(&file, member)?;
    file.plan.check_writable()?;
    if member.version != seen || !founding_plans::remove_member(&tx, actor.organization, &member).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, Deed::new(Action::FoundingPlansRemoveMember.code(), plan.uuid()).for_body("core-group")).await?;
    commit(tx).await
}

/// Say yes or no, from the own account.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Barred`] `founding-plans/not-yours`, [`Error::Rule`] such as `founding-plans/plan-changed`.
pub async fn answer(
    app: &App,
    actor: &Actor,
    (plan, member): (FoundingPlanId, PlanMemberId),
    answer: PlanAnswer,
    receipt: &Receipt<'_, PlanReading>,
) -> Result<Answer> {
    let (tx, file, person_id) = file::open(app, actor, plan, Action::FoundingPlansConfirm).await?;
    let member = member_of(&file, member)?;
    let by = Named { person_id, standing: actor.standing };
    let answered = match answer {
        PlanAnswer::Confirm(seen) => member.clone().confirm(&file.plan, by, seen, app.now())?,
        PlanAnswer::Decline => member.clone().decline(&file.plan, by, app.now())?,
    };
    if answered != member {
        if !founding_plans::replace_member(&tx, actor.organization, plan, &answered).await? {
            return Err(Error::Stale);
        }
        if answered.state == PlanMemberState::Confirmed {
            founding_plans::add_hand(&tx, actor.organization, plan, person_id, app.now()).await?;
        }
        let deed = Deed::new(Action::FoundingPlansConfirm.code(), plan.uuid()).because(answered.state.as_str());
        audit::record(&tx, app, actor, deed).await?;
    }
    file::finish(tx, app, actor, plan, receipt).await
}

/// Whether another letter may go to this address now.
async fn may_write_to(tx: &Tx, app: &App, actor: &Actor, email: &EmailAddress) -> Result<bool> {
    let hash = app.secrets.address_hash(email.as_str());
    let letter = (app.new_id::<()>().uuid(), app.now());
    let limit = (app.now() - TimeDelta::hours(1), LETTERS_IN_AN_HOUR_MAX);
    Ok(founding_plans::note_invitation(tx, actor.organization, &hash, letter, limit).await?)
}

fn member_of(file: &PlanFile, member: PlanMemberId) -> Result<PlanMember> {
    file.members.iter().find(|one| one.id == member).cloned().ok_or(Error::NotFound)
}

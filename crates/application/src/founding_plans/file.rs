//! A plan with everything in it, and who may do what with it.

use vliegwiel_domain::access::{self, Action, Actor, Place, Role, Visibility};
use vliegwiel_domain::founding_plans::{FoundingPlan, Gap, Named, PlanCommand, PlanMember, PlanSection, PlanState, PlanStep};
use vliegwiel_domain::ids::{FoundingPlanId, PersonId, PlanMemberId};
use vliegwiel_domain::positions::Body;
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::founding_plans::{self, Contents};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::receipts::{Answer, Receipt};

/// What only the proposers do, as far as they take part.
const AUTHORS: [Action; 5] = [
    Action::FoundingPlansWrite,
    Action::FoundingPlansNameMember,
    Action::FoundingPlansRemoveMember,
    Action::FoundingPlansSubmit,
    Action::FoundingPlansWithdraw,
];
/// What no proposer does (four eyes).
const OTHERS: [Action; 5] = [
    Action::FoundingPlansReview,
    Action::FoundingPlansComment,
    Action::FoundingPlansReturn,
    Action::FoundingPlansAdvise,
    Action::FoundingPlansDecide,
];

/// A plan with everything in it, as it stood at one moment.
pub struct PlanFile {
    pub plan: FoundingPlan,
    pub contents: Contents,
    pub sections: Vec<PlanSection>,
    pub members: Vec<PlanMember>,
}

/// From which side someone reads a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Drafted it, or is named in it.
    Proposer,
    /// Office or board.
    Staff,
}

/// A plan as someone may see it.
#[derive(Debug, Clone)]
pub struct PlanReading {
    /// The plan; `advice` is absent for proposers before the decision.
    pub plan: FoundingPlan,
    /// What stands in it; without the comments that the reader may not see yet.
    pub contents: Contents,
    /// From which side it is read.
    pub side: Side,
    /// Whether the reader began it: only then the addresses of others are shown.
    pub is_drafter: bool,
    /// The reader as a named member.
    pub own_member: Option<PlanMemberId>,
    /// What it lacks before it can be handed in; empty once it is handed in.
    pub gaps: Vec<Gap>,
    /// What the reader may do with it now.
    pub actions: Vec<Action>,
}

/// One plan with everything in it. Two statements.
pub async fn one(app: &App, actor: &Actor, plan: FoundingPlanId) -> Result<PlanFile> {
    founding_plans::one(app.db.read(), actor.organization, plan).await?.map(PlanFile::new).ok_or(Error::NotFound)
}

/// The same, as this transaction sees it. Two statements.
pub async fn one_in(tx: &Tx, actor: &Actor, plan: FoundingPlanId) -> Result<PlanFile> {
    founding_plans::one(tx, actor.organization, plan).await?.map(PlanFile::new).ok_or(Error::NotFound)
}

/// Begin to change a plan: authorise, then hold it until the transaction ends, and authorise what stands there then. Who writes is a proposer
/// from then on. Four or five statements.
pub async fn open(app: &App, actor: &Actor, plan: FoundingPlanId, action: Action) -> Result<(Tx, PlanFile, PersonId)> {
    one(app, actor, plan).await?.allow(actor, action)?;
    let tx = app.begin_write().await?;
    let file = founding_plans::lock(&tx, actor.organization, plan).await?.map(PlanFile::new).ok_or(Error::NotFound)?;
    let person = file.allow(actor, action)?;
    if AUTHORS.contains(&action) {
        founding_plans::add_hand(&tx, actor.organization, plan, person, app.now()).await?;
    }
    Ok((tx, file, person))
}

/// Store a plan that took a step in its course, with the step and the audit event. Five statements.
pub async fn take_step(tx: &Tx, app: &App, actor: &Actor, plan: &FoundingPlan, (action, step): (Action, &PlanStep)) -> Result<()> {
    founding_plans::store(tx, plan).await?;
    founding_plans::insert_step(tx, plan.organization_id, plan.id, step).await?;
    let deed = Deed::new(action.code(), plan.id.uuid()).for_body(step.command.body().as_str());
    let deed = if step.reason.is_empty() { deed } else { deed.because(&step.reason) };
    audit::record(tx, app, actor, deed).await
}

/// A step that is taken now.
pub fn step(app: &App, command: PlanCommand, taken_by: PersonId, reason: &str) -> PlanStep {
    PlanStep { id: app.new_id(), command, taken_by, reason: reason.to_owned(), taken_at: app.now() }
}

/// Answer with the plan as it stands now, keep the answer, and commit. Three statements.
pub async fn finish(tx: Tx, app: &App, actor: &Actor, plan: FoundingPlanId, receipt: &Receipt<'_, PlanReading>) -> Result<Answer> {
    let reading = one_in(&tx, actor, plan).await?.read_by(actor);
    let answer = receipt.keep(&tx, app, &reading).await?;
    commit(tx).await?;
    Ok(answer)
}

impl PlanFile {
    fn new((plan, contents): (FoundingPlan, Contents)) -> Self {
        let sections = contents.sections.iter().map(|entry| entry.section.clone()).collect();
        let members = contents.members.iter().map(|entry| entry.member.clone()).collect();
        Self { plan, contents, sections, members }
    }

    /// Whether the actor may do this; who they are.
    pub fn allow(&self, actor: &Actor, action: Action) -> Result<PersonId> {
        require(actor, action, &self.place(actor))?;
        let person = actor.person.ok_or(Error::Forbidden)?;
        if AUTHORS.contains(&action) {
            self.plan.check_author(&self.members, Named { person_id: person, standing: actor.standing })?;
        }
        if OTHERS.contains(&action) {
            self.plan.check_four_eyes(&self.proposers(), person)?;
        }
        Ok(person)
    }

    /// The body on whose behalf the actor does this.
    pub fn body_of(&self, actor: &Actor, action: Action) -> Option<Body> {
        access::body_of(actor, action, &self.place(actor))
    }

    /// Everyone who may not review, advise or decide.
    pub fn proposers(&self) -> Vec<PersonId> {
        self.plan.proposers(&self.contents.hands, &self.members)
    }

    /// The plan as the actor may see it.
    pub fn read_by(self, actor: &Actor) -> PlanReading {
        let side = self.side(actor);
        let actions = self.actions(actor);
        let own = |member: &&PlanMember| member.person_id.is_some() && member.person_id == actor.person;
        let own_member = self.members.iter().find(own).map(|member| member.id);
        let is_writable = self.plan.state.is_writable();
        let gaps = if is_writable { self.plan.gaps(&self.sections, &self.members, self.contents.core_group_min) } else { Vec::new() };
        let is_drafter = actor.person == Some(self.plan.drafted_by);
        let Self { mut plan, mut contents, .. } = self;
        if side == Side::Proposer {
            contents.comments.retain(|entry| plan.shows_to_proposers(&entry.comment));
            plan.advice = plan.advice.filter(|_| matches!(plan.state, PlanState::Approved | PlanState::Rejected));
        }
        PlanReading { plan, contents, side, is_drafter, own_member, gaps, actions }
    }

    /// Who declines reads the answer to that as a proposer still.
    fn side(&self, actor: &Actor) -> Side {
        let participants = self.plan.participants(&self.members, actor.standing);
        let is_participant = actor.person.is_some_and(|person| participants.contains(&person));
        let is_staff = actor.holds(Role::Office, None) || actor.holds(Role::Board, None);
        if is_staff && !is_participant { Side::Staff } else { Side::Proposer }
    }

    fn place(&self, actor: &Actor) -> Place {
        Place {
            organization: self.plan.organization_id,
            network: None,
            area: None,
            visibility: if self.plan.submitted_at.is_some() { Visibility::Participants } else { Visibility::Private },
            participants: self.plan.participants(&self.members, actor.standing),
        }
    }

    fn actions(&self, actor: &Actor) -> Vec<Action> {
        let all = AUTHORS.into_iter().chain([Action::FoundingPlansConfirm]).chain(OTHERS);
        all.filter(|action| self.is_time_for(*action, actor) && self.allow(actor, *action).is_ok()).collect()
    }

    /// Whether the state of the plan leaves room for this.
    fn is_time_for(&self, action: Action, actor: &Actor) -> bool {
        let state = self.plan.state;
        let leads_to = |command: PlanCommand| state.after(command).is_ok();
        match action {
            Action::FoundingPlansSubmit => leads_to(PlanCommand::Submit),
            Action::FoundingPlansWithdraw => leads_to(PlanCommand::Withdraw),
            Action::FoundingPlansReview => leads_to(PlanCommand::Review),
            Action::FoundingPlansReturn => leads_to(PlanCommand::Return),
            Action::FoundingPlansAdvise => leads_to(PlanCommand::Advise),
            Action::FoundingPlansDecide => leads_to(PlanCommand::Approve),
            Action::FoundingPlansComment => matches!(state, PlanState::InReview | PlanState::Advised),
            Action::FoundingPlansConfirm => {
                !state.is_final() && self.members.iter().any(|member| member.person_id.is_some() && member.person_id == actor.person)
            }
            _ => state.is_writable(),
        }
    }
}

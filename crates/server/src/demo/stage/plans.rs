//! Founding plans go their course.

use vliegwiel_application::founding_plans::{self, PlanAnswer, PlanReading};
use vliegwiel_application::receipts::Receipt;
use vliegwiel_application::{Error, Result};
use vliegwiel_domain::founding_plans::{NewPlanMember, PlanDecision, PlanVerdict};

use super::noting::Note;
use super::people::address;
use super::{Company, RunningNetwork, RunningPlan, Stage};
use crate::demo::script::{BOARD, OFFICE, PlanDeed, Slug, Who};

impl Stage<'_> {
    pub(super) async fn plan(&self, company: &mut Company, slug: Slug, deed: PlanDeed) -> Result<()> {
        if let PlanDeed::Draft(who, facts) = deed {
            let actor = self.actor(company, who).await?;
            let note = Note::blank();
            let render = |reading: &PlanReading| note.take(reading.plan.id);
            founding_plans::draft(self.app, &actor, |_| *facts, &Receipt::new(None, &render)).await?;
            company.plans.insert(slug, RunningPlan { id: note.read()?, drafter: who });
            return Ok(());
        }
        let plan = company.plans.get(slug).copied().ok_or(Error::NotFound)?;
        match deed {
            PlanDeed::Draft(..) => Ok(()),
            PlanDeed::Write(who, section, text) => {
                let actor = self.actor(company, who).await?;
                let reading = founding_plans::get(self.app, &actor, plan.id).await?;
                let seen = reading.contents.sections.iter().find(|entry| entry.section.kind == section).ok_or(Error::NotFound)?;
                founding_plans::write_section(self.app, &actor, (plan.id, section), seen.section.version, &text).await?;
                Ok(())
            }
            PlanDeed::Confirm(who) => self.confirm(company, plan, who).await,
            PlanDeed::Approve(..) | PlanDeed::Reject(_) => self.decide(company, slug, plan, deed).await,
            PlanDeed::Name(..)
            | PlanDeed::Submit
            | PlanDeed::Review
            | PlanDeed::Comment(..)
            | PlanDeed::Return(_)
            | PlanDeed::Advise(_)
            | PlanDeed::Withdraw(_) => self.step(company, plan, deed).await,
        }
    }

    /// A step that leaves nothing to remember.
    async fn step(&self, company: &Company, plan: RunningPlan, deed: PlanDeed) -> Result<()> {
        let is_proposers = matches!(deed, PlanDeed::Name(..) | PlanDeed::Submit | PlanDeed::Withdraw(_));
        let actor = self.actor(company, if is_proposers { plan.drafter } else { OFFICE }).await?;
        let forget = Note::blank();
        let render = |_: &PlanReading| forget.take(());
        let receipt = Receipt::new(None, &render);
        match deed {
            PlanDeed::Name(who, kind, title) => {
                let email = address(&company.character(who)?.email)?;
                let new = NewPlanMember { email, kind, title: title.to_owned() };
                founding_plans::name_member(self.app, &actor, plan.id, new, &receipt).await?
            }
            PlanDeed::Submit => founding_plans::submit(self.app, &actor, plan.id, &receipt).await?,
            PlanDeed::Withdraw(reason) => founding_plans::withdraw(self.app, &actor, plan.id, reason, &receipt).await?,
            PlanDeed::Review => founding_plans::review(self.app, &actor, plan.id, &receipt).await?,
            PlanDeed::Comment(section, text) => {
                founding_plans::comment(self.app, &actor, plan.id, (section, text.to_owned()), &receipt).await?
            }
            PlanDeed::Return(reason) => founding_plans::send_back(self.app, &actor, plan.id, reason, &receipt).await?,
            PlanDeed::Advise(advice) => founding_plans::advise(self.app, &actor, plan.id, advice, &receipt).await?,
            PlanDeed::Draft(..) | PlanDeed::Write(..) | PlanDeed::Confirm(_) | PlanDeed::Approve(..) | PlanDeed::Reject(_) => return Ok(()),
        };
        Ok(())
    }

    async fn confirm(&self, company: &Company, plan: RunningPlan, who: Who) -> Result<()> {
        let actor = self.actor(company, who).await?;
        let reading = founding_plans::get(self.app, &actor, plan.id).await?;
        let member = reading.own_member.ok_or(Error::NotFound)?;
        let forget = Note::blank();
        let render = |_: &PlanReading| forget.take(());
        let answer = PlanAnswer::Confirm(reading.plan.revision);
        founding_plans::answer(self.app, &actor, (plan.id, member), answer, &Receipt::new(None, &render)).await?;
        Ok(())
    }

    async fn decide(&self, company: &mut Company, slug: Slug, plan: RunningPlan, deed: PlanDeed) -> Result<()> {
        let actor = self.actor(company, BOARD).await?;
        let (verdict, reason) = match deed {
            PlanDeed::Approve(reason, conditions) => (PlanVerdict::Approve { conditions: conditions.to_owned(), terms: None }, reason),
            PlanDeed::Reject(reason) => (PlanVerdict::Reject, reason),
            PlanDeed::Draft(..)
            | PlanDeed::Write(..)
            | PlanDeed::Name(..)
            | PlanDeed::Confirm(_)
            | PlanDeed::Submit
            | PlanDeed::Review
            | PlanDeed::Comment(..)
            | PlanDeed::Return(_)
            | PlanDeed::Advise(_)
            | PlanDeed::Withdraw(_) => return Ok(()),
        };
        let note = Note::blank();
        let render = |reading: &PlanReading| note.take(reading.plan.network_id);
        let decided_on = self.app.today();
        let decision = |by| PlanDecision { verdict, reason: reason.to_owned(), decided_on, by };
        founding_plans::decide(self.app, &actor, plan.id, decision, &Receipt::new(None, &render)).await?;
        if let Some(id) = note.read()? {
            company.networks.insert(slug, RunningNetwork { id, lead: plan.drafter });
        }
        Ok(())
    }
}

//! Networks enter, fill their seats, grow, work in groups and are evaluated.

use vliegwiel_application::evaluations::{self, Decision as Conclusion, Written};
use vliegwiel_application::memberships::{self, Decision};
use vliegwiel_application::networks::{self, CoreMember, Entry};
use vliegwiel_application::positions::{self, Filter, Wish};
use vliegwiel_application::receipts::Receipt;
use vliegwiel_application::working_groups::{self, Newcomer};
use vliegwiel_application::{Error, Result};
use vliegwiel_domain::evaluations::{EvaluationOutcome, ViewOf};
use vliegwiel_domain::memberships::Support;
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::positions::{NewPosition, PositionDescription};
use vliegwiel_domain::working_groups::{NewWorkingGroup, WorkingGroupMember};

use super::noting::Note;
use super::{Company, RunningNetwork, Stage};
use crate::demo::script::{BOARD, Entrance, EvaluationDeed, GroupLine, OFFICE, SeatLine, Slug, Who};

/// Most seats of a network.
const SEATS_MAX: u64 = 100;

impl Stage<'_> {
    pub(super) async fn enter(&self, company: &mut Company, entrance: Entrance) -> Result<()> {
        let Entrance { slug, kind, profile, starts_on, terms, core_group } = entrance;
        let actor = self.actor(company, OFFICE).await?;
        let lead = core_group.first().map(|(who, _, _)| *who).ok_or(Error::NotFound)?;
        let mut members = Vec::with_capacity(core_group.len());
        for (who, kind, title) in core_group {
            members.push(CoreMember { person_id: company.person(who)?, kind, title: title.to_owned() });
        }
        let entry = Entry { unit_id: None, kind, profile, starts_on, terms, core_group: members };
        let note = Note::blank();
        let render = |network: &Network| note.take(network.id);
        networks::enter(self.app, &actor, entry, &Receipt::new(None, &render)).await?;
        company.networks.insert(slug, RunningNetwork { id: note.read()?, lead });
        Ok(())
    }

    pub(super) async fn seat(&self, company: &Company, slug: Slug, line: SeatLine) -> Result<()> {
        let network = company.network(slug)?;
        let actor = self.actor(company, network.lead).await?;
        let new = NewPosition {
            organization_id: company.organization,
            body: line.body,
            network_id: Some(network.id),
            unit_id: None,
            area_id: company.area(line.area)?,
            kind: line.kind,
            description: PositionDescription {
                title: line.title.to_owned(),
                vacancy_text: line.vacancy_text.to_owned(),
                term_months: None,
                sequence: 20,
            },
        };
        let note = Note::blank();
        let render = |seen: &positions::Seen| note.take(seen.seat.position.id);
        positions::open(self.app, &actor, new, &Receipt::new(None, &render)).await?;
        let Some((who, capacity)) = line.holder else { return Ok(()) };
        let wish = Wish { person_id: company.person(who)?, capacity, from_on: self.app.today(), until_on: None };
        let forget = Note::blank();
        let render = |_: &positions::Seen| forget.take(());
        positions::appoint(self.app, &actor, note.read()?, wish, &Receipt::new(None, &render)).await?;
        Ok(())
    }

    pub(super) async fn resign(&self, company: &Company, slug: Slug, title: &str, reason: &str) -> Result<()> {
        let network = company.network(slug)?;
        let actor = self.actor(company, network.lead).await?;
        let filter = Filter { network: Some(network.id), body: None, vacant_on: None, after: None, most: SEATS_MAX };
        let seats = positions::list(self.app, &actor, &filter).await?;
        let seen = seats.into_iter().find(|seen| seen.seat.position.title == title).ok_or(Error::NotFound)?;
        let held = seen.seat.holders.first().ok_or(Error::NotFound)?;
        let at = (seen.seat.position.id, held.appointment.id);
        let forget = Note::blank();
        let render = |_: &positions::Seen| forget.take(());
        positions::end(self.app, &actor, at, reason, &Receipt::new(None, &render)).await?;
        Ok(())
    }

    pub(super) async fn join(&self, company: &mut Company, slug: Slug, who: Who) -> Result<()> {
        let actor = self.actor(company, who).await?;
        let note = Note::blank();
        let render = |seen: &memberships::Seen| note.take(seen.membership.id);
        let network = company.network(slug)?;
        memberships::join(self.app, &actor, network.id, Support::Stated, &Receipt::new(None, &render)).await?;
        company.memberships.insert((slug, who), note.read()?);
        Ok(())
    }

    pub(super) async fn welcome(&self, company: &Company, slug: Slug, who: Who) -> Result<()> {
        let network = company.network(slug)?;
        let actor = self.actor(company, network.lead).await?;
        let membership = company.memberships.get(&(slug, who)).copied().ok_or(Error::NotFound)?;
        let forget = Note::blank();
        let render = |_: &memberships::Seen| forget.take(());
        memberships::decide(self.app, &actor, (network.id, membership), Decision::Approve, &Receipt::new(None, &render)).await?;
        Ok(())
    }

    pub(super) async fn found_group(&self, company: &Company, slug: Slug, line: GroupLine) -> Result<()> {
        let network = company.network(slug)?;
        let actor = self.actor(company, network.lead).await?;
        let new = NewWorkingGroup {
            organization_id: company.organization,
            network_id: network.id,
            kind: line.kind,
            name: line.name.to_owned(),
            purpose: line.purpose.to_owned(),
        };
        let note = Note::blank();
        let render = |seen: &working_groups::Seen| note.take(seen.group.id);
        working_groups::found(self.app, &actor, new, &Receipt::new(None, &render)).await?;
        for (who, expertise) in line.members {
            let newcomer = Newcomer { person_id: company.person(who)?, expertise: expertise.to_owned() };
            let forget = Note::blank();
            let render = |_: &(working_groups::Seen, WorkingGroupMember)| forget.take(());
            working_groups::add_member(self.app, &actor, (network.id, note.read()?), newcomer, &Receipt::new(None, &render)).await?;
        }
        Ok(())
    }

    pub(super) async fn evaluate(&self, company: &mut Company, slug: Slug, deed: EvaluationDeed) -> Result<()> {
        let network = company.network(slug)?;
        match deed {
            EvaluationDeed::Open => {
                let actor = self.actor(company, OFFICE).await?;
                let note = Note::blank();
                let render = |listed: &evaluations::Listed| note.take(listed.evaluation.id);
                let reason = "Afgesproken met de kerngroep.";
                evaluations::open(self.app, &actor, network.id, reason, &Receipt::new(None, &render)).await?;
                company.evaluations.insert(slug, note.read()?);
                Ok(())
            }
            EvaluationDeed::CoreGroupView(text) => self.view(company, slug, (network.lead, ViewOf::CoreGroup), text).await,
            EvaluationDeed::OfficeView(text) => self.view(company, slug, (OFFICE, ViewOf::Office), text).await,
            EvaluationDeed::Decide(outcome, reason, terms) => {
                let actor = self.actor(company, BOARD).await?;
                let decision = match (outcome, terms) {
                    (EvaluationOutcome::Adapt, Some(terms)) => Conclusion::Adapt(*terms),
                    (EvaluationOutcome::Adapt | EvaluationOutcome::Continue, _) => {
                        Conclusion::Continue { ends_on: None, evaluation_on: None }
                    }
                    (EvaluationOutcome::End, _) => Conclusion::End,
                };
                let evaluation = company.evaluations.get(slug).copied().ok_or(Error::NotFound)?;
                let forget = Note::blank();
                let render = |_: &evaluations::Listed| forget.take(());
                evaluations::decide(self.app, &actor, evaluation, (decision, reason), &Receipt::new(None, &render)).await?;
                Ok(())
            }
        }
    }

    async fn view(&self, company: &Company, slug: Slug, (who, of): (Who, ViewOf), text: &str) -> Result<()> {
        let actor = self.actor(company, who).await?;
        let evaluation = company.evaluations.get(slug).copied().ok_or(Error::NotFound)?;
        let version = evaluations::get(self.app, &actor, evaluation).await?.evaluation.version;
        evaluations::view(self.app, &actor, evaluation, of, &Written { text, version }).await?;
        Ok(())
    }
}

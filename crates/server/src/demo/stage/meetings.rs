//! Meetings are announced, people register, come, or come unannounced.

use vliegwiel_application::meetings::{self, MeetingPage};
use vliegwiel_application::receipts::Receipt;
use vliegwiel_application::registrations::{self, Accepted, AtDoor, NewGuest, NewWalkIn};
use vliegwiel_application::{Error, Result};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::meetings::{CoHost, Meeting, MeetingPlan, NewMeeting};
use vliegwiel_domain::registrations::NewGuestRequest;
use vliegwiel_domain::text::Language;

use super::noting::Note;
use super::people::address;
use super::postman::Postman;
use super::{Company, RunningMeeting, Stage};
use crate::demo::script::{Gathering, MeetingDeed, MeetingLine, Newcomer, Who};

/// Version of the text that guests agreed to.
const CONSENT_TEXT: &str = "2026-11";

impl Stage<'_> {
    pub(super) async fn meet(&self, company: &mut Company, postman: &Postman, gathering: Gathering, deed: MeetingDeed) -> Result<()> {
        if let MeetingDeed::Schedule(line) = deed {
            return self.schedule(company, gathering, *line).await;
        }
        let meeting = company.meetings.get(&gathering).copied().ok_or(Error::NotFound)?;
        match deed {
            MeetingDeed::Register(who) => return self.register(company, gathering, who).await,
            MeetingDeed::Cancel(who) => return self.cancel(company, gathering, who).await,
            MeetingDeed::RegisterGuest(guest) => return self.register_guest(company, postman, meeting, guest).await,
            MeetingDeed::CheckIn(who) => {
                let registration = company.registrations.get(&(gathering, who)).copied().ok_or(Error::NotFound)?;
                let forget = Note::blank();
                let render = |_: &AtDoor| forget.take(());
                let host = self.actor(company, meeting.host).await?;
                registrations::check_in(self.app, &host, registration, &Receipt::new(None, &render)).await?;
                return Ok(());
            }
            MeetingDeed::Schedule(_) | MeetingDeed::Publish | MeetingDeed::WalkIn(_) | MeetingDeed::Hold(_) | MeetingDeed::CallOff(_) => {}
        }
        self.lead(&self.actor(company, meeting.host).await?, meeting, deed).await
    }

    /// What the host does with the meeting.
    async fn lead(&self, host: &Actor, meeting: RunningMeeting, deed: MeetingDeed) -> Result<()> {
        let forget = Note::blank();
        let render = |_: &MeetingPage| forget.take(());
        let receipt = Receipt::new(None, &render);
        match deed {
            MeetingDeed::Publish => meetings::publish(self.app, host, meeting.id, &receipt).await.map(|_| ()),
            MeetingDeed::Hold(present) => meetings::hold(self.app, host, meeting.id, present, &receipt).await.map(|_| ()),
            MeetingDeed::CallOff(reason) => meetings::cancel(self.app, host, meeting.id, reason, &receipt).await.map(|_| ()),
            MeetingDeed::WalkIn(name) => {
                let new = NewWalkIn { name, email: None, consent_text: CONSENT_TEXT.to_owned() };
                let forget = Note::blank();
                let render = |_: &AtDoor| forget.take(());
                registrations::let_in(self.app, host, meeting.id, new, &Receipt::new(None, &render)).await.map(|_| ())
            }
            MeetingDeed::Schedule(_)
            | MeetingDeed::Register(_)
            | MeetingDeed::RegisterGuest(_)
            | MeetingDeed::Cancel(_)
            | MeetingDeed::CheckIn(_) => Ok(()),
        }
    }

    async fn schedule(&self, company: &mut Company, gathering: Gathering, line: MeetingLine) -> Result<()> {
        let MeetingLine { network, host, plan, area, units } = line;
        let actor = self.actor(company, host).await?;
        let hosts = units.iter().map(|name| company.units.get(name).copied().map(CoHost::Unit).ok_or(Error::NotFound));
        let hosts = hosts.collect::<Result<Vec<CoHost>>>()?;
        let plan = MeetingPlan { area_id: company.area(area)?, ..plan };
        let new = NewMeeting { organization_id: company.organization, network_id: company.network(network)?.id, plan };
        let note = Note::blank();
        let render = |meeting: &Meeting| note.take(meeting.id);
        meetings::schedule(self.app, &actor, new, hosts, &Receipt::new(None, &render)).await?;
        company.meetings.insert(gathering, RunningMeeting { id: note.read()?, host });
        Ok(())
    }

    async fn register(&self, company: &mut Company, gathering: Gathering, who: Who) -> Result<()> {
        let actor = self.actor(company, who).await?;
        let meeting = company.meetings.get(&gathering).copied().ok_or(Error::NotFound)?;
        let note = Note::blank();
        let render = |accepted: &Accepted| note.take(accepted.registration.id);
        registrations::register(self.app, &actor, meeting.id, "", &Receipt::new(None, &render)).await?;
        company.registrations.insert((gathering, who), note.read()?);
        Ok(())
    }

    async fn cancel(&self, company: &Company, gathering: Gathering, who: Who) -> Result<()> {
        let actor = self.actor(company, who).await?;
        let registration = company.registrations.get(&(gathering, who)).copied().ok_or(Error::NotFound)?;
        let version = registrations::get(self.app, &actor, registration).await?.registration.version;
        registrations::cancel(self.app, &actor, registration, version).await
    }

    async fn register_guest(&self, company: &Company, postman: &Postman, meeting: RunningMeeting, guest: Newcomer) -> Result<()> {
        let stranger = Actor::stranger(company.organization, None);
        let request = NewGuestRequest { name: guest.name, email: address(&guest.email)?, needs: String::new(), language: Language::Nl };
        let new = NewGuest { request, consent_text: CONSENT_TEXT.to_owned() };
        let forget = Note::blank();
        let render = |(): &()| forget.take(());
        registrations::ask_as_guest(self.app, &stranger, meeting.id, new, &Receipt::new(None, &render)).await?;
        let token = postman.token_for(self.app, &guest.email).await?;
        let forget = Note::blank();
        let render = |_: &Accepted| forget.take(());
        registrations::confirm_as_guest(self.app, &stranger, &token, &Receipt::new(None, &render)).await?;
        Ok(())
    }
}

//! People arrive, units are added, and the bodies of the organisation are filled.

use vliegwiel_application::accounts::{self, Claim, Confirmation, Confirmed, SelfRegistration};
use vliegwiel_application::demo::{self, Arrival};
use vliegwiel_application::persons::{self, NewConsent};
use vliegwiel_application::positions::{self, Seen, Wish};
use vliegwiel_application::receipts::Receipt;
use vliegwiel_application::{Error, Result, units};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::persons::ConsentPurpose;
use vliegwiel_domain::positions::{Body, Capacity, NewPosition, PositionDescription, PositionKind};
use vliegwiel_domain::text::{EmailAddress, Language};
use vliegwiel_domain::units::{NewUnit, Unit};

use super::noting::Note;
use super::postman::Postman;
use super::{Company, Stage};
use crate::demo::script::{ADMINISTRATOR, Newcomer, UnitLine, Who};

/// Version of the text about public roles that the characters agreed to.
const CONSENT_TEXT: &str = "2026-11";
/// Password of newcomers, who never sign in again.
const NEWCOMERS_PASSWORD: &str = "zeven-zwanen-zwemmen-zacht";

impl Stage<'_> {
    pub(super) async fn arrive(&self, company: &mut Company, who: Who) -> Result<()> {
        let character = company.character(who)?.clone();
        let arrival = Arrival { name: character.name, email: address(&character.email)?, kind: character.kind };
        let person = demo::arrive(self.app, company.organization, &arrival, self.password).await?;
        company.persons.insert(who, person);
        if who == ADMINISTRATOR {
            demo::entrust(self.app, company.organization, person).await?;
        }
        if character.is_public {
            let actor = self.actor(company, who).await?;
            let consent = NewConsent { purpose: ConsentPurpose::PublicRole, text_version: CONSENT_TEXT.to_owned(), language: Language::Nl };
            let version = persons::get(self.app, &actor, person).await?.person.version;
            persons::give_consent(self.app, &actor, person, version, consent).await?;
        }
        Ok(())
    }

    pub(super) async fn add_unit(&self, company: &mut Company, line: UnitLine) -> Result<()> {
        let UnitLine { name, kind, parent, area } = line;
        let actor = self.actor(company, ADMINISTRATOR).await?;
        let parent = parent.map(|parent| company.units.get(parent).copied().ok_or(Error::NotFound)).transpose()?;
        let new = NewUnit { organization_id: company.organization, kind, name: name.to_owned(), area_id: company.area(area)? };
        let note = Note::blank();
        let render = |unit: &Unit| note.take(unit.id);
        units::add(self.app, &actor, new, parent, &Receipt::new(None, &render)).await?;
        company.units.insert(name, note.read()?);
        Ok(())
    }

    pub(super) async fn staff(&self, company: &Company, who: Who, body: Body, title: &str) -> Result<()> {
        let actor = self.actor(company, ADMINISTRATOR).await?;
        let new = NewPosition {
            organization_id: company.organization,
            body,
            network_id: None,
            unit_id: None,
            area_id: None,
            kind: PositionKind::Other,
            description: PositionDescription {
                title: title.to_owned(),
                vacancy_text: String::new(),
                term_months: None,
                sequence: u32::try_from(who).unwrap_or(0),
            },
        };
        let note = Note::blank();
        let render = |seen: &Seen| note.take(seen.seat.position.id);
        positions::open(self.app, &actor, new, &Receipt::new(None, &render)).await?;
        let wish = Wish { person_id: company.person(who)?, capacity: Capacity::Regular, from_on: self.app.today(), until_on: None };
        let forget = Note::blank();
        let render = |_: &Seen| forget.take(());
        positions::appoint(self.app, &actor, note.read()?, wish, &Receipt::new(None, &render)).await?;
        Ok(())
    }

    /// Someone registers, says to be a member, and follows the link; the office has yet to answer.
    pub(super) async fn register_newcomer(&self, company: &Company, postman: &Postman, newcomer: Newcomer) -> Result<()> {
        let stranger = Actor::stranger(company.organization, None);
        let new = SelfRegistration { name: newcomer.name, email: address(&newcomer.email)?, language: Language::Nl, claim: Claim::Member };
        let forget = Note::blank();
        let render = |(): &()| forget.take(());
        accounts::self_register(self.app, &stranger, new, &Receipt::new(None, &render)).await?;
        let token = postman.token_for(self.app, &newcomer.email).await?;
        let confirmation = Confirmation { token, password: Some(NEWCOMERS_PASSWORD.to_owned()), name: None };
        let forget = Note::blank();
        let render = |_: &Confirmed| forget.take(());
        accounts::confirm(self.app, confirmation, &Receipt::new(None, &render)).await?;
        Ok(())
    }
}

/// An address of a script.
///
/// # Errors
/// [`Error::Internal`] for one that is none.
pub(super) fn address(text: &str) -> Result<EmailAddress> {
    EmailAddress::parse(text).map_err(Error::internal)
}

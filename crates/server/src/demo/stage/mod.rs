//! Plays the scripts: every scene through the use case that a person would have used, as the person who would have done it.

mod meetings;
mod networks;
mod noting;
mod people;
mod plans;
mod postman;

use std::collections::BTreeMap;

use vliegwiel_application::demo::{self, KeptPassword};
use vliegwiel_application::{App, Error, Result, areas};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::ids::{
    AreaId, EvaluationId, FoundingPlanId, MeetingId, MembershipId, NetworkId, OrganizationId, PersonId, RegistrationId, UnitId,
};
use vliegwiel_domain::organizations::Organization;

use self::postman::Postman;
use super::clock::TravellingClock;
use super::script::{Character, Deed, Gathering, Scene, Script, Slug, Who};

/// Most areas of the demo.
const AREAS_MAX: u64 = 500;

/// Where the scripts are played.
pub struct Stage<'a> {
    /// The application, whose clock is `clock`.
    pub app: &'a App,
    /// The clock that travels with the scenes.
    pub clock: &'a TravellingClock,
    /// The password of every account.
    pub password: &'a KeptPassword,
}

/// An organisation while it is played: what its names and numbers have become.
struct Company {
    organization: OrganizationId,
    slug: &'static str,
    cast: Vec<Character>,
    areas: BTreeMap<String, AreaId>,
    persons: BTreeMap<Who, PersonId>,
    units: BTreeMap<&'static str, UnitId>,
    networks: BTreeMap<Slug, RunningNetwork>,
    memberships: BTreeMap<(Slug, Who), MembershipId>,
    plans: BTreeMap<Slug, RunningPlan>,
    evaluations: BTreeMap<Slug, EvaluationId>,
    meetings: BTreeMap<Gathering, RunningMeeting>,
    registrations: BTreeMap<(Gathering, Who), RegistrationId>,
}

#[derive(Debug, Clone, Copy)]
struct RunningNetwork {
    id: NetworkId,
    /// Who acts for its core group.
    lead: Who,
}

#[derive(Debug, Clone, Copy)]
struct RunningPlan {
    id: FoundingPlanId,
    drafter: Who,
}

#[derive(Debug, Clone, Copy)]
struct RunningMeeting {
    id: MeetingId,
    host: Who,
}

impl Stage<'_> {
    /// Play all scripts together, in the order of time.
    ///
    /// # Errors
    /// What the use case of a scene refuses; the scenes before it have happened.
    pub async fn play(&self, scripts: Vec<Script>, areas_file: &[u8]) -> Result<()> {
        areas::import(self.app, areas_file).await?;
        let areas = self.areas().await?;
        let mut companies = Vec::with_capacity(scripts.len());
        let mut scenes = Vec::new();
        for script in scripts {
            let number = companies.len();
            scenes.extend(script.scenes.into_iter().map(|scene| (number, scene)));
            let organization = Organization::found(self.app.new_id(), script.slug, script.kind, script.settings, self.app.now())
                .map_err(Error::internal)?;
            demo::found(self.app, &organization).await?;
            companies.push(Company::new(organization.id, script.slug, script.cast, areas.clone()));
        }
        scenes.sort_by_key(|(_, scene)| scene.at);
        let postman = Postman::default();
        for (number, scene) in scenes {
            let Some(company) = companies.get_mut(number) else { continue };
            self.play_one(company, &postman, scene).await?;
        }
        Ok(())
    }

    async fn areas(&self) -> Result<BTreeMap<String, AreaId>> {
        let filter = areas::Filter { kind: None, from_on: None, within: None, words: None, after: None, most: AREAS_MAX };
        let found = areas::list(self.app, &filter).await?;
        Ok(found.into_iter().map(|area| (area.code.as_str().to_owned(), area.id)).collect())
    }

    async fn play_one(&self, company: &mut Company, postman: &Postman, Scene { at, deed }: Scene) -> Result<()> {
        self.clock.travel_to(at);
        let words = format!("{deed:?}");
        let played = match deed {
            Deed::Arrive(who) => self.arrive(company, who).await,
            Deed::AddUnit(line) => self.add_unit(company, line).await,
            Deed::Staff(who, body, title) => self.staff(company, who, body, title).await,
            Deed::Enter(entrance) => self.enter(company, *entrance).await,
            Deed::Seat(network, line) => self.seat(company, network, *line).await,
            Deed::Resign(network, title, reason) => self.resign(company, network, title, reason).await,
            Deed::Join(network, who) => self.join(company, network, who).await,
            Deed::Welcome(network, who) => self.welcome(company, network, who).await,
            Deed::Group(network, line) => self.found_group(company, network, *line).await,
            Deed::Plan(slug, deed) => self.plan(company, slug, deed).await,
            Deed::Evaluation(network, deed) => self.evaluate(company, network, deed).await,
            Deed::Meeting(gathering, deed) => self.meet(company, postman, gathering, deed).await,
            Deed::Register(newcomer) => self.register_newcomer(company, postman, newcomer).await,
        };
        played
            .inspect_err(|error| tracing::error!(%error, organization = company.slug, %at, deed = words, "a scene of the demo went wrong"))
    }

    /// Someone of the cast, as the signed-in person would be.
    async fn actor(&self, company: &Company, who: Who) -> Result<Actor> {
        demo::actor(self.app, company.organization, company.person(who)?).await
    }
}

impl Company {
    fn new(organization: OrganizationId, slug: &'static str, cast: Vec<Character>, areas: BTreeMap<String, AreaId>) -> Self {
        Self {
            organization,
            slug,
            cast,
            areas,
            persons: BTreeMap::new(),
            units: BTreeMap::new(),
            networks: BTreeMap::new(),
            memberships: BTreeMap::new(),
            plans: BTreeMap::new(),
            evaluations: BTreeMap::new(),
            meetings: BTreeMap::new(),
            registrations: BTreeMap::new(),
        }
    }

    fn character(&self, who: Who) -> Result<&Character> {
        self.cast.get(who).ok_or(Error::NotFound)
    }

    fn person(&self, who: Who) -> Result<PersonId> {
        self.persons.get(&who).copied().ok_or(Error::NotFound)
    }

    fn network(&self, slug: Slug) -> Result<RunningNetwork> {
        self.networks.get(slug).copied().ok_or(Error::NotFound)
    }

    fn area(&self, code: Option<&str>) -> Result<Option<AreaId>> {
        code.map(|code| self.areas.get(code).copied().ok_or(Error::NotFound)).transpose()
    }
}

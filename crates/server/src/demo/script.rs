//! What happens in the demo: for each organisation who takes part, and one scene after another, each at its moment.

use chrono::{DateTime, NaiveDate, Utc};
use vliegwiel_domain::affiliations::AffiliationKind;
use vliegwiel_domain::evaluations::EvaluationOutcome;
use vliegwiel_domain::founding_plans::{PlanFacts, SectionKind};
use vliegwiel_domain::meetings::MeetingPlan;
use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Terms};
use vliegwiel_domain::organizations::{OrganizationKind, Settings};
use vliegwiel_domain::positions::{Body, Capacity, PositionKind};
use vliegwiel_domain::units::UnitKind;
use vliegwiel_domain::working_groups::WorkingGroupKind;

/// Number of a character in the cast.
pub type Who = usize;
/// Number of a meeting in the script.
pub type Gathering = usize;
/// Slug of a network.
pub type Slug = &'static str;
/// Official code of an area, such as `GM0106`.
pub type AreaCode = &'static str;

/// Works at the office: `kantoor@`.
pub const OFFICE: Who = 0;
/// Sits on the board: `bestuur@`.
pub const BOARD: Who = 1;
/// Sits in the core group of the main network: `kerngroep@`.
pub const CORE_GROUP: Who = 2;
/// A member: `lid@`.
pub const MEMBER: Who = 3;
/// A guest of a meeting: `gast@`.
pub const GUEST: Who = 4;
/// The administrator: `beheer@`.
pub const ADMINISTRATOR: Who = 5;
/// The mailboxes of the characters above, in their order.
pub const ROLES: [&str; 6] = ["kantoor", "bestuur", "kerngroep", "lid", "gast", "beheer"];

/// The demo of one organisation.
#[derive(Debug)]
pub struct Script {
    /// Its slug.
    pub slug: &'static str,
    /// What sort of organisation.
    pub kind: OrganizationKind,
    /// What it says about itself, how it looks and what it decides.
    pub settings: Settings,
    /// Everyone who takes part.
    pub cast: Vec<Character>,
    /// What happens, in any order.
    pub scenes: Vec<Scene>,
}

/// Someone who takes part.
#[derive(Debug, Clone)]
pub struct Character {
    /// Name, invented.
    pub name: String,
    /// Address, under the top-level domain `example`.
    pub email: String,
    /// What the person is to the organisation.
    pub kind: AffiliationKind,
    /// When the organisation came to know the person.
    pub arrives: DateTime<Utc>,
    /// Municipality the person lives in.
    pub home: Option<AreaCode>,
    /// Whether the person agreed to be named on public pages.
    pub is_public: bool,
}

/// Something that happens at a moment.
#[derive(Debug)]
pub struct Scene {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub deed: Deed,
}

/// Something that happens.
#[derive(Debug)]
pub enum Deed {
    /// A character comes to know the organisation.
    Arrive(Who),
    /// A unit is added.
    AddUnit(UnitLine),
    /// A seat of the organisation is opened and taken.
    Staff(Who, Body, &'static str),
    /// An existing network enters.
    Enter(Box<Entrance>),
    /// A seat of a network is opened, and taken when there is someone.
    Seat(Slug, Box<SeatLine>),
    /// Who holds the seat with this title goes, with a reason.
    Resign(Slug, &'static str, &'static str),
    /// Someone joins, or asks to.
    Join(Slug, Who),
    /// The core group says yes to a request.
    Welcome(Slug, Who),
    /// A working group is founded, with these members; experts say what they know.
    Group(Slug, Box<GroupLine>),
    /// Something happens to a founding plan.
    Plan(Slug, PlanDeed),
    /// Something happens to the evaluation of a network.
    Evaluation(Slug, EvaluationDeed),
    /// Something happens to a meeting.
    Meeting(Gathering, MeetingDeed),
    /// Someone registers with the organisation, and confirms.
    Register(Newcomer),
}

/// A unit to add.
#[derive(Debug, Clone, Copy)]
pub struct UnitLine {
    /// Name.
    pub name: &'static str,
    /// Sort of unit.
    pub kind: UnitKind,
    /// Name of the unit it lies in.
    pub parent: Option<&'static str>,
    /// The area it works in.
    pub area: Option<AreaCode>,
}

/// An existing network that enters.
#[derive(Debug)]
pub struct Entrance {
    /// Slug that follows from its name.
    pub slug: Slug,
    /// What sort of network.
    pub kind: NetworkKind,
    /// What it says about itself.
    pub profile: NetworkProfile,
    /// The day it began.
    pub starts_on: NaiveDate,
    /// What is agreed.
    pub terms: Terms,
    /// The core group; the first of them acts for it.
    pub core_group: Vec<(Who, PositionKind, &'static str)>,
}

/// A seat of a network.
#[derive(Debug, Clone)]
pub struct SeatLine {
    /// The body.
    pub body: Body,
    /// What it is for.
    pub kind: PositionKind,
    /// Title.
    pub title: &'static str,
    /// What a candidate reads.
    pub vacancy_text: &'static str,
    /// Area of an ambassador.
    pub area: Option<AreaCode>,
    /// Who takes it, and how.
    pub holder: Option<(Who, Capacity)>,
}

/// A working group.
#[derive(Debug, Clone)]
pub struct GroupLine {
    /// Who takes part.
    pub kind: WorkingGroupKind,
    /// Name.
    pub name: &'static str,
    /// What it works on.
    pub purpose: &'static str,
    /// Who, with what they know.
    pub members: Vec<(Who, &'static str)>,
}

/// What happens to a founding plan.
#[derive(Debug)]
pub enum PlanDeed {
    /// Someone begins it.
    Draft(Who, Box<PlanFacts>),
    /// Someone writes a section.
    Write(Who, SectionKind, String),
    /// The drafter names someone for the core group.
    Name(Who, PositionKind, &'static str),
    /// Someone named says yes.
    Confirm(Who),
    /// The drafter hands it in.
    Submit,
    /// The office takes it in review.
    Review,
    /// The office remarks on a section.
    Comment(SectionKind, &'static str),
    /// The office sends it back.
    Return(&'static str),
    /// The office forwards it with advice.
    Advise(&'static str),
    /// The board approves, with a reason and conditions.
    Approve(&'static str, &'static str),
    /// The board rejects, with a reason.
    Reject(&'static str),
    /// The drafter takes it back.
    Withdraw(&'static str),
}

/// What happens to the evaluation of a network.
#[derive(Debug)]
pub enum EvaluationDeed {
    /// The office opens it.
    Open,
    /// The core group gives its view.
    CoreGroupView(&'static str),
    /// The office gives its view.
    OfficeView(&'static str),
    /// The board decides, with a reason, and new terms where it adapts.
    Decide(EvaluationOutcome, &'static str, Option<Box<Terms>>),
}

/// What happens to a meeting.
#[derive(Debug)]
pub enum MeetingDeed {
    /// Someone schedules it for a network.
    Schedule(Box<MeetingLine>),
    /// It is announced.
    Publish,
    /// Someone registers, and may wait.
    Register(Who),
    /// A guest asks for a place and follows the link.
    RegisterGuest(Newcomer),
    /// Someone cancels.
    Cancel(Who),
    /// Someone came.
    CheckIn(Who),
    /// Someone came without having registered.
    WalkIn(String),
    /// It took place; with the number of people where no names are kept.
    Hold(Option<u32>),
    /// It is called off.
    CallOff(&'static str),
}

/// A meeting to schedule.
#[derive(Debug, Clone)]
pub struct MeetingLine {
    /// The network.
    pub network: Slug,
    /// Who schedules it and keeps the door; of the core group or an ambassador.
    pub host: Who,
    /// What, when, where and for whom; without the area.
    pub plan: MeetingPlan,
    /// The area.
    pub area: Option<AreaCode>,
    /// Names of the units that host it too.
    pub units: &'static [&'static str],
}

/// Someone who is not in the cast.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// Name, invented.
    pub name: String,
    /// Address.
    pub email: String,
}

//! Who may do what, and who may know of what: the one policy of the product.
//!
//! A use case resolves the [`Place`] of a thing, then asks [`allows`]. A place the actor may not know of answers like one that does not
//! exist ([`Verdict::Hidden`]). Roles, memberships, positions and visibility stay apart: a role is a grant, whatever it came from.

mod actions;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use actions::{Action, allowed_to};

use crate::ids::{AccountId, AreaId, NetworkId, OrganizationId, PersonId};
use crate::mutants::{Hole, planted};
use crate::positions::Body;

/// What a person may act as, at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// Keeps the organisation's settings, units and bodies.
    Administrator,
    /// The party office (partijbureau): first contact of all networks.
    Office,
    /// The national board (landelijk bestuur): decides.
    Board,
    /// Answers, with others, for one network.
    CoreGroup,
    /// Starts meetings for one network in an area.
    Ambassador,
}

/// A role at a place; `network` is set for the roles of a network and for no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What the person may act as.
    pub role: Role,
    /// The network it holds for; `None` means the whole organisation.
    pub network: Option<NetworkId>,
    /// The area it holds in, for an ambassador; a larger area stands here once for each area inside it.
    ///
    /// Source: domain.md, Organisation ("position with an area or unit; starts meetings there").
    pub area: Option<AreaId>,
}

/// The affiliation of an actor, as far as policy asks: see [`crate::affiliations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No active affiliation with this organisation.
    None,
    /// Guest of one meeting: may join and register, but is told nothing that is meant for the organisation.
    Guest,
    /// Supporter, former member or external.
    Affiliated,
    /// Member of the organisation.
    Member,
}

impl Standing {
    /// Whether what is meant for everyone of the organisation is meant for this person too.
    #[must_use]
    pub const fn is_inside(self) -> bool {
        matches!(self, Self::Affiliated | Self::Member)
    }
}

/// Who asks, seen from one organisation. Someone else's account, and no account at all, has no person and no grants here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The organisation of the request.
    pub organization: OrganizationId,
    /// The login, absent when nobody signed in.
    pub account: Option<AccountId>,
    /// This organisation's record of the caller.
    pub person: Option<PersonId>,
    /// What the person is to the organisation.
    pub standing: Standing,
    /// Roles that hold now.
    pub grants: Vec<Grant>,
    /// Networks the person is an active member of.
    pub memberships: Vec<NetworkId>,
}

/// Who may know that a thing exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone, signed in or not.
    Public,
    /// Everyone with an active affiliation.
    Organization,
    /// Active members of the place's network, its core group and ambassadors wherever they work, the office and the board.
    Network,
    /// Who organises for the place's network, its core group and the ambassadors of the place's area, the office and the board.
    Organizers,
    /// The core group of the place's network, the office and the board.
    CoreGroup,
    /// The people named in [`Place::participants`], the office and the board.
    Participants,
    /// The people named in [`Place::participants`] and nobody else: founding plans that were not handed in yet (privacy.md P10, P12).
    Private,
    /// The people named in [`Place::participants`] and the core group: memberships of networks of special sensitivity (privacy.md P10).
    Confidential,
    /// The people named in [`Place::participants`], the core group and the ambassadors of the place's area: who stands at the door of a
    /// meeting there.
    Door,
}

/// Where a thing stands: enough to decide about it without loading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The tenant.
    pub organization: OrganizationId,
    /// The network, for everything inside one.
    pub network: Option<NetworkId>,
    /// The area, for a meeting that is for one.
    pub area: Option<AreaId>,
    /// Who may know of it.
    pub visibility: Visibility,
    /// People with a stake of their own: the person it is about, the drafter and the named members of a plan.
    pub participants: Vec<PersonId>,
}

impl Place {
    /// The organisation itself, known to everyone.
    #[must_use]
    pub const fn organization(organization: OrganizationId) -> Self {
        Self { organization, network: None, area: None, visibility: Visibility::Public, participants: Vec::new() }
    }

    /// Something about one person, known to that person, the office and the board.
    #[must_use]
    pub fn person(organization: OrganizationId, person: PersonId) -> Self {
        Self { organization, network: None, area: None, visibility: Visibility::Participants, participants: vec![person] }
    }
}

/// The answer of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Allowed,
    /// The caller may know of the thing but not do this.
    Forbidden,
    /// For the caller the thing does not exist.
    Hidden,
}

/// What someone can be to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Who {
    /// Anyone who may know of it.
    Anyone,
    /// A person with an active affiliation.
    Affiliated,
    /// A person with the affiliation `member`.
    Member,
    /// An active member of the place's network.
    NetworkMember,
    /// The person it is about, or one of its named participants.
    Participant,
    /// Ambassador of the place's network in the place's area; a place without an area has none.
    Ambassador,
    /// Core group of the place's network.
    CoreGroup,
    /// The party office.
    Office,
    /// The national board.
    Board,
    /// An administrator of the organisation.
    Administrator,
}

/// Decide whether `actor` may do `action` at `place`.
#[must_use]
pub fn allows(actor: &Actor, action: Action, place: &Place) -> Verdict {
    if actor.organization != place.organization || !actor.may_know(place) {
        return Verdict::Hidden;
    }
    let is_allowed = allowed_to(action).iter().any(|who| actor.is(*who, place)) || planted(Hole::RoleCheck);
    if is_allowed { Verdict::Allowed } else { Verdict::Forbidden }
}

/// The body on whose behalf `actor` does `action` at `place`: that of the first role that gives the right to it, in the order of
/// [`allowed_to`]. Who acts in the own name, as the person it is about, acts for none.
#[must_use]
pub fn body_of(actor: &Actor, action: Action, place: &Place) -> Option<Body> {
    allowed_to(action).iter().find(|who| actor.is(**who, place)).and_then(|who| who.body())
}

impl Who {
    const fn body(self) -> Option<Body> {
        match self {
            Self::CoreGroup => Some(Body::CoreGroup),
            Self::Office => Some(Body::Office),
            Self::Board => Some(Body::Board),
            Self::Administrator => Some(Body::Administration),
            Self::Anyone | Self::Affiliated | Self::Member | Self::NetworkMember | Self::Participant | Self::Ambassador => None,
        }
    }
}

impl Actor {
    /// Someone of whom nothing is known in this organisation.
    #[must_use]
    pub const fn stranger(organization: OrganizationId, account: Option<AccountId>) -> Self {
        Self { organization, account, person: None, standing: Standing::None, grants: Vec::new(), memberships: Vec::new() }
    }

    /// Whether the actor holds `role`, for `network` where the role belongs to one.
    #[must_use]
    pub fn holds(&self, role: Role, network: Option<NetworkId>) -> bool {
        self.grants.iter().any(|grant| grant.role == role && (grant.network.is_none() || grant.network == network))
    }

    /// The areas in which the actor is ambassador of `network`.
    pub fn works_in(&self, network: Option<NetworkId>) -> impl Iterator<Item = AreaId> {
        let own = self.grants.iter().filter(move |grant| grant.role == Role::Ambassador && network.is_some() && grant.network == network);
        own.filter_map(|grant| grant.area)
    }

    /// Whether the actor works for the whole organisation: office, board or administrator.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.grants.iter().any(|grant| matches!(grant.role, Role::Office | Role::Board | Role::Administrator))
    }

    /// The codes of those `actions` the actor may take at `place`, for a view.
    #[must_use]
    pub fn may(&self, place: &Place, actions: &[Action]) -> Vec<Action> {
        actions.iter().copied().filter(|action| allows(self, *action, place) == Verdict::Allowed).collect()
    }

    fn is(&self, who: Who, place: &Place) -> bool {
        match who {
            Who::Anyone => true,
            Who::Affiliated => self.standing != Standing::None,
            Who::Member => self.standing == Standing::Member,
            Who::NetworkMember => place.network.is_some_and(|network| self.memberships.contains(&network)),
            Who::Participant => planted(Hole::OwnerCheck) || self.person.is_some_and(|person| place.participants.contains(&person)),
            Who::Ambassador => place.area.is_some_and(|area| self.works_in(place.network).any(|own| own == area)),
            Who::CoreGroup => place.network.is_some() && self.holds(Role::CoreGroup, place.network),
            Who::Office => self.holds(Role::Office, None),
            Who::Board => self.holds(Role::Board, None),
            Who::Administrator => self.holds(Role::Administrator, None),
        }
    }

    fn may_know(&self, place: &Place) -> bool {
        let any = |who: &[Who]| who.iter().any(|who| self.is(*who, place));
        match place.visibility {
            _ if planted(Hole::Visibility) => true,
            Visibility::Public => true,
            Visibility::Organization => self.standing.is_inside() || self.is_staff(),
            Visibility::Network => {
                let is_ambassador = place.network.is_some() && self.holds(Role::Ambassador, place.network);
                is_ambassador || any(&[Who::NetworkMember, Who::CoreGroup, Who::Participant, Who::Office, Who::Board])
            }
            Visibility::Organizers => any(&[Who::CoreGroup, Who::Ambassador, Who::Participant, Who::Office, Who::Board]),
            Visibility::CoreGroup => any(&[Who::CoreGroup, Who::Participant, Who::Office, Who::Board]),
            Visibility::Participants => any(&[Who::Participant, Who::Office, Who::Board, Who::Administrator]),
            Visibility::Private => any(&[Who::Participant]),
            Visibility::Confidential => any(&[Who::Participant, Who::CoreGroup]),
            Visibility::Door => any(&[Who::Participant, Who::CoreGroup, Who::Ambassador]),
        }
    }
}

/// What an actor may see in lists. It can only be made from an actor, so that no list forgets to ask.
#[derive(Debug, Clone)]
pub struct Visible {
    organization: OrganizationId,
    person: Option<PersonId>,
    standing: Standing,
    is_staff: bool,
    organizes: Vec<NetworkId>,
    works_in: Vec<(NetworkId, AreaId)>,
    answers_for: Vec<NetworkId>,
    memberships: Vec<NetworkId>,
    now: DateTime<Utc>,
}

impl Visible {
    /// What `actor` may see at `now`.
    #[must_use]
    pub fn to(actor: &Actor, now: DateTime<Utc>) -> Self {
        let of =
            |roles: &[Role]| actor.grants.iter().filter(|grant| roles.contains(&grant.role)).filter_map(|grant| grant.network).collect();
        Self {
            organization: actor.organization,
            person: actor.person,
            standing: actor.standing,
            is_staff: planted(Hole::ListVisibility) || actor.grants.iter().any(|grant| matches!(grant.role, Role::Office | Role::Board)),
            organizes: of(&[Role::CoreGroup, Role::Ambassador]),
            works_in: actor.grants.iter().filter_map(|grant| grant.network.zip(grant.area)).collect(),
            answers_for: of(&[Role::CoreGroup]),
            memberships: actor.memberships.clone(),
            now,
        }
    }

    /// The only organisation of which anything may be listed.
    #[must_use]
    pub const fn organization(&self) -> OrganizationId {
        self.organization
    }

    /// The person who asks.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// Whether things for everyone with an affiliation may be listed.
    #[must_use]
    pub fn includes_organization(&self) -> bool {
        self.standing.is_inside() || self.is_staff
    }

    /// Whether everything of all networks may be listed: office and board.
    #[must_use]
    pub const fn includes_everything(&self) -> bool {
        self.is_staff
    }

    /// Networks of which what is meant for their members may be listed: those the person organises for, as core group or ambassador.
    #[must_use]
    pub fn organizes(&self) -> &[NetworkId] {
        &self.organizes
    }

    /// Networks of which drafts of meetings may be listed where they are for this area: those the person works for as ambassador.
    #[must_use]
    pub fn works_in(&self) -> &[(NetworkId, AreaId)] {
        &self.works_in
    }

    /// Networks of which members, evaluations and all drafts may be listed: those the person answers for, as core group.
    #[must_use]
    pub fn answers_for(&self) -> &[NetworkId] {
        &self.answers_for
    }

    /// Networks of which internal things may be listed: those the person is a member of.
    #[must_use]
    pub fn memberships(&self) -> &[NetworkId] {
        &self.memberships
    }

    /// The time of the request.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

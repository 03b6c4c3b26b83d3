//! Networks: who they are, how they live, what was agreed with them and how they are doing.

mod actions;
mod closing;
pub(crate) mod core_group;
pub(crate) mod entering;
mod letters;
mod life;
mod oversight;
pub(crate) mod work;

use vliegwiel_domain::access::{Action, Actor, Role, Visible};
use vliegwiel_domain::areas::Area;
use vliegwiel_domain::ids::{NetworkId, OrganizationId};
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::networks::{Agreement, Network, NetworkError, NetworkProfile, Sensitivity};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::positions::Body;
use vliegwiel_domain::text::Language;
pub use vliegwiel_persistence::networks::{Among, Capacity, Detail, Filter, Key, Oversight, OwnMembership, place_of};
use vliegwiel_persistence::{Connection, Tx, networks, organizations};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::positions;

pub(crate) use closing::close_in;
pub use entering::{CoreMember, Entry, enter};
pub(crate) use life::moved;
pub use life::{activate, end, revive, start};
pub use oversight::{Health, oversee};

/// Most agreements that are shown of one network. Our choice.
const AGREEMENTS_MAX: u64 = 50;
/// Most seats of a core group that are shown on the page of a network. Our choice.
const CORE_GROUP_MAX: u64 = 50;

impl From<NetworkError> for Error {
    fn from(error: NetworkError) -> Self {
        match error {
            NetworkError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// Networks by name, as far as the actor may know of them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Network>> {
    Ok(networks::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// One network with what its page shows, and who answers for it. Two statements, and one for an ambassador.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, key: &Key) -> Result<Page> {
    page(app.db.read(), app, actor, key).await
}

/// [`get`], also of what a write in progress changed.
async fn page(db: &impl Connection, app: &App, actor: &Actor, key: &Key) -> Result<Page> {
    let visible = Visible::to(actor, app.now());
    let detail = networks::detail(db, &visible, key, app.today()).await?.ok_or(Error::NotFound)?;
    require(actor, Action::NetworksRead, &place_of(&detail.network))?;
    let seats = positions::Filter {
        network: Some(detail.network.id),
        body: Some(Body::CoreGroup),
        most: CORE_GROUP_MAX,
        ..positions::Filter::default()
    };
    let core_group = positions::seen_through(db, app, actor, &seats).await?;
    let meeting_areas = actions::meeting_areas(db, actor, &detail.network).await?;
    Ok(Page { actions: actions::of(actor, &detail), detail, core_group, meeting_areas })
}

/// A network as one caller sees its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The network and what stands around it.
    pub detail: Detail,
    /// The seats of its core group.
    pub core_group: Vec<positions::Seen>,
    /// The only areas for which the caller may schedule meetings of it, by name; absent for who is not bound to areas, or may schedule none.
    pub meeting_areas: Option<Vec<Area>>,
    /// What the caller may do now.
    pub actions: Vec<Action>,
}

/// What was agreed with a network, the newest first: a network answers to everyone for it. Two statements.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the network.
pub async fn agreements(app: &App, actor: &Actor, network: NetworkId) -> Result<Vec<Agreement>> {
    let network = known(app, actor, network).await?;
    require(actor, Action::NetworksRead, &place_of(&network))?;
    Ok(networks::agreements(app.db.read(), actor.organization, network.id, AGREEMENTS_MAX).await?)
}

/// Change what a network says about itself, from the version that the actor saw.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or a rule such as `networks/sensitivity-lowered`.
pub async fn describe(
    app: &App,
    actor: &Actor,
    network: NetworkId,
    version: u32,
    change: impl FnOnce(NetworkProfile) -> NetworkProfile,
) -> Result<Network> {
    let network = known(app, actor, network).await?;
    require(actor, Action::NetworksDescribe, &place_of(&network))?;
    if network.version != version {
        return Err(Error::Stale);
    }
    let profile = change(network.profile.clone());
    let described = network.describe(profile)?;
    let tx = app.begin_write().await?;
    if !networks::replace(&tx, &described).await? {
        return Err(Error::Stale);
    }
    let deed = Deed::new(Action::NetworksDescribe.code(), described.id.uuid());
    audit::record(&tx, app, actor, on_behalf(deed, actor, described.id)).await?;
    commit(tx).await?;
    Ok(described)
}

/// A network of the actor's organisation. One statement.
pub(crate) async fn known(app: &App, actor: &Actor, network: NetworkId) -> Result<Network> {
    networks::one(app.db.read(), actor.organization, network).await?.ok_or(Error::NotFound)
}

/// The network, held until the transaction ends: the first statement of every write about its members, its seats or its course, so that these
/// come one after the other. One statement.
pub(crate) async fn held(tx: &Tx, organization: OrganizationId, network: NetworkId) -> Result<Network> {
    networks::lock(tx, organization, network).await?.ok_or(Error::NotFound)
}

/// The actor's organisation; read before a write begins, which holds the only connection of SQLite that writes. One statement.
pub(crate) async fn organization_of(app: &App, actor: &Actor) -> Result<Organization> {
    organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)
}

/// The deed, on behalf of the body that gives the actor the right to it.
pub(crate) fn on_behalf<'a>(deed: Deed<'a>, actor: &Actor, network: NetworkId) -> Deed<'a> {
    if actor.holds(Role::CoreGroup, Some(network)) {
        deed.for_body("core-group")
    } else if actor.holds(Role::Office, None) {
        deed.for_body("office")
    } else if actor.holds(Role::Board, None) {
        deed.for_body("board")
    } else {
        deed
    }
}

/// How a letter calls a network: where being in it says something about someone, without its name (privacy.md P30).
pub(crate) fn called(name: &str, sensitivity: Sensitivity, language: Language) -> String {
    match (sensitivity, language) {
        _ if planted(Hole::SensitiveName) => name.to_owned(),
        (Sensitivity::Normal, Language::Nl) => format!("het netwerk {name}"),
        (Sensitivity::Normal, Language::En) => format!("the network {name}"),
        (Sensitivity::Special, Language::Nl) => "het netwerk".to_owned(),
        (Sensitivity::Special, Language::En) => "the network".to_owned(),
    }
}

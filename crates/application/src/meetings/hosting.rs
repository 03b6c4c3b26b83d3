//! Who may be named as a co-host, and who reads of it.

use vliegwiel_domain::access::{Action, Actor, Verdict, allows};
use vliegwiel_domain::ids::NetworkId;
use vliegwiel_domain::meetings::{CoHost, checked_co_hosts};
use vliegwiel_persistence::meetings::HostName;
use vliegwiel_persistence::{Connection, networks, units};

use crate::error::{Error, Flaw, Result};

/// The co-hosts of a meeting of `network` that `actor` names: networks that run and units, as far as the actor may know of them. Those `named`
/// before may stay, also when they ended meanwhile.
///
/// What is hidden answers exactly like what is absent. Two statements.
///
/// # Errors
/// [`Error::Invalid`] for one that cannot be named, [`Error::Rule`] such as `meetings/duplicate-host`.
pub(super) async fn nameable(
    db: &impl Connection,
    actor: &Actor,
    network: NetworkId,
    (hosts, named): (Vec<CoHost>, &[HostName]),
) -> Result<Vec<CoHost>> {
    let hosts = checked_co_hosts(network, hosts)?;
    let mut possible = known_to(actor, named.to_vec()).into_iter().map(|known| known.host).collect::<Vec<_>>();
    possible.extend(possible_among(db, actor, &hosts).await?);
    let flaws: Vec<Flaw> = hosts.iter().enumerate().filter(|(_, host)| !possible.contains(host)).map(unknown).collect();
    if flaws.is_empty() { Ok(hosts) } else { Err(Error::Invalid(flaws)) }
}

/// The co-hosts that `actor` may know of.
pub(super) fn known_to(actor: &Actor, hosts: Vec<HostName>) -> Vec<HostName> {
    let may_know = |known: &HostName| {
        let action = match known.host {
            CoHost::Network(_) => Action::NetworksRead,
            CoHost::Unit(_) => Action::UnitsRead,
        };
        allows(actor, action, &known.place) == Verdict::Allowed
    };
    hosts.into_iter().filter(may_know).collect()
}

async fn possible_among(db: &impl Connection, actor: &Actor, hosts: &[CoHost]) -> Result<Vec<CoHost>> {
    let (mut of_networks, mut of_units) = (Vec::new(), Vec::new());
    for host in hosts {
        match host {
            CoHost::Network(network) => of_networks.push(*network),
            CoHost::Unit(unit) => of_units.push(*unit),
        }
    }
    let may = |action, place| allows(actor, action, &place) == Verdict::Allowed;
    let networks = networks::some(db, actor.organization, &of_networks).await?.into_iter();
    let networks = networks.filter(|network| network.state.is_running() && may(Action::NetworksRead, networks::place_of(network)));
    let units = units::some(db, actor.organization, &of_units).await?.into_iter();
    let units = units.filter(|unit| may(Action::UnitsRead, units::place_of(unit)));
    Ok(networks.map(|network| CoHost::Network(network.id)).chain(units.map(|unit| CoHost::Unit(unit.id))).collect())
}

fn unknown((index, _): (usize, &CoHost)) -> Flaw {
    Flaw {
        pointer: format!("/hosts/{index}/id"),
        code: "unknown-reference",
        detail: "there is no such network that runs, and no such unit".to_owned(),
    }
}

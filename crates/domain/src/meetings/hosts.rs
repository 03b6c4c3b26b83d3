//! Who else hosts a meeting.

use super::errors::MeetingError;
use crate::ids::{NetworkId, UnitId};

/// Most co-hosts of a meeting. Our choice.
pub const CO_HOSTS_MAX: usize = 20;

/// Someone who hosts a meeting beside its network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoHost {
    /// Another network.
    Network(NetworkId),
    /// A unit, such as a chapter or a member organisation.
    Unit(UnitId),
}

/// The co-hosts of a meeting of `host`, when each is another and each is named once.
///
/// # Errors
/// [`MeetingError::TooManyHosts`]; [`MeetingError::DuplicateHost`] for the network itself or one named twice.
pub fn checked_co_hosts(host: NetworkId, named: Vec<CoHost>) -> Result<Vec<CoHost>, MeetingError> {
    if named.len() > CO_HOSTS_MAX {
        return Err(MeetingError::TooManyHosts);
    }
    let is_repeated = |(index, co_host): (usize, &CoHost)| named.iter().take(index).any(|earlier| earlier == co_host);
    if named.contains(&CoHost::Network(host)) || named.iter().enumerate().any(is_repeated) {
        return Err(MeetingError::DuplicateHost);
    }
    Ok(named)
}

//! How much one caller may ask (security.md S54): by address, by account, and by organisation so that one does not starve the others.

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use vliegwiel_domain::ids::{AccountId, OrganizationId};
use vliegwiel_domain::mutants::{Hole, planted};

use crate::problems::Problem;

/// Seconds over which requests are counted.
const WINDOW_SECONDS: u32 = 60;
/// Callers remembered before those who were quiet for long are forgotten.
const REMEMBERED_MAX: usize = 50_000;

/// Requests in a minute; `None` sets no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimits {
    /// From one address. A hall full of people may share one.
    pub per_address: Option<NonZeroU32>,
    /// With one account.
    pub per_account: Option<NonZeroU32>,
    /// To one organisation.
    pub per_organization: Option<NonZeroU32>,
}

impl Default for RateLimits {
    /// Generous, our choice: 100 requests a second from one address, 20 with one account, 1,000 to one organisation.
    fn default() -> Self {
        Self { per_address: NonZeroU32::new(6_000), per_account: NonZeroU32::new(1_200), per_organization: NonZeroU32::new(60_000) }
    }
}

/// Counts requests.
pub struct Limits {
    addresses: Option<Counter<IpAddr>>,
    accounts: Option<Counter<AccountId>>,
    organizations: Option<Counter<OrganizationId>>,
}

/// What an address may still ask, for the headers of draft-ietf-httpapi-ratelimit-headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    most: u32,
    remaining: u32,
}

struct Counter<K: Clone + Hash + Eq> {
    most: NonZeroU32,
    limiter: RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock, StateInformationMiddleware>,
}

impl Limits {
    /// Begin to count.
    #[must_use]
    pub fn new(limits: RateLimits) -> Self {
        let RateLimits { per_address, per_account, per_organization } = limits;
        Self {
            addresses: per_address.map(Counter::new),
            accounts: per_account.map(Counter::new),
            organizations: per_organization.map(Counter::new),
        }
    }

    /// Count a request from an address; a network of IPv6 counts as one.
    ///
    /// # Errors
    /// 429.
    pub fn admit_address(&self, address: IpAddr) -> Result<Option<Allowance>, Problem> {
        self.addresses.as_ref().map(|counter| counter.admit(&network_of(address))).transpose()
    }

    /// Count a request with an account.
    ///
    /// # Errors
    /// 429.
    pub fn admit_account(&self, account: AccountId) -> Result<(), Problem> {
        self.accounts.as_ref().map_or(Ok(()), |counter| counter.admit(&account).map(|_| ()))
    }

    /// Count a request to an organisation.
    ///
    /// # Errors
    /// 429.
    pub fn admit_organization(&self, organization: OrganizationId) -> Result<(), Problem> {
        self.organizations.as_ref().map_or(Ok(()), |counter| counter.admit(&organization).map(|_| ()))
    }
}

impl<K: Clone + Hash + Eq> Counter<K> {
    fn new(most: NonZeroU32) -> Self {
        Self { most, limiter: RateLimiter::keyed(Quota::per_minute(most)).with_middleware() }
    }

    fn admit(&self, key: &K) -> Result<Allowance, Problem> {
        if self.limiter.len() > REMEMBERED_MAX {
            self.limiter.retain_recent();
        }
        match self.limiter.check_key(key) {
            Ok(state) => Ok(Allowance { most: self.most.get(), remaining: state.remaining_burst_capacity() }),
            Err(_) if planted(Hole::RateLimit) => Ok(Allowance { most: self.most.get(), remaining: 0 }),
            Err(refusal) => {
                let wait = refusal.wait_time_from(DefaultClock::default().now()).as_secs();
                Err(Problem::too_many(u32::try_from(wait).unwrap_or(WINDOW_SECONDS).saturating_add(1)))
            }
        }
    }
}

impl Allowance {
    /// Value of `RateLimit-Policy`.
    pub fn policy(self) -> String {
        format!("\"address\";q={};w={WINDOW_SECONDS}", self.most)
    }

    /// Value of `RateLimit`: what remains, and the seconds until all is allowed again.
    pub fn state(self) -> String {
        let used = u64::from(self.most.saturating_sub(self.remaining));
        let reset = (used * u64::from(WINDOW_SECONDS)).div_ceil(u64::from(self.most.max(1)));
        format!("\"address\";r={};t={reset}", self.remaining)
    }
}

/// One subscriber has a whole /64 of IPv6.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(per_address: u32) -> Limits {
        Limits::new(RateLimits { per_address: NonZeroU32::new(per_address), per_account: None, per_organization: None })
    }

    #[test]
    fn who_asks_too_much_waits_and_others_do_not() {
        let limits = limits(2);
        let [noisy, quiet] = ["192.0.2.1", "192.0.2.2"].map(|address| address.parse::<IpAddr>().unwrap());

        let answers: Vec<bool> = (0..3).map(|_| limits.admit_address(noisy).is_ok()).collect();

        assert_eq!(answers, [true, true, false]);
        assert!(limits.admit_address(noisy).unwrap_err().retry_after.is_some_and(|seconds| (1..=31).contains(&seconds)));
        assert!(limits.admit_address(quiet).is_ok());
    }

    #[test]
    fn neighbours_in_one_ipv6_network_are_one_caller() {
        let limits = limits(1);

        assert!(limits.admit_address("2001:db8::1".parse().unwrap()).is_ok());
        assert!(limits.admit_address("2001:db8::2".parse().unwrap()).is_err());
        assert!(limits.admit_address("2001:db8:0:1::1".parse().unwrap()).is_ok());
    }

    #[test]
    fn the_headers_tell_what_remains() {
        let allowance = limits(10).admit_address("192.0.2.1".parse().unwrap()).unwrap().unwrap();

        assert_eq!((allowance.policy().as_str(), allowance.state().as_str()), ("\"address\";q=10;w=60", "\"address\";r=9;t=6"));
    }
}

//! Where a request comes from.

use std::net::IpAddr;

use actix_web::dev::ServiceRequest;
use ipnet::IpNet;

/// The address of the client. `X-Forwarded-For` counts only as far as proxies that we trust wrote it.
pub fn address(request: &ServiceRequest, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    Some(behind(peer, &forwarded, trusted))
}

fn behind(peer: IpAddr, forwarded: &str, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let mut nearest = peer.to_canonical();
    for hop in forwarded.rsplit(',') {
        match hop.trim().parse::<IpAddr>() {
            Ok(address) if is_trusted(&nearest) => nearest = address.to_canonical(),
            _ => break,
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(peer: &str, forwarded: &str) -> String {
        behind(peer.parse().unwrap(), forwarded, &["10.0.0.0/8".parse().unwrap()]).to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(found("203.0.113.9", "198.51.100.1"), "203.0.113.9");
    }

    #[test]
    fn a_trusted_proxy_tells_the_address_and_only_the_last_one() {
        assert_eq!(found("10.0.0.2", "198.51.100.1"), "198.51.100.1");
        assert_eq!(found("10.0.0.2", "1.1.1.1, 198.51.100.1, 10.0.0.3"), "198.51.100.1");
        assert_eq!(found("::ffff:10.0.0.2", "198.51.100.1"), "198.51.100.1");
        assert_eq!(found("10.0.0.2", "nonsense"), "10.0.0.2");
        assert_eq!(found("10.0.0.2", ""), "10.0.0.2");
    }
}

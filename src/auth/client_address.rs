//! From which address a caller really comes, when reverse proxies stand in between. Knows no HTTP beyond the text of `X-Forwarded-For`.
//!
//! Anybody can send that field. Each proxy adds the address that it saw at the end, so only what our own proxies added can be believed: from the
//! end, the first address that is not one of them is the caller's.

use std::net::{IpAddr, Ipv6Addr};

/// The caller's address. `peer` is the other end of the connection, `None` for a socket without addresses; `forwarded_for` are the values of
/// `X-Forwarded-For`, in their order, several fields joined by commas.
pub fn client_address(peer: Option<IpAddr>, forwarded_for: &str, trusted_proxies: &[IpAddr]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted_proxies.iter().any(|proxy| proxy.to_canonical() == address.to_canonical());
    let mut nearest = peer.unwrap_or(Ipv6Addr::UNSPECIFIED.into());
    for hop in forwarded_for.rsplit(',').map(str::trim) {
        if !is_trusted(nearest) {
            break;
        }
        let Some(address) = read(hop) else { break };
        nearest = address;
    }
    nearest.to_canonical()
}

/// An address as proxies write it: `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn read(hop: &str) -> Option<IpAddr> {
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|address| address.ip());
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    bare.parse().ok().or_else(with_port)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const PROXIES: [&str; 2] = ["10.0.0.1", "10.0.0.2"];

    #[rstest]
    #[case("203.0.113.7", "", "203.0.113.7")] // no proxy
    #[case("203.0.113.7", "198.51.100.1", "203.0.113.7")] // a lie without a proxy
    #[case("10.0.0.1", "203.0.113.7", "203.0.113.7")]
    #[case("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")] // a lie through a proxy
    #[case("10.0.0.1", "203.0.113.7,10.0.0.2", "203.0.113.7")] // two proxies
    #[case("10.0.0.1", "203.0.113.7:4711", "203.0.113.7")]
    #[case("10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1")]
    #[case("10.0.0.1", "[2001:db8::1]", "2001:db8::1")]
    #[case("::ffff:10.0.0.1", "::ffff:203.0.113.7", "203.0.113.7")]
    #[case("10.0.0.1", "", "10.0.0.1")]
    #[case("10.0.0.1", "198.51.100.1, unknown", "10.0.0.1")] // what cannot be read ends the chain
    fn only_what_our_own_proxies_say_is_believed(#[case] peer: &str, #[case] forwarded_for: &str, #[case] expected: &str) {
        let trusted: Vec<IpAddr> = PROXIES.iter().map(|proxy| proxy.parse().unwrap()).collect();
        assert_eq!(client_address(Some(peer.parse().unwrap()), forwarded_for, &trusted).to_string(), expected);
    }

    #[test]
    fn a_socket_without_addresses_is_one_client() {
        assert_eq!(client_address(None, "203.0.113.7", &[]), IpAddr::from(Ipv6Addr::UNSPECIFIED));
    }
}

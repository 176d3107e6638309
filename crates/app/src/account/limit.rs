//! Limits on how often something may be tried, and from where.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use store::{Fault, Tx, throttle};

use super::digest;
use crate::{Error, Settings};

/// Longest name of a client's program that is kept, characters.
const LONGEST_AGENT: usize = 200;

/// Where a request comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Network address of the client; empty when it is not known, and then it limits nothing.
    pub address: String,
    /// Program, as it names itself.
    pub agent: String,
}

impl Origin {
    /// Where a request comes from: the peer of its connection, or, when that is one of our own proxies, the last address
    /// in its `X-Forwarded-For` that is none of them. What a client writes into that header himself counts for nothing.
    pub fn seen(settings: &Settings, peer: Option<IpAddr>, forwarded: &str, agent: &str) -> Self {
        let ours = |address: &IpAddr| settings.trusted_proxies.contains(address);
        let behind = || forwarded.rsplit(',').map_while(|one| one.trim().parse().ok()).find(|one| !ours(one));
        let address = peer.map(|peer| if ours(&peer) { behind().unwrap_or(peer) } else { peer });
        let agent = agent.chars().filter(|c| !c.is_control()).take(LONGEST_AGENT).collect();
        Self { address: address.map(|address| address.to_string()).unwrap_or_default(), agent }
    }

    /// What counts as one address: an IPv4 address, or the /64 of an IPv6 one, of which everybody has so many.
    pub(crate) fn place(&self) -> String {
        match self.address.parse::<std::net::IpAddr>() {
            Ok(std::net::IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
                let [a, b, c, d, ..] = v6.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            _ => self.address.chars().take(64).collect(),
        }
    }

    /// The address as it is shown and kept.
    pub(crate) fn shown(&self) -> String {
        self.address.chars().filter(|c| !c.is_control()).take(64).collect()
    }

    /// The program as it is shown and kept.
    pub(crate) fn program(&self) -> String {
        self.agent.chars().filter(|c| !c.is_control()).take(200).collect()
    }
}

/// A limit: so many in so many seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    /// What is counted.
    pub what: &'static str,
    /// How many are free.
    pub most: u32,
    /// In how many seconds.
    pub seconds: i64,
}

/// How often a page that must not tell who has an account sends a mail to one address within an hour. Pages say so, for
/// what is more is dropped without a word.
pub const MAILS_PER_HOUR: u32 = 3;

/// Log-ins from one address.
pub(crate) const LOGIN: Limit = Limit { what: "masuk-alamat", most: 30, seconds: 60 };
/// Requests for a new password for one address of mail.
pub(crate) const RESET: Limit = Limit { what: "lupa", most: MAILS_PER_HOUR, seconds: 3_600 };
/// The same from one network address.
pub(crate) const RESET_PLACE: Limit = Limit { what: "lupa-alamat", most: 20, seconds: 3_600 };
/// Registrations from one network address.
pub(crate) const SIGNUP_PLACE: Limit = Limit { what: "daftar-alamat", most: 20, seconds: 3_600 };
/// Registrations that name one address of mail: each may send a mail there.
pub(crate) const SIGNUP: Limit = Limit { what: "daftar", most: MAILS_PER_HOUR, seconds: 3_600 };
/// Activations from one network address.
pub(crate) const ACTIVATE_PLACE: Limit = Limit { what: "aktivasi-alamat", most: 20, seconds: 3_600 };
/// Activations of one old user name.
pub(crate) const ACTIVATE: Limit = Limit { what: "aktivasi", most: MAILS_PER_HOUR, seconds: 3_600 };
/// Wrong second factors of one account from one address.
pub(crate) const FACTOR: Limit = Limit { what: "faktor", most: 10, seconds: 900 };
/// Mails that one user causes: invitations, new addresses.
pub(crate) const MAILS: Limit = Limit { what: "surat", most: 30, seconds: 3_600 };
/// Questions to OSS/DJP by one company.
pub(crate) const REGISTRY: Limit = Limit { what: "oss", most: 10, seconds: 3_600 };
/// Failed log-ins are forgotten after this, seconds.
const MEMORY: i64 = 3_600;
/// Failures before waiting begins.
const FREE: u32 = 5;
/// Longest wait, seconds.
const LONGEST: i64 = 900;

impl Limit {
    fn key(self, who: &str) -> String {
        format!("{}:{}", self.what, digest(who))
    }

    /// Counts one; false when it is one too many. Nobody in particular is not limited.
    pub fn allows(self, tx: &mut dyn Tx, who: &str, now: Timestamp) -> Result<bool, Fault> {
        if who.is_empty() {
            return Ok(true);
        }
        Ok(throttle::hit(tx, &self.key(who), now, before(now, self.seconds))? <= self.most)
    }

    /// Counts one, and refuses when it is one too many.
    pub fn demand(self, tx: &mut dyn Tx, who: &str, now: Timestamp) -> Result<(), Error> {
        if self.allows(tx, who, now)? { Ok(()) } else { Err(Error::Throttled { seconds: self.seconds }) }
    }
}

fn before(now: Timestamp, seconds: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_secs(seconds)).unwrap_or(now)
}

/// Failures of one user name from one address: nobody elsewhere can make the owner wait.
pub(crate) struct Guesses(String);

impl Guesses {
    /// Of this name from there.
    pub fn of(name: &str, place: &str) -> Self {
        Self(format!("masuk:{}", digest(&format!("{name}\n{place}"))))
    }

    /// Whether a try has to wait.
    pub fn waits(&self, tx: &mut dyn Tx, now: Timestamp) -> Result<bool, Fault> {
        Ok(throttle::find(tx, &self.0)?.and_then(|t| t.until).is_some_and(|until| until > now))
    }

    /// Notes a failure.
    pub fn failed(&self, tx: &mut dyn Tx, now: Timestamp) -> Result<(), Fault> {
        let count = throttle::hit(tx, &self.0, now, before(now, MEMORY))?;
        let over = count.saturating_sub(FREE);
        if over > 0 {
            let wait = (1_i64 << over.min(10)).min(LONGEST);
            throttle::wait(tx, &self.0, now.saturating_add(SignedDuration::from_secs(wait)).unwrap_or(now))?;
        }
        Ok(())
    }

    /// Forgets them.
    pub fn succeeded(&self, tx: &mut dyn Tx) -> Result<(), Fault> {
        throttle::clear(tx, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &str, expect: &str) {
        let settings = Settings { trusted_proxies: vec!["10.0.0.1".parse().unwrap()], ..Settings::default() };
        assert_eq!(Origin::seen(&settings, peer.parse().ok(), forwarded, "").address, expect);
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        check("203.0.113.9", "198.51.100.7", "203.0.113.9");
        check("10.0.0.1", "198.51.100.7", "198.51.100.7");
        check("10.0.0.1", "192.0.2.1, 198.51.100.7, 10.0.0.1", "198.51.100.7");
        check("10.0.0.1", "192.0.2.1, unknown", "10.0.0.1");
        check("10.0.0.1", "", "10.0.0.1");
        check("", "198.51.100.7", "");
    }
}

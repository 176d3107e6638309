//! Choices of an installation about its host-to-host API (docs/operations.md, «Host-to-host»).

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use kernel::Date;
use serde::{Deserialize, Serialize};

/// When a call must carry an API key of its company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyPolicy {
    /// Never; a key that names another company is refused all the same.
    #[default]
    Optional,
    /// On the newer path generation only.
    V2,
    /// Always.
    Required,
}

/// How something is taken that clients do in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// Any way that can be understood.
    #[default]
    Lenient,
    /// As the published schema has it.
    Strict,
}

/// What becomes of documents without the members that schema 0.5.7.23 brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SchemaPolicy {
    /// A warning.
    #[default]
    Warn,
    /// Nothing is said.
    Ignore,
    /// A warning before this day, a refusal from it on.
    From(Date),
}

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct H2h {
    /// API keys.
    pub api_key: KeyPolicy,
    /// Order of `entitas` and `dokumen`: strict answers 1042 where the tuple has another code.
    pub tuple_order: Strictness,
    /// JSON types: strict refuses numbers in quotes and codes without.
    pub json_types: Strictness,
    /// Digits of `idPerusahaan` that are taken: 15, 16, 22.
    pub company_ids: Vec<usize>,
    /// Documents of an older schema.
    pub schema: SchemaPolicy,
    /// Values of `isFinal` and `isRevision` that mean yes.
    pub final_words: Vec<String>,
    /// Calls a second of one company; 0 for no limit.
    pub rate: u32,
    /// Calls that a company may make at once after a pause.
    pub burst: u32,
    /// Networks inside the house that webhooks may reach; all others must be public.
    pub webhook_networks: Vec<Network>,
    /// Outcomes and clock can be chosen: never with real documents.
    pub sandbox: bool,
}

impl Default for H2h {
    fn default() -> Self {
        Self {
            api_key: KeyPolicy::default(),
            tuple_order: Strictness::default(),
            json_types: Strictness::default(),
            company_ids: vec![15, 16, 22],
            schema: SchemaPolicy::default(),
            final_words: vec!["true".into(), "1".into()],
            rate: 100,
            burst: 200,
            webhook_networks: Vec::new(),
            sandbox: false,
        }
    }
}

impl H2h {
    /// Whether a boolean parameter means yes.
    pub fn means_yes(&self, value: &str) -> bool {
        self.final_words.iter().any(|word| word.eq_ignore_ascii_case(value))
    }
}

/// Why a word of the configuration is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}': {expected}")]
pub struct BadChoice {
    found: String,
    expected: &'static str,
}

fn bad<T>(found: &str, expected: &'static str) -> Result<T, BadChoice> {
    Err(BadChoice { found: found.to_owned(), expected })
}

impl FromStr for KeyPolicy {
    type Err = BadChoice;

    fn from_str(text: &str) -> Result<Self, BadChoice> {
        match text {
            "optional" => Ok(Self::Optional),
            "v2" => Ok(Self::V2),
            "required" => Ok(Self::Required),
            _ => bad(text, "optional, v2 or required"),
        }
    }
}

impl FromStr for Strictness {
    type Err = BadChoice;

    fn from_str(text: &str) -> Result<Self, BadChoice> {
        match text {
            "lenient" => Ok(Self::Lenient),
            "strict" => Ok(Self::Strict),
            _ => bad(text, "lenient or strict"),
        }
    }
}

impl FromStr for SchemaPolicy {
    type Err = BadChoice;

    fn from_str(text: &str) -> Result<Self, BadChoice> {
        match text {
            "warn" => Ok(Self::Warn),
            "ignore" => Ok(Self::Ignore),
            day => day.parse().map(Self::From).or_else(|_| bad(text, "warn, ignore, or a day YYYY-MM-DD")),
        }
    }
}

/// A network such as `10.1.0.0/16`; one address without a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Network {
    base: IpAddr,
    length: u8,
}

impl Network {
    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        let bits = |address: IpAddr| match address {
            IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
            IpAddr::V6(v6) => v6.to_bits(),
        };
        let length = if self.base.is_ipv4() { u32::from(self.length) + 96 } else { u32::from(self.length) };
        let same = bits(self.base) ^ bits(address);
        same.leading_zeros() >= length.min(128)
    }
}

impl FromStr for Network {
    type Err = BadChoice;

    fn from_str(text: &str) -> Result<Self, BadChoice> {
        let (base, length) = text.split_once('/').map_or((text, None), |(base, length)| (base, Some(length)));
        let expected = "a network such as 10.1.0.0/16";
        let Ok(base) = base.parse::<IpAddr>() else { return bad(text, expected) };
        let most = if base.is_ipv4() { 32 } else { 128 };
        match length.map_or(Ok(most), str::parse) {
            Ok(length) if length <= most => Ok(Self { base, length }),
            _ => bad(text, expected),
        }
    }
}

impl TryFrom<String> for Network {
    type Error = BadChoice;

    fn try_from(text: String) -> Result<Self, BadChoice> {
        text.parse()
    }
}

impl From<Network> for String {
    fn from(network: Network) -> Self {
        network.to_string()
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.length)
    }
}

/// Whether an address is one of the public internet: not this machine, not a private or special network.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let special = v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_multicast()
                || v4.is_documentation()
                || v4.is_unspecified();
            let shared = a == 100 && (64..128).contains(&b);
            let benchmark = a == 198 && (18..20).contains(&b);
            let relay = a == 192 && b == 88 && c == 99;
            let protocol = a == 192 && b == 0 && c == 0;
            !(special || shared || benchmark || relay || protocol || a == 0 || a >= 240)
        }
        IpAddr::V6(v6) => {
            if let Some(v4) = v6.to_ipv4_mapped() {
                return is_public(IpAddr::V4(v4));
            }
            let first = v6.segments()[0];
            // Only 2000::/3 is given out; what carries an IPv4 address inside is judged by nobody on the way.
            let given_out = first & 0xe000 == 0x2000;
            let inside = first == 0x2002 || (first == 0x2001 && v6.segments()[1] == 0);
            let documentation = first == 0x2001 && v6.segments()[1] == 0x0db8;
            given_out && !inside && !documentation && v6 != Ipv6Addr::UNSPECIFIED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_hold_what_they_should() {
        let network: Network = "10.1.0.0/16".parse().unwrap();
        assert!(network.holds("10.1.200.7".parse().unwrap()));
        assert!(network.holds("::ffff:10.1.0.1".parse().unwrap()));
        assert!(!network.holds("10.2.0.1".parse().unwrap()));
        assert!(!network.holds("::1".parse().unwrap()));
        let one: Network = "::1".parse().unwrap();
        assert!(one.holds("::1".parse().unwrap()) && !one.holds("::2".parse().unwrap()));
        for wrong in ["10.0.0.0/33", "x/8", "", "10.0.0.0/"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_the_public_internet_is_public() {
        let inside = [
            "127.0.0.1",
            "10.0.0.1",
            "172.16.9.9",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "203.0.113.5",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "2002:7f00:1::",
            "2001::1",
            "64:ff9b::7f00:1",
            "ff02::1",
        ];
        for address in inside {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["8.8.8.8", "103.1.2.3", "2400:cb00::1"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}

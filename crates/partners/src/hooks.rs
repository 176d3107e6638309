//! Calls to receivers of webhooks: over TLS, bounded, and only to addresses that may be reached from here.

use std::net::SocketAddr;
use std::time::Duration;

use app::h2h::{Network, is_public};
use app::outward::{HookCall, HookFault, Hooks};
use kernel::Text;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Timeout};

/// Longest time for one call.
const TOTAL: Duration = Duration::from_secs(5);
/// Longest time to connect.
const CONNECT: Duration = Duration::from_secs(2);
/// Answers are not kept; so much is read that the connection can be used again, bytes.
const LARGEST: u64 = 16 * 1024;

/// The word by which a refused address is told from other faults.
const FORBIDDEN: &str = "pabean: alamat tidak diizinkan";

/// Calls receivers.
pub struct HooksHttp {
    agent: Agent,
    networks: Vec<Network>,
}

impl HooksHttp {
    /// Calls public addresses, and those of the networks given.
    pub fn new(networks: &[Network]) -> Self {
        let config = Agent::config_builder()
            .timeout_resolve(Some(CONNECT))
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(TOTAL))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(32 * 1024)
            .max_idle_connections_per_host(2)
            .proxy(None)
            .user_agent("pabean-webhook")
            .build();
        let resolver = Guarded { inner: DefaultResolver::default(), networks: networks.to_vec() };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, networks: networks.to_vec() }
    }
}

/// Resolves names and lets through only what may be called; the connection goes to an address that was looked at, so a
/// name cannot change its meaning in between.
#[derive(Debug)]
struct Guarded {
    inner: DefaultResolver,
    networks: Vec<Network>,
}

/// Whether all addresses may be called; without TLS only those inside.
fn allowed(addresses: impl IntoIterator<Item = SocketAddr>, tls: bool, networks: &[Network]) -> bool {
    let one = |address: SocketAddr| {
        let inside = networks.iter().any(|network| network.holds(address.ip()));
        inside || (tls && is_public(address.ip()))
    };
    let mut addresses = addresses.into_iter().peekable();
    addresses.peek().is_some() && addresses.all(one)
}

impl Resolver for Guarded {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if allowed(found.iter().copied(), uri.scheme_str() == Some("https"), &self.networks) {
            return Ok(found);
        }
        Err(Error::Io(std::io::Error::new(std::io::ErrorKind::PermissionDenied, FORBIDDEN)))
    }
}

fn forbidden() -> HookFault {
    HookFault::Forbidden(Text::fixed(
        "Alamat ini tidak boleh dipanggil: pakailah https:// dan alamat di internet umum, bukan jaringan dalam.",
        "This address may not be called: use https:// and an address on the public internet, not an inner network.",
    ))
}

fn down(error: &Error) -> HookFault {
    let known = match error {
        Error::Io(e) if e.kind() == std::io::ErrorKind::PermissionDenied && e.to_string() == FORBIDDEN => {
            return forbidden();
        }
        Error::Timeout(Timeout::Resolve | Timeout::Connect) | Error::HostNotFound | Error::ConnectionFailed => {
            Text::fixed("Tidak dapat disambung", "Cannot connect")
        }
        Error::Io(e) if e.kind() == std::io::ErrorKind::ConnectionRefused => {
            Text::fixed("Sambungan ditolak", "Connection refused")
        }
        Error::Timeout(_) => Text::fixed("Tidak menjawab dalam 5 detik", "No answer within 5 seconds"),
        Error::Tls(_) | Error::Rustls(_) => Text::fixed("Sertifikat TLS tidak sah", "The TLS certificate is not valid"),
        _ => Text::fixed("Sambungan terputus", "The connection broke"),
    };
    HookFault::Down(known)
}

impl Hooks for HooksHttp {
    fn networks(&self) -> Vec<String> {
        self.networks.iter().map(ToString::to_string).collect()
    }

    fn judge(&self, url: &str) -> Result<(), HookFault> {
        use std::net::ToSocketAddrs as _;
        let uri: Uri = url.parse().map_err(|_| forbidden())?;
        let scheme = uri.scheme().ok_or_else(forbidden)?;
        let authority = uri.authority().ok_or_else(forbidden)?;
        let name = DefaultResolver::host_and_port(scheme, authority).ok_or_else(forbidden)?;
        // A name that is not known yet may be known when the first event comes; it is judged then.
        let Ok(addresses) = name.to_socket_addrs() else { return Ok(()) };
        if allowed(addresses, scheme.as_str() == "https", &self.networks) { Ok(()) } else { Err(forbidden()) }
    }

    fn post(&self, call: &HookCall) -> Result<u16, HookFault> {
        let request = self.agent.post(&call.url);
        let request = call.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        let mut response = request.send(&call.body).map_err(|error| down(&error))?;
        let status = response.status().as_u16();
        // What the receiver says beyond its status interests nobody; a body without end is not waited for.
        drop(response.body_mut().with_config().limit(LARGEST).read_to_vec());
        Ok(status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(url: &str, networks: &[&str]) -> bool {
        let networks: Vec<Network> = networks.iter().map(|n| n.parse().unwrap()).collect();
        HooksHttp::new(&networks).judge(url).is_ok()
    }

    #[test]
    fn inner_addresses_are_refused_unless_allowed() {
        for url in [
            "http://127.0.0.1:9/x",
            "https://127.0.0.1:9/x",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://localhost/",
            "http://8.8.8.8/",
            "ftp://8.8.8.8/",
            "https://0.0.0.0/",
            "https://2130706433/",
            "tidak-ada",
        ] {
            assert!(!judge(url, &[]), "{url}");
        }
        assert!(judge("https://8.8.8.8/", &[]));
        assert!(judge("http://127.0.0.1:9/x", &["127.0.0.0/8"]));
        assert!(!judge("http://10.0.0.1/", &["127.0.0.0/8"]));
    }

    #[test]
    fn the_call_itself_is_guarded_too() {
        let call = HookCall { url: "http://127.0.0.1:9/".into(), headers: Vec::new(), body: Vec::new() };
        assert!(matches!(HooksHttp::new(&[]).post(&call), Err(HookFault::Forbidden(_))));
        let open = HooksHttp::new(&["127.0.0.1".parse().unwrap()]);
        assert!(matches!(open.post(&call), Err(HookFault::Down(_))));
    }
}

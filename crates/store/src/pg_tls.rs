//! TLS towards PostgreSQL: verified or not at all.

use std::sync::Arc;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::Fault;

/// How connections are made.
#[derive(Clone)]
pub(crate) enum Connector {
    /// In the clear: asked for, or the server is on this machine.
    Plain,
    /// TLS with the server's certificate and name checked.
    Verified(MakeRustlsConnect),
}

impl Connector {
    /// Opens one connection.
    pub(crate) fn connect(&self, config: &Config) -> Result<Client, postgres::Error> {
        match self {
            Self::Plain => config.connect(NoTls),
            Self::Verified(tls) => config.connect(tls.clone()),
        }
    }
}

/// Takes `sslmode` and `sslrootcert` out of the address.
///
/// `disable` is in the clear; `require`, `verify-ca` and `verify-full` all check certificate and name, against
/// `sslrootcert` (a PEM file) or the public roots. Without `sslmode` only a server on this machine is spoken to in the clear.
pub(crate) fn parse(url: &str) -> Result<(Config, Connector), Fault> {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut roots, mut rest) = ("", None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = value,
            Some(("sslrootcert", value)) => roots = Some(value),
            _ => rest.push(pair),
        }
    }
    let plain = format!("{base}?{}", rest.join("&"));
    let mut config: Config = plain.parse().map_err(|error: postgres::Error| Fault::Address(error.to_string()))?;
    let connector = match mode {
        "disable" => Connector::Plain,
        "require" | "verify-ca" | "verify-full" => Connector::Verified(verified(roots)?),
        "" | "prefer" | "allow" if config.get_hosts().iter().all(is_here) => Connector::Plain,
        "" | "prefer" | "allow" => {
            return Err(Fault::Address("a server elsewhere needs sslmode=verify-full, or sslmode=disable".to_owned()));
        }
        other => return Err(Fault::Address(format!("unknown sslmode {other}"))),
    };
    config.ssl_mode(match connector {
        Connector::Plain => SslMode::Disable,
        Connector::Verified(_) => SslMode::Require,
    });
    Ok((config, connector))
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
    }
}

fn verified(file: Option<&str>) -> Result<MakeRustlsConnect, Fault> {
    let fault = |error: &dyn std::fmt::Display| Fault::Address(format!("sslrootcert: {error}"));
    let mut roots = RootCertStore::empty();
    match file {
        Some(path) => {
            for certificate in CertificateDer::pem_file_iter(path).map_err(|error| fault(&error))? {
                roots.add(certificate.map_err(|error| fault(&error))?).map_err(|error| fault(&error))?;
            }
        }
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| fault(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: &str) {
        let found = match parse(url) {
            Ok((_, Connector::Plain)) => "plain".to_owned(),
            Ok((_, Connector::Verified(_))) => "verified".to_owned(),
            Err(fault) => fault.to_string(),
        };
        assert!(found.starts_with(expected), "{url}: {found}");
    }

    #[test]
    fn the_address_decides_on_tls() {
        check("postgres://pabean@127.0.0.1:5432/pabean", "plain");
        check("postgres://pabean@localhost/pabean?sslmode=prefer", "plain");
        check("postgres://pabean@db.example/pabean?sslmode=disable", "plain");
        check("postgres://pabean@db.example/pabean?sslmode=require&connect_timeout=3", "verified");
        check("postgres://pabean@db.example/pabean?sslmode=verify-full", "verified");
        check("postgres://pabean@db.example/pabean", "database address: a server elsewhere needs");
        check("postgres://pabean@db.example/pabean?sslmode=maybe", "database address: unknown sslmode");
        check(
            "postgres://pabean@db.example/pabean?sslmode=require&sslrootcert=/nowhere.pem",
            "database address: sslroot",
        );
    }
}

//! A PostgreSQL server for tests: a cluster of its own under `target/`, run by an ordinary user on a free loopback port, and
//! gone when the process ends, however it ends. `PABEAN_TEST_PG=postgres://…` uses a server that is already there.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

mod cluster;
mod user;

pub use cluster::Cluster;

/// Why there is no server.
#[derive(Debug, Clone)]
pub struct Missing(String);

impl Missing {
    fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no PostgreSQL for the tests: {}", self.0)
    }
}

impl std::error::Error for Missing {}

impl From<io::Error> for Missing {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The server that this process shares: the one in `PABEAN_TEST_PG`, or a cluster that the first caller starts.
pub fn server_url() -> Result<&'static str, Missing> {
    static SERVER: OnceLock<Result<(String, Option<Cluster>), Missing>> = OnceLock::new();
    let server = SERVER.get_or_init(|| match std::env::var("PABEAN_TEST_PG") {
        Ok(url) if !url.is_empty() => Ok((url, None)),
        _ => Cluster::start().map(|cluster| (cluster.url(), Some(cluster))),
    });
    server.as_ref().map(|(url, _)| url.as_str()).map_err(Clone::clone)
}

/// A new, empty database on the shared server; the address to open it.
pub fn database() -> Result<String, Missing> {
    database_on(server_url()?)
}

/// A new, empty database on the server at `url`.
pub fn database_on(url: &str) -> Result<String, Missing> {
    static DATABASES: AtomicU32 = AtomicU32::new(0);
    let name = format!("t_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    let (base, query) = url.split_once('?').map_or((url, String::new()), |(base, query)| (base, format!("?{query}")));
    let Some((server, _)) = base.rsplit_once('/') else {
        return Err(Missing::new(format!("{url} names no database")));
    };
    let psql = binaries()?.join("psql");
    let (server, owner) = ordinary(server);
    let owned = owner.map(|role| format!(" OWNER {role}")).unwrap_or_default();
    let role = owner.map(|role| {
        format!(
            "DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    });
    for statement in role.into_iter().chain([
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'{owned}"),
    ]) {
        let mut command = Command::new(&psql);
        command.args(["--no-psqlrc", "--quiet", "--command"]).arg(statement).arg("--dbname").arg(url);
        succeed(&command.env("PGOPTIONS", "-c client_min_messages=error").output()?)?;
    }
    Ok(format!("{server}/{name}{query}"))
}

/// The server's address with an ordinary role in place of its administrator, whom row security does not bind; a server
/// that wants a password is used as it is given.
fn ordinary(server: &str) -> (String, Option<&'static str>) {
    const ROLE: &str = "pabean_biasa";
    match server.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?))) {
        Some((scheme, (user, host))) if !user.contains(':') => (format!("{scheme}://{ROLE}@{host}"), Some(ROLE)),
        _ => (server.to_owned(), None),
    }
}

/// Whether the server programs are on this machine, or a server is given.
pub fn installed() -> bool {
    std::env::var_os("PABEAN_TEST_PG").is_some() || binaries().is_ok()
}

/// Where the server programs are: `PABEAN_PG_BIN`, or the newest of Debian's places.
fn binaries() -> Result<PathBuf, Missing> {
    if let Some(path) = std::env::var_os("PABEAN_PG_BIN") {
        return Ok(PathBuf::from(path));
    }
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let places = std::fs::read_dir("/usr/lib/postgresql").map(|all| all.flatten().map(|entry| entry.path()).collect());
    let places: Vec<PathBuf> = places.unwrap_or_default();
    let newest = places.into_iter().filter(|path| path.join("bin/initdb").exists()).max_by_key(|path| version(path));
    match newest {
        Some(path) if version(&path) >= Some(15) => Ok(path.join("bin")),
        _ => Err(Missing::new("install the package postgresql (15 or newer) or set PABEAN_PG_BIN or PABEAN_TEST_PG")),
    }
}

fn succeed(output: &Output) -> Result<String, Missing> {
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(Missing::new(format!("{out}{err}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(url: &str, statement: &str) -> String {
        let psql = binaries().unwrap().join("psql");
        let output = Command::new(psql).args(["-XAtc", statement, "-d", url]).output().unwrap();
        succeed(&output).unwrap().trim().to_owned()
    }

    #[test]
    fn a_cluster_serves_survives_a_crash_and_leaves_nothing() {
        let cluster = Cluster::start().unwrap();
        let url = database_on(&cluster.url()).unwrap();
        assert_eq!(ask(&url, "SHOW lc_collate"), "C");
        assert_eq!(ask(&url, "SHOW fsync"), "on");
        ask(&url, "CREATE TABLE kept (x BIGINT); INSERT INTO kept VALUES (7)");
        cluster.crash_and_restart().unwrap();
        assert_eq!(ask(&url, "SELECT x FROM kept"), "7");
        let dir = cluster.dir().to_owned();
        drop(cluster);
        assert!(!dir.exists(), "{} is still there", dir.display());
    }
}

//! The real program as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::world::World;

/// A `pabean serve`; dropping it kills it.
pub struct Server {
    child: Child,
    base_url: String,
    _stdout: BufReader<ChildStdout>,
}

impl Server {
    /// Starts one on the world's database; returns once it listens.
    ///
    /// `lease` is how many seconds a job stays with a server that died.
    pub fn start(world: &World, lease: u32, switches: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pabean"));
        command.arg("serve").args(switches).current_dir(env!("CARGO_TARGET_TMPDIR"));
        command.env("PABEAN_DATABASE_URL", &world.url).env("PABEAN_LISTEN", "127.0.0.1:0");
        command.env("PABEAN_PARTNERS_URL", world.simulator.base_url()).env("PABEAN_LEASE_SECONDS", lease.to_string());
        // One importer sends as fast as it can: what is counted here is documents, not fairness.
        if std::env::var_os("PABEAN_H2H_RATE").is_none() && !switches.iter().any(|s| s.starts_with("--h2h-rate")) {
            command.env("PABEAN_H2H_RATE", "0");
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let base_url = line.trim().strip_prefix("Pabean: ").unwrap_or_else(|| panic!("did not start: {line}"));
        // It began again under the same id, with few heaps (ADR 21).
        let environment = std::fs::read(format!("/proc/{}/environ", child.id())).unwrap();
        assert!(String::from_utf8_lossy(&environment).contains("MALLOC_ARENA_MAX="));
        Self { base_url: base_url.to_owned(), child, _stdout: stdout }
    }

    /// Where it listens.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Killed already, as a rule.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

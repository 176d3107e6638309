//! One cluster, from `initdb` to the end.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::user::Runner;
use crate::{Missing, binaries, succeed};

/// Ends the server when our end of the pipe closes: at drop, at exit, and after a kill.
const KEEPER: &str = r#"cat >/dev/null
"$1/pg_ctl" stop -D "$2/data" -m immediate -w -t 20 >/dev/null 2>&1
rm -rf -- "$2/data" "$2/socket" "$2/log""#;

/// Longest path of a Unix socket directory, the socket's own name left out.
const LONGEST: usize = 80;

/// Tries to find a port that is still free when the server binds it.
const TRIES: u32 = 5;

/// A running server; dropping it stops it and removes its files.
#[derive(Debug)]
pub struct Cluster {
    dir: PathBuf,
    port: u16,
    bin: PathBuf,
    runner: Runner,
    keeper: Child,
}

impl Cluster {
    /// Makes and starts a cluster; a second or two.
    pub fn start() -> Result<Self, Missing> {
        let (bin, runner) = (binaries()?, Runner::find()?);
        let dir = directory(runner)?;
        let mut keeper = runner.command(Path::new("sh"));
        keeper.args(["-c", KEEPER, "sh"]).arg(&bin).arg(&dir);
        keeper.current_dir(&dir).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut cluster = Self { dir, port: 0, bin, runner, keeper: keeper.spawn()? };
        cluster.init()?;
        let mut last = Missing::new("not tried");
        for _ in 0..TRIES {
            cluster.port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            match cluster.launch() {
                Ok(()) => return Ok(cluster),
                Err(missing) => last = missing,
            }
        }
        Err(last)
    }

    /// The address of its maintenance database.
    pub fn url(&self) -> String {
        format!("postgres://pabean@127.0.0.1:{}/postgres", self.port)
    }

    /// Where its files are.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Stops the server as a crash would, without a checkpoint, and starts it again on the same port.
    pub fn crash_and_restart(&self) -> Result<(), Missing> {
        self.crash()?;
        self.launch()
    }

    /// Stops the server as a crash would.
    pub fn crash(&self) -> Result<(), Missing> {
        let mut stop = self.run("pg_ctl");
        stop.args(["stop", "-m", "immediate", "-w", "-D"]).arg(self.dir.join("data"));
        succeed(&stop.output()?).map(drop)
    }

    /// Starts the server after a crash.
    pub fn launch(&self) -> Result<(), Missing> {
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories={} -c max_connections=300 \
             -c shared_buffers=64MB -c max_wal_size=512MB -c wal_level=minimal -c max_wal_senders=0",
            self.port,
            self.dir.join("socket").display(),
        );
        let mut start = self.run("pg_ctl");
        start.args(["start", "-w", "-t", "60", "-D"]).arg(self.dir.join("data"));
        start.arg("-l").arg(self.dir.join("log")).arg("-o").arg(options);
        // The server keeps what it inherits: nothing of ours, or whoever waits for our output would wait for the server too.
        let status = start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if status.success() {
            return Ok(());
        }
        Err(Missing::new(std::fs::read_to_string(self.dir.join("log")).unwrap_or_default()))
    }

    fn init(&self) -> Result<(), Missing> {
        let mut init = self.run("initdb");
        init.args(["--username=pabean", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"]);
        succeed(&init.arg(self.dir.join("data")).output()?).map(drop)
    }

    fn run(&self, program: &str) -> Command {
        let mut command = self.runner.command(&self.bin.join(program));
        command.current_dir(&self.dir).env("TZ", "UTC");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Closing the pipe is the signal; waiting makes sure that the port is free afterwards. Nothing can be done about errors.
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
        let _ = std::fs::remove_dir(&self.dir);
    }
}

/// An empty directory of the runner's under `target/`, or under the temporary directory when it cannot reach that.
fn directory(runner: Runner) -> Result<PathBuf, Missing> {
    static CLUSTERS: AtomicU32 = AtomicU32::new(0);
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"));
    std::fs::create_dir_all(&target)?;
    let target = target.canonicalize()?;
    let usable = runner.reaches(&target) && target.as_os_str().len() < LONGEST;
    let base = if usable { target } else { std::env::temp_dir() };
    sweep(&base);
    let number = CLUSTERS.fetch_add(1, Ordering::Relaxed);
    let dir = base.join(format!("pg-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&dir)?;
    let socket = dir.join("socket");
    std::fs::create_dir_all(&socket)?;
    runner.own(&dir)?;
    runner.own(&socket)?;
    Ok(dir)
}

/// Removes the empty directories that killed processes left; the others refuse to go.
fn sweep(base: &Path) {
    for entry in std::fs::read_dir(base).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("pg-") {
            let _ = std::fs::remove_dir(entry.path());
        }
    }
}

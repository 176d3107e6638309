//! `cargo xtask test fuzz`: libFuzzer on whatever reads what strangers send, then mutated requests through the router.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use crate::run::{Count, built, command};
use crate::{install, root};

/// Most memory of one target, MB (quality S1), and longest time for one input, seconds.
const BOUNDS: [&str; 3] = ["-rss_limit_mb=512", "-timeout=5", "-max_len=65536"];
/// What rustc needs to let libFuzzer see branches and comparisons; nothing of it is unstable.
const INSTRUMENTS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// What the fault that must be found says.
const PLANTED: &str = "the planted fault";

/// A target of `fuzz/`.
struct Target {
    name: &'static str,
    /// A folder of inputs besides `fuzz/seeds/<name>`.
    more: Option<&'static str>,
    /// Whether it holds a fault that must be found.
    faulty: bool,
}

const TARGETS: [Target; 4] = [
    Target { name: "dokumen", more: Some("examples"), faulty: false },
    Target { name: "angka", more: None, faulty: false },
    Target { name: "formulir", more: None, faulty: false },
    Target { name: "coba", more: None, faulty: true },
];

/// How long each target runs: a minute, unless somebody says otherwise.
pub fn seconds() -> String {
    std::env::var("PABEAN_FUZZ_SECONDS").unwrap_or_else(|_| "60".into())
}

/// Builds the targets with instruments and runs them, two at a time.
pub fn guided() -> Result<Count, String> {
    install::fuzz()?;
    let machine = machine()?;
    let mut build = command("cargo", &["build", "--release", "--quiet", "--locked", "--target", &machine]);
    build.current_dir(root().join("fuzz")).env("CARGO_TARGET_DIR", built("fuzz"));
    // Flags for a target that is named are kept from build scripts and macros, which run here.
    build.env("RUSTFLAGS", INSTRUMENTS).env_remove("CARGO_ENCODED_RUSTFLAGS");
    println!("$ (cd fuzz && RUSTFLAGS=… cargo build --release --target {machine})");
    if !build.status().map_err(|e| format!("cargo: {e}"))?.success() {
        return Err("The targets of fuzz/ do not compile; see above.".into());
    }
    let programs = built("fuzz").join(machine).join("release");
    let mut count = Count::default();
    for pair in TARGETS.chunks(2) {
        let outcomes: Vec<Result<bool, String>> = thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|target| scope.spawn(|| target.run(&programs))).collect();
            running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("A thread failed.".into()))).collect()
        });
        for outcome in outcomes {
            count = count.plus(Count::of(outcome?));
        }
    }
    Ok(count)
}

impl Target {
    /// Whether it behaved as it must; its figures are printed, and whatever else it said when it did not.
    fn run(&self, programs: &Path) -> Result<bool, String> {
        let work = built("fuzz").join("inputs").join(self.name);
        // What was found earlier is begun from, but for the fault that has to be found anew.
        if self.faulty {
            drop(fs::remove_dir_all(&work));
        }
        fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
        let mut run = Command::new(programs.join(self.name));
        run.args(BOUNDS).arg(format!("-max_total_time={}", seconds())).arg("-print_final_stats=1");
        run.arg(format!("-artifact_prefix={}/gagal-", built("fuzz").display()));
        let words = root().join("fuzz/words").join(self.name).with_extension("dict");
        if words.is_file() {
            run.arg(format!("-dict={}", words.display()));
        }
        run.arg(&work).arg(root().join("fuzz/seeds").join(self.name));
        run.args(self.more.map(|folder| root().join(folder)));
        let output = run.stdin(Stdio::null()).output().map_err(|e| format!("{}: {e}", self.name))?;
        let said = String::from_utf8_lossy(&output.stderr);
        // A target that does not even start ends badly, too.
        let ok = output.status.success() != self.faulty && said.contains(PLANTED) == self.faulty;
        println!("{}: {}", self.name, figures(&said));
        if !ok {
            println!("{said}");
        }
        Ok(ok)
    }
}

/// The last line about coverage, and how many inputs were tried.
fn figures(said: &str) -> String {
    let reached = said.lines().rfind(|line| line.contains(" cov: ")).unwrap_or("no coverage");
    let tried = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).unwrap_or("some");
    format!("{} inputs, {}", tried.trim(), reached.trim())
}

/// The machine that rustc compiles for, such as `x86_64-unknown-linux-gnu`.
fn machine() -> Result<String, String> {
    let output = command("rustc", &["-vV"]).output().map_err(|e| format!("rustc: {e}"))?;
    let told = String::from_utf8_lossy(&output.stdout);
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc -vV names no host".into())
}

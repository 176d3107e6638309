//! `cargo xtask test`: every check and test, one closing line.

use std::process::Command;

use crate::run::{Count, command, counted, present, shown, shown_in};
use crate::{browser, fuzz, install, interop, tidy, ui};

/// A named group of checks.
struct Group {
    name: &'static str,
    needs_machine: bool,
    run: fn(&Setup) -> Result<Count, String>,
}

/// What the groups share.
struct Setup {
    postgres: Option<pgtest::Cluster>,
}

const GROUPS: &[Group] = &[
    Group { name: "check", needs_machine: false, run: |_| checks() },
    Group { name: "tidy", needs_machine: false, run: |_| tidy::run().map(Count::of) },
    Group { name: "unit", needs_machine: true, run: |setup| nextest(setup, &["--workspace", "--lib", "--bins"]) },
    Group { name: "http", needs_machine: true, run: |setup| nextest(setup, &["--workspace", "--test", "it"]) },
    Group { name: "tenancy", needs_machine: true, run: |setup| nextest(setup, &["--workspace", "--test", "tenancy"]) },
    Group {
        name: "enumeration",
        needs_machine: true,
        run: |setup| nextest(setup, &["--workspace", "--test", "enumeration", "--test-threads", "1"]),
    },
    Group { name: "faults", needs_machine: true, run: |setup| nextest(setup, &["--workspace", "--test", "faults"]) },
    Group { name: "fuzz", needs_machine: false, run: |_| all_fuzz() },
    Group { name: "clients", needs_machine: false, run: |_| interop::clients() },
    Group { name: "schema", needs_machine: false, run: |_| interop::schema() },
    Group { name: "browser", needs_machine: false, run: |_| browser::run() },
];

/// Runs the named groups, or all, and prints `N passed, N failed` last.
pub fn run(names: &[String]) -> Result<bool, String> {
    if let Some(unknown) = names.iter().find(|name| GROUPS.iter().all(|g| g.name != name.as_str())) {
        let known: Vec<&str> = GROUPS.iter().map(|g| g.name).collect();
        return Err(format!("There is no group «{unknown}». Groups: {}.", known.join(", ")));
    }
    let chosen: Vec<&Group> =
        GROUPS.iter().filter(|g| names.is_empty() || names.iter().any(|name| name == g.name)).collect();
    if chosen.iter().any(|g| g.name != "tidy") {
        ui::ensure()?;
    }
    let mut setup = Setup { postgres: None };
    if chosen.iter().any(|g| g.needs_machine) {
        install::ensure()?;
        setup.postgres = Some(pgtest::Cluster::start().map_err(|e| e.to_string())?);
    }
    let mut total = Count::default();
    for group in chosen {
        println!("\n== {} ==", group.name);
        let begun = std::time::Instant::now();
        let count = (group.run)(&setup)?;
        let seconds = begun.elapsed().as_secs();
        println!("{}: {} passed, {} failed, {seconds} s", group.name, count.passed, count.failed);
        total = total.plus(count);
    }
    drop(setup);
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0 && total.passed > 0)
}

/// Formatting, lints, licences and advisories.
fn checks() -> Result<Count, String> {
    let mut count = Count::of(shown("cargo", &["fmt", "--all", "--check"])?);
    count = count.plus(Count::of(shown_in("fuzz", "cargo", &["fmt", "--check"])?));
    // What Cargo.toml denies fails; pedantic lints warn.
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet"];
    count = count.plus(Count::of(shown("cargo", &clippy)?));
    if present("cargo", &["deny", "--version"]) {
        count = count.plus(Count::of(shown("cargo", &["deny", "check", "bans", "licenses", "sources"])?));
        if !shown("cargo", &["deny", "check", "advisories"])? {
            println!("cargo-deny: advisories skipped or found; see above (the advisory data must be reachable).");
        }
    } else {
        println!("cargo-deny is not installed: licence and advisory checks are skipped.");
    }
    Ok(count)
}

/// Input that nobody would write, for whatever reads input and for the whole router.
fn all_fuzz() -> Result<Count, String> {
    let guided = fuzz::guided()?;
    let mut command = runner(&["--workspace", "--test", "fuzz"]);
    command.env("PABEAN_FUZZ_SECONDS", fuzz::seconds());
    Ok(guided.plus(counted(command)?))
}

/// The tests, with the cluster that all groups share.
fn nextest(setup: &Setup, selection: &[&str]) -> Result<Count, String> {
    let mut command = runner(selection);
    if let Some(cluster) = &setup.postgres {
        command.env("PABEAN_TEST_PG", cluster.url());
    }
    counted(command)
}

/// nextest where it is installed, the plain test runner elsewhere.
fn runner(selection: &[&str]) -> Command {
    if present("cargo", &["nextest", "--version"]) {
        command("cargo", &[&["nextest", "run", "--no-fail-fast", "--no-tests", "pass"], selection].concat())
    } else {
        command("cargo", &[&["test", "--no-fail-fast", "--quiet"], selection].concat())
    }
}

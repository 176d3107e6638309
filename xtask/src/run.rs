//! Running other programs: with their output shown, and with what test runners say at the end counted.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::root;

/// A command in the workspace's root, with `cargo` being the one that runs us.
pub fn command(program: &str, args: &[&str]) -> Command {
    let program =
        if program == "cargo" { std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()) } else { program.into() };
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    // What `cargo run` tells this program about itself would make build scripts think that something changed, and half of
    // everything would be compiled anew after a command typed by hand.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    command
}

/// Runs with the streams shown; whether it ended well.
pub fn shown(program: &str, args: &[&str]) -> Result<bool, String> {
    println!("$ {program} {}", args.join(" "));
    let status = command(program, args).status().map_err(|e| format!("{program}: {e}"))?;
    Ok(status.success())
}

/// The same in a folder of the project.
pub fn shown_in(folder: &str, program: &str, args: &[&str]) -> Result<bool, String> {
    println!("$ (cd {folder} && {program} {})", args.join(" "));
    let status = command(program, args).current_dir(root().join(folder)).status();
    Ok(status.map_err(|e| format!("{program}: {e}"))?.success())
}

/// What Cargo built, such as `debug/pabean`.
pub fn built(path: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(path)
}

/// Whether the program can be run at all.
pub fn present(program: &str, args: &[&str]) -> bool {
    command(program, args).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// Builds the program as the tests have built it: with their features. `cargo build` would leave out what only tests turn
/// on, and compile half of everything again.
pub fn program() -> Result<(), String> {
    if shown("cargo", &["test", "--quiet", "--no-run", "--workspace", "--test", "faults"])? {
        Ok(())
    } else {
        Err("The build failed; see above.".into())
    }
}

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Ended well.
    pub passed: u64,
    /// Did not.
    pub failed: u64,
}

impl Count {
    /// One check.
    pub fn of(ok: bool) -> Self {
        Self { passed: u64::from(ok), failed: u64::from(!ok) }
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// Runs a test runner with its output shown and its closing lines counted; a runner that fails without naming a failed
/// test (a build error) counts as one failure.
pub fn counted(mut command: Command) -> Result<Count, String> {
    println!("$ {command:?}");
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|e| format!("{command:?}: {e}"))?;
    let errors = child.stderr.take().map(|stream| std::thread::spawn(move || show_and_count(stream, true)));
    let mut count = child.stdout.take().map_or_else(Count::default, |stream| show_and_count(stream, false));
    if let Some(counted) = errors.and_then(|thread| thread.join().ok()) {
        count = count.plus(counted);
    }
    let ok = child.wait().map_err(|e| e.to_string())?.success();
    if !ok && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

fn show_and_count(stream: impl std::io::Read, error_stream: bool) -> Count {
    let mut count = Count::default();
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        if error_stream {
            eprintln!("{line}");
        } else {
            println!("{line}");
        }
        if let Some(more) = closing_line(&line) {
            count = count.plus(more);
        }
    }
    count
}

/// Reads `Summary [ 1.2s] 10 tests run: 9 passed, 1 failed`, `test result: ok. 9 passed; 1 failed; …` and
/// Playwright's plain `9 passed, 1 failed`.
fn closing_line(line: &str) -> Option<Count> {
    let plain = strip_colour(line);
    let line = plain.trim();
    // Indented, it is the output of one failed test, which the summary counts.
    let rest = if let Some(rest) = plain.strip_prefix("test result:") {
        rest
    } else if line.starts_with("Summary [") {
        line.split_once("tests run:").or_else(|| line.split_once("test run:"))?.1
    } else if line.ends_with(" failed") && line.contains(" passed, ") && line.starts_with(|c: char| c.is_ascii_digit())
    {
        line
    } else {
        return None;
    };
    Some(Count {
        passed: number_before(rest, "passed"),
        failed: number_before(rest, "failed") + number_before(rest, "timed out"),
    })
}

fn number_before(text: &str, word: &str) -> u64 {
    let Some((before, _)) = text.split_once(word) else { return 0 };
    before.split_whitespace().next_back().and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn strip_colour(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut inside = false;
    for c in line.chars() {
        match (inside, c) {
            (false, '\u{1b}') => inside = true,
            (true, 'm') => inside = false,
            (true, _) => {}
            (false, c) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Option<(u64, u64)>) {
        assert_eq!(closing_line(line), expect.map(|(passed, failed)| Count { passed, failed }), "{line}");
    }

    #[test]
    fn closing_lines_are_counted() {
        check("     Summary [   0.014s] 12 tests run: 11 passed, 1 failed, 0 skipped", Some((11, 1)));
        check("\u{1b}[32m     Summary\u{1b}[0m [ 1s] 1 test run: 1 passed, 0 skipped", Some((1, 0)));
        check("    test result: FAILED. 0 passed; 1 failed; 0 ignored", None);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured", Some((3, 2)));
        check("7 passed, 0 failed", Some((7, 0)));
        check("running 3 tests", None);
    }
}

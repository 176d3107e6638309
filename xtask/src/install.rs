//! What the tests need from the machine, installed where we may, named where we may not.

use crate::run;

/// A Debian package and how its presence shows.
struct Need {
    package: &'static str,
    why: &'static str,
    present: fn() -> bool,
}

const POSTGRES: Need = Need {
    package: "postgresql",
    why: "tests run on SQLite and on PostgreSQL 15 or newer",
    present: pgtest::installed,
};

const PDFTOTEXT: Need = Need {
    package: "poppler-utils",
    why: "tests read the letters with pdftotext",
    present: || run::present("pdftotext", &["-v"]),
};

const CHROMIUM: Need = Need {
    package: "chromium",
    why: "tests look at every page with it; another one is named by PABEAN_CHROMIUM",
    present: || {
        let program = std::env::var("PABEAN_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".into());
        std::path::Path::new(&program).is_file()
    },
};

const VENV: Need = Need {
    package: "python3-venv",
    why: "tests speak to the API with Python clients",
    present: || run::present("python3", &["-c", "import venv, ensurepip"]),
};

const JQ: Need = Need {
    package: "jq",
    why: "tests speak to the API with curl and jq",
    present: || run::present("jq", &["--version"]),
};

const CURL: Need = Need {
    package: "curl",
    why: "tests speak to the API with curl and jq",
    present: || run::present("curl", &["--version"]),
};

const CXX: Need =
    Need { package: "g++", why: "libFuzzer is compiled with it", present: || run::present("c++", &["--version"]) };

/// What the tests on the database and the letters need.
pub fn ensure() -> Result<(), String> {
    all(&[&POSTGRES, &PDFTOTEXT])
}

/// What clients that are not ours need.
pub fn interop() -> Result<(), String> {
    all(&[&VENV, &JQ, &CURL])
}

/// What the search for inputs that break something needs.
pub fn fuzz() -> Result<(), String> {
    all(&[&CXX])
}

/// What the tests in a browser need.
pub fn browser() -> Result<(), String> {
    all(&[&CHROMIUM])
}

/// Installs what is missing by apt when root; otherwise says exactly what is missing.
fn all(needs: &[&Need]) -> Result<(), String> {
    let missing: Vec<&&Need> = needs.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_root() || !run::present("apt-get", &["--version"]) {
        let list: Vec<String> = missing.iter().map(|n| format!("  {} ({})", n.package, n.why)).collect();
        return Err(format!(
            "Missing on this machine:\n{}\nInstall them, for example: sudo apt-get install {}",
            list.join("\n"),
            names.join(" ")
        ));
    }
    run::shown("apt-get", &["update"])?;
    // A cluster of its own would start at boot; the tests start theirs under target/.
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(&names);
    if run::shown("apt-get", &args)? && missing.iter().all(|need| (need.present)()) {
        Ok(())
    } else {
        Err(format!("apt-get could not install: {}", names.join(" ")))
    }
}

fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

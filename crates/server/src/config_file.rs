//! Settings from a TOML file: the same names as the flags, below environment and flags in rank.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Args;
use toml::{Table, Value};

use crate::config::Config;

/// Where the file is named.
const FLAG: &str = "--config";
/// The same in the environment.
const ENV: &str = "PABEAN_CONFIG";
/// Largest file, bytes.
const LARGEST: u64 = 64 * 1024;

/// The command line with the file's settings put before it, so that what stands on it wins. A setting whose environment
/// variable is set is left out: the environment wins over the file.
pub fn with_file(args: Vec<OsString>) -> Result<Vec<OsString>, String> {
    let Some(path) = named(&args).or_else(|| std::env::var_os(ENV).map(PathBuf::from)) else { return Ok(args) };
    let settings = read(&path, |name| std::env::var_os(name).is_some())?;
    let mut all = args;
    let rest = all.split_off(1.min(all.len()));
    all.extend(settings.into_iter().map(OsString::from));
    all.extend(rest);
    Ok(all)
}

/// The path after `--config`.
fn named(args: &[OsString]) -> Option<PathBuf> {
    let position = args.iter().position(|arg| arg == FLAG);
    let after = position.and_then(|at| args.get(at + 1)).map(PathBuf::from);
    let joined = || args.iter().filter_map(|arg| arg.to_str()).find_map(|arg| arg.strip_prefix("--config="));
    after.or_else(|| joined().map(PathBuf::from))
}

fn read(path: &Path, in_environment: impl Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let shown = path.display();
    let size = std::fs::metadata(path).map_err(|e| format!("{shown}: {e}"))?.len();
    if size > LARGEST {
        return Err(format!("{shown}: lebih besar dari {LARGEST} bita"));
    }
    let text = std::fs::read_to_string(path).map_err(|e| format!("{shown}: {e}"))?;
    flags(&text, in_environment).map_err(|why| format!("{shown}: {why}"))
}

/// `--name=value` for each setting of the text.
fn flags(text: &str, in_environment: impl Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let table: Table = text.parse().map_err(|e: toml::de::Error| e.to_string())?;
    let known = Config::augment_args(clap::Command::new("pabean"));
    let mut flags = Vec::new();
    for (key, value) in &table {
        let name = key.replace('_', "-");
        let known = known.get_arguments().find(|arg| arg.get_long() == Some(&name) && name != "config");
        let known = known.ok_or_else(|| format!("pengaturan '{key}' tidak dikenal; lihat pabean --help"))?;
        if known.get_env().and_then(|env| env.to_str()).is_some_and(&in_environment) {
            continue;
        }
        flags.push(format!("--{name}={}", plain(key, value)?));
    }
    Ok(flags)
}

/// A value as it would stand on the command line.
fn plain(key: &str, value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Array(list) => Ok(list.iter().map(|one| plain(key, one)).collect::<Result<Vec<_>, _>>()?.join(",")),
        _ => Err(format!("pengaturan '{key}' harus berupa teks, bilangan bulat, atau daftar teks")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&[&str], &str>) {
        match (flags(text, |name| name == "PABEAN_NAME"), expect) {
            (Ok(flags), Ok(expect)) => assert_eq!(flags, expect),
            (Err(why), Err(part)) => assert!(why.contains(part), "{why}"),
            (got, _) => panic!("{got:?}"),
        }
    }

    #[test]
    fn settings_become_flags() {
        check("listen = \"127.0.0.1:9000\"\nworkers = 4", Ok(&["--listen=127.0.0.1:9000", "--workers=4"]));
        check("trusted_proxies = [\"10.0.0.1\", \"10.0.0.2\"]", Ok(&["--trusted-proxies=10.0.0.1,10.0.0.2"]));
    }

    #[test]
    fn the_environment_wins() {
        check("name = \"Uji\"\nworkers = 1", Ok(&["--workers=1"]));
    }

    #[test]
    fn mistakes_are_named() {
        check("lisen = \"x\"", Err("'lisen' tidak dikenal"));
        check("config = \"x\"", Err("'config' tidak dikenal"));
        check("workers = 1.5", Err("'workers' harus berupa"));
        check("workers = ", Err("line 1"));
    }
}

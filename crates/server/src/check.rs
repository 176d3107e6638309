//! `pabean check`: a dry run without a server.

use std::fmt::Write as _;
use std::process::ExitCode;

use app::ports::Clock as _;
use declaration::levy::Assessment;
use declaration::rules::{self, Facts, Subject};
use declaration::{Limits, Pib, Raw, Section, figures};
use kernel::{Date, Finding, Findings, Severity};
use reference::Snapshot;
use serde_json::json;

use crate::cli::CheckArgs;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::reference_cmd;

/// Judges one file: 0 nothing rejects, 1 something does, 2 unusable input.
pub fn run(args: &CheckArgs, config: &Config) -> Result<ExitCode, String> {
    let bytes = std::fs::read(&args.file).map_err(|e| format!("{}: {e}", args.file.display()))?;
    let raw = Raw::parse(&bytes, &Limits::default()).map_err(|e| {
        format!("{}:{}:{}: {} {} ({})", args.file.display(), e.line, e.column, e.code, e.message.id, e.pointer)
    })?;
    let doc = Pib::from_raw(raw);
    let day = day(args)?;
    let snapshot = if args.installed { reference_cmd::installed(config)? } else { reference::starter::snapshot()? };
    let params = overrides(&args.params)?;
    let snapshot = snapshot.with_parameters(params.iter().map(|(k, v)| (k.as_str(), v.as_str())));
    let (findings, assessment) = judge(&doc, &snapshot, day)?;
    let ok = !kernel::finding::rejects(&findings);
    let said = if args.json {
        format!("{}\n", as_json(ok, &findings, &assessment))
    } else {
        as_text(ok, &findings, &assessment)
    };
    crate::say(&said);
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn day(args: &CheckArgs) -> Result<Date, String> {
    match &args.at {
        Some(day) => day.parse().map_err(|_| format!("--at {day}: write the day as YYYY-MM-DD")),
        None => Ok(app::reference::office_day(SystemClock.now(), "WIB")),
    }
}

fn overrides(params: &[String]) -> Result<Vec<(String, String)>, String> {
    let pairs = params.iter().map(|pair| {
        let (key, value) = pair.split_once('=').ok_or_else(|| format!("--param {pair}: write KEY=VALUE"))?;
        Ok((key.to_owned(), value.to_owned()))
    });
    pairs.collect()
}

fn judge(doc: &Pib, snapshot: &Snapshot, day: Date) -> Result<(Findings, Assessment), String> {
    let params = figures::params(snapshot, day).map_err(|e| e.to_string())?;
    let assessment = figures::assess(doc, snapshot, &params, day);
    let facts = Facts::default();
    let subject = Subject { doc, snapshot, today: day, facts: &facts, assessment: Some(&assessment) };
    Ok((rules::examine(&subject), assessment))
}

fn as_json(ok: bool, findings: &[Finding], assessment: &Assessment) -> serde_json::Value {
    let findings: Vec<_> = findings
        .iter()
        .map(|f| {
            json!({
                "code": f.code, "severity": f.severity, "pointer": f.pointer, "message": f.message.id,
                "messageEn": f.message.en, "law": f.law,
            })
        })
        .collect();
    let pungutan: Vec<_> = assessment
        .totals
        .iter()
        .map(|t| {
            json!({
                "kodeJenisPungutan": t.jenis.code(), "kodeFasilitasTarif": t.fasilitas.code(),
                "nilai": t.rounded.to_string(),
            })
        })
        .collect();
    json!({
        "ok": ok,
        "findings": findings,
        "pungutan": pungutan,
        "total": assessment.dibayar.to_string(),
        "penjelasan": assessment.explanation(),
    })
}

fn as_text(ok: bool, findings: &[Finding], assessment: &Assessment) -> String {
    let mut out = String::new();
    for f in findings {
        let word = match f.severity {
            Severity::Reject => "TOLAK",
            Severity::Warn => "INGAT",
            Severity::Note => "INFO",
        };
        let _ = writeln!(out, "{word:<6}{:<10} {}: {}", f.code, rules::describe(f.pointer.as_str()).id, f.message.id);
        let _ = writeln!(out, "      {} · {}", f.pointer, f.law);
    }
    if !findings.is_empty() {
        out.push('\n');
    }
    for t in &assessment.totals {
        let _ = writeln!(out, "{:<8}{:<24}{:>22}", t.jenis.code(), t.fasilitas.label().id, t.rounded.to_letter());
    }
    let _ = writeln!(out, "{:<32}{:>22}", "Dibayar", assessment.dibayar.to_letter());
    out.push('\n');
    explain(&mut out, &assessment.explanation(), 0);
    let verdict = if ok { "Tidak ada yang menolak." } else { "Dokumen ini akan ditolak." };
    let _ = writeln!(out, "\n{verdict}");
    out
}

/// The explanation as an indented list: figure, formula, and each operand with its value.
fn explain(out: &mut String, node: &declaration::levy::Node, depth: usize) {
    let node_json = serde_json::to_value(node).unwrap_or_default();
    let raw = node.raw.map(|raw| raw.normalize().to_string()).unwrap_or_default();
    let _ = writeln!(out, "{:indent$}{} = {raw}   {}", "", node.label.id, node.formula, indent = depth * 2);
    for operand in node_json["operands"].as_array().into_iter().flatten() {
        let (name, value) = (&operand["name"], &operand["value"]);
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let _ =
            writeln!(out, "{:indent$}· {} = {shown}", "", name.as_str().unwrap_or_default(), indent = depth * 2 + 2);
    }
    for child in &node.children {
        explain(out, child, depth + 1);
    }
}

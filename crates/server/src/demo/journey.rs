//! One declaration from submission to SPPB, through the API like any client, with the bank and the terminal played by
//! the simulator and the officers by the demo's accounts.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use app::demo::sample;
use serde_json::Value;

use super::client::Client;
use super::{DemoArgs, House, Lane, officers};

/// Longest wait for the whole journey.
const PATIENCE: Duration = Duration::from_secs(120);
/// Pause between two looks at the status.
const PAUSE: Duration = Duration::from_millis(100);

/// Walks the journey; whether it ended with an SPPB.
pub fn walk(house: &House, args: &DemoArgs) -> Result<bool, String> {
    let importer = house.people.iter().find(|p| p.username == "importir").ok_or("akun importir tidak ada")?;
    let client = Client::login(&house.server.base_url(), &importer.username, &importer.password)?;
    let sequence = if args.lane == Lane::Merah { 990_301 } else { 990_302 };
    let body = sample::document(&house.app, sequence, 1)?;
    let checked = client.post("/openapi/document/check", &body)?;
    expect(&checked, "OK")?;
    let sent = client.post("/openapi/document?isFinal=true", &body)?;
    expect(&sent, "OK")?;
    let aju = sample::aju(&house.app, sequence)?;
    println!("Nomor aju   {}", aju.to_grouped());
    println!("Id dokumen  {}", sent["idHeader"].as_str().unwrap_or_default());
    let status = follow(house, &client, aju.as_ref())?;
    let released = letters(&client, &status, &args.dir)?;
    print_form(&client, aju.as_ref(), &args.dir)?;
    println!("{}", if released { "SPPB terbit." } else { "SPPB belum terbit." });
    Ok(released)
}

fn expect(answer: &Value, status: &str) -> Result<(), String> {
    if answer["status"] == status { Ok(()) } else { Err(format!("jawaban tidak terduga: {answer}")) }
}

/// Looks at the status until the SPPB is there, pays the bill, lets the officers act; prints each step once.
fn follow(house: &House, client: &Client, aju: &str) -> Result<Value, String> {
    let begun = Instant::now();
    let mut shown = 0;
    let mut paid = BTreeSet::new();
    loop {
        let status = client.get(&format!("/openapi/status/{aju}"))?;
        shown = print_steps(&status, shown);
        let letters = status["dataRespon"].as_array().cloned().unwrap_or_default();
        let has = |code: &str| letters.iter().any(|l| l["kodeRespon"] == code);
        if has("2003") || has("2001") || begun.elapsed() > PATIENCE {
            return Ok(status);
        }
        for letter in &letters {
            for bill in letter["billingPungutans"].as_array().into_iter().flatten() {
                let code = bill["kodeBilling"].as_str().unwrap_or_default();
                if bill["status"] == "AKTIF" && paid.insert(code.to_owned()) {
                    pay(house, code)?;
                }
            }
        }
        officers::turn(house, aju)?;
        std::thread::sleep(PAUSE);
    }
}

/// Prints the steps that are new, oldest first.
fn print_steps(status: &Value, shown: usize) -> usize {
    let rows = status["dataStatus"].as_array().cloned().unwrap_or_default();
    for row in rows.iter().rev().skip(shown) {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        println!("{}  {:<32} {}", text("kodeProses"), text("keterangan"), text("waktuStatus"));
    }
    rows.len().max(shown)
}

/// Pays at the simulated bank.
fn pay(house: &House, code: &str) -> Result<(), String> {
    let url = format!("{}/mpn/v1/billing/{code}/bayar", house.simulator.base_url());
    let request = ureq::post(&url).header("content-type", "application/json");
    request.send("{}").map_err(|e| format!("pembayaran {code}: {e}"))?;
    Ok(())
}

/// Saves every letter as `<kodeRespon>-<nama>.pdf`; whether an SPPB is among them.
fn letters(client: &Client, status: &Value, dir: &Path) -> Result<bool, String> {
    let mut released = false;
    for letter in status["dataRespon"].as_array().into_iter().flatten() {
        let text = |name: &str| letter[name].as_str().unwrap_or_default();
        let bytes = client.download(&format!("/openapi/download-respon?path={}", text("pdf")))?;
        let file = dir.join(format!("{}-{}.pdf", text("kodeRespon"), text("keterangan").replace(' ', "-")));
        std::fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))?;
        println!("Surat       {} {}  {}", text("kodeRespon"), text("nomorRespon"), file.display());
        released |= text("kodeRespon") == "2003";
    }
    Ok(released)
}

fn print_form(client: &Client, aju: &str, dir: &Path) -> Result<(), String> {
    let bytes = client.download(&format!("/openapi/respon/cetak-formulir/final?nomorAju={aju}"))?;
    let file = dir.join("formulir-BC20.pdf");
    std::fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}

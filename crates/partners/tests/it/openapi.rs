//! The OpenAPI document and the simulator say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use app::ports::{CompanyStanding, LartasAnswer, Payment, TpsStatus};
use kernel::Rupiah;
use partners::simulator::{Rule, Switch, routes};
use partners::wire::{BillingIssued, Done, ErrorBody, LartasBody, TpsRelease};
use partners::{Hint, HintKind};
use serde::Serialize;
use serde_json::{Value, json};

use crate::world::{HandClock, aju, billing, goods, lartas};
use app::ports::Clock;

fn document() -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/partners.openapi.yaml");
    std::fs::read_to_string(path).unwrap()
}

/// The lines below the line `head`, up to the next line that is not indented more.
fn below<'a>(text: &'a str, head: &str) -> Vec<&'a str> {
    let depth = head.len() - head.trim_start().len();
    let mut lines = text.lines().skip_while(|line| *line != head);
    assert!(lines.next().is_some(), "{head:?} is not in the document");
    let deeper = |line: &&str| line.is_empty() || line.len() - line.trim_start().len() > depth;
    lines.take_while(deeper).collect()
}

/// Keys at exactly `depth` spaces.
fn keys(lines: &[&str], depth: usize) -> BTreeSet<String> {
    let at = |line: &&&str| line.len() - line.trim_start().len() == depth && !line.trim_start().starts_with(['#', '-']);
    let key = |line: &&str| line.trim().split(':').next().unwrap().trim_matches('\'').to_owned();
    lines.iter().filter(at).map(key).collect()
}

#[test]
fn every_route_is_documented_and_every_documented_route_exists() {
    let text = document();
    let mut documented = BTreeSet::new();
    for path in keys(&below(&text, "paths:"), 2) {
        for method in keys(&below(&text, &format!("  {path}:")), 4) {
            if ["get", "post", "put", "delete", "patch"].contains(&method.as_str()) {
                documented.insert(format!("{method} {path}"));
            }
        }
    }
    let served: BTreeSet<_> = routes().into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    assert!(served.len() > 15, "{served:?}");
    assert_eq!(served, documented);
}

#[test]
fn every_reference_leads_somewhere() {
    let text = document();
    for reference in text.split("$ref: '#/components/").skip(1).map(|rest| rest.split('\'').next().unwrap()) {
        let (kind, name) = reference.split_once('/').unwrap();
        let components = below(&text, "components:").join("\n");
        assert!(keys(&below(&components, &format!("  {kind}:")), 4).contains(name), "{reference}");
    }
}

fn fields(sample: impl Serialize) -> BTreeSet<String> {
    let Value::Object(members) = serde_json::to_value(sample).unwrap() else { panic!("not an object") };
    members.into_iter().map(|(name, _)| name).collect()
}

fn full_rule() -> Rule {
    let all = json!({"cocok": "1", "keterangan": "x", "lartas": "SESUAI", "alasan": "x", "billing": "NORMAL",
        "bayar": "NORMAL", "bayarOtomatis": 1, "timbun": 1, "siap": 1, "keluar": 1, "registri": "AKTIF"});
    serde_json::from_value(all).unwrap()
}

#[test]
fn every_shape_has_the_documented_members() {
    let clock = HandClock::new();
    let now = clock.now();
    let request = lartas("r", &aju("000001"), &["84713020"], &["959"]);
    let payment = Payment {
        ntpn: String::new(),
        ntb: String::new(),
        bank: String::new(),
        nilai: Rupiah(1),
        npwp: String::new(),
        waktu_bayar: now,
    };
    let standing = CompanyStanding {
        nama: String::new(),
        alamat: String::new(),
        nitku: Vec::new(),
        npwp_aktif: true,
        nib: None,
        akses_kepabeanan: true,
        kode_jenis_api: None,
    };
    let release = TpsRelease {
        query: goods("000100000000"),
        nomor_sppb: String::new(),
        tanggal_sppb: jiff::civil::date(2019, 1, 2),
    };
    let issued = BillingIssued { kode_billing: String::new(), berlaku_sampai: now };
    let billed = billing("b", &aju("000001"), 1, &clock);
    let switch: Switch = serde_json::from_value(json!({"mode": "LAMBAT", "ms": 1, "kali": 1})).unwrap();
    let samples: BTreeMap<&str, BTreeSet<String>> = [
        ("LartasRequest", fields(LartasBody::from(&request))),
        ("LartasGoods", fields(&request.barang[0])),
        ("DocumentRef", fields(&LartasBody::from(&request).dokumen[0])),
        ("LartasAnswer", fields(LartasAnswer::Dikembalikan { alasan: vec![] })),
        ("BillingRequest", fields(&billed)),
        ("BillingLine", fields(&billed.rincian[0])),
        ("BillingIssued", fields(issued)),
        ("BillingStatus", fields(app::ports::BillingStatus::Lunas { pembayaran: vec![] })),
        ("Payment", fields(payment)),
        ("TpsQuery", fields(goods("000100000000"))),
        ("TpsRelease", fields(release)),
        ("TpsStatus", fields(TpsStatus::default())),
        ("CompanyStanding", fields(standing)),
        ("Done", fields(Done { status: String::new() })),
        ("Error", fields(ErrorBody { kode: String::new(), pesan: String::new() })),
        ("Hint", fields(Hint { jenis: HintKind::Timbun, kunci: String::new() })),
        ("Switch", fields(switch)),
        ("Rule", fields(full_rule())),
    ]
    .into();
    let text = document();
    for (name, members) in samples {
        let schema = below(&text, &format!("    {name}:")).join("\n");
        assert_eq!(keys(&below(&schema, "      properties:"), 8), members, "{name}");
    }
}

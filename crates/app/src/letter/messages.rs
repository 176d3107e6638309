//! `pesan[]` of the status API: what a client's user has to read without opening the letter (h2h-api 1.5).

use declaration::rules::describe;
use declaration::workflow::{Fact, SebabTolak};
use kernel::Finding;
use serde::Deserialize;

use super::extra::NppExtra;
use super::issue::Issue;
use super::{reject, words};

/// Most messages of one response.
pub const MOST_MESSAGES: usize = 20;

/// Up to [`MOST_MESSAGES`] pairs (`uraian1`, `uraian2`): what, and where or by when.
pub fn messages(issue: &Issue) -> Vec<(String, String)> {
    let text = |what: &str, where_: &str| {
        let lines = words::paragraphs(what).into_iter();
        bounded(lines.map(|line| (line, where_.to_owned())).collect())
    };
    match &issue.event.isi {
        Fact::Rejected { temuan, sebab } => rejected(issue, *temuan, *sebab),
        Fact::BillingIssued { kode, nilai, .. } => {
            vec![(format!("Kode billing {kode}"), format!("Jumlah {}", nilai.to_letter()))]
        }
        Fact::PaymentVerified { pembayaran }
        | Fact::AmendmentPaid { pembayaran }
        | Fact::SptnpPaid { pembayaran, .. } => {
            vec![(format!("NTPN {}", pembayaran.ntpn), format!("Jumlah {}", pembayaran.nilai.to_letter()))]
        }
        Fact::SptnpIssued { total, jatuh_tempo, .. } => {
            let due = format!("Jatuh tempo {}", words::date(*jatuh_tempo));
            vec![(format!("Jumlah {}", total.to_letter()), due)]
        }
        Fact::SpblIssued { alasan }
        | Fact::Cancelled { alasan, .. }
        | Fact::CancellationRefused { alasan }
        | Fact::AmendmentRefused { alasan, .. } => text(alasan, ""),
        Fact::Amended { perubahan, .. } => {
            let row = |p: &declaration::workflow::Perubahan| {
                let place = describe(&p.pointer).id.into_owned();
                (place, format!("{} → {}", words::clip(&p.semula), words::clip(&p.menjadi)))
            };
            bounded(perubahan.iter().map(row).collect())
        }
        Fact::QuestionIssued { uraian, .. } => text(uraian, ""),
        Fact::ReturnedForLicence { alasan } => {
            bounded(alasan.iter().map(|line| (words::clip(line), String::new())).collect())
        }
        Fact::ManifestMismatched { selisih } => {
            let both = |s: &declaration::workflow::Selisih| {
                (s.uraian.id.to_string(), format!("Dokumen: {}; manifes: {}", s.dinyatakan, s.tercatat))
            };
            bounded(selisih.iter().map(both).collect())
        }
        _ => Vec::new(),
    }
}

fn rejected(issue: &Issue, count: u32, sebab: SebabTolak) -> Vec<(String, String)> {
    let extra = NppExtra::deserialize(&issue.extra).unwrap_or_default();
    let mut rows: Vec<(String, String)> = extra.findings.iter().map(finding).collect();
    if sebab == SebabTolak::NpblDitutup {
        rows.insert(0, (reject::npbl_text().id.into_owned(), "NPBL".to_owned()));
    } else if rows.is_empty() && count > 0 {
        rows.push((format!("{count} temuan; lihat NPP."), String::new()));
    }
    bounded(rows)
}

fn finding(finding: &Finding) -> (String, String) {
    let place = describe(finding.pointer.as_str()).id;
    let name = format!("{} {}", finding.code, finding.pointer);
    (format!("{place}: {}", finding.message.id), name.trim_end().to_owned())
}

/// The first ones, the last of them telling how many were left out.
fn bounded(mut rows: Vec<(String, String)>) -> Vec<(String, String)> {
    if rows.len() > MOST_MESSAGES {
        let left_out = rows.len() - (MOST_MESSAGES - 1);
        rows.truncate(MOST_MESSAGES - 1);
        rows.push((format!("… dan {left_out} hal lain; lihat suratnya."), String::new()));
    }
    rows
}

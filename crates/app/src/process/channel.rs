//! What the channel rules look at, and the lanes that a demo lets its users choose.

use declaration::Lodged;
use declaration::workflow::channel::{self, ChannelDecision, ChannelInput, ChannelReason, Tanda};
use declaration::workflow::{Jalur, State};
use kernel::{Rupiah, Text};
use rust_decimal::RoundingStrategy;

use crate::App;

/// Draws the channel of a lodged document, unless a sandbox or a demo has chosen it.
pub(crate) fn decide(app: &App, lodged: &Lodged, state: &State, chosen: Option<Jalur>) -> ChannelDecision {
    if let Some(jalur) = chosen {
        return by_choice(jalur, "SANDBOX", SANDBOX);
    }
    if let Some(jalur) = chosen_in_demo(app, lodged) {
        return by_choice(jalur, "DEMO", DEMO);
    }
    let mut tanda = std::collections::BTreeSet::new();
    match lodged.jenis_impor.as_str() {
        "2" => drop(tanda.insert(Tanda::ImporSementara)),
        "3" => drop(tanda.insert(Tanda::Reimpor)),
        _ => {}
    }
    let value = lodged.cif.get().checked_mul(lodged.ndpbm.get()).unwrap_or_default();
    let value = value.round_dp_with_strategy(0, RoundingStrategy::ToZero);
    let input = ChannelInput {
        kelas: state.kelas,
        tanda,
        hs: lodged.barang.iter().map(|b| b.hs.to_string()).collect(),
        asal: lodged.barang.iter().map(|b| b.negara_asal.clone()).filter(|n| !n.is_empty()).collect(),
        nilai_pabean: Rupiah(i64::try_from(value.mantissa()).unwrap_or(i64::MAX)),
    };
    channel::draw(&input, &channel::starter_rules(), app.ports().ids.secret())
}

const DEMO: Text = Text::fixed("Dipilih melalui akhiran aju dalam demo", "Chosen by the aju's suffix in the demo");
const SANDBOX: Text = Text::fixed("Dipilih di kotak pasir", "Chosen in the sandbox");

fn by_choice(jalur: Jalur, kode: &str, uraian: Text) -> ChannelDecision {
    let reason = ChannelReason { kode: kode.into(), bobot: 0, uraian };
    ChannelDecision { jalur, skor: 0, alasan: vec![reason], benih: String::new() }
}

/// In a demo the last six characters of the aju may choose: 990301 red, 990302 green (docs/sandbox.md).
fn chosen_in_demo(app: &App, lodged: &Lodged) -> Option<Jalur> {
    let aju = lodged.nomor_aju.to_string();
    match (app.settings().demo, aju.get(20..)?) {
        (true, "990301") => Some(Jalur::Merah),
        (true, "990302") => Some(Jalur::Hijau),
        _ => None,
    }
}

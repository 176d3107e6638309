//! A determination of tariff or value: what an officer corrects, computed again, and the fine that follows (rules 1.9, 2.6).
//!
//! The declared side is the document as it was assessed; the determined side takes the shares of CIF that came out of it,
//! with the corrected lines in their place. Nothing else moves, so that each difference has one cause.

use kernel::{Date, Dec2, Dec4, Decimal, KodeHs, Rupiah, Text};
use reference::Snapshot;
use serde::{Deserialize, Serialize};

use super::{Book, duty_reference, input};
use crate::document::{Barang, Field, Pib};
use crate::levy::{
    self, Assessment, Facility, Fine, FineGround, FineRules, Incoterm, ItemAssessment, Levy, LevyInput, LevyParams,
    Lookup, ParamProblem, RoundingRule, ShortageFine, TariffKind, shortage_fine,
};
use crate::workflow::RincianPenetapan;

/// One goods line as an officer determines it; a member without a value stays as declared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Koreksi {
    /// Line number from 1.
    pub seri: u32,
    /// HS code.
    pub pos_tarif: Option<KodeHs>,
    /// Duty rate, percent; none: that of the reference data when the HS code changes.
    pub tarif_bm: Option<Dec2>,
    /// Quantity in the declared unit; the CIF follows it unless one is given.
    pub jumlah: Option<Dec4>,
    /// CIF in the currency of the declaration.
    pub cif: Option<Dec2>,
    /// The kind of goods was declared wrongly, not only its code: the shortage is fined.
    pub salah_jenis: bool,
    /// Why.
    pub alasan: String,
}

impl Koreksi {
    /// Whether nothing differs from the declaration.
    pub fn is_empty(&self) -> bool {
        self.pos_tarif.is_none() && self.tarif_bm.is_none() && self.jumlah.is_none() && self.cif.is_none()
    }

    /// Whether its shortage is fined (UU art. 16(4), 82(5)); a wrong code for rightly named goods is not.
    pub fn is_fined(&self) -> bool {
        self.jumlah.is_some() || self.cif.is_some() || self.salah_jenis
    }
}

/// What a determination is computed with.
#[derive(Debug, Clone, Copy)]
pub struct Dasar<'a> {
    /// Reference data by which the document was accepted.
    pub snapshot: &'a Snapshot,
    /// Parameters of the levies.
    pub params: &'a LevyParams,
    /// Day whose law applies.
    pub day: Date,
    /// Rules of the fine.
    pub denda: &'a FineRules,
    /// Rounding of the fine, `pembulatan.denda`.
    pub pembulatan: RoundingRule,
    /// Percentage that the officer sets where no duty was paid.
    pub persen: Option<Decimal>,
}

/// The fine's rules and rounding in the reference data of a day.
pub fn fine_rules(lookup: Lookup<'_>) -> Result<(FineRules, RoundingRule), ParamProblem> {
    let rules = FineRules::from_lookup(lookup)?;
    let rounding = lookup("pembulatan.denda").and_then(|text| RoundingRule::parse(&text));
    Ok((rules, rounding.unwrap_or(RoundingRule::UP_THOUSAND)))
}

/// One levy, as declared and as determined; only what is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selisih {
    /// Levy.
    pub jenis: Levy,
    /// As declared.
    pub semula: Rupiah,
    /// As determined.
    pub menjadi: Rupiah,
}

impl Selisih {
    /// What is short, below zero when too much was paid.
    pub const fn nilai(&self) -> Rupiah {
        Rupiah(self.menjadi.0.saturating_sub(self.semula.0))
    }
}

/// One goods line, as declared and as determined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baris {
    /// The correction.
    pub koreksi: Koreksi,
    /// HS declared and determined.
    pub pos_tarif: (String, String),
    /// Duty: percent or rupiah a unit, declared and determined.
    pub tarif_bm: ((TariffKind, Decimal), (TariffKind, Decimal)),
    /// Quantity.
    pub jumlah: (Dec4, Dec4),
    /// CIF in the declaration's currency.
    pub cif: (Decimal, Decimal),
    /// Duty to be paid, exact.
    pub bm: (Decimal, Decimal),
}

/// The fine and how it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denda {
    /// Duty paid for the fined goods.
    pub dibayar: Rupiah,
    /// Duty due for them.
    pub seharusnya: Rupiah,
    /// Outcome.
    pub hasil: ShortageFine,
    /// The fine, rounded; none when there is none, or when the officer has still to set the percentage.
    pub nilai: Option<Rupiah>,
    /// Its percentage.
    pub persen: Option<Decimal>,
}

/// A determination before it is issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Penetapan {
    /// As declared.
    pub semula: Assessment,
    /// As determined.
    pub menjadi: Assessment,
    /// Corrected lines.
    pub barang: Vec<Baris>,
    /// Levies that are paid.
    pub pungutan: Vec<Selisih>,
    /// Fine on the lines whose value, quantity or kind was declared wrongly.
    pub denda: Denda,
    /// What the SPTNP demands, one row a levy, the fine last.
    pub rincian: Vec<RincianPenetapan>,
    /// Its sum; below zero when too much was paid.
    pub total: Rupiah,
    /// Differences of what is guaranteed, exempt or borne by the state: they are not billed.
    pub fasilitas: Vec<(Levy, Facility, Rupiah)>,
}

/// Why nothing can be determined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halangan {
    /// Nothing was corrected.
    TanpaKoreksi,
    /// No line has this number.
    BarisTidakAda(u32),
    /// The HS code is not in the tariff, and no rate was given.
    HsTidakDikenal(u32),
    /// The line bears no import duty that could be corrected.
    TanpaBm(u32),
    /// The reason of a correction is missing.
    TanpaAlasan(u32),
    /// The document's own figures cannot be computed.
    TidakLengkap,
    /// A figure is past the range.
    DiLuarJangkauan,
}

impl Halangan {
    /// For a reader.
    pub fn text(&self) -> Text {
        let line =
            |n: &u32, id: &str, en: &str| Text::made(format!("Barang {n}: {id}"), format!("Goods line {n}: {en}"));
        match self {
            Self::TanpaKoreksi => Text::fixed(
                "Belum ada barang yang dikoreksi. Ubah pos tarif, jumlah atau nilai salah satu barang.",
                "No goods line is corrected yet. Change HS code, quantity or value of one.",
            ),
            Self::BarisTidakAda(n) => line(n, "tidak ada dalam dokumen.", "is not in the document."),
            Self::HsTidakDikenal(n) => line(
                n,
                "pos tarif ini tidak ada dalam BTKI yang berlaku; periksa lagi, atau isi tarif bea masuknya.",
                "this HS code is not in the tariff in force; check it, or give the duty rate.",
            ),
            Self::TanpaBm(n) => line(n, "tidak mempunyai baris bea masuk.", "has no row of import duty."),
            Self::TanpaAlasan(n) => line(n, "tulis alasan koreksi.", "write why it is corrected."),
            Self::TidakLengkap => Text::fixed(
                "Pungutan menurut pemberitahuan tidak dapat dihitung lengkap.",
                "The levies as declared cannot be computed completely.",
            ),
            Self::DiLuarJangkauan => {
                Text::fixed("Angkanya terlalu besar untuk dihitung.", "The figures are too large to compute.")
            }
        }
    }
}

/// Computes a determination; all that stands in its way at once.
pub fn determine(doc: &Pib, koreksi: &[Koreksi], dasar: &Dasar<'_>) -> Result<Penetapan, Vec<Halangan>> {
    let before = input(doc, dasar.snapshot, dasar.day);
    let semula = levy::assess(&before, dasar.params);
    let chosen = chosen(doc, koreksi)?;
    let after = corrected(doc, &chosen, &before, &semula, dasar)?;
    let menjadi = levy::assess(&after, dasar.params);
    if !semula.complete || !menjadi.complete {
        return Err(vec![Halangan::TidakLengkap]);
    }
    let barang = chosen.iter().map(|(k, one)| row(doc, *k, one, (&before, &after), (&semula, &menjadi))).collect();
    let fined = |(k, one): &(usize, &Koreksi)| one.is_fined().then_some(*k);
    let indexes: Vec<usize> = chosen.iter().filter_map(fined).collect();
    let denda = fine(&indexes, (&semula, &menjadi), dasar).ok_or_else(range)?;
    let pungutan = differences(&semula, &menjadi);
    let mut rincian: Vec<RincianPenetapan> = pungutan
        .iter()
        .filter(|one| one.nilai() != Rupiah::ZERO)
        .map(|one| RincianPenetapan { kode: one.jenis.code().to_owned(), nilai: one.nilai() })
        .collect();
    if let Some(nilai) = denda.nilai.filter(|nilai| *nilai != Rupiah::ZERO) {
        rincian.push(RincianPenetapan { kode: Levy::Denda.code().to_owned(), nilai });
    }
    let total = rincian.iter().try_fold(Rupiah::ZERO, |sum, line| sum.plus(line.nilai)).ok_or_else(range)?;
    let fasilitas = beside(&semula, &menjadi);
    Ok(Penetapan { semula, menjadi, barang, pungutan, denda, rincian, total, fasilitas })
}

fn range() -> Vec<Halangan> {
    vec![Halangan::DiLuarJangkauan]
}

/// The corrections that change something, with the position of their line.
fn chosen<'a>(doc: &Pib, koreksi: &'a [Koreksi]) -> Result<Vec<(usize, &'a Koreksi)>, Vec<Halangan>> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for one in koreksi.iter().filter(|one| !one.is_empty()) {
        match position(doc, one.seri) {
            Some(k) => found.push((k, one)),
            None => wrong.push(Halangan::BarisTidakAda(one.seri)),
        }
        if one.alasan.trim().is_empty() {
            wrong.push(Halangan::TanpaAlasan(one.seri));
        }
    }
    if found.is_empty() && wrong.is_empty() {
        wrong.push(Halangan::TanpaKoreksi);
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

/// Where the line with a number stands: by its number, else by its place.
pub fn position(doc: &Pib, seri: u32) -> Option<usize> {
    let numbered = |goods: &Barang| goods.seri_barang.value().map(kernel::Seri::get);
    let by_number = doc.barang.iter().position(|goods| numbered(goods) == Some(seri));
    let place = usize::try_from(seri).ok().and_then(|n| n.checked_sub(1));
    by_number.or_else(|| place.filter(|k| doc.barang.get(*k).is_some_and(|goods| numbered(goods).is_none())))
}

/// The figures as determined.
fn corrected(
    doc: &Pib,
    chosen: &[(usize, &Koreksi)],
    before: &LevyInput,
    semula: &Assessment,
    dasar: &Dasar<'_>,
) -> Result<LevyInput, Vec<Halangan>> {
    let changed = with_codes(doc, chosen);
    let mut after = input(&changed, dasar.snapshot, dasar.day);
    let mut price = Decimal::ZERO;
    let mut wrong = Vec::new();
    for (k, item) in after.items.iter_mut().enumerate() {
        let share = semula.items.get(k).and_then(|item| item.shares).ok_or_else(|| vec![Halangan::TidakLengkap])?;
        let one = chosen.iter().find(|(at, _)| *at == k).map(|(_, one)| *one);
        item.price = one.map_or(Some(share.cif), |one| worth(doc, k, one, share.cif)).ok_or_else(range)?;
        item.declared_cif = None;
        price = price.checked_add(item.price).ok_or_else(range)?;
        if let Some(one) = one {
            wrong.extend(retax(&changed, k, one, item, (before.has_api, dasar)));
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    after.incoterm = Some(Incoterm::Cif);
    after.price = price;
    (after.additions, after.deductions) = (Decimal::ZERO, Decimal::ZERO);
    (after.freight, after.insurance, after.declared_cif) = (None, None, None);
    Ok(after)
}

/// The document with the corrected codes and quantities.
fn with_codes(doc: &Pib, chosen: &[(usize, &Koreksi)]) -> Pib {
    let mut changed = doc.clone();
    for (k, one) in chosen {
        let Some(goods) = changed.barang.get_mut(*k) else { continue };
        if let Some(hs) = &one.pos_tarif {
            goods.pos_tarif = Field::Good(*hs);
        }
        if let Some(jumlah) = one.jumlah {
            goods.jumlah_satuan = Field::Good(jumlah);
        }
    }
    changed
}

/// The CIF of a line: as given, else in proportion to the quantity found, else as declared.
fn worth(doc: &Pib, k: usize, one: &Koreksi, declared: Decimal) -> Option<Decimal> {
    if let Some(cif) = one.cif {
        return Some(cif.get());
    }
    let Some(found) = one.jumlah else { return Some(declared) };
    let said = doc.barang.get(k).and_then(|goods| goods.jumlah_satuan.value()).map(Dec4::get).unwrap_or_default();
    if said.is_zero() {
        return Some(declared);
    }
    Some(declared.checked_mul(found.get())?.checked_div(said)?.round_dp(2))
}

/// Gives a corrected line the rates of its code, or the one that the officer set.
fn retax(
    changed: &Pib,
    k: usize,
    one: &Koreksi,
    item: &mut levy::ItemInput,
    (has_api, dasar): (bool, &Dasar<'_>),
) -> Option<Halangan> {
    let book = Book { snapshot: dasar.snapshot, day: dasar.day, version: dasar.snapshot.version_text() };
    let reference = changed.barang.get(k).and_then(|goods| duty_reference(changed, &book, goods));
    let pph = item.pph_class.map(|class| dasar.params.pph.rate(class, has_api).value);
    let recoded = one.pos_tarif.is_some();
    if recoded && reference.is_none() && one.tarif_bm.is_none() {
        return Some(Halangan::HsTidakDikenal(one.seri));
    }
    let mut duty = false;
    for row in &mut item.rows {
        let is_duty = matches!(row.levy, Levy::Bm | Levy::Bmkite);
        duty |= is_duty;
        if one.jumlah.is_some() || recoded {
            row.quantity = None;
        }
        match (is_duty, one.tarif_bm, &reference) {
            (true, Some(rate), _) => (row.kind, row.rate) = (TariffKind::AdValorem, rate.get()),
            (true, None, Some(reference)) if recoded => (row.kind, row.rate) = (reference.kind, reference.rate),
            _ => {}
        }
        if let (Levy::Pph, true, Some(rate)) = (row.levy, recoded, pph) {
            row.rate = rate;
        }
    }
    (!duty && (recoded || one.tarif_bm.is_some())).then_some(Halangan::TanpaBm(one.seri))
}

fn row(
    doc: &Pib,
    k: usize,
    one: &Koreksi,
    (before, after): (&LevyInput, &LevyInput),
    (semula, menjadi): (&Assessment, &Assessment),
) -> Baris {
    let goods = doc.barang.get(k);
    let hs = goods.and_then(|goods| goods.pos_tarif.good()).map(ToString::to_string).unwrap_or_default();
    let said = goods.and_then(|goods| goods.jumlah_satuan.value()).unwrap_or_default();
    let rate = |input: &LevyInput| {
        let rows = input.items.get(k).map(|item| item.rows.as_slice()).unwrap_or_default();
        let duty = rows.iter().find(|row| matches!(row.levy, Levy::Bm | Levy::Bmkite));
        duty.map_or((TariffKind::AdValorem, Decimal::ZERO), |row| (row.kind, row.rate))
    };
    let cif =
        |side: &Assessment| side.items.get(k).and_then(|item| item.shares).map(|shares| shares.cif).unwrap_or_default();
    let duty = |side: &Assessment| side.items.get(k).and_then(duty_paid).unwrap_or_default();
    Baris {
        koreksi: one.clone(),
        pos_tarif: (hs.clone(), one.pos_tarif.as_ref().map_or(hs, ToString::to_string)),
        tarif_bm: (rate(before), rate(after)),
        jumlah: (said, one.jumlah.unwrap_or(said)),
        cif: (cif(semula), cif(menjadi)),
        bm: (duty(semula), duty(menjadi)),
    }
}

/// The import duty that is paid for a line; none past the range.
fn duty_paid(item: &ItemAssessment) -> Option<Decimal> {
    let rows = item.rows.iter().filter(|row| row.levy == Levy::Bm);
    rows.filter_map(|row| row.amounts).try_fold(Decimal::ZERO, |sum, amounts| sum.checked_add(amounts.paid))
}

/// What is paid of each levy that one of the sides has, in the order of levies.
fn differences(semula: &Assessment, menjadi: &Assessment) -> Vec<Selisih> {
    let both = |jenis: Levy| Selisih {
        jenis,
        semula: semula.total(jenis, Facility::Dibayar),
        menjadi: menjadi.total(jenis, Facility::Dibayar),
    };
    Levy::all().map(both).filter(|one| one.semula != Rupiah::ZERO || one.menjadi != Rupiah::ZERO).collect()
}

fn beside(semula: &Assessment, menjadi: &Assessment) -> Vec<(Levy, Facility, Rupiah)> {
    let pairs = Levy::all().flat_map(|levy| Facility::all().map(move |facility| (levy, facility)));
    let apart = |(levy, facility): (Levy, Facility)| {
        let (was, is) = (semula.total(levy, facility), menjadi.total(levy, facility));
        (levy, facility, Rupiah(is.0.saturating_sub(was.0)))
    };
    pairs.filter(|(_, f)| *f != Facility::Dibayar).map(apart).filter(|(_, _, n)| *n != Rupiah::ZERO).collect()
}

/// The fine on the lines at these positions; none past the range.
fn fine(lines: &[usize], (semula, menjadi): (&Assessment, &Assessment), dasar: &Dasar<'_>) -> Option<Denda> {
    let rule = dasar.params.regime.value.rule_for(Levy::Bm);
    let duty = |side: &Assessment| {
        let mut items = lines.iter().filter_map(|k| side.items.get(*k));
        let sum = items.try_fold(Decimal::ZERO, |sum, item| sum.checked_add(duty_paid(item)?))?;
        rule.apply(sum)
    };
    let (dibayar, seharusnya) = (duty(semula)?, duty(menjadi)?);
    let mut hasil = shortage_fine(dasar.denda, FineGround::ValueOrGoods, dibayar, seharusnya).ok()?;
    if let (ShortageFine::OfficerDecides { shortage }, Some(percent)) = (hasil, dasar.persen) {
        let amount = Decimal::from(shortage.0).checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
        hasil = ShortageFine::Fined(Fine { shortage, percent, amount });
    }
    let (nilai, persen) = match &hasil {
        ShortageFine::Fined(fine) => (Some(fine.rounded(dasar.pembulatan)?), Some(fine.percent)),
        _ => (None, None),
    };
    Some(Denda { dibayar, seharusnya, hasil, nilai, persen })
}

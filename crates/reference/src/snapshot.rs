//! All tables of one version, ready for look-ups.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use kernel::Date;

use crate::cell::{canonical_group, two_digits};
use crate::decode;
use crate::error::ImportError;
use crate::hs_index::HsIndex;
use crate::index::Indexed;
use crate::kind::TableKind;
use crate::kurs::{self, Kurs, KursRow};
use crate::lists::{Dokumen, FtaSkema, Kantor, Kemasan, KodeKecil, Libur, Negara, Pelabuhan, Satuan, Tps, Valuta};
use crate::parameter::Parameter;
use crate::table::{Row, Table};
use crate::tarif::{Preferensi, TarifLine};

/// The reference data of one version. Cloning is cheap; nothing in it ever changes.
#[derive(Clone)]
pub struct Snapshot {
    version: u64,
    pub(crate) inner: Arc<Inner>,
    /// Until the week of this day the newest sample rates go on.
    rolled: Option<Date>,
    overrides: Arc<BTreeMap<String, Parameter>>,
}

pub(crate) struct Inner {
    /// One for each kind, in the order of `TableKind::ALL`.
    tables: Vec<Indexed>,
    pub(crate) tarif: Vec<TarifLine>,
    preferensi: Vec<Preferensi>,
    parameter: Vec<Parameter>,
    kurs: Vec<KursRow>,
    newest_sample: Option<Date>,
    libur: Vec<Date>,
    pub(crate) hs: OnceLock<HsIndex>,
}

/// Stored content that cannot be read: it was changed outside the import, or a table's description became stricter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("reference table {kind} cannot be read: {}", .errors.first().map(ToString::to_string).unwrap_or_default())]
pub struct SnapshotError {
    /// Table.
    pub kind: TableKind,
    /// What is wrong with it.
    pub errors: Vec<ImportError>,
}

impl Snapshot {
    /// The snapshot `version` made of these canonical texts; tables not among them are empty.
    pub fn build<B: AsRef<[u8]>>(version: u64, blobs: &BTreeMap<TableKind, B>) -> Result<Self, SnapshotError> {
        let table = |kind| match blobs.get(&kind) {
            Some(bytes) => decode::stored(kind, bytes.as_ref()).map_err(|errors| SnapshotError { kind, errors }),
            None => Ok(Table::empty(kind)),
        };
        let tables = TableKind::ALL.into_iter().map(table).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::of(version, tables))
    }

    fn of(version: u64, tables: Vec<Table>) -> Self {
        let tables: Vec<Indexed> = tables.into_iter().map(Indexed::new).collect();
        let rows = |kind: TableKind| tables[kind as usize].table.rows();
        let inner = Inner {
            tarif: rows(TableKind::Tarif).map(TarifLine::read).collect(),
            preferensi: rows(TableKind::Preferensi).map(Preferensi::read).collect(),
            parameter: rows(TableKind::Parameter).map(Parameter::read).collect(),
            kurs: rows(TableKind::Kurs).map(KursRow::read).collect(),
            newest_sample: kurs::newest_sample(&tables[TableKind::Kurs as usize].table),
            libur: rows(TableKind::Libur).filter_map(|r| crate::cell::parse_date(r.get("tanggal"))).collect(),
            hs: OnceLock::new(),
            tables,
        };
        Self { version, inner: Arc::new(inner), rolled: None, overrides: Arc::default() }
    }

    /// A snapshot without any row, version 0.
    pub fn empty() -> Self {
        Self::of(0, TableKind::ALL.into_iter().map(Table::empty).collect())
    }

    /// The version number that decisions are stored with.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The version for a person, with what departs from the stored tables: rolled samples, overridden parameters.
    pub fn version_text(&self) -> String {
        let mut parts = vec![self.version.to_string()];
        parts.extend(self.rolled.map(|today| format!("kurs-contoh.{today}")));
        parts.extend(self.overrides.iter().map(|(kunci, p)| format!("{kunci}={}", p.nilai)));
        parts.join("+")
    }

    /// The same tables with the newest sample rates going on, week by week (Wednesday to Tuesday), until the week that
    /// holds `today`; for demonstrations only. Published rates and samples of other weeks stay as they are.
    #[must_use]
    pub fn roll_samples(&self, today: Date) -> Self {
        Self { rolled: self.inner.newest_sample.map(|_| today), ..self.clone() }
    }

    /// The same tables with parameters set for every date; for trials only.
    #[must_use]
    pub fn with_parameters<'a>(&self, set: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut overrides = (*self.overrides).clone();
        overrides.extend(set.into_iter().map(|(k, v)| (k.to_owned(), Parameter::set(k, v))));
        Self { overrides: Arc::new(overrides), ..self.clone() }
    }

    /// The table as a whole.
    pub fn table(&self, kind: TableKind) -> &Table {
        &self.indexed(kind).table
    }

    /// Whether the table has any row.
    pub fn has(&self, kind: TableKind) -> bool {
        !self.table(kind).is_empty()
    }

    /// The row of any table with this key that holds on `date`.
    pub fn find(&self, kind: TableKind, key: &[&str], date: Date) -> Option<Row<'_>> {
        let indexed = self.indexed(kind);
        indexed.at(key, date).map(|row| indexed.table.row(row))
    }

    pub(crate) fn indexed(&self, kind: TableKind) -> &Indexed {
        &self.inner.tables[kind as usize]
    }

    pub(crate) fn latest(&self, kind: TableKind, key: &[&str]) -> Option<Row<'_>> {
        let indexed = self.indexed(kind);
        indexed.latest(key).map(|row| indexed.table.row(row))
    }

    /// A customs office.
    pub fn kantor(&self, kode: &str) -> Option<Kantor<'_>> {
        self.latest(TableKind::Kantor, &[kode]).map(Kantor)
    }

    /// A country by its two letters.
    pub fn negara(&self, kode: &str) -> Option<Negara<'_>> {
        self.latest(TableKind::Negara, &[kode]).map(Negara)
    }

    /// A port or place: of the Indonesian table, else of the world's.
    pub fn pelabuhan(&self, kode: &str) -> Option<Pelabuhan<'_>> {
        let world = || self.latest(TableKind::Unlocode, &[kode]);
        self.latest(TableKind::Pelabuhan, &[kode]).or_else(world).map(Pelabuhan)
    }

    /// A storage place of an office.
    pub fn tps(&self, kantor: &str, kode: &str) -> Option<Tps<'_>> {
        self.latest(TableKind::Tps, &[kantor, kode]).map(Tps)
    }

    /// A currency.
    pub fn valuta(&self, kode: &str) -> Option<Valuta<'_>> {
        self.latest(TableKind::Valuta, &[kode]).map(Valuta)
    }

    /// A unit of measure.
    pub fn satuan(&self, kode: &str) -> Option<Satuan<'_>> {
        self.latest(TableKind::Satuan, &[kode]).map(Satuan)
    }

    /// A kind of package.
    pub fn kemasan(&self, kode: &str) -> Option<Kemasan<'_>> {
        self.latest(TableKind::Kemasan, &[kode]).map(Kemasan)
    }

    /// A document code.
    pub fn dokumen(&self, kode: &str) -> Option<Dokumen<'_>> {
        self.latest(TableKind::Dokumen, &[kode]).map(Dokumen)
    }

    /// A code of a small list on `date`. The list may be called by the name of another pack; a facility code of one digit
    /// stands for the same with a leading zero.
    pub fn kode(&self, kelompok: &str, kode: &str, date: Date) -> Option<KodeKecil<'_>> {
        let kelompok = canonical_group(kelompok);
        let kode = if kelompok == "fasilitas" { two_digits(kode) } else { Cow::Borrowed(kode) };
        self.find(TableKind::Kode, &[kelompok, &kode], date).map(KodeKecil)
    }

    /// The codes of a small list on `date`, in code order.
    pub fn daftar(&self, kelompok: &str, date: Date) -> impl Iterator<Item = KodeKecil<'_>> {
        let table = self.table(TableKind::Kode);
        let rows = self.group(canonical_group(kelompok));
        rows.map(|r| KodeKecil(table.row(r))).filter(move |k| {
            self.find(TableKind::Kode, &[k.kelompok(), k.kode()], date).is_some_and(|r| r.berlaku() == k.berlaku())
        })
    }

    /// Whether the small list has any code at all; without one, nothing can be said about a code of it.
    pub fn has_list(&self, kelompok: &str) -> bool {
        !self.group(canonical_group(kelompok)).is_empty()
    }

    fn group(&self, kelompok: &str) -> std::ops::Range<usize> {
        let table = self.table(TableKind::Kode);
        let bound = |after: bool| {
            let (mut low, mut high) = (0, table.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                let name = table.row(middle).get("kelompok");
                let before = if after { name <= kelompok } else { name < kelompok };
                if before { low = middle + 1 } else { high = middle }
            }
            low
        };
        bound(false)..bound(true)
    }

    /// The tax exchange rate of a currency on `date`: a published one, else a sample.
    pub fn kurs(&self, valuta: &str, date: Date) -> Option<Kurs<'_>> {
        let indexed = self.indexed(TableKind::Kurs);
        let stored = indexed.at(&[valuta, ""], date).or_else(|| indexed.at(&[valuta, "Y"], date));
        match stored {
            Some(row) => self.kurs_row(row),
            None => self.rolled_kurs(valuta, date),
        }
    }

    fn rolled_kurs(&self, valuta: &str, date: Date) -> Option<Kurs<'_>> {
        let newest = self.inner.newest_sample?;
        let (dari, sampai) = kurs::week(date);
        let (from, until) = kurs::week(self.rolled?);
        if date > until || (date < from && date < newest) {
            return None;
        }
        let row = self.indexed(TableKind::Kurs).latest(&[valuta, "Y"])?;
        self.kurs_row(row).map(|kurs| Kurs { dari, sampai, ..kurs })
    }

    /// The rates of every currency on `date`, in currency order.
    pub fn kurs_on(&self, date: Date) -> Vec<Kurs<'_>> {
        let mut codes: Vec<&str> = self.table(TableKind::Kurs).rows().map(|r| r.get("valuta")).collect();
        codes.dedup();
        codes.into_iter().filter_map(|valuta| self.kurs(valuta, date)).collect()
    }

    fn kurs_row(&self, row: usize) -> Option<Kurs<'_>> {
        let KursRow { nilai, tercetak, satuan } = *self.inner.kurs.get(row)?;
        let row = self.table(TableKind::Kurs).row(row);
        let berlaku = row.berlaku();
        let (dari, sampai) = (berlaku.dari?, berlaku.sampai?);
        let contoh = !row.get("contoh").is_empty();
        Some(Kurs { valuta: row.get("valuta"), nilai, tercetak, satuan, dari, sampai, kmk: row.get("kmk"), contoh })
    }

    /// The tariff line of eight digits on `date`.
    pub fn tarif(&self, hs: &str, date: Date) -> Option<&TarifLine> {
        self.indexed(TableKind::Tarif).at(&[hs], date).and_then(|row| self.inner.tarif.get(row))
    }

    /// The preference rate of a scheme, named by itself (`ATIGA`) or by its facility code (`06`), on `date`.
    pub fn preferensi(&self, skema: &str, hs: &str, date: Date) -> Option<&Preferensi> {
        let skema = self.fta_skema(skema).map_or(skema, FtaSkema::skema);
        let row = self.indexed(TableKind::Preferensi).at(&[skema, hs], date)?;
        self.inner.preferensi.get(row)
    }

    /// A preference scheme by its name or its facility code.
    pub fn fta_skema(&self, skema: &str) -> Option<FtaSkema<'_>> {
        let fasilitas = two_digits(skema);
        let by_code = || {
            let mut rows = self.table(TableKind::FtaSkema).rows();
            rows.find(|r| !fasilitas.is_empty() && r.get("kode_fasilitas_ceisa") == fasilitas)
        };
        self.latest(TableKind::FtaSkema, &[skema]).or_else(by_code).map(FtaSkema)
    }

    /// The value of a parameter on `date`.
    pub fn parameter(&self, kunci: &str, date: Date) -> Option<&Parameter> {
        if let Some(set) = self.overrides.get(kunci) {
            return Some(set);
        }
        let row = self.indexed(TableKind::Parameter).at(&[kunci], date)?;
        self.inner.parameter.get(row)
    }

    /// Whether `date` is a public holiday or collective leave; Saturdays and Sundays are not told here.
    pub fn is_holiday(&self, date: Date) -> bool {
        self.inner.libur.binary_search(&date).is_ok()
    }

    /// The holiday on `date`.
    pub fn libur(&self, date: Date) -> Option<Libur<'_>> {
        let row = self.inner.libur.binary_search(&date).ok()?;
        Some(Libur(self.table(TableKind::Libur).row(row)))
    }

    /// Whether the holidays of the year of `date` are known at all.
    pub fn knows_holidays(&self, date: Date) -> bool {
        self.inner.libur.iter().any(|d| d.year() == date.year())
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Snapshot").field(&self.version_text()).finish()
    }
}

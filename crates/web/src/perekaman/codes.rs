//! Code lists behind fields: what may be chosen, what a code is called, where it is searched for.

use declaration::rules::Allowed;
use kernel::Date;
use reference::{HsHit, KodeKecil, Lang as HsLang, Snapshot, TableKind};

use super::messages::RekamTexts;
use crate::lang::Lang;
use crate::messages::fill;

/// Most options of a drop-down; longer lists are searched.
const MOST_OPTIONS: usize = 40;
/// Most hits of a search.
pub const MOST_HITS: usize = 50;

/// Reference data on a day, in a reader's language.
#[derive(Clone, Copy)]
pub struct Book<'a> {
    /// Data.
    pub snapshot: &'a Snapshot,
    /// Day.
    pub today: Date,
    /// Language.
    pub lang: Lang,
}

impl Book<'_> {
    /// The options of a short list; none where the list is long or there is none.
    pub fn options(&self, allowed: Allowed) -> Option<Vec<Named>> {
        let options: Vec<Named> = match allowed {
            Allowed::List(group) | Allowed::OpenList(group) => self
                .snapshot
                .daftar(group, self.today)
                .map(|code| (code.kode().to_owned(), self.kode_name(code).to_owned()))
                .collect(),
            Allowed::Fixed(codes) => codes.iter().map(|code| ((*code).to_owned(), String::new())).collect(),
            _ => return None,
        };
        (!options.is_empty() && options.len() <= MOST_OPTIONS).then_some(options)
    }

    fn kode_name<'a>(&self, code: KodeKecil<'a>) -> &'a str {
        match self.lang {
            Lang::Id => code.nama_id(),
            Lang::En => code.nama_en(),
        }
    }

    /// What a code of a searched list is called.
    pub fn name(&self, table: Tabel, code: &str, office: &str) -> Option<String> {
        let (data, id) = (self.snapshot, self.lang == Lang::Id);
        let text = |text: &str| text.to_owned();
        match table {
            Tabel::Kantor => data.kantor(code).map(|row| text(row.nama())),
            Tabel::Negara => data.negara(code).map(|row| text(if id { row.nama_id() } else { row.nama_en() })),
            Tabel::Pelabuhan => data.pelabuhan(code).map(|row| text(row.nama())),
            Tabel::Valuta => data.valuta(code).map(|row| text(if id { row.nama_id() } else { row.nama_en() })),
            Tabel::Satuan => data.satuan(code).map(|row| text(if id { row.nama_id() } else { row.nama_en() })),
            Tabel::Kemasan => data.kemasan(code).map(|row| text(if id { row.nama_id() } else { row.nama_en() })),
            Tabel::Dokumen => data.dokumen(code).map(|row| text(if id { row.uraian() } else { row.uraian_en() })),
            Tabel::Tps => data.tps(office, code).map(|row| text(row.nama())),
            Tabel::Fasilitas => data.kode("fasilitas", code, self.today).map(|row| text(self.kode_name(row))),
            Tabel::Hs => data.hs(code, self.today).map(|hit| self.lang.say(&hit.context())),
        }
    }

    /// Searches by code or words; `within` is the office of a storage place.
    pub fn search(&self, table: Tabel, within: &str, query: &str, limit: usize) -> Vec<Named> {
        if table == Tabel::Hs {
            let lang = if self.lang == Lang::Id { HsLang::Id } else { HsLang::En };
            let hits = self.snapshot.search_hs(query, lang, limit, self.today);
            return hits.iter().map(|hit| (hit.hs8.to_owned(), self.tariff(hit))).collect();
        }
        let within = if table == Tabel::Fasilitas { "fasilitas" } else { within };
        let hits = self.snapshot.search(table.kind(), within, query, limit);
        hits.into_iter()
            .map(|hit| {
                let name = self.name(table, hit.kode, within).unwrap_or_else(|| hit.nama.to_owned());
                (hit.kode.to_owned(), name)
            })
            .collect()
    }

    /// A tariff line with what it costs and needs: levies, restrictions, agreements with another rate.
    fn tariff(&self, hit: &HsHit<'_>) -> String {
        let t = RekamTexts::of(self.lang);
        let schemes: Vec<&str> = self.schemes().filter(|s| self.prefers(s, hit.hs8)).collect();
        let levies = self.lang.say(&hit.tarif.summary());
        let levies = if schemes.is_empty() {
            levies
        } else {
            format!("{levies}; {}", fill(t.lookup_preference, &[("skema", &schemes.join(", "))]))
        };
        format!("{} ({levies})", self.lang.say(&hit.context()))
    }

    fn prefers(&self, scheme: &str, hs: &str) -> bool {
        self.snapshot.preferensi(scheme, hs, self.today).is_some()
    }

    fn schemes(&self) -> impl Iterator<Item = &str> {
        self.snapshot.search(TableKind::FtaSkema, "", "", MOST_HITS).into_iter().map(|hit| hit.kode)
    }
}

/// A code and what it is called.
pub type Named = (String, String);

/// A list that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tabel {
    /// Customs offices.
    Kantor,
    /// Countries.
    Negara,
    /// Ports.
    Pelabuhan,
    /// Currencies.
    Valuta,
    /// Units.
    Satuan,
    /// Package kinds.
    Kemasan,
    /// Document kinds.
    Dokumen,
    /// Facilities.
    Fasilitas,
    /// Tariff lines.
    Hs,
    /// Storage places of an office.
    Tps,
}

impl Tabel {
    const ALL: [Self; 10] = [
        Self::Kantor,
        Self::Negara,
        Self::Pelabuhan,
        Self::Valuta,
        Self::Satuan,
        Self::Kemasan,
        Self::Dokumen,
        Self::Fasilitas,
        Self::Hs,
        Self::Tps,
    ];

    /// The list of a field; none where any text may stand.
    pub fn of(name: &str, allowed: Allowed) -> Option<Self> {
        match (name, allowed) {
            ("posTarif", _) => Some(Self::Hs),
            ("kodeTps", _) => Some(Self::Tps),
            (_, Allowed::Country) => Some(Self::Negara),
            (_, Allowed::Port) => Some(Self::Pelabuhan),
            (_, Allowed::Office) => Some(Self::Kantor),
            (_, Allowed::Currency) => Some(Self::Valuta),
            (_, Allowed::Unit) => Some(Self::Satuan),
            (_, Allowed::Package) => Some(Self::Kemasan),
            (_, Allowed::DocumentKind) => Some(Self::Dokumen),
            (_, Allowed::List("fasilitas")) => Some(Self::Fasilitas),
            _ => None,
        }
    }

    /// In addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kantor => "kantor",
            Self::Negara => "negara",
            Self::Pelabuhan => "pelabuhan",
            Self::Valuta => "valuta",
            Self::Satuan => "satuan",
            Self::Kemasan => "kemasan",
            Self::Dokumen => "dokumen",
            Self::Fasilitas => "fasilitas",
            Self::Hs => "hs",
            Self::Tps => "tps",
        }
    }

    /// The list of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.word() == word)
    }

    /// What it holds, for people.
    pub fn label(self, t: &'static RekamTexts) -> &'static str {
        match self {
            Self::Kantor => t.t_kantor,
            Self::Negara => t.t_negara,
            Self::Pelabuhan => t.t_pelabuhan,
            Self::Valuta => t.t_valuta,
            Self::Satuan => t.t_satuan,
            Self::Kemasan => t.t_kemasan,
            Self::Dokumen => t.t_dokumen,
            Self::Fasilitas => t.t_fasilitas,
            Self::Hs => t.t_hs,
            Self::Tps => t.t_tps,
        }
    }

    const fn kind(self) -> TableKind {
        match self {
            Self::Kantor => TableKind::Kantor,
            Self::Negara => TableKind::Negara,
            Self::Pelabuhan => TableKind::Pelabuhan,
            Self::Valuta => TableKind::Valuta,
            Self::Satuan => TableKind::Satuan,
            Self::Kemasan => TableKind::Kemasan,
            Self::Dokumen => TableKind::Dokumen,
            Self::Fasilitas => TableKind::Kode,
            Self::Hs => TableKind::Tarif,
            Self::Tps => TableKind::Tps,
        }
    }
}

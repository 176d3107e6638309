//! The nine sections of the form and the cards in each (portal 4.2–4.10): where a field is shown, kept and repaired.

use kernel::Text;

/// A section of the form, in the legal order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bagian {
    /// Kind of import, office, way of payment.
    Header,
    /// Parties.
    Entitas,
    /// Supporting papers.
    Dokumen,
    /// Manifest, conveyance, ports.
    Pengangkutan,
    /// Packages and containers.
    Kemasan,
    /// Price, costs, weights.
    Transaksi,
    /// Goods lines.
    Barang,
    /// Levies and guarantees.
    Pungutan,
    /// Statement and signature.
    Pernyataan,
}

impl Bagian {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Header,
        Self::Entitas,
        Self::Dokumen,
        Self::Pengangkutan,
        Self::Kemasan,
        Self::Transaksi,
        Self::Barang,
        Self::Pungutan,
        Self::Pernyataan,
    ];

    /// In addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Entitas => "entitas",
            Self::Dokumen => "dokumen",
            Self::Pengangkutan => "pengangkutan",
            Self::Kemasan => "kemasan",
            Self::Transaksi => "transaksi",
            Self::Barang => "barang",
            Self::Pungutan => "pungutan",
            Self::Pernyataan => "pernyataan",
        }
    }

    /// The section of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bagian| bagian.word() == word)
    }

    /// Its name.
    pub const fn title(self) -> Text {
        match self {
            Self::Header => Text::fixed("Header", "Header"),
            Self::Entitas => Text::fixed("Entitas", "Parties"),
            Self::Dokumen => Text::fixed("Dokumen", "Documents"),
            Self::Pengangkutan => Text::fixed("Pengangkut", "Transport"),
            Self::Kemasan => Text::fixed("Kemasan dan peti kemas", "Packages and containers"),
            Self::Transaksi => Text::fixed("Transaksi", "Transaction"),
            Self::Barang => Text::fixed("Barang", "Goods"),
            Self::Pungutan => Text::fixed("Pungutan", "Levies"),
            Self::Pernyataan => Text::fixed("Pernyataan", "Statement"),
        }
    }

    /// The section where the datum of a pointer is typed.
    pub fn of_pointer(pointer: &str) -> Self {
        let first = pointer.split(['[', '.']).next().unwrap_or_default();
        match first {
            "entitas" => Self::Entitas,
            "dokumen" => Self::Dokumen,
            "pengangkut" => Self::Pengangkutan,
            "kemasan" | "kontainer" => Self::Kemasan,
            "informasiKomponenBiaya" => Self::Transaksi,
            "barang" => Self::Barang,
            "pungutan" | "jaminan" => Self::Pungutan,
            field => Self::ALL.into_iter().find(|bagian| bagian.has_field(field)).unwrap_or(Self::Header),
        }
    }

    fn has_field(self, name: &str) -> bool {
        self.cards().iter().any(|card| card.fields.contains(&name))
    }

    /// The cards of header members in this section.
    pub const fn cards(self) -> &'static [Card] {
        match self {
            Self::Header => HEADER,
            Self::Pengangkutan => PENGANGKUTAN,
            Self::Kemasan => KEMASAN,
            Self::Transaksi => TRANSAKSI,
            Self::Pernyataan => PERNYATAAN,
            Self::Entitas | Self::Dokumen | Self::Barang | Self::Pungutan => &[],
        }
    }

    /// The lists that are typed in this section, goods lines apart.
    pub const fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Entitas => &["entitas"],
            Self::Dokumen => &["dokumen"],
            Self::Pengangkutan => &["pengangkut"],
            Self::Kemasan => &["kemasan", "kontainer"],
            Self::Transaksi => &["informasiKomponenBiaya"],
            Self::Pungutan => &["pungutan", "jaminan"],
            Self::Header | Self::Barang | Self::Pernyataan => &[],
        }
    }
}

/// Header members under one heading.
#[derive(Debug, Clone)]
pub struct Card {
    /// Heading.
    pub title: Text,
    /// CEISA's member names, in order.
    pub fields: &'static [&'static str],
}

const fn card(id: &'static str, en: &'static str, fields: &'static [&'static str]) -> Card {
    Card { title: Text::fixed(id, en), fields }
}

const HEADER: &[Card] = &[
    card("Kantor pabean", "Customs office", &["kodePelTujuan", "kodeKantor", "kodeKantorBongkar"]),
    card(
        "Keterangan",
        "Particulars",
        &["kodeJenisProsedur", "kodeJenisImpor", "kodeCaraBayar", "flagVd", "flagBarangTidakBerwujud"],
    ),
];

const PENGANGKUTAN: &[Card] = &[
    card("BC 1.1", "BC 1.1", &["kodeTutupPu", "nomorBc11", "tanggalBc11", "posBc11", "subposBc11"]),
    card(
        "Pelabuhan dan tempat penimbunan",
        "Ports and storage place",
        &["kodePelMuat", "kodePelTransit", "kodePelBongkar", "tanggalTiba", "kodeTps"],
    ),
];

const KEMASAN: &[Card] = &[card("Jumlah", "Counts", &["jumlahKontainer", "jumlahTandaPengaman"])];

const TRANSAKSI: &[Card] = &[
    card("Harga", "Price", &["kodeValuta", "ndpbm", "kodeJenisNilai", "kodeIncoterm", "nilaiIncoterm", "nilaiBarang"]),
    card(
        "Harga lainnya",
        "Other amounts",
        &["biayaTambahan", "biayaPengurang", "freight", "kodeAsuransi", "asuransi", "fob", "cif", "vd"],
    ),
    card("Berat", "Weight", &["bruto", "netto", "volume"]),
    card("Lainnya", "Others", &["kodeKenaPajak", "nilaiMaklon", "totalDanaSawit", "hargaPenyerahan"]),
];

const PERNYATAAN: &[Card] = &[
    card("Tempat dan tanggal", "Place and date", &["kotaTtd", "tanggalTtd"]),
    card("Nama dan jabatan", "Name and position", &["namaTtd", "jabatanTtd"]),
    card("Pernyataan", "Statement", &["disclaimer"]),
];

/// What the portal computes when the declarant leaves it blank (`figures::complete`).
pub const COMPUTED: &[&str] = &[
    "ndpbm",
    "nilaiIncoterm",
    "nilaiBarang",
    "biayaTambahan",
    "biayaPengurang",
    "freight",
    "asuransi",
    "fob",
    "cif",
    "netto",
    "jumlahKontainer",
    "tanggalTtd",
    "hargaSatuan",
    "cifRupiah",
    "saldoAwal",
    "saldoAkhir",
    "pernyataanLartas",
    "metodePenentuanNilai",
    "statementPerbedaanHarga",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::spec;

    #[test]
    fn every_card_shows_fields_of_the_catalogue_once() {
        let mut seen = Vec::new();
        for name in Bagian::ALL.iter().flat_map(|bagian| bagian.cards()).flat_map(|card| card.fields) {
            assert!(spec("", name).is_some(), "{name}");
            assert!(!seen.contains(name), "{name} twice");
            seen.push(name);
        }
    }

    #[test]
    fn every_mandatory_member_of_the_header_has_its_place() {
        for field in crate::rules::SECTIONS[0].1 {
            let shown = Bagian::ALL.iter().any(|bagian| bagian.has_field(field.name));
            let mandatory = field.need == crate::rules::Need::Always;
            assert!(shown || !mandatory || matches!(field.name, "kodeDokumen" | "nomorAju"), "{}", field.name);
        }
    }

    #[test]
    fn a_pointer_leads_to_its_section() {
        let cases = [
            ("kodeKantor", Bagian::Header),
            ("entitas[2].namaEntitas", Bagian::Entitas),
            ("barang[3].barangTarif[0].tarif", Bagian::Barang),
            ("ndpbm", Bagian::Transaksi),
            ("kemasan", Bagian::Kemasan),
            ("jaminan[0].nilaiJaminan", Bagian::Pungutan),
            ("namaTtd", Bagian::Pernyataan),
            ("", Bagian::Header),
        ];
        for (pointer, bagian) in cases {
            assert_eq!(Bagian::of_pointer(pointer), bagian, "{pointer}");
        }
        assert!(Bagian::ALL.iter().all(|bagian| Bagian::parse(bagian.word()) == Some(*bagian)));
    }
}

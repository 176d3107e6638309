//! The description of every table: one constant each.
//!
//! To add a table: a variant of `TableKind`, a constant here, a line in [`schema`].

use kernel::Text;

use crate::kind::TableKind;
use crate::schema::Shape::{
    Code, Date, Decimal, Decimals, Digits, Facility, Flag, Group, Hs8, HsNode, Locode, Mark, OneOf, YesNo,
};
use crate::schema::{Column, Schema, Shape, column, filled, optional};

const NAME: Shape = Shape::Text(250);
const LONG: Shape = Shape::Text(2000);

/// A table whose rows may carry a validity, a note and a source, after columns of its own.
macro_rules! columns {
    ($($column:expr),* $(,)?) => {
        &[
            $($column,)*
            optional("berlaku_dari", Date),
            optional("berlaku_sampai", Date),
            optional("catatan", Shape::Text(500)),
            optional("sumber", Shape::Text(300)),
        ]
    };
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

const fn find(columns: &[Column], name: &str) -> Option<usize> {
    let mut i = 0;
    while i < columns.len() {
        if same(columns[i].name, name) {
            return Some(i);
        }
        i += 1;
    }
    None
}

const fn table(
    name: &'static str,
    title: Text,
    stems: &'static [&'static str],
    columns: &'static [Column],
    key: &'static [usize],
) -> Schema {
    assert!(columns.len() <= 32, "the mask of given columns has 32 bits");
    let (dari, sampai) = (find(columns, "berlaku_dari"), find(columns, "berlaku_sampai"));
    Schema { name, title, stems, columns, key, dari, sampai }
}

/// The description of `kind`.
pub(crate) fn schema(kind: TableKind) -> &'static Schema {
    match kind {
        TableKind::Negara => &NEGARA,
        TableKind::Valuta => &VALUTA,
        TableKind::Satuan => &SATUAN,
        TableKind::Kemasan => &KEMASAN,
        TableKind::Kantor => &KANTOR,
        TableKind::Pelabuhan => &PELABUHAN,
        TableKind::Unlocode => &UNLOCODE,
        TableKind::Tps => &TPS,
        TableKind::Dokumen => &DOKUMEN,
        TableKind::Kode => &KODE,
        TableKind::FtaSkema => &FTA_SKEMA,
        TableKind::Hs2022 => &HS2022,
        TableKind::Tarif => &TARIF,
        TableKind::UraianTarif => &URAIAN_TARIF,
        TableKind::Preferensi => &PREFERENSI,
        TableKind::Libur => &LIBUR,
        TableKind::Parameter => &PARAMETER,
        TableKind::Kurs => &KURS,
        TableKind::DaerahAsal => &DAERAH_ASAL,
        TableKind::TipeSarana => &TIPE_SARANA,
        TableKind::Iso6346 => &ISO6346,
        TableKind::Imdg => &IMDG,
        TableKind::Kbli => &KBLI,
    }
}

static NEGARA: Schema = table(
    "negara",
    Text::fixed("Negara", "Countries"),
    &["negara_iso3166"],
    columns![
        filled("kode2", Code(2, 2)),
        column("kode3", Code(3, 3)),
        column("numerik", Digits(3, 3)),
        filled("nama_id", NAME),
        filled("nama_en", NAME),
        optional("kelompok_freight", OneOf(&["ASEAN", "ASIA_AU", "LAIN"])),
    ],
    &[0],
);

static VALUTA: Schema = table(
    "valuta",
    Text::fixed("Valuta", "Currencies"),
    &["valuta_iso4217"],
    columns![
        filled("kode", Code(3, 3)),
        column("numerik", Digits(3, 3)),
        column("desimal", Digits(1, 1)),
        filled("nama_id", NAME),
        filled("nama_en", NAME),
    ],
    &[0],
);

static SATUAN: Schema = table(
    "satuan",
    Text::fixed("Satuan barang", "Units of measure"),
    &["satuan_rec20"],
    columns![
        filled("kode", Code(2, 3)),
        filled("nama_en", NAME),
        column("simbol", NAME),
        column("status_rec20", NAME),
        column("kategori", NAME),
        column("faktor_konversi", NAME),
        column("di_rec20", YesNo),
        column("tercatat_di_daftar_ceisa", YesNo),
        optional("nama_id", NAME),
    ],
    &[0],
);

static KEMASAN: Schema = table(
    "kemasan",
    Text::fixed("Jenis kemasan", "Package kinds"),
    &["kemasan_rec21"],
    columns![
        filled("kode", Code(2, 2)),
        filled("uraian_en", NAME),
        column("status_rec21", NAME),
        column("di_rec21", YesNo),
        column("tercatat_di_daftar_ceisa", YesNo),
        optional("uraian_id", NAME),
    ],
    &[0],
);

static KANTOR: Schema = table(
    "kantor_pabean",
    Text::fixed("Kantor pabean", "Customs offices"),
    &["kantor"],
    columns![
        filled("kode_kantor", Digits(6, 6)),
        filled("nama", NAME),
        column("jenis_unit", NAME),
        column("tipe", NAME),
        column("lokasi", NAME),
        filled("melayani_pabean", YesNo),
        column("nama_lama", NAME),
        optional("layanan_24_jam", YesNo),
        optional("zona_waktu", OneOf(&["WIB", "WITA", "WIT"])),
        optional("tag_surat", Mark(20)),
    ],
    &[0],
);

static PELABUHAN: Schema = table(
    "pelabuhan",
    Text::fixed("Pelabuhan Indonesia", "Indonesian ports"),
    &["pelabuhan_indonesia"],
    columns![
        filled("locode", Locode),
        filled("nama", NAME),
        column("fungsi", Mark(9)),
        column("provinsi_iso", Mark(3)),
        column("koordinat", NAME),
        column("kode_kantor", Digits(6, 6)),
        column("ada_di_unlocode", YesNo),
        column("ada_di_daftar_ceisa", YesNo),
    ],
    &[0],
);

static UNLOCODE: Schema = table(
    "pelabuhan_dunia",
    Text::fixed("Pelabuhan dan tempat di dunia", "Ports and places of the world"),
    &["unlocode_pelabuhan_dunia", "unlocode"],
    columns![
        filled("locode", Locode),
        filled("nama", NAME),
        column("fungsi", Mark(9)),
        column("subdivisi", Mark(3)),
        column("iata", Mark(3)),
    ],
    &[0],
);

static TPS: Schema = table(
    "tps",
    Text::fixed("Tempat penimbunan sementara", "Temporary storage places"),
    &["gudang_tps"],
    columns![
        filled("kode_kantor", Digits(6, 6)),
        filled("kode_tps", Mark(8)),
        filled("nama", NAME),
        column("kantor_dikenal", YesNo),
    ],
    &[0, 1],
);

static DOKUMEN: Schema = table(
    "kode_dokumen",
    Text::fixed("Kode dokumen", "Document codes"),
    &["dokumen"],
    columns![
        filled("kode_dokumen", Code(1, 8)),
        filled("uraian", NAME),
        column("kelompok", NAME),
        optional("di_daftar_a", YesNo),
        optional("di_daftar_b", YesNo),
        optional("uraian_en", NAME),
    ],
    &[0],
);

static KODE: Schema = table(
    "kode_kecil",
    Text::fixed("Daftar kode kecil", "Small code lists"),
    &["ceisa_kode_kecil", "kode"],
    columns![
        filled("kelompok", Group),
        filled("kode", Shape::GroupCode),
        filled("nama_id", NAME).or(&["uraian"]),
        optional("nama_en", NAME),
    ],
    &[0, 1],
);

static FTA_SKEMA: Schema = table(
    "fta_skema",
    Text::fixed("Skema preferensi", "Preference schemes"),
    &["skema_fta"],
    columns![
        filled("skema", Mark(12)),
        filled("nama", NAME),
        column("pihak", NAME),
        column("formulir_ska", NAME),
        column("kode_fasilitas_ceisa", Facility),
    ],
    &[0],
);

static HS2022: Schema = table(
    "hs2022_en",
    Text::fixed("Uraian HS 2022 (Inggris)", "HS 2022 text (English)"),
    &["hs_en"],
    columns![
        filled("hs_code", HsNode),
        filled("level", Digits(1, 1)),
        column("section", Mark(8)),
        column("parent", Mark(8)),
        filled("description_en", LONG),
    ],
    &[0],
);

static TARIF: Schema = table(
    "tarif",
    Text::fixed("Pos tarif dan pembebanan", "Tariff lines and rates"),
    &["btki2022_tariff_lines", "btki", "pos_tarif"],
    columns![
        filled("hs8", Hs8),
        column("bm_mfn_pct", Decimal(4)),
        column("bm_specific_idr", Decimal(4)),
        column("bm_specific_unit", Code(2, 3)),
        filled("ppn_pct_2022", Decimal(4)),
        column("ppn_conditional", YesNo),
        column("ppnbm_pct_options", Decimals),
        column("ppnbm_conditional", YesNo),
        column("export_duty_conditional", YesNo),
        optional("pph_kelas", OneOf(&["umum", "a", "b", "pangan", "emas"])),
        optional("lartas", YesNo),
        optional("satuan", Code(2, 3)),
        optional("edisi", Mark(12)),
    ],
    &[0],
);

static URAIAN_TARIF: Schema = table(
    "uraian_tarif",
    Text::fixed("Uraian tarif", "Tariff text"),
    &["btki2022_descriptions", "uraian_btki"],
    columns![
        filled("hs_code", HsNode),
        filled("dash_level", Digits(1, 2)),
        filled("description_id", LONG),
        column("description_en", LONG),
    ],
    &[0],
);

static PREFERENSI: Schema = table(
    "preferensi",
    Text::fixed("Tarif preferensi", "Preference rates"),
    &["tarif_preferensi", "fta_tarif"],
    &[
        filled("skema", Mark(12)),
        filled("hs8", Hs8),
        column("tarif_pct", Decimal(4)),
        column("tarif_spesifik", Decimal(4)),
        column("satuan", Code(2, 3)),
        column("berlaku_dari", Date),
        column("berlaku_sampai", Date),
        column("pmk", NAME),
        optional("catatan", Shape::Text(500)),
        optional("sumber", Shape::Text(300)),
    ],
    &[0, 1],
);

static LIBUR: Schema = table(
    "libur",
    Text::fixed("Hari libur dan cuti bersama", "Public holidays and collective leave"),
    &["hari_libur"],
    &[
        filled("tanggal", Date),
        filled("nama", NAME),
        column("jenis", NAME),
        optional("catatan", Shape::Text(500)),
        optional("sumber", Shape::Text(300)),
    ],
    &[0],
);

static PARAMETER: Schema = table(
    "parameter",
    Text::fixed("Parameter bertanggal", "Dated parameters"),
    &["parameter_pabean"],
    &[
        filled("kunci", Mark(60)),
        filled("nilai", Shape::Text(500)),
        column("berlaku_dari", Date),
        column("berlaku_sampai", Date),
        column("dasar_hukum", NAME),
        column("catatan", Shape::Text(500)),
        optional("sumber", Shape::Text(300)),
    ],
    &[0],
);

static KURS: Schema = table(
    "kurs",
    Text::fixed("Kurs pajak mingguan", "Weekly tax exchange rates"),
    &["kurs_pajak"],
    &[
        filled("berlaku_dari", Date),
        filled("berlaku_sampai", Date),
        filled("valuta", Code(3, 3)),
        filled("nilai_idr", Decimal(6)),
        optional("satuan", OneOf(&["1", "10", "100", "1000", "10000"])),
        optional("kmk", NAME),
        optional("contoh", Flag),
        optional("catatan", Shape::Text(500)),
        optional("sumber", Shape::Text(300)),
    ],
    &[2, 6],
);

static DAERAH_ASAL: Schema = table(
    "daerah_asal_barang",
    Text::fixed("Daerah asal barang", "Regions of origin"),
    &["daerah_asal"],
    columns![filled("kode", Digits(2, 6)), filled("nama", NAME), column("tingkat", NAME)],
    &[0],
);

static TIPE_SARANA: Schema = table(
    "tipe_sarana",
    Text::fixed("Tipe sarana pengangkut", "Kinds of conveyance"),
    &["tipe_sarana_rec28"],
    columns![filled("kode", Code(1, 6)), column("moda", Digits(1, 1)), filled("nama_en", NAME)],
    &[0],
);

static ISO6346: Schema = table(
    "iso6346",
    Text::fixed("Ukuran dan tipe kontainer", "Container size and type"),
    &["iso6346_ukuran_tipe"],
    columns![
        filled("kode", Code(4, 4)),
        column("kelas", NAME),
        column("jenis", NAME),
        column("panjang_kaki", Decimal(2)),
        column("tinggi_kaki", Decimal(2)),
    ],
    &[0],
);

static IMDG: Schema = table(
    "imdg_kelas",
    Text::fixed("Kelas barang berbahaya", "Dangerous goods classes"),
    &["imdg"],
    columns![filled("kelas", Mark(5)), filled("nama_en", NAME), column("divisi", NAME)],
    &[0],
);

static KBLI: Schema = table(
    "kbli",
    Text::fixed("Klasifikasi usaha (KBLI)", "Business classes (KBLI)"),
    &["kbli2020_kategori", "kbli2020"],
    columns![filled("kategori", Code(1, 5)), filled("nama", NAME)],
    &[0],
);

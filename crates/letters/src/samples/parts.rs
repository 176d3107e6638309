//! Parts that the samples share.

use app::surat::{Acuan, Kemasan, Kop, NomorTanggal, Pejabat, Pengangkutan, PetiKemas, Pihak, Zona};
use jiff::civil::{Date, DateTime};
use kernel::Dec4;

/// SHA-256 of nothing: plainly a sample.
const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

pub fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    jiff::civil::date(2026, 3, day).at(hour, minute, 0, 0)
}

pub fn day(day: i8) -> Date {
    jiff::civil::date(2026, 3, day)
}

pub fn dec(text: &str) -> Dec4 {
    text.parse().unwrap_or_default()
}

pub fn kop(number: &str, moment: DateTime) -> Kop {
    Kop {
        instalasi: "Pabean".into(),
        kantor: "Kantor Pelayanan Utama Bea dan Cukai Tanjung Priok".into(),
        kode_kantor: "040300".into(),
        alamat: "Jalan Pelabuhan Contoh Nomor 1, Jakarta Utara 14310".into(),
        nomor: number.into(),
        waktu: moment,
        zona: Zona::Wib,
        base_url: "https://pabean.example.go.id".into(),
        kode_verifikasi: "7KQ2-M9TX-4HVD".into(),
        sidik: HASH.into(),
    }
}

pub fn numbered(number: &str, date: Date) -> NomorTanggal {
    NomorTanggal { nomor: number.into(), tanggal: Some(date) }
}

/// The declaration; `registered` gives it its registration number.
pub fn acuan(registered: bool) -> Acuan {
    Acuan {
        nomor_aju: "000020ABC12320260305000017".into(),
        tanggal_aju: day(5),
        pendaftaran: registered.then(|| numbered("003574", day(6))),
        importir: importer(),
        ppjk: Some(Pihak {
            nama: "PT Jasa Kepabeanan Contoh".into(),
            identitas: "0990000020999000".into(),
            alamat: "Jalan Enggano Contoh Nomor 8, Jakarta Utara".into(),
        }),
    }
}

pub fn importer() -> Pihak {
    Pihak {
        nama: "PT Contoh Sejahtera Abadi".into(),
        identitas: "0990000010999000".into(),
        alamat: "Kawasan Industri Contoh Blok C-12, Desa Sukamaju, Kecamatan Cikarang Selatan, Kabupaten Bekasi 17530"
            .into(),
    }
}

pub fn transport() -> Pengangkutan {
    Pengangkutan {
        sarana: "MV Contoh Bahari".into(),
        nomor_voy: "062S".into(),
        bl_awb: Some(numbered("CTHSHA260312345", day(1))),
        bc11: Some(numbered("000812", day(4))),
        pos: "0091 0001 0000".into(),
        tempat_penimbunan: "Terminal Peti Kemas Contoh (CTH1)".into(),
        pelabuhan_bongkar: "Tanjung Priok (IDTPP)".into(),
    }
}

pub fn packages() -> Vec<Kemasan> {
    vec![
        Kemasan { jumlah: dec("420"), jenis: "Carton (CT)".into(), merek: "CSA / JAKARTA / C/NO. 1-420".into() },
        Kemasan { jumlah: dec("12"), jenis: "Pallet (PX)".into(), merek: "CSA".into() },
    ]
}

pub fn containers() -> Vec<PetiKemas> {
    let one = |number: &str, size: &str, kind: &str| PetiKemas {
        nomor: number.into(),
        ukuran: size.into(),
        tipe: kind.into(),
        muatan: "FCL".into(),
    };
    vec![one("CTHU1234560", "40", "General/Dry Cargo"), one("CTHU7654321", "20", "Reefer")]
}

pub fn officer(name: &str, id: &str, post: &str) -> Pejabat {
    Pejabat { nama: name.into(), nip: id.into(), jabatan: post.into() }
}

pub fn inspectors() -> Vec<Pejabat> {
    vec![
        officer("Contoh Wibowo", "199001012015021001", "Pejabat Pemeriksa Fisik Barang"),
        officer("Misal Rahayu", "199202022016022002", "Pejabat Pemeriksa Fisik Barang"),
    ]
}

pub fn examiner() -> Pejabat {
    officer("Umpama Kusuma", "198503032010031003", "Pejabat Pemeriksa Dokumen")
}

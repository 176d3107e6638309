//! Samples of the letters that every declaration meets.

use app::surat::{
    Billing, Bpn, DokumenDiterima, Npp, Penerimaan, RincianAkun, Spjm, Sppb, SuratUmum, Tabel, TandaTerimaDokap,
    TemuanNpp,
};
use kernel::{Rupiah, Severity, Text};

use super::parts::{acuan, at, containers, day, dec, importer, kop, packages, transport};

pub fn penerimaan() -> Penerimaan {
    Penerimaan {
        kop: kop("000871/KBC.0403/2026", at(5, 10, 9)),
        acuan: acuan(false),
        waktu_terima: at(5, 10, 8),
        jumlah_barang: 3,
        nilai_pabean: Rupiah(302_959_697),
        total_dibayar: Rupiah(70_405_692),
        langkah_berikut: Text::fixed(
            "Bayar dengan kode billing yang dikirim terpisah. Setelah pembayaran terbukti, dokumen dicocokkan dengan \
             manifes dan penjaluran dilakukan tanpa tindakan lain dari Saudara.",
            "Pay with the billing code that is sent separately. Once payment is proven, the document is matched with \
             the manifest and channelled without further action of yours.",
        ),
    }
}

pub fn npp() -> Npp {
    let finding = |code: &str, place: &str, pointer: &str, message: Text, remedy: Text| TemuanNpp {
        kode: code.into(),
        tingkat: Severity::Reject,
        tempat: place.into(),
        pointer: pointer.into(),
        pesan: message,
        perbaikan: Some(remedy),
        dasar_hukum: "PMK 190/2022 Pasal 7".into(),
    };
    Npp {
        kop: kop("000102/KBC.0403/2026", at(5, 10, 9)),
        acuan: acuan(false),
        temuan: vec![
            finding(
                "PIB-D-004",
                "Tab Dokumen, baris invoice",
                "dokumen",
                Text::fixed("Invoice (kode 380) belum ada.", "The invoice (code 380) is missing."),
                Text::fixed("Tambahkan invoice dengan nomor dan tanggal.", "Add the invoice with its number and date."),
            ),
            finding(
                "PIB-B-011",
                "Barang ke-2, pos tarif",
                "barang[1].posTarif",
                Text::fixed(
                    "Pos tarif 84818099 tidak ada dalam BTKI 2022 pada 5 Maret 2026.",
                    "HS code 84818099 is not in BTKI 2022 on 5 March 2026.",
                ),
                Text::fixed(
                    "Pilih pos tarif 8 angka dari daftar; yang terdekat adalah 84818091 dan 84818092.",
                    "Choose an 8-digit code of the list; the nearest are 84818091 and 84818092.",
                ),
            ),
            TemuanNpp {
                kode: "PIB-T-007".into(),
                tingkat: Severity::Warn,
                tempat: "Tab Transaksi, berat bersih".into(),
                pointer: "netto".into(),
                pesan: Text::fixed(
                    "Berat bersih dokumen 18.200 kg, jumlah berat bersih barang 18.150 kg.",
                    "Net weight of the document is 18,200 kg, the sum over the goods is 18,150 kg.",
                ),
                perbaikan: None,
                dasar_hukum: String::new(),
            },
        ],
    }
}

pub fn sppb() -> Sppb {
    Sppb {
        kop: kop("003570/KBC.0403/2026", at(6, 13, 16)),
        acuan: acuan(true),
        pengangkutan: transport(),
        kemasan: packages(),
        peti_kemas: containers(),
        berat_kotor: dec("18950.25"),
        berat_bersih: dec("18200"),
        catatan: Vec::new(),
        pejabat: None,
    }
}

pub fn spjm() -> Spjm {
    Spjm {
        kop: kop("000411/KBC.0403/2026", at(6, 16, 0)),
        acuan: acuan(true),
        pengangkutan: transport(),
        kemasan: packages(),
        peti_kemas: containers(),
        batas_dokumen: at(7, 12, 0),
        batas_kesiapan: at(7, 12, 0),
        akibat: Text::fixed(
            "Jika batas ini dilewati, pengusaha TPS menyiapkan barang untuk diperiksa atas risiko dan biaya importir, \
             dan akses kepabeanan dapat diblokir.",
            "After these limits the terminal prepares the goods at the importer's risk and cost, and customs access \
             may be blocked.",
        ),
        pejabat: None,
    }
}

pub fn dokap() -> TandaTerimaDokap {
    let paper = |kind: &str, number: &str, file: &str| DokumenDiterima {
        jenis: kind.into(),
        nomor: number.into(),
        tanggal: Some(day(1)),
        berkas: file.into(),
        sidik: if file.is_empty() { String::new() } else { kop("", at(6, 9, 0)).sidik },
    };
    TandaTerimaDokap {
        kop: kop("000398/KBC.0403/2026", at(6, 17, 5)),
        acuan: acuan(true),
        penyerah: "PT Jasa Kepabeanan Contoh".into(),
        waktu_terima: at(6, 17, 4),
        dokumen: vec![
            paper("Invoice (380)", "INV-26-0312", "invoice-INV-26-0312.pdf"),
            paper("Packing list (217)", "PL-26-0312", "packing list INV-26-0312 rev 2 (final).pdf"),
            paper("Bill of lading (705)", "CTHSHA260312345", ""),
        ],
    }
}

fn accounts() -> Vec<RincianAkun> {
    let row = |account: &str, name: &str, amount: i64| RincianAkun {
        akun: account.into(),
        uraian: name.into(),
        nilai: Rupiah(amount),
    };
    vec![
        row("412111", "Bea masuk", 23_804_000),
        row("411212", "PPN impor", 35_944_003),
        row("411123", "PPh pasal 22 impor", 10_657_689),
    ]
}

pub fn billing() -> Billing {
    Billing {
        kop: kop("000865/KBC.0403/2026", at(5, 10, 12)),
        acuan: acuan(false),
        kode_billing: "420260305123456".into(),
        untuk: "Pungutan impor PIB".into(),
        wajib_bayar: importer(),
        rincian: accounts(),
        total: Rupiah(70_405_692),
        berlaku_sampai: at(10, 23, 59),
    }
}

pub fn bpn() -> Bpn {
    Bpn {
        kop: kop("000866/KBC.0403/2026", at(5, 14, 31)),
        acuan: acuan(false),
        kode_billing: "420260305123456".into(),
        ntpn: "A1B2C3D4E5F6G7H8".into(),
        ntb: "000123456789".into(),
        bank: "Bank Contoh Nusantara".into(),
        waktu_bayar: at(5, 14, 30),
        wajib_bayar: importer(),
        rincian: accounts(),
        total: Rupiah(70_405_692),
    }
}

pub fn umum() -> SuratUmum {
    SuratUmum {
        kop: kop("000512/KBC.0403/2026", at(6, 9, 0)),
        judul: Text::fixed("Pemberitahuan Penelitian Ulang Manifes", "Notice of a Second Manifest Match"),
        acuan: Some(acuan(false)),
        paragraf: vec![
            "Dokumen Saudara belum dapat dicocokkan dengan manifes karena data berikut berbeda.".into(),
            "Perbedaan ini diselesaikan dengan perbaikan manifes oleh pengangkut atau perbaikan dokumen oleh Saudara."
                .into(),
        ],
        tabel: Some(Tabel {
            kepala: vec!["Data".into(), "Dokumen".into(), "Manifes".into()],
            rata_kanan: vec![1, 2],
            baris: vec![
                vec!["Jumlah kemasan".into(), "432".into(), "431".into()],
                vec!["Berat kotor (kg)".into(), "18.950,25".into(), "18.950,25".into()],
            ],
        }),
        penutup: vec!["Dokumen tetap menunggu dan dicocokkan kembali secara otomatis.".into()],
        pejabat: None,
    }
}

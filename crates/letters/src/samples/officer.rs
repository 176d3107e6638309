//! Samples of the letters of the red lane and of the document officer.

use app::surat::{
    Bap, BarangLarangan, BarangLhp, BarangRingkas, BarangSptnp, Denda, Ip, Lhp, Npd, Permintaan, PetiKemasDiperiksa,
    Saksi, SelisihPungutan, Semula, Spbl, Sptnp,
};
use kernel::{Rupiah, Text};

use super::parts::{acuan, at, containers, day, dec, examiner, inspectors, kop, numbered, officer, transport};

const PLACE: &str = "Lapangan pemeriksaan Terminal Peti Kemas Contoh, blok B";

pub fn ip() -> Ip {
    let goods = |line: u32, code: &str, name: &str, count: &str| BarangRingkas {
        seri: line,
        pos_tarif: code.into(),
        uraian: name.into(),
        jumlah: dec(count),
        satuan: "PCE".into(),
    };
    Ip {
        kop: kop("000230/KBC.0403/2026", at(7, 8, 15)),
        acuan: acuan(true),
        pengangkutan: transport(),
        pemeriksa: inspectors(),
        tingkat: "30 %".into(),
        lokasi: PLACE.into(),
        kemasan_dibuka: "130 karton dan 4 palet, dipilih acak dari kedua peti kemas".into(),
        peti_kemas: containers(),
        barang: vec![
            goods(1, "84818091", "Katup bola kuningan 1/2 inci dengan tuas baja", "12000"),
            goods(2, "84818092", "Katup pintu besi tuang", "850"),
            goods(3, "39173299", "Selang plastik tanpa tulangan, gulungan 50 meter", "240"),
        ],
        ambil_contoh: true,
        perhatian: vec![
            "Bandingkan merek pada barang dengan merek yang diberitahukan.".into(),
            "Ambil contoh barang urut 3 untuk uji laboratorium.".into(),
        ],
        pejabat: Some(officer("Andai Prasetyo", "198001012005011004", "Kepala Seksi Kepabeanan dan Cukai")),
    }
}

pub fn bap() -> Bap {
    let container = |number: &str, size: &str, seal: &str, whole: bool, note: &str| PetiKemasDiperiksa {
        nomor: number.into(),
        ukuran: size.into(),
        segel: seal.into(),
        segel_utuh: whole,
        sesuai: true,
        catatan: note.into(),
    };
    Bap {
        kop: kop("000231/KBC.0403/2026", at(7, 15, 40)),
        acuan: acuan(true),
        ip: numbered("000230/KBC.0403/2026", day(7)),
        lokasi: PLACE.into(),
        mulai: at(7, 9, 30),
        selesai: at(7, 14, 10),
        pemeriksa: inspectors(),
        saksi: Some(Saksi { nama: "Contoh Santoso".into(), jabatan: "Kuasa PT Jasa Kepabeanan Contoh".into() }),
        tingkat: "30 %".into(),
        peti_kemas: vec![
            container("CTHU1234560", "40", "CTH009911", true, ""),
            container("CTHU7654321", "20", "CTH009912", false, "Segel putus saat diterima, dicatat pengusaha TPS"),
        ],
        kemasan_dibuka: "130 karton dan 4 palet".into(),
        uraian: vec![
            "Peti kemas dibuka bersama saksi. Kemasan dipilih acak dari depan, tengah dan belakang.".into(),
            "Jumlah dan jenis barang dihitung, merek dan tipe dicocokkan dengan packing list.".into(),
        ],
        contoh: "1 gulungan barang urut 3".into(),
        jumlah_foto: 24,
    }
}

pub fn lhp() -> Lhp {
    let goods = |line: u32, code: &str, name: &str, counts: (&str, &str), found: &str, note: &str| BarangLhp {
        seri: line,
        pos_tarif: code.into(),
        uraian: name.into(),
        uraian_ditemukan: found.into(),
        jumlah: dec(counts.0),
        jumlah_ditemukan: dec(counts.1),
        satuan: "PCE".into(),
        negara_asal: "Tiongkok".into(),
        sesuai: found.is_empty() && counts.0 == counts.1,
        catatan: note.into(),
    };
    Lhp {
        kop: kop("000232/KBC.0403/2026", at(7, 16, 20)),
        acuan: acuan(true),
        ip: numbered("000230/KBC.0403/2026", day(7)),
        bap: numbered("000231/KBC.0403/2026", day(7)),
        lokasi: PLACE.into(),
        mulai: at(7, 9, 30),
        selesai: at(7, 14, 10),
        tingkat: "30 %".into(),
        barang: vec![
            goods(1, "84818091", "Katup bola kuningan 1/2 inci dengan tuas baja", ("12000", "12000"), "", ""),
            goods(2, "84818092", "Katup pintu besi tuang", ("850", "910"), "", "60 buah lebih dalam 2 karton."),
            goods(
                3,
                "39173299",
                "Selang plastik tanpa tulangan, gulungan 50 meter",
                ("240", "240"),
                "Selang plastik bertulang benang poliester",
                "Contoh diambil; menunggu uji laboratorium.",
            ),
        ],
        sesuai: false,
        kesimpulan: "Barang urut 2 lebih 60 buah dan barang urut 3 berbeda jenis dari yang diberitahukan.".into(),
        contoh: "1 gulungan barang urut 3".into(),
        jumlah_foto: 24,
        pemeriksa: inspectors(),
    }
}

pub fn sptnp() -> Sptnp {
    let side = |code: &str, rate: &str, cif: &str| Semula {
        pos_tarif: code.into(),
        tarif_bm: rate.into(),
        cif: cif.parse().unwrap_or_default(),
    };
    let levy = |name: &str, declared: i64, determined: i64| SelisihPungutan {
        uraian: name.into(),
        diberitahukan: Rupiah(declared),
        ditetapkan: Rupiah(determined),
        selisih: Rupiah(determined - declared),
    };
    Sptnp {
        kop: kop("000077/KBC.0403/2026", at(12, 11, 0)),
        acuan: acuan(true),
        valuta: "USD".into(),
        ndpbm: "16250.50".into(),
        barang: vec![BarangSptnp {
            seri: 3,
            uraian: "Selang plastik tanpa tulangan, gulungan 50 meter".into(),
            diberitahukan: side("39173299", "5 %", "10200.00"),
            ditetapkan: side("39173999", "10 %", "10740.60"),
            alasan: "Hasil pemeriksaan: selang bertulang benang. Nilai ditetapkan dengan metode II, barang identik."
                .into(),
        }],
        pungutan: vec![
            levy("Bea masuk", 8_288_000, 17_455_000),
            levy("PPN impor", 19_146_151, 21_120_087),
            levy("PPh pasal 22 impor", 4_351_398, 4_800_020),
        ],
        denda: Some(Denda {
            kekurangan_bm: Rupiah(9_167_000),
            bm_dibayar: Rupiah(8_288_000),
            persen_kekurangan: "110.61".parse().ok(),
            persen_denda: "150".parse().unwrap_or_default(),
            nilai: Rupiah(13_750_500),
            dasar_hukum: "UU Kepabeanan Pasal 16 ayat (4), PP 39/2019 Pasal 6".into(),
        }),
        total: Rupiah(25_340_058),
        jatuh_tempo: jiff::civil::date(2026, 5, 11),
        tenggat_hari: 60,
        bunga_persen: "2".parse().unwrap_or_default(),
        bunga_bulan_maks: 24,
        kode_billing: Some("420260312654321".into()),
        dasar_hukum: "UU Kepabeanan Pasal 16".into(),
        pejabat: Some(examiner()),
    }
}

pub fn npd() -> Npd {
    let ask = |what: &str, detail: &str| Permintaan { jenis: what.into(), uraian: detail.into() };
    Npd {
        kop: kop("000065/KBC.0403/2026", at(9, 10, 0)),
        acuan: acuan(true),
        alasan: "Nilai pabean barang urut 3 perlu dijelaskan.".into(),
        permintaan: vec![
            ask("Kontrak penjualan", "Kontrak atau pesanan pembelian untuk invoice INV-26-0312."),
            ask("Bukti pembayaran", "Bukti transfer kepada penjual untuk invoice yang sama."),
            ask("Katalog", "Spesifikasi teknis barang urut 3."),
        ],
        batas: at(12, 17, 0),
        akibat: Text::fixed(
            "Jika tidak disampaikan, penelitian dilanjutkan dengan data yang ada.",
            "Otherwise the examination goes on with what is at hand.",
        ),
        pejabat: Some(examiner()),
    }
}

pub fn spbl() -> Spbl {
    Spbl {
        kop: kop("000012/KBC.0403/2026", at(9, 14, 0)),
        acuan: acuan(true),
        barang: vec![BarangLarangan {
            seri: 3,
            pos_tarif: "39173299".into(),
            uraian: "Selang plastik tanpa tulangan, gulungan 50 meter".into(),
            ketentuan: "Ketentuan impor barang tertentu, contoh peraturan menteri".into(),
            izin: "Laporan Surveyor".into(),
            penerbit: "Kementerian yang membidangi perdagangan".into(),
        }],
        tindak_lanjut: vec![
            "Penuhi perizinan impor dan sampaikan nomor serta tanggalnya melalui perbaikan dokumen; atau".into(),
            "Ajukan reekspor atau pemusnahan barang kepada Kepala Kantor.".into(),
        ],
        batas: Some(jiff::civil::date(2026, 5, 8)),
        pejabat: Some(examiner()),
    }
}

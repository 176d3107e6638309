//! Goods lines and what hangs on each.

use kernel::{Bilangan, Dec2, Dec4, Kode, KodeHs, KodeKemasan, KodeNegara, KodeSatuan, Seri, Tanggal, Teks, YaTidak};

use super::section::section;

section! {
    /// One goods line (h2h-api 2.1 `barang[]`).
    pub struct Barang {
        /// Line number from 1.
        seri_barang: Seri = "seriBarang",
        /// HS, 8 digits.
        pos_tarif: KodeHs = "posTarif",
        /// Declared as restricted.
        pernyataan_lartas: YaTidak = "pernyataanLartas",
        /// Own article code.
        kode_barang: Teks<1, 100> = "kodeBarang",
        /// Description.
        uraian: Teks<1, 4000> = "uraian",
        /// Brand.
        merk: Teks<1, 200> = "merk",
        /// Type.
        tipe: Teks<1, 200> = "tipe",
        /// Size.
        ukuran: Teks<1, 200> = "ukuran",
        /// Further specification.
        spesifikasi_lain: Teks<1, 2000> = "spesifikasiLain",
        /// Origin.
        kode_negara_asal: KodeNegara = "kodeNegaraAsal",
        /// Condition, 1–8.
        kode_kondisi_barang: Kode = "kodeKondisiBarang",
        /// Category (bonded documents).
        kode_kategori_barang: Kode = "kodeKategoriBarang",
        /// Quantity in `kodeSatuanBarang`.
        jumlah_satuan: Dec4 = "jumlahSatuan",
        /// Unit.
        kode_satuan_barang: KodeSatuan = "kodeSatuanBarang",
        /// Count of packages.
        jumlah_kemasan: Dec2 = "jumlahKemasan",
        /// Kind of package.
        kode_jenis_kemasan: KodeKemasan = "kodeJenisKemasan",
        /// Net weight, kg.
        netto: Dec4 = "netto",
        /// Gross weight, kg.
        bruto: Dec4 = "bruto",
        /// Volume, m³.
        volume: Dec4 = "volume",
        /// CIF in the header's currency.
        cif: Dec2 = "cif",
        /// CIF in rupiah.
        cif_rupiah: Dec4 = "cifRupiah",
        /// FOB in the header's currency.
        fob: Dec2 = "fob",
        /// Share of the freight.
        freight: Dec2 = "freight",
        /// Share of the insurance.
        asuransi: Dec2 = "asuransi",
        /// Unit price.
        harga_satuan: Dec4 = "hargaSatuan",
        /// Left over from exports.
        harga_ekspor: Dec4 = "hargaEkspor",
        /// Reference price.
        harga_patokan: Dec4 = "hargaPatokan",
        /// Delivery price.
        harga_penyerahan: Dec4 = "hargaPenyerahan",
        /// Acquisition price.
        harga_perolehan: Dec4 = "hargaPerolehan",
        /// Discount.
        diskon: Dec4 = "diskon",
        /// Goods value.
        nilai_barang: Dec4 = "nilaiBarang",
        /// Additions.
        nilai_tambah: Dec4 = "nilaiTambah",
        /// Foreign-exchange value.
        nilai_devisa: Dec4 = "nilaiDevisa",
        /// Palm-oil levy.
        nilai_dana_sawit: Dec4 = "nilaiDanaSawit",
        /// Exchange rate; the header's counts.
        ndpbm: Dec4 = "ndpbm",
        /// Quota before.
        saldo_awal: Dec4 = "saldoAwal",
        /// Quota after.
        saldo_akhir: Dec4 = "saldoAkhir",
        /// Line of the origin document.
        seri_barang_dok_asal: Bilangan = "seriBarangDokAsal",
        /// Line of the licence.
        seri_ijin: Bilangan = "seriIjin",
        /// Share imported, percent.
        persentase_impor: Dec4 = "persentaseImpor",
        /// Year of manufacture (vehicles).
        tahun_pembuatan: Bilangan = "tahunPembuatan",
        /// Engine size, cc (vehicles).
        kapasitas_silinder: Bilangan = "kapasitasSilinder",
        /// Content per package (excise).
        isi_per_kemasan: Dec2 = "isiPerKemasan",
        /// Retail price (excise).
        hje_cukai: Dec4 = "hjeCukai",
        /// Excise rate.
        tarif_cukai: Dec4 = "tarifCukai",
        /// Excise stamps.
        jumlah_pita_cukai: Bilangan = "jumlahPitaCukai",
        /// Stamps attached.
        jumlah_dilekatkan: Bilangan = "jumlahDilekatkan",
        /// Raw materials (bonded).
        jumlah_bahan_baku: Bilangan = "jumlahBahanBaku",
        /// Realised quantity (bonded).
        jumlah_realisasi: Dec4 = "jumlahRealisasi",
        /// `Metode 1` … `Metode 6`.
        metode_penentuan_nilai: Kode = "metodePenentuanNilai",
        /// Why another method.
        alasan_metode_penentuan_nilai: Kode = "alasanMetodePenentuanNilai",
        /// Statement on a price difference.
        statement_perbedaan_harga: YaTidak = "statementPerbedaanHarga",
        ;
        /// Levies: row 0 is import duty.
        barang_tarif: [BarangTarif] = "barangTarif",
        /// Voluntary declarations.
        barang_vd: [BarangVd] = "barangVd",
        /// Papers that belong to the line.
        barang_dokumen: [BarangDokumen] = "barangDokumen",
        /// Special specifications.
        barang_spek_khusus: [BarangSpekKhusus] = "barangSpekKhusus",
        /// Owners of the line.
        barang_pemilik: [BarangPemilik] = "barangPemilik",
    }
}

section! {
    /// One levy of a line.
    pub struct BarangTarif {
        /// Levy: BM, PPN, …
        kode_jenis_pungutan: Kode = "kodeJenisPungutan",
        /// `1` ad valorem, `2` specific.
        kode_jenis_tarif: Kode = "kodeJenisTarif",
        /// Facility, 1–9.
        kode_fasilitas_tarif: Kode = "kodeFasilitasTarif",
        /// Percent, or amount a unit.
        tarif: Dec2 = "tarif",
        /// Share under the facility, percent 0–100.
        tarif_fasilitas: Dec2 = "tarifFasilitas",
        /// Payable, rupiah.
        nilai_bayar: Dec2 = "nilaiBayar",
        /// Under the facility, rupiah.
        nilai_fasilitas: Dec2 = "nilaiFasilitas",
        /// Paid before, rupiah (excise).
        nilai_sudah_dilunasi: Dec2 = "nilaiSudahDilunasi",
        /// Base of a specific rate.
        jumlah_satuan: Dec4 = "jumlahSatuan",
        /// Its unit.
        kode_satuan_barang: KodeSatuan = "kodeSatuanBarang",
        /// Line number.
        seri_barang: Seri = "seriBarang",
        /// Packages (excise).
        jumlah_kemasan: Dec2 = "jumlahKemasan",
        /// Kind of package (excise).
        kode_kemasan: Kode = "kodeKemasan",
        /// Excise commodity.
        kode_komoditi_cukai: Kode = "kodeKomoditiCukai",
        /// Excise sub-commodity.
        kode_sub_komoditi_cukai: Kode = "kodeSubKomoditiCukai",
    }
}

section! {
    /// A voluntary declaration of a line.
    pub struct BarangVd {
        /// Kind.
        kode_jenis_vd: Kode = "kodeJenisVd",
        /// Amount in the header's currency.
        nilai_barang_vd: Dec4 = "nilaiBarangVd",
        /// Due date (portal 4.8).
        tanggal_jatuh_tempo: Tanggal = "tanggalJatuhTempo",
    }
}

section! {
    /// A paper of the line; the number may come as text.
    pub struct BarangDokumen {
        /// Points at `dokumen.seriDokumen`.
        seri_dokumen: Seri = "seriDokumen",
        /// Line of the licence.
        seri_ijin: Bilangan = "seriIjin",
    }
}

section! {
    /// A special specification: engine number, chassis number, …
    pub struct BarangSpekKhusus {
        /// Running number.
        seri_barang_spek_khusus: Seri = "seriBarangSpekKhusus",
        /// Kind; number or text.
        kode_spek_khusus: Kode = "kodeSpekKhusus",
        /// Value.
        uraian_barang_spek_khusus: Teks<1, 500> = "uraianBarangSpekKhusus",
    }
}

section! {
    /// An owner of the line.
    pub struct BarangPemilik {
        /// Line number.
        seri_barang: Seri = "seriBarang",
        /// Running number.
        seri_barang_pemilik: Seri = "seriBarangPemilik",
        /// Points at `entitas.seriEntitas`.
        seri_entitas: Seri = "seriEntitas",
    }
}

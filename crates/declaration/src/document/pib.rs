//! Header and the lists around the goods.

use kernel::{
    Bilangan, Dec2, Dec4, Kode, KodeKantor, KodeKemasan, KodeNegara, KodePelabuhan, KodeValuta, NomorAju, Seri,
    Tanggal, Teks, YaTidak,
};

use super::barang::Barang;
use super::section::section;

section! {
    /// One import declaration, header members at the root and detail tables as lists (h2h-api 2.1).
    pub struct Pib {
        /// `S` sent host-to-host, `SQ` quick variant.
        asal_data: Kode = "asalData",
        /// Insurance in `kodeValuta`.
        asuransi: Dec2 = "asuransi",
        /// Additions to the price, in `kodeValuta`.
        biaya_tambahan: Dec2 = "biayaTambahan",
        /// Deductions from the price, in `kodeValuta`.
        biaya_pengurang: Dec2 = "biayaPengurang",
        /// Gross weight, kg.
        bruto: Dec4 = "bruto",
        /// Customs value in `kodeValuta`.
        cif: Dec2 = "cif",
        /// `1` when the declarant ticked the statement.
        disclaimer: Kode = "disclaimer",
        /// Voluntary declaration.
        flag_vd: YaTidak = "flagVd",
        /// FOB in `kodeValuta`.
        fob: Dec2 = "fob",
        /// Freight in `kodeValuta`.
        freight: Dec2 = "freight",
        /// Delivery price, left over from other documents.
        harga_penyerahan: Dec4 = "hargaPenyerahan",
        /// Portal user.
        id_pengguna: Teks<1, 100> = "idPengguna",
        /// Position of the signatory.
        jabatan_ttd: Teks<1, 100> = "jabatanTtd",
        /// Count of containers.
        jumlah_kontainer: Bilangan = "jumlahKontainer",
        /// Count of seals.
        jumlah_tanda_pengaman: Bilangan = "jumlahTandaPengaman",
        /// `LN` insured abroad, `DN` at home.
        kode_asuransi: Kode = "kodeAsuransi",
        /// Way of payment.
        kode_cara_bayar: Kode = "kodeCaraBayar",
        /// Constant `20`.
        kode_dokumen: Kode = "kodeDokumen",
        /// Incoterm.
        kode_incoterm: Kode = "kodeIncoterm",
        /// Kind of import, 1–7.
        kode_jenis_impor: Kode = "kodeJenisImpor",
        /// Left over from exports.
        kode_jenis_ekspor: Kode = "kodeJenisEkspor",
        /// Kind of transaction.
        kode_jenis_nilai: Kode = "kodeJenisNilai",
        /// `1` ordinary, `2` periodic.
        kode_jenis_prosedur: Kode = "kodeJenisProsedur",
        /// Office of declaration.
        kode_kantor: KodeKantor = "kodeKantor",
        /// Port of loading.
        kode_pel_muat: KodePelabuhan = "kodePelMuat",
        /// Port of transit.
        kode_pel_transit: KodePelabuhan = "kodePelTransit",
        /// Port of unloading, in samples only.
        kode_pel_bongkar: KodePelabuhan = "kodePelBongkar",
        /// Port of discharge or destination.
        kode_pel_tujuan: KodePelabuhan = "kodePelTujuan",
        /// Storage place.
        kode_tps: Kode = "kodeTps",
        /// Closing manifest: 11, 12, 14.
        kode_tutup_pu: Kode = "kodeTutupPu",
        /// Currency.
        kode_valuta: KodeValuta = "kodeValuta",
        /// Place of signature.
        kota_ttd: Teks<1, 100> = "kotaTtd",
        /// Name of the signatory.
        nama_ttd: Teks<1, 200> = "namaTtd",
        /// Exchange rate, rupiah per unit of `kodeValuta`.
        ndpbm: Dec4 = "ndpbm",
        /// Net weight, kg.
        netto: Dec4 = "netto",
        /// Goods value before costs.
        nilai_barang: Dec2 = "nilaiBarang",
        /// Price under the incoterm.
        nilai_incoterm: Dec2 = "nilaiIncoterm",
        /// Processing fee.
        nilai_maklon: Dec2 = "nilaiMaklon",
        /// 26 characters.
        nomor_aju: NomorAju = "nomorAju",
        /// Manifest BC 1.1, 6 digits.
        nomor_bc11: Teks<1, 6> = "nomorBc11",
        /// Manifest position, 4 digits.
        pos_bc11: Teks<1, 4> = "posBc11",
        /// Manifest sub-position, 8 digits.
        subpos_bc11: Teks<1, 8> = "subposBc11",
        /// Running number.
        seri: Bilangan = "seri",
        /// Date of the aju.
        tanggal_aju: Tanggal = "tanggalAju",
        /// Date of BC 1.1.
        tanggal_bc11: Tanggal = "tanggalBc11",
        /// Estimated arrival.
        tanggal_tiba: Tanggal = "tanggalTiba",
        /// Date of signature.
        tanggal_ttd: Tanggal = "tanggalTtd",
        /// Palm-oil levy, left over.
        total_dana_sawit: Dec2 = "totalDanaSawit",
        /// Sum of voluntary declarations.
        vd: Dec4 = "vd",
        /// Volume, m³.
        volume: Dec4 = "volume",
        /// Single-submission flag.
        flag_ssm: Kode = "flagSsm",
        /// NIK of the user, in samples only.
        nik: Teks<1, 30> = "nik",
        /// Taxable service.
        kode_kena_pajak: Kode = "kodeKenaPajak",
        /// Office of unloading.
        kode_kantor_bongkar: Kode = "kodeKantorBongkar",
        /// Purpose at a bonded place.
        kode_tujuan_tpb: Kode = "kodeTujuanTpb",
        /// Intangible goods (portal 4.2).
        flag_barang_tidak_berwujud: YaTidak = "flagBarangTidakBerwujud",
        ;
        /// Parties.
        entitas: [Entitas] = "entitas",
        /// Supporting papers.
        dokumen: [Dokumen] = "dokumen",
        /// Means of transport.
        pengangkut: [Pengangkut] = "pengangkut",
        /// Packages.
        kemasan: [Kemasan] = "kemasan",
        /// Containers.
        kontainer: [Kontainer] = "kontainer",
        /// Cost components of the price.
        informasi_komponen_biaya: [KomponenBiaya] = "informasiKomponenBiaya",
        /// Goods lines.
        barang: [Barang] = "barang",
        /// Totals as the declarant's software computed them; shown, never trusted.
        pungutan: [Pungutan] = "pungutan",
        /// Guarantees.
        jaminan: [Jaminan] = "jaminan",
    }
}

section! {
    /// A party (h2h-api 2.1 entitas): 1 importer, 4 broker, 7 owner, 9 sender, 10 seller, 11 centralised taxpayer.
    pub struct Entitas {
        /// Running number.
        seri_entitas: Seri = "seriEntitas",
        /// Role.
        kode_entitas: Kode = "kodeEntitas",
        /// Kind of identity number.
        kode_jenis_identitas: Kode = "kodeJenisIdentitas",
        /// Identity number.
        nomor_identitas: Teks<1, 40> = "nomorIdentitas",
        /// Place-of-business number, 22 digits (portal 4.3).
        nitku: Teks<1, 30> = "nitku",
        /// Name.
        nama_entitas: Teks<1, 200> = "namaEntitas",
        /// Address.
        alamat_entitas: Teks<1, 500> = "alamatEntitas",
        /// Business number, 13 digits.
        nib_entitas: Teks<1, 30> = "nibEntitas",
        /// Importer licence kind.
        kode_jenis_api: Kode = "kodeJenisApi",
        /// Company status.
        kode_status: Kode = "kodeStatus",
        /// Country.
        kode_negara: KodeNegara = "kodeNegara",
        /// Affiliation between the parties.
        kode_afiliasi: Kode = "kodeAfiliasi",
        /// Licence of a bonded operator or broker.
        nomor_ijin_entitas: Teks<1, 100> = "nomorIjinEntitas",
        /// Date of that licence.
        tanggal_ijin_entitas: Tanggal = "tanggalIjinEntitas",
    }
}

section! {
    /// A supporting paper.
    pub struct Dokumen {
        /// Running number.
        seri_dokumen: Seri = "seriDokumen",
        /// Kind: 380 invoice, 705 B/L, 740 AWB, …
        kode_dokumen: Kode = "kodeDokumen",
        /// Number.
        nomor_dokumen: Teks<1, 100> = "nomorDokumen",
        /// Date.
        tanggal_dokumen: Tanggal = "tanggalDokumen",
        /// Facility that the paper supports.
        kode_fasilitas: Kode = "kodeFasilitas",
        /// Its name, informative.
        nama_fasilitas: Teks<1, 200> = "namaFasilitas",
        /// Licence kind.
        kode_ijin: Kode = "kodeIjin",
        /// Issuing office.
        kode_kantor: Kode = "kodeKantor",
        /// Client's id.
        id_dokumen: Teks<1, 100> = "idDokumen",
        /// Where the file is.
        url_dokumen: Teks<1, 1000> = "urlDokumen",
    }
}

section! {
    /// A means of transport.
    pub struct Pengangkut {
        /// Running number.
        seri_pengangkut: Seri = "seriPengangkut",
        /// Mode, 1–9.
        kode_cara_angkut: Kode = "kodeCaraAngkut",
        /// Name of the conveyance.
        nama_pengangkut: Teks<1, 100> = "namaPengangkut",
        /// Voyage or flight.
        nomor_pengangkut: Teks<1, 50> = "nomorPengangkut",
        /// Flag.
        kode_bendera: KodeNegara = "kodeBendera",
    }
}

section! {
    /// Packages of one kind.
    pub struct Kemasan {
        /// Running number.
        seri_kemasan: Seri = "seriKemasan",
        /// Count.
        jumlah_kemasan: Bilangan = "jumlahKemasan",
        /// Kind.
        kode_jenis_kemasan: KodeKemasan = "kodeJenisKemasan",
        /// Marks.
        merk_kemasan: Teks<1, 500> = "merkKemasan",
    }
}

section! {
    /// A container.
    pub struct Kontainer {
        /// Running number.
        seri_kontainer: Seri = "seriKontainer",
        /// Number, 11 characters.
        nomor_kontainer: Teks<1, 20> = "nomorKontainer",
        /// Size in feet.
        kode_ukuran_kontainer: Kode = "kodeUkuranKontainer",
        /// Load: 4 empty, 7 LCL, 8 FCL.
        kode_jenis_kontainer: Kode = "kodeJenisKontainer",
        /// Type.
        kode_tipe_kontainer: Kode = "kodeTipeKontainer",
    }
}

section! {
    /// Components of the price; all amounts in `kodeValuta`.
    pub struct KomponenBiaya {
        /// `1` final, `2` estimated.
        jenis_nilai: Kode = "jenisNilai",
        /// Invoice price.
        harga_invoice: Dec4 = "hargaInvoice",
        /// Indirect payment.
        pembayaran_tidak_langsung: Dec4 = "pembayaranTidakLangsung",
        /// Discount.
        diskon: Dec4 = "diskon",
        /// Selling commission.
        komisi_penjualan: Dec4 = "komisiPenjualan",
        /// Containers and packing costs.
        biaya_pengemasan: Dec4 = "biayaPengemasan",
        /// Packing labour.
        biaya_pengepakan: Dec4 = "biayaPengepakan",
        /// Assists.
        assist: Dec4 = "assist",
        /// Royalties.
        royalti: Dec4 = "royalti",
        /// Proceeds of resale.
        proceeds: Dec4 = "proceeds",
        /// Transport.
        biaya_transportasi: Dec4 = "biayaTransportasi",
        /// Loading.
        biaya_pemuatan: Dec4 = "biayaPemuatan",
        /// Insurance.
        asuransi: Dec4 = "asuransi",
        /// Warranty.
        garansi: Dec4 = "garansi",
        /// Buyer's own interest.
        biaya_kepentingan_sendiri: Dec4 = "biayaKepentinganSendiri",
        /// Costs after import.
        biaya_pasca_impor: Dec4 = "biayaPascaImpor",
        /// Inland taxes.
        biaya_pajak_internal: Dec4 = "biayaPajakInternal",
        /// Interest.
        bunga: Dec4 = "bunga",
        /// Dividends.
        deviden: Dec4 = "deviden",
    }
}

section! {
    /// A total as the declarant's software computed it.
    pub struct Pungutan {
        /// Client's id.
        id_pungutan: Teks<1, 100> = "idPungutan",
        /// Facility.
        kode_fasilitas_tarif: Kode = "kodeFasilitasTarif",
        /// Levy.
        kode_jenis_pungutan: Kode = "kodeJenisPungutan",
        /// Amount, rupiah.
        nilai_pungutan: Dec2 = "nilaiPungutan",
    }
}

section! {
    /// A guarantee (portal 4.9).
    pub struct Jaminan {
        /// Client's id.
        id_jaminan: Teks<1, 100> = "idJaminan",
        /// Form of guarantee, 1–8.
        kode_jenis_jaminan: Kode = "kodeJenisJaminan",
        /// Number.
        nomor_jaminan: Teks<1, 100> = "nomorJaminan",
        /// Date.
        tanggal_jaminan: Tanggal = "tanggalJaminan",
        /// Amount, rupiah.
        nilai_jaminan: Dec2 = "nilaiJaminan",
        /// Guarantor.
        penjamin: Teks<1, 200> = "penjamin",
        /// Expiry.
        tanggal_jatuh_tempo: Tanggal = "tanggalJatuhTempo",
        /// Receipt number (BPJ).
        nomor_bpj: Teks<1, 100> = "nomorBpj",
        /// Receipt date.
        tanggal_bpj: Tanggal = "tanggalBpj",
    }
}

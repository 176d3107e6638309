//! The fields of a goods line.

use super::catalog::Allowed::{Any, Country, List, OpenList, Package, Unit};
use super::catalog::fields;

fields! { pub(super) BARANG in "barang" {
    "seriBarang": "Seri barang" / "Line number" Always Any;
    "posTarif": "Pos tarif/HS" / "Tariff heading (HS)" Always Any;
    "pernyataanLartas": "Pernyataan lartas" / "Restricted-goods statement" Optional Any;
    "kodeBarang": "Kode barang" / "Article code" Optional Any;
    "uraian": "Uraian jenis barang" / "Description" Always Any;
    "merk": "Merek" / "Brand" Always Any;
    "tipe": "Tipe" / "Type" Always Any;
    "ukuran": "Ukuran" / "Size" Optional Any;
    "spesifikasiLain": "Spesifikasi lain" / "Further specification" Optional Any;
    "kodeNegaraAsal": "Negara asal" / "Country of origin" Optional Country;
    "kodeKondisiBarang": "Kondisi barang" / "Condition" Optional List("kondisi_barang");
    "kodeKategoriBarang": "Kategori barang" / "Category" Optional Any;
    "jumlahSatuan": "Jumlah satuan" / "Quantity" Always Any;
    "kodeSatuanBarang": "Satuan barang" / "Unit" Always Unit;
    "jumlahKemasan": "Jumlah kemasan" / "Number of packages" Always Any;
    "kodeJenisKemasan": "Jenis kemasan" / "Kind of package" Always Package;
    "netto": "Berat bersih (kg)" / "Net weight (kg)" Optional Any;
    "bruto": "Berat kotor (kg)" / "Gross weight (kg)" Optional Any;
    "volume": "Volume (m3)" / "Volume (m3)" Optional Any;
    "cif": "CIF" / "CIF" Always Any;
    "cifRupiah": "CIF rupiah" / "CIF in rupiah" Optional Any;
    "fob": "FOB" / "FOB" Always Any;
    "freight": "Freight" / "Freight" Always Any;
    "asuransi": "Asuransi" / "Insurance" Always Any;
    "hargaSatuan": "Harga satuan" / "Unit price" Always Any;
    "hargaEkspor": "Harga ekspor" / "Export price" Optional Any;
    "hargaPatokan": "Harga patokan" / "Reference price" Optional Any;
    "hargaPenyerahan": "Harga penyerahan" / "Delivery price" Optional Any;
    "hargaPerolehan": "Harga perolehan" / "Acquisition price" Optional Any;
    "diskon": "Diskon" / "Discount" Optional Any;
    "nilaiBarang": "Nilai barang" / "Goods value" Optional Any;
    "nilaiTambah": "Biaya tambahan" / "Additions" Optional Any;
    "nilaiDevisa": "Nilai devisa" / "Foreign-exchange value" Optional Any;
    "nilaiDanaSawit": "Dana sawit" / "Palm-oil levy" Optional Any;
    "ndpbm": "NDPBM" / "Exchange rate (NDPBM)" Optional Any;
    "saldoAwal": "Saldo awal" / "Quota before" Always Any;
    "saldoAkhir": "Saldo akhir" / "Quota after" Always Any;
    "seriBarangDokAsal": "Seri barang dokumen asal" / "Line of the origin document" Optional Any;
    "seriIjin": "Seri izin" / "Line of the licence" Optional Any;
    "persentaseImpor": "Persentase impor" / "Share imported" Optional Any;
    "tahunPembuatan": "Tahun pembuatan" / "Year of manufacture" Optional Any;
    "kapasitasSilinder": "Kapasitas silinder (cc)" / "Engine size (cc)" Optional Any;
    "isiPerKemasan": "Isi per kemasan" / "Content per package" Optional Any;
    "hjeCukai": "HJE cukai" / "Retail price (excise)" Optional Any;
    "tarifCukai": "Tarif cukai" / "Excise rate" Optional Any;
    "jumlahPitaCukai": "Jumlah pita cukai" / "Excise stamps" Optional Any;
    "jumlahDilekatkan": "Jumlah dilekatkan" / "Stamps attached" Optional Any;
    "jumlahBahanBaku": "Jumlah bahan baku" / "Raw materials" Optional Any;
    "jumlahRealisasi": "Jumlah realisasi" / "Realised quantity" Optional Any;
    "metodePenentuanNilai": "Metode penentuan nilai" / "Valuation method" NewSchema List("metode_nilai");
    "alasanMetodePenentuanNilai": "Alasan metode" / "Reason for the method" Optional OpenList("alasan_metode");
    "statementPerbedaanHarga": "Pernyataan perbedaan harga" / "Price-difference statement" NewSchema Any;
} }

fields! { pub(super) BARANG_TARIF in "barangTarif" {
    "kodeJenisPungutan": "Jenis pungutan" / "Levy" Always List("jenis_pungutan");
    "kodeJenisTarif": "Jenis tarif" / "Kind of rate" Optional List("jenis_tarif");
    "kodeFasilitasTarif": "Fasilitas tarif" / "Facility" Always List("fasilitas_tarif");
    "tarif": "Tarif" / "Rate" Always Any;
    "tarifFasilitas": "Tarif fasilitas (%)" / "Facility share (%)" Always Any;
    "nilaiBayar": "Nilai bayar" / "Amount payable" Always Any;
    "nilaiFasilitas": "Nilai fasilitas" / "Amount under the facility" Always Any;
    "nilaiSudahDilunasi": "Nilai sudah dilunasi" / "Amount already paid" Optional Any;
    "jumlahSatuan": "Jumlah satuan" / "Quantity" Optional Any;
    "kodeSatuanBarang": "Satuan" / "Unit" Optional Unit;
    "seriBarang": "Seri barang" / "Line number" Optional Any;
    "jumlahKemasan": "Jumlah kemasan" / "Number of packages" Optional Any;
    "kodeKemasan": "Jenis kemasan" / "Kind of package" Optional Any;
    "kodeKomoditiCukai": "Komoditi cukai" / "Excise commodity" Optional Any;
    "kodeSubKomoditiCukai": "Subkomoditi cukai" / "Excise sub-commodity" Optional Any;
} }

fields! { pub(super) BARANG_VD in "barangVd" {
    "kodeJenisVd": "Jenis VD" / "Kind of voluntary declaration" Always List("jenis_vd");
    "nilaiBarangVd": "Nilai VD" / "Voluntary declaration amount" Always Any;
    "tanggalJatuhTempo": "Jatuh tempo VD" / "Due date" Optional Any;
} }

fields! { pub(super) BARANG_DOKUMEN in "barangDokumen" {
    "seriDokumen": "Seri dokumen" / "Paper number" Always Any;
    "seriIjin": "Seri izin" / "Line of the licence" Optional Any;
} }

fields! { pub(super) BARANG_SPEK_KHUSUS in "barangSpekKhusus" {
    "seriBarangSpekKhusus": "Seri spesifikasi khusus" / "Specification row" Optional Any;
    "kodeSpekKhusus": "Jenis spesifikasi" / "Kind of specification" Always List("spek_khusus");
    "uraianBarangSpekKhusus": "Uraian spesifikasi" / "Specification" Always Any;
} }

fields! { pub(super) BARANG_PEMILIK in "barangPemilik" {
    "seriBarang": "Seri barang" / "Line number" Always Any;
    "seriBarangPemilik": "Seri pemilik" / "Owner row" Always Any;
    "seriEntitas": "Seri entitas pemilik" / "Party number of the owner" Always Any;
} }

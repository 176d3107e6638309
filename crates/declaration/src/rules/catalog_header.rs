//! The header's fields.

use super::catalog::Allowed::{Any, Currency, Fixed, List, Office, OpenList, Port};
use super::catalog::fields;

fields! { pub(super) HEADER in "" {
    "asalData": "Asal data" / "Data origin" Optional Fixed(&["S", "SQ", "P"]);
    "asuransi": "Asuransi" / "Insurance" Always Any;
    "biayaTambahan": "Biaya penambah" / "Additions" Always Any;
    "biayaPengurang": "Biaya pengurang" / "Deductions" Always Any;
    "bruto": "Berat kotor (kg)" / "Gross weight (kg)" Always Any;
    "cif": "CIF" / "CIF" Always Any;
    "disclaimer": "Pernyataan kebenaran data" / "Statement that the data are true" Optional Fixed(&["0", "1"]);
    "flagVd": "Voluntary declaration" / "Voluntary declaration" Optional Any;
    "fob": "FOB" / "FOB" Optional Any;
    "freight": "Freight" / "Freight" Always Any;
    "hargaPenyerahan": "Harga penyerahan" / "Delivery price" Optional Any;
    "idPengguna": "Id pengguna" / "User id" Optional Any;
    "jabatanTtd": "Jabatan penanda tangan" / "Position of the signatory" Always Any;
    "jumlahKontainer": "Jumlah kontainer" / "Number of containers" Always Any;
    "jumlahTandaPengaman": "Jumlah tanda pengaman" / "Number of seals" Optional Any;
    "kodeAsuransi": "Jenis asuransi" / "Kind of insurance" Optional List("asuransi");
    "kodeCaraBayar": "Cara pembayaran" / "Way of payment" Always List("cara_bayar");
    "kodeDokumen": "Kode dokumen" / "Document code" Always Fixed(&["20"]);
    "kodeIncoterm": "Jenis harga (incoterm)" / "Incoterm" Optional List("incoterm");
    "kodeJenisImpor": "Jenis impor" / "Kind of import" Always List("jenis_impor");
    "kodeJenisEkspor": "Jenis ekspor" / "Kind of export" Optional Any;
    "kodeJenisNilai": "Jenis transaksi" / "Kind of transaction" Optional List("jenis_nilai");
    "kodeJenisProsedur": "Jenis PIB" / "Kind of procedure" Optional List("jenis_prosedur");
    "kodeKantor": "Kantor pabean" / "Customs office" Always Office;
    "kodePelMuat": "Pelabuhan muat" / "Port of loading" Always Port;
    "kodePelTransit": "Pelabuhan transit" / "Port of transit" Optional Port;
    "kodePelBongkar": "Pelabuhan bongkar" / "Port of unloading" Optional Port;
    "kodePelTujuan": "Pelabuhan tujuan" / "Port of destination" Always Port;
    "kodeTps": "Tempat penimbunan (TPS)" / "Storage place (TPS)" Always Any;
    "kodeTutupPu": "Kode tutup PU" / "Closing manifest code" Always List("tutup_pu");
    "kodeValuta": "Valuta" / "Currency" Always Currency;
    "kotaTtd": "Tempat penandatanganan" / "Place of signature" Always Any;
    "namaTtd": "Nama penanda tangan" / "Name of the signatory" Always Any;
    "ndpbm": "NDPBM" / "Exchange rate (NDPBM)" Always Any;
    "netto": "Berat bersih (kg)" / "Net weight (kg)" Always Any;
    "nilaiBarang": "Harga barang" / "Goods value" Optional Any;
    "nilaiIncoterm": "Nilai incoterm" / "Price under the incoterm" Optional Any;
    "nilaiMaklon": "Nilai maklon" / "Processing fee" Optional Any;
    "nomorAju": "Nomor pengajuan (aju)" / "Submission number (aju)" Always Any;
    "nomorBc11": "Nomor BC 1.1" / "BC 1.1 number" Optional Any;
    "posBc11": "Nomor pos BC 1.1" / "BC 1.1 position" Optional Any;
    "subposBc11": "Subpos BC 1.1" / "BC 1.1 sub-position" Optional Any;
    "seri": "Seri" / "Serial" Optional Any;
    "tanggalAju": "Tanggal pengajuan" / "Date of submission" Optional Any;
    "tanggalBc11": "Tanggal BC 1.1" / "BC 1.1 date" Optional Any;
    "tanggalTiba": "Perkiraan tanggal tiba" / "Estimated arrival" Always Any;
    "tanggalTtd": "Tanggal penandatanganan" / "Date of signature" Always Any;
    "totalDanaSawit": "Total dana sawit" / "Total palm-oil levy" Optional Any;
    "vd": "Nilai voluntary declaration" / "Voluntary declaration amount" Optional Any;
    "volume": "Volume (m3)" / "Volume (m3)" Optional Any;
    "flagSsm": "Flag SSM" / "Single-submission flag" Optional Any;
    "nik": "NIK" / "NIK" Optional Any;
    "kodeKenaPajak": "Jasa kena pajak" / "Taxable service" Optional OpenList("kena_pajak");
    "kodeKantorBongkar": "Kantor bongkar" / "Office of unloading" Optional Office;
    "kodeTujuanTpb": "Tujuan TPB" / "Bonded purpose" Optional Any;
    "flagBarangTidakBerwujud": "Barang tidak berwujud" / "Intangible goods" Optional Any;
} }


//! The fields of the lists around the goods.

use super::catalog::Allowed::{Any, Country, DocumentKind, List, OpenList, Package};
use super::catalog::fields;

fields! { pub(super) ENTITAS in "entitas" {
    "seriEntitas": "Seri entitas" / "Party number" Always Any;
    "kodeEntitas": "Peran entitas" / "Role of the party" Always List("entitas");
    "kodeJenisIdentitas": "Jenis identitas" / "Kind of identity" Optional List("jenis_identitas");
    "nomorIdentitas": "Nomor identitas" / "Identity number" Optional Any;
    "nitku": "NITKU" / "NITKU" Optional Any;
    "namaEntitas": "Nama" / "Name" Optional Any;
    "alamatEntitas": "Alamat" / "Address" Optional Any;
    "nibEntitas": "NIB" / "NIB" Optional Any;
    "kodeJenisApi": "Jenis API" / "Kind of import licence" Optional List("jenis_api");
    "kodeStatus": "Status perusahaan" / "Company status" Optional OpenList("status_pengusaha");
    "kodeNegara": "Negara" / "Country" Optional Country;
    "kodeAfiliasi": "Hubungan afiliasi" / "Affiliation" Optional List("afiliasi");
    "nomorIjinEntitas": "Nomor izin" / "Licence number" Optional Any;
    "tanggalIjinEntitas": "Tanggal izin" / "Licence date" Optional Any;
} }

fields! { pub(super) DOKUMEN in "dokumen" {
    "seriDokumen": "Seri dokumen" / "Paper number" Always Any;
    "kodeDokumen": "Jenis dokumen" / "Kind of paper" Always DocumentKind;
    "nomorDokumen": "Nomor dokumen" / "Number of the paper" Always Any;
    "tanggalDokumen": "Tanggal dokumen" / "Date of the paper" Always Any;
    "kodeFasilitas": "Fasilitas" / "Facility" Optional List("fasilitas");
    "namaFasilitas": "Nama fasilitas" / "Facility name" Optional Any;
    "kodeIjin": "Izin" / "Licence" Optional Any;
    "kodeKantor": "Kantor" / "Office" Optional Any;
    "idDokumen": "Id dokumen" / "Paper id" Optional Any;
    "urlDokumen": "Berkas" / "File" Optional Any;
} }

fields! { pub(super) PENGANGKUT in "pengangkut" {
    "seriPengangkut": "Seri pengangkut" / "Transport number" Always Any;
    "kodeCaraAngkut": "Cara pengangkutan" / "Mode of transport" Always List("cara_angkut");
    "namaPengangkut": "Nama sarana angkut" / "Name of the conveyance" Always Any;
    "nomorPengangkut": "Nomor voyage/flight" / "Voyage or flight number" Always Any;
    "kodeBendera": "Bendera" / "Flag" Always Country;
} }

fields! { pub(super) KEMASAN in "kemasan" {
    "seriKemasan": "Seri kemasan" / "Package row" Always Any;
    "jumlahKemasan": "Jumlah kemasan" / "Number of packages" Always Any;
    "kodeJenisKemasan": "Jenis kemasan" / "Kind of package" Always Package;
    "merkKemasan": "Merek kemasan" / "Marks" Always Any;
} }

fields! { pub(super) KONTAINER in "kontainer" {
    "seriKontainer": "Seri peti kemas" / "Container row" Always Any;
    "nomorKontainer": "Nomor peti kemas" / "Container number" Always Any;
    "kodeUkuranKontainer": "Ukuran" / "Size" Always List("ukuran_kontainer");
    "kodeJenisKontainer": "Jenis muatan" / "Kind of load" Optional List("jenis_kontainer");
    "kodeTipeKontainer": "Tipe" / "Type" Always List("tipe_kontainer");
} }

fields! { pub(super) KOMPONEN_BIAYA in "informasiKomponenBiaya" {
    "jenisNilai": "Jenis nilai" / "Kind of value" Always List("jenis_komponen_biaya");
    "hargaInvoice": "Harga invoice" / "Invoice price" Optional Any;
    "pembayaranTidakLangsung": "Pembayaran tidak langsung" / "Indirect payment" Optional Any;
    "diskon": "Diskon" / "Discount" Optional Any;
    "komisiPenjualan": "Komisi penjualan" / "Selling commission" Optional Any;
    "biayaPengemasan": "Biaya pengemasan" / "Packing material" Optional Any;
    "biayaPengepakan": "Biaya pengepakan" / "Packing labour" Optional Any;
    "assist": "Assist" / "Assists" Optional Any;
    "royalti": "Royalti" / "Royalties" Optional Any;
    "proceeds": "Proceeds" / "Proceeds" Optional Any;
    "biayaTransportasi": "Biaya transportasi" / "Transport" Optional Any;
    "biayaPemuatan": "Biaya pemuatan" / "Loading" Optional Any;
    "asuransi": "Asuransi" / "Insurance" Optional Any;
    "garansi": "Garansi" / "Warranty" Optional Any;
    "biayaKepentinganSendiri": "Biaya kepentingan sendiri" / "Buyer's own costs" Optional Any;
    "biayaPascaImpor": "Biaya pasca impor" / "Costs after import" Optional Any;
    "biayaPajakInternal": "Pajak dalam negeri" / "Inland taxes" Optional Any;
    "bunga": "Bunga" / "Interest" Optional Any;
    "deviden": "Dividen" / "Dividends" Optional Any;
} }

fields! { pub(super) PUNGUTAN in "pungutan" {
    "idPungutan": "Id pungutan" / "Levy id" Optional Any;
    "kodeFasilitasTarif": "Fasilitas" / "Facility" Optional List("fasilitas_tarif");
    "kodeJenisPungutan": "Jenis pungutan" / "Levy" Optional List("jenis_pungutan");
    "nilaiPungutan": "Nilai" / "Amount" Optional Any;
} }

fields! { pub(super) JAMINAN in "jaminan" {
    "idJaminan": "Id jaminan" / "Guarantee id" Optional Any;
    "kodeJenisJaminan": "Jenis jaminan" / "Form of guarantee" Always List("jenis_jaminan");
    "nomorJaminan": "Nomor jaminan" / "Guarantee number" Always Any;
    "tanggalJaminan": "Tanggal jaminan" / "Guarantee date" Always Any;
    "nilaiJaminan": "Nilai jaminan" / "Guarantee amount" Always Any;
    "penjamin": "Penjamin" / "Guarantor" Optional Any;
    "tanggalJatuhTempo": "Jatuh tempo" / "Expiry" Optional Any;
    "nomorBpj": "Nomor BPJ" / "BPJ number" Optional Any;
    "tanggalBpj": "Tanggal BPJ" / "BPJ date" Optional Any;
} }

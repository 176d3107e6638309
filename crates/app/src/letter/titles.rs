//! Names of the responses to BC 2.0, as CEISA's clients compare them (h2h-api 1.5, rules 1.10).

/// Code under which the receipt of payment is stored: CEISA gives it none.
pub const BPN: &str = "BPN";

static TITLES: &[(&str, &str, &str, &str)] = &[
    ("2000", "PENERIMAAN", "Respons Penerimaan", "Acknowledgement of receipt"),
    ("2001", "NPP", "Nota Pemberitahuan Penolakan", "Rejection note"),
    ("2003", "SPPB", "Surat Persetujuan Pengeluaran Barang", "Release approval"),
    ("2004", "SPJK", "Surat Pemberitahuan Jalur Kuning", "Yellow-channel notice"),
    ("2005", "SPJM", "Surat Pemberitahuan Jalur Merah", "Red-channel notice"),
    ("2007", "LHP", "Laporan Hasil Pemeriksaan", "Inspection report"),
    ("2008", "BAP", "Berita Acara Hasil Pemeriksaan Fisik", "Minutes of inspection"),
    ("2009", "TTD", "Tanda Terima Penyerahan Kelengkapan Dokumen", "Receipt for supporting documents"),
    ("2010", "PERUBAHAN", "Keputusan Perubahan Data", "Amendment decision"),
    ("2011", "PEMBATALAN", "Keputusan Pembatalan", "Cancellation decision"),
    ("2013", "SPBL", "Surat Penetapan Barang Larangan dan/atau Pembatasan", "Restricted-goods determination"),
    ("2015", "NPD", "Nota Permintaan Data dan/atau Dokumen", "Request for data or documents"),
    ("2020", "BILLING", "Konfirmasi Bayar", "Billing"),
    ("2021", "INP", "Informasi Nilai Pabean", "Customs value information"),
    ("2023", "LAB", "Kirim Barang Laboratorium", "Sample sent to the laboratory"),
    ("2026", "SPTNP", "Surat Penetapan Tarif dan/atau Nilai Pabean", "Tariff or value determination"),
    ("2027", "BAYAR SPTNP", "Konfirmasi Bayar SPTNP", "Determination payment confirmation"),
    ("2028", "BILLING SPTNP", "Billing SPTNP atau SPPBK", "Determination billing"),
    ("2066", "IP", "Instruksi Pemeriksaan", "Inspection instruction"),
    ("2080", "RH", "Respons Pelayanan Segera", "Rush-handling response"),
    ("2090", "UMUM", "Respons Umum", "General response"),
    (BPN, "BPN", "Bukti Penerimaan Negara", "Receipt of payment to the state"),
];

/// Short name and title of a response, for status rows and file names; an unknown code is a general response.
pub fn title(kode_respon: &str) -> (&'static str, &'static str) {
    row(kode_respon).map_or(("UMUM", "Respons Umum"), |row| (row.1, row.2))
}

/// The English title.
pub(super) fn english(kode_respon: &str) -> &'static str {
    row(kode_respon).map_or("General response", |row| row.3)
}

fn row(kode_respon: &str) -> Option<&'static (&'static str, &'static str, &'static str, &'static str)> {
    TITLES.iter().find(|row| row.0 == kode_respon)
}

//! Names of the workflow's events that have no step of CEISA's.

use kernel::Text;

use crate::lang::Lang;

static NAMES: &[(&str, Text)] = &[
    ("returned_for_licence", Text::fixed("Dikembalikan INSW", "Returned by INSW")),
    ("lartas_cleared", Text::fixed("Lartas dinyatakan terpenuhi", "Restrictions found met")),
    ("guarantee_awaited", Text::fixed("Menunggu jaminan", "Guarantee awaited")),
    ("billing_requested", Text::fixed("Billing diminta", "Billing code asked for")),
    ("billing_issued", Text::fixed("Billing terbit", "Billing code issued")),
    ("billing_failed", Text::fixed("Billing gagal dibuat", "Billing code could not be made")),
    ("billing_lapsed", Text::fixed("Billing tidak berlaku lagi", "Billing code lapsed")),
    ("payment_disputed", Text::fixed("Pembayaran tidak cocok", "Payment does not match")),
    ("double_payment", Text::fixed("Pembayaran lebih, dicatat untuk pengembalian", "Payment noted for refund")),
    ("manifest_awaited", Text::fixed("Menunggu manifes", "Manifest awaited")),
    ("manifest_matched", Text::fixed("Manifes cocok", "Manifest matched")),
    ("manifest_mismatched", Text::fixed("Manifes tidak cocok", "Manifest differs")),
    ("similarity_doubted", Text::fixed("Kemiripan nama diragukan", "Consignee's name doubted")),
    ("storage_awaited", Text::fixed("Menunggu penimbunan", "Storage awaited")),
    ("stored", Text::fixed("Barang ditimbun", "Goods stored")),
    ("number_needed", Text::fixed("Menunggu nomor pendaftaran", "Number needed")),
    ("documents_ordered", Text::fixed("Dokumen diminta (SPJK)", "Documents ordered (SPJK)")),
    ("documents_received", Text::fixed("Dokumen pelengkap diterima", "Supporting documents received")),
    ("readiness_overdue", Text::fixed("Batas kesiapan terlewati", "Readiness overdue")),
    ("inspector_needed", Text::fixed("Pemeriksa diperlukan", "Inspector needed")),
    ("question_issued", Text::fixed("Permintaan terbit", "Question issued")),
    ("question_answered", Text::fixed("Permintaan dijawab", "Question answered")),
    ("question_lapsed", Text::fixed("Permintaan tidak dijawab", "Question not answered")),
    ("sptnp_paid", Text::fixed("SPTNP dibayar", "SPTNP paid")),
    ("sptnp_overdue", Text::fixed("SPTNP jatuh tempo", "SPTNP overdue")),
    ("objection_lodged", Text::fixed("Keberatan dengan jaminan", "Objection with guarantee")),
    ("spbl_issued", Text::fixed("SPBL terbit", "SPBL issued")),
    ("licence_shown", Text::fixed("Izin ditunjukkan", "Licence shown")),
    ("deemed_accepted", Text::fixed("Dianggap diterima", "Deemed accepted")),
    ("release_withheld", Text::fixed("Rilis ditahan", "Release withheld")),
    ("released", Text::fixed("SPPB terbit", "Released (SPPB)")),
    ("held_nhi", Text::fixed("Barang ditahan (NHI)", "Goods held (NHI)")),
    ("nhi_lifted", Text::fixed("Penahanan dibuka", "Hold lifted")),
    ("gate_out", Text::fixed("Barang keluar sebagian", "Part of the goods left")),
    ("review_closed", Text::fixed("Penelitian ditutup", "Research closed")),
    ("cancellation_requested", Text::fixed("Pembatalan dimohon", "Cancellation asked for")),
    ("cancellation_refused", Text::fixed("Pembatalan ditolak", "Cancellation refused")),
    ("declared_abandoned", Text::fixed("Barang tidak dikuasai (BTD)", "Listed as abandoned (BTD)")),
    ("moved_to_tpp", Text::fixed("Dipindahkan ke TPP", "Moved to the TPP")),
    ("forfeited", Text::fixed("Barang tidak dikuasai, selesai", "Abandoned goods, closed")),
    ("escalated", Text::fixed("Batas waktu terlewati", "Deadline passed")),
    ("partner_waiting", Text::fixed("Mitra tidak menjawab", "Partner does not answer")),
];

/// The name of an event; its own word when it is newer than this list.
pub fn label(jenis: &str, lang: Lang) -> String {
    let found = NAMES.iter().find(|(known, _)| *known == jenis);
    found.map_or_else(|| jenis.replace('_', " "), |(_, text)| lang.say(text))
}

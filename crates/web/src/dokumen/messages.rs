//! Texts of the pages around a document.

use crate::messages::messages;

messages! {
    DokumenTexts, same: ["pay_total", "kind_import"];

    list_title: "Dokumen Pabean", "Customs documents";
    list_lead: "Semua dokumen perusahaan, dengan siapa yang harus bertindak berikutnya dan sampai kapan.",
        "All documents of the company, with who has to act next and until when.";
    list_add: "Tambah dokumen", "Add a document";
    list_empty: "Belum ada dokumen. Mulai dengan Tambah dokumen.", "There are no documents yet. Begin with Add a document.";
    list_search: "Nomor aju, nomor daftar, atau nama importir", "Submission number, registration or importer";
    col_aju: "Nomor aju", "Submission number";
    col_kind: "Jenis", "Kind";
    col_registered: "Nomor dan tanggal daftar", "Registration";
    col_company: "Importir", "Importer";
    col_office: "Kantor", "Office";
    col_lane: "Jalur", "Channel";
    col_state: "Status", "State";
    col_changed: "Berubah", "Changed";
    col_next: "Berikutnya", "Next";
    kind_import: "BC 2.0", "BC 2.0";
    all: "Semua", "All";
    lane_green: "Hijau", "Green";
    lane_yellow: "Kuning", "Yellow";
    lane_red: "Merah", "Red";
    filter_turn: "Giliran", "Turn";
    turn_mine: "Perlu tindakan saya", "Needs me";
    filter_client: "Klien", "Client";
    filter_news: "Perubahan", "Changes";
    news_only: "Sejak kunjungan terakhir", "Since my last visit";
    filter_from: "Direkam dari tanggal (TTTT-BB-HH)", "Recorded from (YYYY-MM-DD)";
    filter_until: "Direkam sampai tanggal (TTTT-BB-HH)", "Recorded until (YYYY-MM-DD)";
    next_by: "{siapa}, paling lambat {kapan}", "{siapa}, by {kapan}";
    next_late: "{siapa}, lewat sejak {kapan}", "{siapa}, overdue since {kapan}";
    next_none: "Tidak ada", "Nobody";
    row_menu: "Tindakan", "Actions";
    do_open: "Lihat", "View";
    do_edit: "Ubah", "Change";
    do_send: "Kirim", "Send";
    do_copy: "Salin", "Copy";
    do_delete: "Hapus draf", "Delete draft";
    do_amend: "Perbaikan", "Amend";
    do_cancel: "Pembatalan", "Cancel";
    do_print: "Cetak", "Print";
    do_status: "Status dan respon", "Status and responses";
    views: "Tampilan tersimpan", "Saved views";
    view_name: "Simpan saringan ini sebagai", "Save these filters as";
    view_save: "Simpan tampilan", "Save the view";
    view_delete: "Hapus tampilan", "Delete view";
    bulk_delete: "Hapus draf yang dipilih", "Delete the ticked drafts";
    bulk_csv: "Unduh yang dipilih (CSV)", "Download the ticked ones (CSV)";
    bulk_none: "Pilih dahulu dokumen dan tindakannya.", "Tick documents and choose an action first.";
    bulk_ask: "{n} draf akan dihapus. Data yang dihapus tidak dapat dikembalikan.",
        "{n} drafts will be deleted. They cannot be restored.";
    bulk_ask_title: "Hapus draf?", "Delete drafts?";
    bulk_yes: "Hapus", "Delete";
    cancel: "Batal", "Go back";
    bulk_done: "{n} draf dihapus. {m} tidak dapat dihapus karena sudah dikirim.",
        "{n} drafts deleted. {m} could not be deleted because they were sent.";

    status_title: "Status dan respon", "Status and responses";
    now: "Sekarang", "Now";
    wait_owner: "Yang harus bertindak", "Who has to act";
    wait_until: "Paling lambat", "By";
    wait_since: "Menunggu sejak", "Waiting since";
    wait_usual: "Biasanya selesai dalam", "Usually takes";
    wait_then: "Bila lewat", "If not";
    wait_mine: "Giliran Saudara", "Your turn";
    wait_late: "Sudah lewat batas", "Overdue";
    wait_beside: "Batas waktu lain yang berjalan", "Other deadlines that run";
    wait_none: "Tidak ada yang ditunggu.", "Nothing is awaited.";
    wait_over: "Proses dokumen ini sudah selesai. Tidak ada yang perlu dilakukan.",
        "The process of this document is complete. Nothing has to be done.";
    partner_down: "{mitra} tidak menjawab sejak {kapan}. Dokumen ini sudah diterima dan aman; sistem mencoba terus. Saudara tidak perlu mengirim ulang.",
        "{mitra} has not answered since {kapan}. This document is in and safe; the system keeps trying. You need not send it again.";
    history: "Perjalanan dokumen", "What happened";
    letters: "Surat", "Letters";
    letters_none: "Belum ada surat.", "There are no letters yet.";
    letter_replaced: "Sudah digantikan", "Replaced";
    by: "paling lambat {kapan}", "by {kapan}";
    company: "Perusahaan", "Company";
    view_title: "Isi dokumen", "The document";
    view_whole: "Lihat isi dokumen", "View the document";
    print_form: "BC 2.0 sebagai PDF", "BC 2.0 as PDF";
    facts: "Data dokumen", "About the document";
    print_page: "Halaman ini dapat dicetak atau disimpan sebagai PDF dari peramban (Ctrl+P).",
        "This page can be printed or saved as PDF from the browser (Ctrl+P).";
    act_pay: "Bayar", "Pay";
    act_rebill: "Minta kode billing baru", "Ask for a new billing code";
    act_upload: "Unggah dokumen pelengkap", "Upload supporting documents";
    act_ready: "Nyatakan barang siap diperiksa", "Declare the goods ready";
    act_answer: "Jawab permintaan", "Answer the request";
    act_licence: "Tunjukkan izin", "Show the licence";
    act_object: "Ajukan keberatan dengan jaminan", "Object with a guarantee";
    act_rematch: "Cocokkan lagi dengan manifes", "Match the manifest again";
    act_fix: "Perbaiki dan kirim ulang", "Correct and send again";
    act_continue: "Lanjutkan mengisi", "Continue recording";
    act_amend: "Ajukan perbaikan", "Ask for an amendment";
    act_cancel: "Ajukan pembatalan", "Ask for cancellation";
    amend_pending: "Perbaikan {n} data sedang diteliti pejabat sejak {kapan}.",
        "An amendment of {n} data is with the officer since {kapan}.";
    amend_to_pay: "Perbaikan disetujui; bayar tambahan pungutannya agar berlaku.",
        "The amendment is granted; pay the additional levies to bring it into force.";
    cancel_pending: "Pembatalan menunggu keputusan kepala kantor sejak {kapan}.",
        "The cancellation is with the head of the office since {kapan}.";

    view_lead: "Dibaca saja. Setiap angka pungutan dapat dibuka untuk melihat asalnya.",
        "Read only. Each levy can be opened to see where it comes from.";
    view_revision: "Kiriman atau perubahan ke-{n}, sidik {sha}", "Sending or amendment {n}, fingerprint {sha}";
    view_draft: "Draf, belum dikirim", "Draft, not sent";
    view_levies: "Pungutan", "Levies";
    view_more: "Selebihnya ada di BC 2.0 (PDF).", "The rest is in the BC 2.0 (PDF).";
    view_nothing: "Tidak diisi.", "Nothing filled in.";
    field: "Data", "Datum";
    value: "Isi", "Content";

    not_now: "Belum dapat dilakukan pada tahap ini: {tahap}.", "This cannot be done at this step: {tahap}.";
    sure: "Ya, kirim", "Yes, send";
    ready_title: "Barang siap diperiksa", "Goods ready for inspection";
    ready_text: "Pemeriksa akan ditunjuk setelah pemberitahuan ini dan dokumen pelengkap ada. Pastikan barang dapat dibuka di TPS.",
        "An inspector is appointed once this notice and the supporting documents are in. Make sure the goods can be opened at the terminal.";
    ready_send: "Nyatakan siap", "Declare ready";
    answer_title: "Jawab permintaan pejabat", "Answer the officer";
    answer_asked: "Yang diminta", "What is asked";
    answer_text: "Jawaban Saudara", "Your answer";
    answer_file: "Lampiran (PDF, JPEG, PNG; paling besar 5 MB tiap berkas)", "Attachments (PDF, JPEG, PNG; at most 5 MB each)";
    answer_send: "Kirim jawaban", "Send the answer";
    answer_missing: "Tulis jawabannya.", "Write the answer.";
    licence_title: "Tunjukkan izin lartas", "Show the licence";
    licence_text: "Nomor dan tanggal izin, serta barang yang dicakup", "Number and date of the licence, and the goods it covers";
    object_title: "Keberatan atas SPTNP", "Objection to the SPTNP";
    object_text: "Barang dapat dilepas bila tagihan dijamin. Keputusan keberatan paling lama 60 hari.",
        "The goods can be released when the debt is guaranteed. The objection is decided within 60 days.";
    object_number: "Nomor surat keberatan", "Number of the objection";
    object_bpj: "Nomor bukti penerimaan jaminan (BPJ)", "Number of the guarantee receipt (BPJ)";
    missing: "Isi bagian ini.", "Fill this in.";
    cancel_title: "Pembatalan dokumen", "Cancellation";
    cancel_text: "Kepala kantor memutuskan. Bila disetujui, nomor pendaftaran tidak berlaku, pos manifes dibuka lagi, dan pembayaran dapat dimintakan pengembalian.",
        "The head of the office decides. If granted, the registration is void, the manifest position is open again, and payments can be refunded.";
    cancel_reason: "Alasan pembatalan", "Ground for the cancellation";
    cancel_hint: "Misalnya: dikirim dua kali, salah kantor, identitas importir salah, barang tidak jadi datang.",
        "For example: sent twice, wrong office, wrong importer, goods never arrived.";
    cancel_send: "Ajukan pembatalan", "Ask for cancellation";
    cancel_ask: "Pembatalan tidak dapat ditarik setelah disetujui.", "A granted cancellation cannot be taken back.";
    reason_missing: "Tulis alasannya.", "Write the reason.";
    upload_title: "Dokumen pelengkap", "Supporting documents";
    upload_text: "Unggah invoice, packing list, B/L dan lainnya, lalu serahkan semuanya sekaligus.",
        "Upload invoice, packing list, B/L and others, then hand them in together.";
    upload_file: "Berkas (PDF, JPEG, PNG; paling besar 5 MB tiap berkas)", "Files (PDF, JPEG, PNG; at most 5 MB each)";
    upload_note: "Keterangan", "Remark";
    upload_add: "Unggah", "Upload";
    upload_missing: "Pilih berkasnya.", "Choose a file.";
    upload_list: "Berkas yang sudah diunggah", "Files uploaded so far";
    upload_none: "Belum ada berkas.", "There are no files yet.";
    upload_remove: "Hapus", "Remove";
    upload_open: "Buka", "Open";
    upload_done: "Berhasil diunggah: {nama}.", "Uploaded: {nama}.";
    upload_gone: "Berkas dihapus.", "The file was removed.";
    upload_hand_in: "Serahkan {n} berkas", "Hand in {n} files";
    upload_now: "Penyerahan dapat dilakukan setelah diminta (SPJM atau SPJK).", "They can be handed in once they are asked for (SPJM or SPJK).";

    pay_title: "Pembayaran", "Payment";
    pay_code: "Kode billing", "Billing code";
    pay_amount: "Jumlah", "Amount";
    pay_until: "Dibayar paling lambat", "Pay by";
    pay_left: "Sisa waktu", "Time left";
    pay_account: "Akun", "Account";
    pay_levy: "Pungutan", "Levy";
    pay_sum: "Jumlah (Rp)", "Amount (Rp)";
    pay_total: "Total", "Total";
    pay_how: "Cara membayar", "How to pay";
    pay_how_text: "Bayar jumlah yang tepat dengan kode billing ini lewat teller, ATM, internet banking atau EDC bank persepsi, atau kantor pos. Pembayaran tercatat sendiri dalam beberapa menit; halaman ini tidak perlu dikirim ulang.",
        "Pay the exact amount with this code by teller, ATM, internet banking or EDC of a collecting bank, or at a post office. The payment is noted by itself within minutes.";
    pay_demo: "Bayar di bank simulator (demo)", "Pay at the simulator's bank (demo)";
    pay_slip: "Unduh billing (PDF)", "Download the bill (PDF)";
    pay_none: "Dokumen ini belum mempunyai tagihan.", "This document has no bill yet.";
    pay_making: "Kode billing sedang dibuat MPN. Muat ulang halaman ini sebentar lagi.",
        "MPN is making the billing code. Reload this page in a moment.";
    pay_paid: "Lunas, NTPN {ntpn}, {kapan}.", "Paid, NTPN {ntpn}, {kapan}.";
    pay_active: "Dapat dibayar", "Can be paid";
    pay_done: "Lunas", "Paid";
    pay_expired: "Kedaluwarsa", "Expired";
    pay_cancelled: "Dibatalkan", "Cancelled";
    pay_failed: "Gagal dibuat", "Could not be made";
    pay_asked: "Sedang dibuat", "Being made";
    pay_again: "Minta kode baru", "Ask for a new code";
    pay_again_text: "Kode lama tidak dapat dibayar lagi. Kode baru untuk jumlah yang sama dibuat dalam beberapa menit.",
        "The old code can no longer be paid. A new one for the same amount is made within minutes.";
    pay_withdraw: "Batalkan kode ini", "Withdraw this code";
    pay_withdraw_text: "Hanya bila kode ini tidak akan dibayar. Kode baru dapat diminta sesudahnya.",
        "Only if this code will not be paid. A new one can be asked for afterwards.";
    pay_withdraw_reason: "Alasan", "Reason";
    pay_others: "Tagihan lain", "Other bills";
    for_pib: "Pungutan impor", "Import levies";
    for_sptnp: "SPTNP", "SPTNP (determination)";
    for_amendment: "Tambahan karena perbaikan", "Addition by an amendment";

    amend_title: "Perbaikan data", "Amendment";
    amend_lead: "Untuk kekhilafan nyata pada dokumen yang sudah bernomor. Pejabat pemeriksa dokumen memutuskan dalam 3 hari kerja. Nomor, kantor, identitas importir dan jenis fasilitas tidak dapat diubah; untuk itu ajukan pembatalan.",
        "For obvious slips in a registered document. The document officer decides within 3 working days. Number, office, the importer's identity and the kind of facility cannot change; ask for cancellation instead.";
    amend_choose: "Pilih bagian yang diubah", "Choose what to change";
    amend_section: "Ubah {bagian}", "Change {bagian}";
    amend_line: "Barang ke-{n}", "Goods line {n}";
    amend_save: "Simpan perubahan", "Save the changes";
    amend_changes: "Yang berubah", "What changes";
    amend_old: "Semula", "Before";
    amend_new: "Menjadi", "After";
    amend_none: "Belum ada yang diubah.", "Nothing is changed yet.";
    amend_levies: "Akibat pada pungutan", "Effect on the levies";
    amend_more: "Tambahan yang harus dibayar sebelum berlaku: Rp{nilai}.", "To be paid in addition before it is in force: Rp{nilai}.";
    amend_less: "Kelebihan bayar yang dapat dimintakan pengembalian: Rp{nilai}.", "Paid too much, can be refunded: Rp{nilai}.";
    amend_same: "Pungutan tidak berubah.", "The levies do not change.";
    amend_reason: "Alasan perbaikan", "Ground for the amendment";
    amend_reason_hint: "Misalnya: salah ketik jumlah pada baris 2, lihat invoice.", "For example: quantity mistyped in line 2, see the invoice.";
    amend_send: "Kirim permohonan", "Send the request";
    amend_discard: "Batalkan semua perubahan", "Take all changes back";
}

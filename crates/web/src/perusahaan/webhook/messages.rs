//! Texts of webhooks.

use crate::messages::messages;

messages! {
    HookTexts, same: ["title", "column_label", "kind_respon", "kind_formulir", "kind_informasi", "column_aju"];

    title: "Webhook", "Webhook";
    lead: "Alamat di sistem Saudara yang langsung diberi tahu bila ada surat, langkah, atau kabar tentang dokumen perusahaan.",
        "Addresses of your own systems that are told at once of letters, steps and news about the company's documents.";
    list_title: "Webhook perusahaan", "The company's webhooks";
    empty: "Belum ada webhook.", "No webhooks yet.";
    column_label: "Webhook", "Webhook";
    column_kinds: "Jenis", "Kinds";
    column_state: "Keadaan", "State";
    column_waiting: "Menunggu", "Waiting";
    column_ok: "Terakhir berhasil", "Last success";
    state_on: "Aktif", "Active";
    state_off: "Berhenti", "Stopped";
    state_trouble: "Gagal, dicoba lagi", "Failing, trying again";

    new: "Tambah webhook", "Add a webhook";
    new_title: "Webhook baru", "New webhook";
    label: "Nama", "Name";
    label_hint: "Supaya mudah dikenali, misalnya ERP produksi.", "To tell them apart, such as ERP production.";
    url: "Alamat", "Address";
    url_hint: "Mulai dengan https:// dan dapat dicapai dari internet. Alamat jaringan dalam ditolak.",
        "Begins with https:// and can be reached from the internet. Inner networks are refused.";
    url_hint_inner: "Mulai dengan https:// dan dapat dicapai dari internet. Di instalasi ini alamat jaringan dalam {jaringan} juga boleh, dengan https:// atau http://.",
        "Begins with https:// and can be reached from the internet. This installation also takes addresses of the inner networks {jaringan}, with https:// or http://.";
    kinds: "Yang dikirim", "What is sent";
    kind_respon: "Respon", "Respon";
    kind_respon_hint: "Surat terbit: SPPB, billing, penolakan, dan lainnya.", "A letter was issued: SPPB, billing, rejection and others.";
    kind_formulir: "Formulir", "Formulir";
    kind_formulir_hint: "Dokumen pindah langkah.", "The document took a step.";
    kind_informasi: "Informasi", "Informasi";
    kind_informasi_hint: "Kabar lain, misalnya mitra tidak menjawab.", "Other news, such as a partner that does not answer.";
    active: "Kirim kejadian ke alamat ini", "Send events to this address";
    save: "Simpan", "Save";

    one_title: "Webhook «{nama}»", "Webhook “{nama}”";
    settings: "Pengaturan", "Settings";
    state_title: "Keadaan", "State";
    last_error: "Kegagalan terakhir", "Last failure";
    last_try: "Percobaan terakhir", "Last try";
    tries: "Percobaan gagal berturut-turut", "Failed tries in a row";
    secret: "Kunci tanda tangan", "Signing key";
    secret_hint: "Periksa kepala X-Pabean-Tanda-Tangan: sha256= dan HMAC-SHA256 dari X-Pabean-Waktu, titik, lalu isi.",
        "Check the header X-Pabean-Tanda-Tangan: sha256= and the HMAC-SHA256 of X-Pabean-Waktu, a dot, then the body.";
    rotate: "Buat kunci baru", "Make a new key";
    rotate_title: "Ganti kunci tanda tangan?", "Replace the signing key?";
    rotate_ask: "Penerima yang masih memakai kunci lama akan menolak kejadian berikutnya.",
        "A receiver that still uses the old key will refuse the next events.";
    rotate_yes: "Ya, ganti", "Yes, replace";
    test: "Kirim percobaan", "Send a test";
    test_taken: "Percobaan diterima. {kata}", "The test was taken. {kata}";
    test_failed: "Percobaan gagal. {kata}", "The test failed. {kata}";
    resent_taken: "Kejadian dikirim ulang. {kata}", "The event was sent again. {kata}";
    resent_failed: "Kirim ulang gagal. {kata}", "Sending again failed. {kata}";
    replay_title: "Kirim ulang sejak nomor", "Send again from a number";
    replay_text: "Semua kejadian sesudah nomor ini dikirim lagi, paling lama 90 hari ke belakang. Penerima mengenali yang sudah pernah dari nomor urutnya.",
        "All events after this number are sent again, at most 90 days back. Receivers know what they had by its number.";
    replay: "Nomor urut terakhir yang sudah diterima", "Last number that was received";
    replay_button: "Kirim ulang", "Send again";
    failures_title: "Yang gagal dikirim", "What could not be delivered";
    failures_empty: "Tidak ada.", "Nothing.";
    column_seq: "Nomor", "Number";
    column_aju: "Nomor aju", "Nomor aju";
    column_why: "Sebab", "Reason";
    column_at: "Menyerah", "Given up";
    column_resent: "Terkirim kemudian", "Delivered later";
    resend: "Kirim lagi", "Send again";
    remove: "Hapus webhook", "Remove the webhook";
    remove_title: "Hapus webhook?", "Remove the webhook?";
    remove_ask: "Kejadian yang belum terkirim tidak dikirim lagi. Kejadian tetap dapat dibaca lewat API.",
        "Events that were not delivered are not sent any more. They can still be read through the API.";
    remove_yes: "Ya, hapus", "Yes, remove";
    cancel: "Batal", "Cancel";
    docs: "Bentuk kejadian dan contoh pemeriksaan tanda tangan:", "The shape of events and an example of checking signatures:";
    docs_link: "dokumentasi API", "API documentation";
}

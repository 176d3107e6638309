//! Texts of powers of attorney.

use crate::messages::messages;

messages! {
    GrantTexts, same: ["npwp"];

    // List.
    title: "Surat kuasa", "Powers of attorney";
    lead: "PPJK yang boleh bekerja untuk perusahaan ini, dan perusahaan yang memberi kuasa kepada perusahaan ini.",
        "Brokers (PPJK) that may act for this company, and companies that have given this company authority.";
    give: "Beri kuasa", "Give authority";
    search: "Cari nomor, nama, atau NPWP", "Search number, name or NPWP";
    all: "Semua", "All";
    empty: "Belum ada surat kuasa. Beri kuasa kepada PPJK supaya ia bisa mengurus dokumen perusahaan ini.",
        "No powers of attorney yet. Give one to a broker (PPJK) so that it can handle this company's documents.";
    column_number: "Nomor surat", "Number of the letter";
    column_direction: "Arah", "Direction";
    column_party: "Perusahaan", "Company";
    npwp: "NPWP", "NPWP";
    column_kinds: "Jenis dokumen", "Kinds of document";
    column_period: "Masa berlaku", "Valid";
    column_state: "Keadaan", "State";
    given: "Diberikan kepada", "Given to";
    held: "Diterima dari", "Received from";
    open: "Lihat", "View";
    period: "{mulai} s.d. {sampai}", "{mulai} to {sampai}";
    state_live: "Berlaku", "In force";
    state_soon: "Berakhir {n} hari lagi", "Ends in {n} days";
    state_today: "Berakhir hari ini", "Ends today";
    state_later: "Belum mulai", "Not yet begun";
    state_over: "Sudah berakhir", "Over";
    state_revoked: "Dicabut", "Revoked";
    filter_live: "Berlaku sekarang", "In force now";
    filter_dead: "Tidak berlaku", "Not in force";
    kind_import: "BC 2.0 (impor)", "BC 2.0 (import)";
    kind_export: "BC 3.0 (ekspor)", "BC 3.0 (export)";

    // Giving.
    give_title: "Beri kuasa kepada PPJK", "Give authority to a broker (PPJK)";
    give_lead: "Dengan surat kuasa, PPJK dapat merekam dan mengirim dokumen atas nama perusahaan ini. Kuasa bisa dicabut kapan saja.",
        "With a power of attorney a broker can record and send documents in this company's name. It can be revoked at any time.";
    broker: "NPWP PPJK", "Tax number (NPWP) of the broker";
    broker_hint: "15 atau 16 angka. PPJK itu harus sudah terdaftar di portal ini.", "15 or 16 digits. The broker must be registered in this portal.";
    number: "Nomor surat kuasa", "Number of the power of attorney";
    number_hint: "Seperti tertulis di surat yang ditandatangani.", "As written in the signed letter.";
    kinds: "Dokumen yang boleh diurus", "Documents that may be handled";
    kinds_hint: "Centang paling sedikit satu.", "Tick at least one.";
    from: "Mulai berlaku", "Valid from";
    until: "Berlaku sampai", "Valid until";
    date_hint: "Misalnya 31 12 2026", "For example 31 12 2026";
    send: "Beri kuasa", "Give it";
    cancel: "Batal", "Cancel";
    give_ask_title: "Beri kuasa?", "Give authority?";
    give_ask: "PPJK ini akan dapat merekam dan mengirim dokumen atas nama perusahaan Saudara. Perusahaan Saudara tetap bertanggung jawab atas isinya.",
        "This broker will be able to record and send documents in your company's name. Your company still answers for what they say.";
    give_yes: "Ya, beri kuasa", "Yes, give it";

    // One power of attorney.
    one_title: "Surat kuasa {nomor}", "Power of attorney {nomor}";
    giver: "Pemberi kuasa", "Giver";
    taker: "Penerima kuasa", "Holder";
    revoked_at: "Dicabut pada", "Revoked on";
    revoke_title: "Cabut kuasa", "Revoke";
    revoke_text: "PPJK langsung tidak bisa lagi merekam atau mengirim untuk perusahaan ini. Dokumen yang sudah dikirim tetap berjalan.",
        "The broker can no longer record or send for this company from this moment. Documents already sent go on.";
    reason: "Alasan pencabutan", "Reason for revoking";
    reason_hint: "Dicatat di riwayat aktivitas.", "Kept in the activity history.";
    reason_missing: "Tulis alasan pencabutan", "Write down the reason for revoking";
    revoke: "Cabut kuasa", "Revoke it";
    revoke_ask_title: "Cabut surat kuasa?", "Revoke this power of attorney?";
    revoke_ask: "{nama} langsung tidak bisa lagi bertindak untuk perusahaan Saudara. Pencabutan tidak bisa dibatalkan; kuasa baru harus diberikan lagi.",
        "{nama} can no longer act for your company from this moment. This cannot be undone; authority would have to be given anew.";
    revoke_yes: "Ya, cabut", "Yes, revoke";
    held_text: "Pilih perusahaan ini di «Ganti» pada bagian atas halaman untuk bertindak atas namanya. Hanya pemberi kuasa yang bisa mencabutnya.",
        "Choose this company under «Change» at the top of the page to act in its name. Only the giver can revoke it.";
}

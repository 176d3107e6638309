//! Texts of the operator's pages.

use crate::messages::messages;

messages! {
    OperatorTexts, same: [];

    // Officers.
    officers: "Petugas", "Officers";
    officers_lead: "Petugas bea cukai dan operator. Setiap perubahan diminta oleh satu operator dan disetujui oleh operator lain.",
        "Customs officers and operators. Each change is asked for by one operator and approved by another.";
    add: "Tambah petugas", "Add an officer";
    search: "Cari nama atau surel", "Search name or e-mail";
    all: "Semua", "All";
    empty: "Belum ada petugas.", "No officers yet.";
    column_name: "Nama", "Name";
    column_username: "Nama pengguna", "User name";
    column_email: "Surel", "E-mail";
    column_role: "Fungsi", "Function";
    column_office: "Kantor", "Office";
    column_state: "Keadaan", "State";
    column_factor: "Dua langkah", "Two-step";
    column_login: "Masuk terakhir", "Last login";
    factor_on: "Aktif", "On";
    factor_off: "Belum", "Not yet";
    never: "Belum pernah", "Never";
    nobody: "Undangan belum diterima", "Invitation not yet accepted";
    all_offices: "Semua kantor", "All offices";
    state_new: "Diundang", "Invited";
    state_active: "Bisa masuk", "Active";
    state_old: "Belum diaktifkan", "Not yet activated";
    state_closed: "Nonaktif", "Deactivated";

    add_title: "Tambah petugas", "Add an officer";
    add_lead: "Permintaan ini disetujui dulu oleh operator lain. Sesudah itu petugas menerima surel undangan.",
        "Another operator approves this first. Then the officer receives an invitation by e-mail.";
    email: "Alamat surel dinas", "Official e-mail address";
    name: "Nama lengkap", "Full name";
    role_hint: "Fungsi menentukan apa yang boleh dikerjakan.", "The function decides what may be done.";
    office_hint: "Kosongkan untuk operator.", "Leave empty for operators.";
    office_none: "Tanpa kantor (operator)", "No office (operator)";
    ask: "Minta persetujuan", "Ask for approval";
    cancel: "Batal", "Cancel";

    change_title: "Fungsi dan kantor", "Function and office";
    change_text: "Setelah disetujui, petugas keluar dari semua perangkat dan masuk lagi dengan fungsi barunya.",
        "Once approved, the officer is logged out everywhere and logs in again with the new function.";
    unchanged: "Fungsi dan kantornya sama dengan sekarang. Ubah dulu salah satunya.",
        "Function and office are the same as now. Change one of them first.";
    access_title: "Akses", "Access";
    close_text: "Setelah disetujui operator lain, petugas langsung keluar dari semua perangkat.",
        "Once another operator approves, the officer is logged out everywhere at once.";
    close: "Minta dinonaktifkan", "Ask to deactivate";
    close_ask_title: "Minta petugas dinonaktifkan?", "Ask to deactivate this officer?";
    close_ask: "{nama} tidak bisa masuk lagi setelah operator lain menyetujui.", "{nama} can no longer log in once another operator approves.";
    close_yes: "Ya, minta", "Yes, ask";
    open_text: "Petugas ini tidak bisa masuk.", "This officer cannot log in.";
    open: "Minta diaktifkan lagi", "Ask to activate again";

    // Approvals.
    approvals: "Persetujuan", "Approvals";
    approvals_lead: "Permintaan yang menunggu keputusan operator kedua. Peminta tidak bisa menyetujui permintaannya sendiri.",
        "Requests that wait for a second operator. Whoever asked cannot approve.";
    approvals_empty: "Tidak ada permintaan yang menunggu.", "Nothing waits for approval.";
    column_what: "Permintaan", "Request";
    column_kind: "Jenis", "Kind";
    column_by: "Diminta oleh", "Asked by";
    column_at: "Sejak", "Since";
    column_about: "Mengenai", "About";
    mine: "Menunggu operator lain", "Waits for another operator";
    yours: "Menunggu Saudara", "Waits for you";
    decide: "Periksa", "Examine";
    kind_create: "Petugas baru", "New officer";
    kind_change: "Perubahan petugas", "Change of an officer";
    kind_import: "Impor data referensi", "Import of reference data";
    own_text: "Saudara sendiri yang meminta, atau permintaan ini tentang akun Saudara. Operator lain yang memutuskan.",
        "You asked for this yourself, or it is about your own account. Another operator decides.";
    withdraw: "Tarik permintaan", "Withdraw the request";
    decided: "Permintaan yang sudah diputuskan", "Decided requests";
    decided_lead: "Siapa meminta, siapa memutuskan, dan sejauh mana sudah dijalankan.",
        "Who asked, who decided, and how far it was carried out.";
    decided_empty: "Belum ada yang diputuskan.", "Nothing was decided yet.";
    column_decided_by: "Diputuskan oleh", "Decided by";
    column_decided: "Pada", "On";
    column_why: "Sebab", "Reason";
    running: "Disetujui, sedang dijalankan", "Approved, being carried out";
    carried_out: "Disetujui dan sudah dijalankan", "Approved and carried out";
    failed: "Disetujui, tetapi gagal", "Approved, but failed";
    rejected: "Ditolak", "Rejected";
    approve_title: "Setujui", "Approve";
    approve_text: "Perubahan langsung dijalankan.", "The change is carried out at once.";
    approve: "Setujui permintaan", "Approve the request";
    approve_ask_title: "Setujui permintaan?", "Approve the request?";
    approve_ask: "{apa}. Perubahan langsung dijalankan dan dicatat atas nama Saudara.",
        "{apa}. The change is carried out at once and recorded in your name.";
    approve_yes: "Ya, setujui", "Yes, approve";
    reject_title: "Tolak", "Reject";
    reason: "Alasan penolakan", "Reason for rejecting";
    reason_hint: "Dicatat bersama keputusan ini.", "Recorded together with this decision.";
    reason_missing: "Tulis alasan penolakan", "Write down the reason for rejecting";
    reject: "Tolak permintaan", "Reject the request";
    reject_ask_title: "Tolak permintaan?", "Reject the request?";
    reject_ask: "Permintaan ini ditutup. Bila masih perlu, operator harus mengajukannya lagi.",
        "This request is closed. If it is still needed, it has to be asked for again.";
    reject_yes: "Ya, tolak", "Yes, reject";

    // Jobs.
    jobs: "Pekerjaan yang gagal", "Failed jobs";
    jobs_lead: "Pekerjaan latar yang berhenti setelah semua percobaan gagal. Perbaiki sebabnya, lalu jalankan lagi.",
        "Background jobs that stopped after every try failed. Mend the cause, then run them again.";
    jobs_empty: "Tidak ada pekerjaan yang gagal. Semua berjalan.", "No job has failed. Everything runs.";
    jobs_search: "Cari pekerjaan atau pesan", "Search job or message";
    column_job: "Pekerjaan", "Job";
    column_error: "Pesan terakhir", "Last message";
    column_attempts: "Percobaan", "Tries";
    column_updated: "Berhenti", "Stopped";
    column_aju: "Nomor aju", "Submission number";
    revive: "Jalankan lagi", "Run again";
}

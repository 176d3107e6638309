//! What just happened, said once on the page after it.

use crate::lang::Lang;
use crate::messages::messages;
use crate::ui::NotificationBanner;

messages! {
    VisitTexts, same: [];
    wait: "Terlalu banyak percobaan dari alamat ini. Tunggu {detik} detik, lalu coba lagi.",
        "Too many attempts from this address. Wait {detik} seconds, then try again.";
    bad_credentials: "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, atau pakai Lupa Password.",
        "User name and password do not fit. Check both, or use Lupa Password.";
    not_now: "Belum dapat dikerjakan. Coba lagi.", "This cannot be done now. Try again.";

    menu_main: "Beranda", "Main page";
    menu_queue: "Antrean", "Queue";
    menu_confirmations: "Persetujuan kedua", "Second confirmations";
    menu_share: "Pembagian kerja", "Sharing out";
    menu_users: "Pengguna", "Users";
    menu_grants: "Surat kuasa", "Powers of attorney";
    menu_keys: "Kunci API", "API keys";
    menu_hooks: "Webhook", "Webhooks";
    menu_audit: "Riwayat aktivitas", "Activity history";
    menu_officers: "Petugas", "Officers";
    menu_approvals: "Persetujuan", "Approvals";
    menu_jobs: "Pekerjaan", "Jobs";
    menu_parameters: "Data referensi", "Reference data";
    menu_profile: "Profil", "Profile";
    menu_security: "Keamanan akun", "Account security";
    office: "Kantor {kode}", "Office {kode}";

    rematching: "Manifes sedang dicocokkan lagi. Hasilnya tampil di halaman ini.", "The manifest is being matched again. The result appears on this page.";
    done: "Sudah dikerjakan. Perkembangannya tampil di halaman ini.", "Done. What follows appears on this page.";
    menu_documents: "Dokumen", "Documents";
    saved: "Perubahan disimpan.", "Changes saved.";
    out: "Saudara sudah keluar.", "You are logged out.";
    email_sent: "Tautan konfirmasi dikirim ke alamat baru. Alamat lama berlaku sampai tautan itu dibuka.",
        "A confirmation link was sent to the new address. The old one holds until that link is opened.";
    email_changed: "Alamat surel sudah diganti. Masuk seperti biasa.", "The e-mail address was changed. Log in as usual.";
    password_changed: "Kata sandi sudah diganti. Sesi lain dan token API sudah diakhiri.",
        "The password was changed. Other sessions and API tokens have ended.";
    company_refreshed: "Data perusahaan diperbarui dari OSS dan DJP.", "Company data refreshed from OSS and the tax office.";
    key_on: "Kunci sandi dipasang. Lain kali cukup kunci ini setelah kata sandi.",
        "The passkey is set up. Next time it is all you need after the password.";
    key_off: "Kunci sandi dihapus.", "The passkey was removed.";
    session_ended: "Sesi diakhiri.", "Session ended.";
    factor_on: "Verifikasi dua langkah aktif.", "Two-step verification is on.";
    factor_off: "Verifikasi dua langkah dimatikan.", "Two-step verification is off.";
    acting: "Saudara sekarang bertindak untuk klien yang dipilih.", "You now act for the client you chose.";
    acting_own: "Saudara kembali bertindak untuk perusahaan sendiri.", "You act for your own company again.";
    proven: "Terima kasih. Ulangi tindakan tadi.", "Thank you. Repeat what you were about to do.";
    user_invited: "Undangan dikirim lewat surel.", "The invitation was sent by e-mail.";
    user_off: "Pengguna dinonaktifkan dan semua sesinya diakhiri.", "The user is deactivated and all sessions have ended.";
    user_on: "Pengguna diaktifkan lagi.", "The user is active again.";
    grant_given: "Surat kuasa berlaku dan dapat dicabut kapan saja.", "The power of attorney is in force and can be revoked at any time.";
    grant_revoked: "Surat kuasa dicabut dan langsung tidak berlaku.", "The power of attorney is revoked at once.";
    key_revoked: "Kunci API dicabut dan langsung tidak berlaku.", "The API key is revoked at once.";
    approval_asked: "Permintaan dicatat. Operator lain harus menyetujuinya.", "The request is recorded. Another operator must approve it.";
    approved: "Permintaan disetujui dan sudah dijalankan.", "The request is approved and carried out.";
    rejected: "Permintaan ditolak.", "The request is rejected.";
    lines_deleted: "Barang yang dicentang dihapus.", "The ticked lines are deleted.";
    draft_deleted: "Draf dihapus.", "The draft is deleted.";
    draft_made: "Draf dibuat. Belum ada yang dikirim.", "The draft is made. Nothing was sent.";
    withdrawn: "Permintaan ditarik.", "The request was withdrawn.";
    lines_copied: "Baris yang dicentang disalin ke akhir daftar.", "The ticked rows were copied to the end of the list.";
    lines_accepted: "Barang dari lembar kerja disimpan.", "The goods from the spreadsheet are stored.";
    lines_back: "Perubahan dibatalkan; barang kembali seperti semula.", "The change is undone; the goods are as before.";
    job_revived: "Pekerjaan dijalankan lagi.", "The job runs again.";
}

/// One of the texts.
pub(super) type Word = fn(&VisitTexts) -> &'static str;

/// The word in the address, and what it means.
const NEWS: &[(&str, Word)] = &[
    ("tersimpan", |t| t.saved),
    ("dikerjakan", |t| t.done),
    ("dicocokkan", |t| t.rematching),
    ("keluar", |t| t.out),
    ("surel-dikirim", |t| t.email_sent),
    ("surel-diganti", |t| t.email_changed),
    ("sandi-diganti", |t| t.password_changed),
    ("perusahaan", |t| t.company_refreshed),
    ("sesi", |t| t.session_ended),
    ("faktor", |t| t.factor_on),
    ("faktor-mati", |t| t.factor_off),
    ("kunci-sandi", |t| t.key_on),
    ("kunci-sandi-hapus", |t| t.key_off),
    ("klien", |t| t.acting),
    ("sendiri", |t| t.acting_own),
    ("terbukti", |t| t.proven),
    ("undangan", |t| t.user_invited),
    ("nonaktif", |t| t.user_off),
    ("aktif", |t| t.user_on),
    ("kuasa", |t| t.grant_given),
    ("kuasa-dicabut", |t| t.grant_revoked),
    ("kunci-dicabut", |t| t.key_revoked),
    ("diminta", |t| t.approval_asked),
    ("disetujui", |t| t.approved),
    ("ditolak", |t| t.rejected),
    ("ditarik", |t| t.withdrawn),
    ("dihidupkan", |t| t.job_revived),
    ("barang-dihapus", |t| t.lines_deleted),
    ("barang-disalin", |t| t.lines_copied),
    ("barang-diterima", |t| t.lines_accepted),
    ("barang-kembali", |t| t.lines_back),
    ("draf-dihapus", |t| t.draft_deleted),
    ("draf-dibuat", |t| t.draft_made),
];

/// The banner of a word; none for words that are not ours.
pub(super) fn banner(lang: Lang, word: &str) -> Option<NotificationBanner> {
    let (_, text) = NEWS.iter().find(|(known, _)| *known == word)?;
    Some(NotificationBanner::success(lang, text(VisitTexts::of(lang))))
}

//! Texts of the company's users.

use crate::messages::messages;

messages! {
    UserTexts, same: [];

    // List.
    title: "Pengguna perusahaan", "Users of the company";
    lead: "Siapa saja yang bekerja atas nama perusahaan ini, dan apa yang boleh mereka kerjakan. Perubahan hak langsung berlaku.",
        "Who works in this company's name, and what they may do. Changes of rights act at once.";
    invite: "Undang pengguna", "Invite a user";
    search: "Cari nama atau surel", "Search name or e-mail";
    all: "Semua", "All";
    column_name: "Nama", "Name";
    column_username: "Nama pengguna", "User name";
    column_email: "Surel", "E-mail";
    column_position: "Jabatan", "Position";
    column_role: "Peran", "Role";
    column_state: "Keadaan", "State";
    column_factor: "Dua langkah", "Two-step";
    column_login: "Masuk terakhir", "Last login";
    factor_on: "Aktif", "On";
    factor_off: "Belum", "Not yet";
    never: "Belum pernah", "Never";
    state_new: "Diundang", "Invited";
    state_active: "Bisa masuk", "Active";
    state_old: "Akun lama, belum diaktifkan", "Old account, not yet activated";
    state_closed: "Nonaktif", "Deactivated";
    empty: "Belum ada pengguna lain. Undang rekan kerja lewat surel.", "No other users yet. Invite a colleague by e-mail.";

    // Role.
    role: "Peran", "Role of the user";
    role_hint: "Pilih peran yang paling sempit tetapi cukup untuk pekerjaannya.", "Choose the narrowest role that is enough for the work.";
    role_none: "Belum punya hak", "No rights yet";
    role_own: "Atur sendiri per menu", "Set menu by menu";
    role_own_hint: "Untuk pekerjaan yang tidak cocok dengan peran di atas.", "For work that none of the roles above fits.";
    role_own_short: "Diatur sendiri", "Set by hand";
    role_missing: "Pilih peran pengguna ini", "Choose this user's role";
    admin_hint: "Boleh semuanya, termasuk mengatur pengguna, surat kuasa, dan kunci API.",
        "May do everything, also manage users, powers of attorney and API keys.";
    recorder_hint: "Menyiapkan dan menghapus konsep dokumen, rush handling, dan manifes; tidak bisa mengirim.",
        "Prepares and deletes drafts of documents, rush handling and manifests; cannot send them.";
    sender_hint: "Menyiapkan dan mengirim dokumen atas nama perusahaan, dan melihat tagihan.",
        "Prepares and sends documents in the company's name, and sees the bills.";
    treasury_hint: "Mengurus tagihan dan pembayaran, dan melihat dokumen.", "Handles bills and payments, and sees the documents.";
    manifest_hint: "Menyiapkan dan mengirim manifes, dan melihat dokumen.", "Prepares and sends manifests, and sees the documents.";
    reader_hint: "Melihat semua menu tanpa mengubah apa pun.", "Sees all menus and changes nothing.";
    rights: "Hak per menu", "Rights by menu";
    rights_hint: "Siapa yang boleh merekam, mengirim, atau menghapus otomatis boleh melihat.",
        "Whoever may record, send or delete may also view.";
    rights_missing: "Centang paling sedikit satu hak", "Tick at least one right";
    sample: "Mulai dari peran", "Start from a role";
    sample_button: "Isikan centangnya", "Fill in the ticks";
    filled: "Hak sudah dicentang menurut peran itu dan belum disimpan. Periksa dulu.", "The rights of that role are ticked and not saved yet. Check them first.";

    // Invitation.
    invite_title: "Undang pengguna", "Invite a user";
    invite_lead: "Kami mengirim tautan ke surelnya. Lewat tautan itu ia memilih nama pengguna dan kata sandinya sendiri.",
        "We send a link to this address. It leads to a page where the user chooses a user name and a password.";
    invite_email: "Alamat surel", "E-mail address";
    invite_email_hint: "Surel kantor milik orang itu sendiri, bukan surel bersama.", "This person's own address at work, not a shared one.";
    invite_name: "Nama lengkap", "Full name";
    invite_send: "Kirim undangan", "Send the invitation";
    cancel: "Batal", "Cancel";

    // One user.
    nobody: "Undangan belum diterima", "Invitation not yet accepted";
    own_account: "Ini akun Saudara sendiri. Bila Saudara melepas peran Admin, halaman ini tidak bisa Saudara buka lagi.",
        "This is your own account. If you give up the role Administrator, you can no longer open this page.";
    rights_title: "Peran dan hak", "Role and rights";
    save: "Simpan", "Save";
    access_title: "Akses", "Access";
    closed_text: "Pengguna ini tidak bisa masuk. Haknya tetap tersimpan dan berlaku lagi saat diaktifkan.",
        "This user cannot log in. The rights are kept and act again after activation.";
    open: "Aktifkan lagi", "Activate again";
    close_text: "Pengguna yang dinonaktifkan langsung keluar dari semua perangkat dan tidak bisa masuk lagi.",
        "A deactivated user is logged out everywhere at once and cannot log in again.";
    close: "Nonaktifkan", "Deactivate";
    close_title: "Nonaktifkan pengguna?", "Deactivate this user?";
    close_ask: "{nama} langsung keluar dari semua perangkat dan tidak bisa masuk sampai diaktifkan lagi.",
        "{nama} is logged out everywhere at once and cannot log in until activated again.";
    close_yes: "Ya, nonaktifkan", "Yes, deactivate";
    invited_text: "Undangan sudah dikirim dan belum dipakai.", "The invitation was sent and has not been used.";
    resend: "Kirim ulang undangan", "Send the invitation again";
    withdraw: "Batalkan undangan", "Withdraw the invitation";
    withdraw_title: "Batalkan undangan?", "Withdraw the invitation?";
    withdraw_ask: "Tautan undangan untuk {nama} langsung tidak berlaku.", "The invitation link for {nama} stops working at once.";
    withdraw_yes: "Ya, batalkan", "Yes, withdraw";
    old_text: "Akun ini berasal dari portal lama. Pemiliknya mengaktifkannya sendiri lewat Aktivasi Akun Lama.",
        "This account comes from the old portal. Its owner activates it on the page Aktivasi Akun Lama.";
}

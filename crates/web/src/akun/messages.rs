//! Texts of the account pages. Labels of Lupa Password are the guide's own.

use crate::messages::messages;

messages! {
    AkunTexts, same: ["email", "login_forgot", "reset_button"];

    // Masuk.
    login_title: "Masuk", "Log in";
    login_lead: "Portal Pengguna Jasa untuk importir, eksportir, PPJK, pengangkut, dan petugas.",
        "The portal for importers, exporters, brokers, carriers and officers.";
    login_username: "Nama pengguna", "User name";
    login_password: "Kata sandi", "Password";
    login_button: "Masuk", "Log in";
    login_forgot: "Lupa Password", "Lupa Password";
    login_new: "Pendaftaran Baru", "New registration";
    login_old: "Aktivasi Akun Lama", "Activate an old account";
    login_other: "Belum bisa masuk?", "Cannot log in yet?";
    login_ended: "Sesi sudah berakhir. Masuk lagi; pekerjaan yang sudah tersimpan tetap ada.",
        "The session has ended. Log in again; saved work is still there.";
    code_title: "Kode verifikasi", "Verification code";
    code_lead: "Buka aplikasi autentikator di telepon Saudara dan ketik enam angka yang tampil. Tanpa telepon, pakai satu kode pemulihan.",
        "Open the authenticator on your telephone and type the six digits it shows. Without it, use one recovery code.";
    totp_code: "Kode", "Code";
    code_button: "Lanjut", "Continue";
    code_wrong: "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu ketik lagi.",
        "The code does not fit or was used. Wait for the next one and type that.";

    // Lupa Password.
    forgot_title: "Lupa Kata Sandi", "Forgotten password";
    forgot_lead: "Ketik alamat surel akun Saudara. Tautan untuk membuat kata sandi baru dikirim ke sana.",
        "Type the e-mail address of your account. A link to set a new password is sent there.";
    email: "E-Mail", "E-Mail";
    send: "Kirim", "Send";
    cancel: "Batal", "Cancel";
    forgot_ask: "Tautan reset akan dikirim ke {alamat}. Benar alamatnya?", "A reset link will be sent to {alamat}. Is the address right?";
    forgot_ask_plain: "Tautan reset akan dikirim ke alamat yang Saudara ketik. Benar alamatnya?",
        "A reset link will be sent to the address you typed. Is it right?";
    forgot_done: "Permintaan diterima", "Request received";
    forgot_next: "Jika alamat itu milik akun yang aktif, dalam beberapa menit datang surel “Reset Password akun Pengguna Jasa BeaCukai”.",
        "If the address belongs to an active account, a mail “Reset Password akun Pengguna Jasa BeaCukai” arrives within minutes.";
    forgot_next_link: "Buka tautan “Konfirmasi Email” di surel itu. Tautan berlaku {n} menit dan hanya sekali.",
        "Open the link “Konfirmasi Email” in it. It is valid for {n} minutes and only once.";
    forgot_next_spam: "Tidak ada surel? Periksa folder spam, lalu alamatnya. Permintaan boleh diulang, paling banyak {n} kali dalam satu jam; yang lebih dari itu tidak dikirim.",
        "No mail? Check the spam folder, then the address. You may ask again, {n} times within an hour at most; nothing is sent beyond that.";
    reset_title: "Kata sandi baru", "New password";
    reset_lead: "Minimal {n} karakter. Kalimat pendek yang hanya Saudara tahu lebih mudah diingat daripada campuran tanda baca.",
        "At least {n} characters. A short sentence only you know is easier to remember than punctuation.";
    reset_new: "Kata sandi baru", "New password";
    reset_again: "Konfirmasi kata sandi baru", "Repeat the new password";
    reset_button: "Reset", "Reset";
    reset_ask: "Kata sandi akun ini akan diganti dan semua sesi yang terbuka berakhir.",
        "The password of this account will be changed and all open sessions will end.";
    reset_done: "Kata sandi sudah diganti", "Password changed";
    reset_done_text: "Masuk dengan nama pengguna dan kata sandi baru.", "Log in with your user name and the new password.";
    to_login: "Login", "Log in";

    // Pendaftaran Baru.
    signup_title: "Pendaftaran Baru", "New registration";
    signup_lead: "Untuk perusahaan, orang, atau instansi yang belum punya akun. Pendaftar pertama menjadi admin perusahaannya.",
        "For companies, persons or agencies without an account. The first person to register becomes the administrator.";
    kind: "Jenis pengguna", "Kind of user";
    kind_company: "Badan usaha", "Company";
    kind_person: "Perorangan", "Person";
    kind_agency: "Instansi", "Government agency";
    npwp_hint: "15 atau 16 angka; titik dan strip boleh diketik.", "15 or 16 digits; dots and dashes may be typed.";
    signup_demo: "Demo: nama dan NIB untuk NPWP contoh {npwp}, seperti kata OSS simulator (ganti angkanya untuk NPWP lain)",
        "Demo: name and NIB of the sample NPWP {npwp}, as the simulated OSS says (change the digits for another NPWP)";
    nib_hint: "13 angka, dari OSS. Kosongkan bila bukan badan usaha.", "13 digits, from OSS. Leave empty unless a company.";
    nitku_hint: "22 angka. Kosongkan untuk kantor pusat.", "22 digits. Leave empty for the head office.";
    person_name: "Nama lengkap", "Full name";
    identity_kind: "Jenis identitas", "Kind of identity";
    identity_nik: "NIK (KTP)", "NIK (identity card)";
    identity_passport: "Paspor", "Passport";
    identity_number: "Nomor identitas", "Identity number";
    position: "Jabatan", "Position";
    phone: "Nomor HP", "Mobile number";
    phone_hint: "Contoh: 0812 0000 0000", "For example 0812 0000 0000";
    email_hint: "Tautan konfirmasi dikirim ke sini.", "The confirmation link is sent here.";
    username: "Nama pengguna yang diinginkan", "User name you would like";
    username_hint: "Huruf, angka, titik; 4 sampai 32 karakter.", "Letters, digits, dots; 4 to 32 characters.";
    agree: "Saya menyetujui ketentuan penggunaan dan menyatakan data ini benar", "I accept the terms of use and declare that these data are true";
    terms: "Baca ketentuan penggunaan", "Read the terms of use";
    signup_button: "Daftar", "Register";
    signup_done: "Pendaftaran diterima", "Registration received";
    signup_next: "Periksa surel Saudara. Pesan di sana menuntun langkah berikutnya: tautan konfirmasi, atau jalan lain bila perusahaan atau alamat itu sudah terdaftar.",
        "Check your mail. The message there leads on: a confirmation link, or another way if the company or address is registered already.";
    signup_registry: "NPWP dan NIB dicocokkan dengan DJP dan OSS. Bila sistem mereka sedang terganggu, pendaftaran disimpan dan dilanjutkan sendiri.",
        "NPWP and NIB are compared with the tax office and OSS. If their systems are down, the registration is kept and goes on by itself.";
    confirm_title: "Konfirmasi pendaftaran", "Confirm the registration";
    confirm_lead: "Alamat surel Saudara terbukti. Buat kata sandi untuk menyelesaikan pendaftaran.",
        "Your e-mail address is proven. Set a password to finish the registration.";
    confirm_done: "Akun sudah aktif", "The account is active";
    field_company: "Perusahaan", "Company";
    field_username: "Nama pengguna", "User name";
    finish: "Selesaikan", "Finish";

    // Aktivasi Akun Lama.
    old_title: "Aktivasi Akun Lama", "Activate an old account";
    old_lead: "Untuk pengguna portal lama yang belum pernah masuk ke sini. Data harus sama dengan yang tercatat di portal lama.",
        "For users of the old portal who have never logged in here. The data must match what the old portal had.";
    old_username: "Nama pengguna lama", "Old user name";
    old_email: "E-Mail yang tercatat", "E-mail on file";
    old_new_email: "E-Mail baru (bila yang lama tidak dipakai lagi)", "New e-mail (if the old one is no longer used)";
    old_password: "Kata sandi lama (hanya bila mengganti e-mail)", "Old password (only to replace the e-mail)";
    old_button: "Aktifkan", "Activate";
    old_done: "Permintaan aktivasi diterima", "Activation request received";
    old_next: "Jika data cocok, tautan aktivasi dikirim lewat surel dan berlaku {n} menit. Jika akun itu sudah aktif, surelnya mengatakan cara masuk.",
        "If the data fit, an activation link is sent by mail, valid for {n} minutes. If the account is active already, the mail says how to log in.";
    old_help: "Tidak ada surel setelah 10 menit? Data mungkin tidak cocok: periksa NPWP dan e-mail lama, atau hubungi kantor pabean. Permintaan boleh diulang, paling banyak {n} kali dalam satu jam.",
        "No mail after 10 minutes? The data may not match: check NPWP and old e-mail, or ask your customs office. You may ask again, {n} times within an hour at most.";
    old_set_title: "Buat kata sandi", "Set a password";

    // Undangan.
    invite_title: "Undangan", "Invitation";
    invite_lead: "Saudara diundang bekerja untuk {nama}. Lengkapi data dan buat kata sandi.",
        "You are invited to work for {nama}. Complete your data and set a password.";
    invite_button: "Terima undangan", "Accept the invitation";

    // Surel baru.
    newmail_title: "Konfirmasi surel baru", "Confirm the new e-mail";
    newmail_lead: "Mulai sekarang surel untuk akun ini dikirim ke {alamat}.", "From now on mail for this account goes to {alamat}.";
    newmail_button: "Konfirmasi", "Confirm";

    // Beranda.
    home_title: "Beranda", "Main page";
    home_hello: "Selamat bekerja, {nama}.", "Welcome, {nama}.";
    home_acting: "Bertindak untuk: {nama}, NPWP {npwp}", "Acting for: {nama}, NPWP {npwp}";
    home_company: "Perusahaan dan pengguna", "Company and users";
    home_operator: "Pengelolaan instalasi", "Running the installation";
    home_account: "Akun Saudara", "Your account";
    home_users_text: "Undang rekan, atur siapa boleh melihat, merekam, mengirim, dan menghapus.",
        "Invite colleagues; say who may see, record, send and delete.";
    home_grants_text: "Beri kuasa kepada PPJK, atau lihat kuasa yang Saudara pegang.", "Empower a broker, or see the powers you hold.";
    home_keys_text: "Kunci untuk sistem Saudara sendiri (host-to-host).", "Keys for your own system (host-to-host).";
    home_audit_text: "Siapa melakukan apa, kapan, dari mana.", "Who did what, when, from where.";
    home_officers_text: "Petugas, kantor, dan haknya; perubahan disetujui dua orang.", "Officers, offices and rights; changes need two people.";
    home_approvals_text: "Permintaan yang menunggu operator kedua.", "Requests that wait for a second operator.";
    home_jobs_text: "Pekerjaan yang berhenti setelah sepuluh percobaan.", "Jobs that stopped after ten tries.";
    home_parameters_text: "Tarif, kurs, kantor, dan daftar kode yang berlaku.", "Tariffs, rates, offices and code lists in force.";
    home_profile_text: "Nama, jabatan, nomor HP, surel, dan pemberitahuan.", "Name, position, mobile, e-mail and notices.";
    home_security_text: "Kata sandi, verifikasi dua langkah, dan sesi yang terbuka.", "Password, two-step verification and open sessions.";

    // Profil.
    profile_title: "Profil dan surel", "Profile and e-mail";
    profile_person: "Data diri", "Personal data";
    profile_save: "Simpan", "Save";
    profile_language: "Bahasa surel", "Language of mails";
    profile_notices: "Pemberitahuan lewat surel", "Notices by mail";
    notice_letters: "Surel untuk setiap surat baru", "A mail for every new letter";
    notice_digest: "Ringkasan harian saja", "A daily digest only";
    notice_none: "Tidak ada", "None";
    notice_security: "Surel keamanan (sandi, sesi, hak) selalu dikirim.", "Security mail (password, sessions, rights) is always sent.";
    profile_email_title: "Ganti surel", "Change the e-mail";
    profile_email_now: "Surel sekarang", "Present e-mail";
    profile_email_waiting: "Menunggu konfirmasi di {alamat}", "Waiting for confirmation at {alamat}";
    profile_email_new: "Surel baru", "New e-mail";
    profile_email_button: "Kirim tautan konfirmasi", "Send a confirmation link";
    profile_company: "Data perusahaan", "Company data";
    profile_company_text: "Data ini dari DJP dan OSS; perbaiki di sana, lalu perbarui di sini.",
        "These data come from the tax office and OSS; correct them there, then refresh here.";
    profile_refresh: "Perbarui dari OSS", "Refresh from OSS";
    field_address: "Alamat", "Address";
    field_updated: "Diperbarui", "Refreshed";
    field_name: "Nama", "Name";

    // Keamanan.
    security_title: "Keamanan akun", "Account security";
    password_title: "Ganti kata sandi", "Change the password";
    password_old: "Kata sandi sekarang", "Present password";
    password_button: "Ganti kata sandi", "Change the password";
    factor_title: "Verifikasi dua langkah", "Two-step verification";
    factor_is_on: "Aktif. Sisa kode pemulihan: {n}.", "On. Recovery codes left: {n}.";
    factor_is_off: "Belum aktif. Kata sandi saja cukup bagi pencuri.", "Off. A thief would only need your password.";
    factor_required: "Wajib untuk peran Saudara.", "Required for your role.";
    factor_begin: "Aktifkan", "Turn on";
    factor_remove: "Matikan", "Turn off";
    factor_remove_ask: "Verifikasi dua langkah akan dimatikan. Akun menjadi lebih mudah dicuri.",
        "Two-step verification will be turned off. The account becomes easier to steal.";
    factor_codes: "Buat kode pemulihan baru", "Make new recovery codes";
    enrol_title: "Aktifkan verifikasi dua langkah", "Turn on two-step verification";
    enrol_scan: "Pindai kode ini dengan aplikasi autentikator, atau ketik kuncinya.", "Scan this code with an authenticator, or type its key.";
    enrol_key: "Kunci", "Key";
    enrol_type: "Kode enam angka dari aplikasi", "Six-digit code from the app";
    enrol_qr: "Kode QR untuk aplikasi autentikator", "QR code for the authenticator";
    recovery_title: "Kode pemulihan", "Recovery codes";
    recovery_lead: "Simpan di tempat aman. Masing-masing berlaku sekali bila telepon tidak ada. Kode ini tidak ditampilkan lagi.",
        "Keep them safe. Each works once when the telephone is away. They are not shown again.";
    recovery_kept: "Sudah saya simpan", "I have kept them";
    sessions_title: "Sesi yang terbuka", "Open sessions";
    session_here: "Sesi ini", "This session";
    session_since: "sejak {waktu}", "since {waktu}";
    session_from: "dari {alamat}", "from {alamat}";
    session_end: "Akhiri", "End";
    session_end_others: "Akhiri semua sesi lain", "End all other sessions";

    // Bukti ulang.
    prove_title: "Buktikan lagi", "Prove it is you";
    prove_lead: "Tindakan ini peka. Ketik kata sandi atau kode verifikasi; berlaku 5 menit.",
        "This is a sensitive act. Type your password or a verification code; it holds for 5 minutes.";
    prove_field: "Kata sandi atau kode", "Password or code";

    // Ketentuan.
    terms_title: "Ketentuan penggunaan", "Terms of use";
    terms_1: "Akun dipakai oleh orang yang namanya terdaftar; kata sandi tidak dibagikan.", "An account is used by the person it names; passwords are not shared.";
    terms_2: "Data yang dikirim harus benar. Pengirim bertanggung jawab menurut Undang-Undang Kepabeanan.",
        "What is sent must be true. The sender answers for it under the Customs Law.";
    terms_3: "Setiap tindakan dicatat dengan nama, waktu, dan alamat, dan dapat dibaca admin perusahaan.",
        "Every act is recorded with name, time and address, and can be read by the company's administrator.";
    terms_4: "Admin perusahaan dapat mencabut hak kapan saja; pencabutan langsung berlaku.",
        "The company's administrator can withdraw rights at any time, with immediate effect.";
}

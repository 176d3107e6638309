//! Words of the samples.

use crate::messages::messages;

messages! {
    SampleTexts, same: ["status_note_by"];

    title: "Komponen", "Components";
    lead: "Semua bagian yang dipakai halaman-halaman portal. Data di sini rekaan.",
        "Every part that the portal's pages are made of. The data are invented.";
    state_usual: "Keadaan biasa", "Usual state";
    state_wrong: "Dengan kesalahan", "With errors";
    state_empty: "Daftar kosong", "Empty lists";
    saved: "Profil Saudara sudah disimpan.", "Your profile has been saved.";
    profile: "Profil", "Profile";
    sessions: "Sesi dan keamanan", "Sessions and security";
    role_sender: "Pengirim", "Sender";
    role_recorder: "Perekam", "Recorder";
    role_reader: "Pembaca", "Reader";

    info: "Pemeliharaan Sabtu pukul 22.00 sampai 23.00 WIB.", "Maintenance on Saturday from 22:00 to 23:00 WIB.";
    warning: "Kuasa untuk PT Contoh berakhir lima hari lagi.", "The authority for PT Contoh ends in five days.";
    panel: "Permohonan diterima", "Request received";
    panel_text: "Nomor permohonan", "Request number";
    inset: "Data perusahaan berasal dari OSS dan tidak dapat diubah di sini.",
        "The company's data come from OSS and cannot be changed here.";
    danger: "Dokumen yang dihapus tidak dapat dikembalikan.", "A deleted document cannot be restored.";
    details: "Di mana letak NPWP?", "Where is the NPWP?";
    details_text: "Di kartu NPWP, atau di bagian atas surat keterangan terdaftar.",
        "On the NPWP card, or at the top of the registration letter.";

    name: "Nama lengkap", "Full name";
    name_error: "Isi nama lengkap seperti di KTP", "Enter the full name as on the identity card";
    mail: "Alamat surel", "E-mail address";
    mail_hint: "Tautan konfirmasi dikirim ke alamat ini.", "A confirmation link is sent to this address.";
    mail_error: "Isi alamat surel dengan benar, misalnya nama@contoh.example",
        "Enter a correct e-mail address, such as nama@contoh.example";
    npwp: "NPWP perusahaan", "Company tax number (NPWP)";
    npwp_hint: "16 angka, tanpa titik dan garis.", "16 digits, without dots and dashes.";
    npwp_error: "NPWP terdiri atas 16 angka", "An NPWP has 16 digits";
    phone: "Nomor HP", "Mobile number";
    value: "Nilai pabean", "Customs value";
    weight: "Berat bersih", "Net weight";
    search: "Cari dokumen", "Search documents";
    fixed: "Nama pengguna", "User name";
    password: "Kata sandi", "Password";
    password_hint: "Paling sedikit 12 karakter. Kalimat pendek mudah diingat.", "At least 12 characters. A short sentence is easy to remember.";
    password_error: "Kata sandi terlalu pendek", "The password is too short";
    reason: "Alasan", "Reason";
    reason_error: "Tulis alasannya", "Write down the reason";
    date: "Tanggal lahir", "Date of birth";
    date_hint: "Misalnya 27 3 1990", "For example 27 3 1990";
    date_error: "Bulan harus antara 1 dan 12", "The month must be between 1 and 12";
    file: "Surat kuasa", "Power of attorney";
    file_hint: "PDF, paling besar 5 MB.", "PDF, at most 5 MB.";
    file_error: "Pilih berkas PDF", "Choose a PDF file";
    role: "Peran", "Role";
    role_error: "Pilih peran", "Choose a role";
    kind: "Jenis pengguna", "Kind of user";
    kind_business: "Badan usaha", "Business";
    kind_business_hint: "Perusahaan dengan NIB.", "A company with a business number (NIB).";
    kind_person: "Perorangan", "Individual";
    kind_nib: "NIB", "Business number (NIB)";
    kind_error: "Pilih jenis pengguna", "Choose the kind of user";
    express: "Kirim notifikasi?", "Send notices?";
    yes: "Ya", "Yes";
    no: "Tidak", "No";
    rights: "Hak", "Rights";
    rights_hint: "Centang yang diperbolehkan.", "Tick what is allowed.";
    rights_error: "Centang paling sedikit satu hak", "Tick at least one right";
    right_see: "Lihat", "See";
    right_record: "Rekam", "Record";
    right_send: "Kirim", "Send";
    right_send_hint: "Menandatangani dan mengirim atas nama perusahaan.", "Signs and sends in the company's name.";
    right_delete: "Hapus", "Delete";
    agree_error: "Centang pernyataan sebelum mengirim", "Tick the statement before sending";
    form_error: "Permohonan serupa sudah dikirim hari ini", "A similar request was already sent today";
    save: "Simpan", "Save";
    cancel: "Batal", "Cancel";
    delete: "Hapus draf", "Delete the draft";
    confirm_form: "Formulir dengan konfirmasi", "Form with a confirmation";
    confirm_text: "Tautan akan dikirim ke alamat yang Saudara isi. Lanjutkan?",
        "A link will be sent to the address you entered. Go on?";

    documents: "Dokumen pabean", "Customs documents";
    header: "Header", "Header data";
    goods: "Barang", "Goods";
    payment: "Pungutan", "Duties and taxes";
    state_done: "Lengkap", "Complete";
    state_part: "Sebagian", "In part";
    state_wrong_count: "3 kesalahan", "3 errors";
    state_todo: "Belum", "Not yet";
    task_hint: "Perlu faktur dan B/L.", "Needs the invoice and the B/L.";
    status_sent: "Dokumen dikirim", "Document sent";
    status_note: "Kode billing terbit", "Billing code issued";
    status_note_by: "Sistem", "Sistem";
    status_note_text: "Bayar sebelum 7 Maret 2026 pukul 10.09 WIB.", "Pay before 7 March 2026, 10:09 WIB.";
    status_letter: "Surat kode billing", "Letter with the billing code";
    at_first: "5 Maret 2026 pukul 10.09.00 WIB", "5 March 2026, 10:09:00 WIB (UTC+7)";

    list: "Daftar dokumen", "List of documents";
    list_kind: "Jenis dokumen", "Kind of document";
    list_all: "Semua", "All";
    list_number: "Nomor aju", "Submission number";
    list_company: "Perusahaan", "Company";
    list_value: "Nilai (Rp)", "Value (IDR)";
    list_state: "Status", "State";
    list_at: "Waktu", "Time";
    list_open: "Buka", "Open";
    list_copy: "Salin", "Copy";
    list_csv: "CSV", "As CSV";
    list_delete: "Hapus", "Delete them";
    list_export: "Ekspor", "Export them";
    list_empty: "Belum ada dokumen. Buat satu untuk mulai.", "No documents yet. Create one to begin.";
    state_released: "SPPB terbit", "Released";
    state_red: "Jalur merah", "Red channel";
    state_reject: "Ditolak", "Rejected";
    state_draft: "Draf", "Draft";
    request_reason: "Alasan permohonan", "Reason for the request";
    kind_letter: "Surat permohonan", "Letter of request";
    kind_deed: "Akta perusahaan", "Deed of the company";
}

//! Texts of the frame and of the components.

use crate::messages::messages;

messages! {
    UiMessages, same: ["demo_word", "nav_menu"];

    // Frame.
    skip: "Langsung ke isi", "Skip to content";
    nav_label: "Menu utama", "Main menu";
    nav_menu: "Menu", "Menu";
    login: "Masuk", "Log in";
    inbox: "Pemberitahuan", "Notices";
    inbox_unread: "belum dibaca", "not read";
    account_menu: "Akun:", "Account:";
    logout: "Keluar", "Log out";
    acting_for: "Bertindak untuk:", "Acting for:";
    company_npwp: "NPWP", "Tax number (NPWP)";
    switch_client: "Ganti", "Change";
    switch_label: "Bertindak untuk", "Act for";
    switch_own: "Perusahaan sendiri", "My own company";
    switch_button: "Pakai", "Use this one";
    demo_label: "Pemberitahuan demo", "Notice of the demo";
    demo_word: "Demo.", "Demo.";
    demo_text: "Perusahaan, petugas, dan kurs di sini rekaan; tidak ada dokumen yang berlaku.",
        "Companies, officers and rates are invented here; no document has any legal force.";
    footer: "Perangkat lunak bebas, lisensi Apache-2.0.", "Free software, Apache-2.0 licence.";
    notices: "Lisensi pihak lain", "Licences of others";
    language_label: "Bahasa", "Language";
    theme_label: "Warna", "Colours";
    density_label: "Jarak", "Spacing";
    theme_system: "Ikut perangkat", "As the device";
    theme_light: "Terang", "Light";
    theme_dark: "Gelap", "Dark";
    density_cozy: "Lega", "Roomy";
    density_compact: "Rapat", "Compact";
    title_error: "Kesalahan: {title}", "Error: {title}";
    session_label: "Sesi", "Session";
    session_soon: "Sesi Saudara berakhir dalam dua menit. Isian yang belum disimpan akan hilang.",
        "Your session ends in two minutes. What is not saved will be lost.";
    session_ended: "Sesi Saudara sudah berakhir. Masuk lagi untuk melanjutkan; isian yang sudah disimpan tetap ada.",
        "Your session has ended. Log in again to go on; what was saved is still there.";
    session_failed: "Server tidak menjawab. Periksa sambungan, lalu coba lagi.",
        "The server does not answer. Check the connection, then try again.";
    session_stay: "Tetap masuk", "Stay logged in";

    // Forms.
    error_prefix: "Kesalahan:", "Error:";
    summary_title: "Ada yang perlu diperbaiki", "There is something to correct";
    password_show: "Lihat", "Show";
    password_hide: "Sembunyikan", "Hide";
    password_show_label: "Lihat kata sandi", "Show the password";
    password_hide_label: "Sembunyikan kata sandi", "Hide the password";
    password_shown: "Kata sandi terlihat", "The password is visible";
    password_hidden: "Kata sandi tersembunyi", "The password is hidden";
    date_day: "Tanggal", "Day";
    date_month: "Bulan", "Month";
    date_year: "Tahun", "Year";
    confirm_title: "Konfirmasi Data", "Confirm the data";
    confirm_yes: "Iya, Yakin", "Yes, I am sure";
    confirm_no: "Batal", "Cancel";
    back: "Kembali", "Back";
    change: "Ubah", "Change";
    notice_info: "Pemberitahuan", "Notice";
    notice_success: "Berhasil", "Done";
    notice_warning: "Perhatian", "Please note";
    warning: "Peringatan", "Warning";
    breadcrumbs: "Letak halaman", "Where this page is";

    // Lists.
    list_filter: "Saring daftar", "Filter the list";
    list_search: "Cari", "Search";
    list_fold: "Saringan", "Filters";
    list_fold_set: "Saringan ({n} dipasang)", "Filters ({n} set)";
    list_clear: "Hapus saringan", "Clear the filters";
    list_per_page: "Baris tiap halaman", "Rows a page";
    list_export: "Unduh", "Download";
    list_count: "{from}–{to} dari {total}", "{from}–{to} of {total}";
    list_none: "Tidak ada yang cocok. Ubah atau hapus saringannya.", "Nothing matches. Change or clear the filters.";
    list_action: "Aksi", "Action";
    list_action_choose: "Pilih aksi", "Choose an action";
    list_apply: "Jalankan", "Apply";
    list_pick: "Pilih {row}", "Pick {row}";
    list_pick_column: "Pilih", "Pick";
    list_pick_all: "Pilih semua baris di halaman ini", "Pick all rows on this page";
    list_picked: "{n} dipilih", "{n} picked";
    list_sort: "urutkan", "sort";
    list_scroll: "{caption}, dapat digeser ke samping", "{caption}, scrolls sideways";
    row_actions: "Tindakan", "Actions";
    pages_label: "Halaman", "Pages";
    page_previous: "Sebelumnya", "Previous";
    page_next: "Berikutnya", "Next";
    page_number: "Halaman {n}", "Page {n}";

    // Requests.
    request_data: "Data permohonan", "Data of the request";
    request_attachments: "Lampiran", "Attachments";
    request_attachments_hint: "PDF, paling besar 5 MB tiap berkas.", "PDF, at most 5 MB a file.";
    request_kind: "Jenis dokumen", "Kind of document";
    request_number: "Nomor", "Number";
    request_date: "Tanggal", "Date";
    request_file: "Berkas", "File";
    request_attachment: "Lampiran {n}", "Attachment {n}";
    request_more: "Tambah lampiran", "Add an attachment";
    request_statement: "Pernyataan elektronik", "Electronic statement";
    request_agree: "Saya menyatakan bahwa data dan lampiran ini benar, dan saya bertanggung jawab atasnya.",
        "I declare that these data and attachments are true, and I answer for them.";
    request_send: "Kirim", "Send";
    choose: "Pilih satu", "Choose one";
}

//! Texts of API keys.

use crate::messages::messages;

messages! {
    KeyTexts, same: [];

    title: "Kunci API", "API keys";
    lead: "Kunci dipakai sistem perusahaan Saudara untuk mengirim dokumen lewat API. Satu sistem, satu kunci.",
        "A key lets your company's own system send documents through the API. One system, one key.";
    new_title: "Buat kunci baru", "Make a new key";
    label: "Nama kunci", "Name of the key";
    label_hint: "Supaya mudah dikenali, misalnya nama sistem dan tempatnya: ERP gudang Cikarang.",
        "To tell keys apart, such as the system and where it runs: ERP, Cikarang warehouse.";
    create: "Buat kunci", "Make the key";
    list_title: "Kunci yang pernah dibuat", "Keys made so far";
    empty: "Belum ada kunci.", "No keys yet.";
    column_label: "Nama kunci", "Name";
    column_state: "Keadaan", "State";
    column_created: "Dibuat", "Made";
    column_by: "Oleh", "By";
    column_used: "Terakhir dipakai", "Last used";
    live: "Berlaku", "In force";
    revoked: "Dicabut", "Revoked";
    revoke: "Cabut", "Revoke";
    ask_title: "Cabut kunci API?", "Revoke this API key?";
    ask: "Sistem yang memakai kunci «{nama}» langsung tidak bisa masuk lagi. Pencabutan tidak bisa dibatalkan.",
        "Systems that use the key «{nama}» are shut out at once. This cannot be undone.";
    yes: "Ya, cabut", "Yes, revoke";
    cancel: "Batal", "Cancel";

    made_title: "Kunci API sudah dibuat", "The API key is made";
    made_warning: "Salin kunci ini sekarang. Setelah halaman ini ditutup, kunci tidak bisa dilihat lagi oleh siapa pun.",
        "Copy this key now. Once this page is closed, nobody can see it again.";
    made_key: "Kunci «{nama}»", "Key «{nama}»";
    made_hint: "Simpan di tempat rahasia milik sistem Saudara, jangan di surel atau obrolan.",
        "Keep it in your system's secret store, not in mail or chat.";
    made_done: "Sudah saya simpan", "I have stored it";
}

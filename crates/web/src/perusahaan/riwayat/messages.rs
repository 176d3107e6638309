//! Texts of the history of events.

use crate::messages::messages;

messages! {
    AuditTexts, same: [];

    title: "Riwayat aktivitas", "Activity history";
    lead: "Apa yang terjadi pada akun, hak, surat kuasa, dan kunci perusahaan ini. Riwayat tidak bisa diubah atau dihapus.",
        "What happened to this company's accounts, rights, powers of attorney and keys. It cannot be changed or deleted.";
    filter: "Saring riwayat", "Filter the history";
    kind: "Kejadian", "Event";
    account: "Pelaku", "Done by";
    all: "Semua", "All";
    apply: "Tampilkan", "Show";
    clear: "Hapus saringan", "Clear the filters";
    export: "Unduh", "Download";
    scroll: "Riwayat aktivitas, dapat digeser ke samping", "Activity history, scrolls sideways";
    at: "Waktu", "Time";
    about: "Mengenai", "About";
    address: "Alamat jaringan", "Network address";
    empty: "Belum ada kejadian.", "Nothing has happened yet.";
    none: "Tidak ada kejadian yang cocok. Ubah atau hapus saringannya.", "Nothing matches. Change or clear the filters.";
    newest: "Ke yang terbaru", "To the newest";
    older: "Yang lebih lama", "Older ones";
    pages: "Halaman riwayat", "Pages of the history";
}

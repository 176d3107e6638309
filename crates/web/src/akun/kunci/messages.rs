//! Texts about passkeys.

use crate::messages::messages;

messages! {
    KunciTexts, same: [];
    title: "Kunci sandi", "Passkeys";
    about: "Kunci sandi (passkey) menggantikan kode saat masuk: cukup sidik jari, wajah, PIN, atau kunci USB. Tidak dapat dipancing situs palsu.",
        "A passkey replaces the code when you log in: a fingerprint, face, PIN or USB key is enough. A fake site cannot fish for it.";
    add: "Tambah kunci sandi", "Add a passkey";
    impossible: "Portal ini dibuka tanpa nama atau tanpa enkripsi, jadi peramban tidak menawarkan kunci sandi. Pakai aplikasi autentikator.",
        "This portal is open without a name or without encryption, so browsers offer no passkeys. Use an authenticator application.";
    add_title: "Tambah kunci sandi", "Add a passkey";
    add_lead: "Beri nama yang mengingatkan pada perangkatnya, lalu ikuti petunjuk peramban.",
        "Give it a name that reminds you of the device, then follow your browser.";
    name: "Nama", "Name";
    name_hint: "Contoh: Laptop kantor, Kunci USB biru", "For example: office laptop, blue USB key";
    make: "Buat kunci sandi", "Make the passkey";
    back: "Kembali ke keamanan akun", "Back to account security";
    to_application: "Pakai aplikasi autentikator", "Use an authenticator application";
    to_key: "Pakai kunci sandi (passkey), tanpa kode", "Use a passkey instead, without codes";
    failed: "Kunci sandi tidak terbaca, atau dibatalkan. Coba lagi.", "The passkey could not be read, or it was cancelled. Try again.";
    absent: "Peramban ini tidak menjalankan skrip atau tidak mengenal kunci sandi; pakai kode.",
        "This browser runs no scripts or knows no passkeys; use a code.";
    refused: "Kunci sandi ditolak. Coba lagi, atau pakai kode.", "The passkey was refused. Try again, or use a code.";
    enter: "Masuk dengan kunci sandi", "Log in with a passkey";
    since: "Dibuat {waktu}", "Made {waktu}";
    used: "terakhir dipakai {waktu}", "last used {waktu}";
    never: "belum pernah dipakai", "never used";
    rename: "Ganti nama", "Rename";
    save: "Simpan", "Save";
    remove: "Hapus", "Remove";
    remove_ask: "Kunci sandi ini tidak dapat lagi dipakai untuk masuk.", "This passkey will no longer log you in.";
}

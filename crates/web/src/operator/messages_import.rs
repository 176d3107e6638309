//! Texts of imports of reference data.

use crate::messages::messages;

messages! {
    ImportTexts, same: ["column_key"];

    title: "Impor data referensi", "Import reference data";
    lead: "Kirim satu atau beberapa berkas CSV. Isinya diperiksa dulu; yang berubah ditampilkan, dan operator lain yang menyetujui.",
        "Send one or more CSV files. They are checked first; what changes is shown, and another operator approves.";
    files: "Berkas CSV", "CSV files";
    files_hint: "Nama berkas menentukan tabelnya, misalnya tarif.csv. Paling banyak 20 berkas, bersama-sama 12 MB; yang lebih besar lewat perintah «pabean reference import».",
        "The file's name says which table it is, such as tarif.csv. At most 20 files, 12 MB together; larger ones with the command «pabean reference import».";
    only: "Hanya periksa, jangan ajukan", "Only check, do not ask for approval";
    send: "Periksa dan ajukan", "Check and ask";
    cancel: "Batal", "Cancel";
    missing: "Pilih paling sedikit satu berkas.", "Choose at least one file.";
    refused: "Ada baris yang salah; tidak ada yang diajukan. Perbaiki semua baris di bawah, lalu kirim lagi.",
        "Some rows are wrong; nothing was asked for. Mend all rows below, then send again.";
    nothing: "Isi berkas sama dengan yang berlaku; tidak ada yang perlu diajukan.",
        "The files say what holds already; there is nothing to ask for.";
    checked: "Hasil pemeriksaan", "What the check found";
    checked_lead: "Berkas ini dapat diimpor. Belum ada yang diajukan atau berubah.",
        "These files can be imported. Nothing was asked for or changed yet.";

    unknown: "Tabel tidak dikenali", "Unknown table";
    good: "Dapat diimpor", "Can be imported";
    bad: "{n} kesalahan", "{n} mistakes";
    same: "Tidak berubah", "Unchanged";
    counts: "{tambah} baris baru, {ubah} berubah, {hapus} dihapus; sesudahnya {baris} baris.",
        "{tambah} new rows, {ubah} changed, {hapus} removed; {baris} rows afterwards.";
    errors: "Baris yang salah", "Wrong rows";
    scroll_errors: "Baris yang salah, dapat digeser ke samping:", "Wrong rows, scrolls sideways:";
    column_line: "Baris", "Line";
    column_column: "Kolom", "Column";
    column_value: "Isi", "Value";
    column_problem: "Masalah dan perbaikannya", "Problem and remedy";
    whole_file: "Seluruh berkas", "The whole file";
    rows: "Perubahan baris", "Changed rows";
    scroll_rows: "Perubahan baris, dapat digeser ke samping:", "Changed rows, scrolls sideways:";
    column_key: "Kunci", "Key";
    column_change: "Perubahan", "Change";
    column_cells: "Dari → menjadi", "From → to";
    added: "Baru", "New";
    removed: "Dihapus", "Removed";
    changed: "Berubah", "Changed";
    more: "Dan {n} baris lain.", "And {n} more rows.";
}

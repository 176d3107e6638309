//! Texts of the goods: grid, details, spreadsheets.

use app::draft::lembar::Mode;

use crate::messages::messages;

messages! {
    GoodsTexts, same: [];

    cell: "{kolom}, baris {n}", "{kolom}, row {n}";
    sets: "Kolom yang ditampilkan", "Columns shown";
    set_base: "Dasar", "Basics";
    set_price: "Harga", "Prices";
    set_package: "Kemasan", "Packages";
    set_facility: "Fasilitas", "Facilities";
    filters: "Baris yang ditampilkan", "Rows shown";
    filter_all: "Semua ({n})", "All ({n})";
    filter_wrong: "Dengan kesalahan ({n})", "With errors ({n})";
    find: "Cari atau nomor baris", "Search or row number";
    find_button: "Tampilkan", "Show";
    none_wrong: "Tidak ada baris dengan kesalahan.", "No row has an error.";
    none_found: "Tidak ada baris yang cocok. Coba kata lain.", "No row fits. Try other words.";
    many_wrong: "{kolom}: {n} baris di halaman ini", "{kolom}: {n} rows on this page";
    copy: "Salin yang dicentang", "Copy the ticked";
    delete_ask: "{n} baris dihapus: {baris}. Sesudahnya masih dapat dibatalkan sekali.",
        "{n} rows will be deleted: {baris}. It can be taken back once afterwards.";
    undo: "Batalkan", "Undo";
    undo_added: "{n} baris ditambahkan.", "{n} rows were added.";
    undo_replaced: "Semua barang diganti dengan {n} baris.", "All goods were replaced with {n} rows.";
    undo_changed: "{n} baris diubah atau ditambahkan.", "{n} rows were changed or added.";
    undo_deleted: "{n} baris dihapus.", "{n} rows were deleted.";
    keys_title: "Pintasan papan ketik", "Keyboard shortcuts";
    key_tab: "Sel berikutnya, sebelumnya", "Next, previous cell";
    key_enter: "Ke bawah", "Down";
    key_new: "Baris baru", "New row";
    key_copy: "Salin dari atas: sel ini, atau seluruh baris bila barisnya kosong",
        "Copy from above: this cell, or the whole row while it is blank";
    key_details: "Rincian barang", "Details of the line";
    key_error: "Kesalahan berikutnya", "Next error";
    key_save: "Simpan", "Save";
    row_saved: "Baris {n} tersimpan.", "Row {n} saved.";
    row_wrong: "Baris {n} tersimpan, {k} kesalahan.", "Row {n} saved, {k} errors.";
    row_stale: "Baris ini disimpan orang lain. Tekan Simpan untuk melihat kedua isinya.",
        "Somebody else saved this row. Press Save to see both contents.";
    row_lost: "Belum tersimpan; dicoba lagi bila baris ditinggalkan. Tombol Simpan tetap dapat dipakai.",
        "Not saved yet; tried again when the row is left. The Save button works as well.";

    files: "Lembar kerja", "Spreadsheet";
    download_goods: "Unduh barang (XLSX)", "Download the goods (XLSX)";
    download_template: "Unduh templat kosong (XLSX)", "Download an empty template (XLSX)";
    download_document: "Unduh seluruh dokumen (XLSX)", "Download the whole document (XLSX)";
    upload: "Unggah XLSX", "Upload XLSX";
    upload_title: "Unggah barang dari XLSX", "Upload goods from XLSX";
    upload_lead: "Berkas dibaca dan diperiksa dulu. Tidak ada yang disimpan sebelum Saudara menerimanya.",
        "The file is read and checked first. Nothing is stored before you accept it.";
    upload_file: "Berkas XLSX", "XLSX file";
    upload_hint: "Paling besar 10 MB, 10.000 baris barang. Judul kolom seperti di templat; makro dan tautan ditolak.",
        "At most 10 MB and 10,000 goods rows. Headings as in the template; macros and links are refused.";
    upload_button: "Unggah dan periksa", "Upload and check";
    upload_none: "Pilih berkas XLSX.", "Choose an XLSX file.";
    upload_back: "Kembali ke daftar barang", "Back to the goods";
    result_title: "Hasil pembacaan {nama}", "What {nama} holds";
    pasted: "tempelan", "the pasted cells";
    result_right: "{n} baris benar", "{n} rows right";
    result_wrong: "{n} baris dengan kesalahan", "{n} rows with errors";
    result_changes: "{ubah} baris yang ada diubah, {baru} baris baru.", "{ubah} existing rows change, {baru} rows are new.";
    result_nothing: "Belum ada yang disimpan.", "Nothing is stored yet.";
    modes: "Yang terjadi dengan barang yang sudah ada", "What becomes of the goods that are there";
    mode_append: "Tambahkan di bawah", "Add below";
    mode_replace: "Ganti semua", "Replace all";
    mode_match: "Cocokkan menurut seri", "Match by line number";
    accept_all: "Terima {n} baris", "Accept {n} rows";
    accept_right: "Terima {n} baris yang benar saja", "Accept only the {n} right rows";
    accept_none: "Buang", "Discard";
    marked: "Unduh berkas dengan sel salah ditandai", "Download the file with wrong cells marked";
    problems: "Yang ditemukan", "What was found";
    problem_cell: "Sel", "Cell";
    problem_value: "Isi", "Value";
    problem_what: "Masalah", "Problem";
    problem_try: "Saran", "Suggestion";
    problem_none: "Tidak ada masalah.", "No problems.";
    problem_more: "… dan {n} lagi; semuanya ada di berkas yang ditandai.", "… and {n} more; all of them are in the marked file.";
    problem_table: "Masalah menurut sel, dapat digeser ke samping", "Problems by cell, scrolls sideways";
    weight_reject: "Salah", "Wrong";
    weight_warn: "Peringatan", "Warning";
    weight_note: "Catatan", "Note";
    first_rows: "Baris pertama", "First rows";
    notes_column: "Catatan", "Notes";
    codes: "Kode", "Codes";
    is_blank: "(kosong)", "(blank)";

    import_title: "Dokumen dari XLSX", "A document from XLSX";
    import_lead: "Satu lembar untuk setiap bagian dokumen, satu berkas untuk satu dokumen. Berkas diperiksa dulu; draf dibuat setelah Saudara menerimanya.",
        "One sheet for each section, one file for one document. The file is checked first; the draft is made once you accept it.";
    import_template: "Unduh templat dokumen (XLSX)", "Download the document template (XLSX)";
    import_accept: "Buat draf", "Make the draft";
    import_sheets: "Lembar yang dibaca", "Sheets that were read";
    import_rows: "{nama}: {n} baris", "{nama}: {n} rows";
    import_wrong: "{n} hal masih harus diperbaiki di draf.", "{n} things are still to be mended in the draft.";
    import_clean: "Tidak ada yang menghalangi pengiriman.", "Nothing keeps this document from being sent.";

    item_previous: "Barang sebelumnya", "Previous line";
    item_next: "Barang berikutnya", "Next line";
    item_walk: "Barang lain", "Other lines";
    item_owner: "Pemilik barang ini", "Owners of this line";
    item_quota: "Saldo", "Quota";
    item_excise: "Cukai", "Excise";
    item_vehicle: "Kendaraan", "Vehicle";
    item_other: "Keterangan lainnya", "Other particulars";
    item_above: "barang ini", "this line";
    item_save_next: "Simpan dan barang berikutnya", "Save and next line";
    item_no_papers: "Belum ada dokumen pendukung; isi di bagian Dokumen.", "No supporting documents yet; fill section Documents.";
}

impl GoodsTexts {
    /// What becomes of the goods that are there.
    pub fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Append => self.mode_append,
            Mode::Replace => self.mode_replace,
            Mode::Match => self.mode_match,
        }
    }
}

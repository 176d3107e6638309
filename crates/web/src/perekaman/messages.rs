//! Texts of recording.

use crate::messages::messages;

messages! {
    RekamTexts, same: [];

    new_title: "Tambah dokumen", "Add a document";
    new_lead: "Dokumen mendapat nomor pengajuan dan disimpan sebagai draf. Belum ada yang dikirim.",
        "The document gets its submission number and is kept as a draft. Nothing is sent yet.";
    new_as: "Entitas", "Party";
    new_as_importer: "Importir", "Importer";
    new_as_broker: "PPJK, bertindak untuk {nama}", "Broker, acting for {nama}";
    new_as_importer_hint: "Perusahaan sendiri, NPWP {npwp}", "My own company, NPWP {npwp}";
    new_copy_hint: "Data pengiriman itu sendiri (nomor dan tanggal dokumen, BC 1.1, peti kemas) tidak ikut disalin.",
        "What belongs to that shipment alone (numbers and dates of papers, BC 1.1, containers) is not copied.";
    new_copy_list: "Dokumen yang terakhir diubah", "Documents changed last";
    new_kind: "Jenis dokumen", "Kind of document";
    new_kind_import: "BC 2.0 – Pemberitahuan Impor Barang (PIB)", "BC 2.0 – Import declaration (PIB)";
    new_from: "Mulai dari", "Start from";
    new_blank: "Formulir kosong, berisi data perusahaan", "An empty form with the company's data";
    new_copy: "Salinan dokumen terdahulu", "A copy of an earlier document";
    new_copy_aju: "Atau nomor pengajuannya", "Or its submission number";
    new_manifest: "Pos manifes (BC 1.1)", "A position of a manifest (BC 1.1)";
    new_manifest_hint: "Mengisi BC 1.1, B/L, peti kemas, kemasan, dan berat dari data pengangkut.",
        "Fills BC 1.1, bill of lading, containers, packages and weight from the carrier's data.";
    new_bill: "Nomor B/L atau AWB", "Number of the B/L or AWB";
    new_bill_date: "Tanggalnya", "Its date";
    new_bill_office: "Kode kantor bongkar", "Code of the office of arrival";
    new_no_bill: "Tulis nomor B/L yang Saudara pegang.", "Write the number of the bill that you hold.";
    new_no_date: "Tulis tanggal B/L, misalnya 25-02-2026.", "Write the date of the bill, such as 25-02-2026.";
    new_no_office: "Tulis enam angka kode kantor, misalnya 040300.", "Write the six digits of the office, such as 040300.";
    new_json: "Dokumen JSON dari sistem lain", "A JSON document of another system";
    new_json_file: "Berkas JSON", "A JSON file";
    new_json_text: "Atau tempel isinya", "Or paste its text";
    new_json_hint: "Bentuk yang sama dengan API. Nomor pengajuan dibuatkan bila kosong.",
        "The same shape as the API's. A submission number is made when it is blank.";
    new_button: "Buat draf", "Make the draft";
    new_no_copy: "Tulis nomor pengajuan 26 karakter dari dokumen yang disalin.",
        "Write the 26-character submission number of the document to copy.";
    new_no_json: "Tempel isi JSON dokumen.", "Paste the document's JSON.";
    new_not_found: "Dokumen itu tidak ditemukan di perusahaan ini.", "That document is not found in this company.";

    sections: "Bagian dokumen", "Sections of the document";
    section_of: "Bagian {n} dari 9: {nama}", "Section {n} of 9: {nama}";
    help_title: "Bantuan dan pintasan", "Help and keys";
    help_sections: "Buka bagian 1 sampai 9", "Open section 1 to 9";
    help_save: "Simpan sekarang", "Save now";
    help_choose: "Pilih kode dari daftar", "Choose a code from the list";
    help_saved: "Isian tersimpan sendiri dua detik setelah ketikan terakhir.", "What you type is saved by itself two seconds after the last key.";
    help_keys: "Pintasan Alt + angka aktif", "Alt + digit keys are on";
    totals: "Jumlah dokumen", "Totals of the document";
    totals_net: "Netto", "Net weight";
    totals_levies: "Pungutan", "Levies";
    totals_errors: "Kesalahan", "Errors";
    overview: "Ikhtisar", "Overview";
    overview_lead: "Isi bagian dalam urutan bebas; semuanya tersimpan meskipun belum lengkap.",
        "Fill the sections in any order; everything is kept even when incomplete.";
    state_todo: "Belum", "To do";
    state_part: "Sebagian ({n})", "Partly ({n})";
    state_wrong: "Ada masalah ({n})", "Problems ({n})";
    state_done: "Lengkap", "Complete";
    company: "Perusahaan", "Company";
    aju: "Nomor pengajuan", "Submission number";
    stage: "Keadaan", "State";
    changed: "Perubahan terakhir", "Last change";
    locked: "Dokumen ini tidak dapat diubah di keadaannya sekarang, atau hak akses Anda hanya melihat.",
        "This document cannot be changed in its present state, or your rights only allow reading.";

    returned_rejected: "Dokumen ini ditolak (NPP). Perbaiki yang salah, lalu kirim lagi dengan nomor yang sama.",
        "This document was rejected (NPP). Mend what is wrong, then send it again under the same number.";
    returned_insw: "Dokumen ini dikembalikan INSW karena perizinannya. Lengkapi, lalu kirim lagi dengan nomor yang sama.",
        "INSW returned this document because of its permits. Complete them, then send it again under the same number.";
    returned_correcting: "Dokumen ini sedang diperbaiki setelah ditolak. Kirim lagi dengan nomor yang sama bila sudah benar.",
        "This document is being corrected after a rejection. Send it again under the same number once it is right.";
    returned_letter: "Lihat suratnya (PDF).", "See the letter (PDF).";
    returned_why: "Lihat alasannya.", "See why.";

    read_only: "Hanya dapat dibaca", "For reading only";
    save: "Simpan", "Save";
    next: "Simpan dan lanjut", "Save and continue";
    back_to_check: "Simpan dan kembali ke daftar kesalahan", "Save and return to the errors";
    back_to_send: "Simpan dan kembali ke pernyataan", "Save and return to the statement";
    add_row: "Tambah baris", "Add a row";
    remove_row: "Hapus baris {n}", "Remove row {n}";
    search: "Cari", "Search";
    search_about: "Cari {apa}", "Search {apa}";
    computed: "Bila kosong dihitung: {nilai}", "Computed when blank: {nilai}";
    date_hint: "hh-bb-tttt", "dd-mm-yyyy";
    yes: "Ya", "Yes";
    no: "Tidak", "No";
    choose: "Pilih", "Choose";
    unknown_code: "{kode} – tidak ada di daftar", "{kode} – not in the list";
    saved_at: "Tersimpan", "Saved";
    not_saved: "Belum tersimpan. Sambungan terputus; perubahan dicoba disimpan lagi.",
        "Not saved. The connection is lost; saving is tried again.";
    saving: "Menyimpan…", "Saving…";
    stale: "Bagian ini disimpan orang lain. Tekan Simpan untuk melihat kedua isinya.",
        "Somebody else saved this section. Press Save to see both contents.";
    ended: "Sesi berakhir. Ketikan di halaman ini tetap ada dan disimpan begitu Saudara masuk lagi.",
        "The session has ended. What you typed stays here and is saved once you log in again.";
    log_in: "Masuk di tab baru", "Log in in a new tab";
    unsaved: "Belum tersimpan", "Not saved yet";
    try_again: "Coba lagi", "Try again";

    conflict_title: "Bagian ini sudah diubah orang lain", "Somebody else changed this section";
    conflict_lead: "Pilih isi yang berlaku untuk setiap kolom yang berbeda, lalu simpan. Selain itu ketikan Anda dipakai.",
        "Choose what counts for each field that differs, then save. Otherwise what you typed is used.";
    conflict_theirs: "Tersimpan: {nilai}", "Stored: {nilai}";
    conflict_mine: "Ketikan Anda: {nilai}", "Yours: {nilai}";
    conflict_blank: "(kosong)", "(blank)";

    role_1: "Importir", "Importer";
    role_7: "Pemilik barang", "Owner of the goods";
    role_11: "NPWP pemusatan (bila ada)", "Centralised taxpayer (if any)";
    role_9: "Pengirim", "Sender";
    role_10: "Penjual", "Seller";
    role_4: "PPJK", "Broker";
    role_other: "Entitas {kode}", "Party {kode}";
    list_dokumen: "Dokumen pendukung", "Supporting documents";
    list_dokumen_hint: "Invoice (380) wajib; B/L (705) atau AWB (740) menurut moda.",
        "An invoice (380) is required; a B/L (705) or AWB (740) by mode.";
    list_pengangkut: "Sarana pengangkut", "Means of transport";
    list_kemasan: "Kemasan", "Packages";
    list_kontainer: "Peti kemas", "Containers";
    list_jaminan: "Jaminan", "Guarantees";
    list_jaminan_hint: "Hanya bila ada pungutan yang dijaminkan.", "Only when a levy is guaranteed.";

    goods_empty: "Belum ada barang. Isi baris kosong di bawah, atau tempel dari lembar kerja.",
        "No goods yet. Fill the blank rows below, or paste from a spreadsheet.";
    goods_count: "{n} barang", "{n} goods lines";
    goods_range: "Baris {dari}–{sampai} dari {n}", "Rows {dari}–{sampai} of {n}";
    goods_new: "baru", "new";
    goods_open: "Rincian", "Details";
    goods_open_about: "Rincian barang {n}", "Details of line {n}";
    goods_delete: "Hapus yang dicentang", "Delete the ticked";
    goods_pick: "Pilih barang {n}", "Pick line {n}";
    goods_pick_column: "Pilih", "Pick";
    goods_table: "Barang, dapat digeser ke samping", "Goods, scrolls sideways";
    goods_pages: "Halaman barang", "Pages of goods";
    paste_title: "Tempel dari lembar kerja", "Paste from a spreadsheet";
    paste_hint: "Kolom berurutan: {kolom}. Kolom kosong boleh. Baris judul dilewati.",
        "Columns in this order: {kolom}. Blank columns may be. A heading row is skipped.";
    paste_text: "Isi yang ditempel", "Pasted text";
    paste_preview: "Pratinjau", "Preview";

    item_title: "Barang {n}", "Goods line {n}";
    item_goods: "Jenis barang", "Goods";
    item_amounts: "Jumlah dan berat", "Quantity and weight";
    item_price: "Harga", "Price";
    item_value: "Penentuan nilai", "Valuation";
    item_levies: "Pungutan barang ini", "Levies of this line";
    item_levies_hint: "Biarkan kosong untuk memakai tarif yang berlaku. Isi baris bila ada fasilitas atau pungutan lain.",
        "Leave blank to use the rates in force. Fill rows for facilities or other levies.";
    item_papers: "Dokumen untuk barang ini", "Documents of this line";
    item_special: "Spesifikasi khusus", "Special specifications";
    item_vd: "Voluntary declaration", "Voluntary declarations";
    item_back: "Kembali ke daftar barang", "Back to the goods";
    item_no_tariff: "Pos tarif ini tidak ada di referensi.", "This heading is not in the reference data.";

    value_title: "Dari harga ke nilai pabean", "From the price to the customs value";
    value_lead: "Kolom yang dikosongkan dihitung menurut incoterm; biaya dibagi ke tiap barang menurut harganya.",
        "What is left blank is computed by the terms of delivery; costs are shared among the lines by their price.";
    value_figure: "Angka", "Figure";
    value_amount: "Nilai", "Amount";
    value_origin: "Asal", "Origin";
    value_computed: "dihitung", "computed";
    value_typed: "diisi", "typed";
    value_shares: "Bagian tiap barang", "Share of each line";
    value_steps_table: "Dari harga ke nilai, dapat digeser ke samping", "From price to value, scrolls sideways";
    value_shares_table: "Bagian tiap barang, dapat digeser ke samping", "Share of each line, scrolls sideways";
    value_more: "… dan {n} barang lagi; lihat rincian tiap barang.", "… and {n} more lines; see the details of each.";
    levy_title: "Pungutan", "Levies";
    levy_lead: "Dihitung dari barang dan tarif yang berlaku. Setiap angka dapat dibuka sampai asalnya.",
        "Computed from the goods and the rates in force. Every figure opens down to its origin.";
    levy_table: "Pungutan menurut fasilitas, dapat digeser ke samping", "Levies by facility, scrolls sideways";
    levy_kind: "Jenis pungutan", "Levy";
    levy_total: "Jumlah", "Total";
    levy_why: "Mengapa angka ini?", "Why this figure?";
    levy_incomplete: "Belum semua pungutan dapat dihitung; lengkapi bagian yang bermasalah.",
        "Not every levy can be computed yet; complete the sections with problems.";
    levy_none: "Belum ada pungutan yang dapat dihitung.", "No levy can be computed yet.";
    why_from: "asal: {asal}", "source: {asal}";
    why_rounded: "dibulatkan menjadi {nilai} ({aturan})", "rounded to {nilai} ({aturan})";
    why_unknown: "belum dapat dihitung", "cannot be computed yet";

    check_title: "Periksa dokumen", "Check the document";
    check_clean: "Tidak ada yang menghalangi pengiriman.", "Nothing keeps this document from being sent.";
    check_wrong: "{n} hal harus diperbaiki sebelum dikirim.", "{n} things must be mended before sending.";
    check_warn: "{n} peringatan perlu dibaca.", "{n} warnings to be read.";
    check_rejects: "Harus diperbaiki", "Must be mended";
    check_warns: "Peringatan", "Warnings";
    check_notes: "Catatan", "Notes";
    check_law: "Dasar: {dasar}", "Basis: {dasar}";
    check_rule: "{kode}, {n} temuan", "{kode}, {n} findings";
    check_more: "{n} temuan lagi menurut aturan ini", "{n} more findings of this rule";
    check_send: "Lanjut ke pernyataan dan kirim", "Continue to statement and sending";

    send_title: "Periksa jawaban dan kirim", "Check your answers and send";
    send_lead: "Baca sekali lagi. Setelah dikirim, dokumen hanya dapat diubah bila ditolak atau melalui perbaikan.",
        "Read it once more. Once sent, it can only be changed after a rejection or by a correction.";
    send_party: "Pihak", "Parties";
    send_reference: "Kantor dan cara impor", "Office and kind of import";
    send_manifest: "BC 1.1: nomor, tanggal, pos", "BC 1.1: number, date, position";
    send_transport: "Pengangkutan", "Transport";
    send_transaction: "Transaksi", "Transaction";
    send_goods: "Barang", "Goods";
    send_goods_text: "{n} barang, berat bersih {netto} kg", "{n} lines, net weight {netto} kg";
    send_levies: "Pungutan yang dibayar", "Levies to be paid";
    send_warnings: "Peringatan yang harus dicentang satu per satu", "Warnings to be ticked one by one";
    send_warnings_hint: "Peringatan tidak menghalangi pengiriman. Centang setelah isinya memang benar.",
        "Warnings do not keep it from being sent. Tick each once you are sure that it is right.";
    send_agree: "Saya menyetujui pernyataan ini.", "I agree to this statement.";
    send_statement: "Pernyataan", "Statement";
    send_statement_text: "Dengan ini saya, {nama} ({jabatan}), menyatakan bertanggung jawab atas kebenaran hal-hal yang diberitahukan dalam dokumen ini.",
        "I, {nama} ({jabatan}), hereby declare that I answer for the truth of what is declared in this document.";
    send_for: "Bertindak untuk {nama}, NPWP {npwp}.", "Acting for {nama}, NPWP {npwp}.";
    send_button: "Kirim", "Send";
    send_not_yet: "Dokumen belum dapat dikirim; perbaiki dulu hal-hal ini.",
        "The document cannot be sent yet; mend these first.";
    send_tick: "Centang peringatan ini setelah dibaca, atau perbaiki.", "Tick this warning once read, or mend it.";

    sent_title: "Dokumen terkirim", "The document is sent";
    sent_text: "Simpan nomor ini:", "Keep this number:";
    sent_at: "Diterima", "Received";
    sent_next: "Yang terjadi selanjutnya", "What happens next";
    sent_next_1: "INSW memeriksa perizinan barang, lalu data divalidasi.", "INSW checks the permits, then the data are validated.";
    sent_next_2: "Kode billing terbit bila ada pungutan yang harus dibayar.", "A billing code is issued when levies are due.";
    sent_next_3: "Setelah dibayar dan manifes cocok, jalur ditetapkan dan nomor pendaftaran terbit.",
        "After payment and once the manifest fits, the lane is drawn and the registration number given.";
    pace_title: "Lamanya minggu ini (median)", "How long it took this week (median)";
    pace_none: "Belum cukup dokumen tujuh hari terakhir untuk menghitung mediannya.",
        "Too few documents in the last seven days for a median.";
    pace_payment: "Dari kirim sampai pembayaran diperiksa: {lama}", "From sending to the payment check: {lama}";
    pace_channel: "Dari pembayaran sampai penjaluran: {lama}", "From payment to the lane: {lama}";
    pace_whole: "Dari kirim sampai penjaluran: {lama}", "From sending to the lane: {lama}";
    sent_unknown_title: "Hasil pengiriman belum diketahui", "The outcome of the sending is not known yet";
    sent_unknown: "Sambungan ke basis data terputus tepat saat dokumen disimpan. Jangan kirim ulang dulu: buka statusnya, sistem menemukan hasilnya dari kunci ini.",
        "The link to the database broke just when the document was stored. Do not send it again yet: open its status, where the outcome is found by this key.";
    sent_key: "Kunci pengiriman", "Key of the sending";
    sent_status: "Lihat status dan respon", "See status and responses";
    sent_another: "Buat dokumen lain", "Make another document";

    delete_ask: "Hapus draf {aju}? Data yang dihapus tidak dapat dikembalikan.",
        "Delete draft {aju}? Deleted data cannot be restored.";
    delete: "Hapus draf", "Delete the draft";
    copy: "Salin menjadi draf baru", "Copy to a new draft";
    print: "Cetak draf", "Print the draft";

    lookup_title: "Cari {apa}", "Search: {apa}";
    lookup_query: "Kode atau kata", "Code or words";
    lookup_back: "Kembali tanpa memilih", "Back without choosing";
    lookup_none: "Tidak ada yang cocok. Coba kata lain atau kodenya.", "Nothing fits. Try other words or the code.";
    lookup_choose: "Pilih {kode}", "Choose {kode}";
    t_kantor: "kantor pabean", "customs office";
    t_negara: "negara", "country";
    t_pelabuhan: "pelabuhan", "port";
    t_valuta: "valuta", "currency";
    t_satuan: "satuan", "unit";
    t_kemasan: "jenis kemasan", "kind of package";
    t_dokumen: "jenis dokumen", "kind of document";
    t_hs: "pos tarif (HS)", "tariff heading (HS)";
    t_tps: "tempat penimbunan", "storage place";
    t_fasilitas: "fasilitas", "facility";
    lookup_preference: "tarif lain menurut {skema}", "another rate under {skema}";
    hint_header: "Kantor, pelabuhan tujuan, jenis impor, cara bayar", "Office, port of destination, kind of import, way of payment";
    hint_entitas: "Importir, pemilik barang, pengirim, penjual", "Importer, owner, sender, seller";
    hint_dokumen: "Invoice, packing list, B/L atau AWB, perizinan, SKA",
        "Invoice, packing list, B/L or AWB, permits, certificates of origin";
    hint_pengangkutan: "BC 1.1, kapal atau pesawat, pelabuhan, tempat penimbunan", "BC 1.1, vessel or flight, ports, storage place";
    hint_kemasan: "Jumlah dan jenis kemasan, nomor peti kemas", "Count and kind of packages, container numbers";
    hint_transaksi: "Valuta, harga, freight, asuransi, berat", "Currency, price, freight, insurance, weight";
    hint_barang: "Pos tarif, uraian, jumlah, harga tiap barang", "Tariff heading, description, quantity, price of each line";
    hint_pungutan: "Dihitung sendiri; jaminan bila perlu", "Computed by itself; guarantees when needed";
    hint_pernyataan: "Tempat, nama dan jabatan penanda tangan", "Place, name and position of the signatory";
}

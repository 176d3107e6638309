//! Texts of the inspection and of the determination.

use crate::messages::messages;

messages! {
    PeriksaTexts, same: ["cif"];

    title: "Pemeriksaan barang", "Inspection";
    lead: "Direkam langkah demi langkah; tiap langkah langsung tersimpan. Yang sudah ada di dokumen tidak diketik lagi.",
        "Recorded step by step; each step is saved at once. What the document says is not typed again.";
    start: "Mulai pemeriksaan", "Begin the inspection";
    start_text: "Waktu mulai dicatat sekarang.", "The time of the beginning is now.";
    location: "Lokasi", "Place";
    location_hint: "Kosongkan bila di tempat penimbunan.", "Leave empty for the storage place.";
    witness: "Nama yang mewakili importir", "Who represents the importer";
    witness_role: "Jabatannya", "In which capacity";
    opened: "Kemasan yang dibuka", "Packages opened";
    opened_hint: "Misalnya 12 dari 40 karton.", "For example 12 of 40 cartons.";
    sample: "Contoh barang yang diambil", "Samples taken";
    save: "Simpan", "Save";
    save_next: "Simpan dan lanjut", "Save and go on";
    saved: "Tersimpan.", "Saved.";
    containers: "Peti kemas", "Containers";
    goods: "Barang", "Goods";
    photos: "Foto", "Photos";
    todo: "Belum diperiksa", "To do";
    fine: "Sesuai", "Agrees";
    differs: "Tidak sesuai", "Differs";
    container_title: "Peti kemas {nomor}", "Container {nomor}";
    declared: "Diberitahukan", "Declared";
    found: "Ditemukan", "Found";
    size: "Ukuran", "Size";
    met: "Nomor yang ditemukan, bila lain", "Number met, when another";
    seal: "Nomor segel", "Seal number";
    seal_state: "Keadaan segel", "The seal";
    seal_whole: "Utuh", "Whole";
    seal_broken: "Tidak utuh", "Not whole";
    remark: "Catatan", "Remark";
    item_title: "Barang {n}", "Goods line {n}";
    outcome: "Hasil", "Outcome";
    quantity: "Jumlah", "Quantity";
    hs: "Pos tarif (HS)", "HS code";
    hs_hint: "8 angka; kosongkan bila sama.", "8 digits; leave empty when the same.";
    same_hint: "Kosongkan bila sama.", "Leave empty when the same.";
    description: "Uraian barang", "Description";
    origin: "Negara asal", "Origin";
    origin_hint: "Dua huruf, misalnya CN.", "Two letters, such as CN.";
    condition: "Kondisi", "Condition";
    condition_same: "Sama dengan pemberitahuan", "As declared";
    condition_new: "Baru", "New";
    condition_used: "Bukan baru", "Not new";
    condition_broken: "Rusak", "Damaged";
    add_photo: "Tambah foto", "Add photos";
    photo_file: "Foto (JPEG atau PNG, paling besar 5 MB)", "Photo (JPEG or PNG, at most 5 MB)";
    photo_of: "Barang", "Of goods line";
    photo_all: "Umum", "General";
    photo_note: "Keterangan", "What it shows";
    photo_send: "Kirim foto", "Send the photo";
    photo_none: "Belum ada foto.", "No photos yet.";
    photo_missing: "Pilih berkas foto.", "Choose a photo.";
    photo_text: "{keterangan} · {oleh}", "{keterangan}, {oleh}";
    bap: "Berita acara (BAP)", "Minutes (BAP)";
    bap_text: "Uraian yang tercetak dalam BAP; disusun dari rekaman, boleh diubah.",
        "What the minutes print; made from the record, and yours to change.";
    bap_sign: "Tanda tangani BAP", "Sign the minutes";
    bap_wait: "BAP dapat ditandatangani setelah semua peti kemas diperiksa.", "The minutes can be signed once all containers were looked at.";
    lhp: "Laporan hasil (LHP)", "Report (LHP)";
    lhp_text: "Kesimpulan yang tercetak dalam LHP.", "The conclusion that the report prints.";
    lhp_sign: "Tanda tangani LHP", "Sign the report";
    lhp_wait: "LHP dapat ditandatangani setelah semua barang diperiksa.", "The report can be signed once all goods were looked at.";
    over_nobody: "Hanya dibaca: pemeriksaan belum dimulai dan pemeriksanya belum ditunjuk.",
        "Read only: the inspection has not begun, and no inspector is appointed.";
    over_before: "Hanya dibaca: pemeriksaan belum dimulai. Pemeriksanya {nama}.",
        "Read only: the inspection has not begun. The inspector is {nama}.";
    over_start: "Mulai dulu pemeriksaan ini di halaman Pemeriksaan barang.", "Begin the inspection on its page first.";
    over_other: "Hanya dibaca: pemeriksaan sedang direkam oleh {nama}.", "Read only: {nama} records this inspection.";
    over_done: "Pemeriksaan selesai: LHP sudah ditandatangani oleh {nama}. Rekaman tidak diubah lagi.",
        "The inspection is over: {nama} signed the report. The record does not change any more.";
    over_boxes: "BAP sudah ditandatangani; rekaman peti kemas tidak diubah lagi.",
        "The minutes are signed; the record of containers does not change any more.";
    over_short: "Pemeriksaan barang ini selesai. Rekaman tidak diubah lagi.", "This inspection is over. Its record does not change any more.";

    // What was just done.
    saved_start: "Pemeriksaan dimulai.", "The inspection has begun.";
    saved_bap: "BAP ditandatangani dan terbit.", "The minutes are signed and issued.";
    saved_lhp: "LHP ditandatangani dan terbit. Pemeriksaan barang selesai.", "The report is signed and issued. The inspection is over.";
    saved_photo: "Foto tersimpan.", "Photo saved.";

    // The question before a letter is signed.
    ask_bap: "Tanda tangani BAP dengan saksi {nama}? BAP terbit sekarang dan tidak dapat diubah lagi.",
        "Sign the minutes with {nama} as the witness? They are issued now and cannot be changed.";
    ask_bap_alone: "Tanda tangani BAP tanpa saksi dari importir? BAP terbit sekarang dan tidak dapat diubah lagi.",
        "Sign the minutes without a witness for the importer? They are issued now and cannot be changed.";
    ask_lhp: "Tanda tangani LHP dengan hasil sesuai pemberitahuan? LHP terbit sekarang dan tidak dapat diubah lagi.",
        "Sign the report, finding all as declared? It is issued now and cannot be changed.";
    ask_lhp_differs: "Tanda tangani LHP dengan hasil tidak sesuai pemberitahuan? LHP terbit sekarang dan tidak dapat diubah lagi.",
        "Sign the report, finding differences? It is issued now and cannot be changed.";
    ask_yes: "Ya, tanda tangani", "Yes, sign";
    ask_no: "Batal", "Cancel";
    alone: "Tidak hadir", "Nobody came";
    began: "Mulai", "Begin";
    ended: "Selesai", "End";
    minutes: "Uraian", "Wording";
    conclusion: "Kesimpulan", "Conclusion";

    // Instruction and declaration.
    order: "Instruksi pemeriksaan", "Instruction";
    order_level: "Tingkat", "Level";
    order_packages: "Kemasan yang harus dibuka", "Packages to open";
    order_boxes: "Peti kemas yang harus dibuka", "Containers to open";
    order_boxes_free: "Dipilih pemeriksa", "The inspector chooses";
    order_sample: "Contoh barang", "Sample";
    order_sample_yes: "Harus diambil", "To be taken";
    order_sample_no: "Tidak diminta", "Not asked for";
    order_watch: "Yang perlu diperhatikan", "What to watch";
    order_none: "Belum ada instruksi pemeriksaan.", "There is no instruction yet.";
    brand: "Merek", "Brand";
    kind: "Tipe", "Type";
    packages: "Kemasan", "Packages";
    netto: "Berat bersih (kg)", "Net weight (kg)";
    check_digit: "Angka terakhir nomor {nomor} tidak cocok dengan angka lainnya. Bandingkan lagi dengan peti kemasnya.",
        "The last digit of {nomor} does not fit the others. Compare it with the container again.";
    number_met: "Ditemukan bernomor {nomor}", "Met with number {nomor}";

    // A line that drops, and large photos.
    line_down: "Sambungan terputus. Isian tetap di halaman ini; tekan tombol sekali lagi setelah tersambung.",
        "The line is down. What you typed stays on this page; press the button again once it is back.";
    line_back: "Sambungan kembali. Tekan tombol sekali lagi.", "The line is back. Press the button again.";
    photo_shrinking: "Foto sedang diperkecil …", "The photo is being made smaller …";
    photo_shrunk: "Foto diperkecil menjadi {ukuran} MB.", "The photo was made smaller: {ukuran} MB.";
    photo_large: "Foto ini {ukuran} MB, lebih dari 5 MB. Pilih foto lain, atau kecilkan resolusi kamera.",
        "This photo has {ukuran} MB, more than 5 MB. Choose another one, or set the camera to a lower resolution.";
    photo_item: "Tambah foto barang ini", "Add a photo of this line";
    bad_number: "Tulis angka, misalnya 120 atau 12,5.", "Write a figure, such as 120 or 12.5.";
    bad_hs: "Tulis 8 angka pos tarif.", "Write the 8 digits of the HS code.";

    // Determination.
    ruling: "Penetapan tarif dan nilai", "Determination of tariff and value";
    ruling_lead: "Pilih barang yang dikoreksi. Pungutan, selisih dan denda dihitung sistem menurut aturan hari pendaftaran.",
        "Choose the goods to correct. Levies, differences and the fine are computed by the law of the day of registration.";
    line: "Barang", "Goods line";
    cif: "CIF", "CIF";
    rate: "Tarif bea masuk", "Duty rate";
    corrected: "Dikoreksi", "Corrected";
    cif_of: "CIF ({valuta})", "CIF in {valuta}";
    cif_hint: "Kosongkan: mengikuti jumlah, atau seperti diberitahukan.", "Empty: follows the quantity, or stays as declared.";
    quantity_hint: "Kosongkan bila sama. CIF ikut berubah sebanding.", "Leave empty when the same. The CIF changes in proportion.";
    rate_hint: "Persen. Kosongkan: tarif menurut pos tarif yang ditetapkan.", "Percent. Empty: the rate of the determined HS code.";
    kind_wrong: "Jenis barangnya salah diberitahukan, bukan hanya pos tarifnya (dikenai denda)",
        "The kind of goods was declared wrongly, not only its code (fined)";
    reason: "Alasan, tercetak dalam SPTNP", "Reason, printed in the SPTNP";
    clear: "Hapus koreksi", "Remove the correction";
    inspector_agrees: "Menurut pemeriksa sesuai pemberitahuan.", "The inspector found it as declared.";
    effect: "Akibatnya", "What follows";
    levy: "Pungutan", "Levy";
    before: "Diberitahukan (Rp)", "Declared (Rp)";
    after: "Ditetapkan (Rp)", "Determined (Rp)";
    change: "Selisih (Rp)", "Difference (Rp)";
    sum: "Jumlah", "Sum";
    fine_title: "Denda", "Fine";
    fine_none: "Tidak ada denda: {sebab}", "No fine: {sebab}";
    fine_no_shortage: "bea masuk barang yang nilai, jumlah atau jenisnya salah tidak kurang.", "no duty is short on goods whose value, quantity or kind was wrong.";
    fine_tariff_only: "kekurangan hanya karena salah pos tarif.", "the shortage comes from a wrong code only.";
    fine_how: "Bea masuk barang yang salah nilai, jumlah atau jenis: dibayar {dibayar}, seharusnya {seharusnya}, kurang {kurang}.",
        "Duty on the goods with a wrong value, quantity or kind: paid {dibayar}, due {seharusnya}, short {kurang}.";
    fine_tier: "Kekurangan {rasio} % dari yang dibayar, jadi denda {persen} % × {kurang} = {denda}, dibulatkan ke atas ke ribuan (PP 39/2019 Pasal 6).",
        "The shortage is {rasio} % of what was paid, so the fine is {persen} % × {kurang} = {denda}, rounded up to thousands (PP 39/2019 art. 6).";
    fine_set: "Karena bea masuk yang dibayar nol, pejabat menetapkan {persen} % × {kurang} = {denda}.",
        "Since no duty was paid, the officer sets {persen} % × {kurang} = {denda}.";
    fine_choose: "Bea masuk yang dibayar nol: persentase denda ditetapkan pejabat.", "No duty was paid: the officer sets the percentage of the fine.";
    fine_percent: "Persentase denda", "Percentage of the fine";
    fine_apply: "Tetapkan persentase", "Set the percentage";
    beside: "Juga berubah, tetapi tidak ditagih lewat billing: {apa}", "Also changes, but is not billed: {apa}";
    total_due: "Tagihan SPTNP {nilai}, jatuh tempo 60 hari setelah terbit.", "The SPTNP demands {nilai}, due 60 days after it is issued.";
    total_back: "Lebih bayar {nilai}; dicatat untuk pengembalian.", "{nilai} were paid too much; noted for refund.";
    total_same: "Pungutan tidak berubah; tidak ada yang dapat ditetapkan.", "The levies do not change; there is nothing to determine.";
    issue: "Terbitkan SPTNP", "Issue the SPTNP";
    issue_ask: "Terbitkan SPTNP {nilai}? Surat dan billingnya terbit sekarang dan tidak dapat ditarik.",
        "Issue the SPTNP over {nilai}? Its letter and billing go out now and cannot be taken back.";
    issue_yes: "Ya, terbitkan", "Yes, issue it";
    issue_no: "Batal", "Cancel";
    after_tree: "Perhitungan menurut penetapan", "Computation as determined";
    content: "Isi dokumen", "Content of the document";
    content_lead: "Semua bagian seperti yang dikirim terakhir kali.", "All sections as last sent.";
    levies_title: "Pungutan dan asal angkanya", "Levies, and where the figures come from";
    nothing: "Bagian ini kosong.", "This section is empty.";
}

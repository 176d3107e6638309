//! Texts of the officers' desk: queue, case, acts.

use crate::messages::messages;

messages! {
    PetugasTexts, same: ["bc11"];

    // Queue.
    queue: "Antrean", "Queue";
    queue_lead: "Yang paling dekat batas waktunya di atas. Ambil satu, putuskan, lanjut ke berikutnya.",
        "What is due first stands on top. Take one, decide, go on to the next.";
    open_next: "Buka berikutnya", "Open the next one";
    key: "Alt+{huruf}", "Alt+{huruf} key";
    pick: "Tugas", "Tasks";
    pick_kerja: "Saya dan belum diambil", "Mine and free";
    pick_milik: "Saya", "Mine";
    pick_bebas: "Belum diambil", "Free";
    pick_semua: "Semua", "All";
    lane: "Jalur", "Channel";
    any: "Semua", "All of them";
    search: "Cari nomor aju, nomor daftar atau importir", "Search submission number, registration or importer";
    empty: "Tidak ada yang menunggu fungsi Saudara. Antrean ini terisi sendiri.",
        "Nothing waits for your function. This queue fills by itself.";
    column_document: "Dokumen", "Document";
    column_importer: "Importir", "Importer";
    column_step: "Tahap", "Step";
    column_age: "Menunggu", "Waiting for";
    column_due: "Batas waktu", "Due";
    column_taker: "Dikerjakan", "Worked on by";
    column_function: "Fungsi", "Function";
    late: "Lewat {lama}", "{lama} late";
    left: "Sisa {lama}", "{lama} left";
    nobody: "Belum diambil", "Free";
    me: "Saya", "Me";
    take: "Ambil", "Take";
    take_named: "Ambil tugas ini", "Take this task";
    give_back: "Kembalikan ke antrean", "Put back into the queue";
    counts: "Semua {semua} · saya {milik} · belum diambil {bebas} · lewat batas {lewat}",
        "All {semua} · mine {milik} · free {bebas} · overdue {lewat}";
    more: "Hanya 1.000 tugas paling mendesak yang ditampilkan.", "Only the 1,000 most urgent tasks are shown.";
    to_confirm: "{n} tindakan menunggu persetujuan Saudara sebagai petugas kedua.",
        "{n} acts wait for you as the second officer.";
    share_link: "Bagi ulang pekerjaan", "Reassign work";
    none_left: "Antrean Saudara kosong. Tidak ada dokumen berikutnya.", "Your queue is empty. There is no next document.";

    // Case.
    case_of: "BC 2.0 {aju}", "BC 2.0 no. {aju}";
    now: "Sekarang", "Now";
    owner: "Yang harus bertindak: {siapa}", "To act: {siapa}";
    until: "Batas {kapan}. {akibat}", "Until {kapan}. {akibat}";
    tasks: "Tugas kantor", "Tasks of the office";
    acts: "Tindakan", "Acts";
    needs_second: "{nama}: perlu disetujui petugas kedua.", "{nama}: a second officer has to confirm it.";
    open_boxes: "Peti kemas {peti} tidak sesuai dan belum ditetapkan.", "Container {peti} differs and is not determined yet.";
    open_goods: "Barang {barang} tidak sesuai dan belum ditetapkan.", "Goods line {barang} differs and is not determined yet.";
    open_both: "Peti kemas {peti} dan barang {barang} tidak sesuai dan belum ditetapkan.",
        "Container {peti} and goods line {barang} differ and are not determined yet.";
    acts_none: "Tidak ada tindakan untuk fungsi Saudara pada tahap ini. Dokumen dapat dibaca.",
        "There is nothing for your function to do at this step. You can read the document.";
    act_refused: "{nama}: {alasan}", "{nama} – {alasan}";
    hand_over: "Serahkan kepada", "Hand over to";
    hand_over_do: "Serahkan", "Hand over";
    choose: "Pilih", "Choose";
    pages: "Halaman dokumen", "Pages of the document";
    page_summary: "Ringkasan", "Summary";
    page_content: "Isi dokumen", "Content";
    page_inspection: "Pemeriksaan barang", "Inspection";
    page_ruling: "Penetapan", "Determination";
    page_trail: "Jejak audit", "Audit trail";
    lane_title: "Penjaluran", "Channelling";
    lane_score: "Skor risiko {skor}. Hanya untuk petugas.", "Risk score {skor}. For officers only.";
    lane_none: "Belum dijalurkan.", "Not yet channelled.";
    lane_no_reason: "Tidak ada kriteria yang terpenuhi.", "No rule hit.";
    hijau: "Jalur hijau", "Green channel";
    kuning: "Jalur kuning", "Yellow channel";
    merah: "Jalur merah", "Red channel";
    held: "Ditahan NHI", "Held by NHI";
    held_text: "Barang ditahan unit pengawasan sejak {kapan}: {alasan}", "Held by enforcement since {kapan}: {alasan}";
    facts: "Dokumen", "Document";
    importer: "Importir", "Importer";
    npwp: "NPWP", "Tax number (NPWP)";
    broker: "PPJK", "Broker (PPJK)";
    registered: "Nomor daftar", "Registration number";
    not_registered: "Belum bernomor", "No number yet";
    of_date: "{nomor}, {tanggal}", "{nomor} of {tanggal}";
    goods_count: "Jumlah barang", "Goods lines";
    value: "Nilai pabean", "Customs value";
    billed: "Pungutan dibayar", "Levies paid";
    inspector: "Pemeriksa barang", "Inspector";
    goods_stored: "Barang ditimbun", "Goods stored";
    must_decide: "Penetapan paling lambat", "Determination until";
    manifest: "Pos manifes", "Manifest position";
    manifest_none: "Pos manifes belum ditemukan.", "No manifest position was found yet.";
    bc11: "BC 1.1", "BC 1.1";
    position: "Pos", "Position";
    state: "Status", "State";
    position_open: "Belum dicocokkan dengan dokumen", "Not matched with a declaration yet";
    position_matched: "Cocok dengan dokumen", "Matched with a declaration";
    position_closed: "Ditutup: barang sudah dikeluarkan", "Closed: its goods were released";
    paper: "Dokumen angkutan", "Transport document";
    consignee: "Penerima", "Consignee";
    containers: "Peti kemas", "Containers";
    packages: "Kemasan", "Packages";
    weight: "Berat kotor (kg)", "Gross weight (kg)";
    likeness: "Kemiripan nama", "Likeness of names";
    mismatch: "Yang tidak cocok: {apa}", "What differs: {apa}";
    report: "Hasil pemeriksaan", "Inspection report";
    report_ok: "Sesuai pemberitahuan", "As declared";
    report_bad: "Tidak sesuai", "Not as declared";
    report_says: "Kesimpulan LHP: {teks}", "Conclusion of the report: {teks}";
    met_number: "Nomor yang ditemukan", "Number met";
    goods_differ: "Barang yang tidak sesuai", "Goods that differ";
    goods_agree: "Semua barang sesuai pemberitahuan.", "All goods are as declared.";
    hs_search: "Cari pos tarif", "Look up the HS code";
    hs_unknown: "tidak ada dalam BTKI yang berlaku", "not in the tariff in force";
    item_of: "Barang {n} dari {m}", "Goods line {n} of {m}";
    timeline: "Riwayat", "History";
    letters: "Surat", "Letters";
    letters_none: "Belum ada surat.", "No letters yet.";
    replaced: "digantikan", "replaced";
    files: "Lampiran", "Attachments";
    files_none: "Belum ada lampiran.", "No attachments yet.";
    past: "Riwayat perusahaan di kantor ini", "The company's past at this office";
    past_none: "Ini dokumen pertamanya di kantor ini.", "This is its first document here.";
    past_sptnp: "SPTNP", "Determined (SPTNP)";
    past_differs: "LHP tidak sesuai", "Inspection differed";

    // Acts.
    confirm: "Terbitkan dan buka berikutnya", "Do it and open the next one";
    confirm_plain: "Kerjakan dan buka berikutnya", "Carry it out and open the next one";
    ask_stay: "Ajukan dan tetap di dokumen ini", "Ask and stay with this document";
    overridden: "Yang dilewati", "What is overridden";
    second_reason_hint: "Wajib. Dibaca petugas kedua, dan tercetak dalam SPPB.",
        "Required. The second officer reads it, and the SPPB prints it.";
    confirm_stay: "Kerjakan dan tetap di dokumen ini", "Do it and stay with this document";
    ask_second: "Ajukan ke petugas kedua", "Ask the second officer";
    cancel: "Batal", "Cancel";
    second_text: "Tindakan ini melewati pemeriksaan sistem atau hasil pemeriksaan barang. Petugas kedua harus menyetujuinya sebelum terjadi.",
        "This overrides a check of the system or the inspector's report. A second officer must confirm it before it happens.";
    letter_text: "Surat yang terbit: {surat}.", "Letter issued: {surat}.";
    no_letter: "Tidak ada surat yang terbit.", "No letter is issued.";
    done: "{nama}: sudah dicatat untuk {aju}.", "{nama}: recorded for {aju}.";
    not_now: "{nama}: tidak tersedia bagi fungsi Saudara pada tahap ini. Yang dapat dilakukan tertulis di bawah.",
        "{nama}: not open to your function at this stage. What can be done is listed below.";
    asked: "{nama}: diajukan ke petugas kedua.", "{nama}: put to the second officer.";
    note: "Catatan", "Remark";
    note_hint: "Boleh kosong.", "May be left empty.";
    reason: "Alasan", "Reason";
    question: "Yang diminta", "What is asked";
    question_hint: "Tulis untuk importir: apa, untuk barang yang mana, dan dalam bentuk apa.",
        "Write it for the importer: what, for which goods, and in which form.";
    answer: "Jawaban", "Answer";
    nhi_hint: "Hanya dibaca petugas; importir tidak melihatnya.", "Read by officers only; the importer does not see it.";
    decide: "Keputusan", "Decision";
    yes_similar: "Penerima adalah importir ini", "The consignee is this importer";
    no_similar: "Bukan importir ini; manifes harus diperbaiki", "Not this importer; the manifest has to be mended";
    yes_payment: "Diterima sebagai pelunasan", "Counts as the payment";
    no_payment: "Tidak diterima; dicatat untuk pengembalian", "Does not count; noted for refund";
    yes_cancel: "Setujui pembatalan", "Grant the cancellation";
    no_cancel: "Tolak pembatalan", "Refuse the cancellation";
    bpj: "Nomor bukti penerimaan jaminan (BPJ)", "Number of the guarantee's receipt (BPJ)";
    who_inspects: "Pemeriksa", "Who inspects";
    inspector_now: "Pemeriksa sekarang: {nama}.", "Inspector now: {nama}.";
    no_other_inspector: "Tidak ada pemeriksa lain yang aktif di kantor ini.", "No other inspector is active at this office.";
    holds: "{nama} ({n} tugas)", "{nama} ({n} tasks)";
    level: "Tingkat pemeriksaan", "Level of inspection";
    level_10: "10 %, paling sedikit 2 kemasan", "10 %, at least 2 packages";
    level_30: "30 %, paling sedikit 2 kemasan", "30 %, at least 2 packages";
    level_100: "Mendalam: seluruh barang", "In depth: all goods";
    watch: "Yang perlu diperhatikan", "What to watch";
    watch_hint: "Satu baris satu hal; tercetak dalam instruksi.", "One line each; printed in the instruction.";
    sample: "Ambil contoh barang", "Take a sample";
    open_containers: "Peti kemas yang dibuka", "Containers to open";
    requested: "Dokumen yang diminta, satu baris satu dokumen", "Documents asked for, one a line";
    licence: "Izin yang belum dipenuhi", "Missing licence";
    which_goods: "Barang yang terkena", "Goods concerned";
    leaving: "Peti kemas yang keluar", "Containers that leave";
    nothing_left: "Semua barang sudah keluar", "Nothing remains";
    tpp_day: "Tanggal dipindahkan", "Day of the move";
    cancel_ground: "Alasan pemohon: {alasan}", "The applicant's ground: {alasan}";
    yes_amend: "Setujui perbaikan", "Grant the amendment";
    no_amend: "Tolak perbaikan", "Refuse the amendment";
    amend_changes: "Perubahan yang dimohon", "Changes asked for";
    amend_place: "Data", "Datum";
    amend_old: "Semula", "Before";
    amend_new: "Menjadi", "After";
    amend_more: "Importir membayar tambahan {nilai} sebelum perbaikan berlaku.", "The importer pays {nilai} more before the amendment takes effect.";
    amend_less: "Terbayar lebih {nilai}; dicatat untuk pengembalian.", "{nilai} was paid too much; noted for refund.";
    amend_same: "Pungutan tidak berubah.", "The levies do not change.";
    payment_facts: "Dibayar {nilai} oleh {npwp}; tagihan {tagihan}.", "Paid {nilai} by {npwp}; the bill is {tagihan}.";
    flags: "Yang ditandai INSW: {apa}", "Flagged by INSW: {apa}";
    names: "Di dokumen: {importir}. Di manifes: {penerima}. Kemiripan {persen} %.",
        "In the document: {importir}. In the manifest: {penerima}. Likeness {persen} %.";

    // Second officer.
    confirmations: "Persetujuan kedua", "Second confirmations";
    confirmations_lead: "Tindakan yang melewati pemeriksaan sistem terjadi setelah Saudara setujui. Pengusul tidak dapat menyetujui usulannya sendiri.",
        "What overrides the system's checks happens once you confirm it. Nobody confirms what he asked for himself.";
    confirmations_none: "Tidak ada yang menunggu persetujuan.", "Nothing waits for confirmation.";
    asked_by: "Diusulkan {siapa}, {kapan}", "Asked by {siapa}, {kapan}";
    agree: "Setujui", "Confirm";
    refuse: "Tolak", "Refuse";
    refuse_reason: "Alasan bila ditolak", "Reason, when refused";
    others_decide: "Menunggu petugas lain.", "Waits for another officer.";
    agreed: "Disetujui dan sudah dijalankan.", "Confirmed and carried out.";
    refused: "Usulan ditolak.", "The request is refused.";
    waits_second: "{nama} menunggu petugas kedua. Alasan: {alasan}", "{nama} waits for a second officer. Reason: {alasan}";

    // Sharing.
    share: "Bagi ulang pekerjaan", "Share out the work";
    share_lead: "Pindahkan semua tugas petugas yang berhalangan kepada rekan sefungsi, atau kembalikan ke antrean.",
        "Move all tasks of somebody who is away to a colleague of the same function, or back into the queue.";
    share_from: "Petugas yang berhalangan", "Who is away";
    share_to: "Dialihkan kepada", "Moved to";
    share_free: "Kembali ke antrean", "Back into the queue";
    share_do: "Alihkan semua tugas", "Move all tasks";
    share_done: "{n} tugas dialihkan; {sisa} tidak dapat dialihkan.", "{n} tasks moved; {sisa} could not be moved.";
    officer: "Petugas", "Officer";
    held_tasks: "Tugas dipegang", "Tasks held";
    inactive: "Nonaktif", "Deactivated";

    // Trail.
    trail_lead: "Semua yang terjadi pada dokumen ini: oleh siapa, kapan, dengan isi apa. Terbaru di atas.",
        "Everything that happened to this document: by whom, when, with what. Newest on top.";
    trail_at: "Waktu", "When";
    trail_who: "Oleh", "By";
    trail_what: "Kejadian", "What happened";
    trail_body: "Rincian", "Details";
    desk_take: "Mengambil tugas", "Took the task";
    desk_back: "Mengembalikan tugas", "Put the task back";
    desk_hand: "Menyerahkan tugas", "Handed the task over";
    desk_act: "Bertindak di meja petugas", "Acted at the desk";
    desk_ask: "Mengajukan ke petugas kedua", "Asked the second officer";
    desk_agree: "Menyetujui sebagai petugas kedua", "Confirmed as second officer";
    desk_refuse: "Menolak sebagai petugas kedua", "Refused as second officer";
    desk_lapse: "Usulan gugur", "The request lapsed";
    desk_file: "Menambah lampiran", "Added a file";
    desk_file_gone: "Menghapus lampiran", "Removed a file";
    home_group: "Meja petugas", "Officers' desk";
    see_all: "Lihat seluruh antrean", "See the whole queue";
}

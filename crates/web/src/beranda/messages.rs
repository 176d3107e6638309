//! Texts of the main page and the inbox.

use crate::messages::messages;

messages! {
    BerandaTexts, same: [];

    mine: "Yang perlu Saudara kerjakan", "What needs you";
    mine_none: "Tidak ada yang menunggu tindakan Saudara saat ini.", "Nothing waits for you now.";
    mine_all: "Lihat semua ({n})", "See all ({n})";
    first_title: "Mulai dengan dokumen pertama", "Begin with your first document";
    first_text: "Perusahaan ini belum mempunyai dokumen. Buat pemberitahuan impor pertama; Saudara dapat berhenti kapan saja dan melanjutkannya nanti.",
        "This company has no documents yet. Record the first import declaration; you can stop at any time and go on later.";
    first_button: "Buat dokumen pertama", "Record the first document";
    groups: "Dokumen menurut status", "Documents by state";
    group: "Status", "State";
    count: "Jumlah", "Number";
    medians: "Lama tiap langkah minggu ini (median)", "Time per step this week (median)";
    step: "Langkah", "Step";
    took: "Median", "Median time";
    documents: "Dokumen", "Documents";
    medians_none: "Belum ada langkah yang selesai dalam tujuh hari terakhir.", "No step was completed in the last seven days.";
    clients: "Klien", "Clients";
    client: "Klien", "Client";
    client_waiting: "Perlu tindakan", "Need action";
    chart: "Diagram batang; angkanya ada di tabel di bawahnya.", "Bar chart; its figures are in the table below.";
    partner_down: "{mitra} sedang tidak menjawab. Dokumen tetap diterima dan diproses sendiri setelah tersambung.",
        "{mitra} does not answer. Documents are still accepted and go on by themselves once it is back.";
    partner_trying: "{mitra} sedang dicoba lagi.", "{mitra} is being tried again.";

    inbox: "Pemberitahuan", "Notices";
    inbox_lead: "Surat, permintaan, dan batas waktu untuk perusahaan. Surel hanya memuat nomor dokumen; isinya ada di sini.",
        "Letters, requests and deadlines for the company. Mails carry the document's number alone; the rest is here.";
    inbox_empty: "Belum ada pemberitahuan.", "There are no notices yet.";
    inbox_none: "Tidak ada pemberitahuan yang cocok.", "No notice fits.";
    inbox_open: "Buka", "Open";
    inbox_letter: "Surat (PDF)", "Letter (PDF)";
    inbox_read_all: "Tandai semua sudah dibaca", "Mark all as read";
    inbox_unread: "Belum dibaca", "Not read";
    inbox_due: "Paling lambat {kapan}", "By {kapan}";
    inbox_older: "Yang lebih lama", "Older ones";
    inbox_newest: "Ke yang terbaru", "To the newest";
    inbox_pages: "Halaman pemberitahuan", "Pages of the notices";
    inbox_filter: "Saring pemberitahuan", "Filter the notices";
    inbox_preferences: "Atur surel pemberitahuan", "Choose how you are told by mail";
    all: "Semua", "All";
    kind: "Jenis", "Kind";
    kind_letter: "Surat", "Letter";
    kind_deadline: "Batas waktu", "Deadline";
    kind_request: "Permintaan", "Request";
    kind_news: "Kabar", "News";
    state: "Keadaan", "State";
    apply: "Tampilkan", "Show";
}

//! Texts of office hours and closed days.

use crate::messages::messages;

messages! {
    CalendarTexts, same: [];

    title: "Jam layanan dan hari libur", "Office hours and closed days";
    lead: "Tenggat dihitung dari kalender ini. Setiap perubahan berlaku mulai tanggalnya dan disetujui operator lain.",
        "Deadlines follow this calendar. Each change holds from its date on and is approved by another operator.";
    none: "Belum ada data referensi, jadi belum ada kalender. Impor dulu data referensinya.",
        "There are no reference data yet, hence no calendar. Import reference data first.";
    office: "Kantor", "Office";
    all_offices: "Semua kantor", "All offices";
    show: "Tampilkan", "Show";
    hours: "Jam layanan hari ini", "Office hours today";
    hours_value: "{buka} sampai {tutup} {zona}", "{buka} to {tutup} {zona}";
    nonstop: "24 jam, juga hari libur", "24 hours, holidays included";
    next_closed: "Hari libur berikutnya", "Next closed day";
    nothing_closed: "Belum tercatat", "None recorded";

    changes: "Perubahan jam layanan", "Changes of office hours";
    changes_none: "Belum pernah diubah: pukul 08:00 sampai 17:00.", "Never changed: from 08:00 to 17:00.";
    scroll_changes: "Perubahan jam layanan, dapat digeser ke samping", "Changes of office hours, scrolls sideways";
    column_what: "Jam", "Hour";
    opens: "Buka", "Opens";
    closes: "Tutup", "Closes";
    column_time: "Pukul", "Time";
    column_validity: "Berlaku", "Valid";
    column_law: "Dasar", "Legal basis";
    column_whose: "Untuk", "For";
    this_office: "Kantor ini", "This office";
    always: "Sejak semula", "Since ever";
    open_end: "seterusnya", "until further notice";
    period: "{mulai} s.d. {sampai}", "{mulai} to {sampai}";

    closed: "Hari libur yang akan datang", "Closed days to come";
    scroll_closed: "Hari libur, dapat digeser ke samping", "Closed days, scrolls sideways";
    column_date: "Tanggal", "Date";
    column_name: "Nama", "Name";

    add_closed: "Tambah hari libur", "Add closed days";
    for_office: "Berlaku untuk", "Holds for";
    from: "Hari pertama", "First day";
    until: "Hari terakhir", "Last day";
    until_hint: "Kosongkan bila hanya satu hari.", "Leave empty for a single day.";
    name: "Nama atau sebab", "Name or reason";
    name_hint: "Contoh: Cuti bersama Idulfitri, Pindah gedung", "For example: collective leave, moving house";
    law: "Dasar", "Legal basis";
    law_hint: "Nomor keputusan atau nota dinas", "Number of the decision or memorandum";
    ask: "Minta persetujuan", "Ask for approval";

    change_hours: "Ubah jam layanan", "Change office hours";
    starts: "Mulai berlaku", "Holds from";
    time_hint: "Contoh: 07:30", "For example 07:30";
    hours_note: "Kantor 24 jam tetap melayani setiap hari; jam ini dipakai bila status itu dicabut.",
        "Offices that never close keep serving every day; these hours count if that is withdrawn.";
}

//! Texts of the page of reference data.

use crate::messages::messages;

messages! {
    TableTexts, same: [];

    title: "Data referensi", "Reference data";
    lead: "Tabel yang dipakai untuk memeriksa dokumen dan menghitung pungutan.",
        "The tables that documents are checked with and duties are computed from.";
    import: "Impor data referensi", "Import reference data";
    calendar: "Jam layanan dan hari libur", "Office hours and closed days";
    version: "Versi yang berlaku", "Version in force";
    since: "Diimpor", "Imported";
    rates_until: "Kurs pajak berlaku sampai", "Exchange rates valid until";
    rates_none: "Tidak ada kurs untuk hari ini", "No rates for today";
    none: "Belum ada data referensi. Impor dulu berkasnya.",
        "No reference data yet. Import the files first.";
    tables: "Tabel", "Tables";
    column_table: "Isi", "Content";
    column_file: "Nama berkas", "File name";
    column_rows: "Jumlah baris", "Rows";
    rates: "Kurs pajak hari ini", "Today's exchange rates";
    rates_empty: "Tidak ada kurs yang berlaku hari ini. Dokumen tidak bisa dihitung sampai kurs diimpor.",
        "No rate is in force today. Documents cannot be computed until rates are imported.";
    column_currency: "Valuta", "Currency";
    column_value: "Rupiah untuk 1 unit", "Rupiah for 1 unit";
    column_period: "Masa berlaku", "Valid";
    column_decree: "Dasar", "Decree";
    period: "{mulai} s.d. {sampai}", "{mulai} to {sampai}";
    sample: "Kurs contoh", "Sample rate";
    scroll_tables: "Tabel data referensi, dapat digeser ke samping", "Reference tables, scrolls sideways";
    scroll_rates: "Kurs pajak, dapat digeser ke samping", "Exchange rates, scrolls sideways";
    simulator: "Buka simulator mitra", "Open the partner simulator";
    simulator_text: "Di demo ini INSW, bank, TPS, dan OSS/DJP dimainkan oleh simulator.",
        "In this demo INSW, the bank, the terminal and OSS/DJP are played by a simulator.";
}

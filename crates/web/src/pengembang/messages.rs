//! Texts of the pages for integrators.

use crate::messages::messages;

messages! {
    DeveloperTexts, same: ["parameter"];

    title: "Untuk pengembang", "For integrators";
    lead: "API host-to-host berbicara seperti CEISA 4.0: klien cukup mengganti alamat dasarnya. Kedua generasi alamat menjawab sama.",
        "The host-to-host API speaks as CEISA 4.0 does: a client only changes its base address. Both path generations give the same answers.";
    base: "Alamat dasar", "Base address";
    machine: "Uraian untuk mesin (OpenAPI 3.1)", "Description for machines (OpenAPI 3.1)";
    fields: "Semua isian BC 2.0", "All fields of the BC 2.0";
    first: "Tiga perintah pertama", "The first three commands";
    first_text: "Di demo, kata sandi ada di var/demo/accounts.json. Contoh dokumen benar untuk hari ini.",
        "In a demo the password stands in var/demo/accounts.json. The sample document is right today.";
    refusals_title: "Penolakan", "Refusals";
    refusals_text: "Gerbang menjawab {\"Exception\": …}; layanan menjawab {status, message, nomorAju} dan, di temuan, satu baris untuk setiap kesalahan: kode, letak, uraian dalam dua bahasa, dan dasar hukumnya. Jawaban 429 dan 503 menyebut Retry-After: tidak ada yang tersimpan, kirim lagi permintaan yang sama.",
        "The gateway answers {\"Exception\": …}; a service answers {status, message, nomorAju} and, in temuan, one row for each mistake: code, pointer, text in both languages and its law. 429 and 503 bring Retry-After: nothing was stored, send the same request again.";
    groups: "Kelompok", "Groups";
    open: "tanpa token", "without a token";
    parameter: "Parameter", "Parameter";
    place: "Letak", "Where";
    required: "wajib", "required";
    optional: "tidak wajib", "optional";
    about: "Arti", "Meaning";
    example: "Contoh", "Example";
    sends: "Dikirim", "Sent";
    answers: "Dijawab", "Answered";
    refused: "Penolakan dengan status", "Refusals with status";
    document_link: "isian dokumen", "fields of the document";
    scroll: "Tabel parameter, dapat digeser ke samping", "Table of parameters, scrolls sideways";

    document_title: "Isian BC 2.0", "Fields of the BC 2.0";
    document_lead: "Nama anggota seperti dalam JSON CEISA. Angka boleh ditulis sebagai teks, anggota lain diabaikan, null berarti kosong.",
        "Member names are those of CEISA's JSON. Figures may come as text, other members are ignored, null means blank.";
    sections: "Bagian", "Sections";
    header: "Data utama", "Header";
    field: "Anggota", "Member";
    kind: "Jenis", "Kind";
    filled: "Pengisian", "Filling";
    values: "Nilai atau daftar kode", "Values or code list";
    kind_text: "teks", "text";
    kind_number: "angka", "number";
    kind_date: "tanggal", "date";
    kind_list: "daftar", "list";
    scroll_fields: "Tabel isian, dapat digeser ke samping", "Table of fields, scrolls sideways";
    back: "Kembali ke daftar layanan", "Back to the list of calls";
}

//! Texts of the pages for integrators.

use crate::messages::messages;

messages! {
    DeveloperTexts, same: ["parameter"];

    title: "Untuk pengembang", "For integrators";
    lead: "API host-to-host berbicara seperti CEISA 4.0: klien cukup mengganti alamat dasarnya. Kedua generasi alamat menjawab sama.",
        "The host-to-host API speaks as CEISA 4.0 does: a client only changes its base address. Both path generations give the same answers.";
    base: "Alamat dasar", "Base address";
    machine: "Uraian untuk mesin (OpenAPI 3.1)", "Description for machines (OpenAPI 3.1)";
    fields: "Semua isian BC 2.0 dan daftar kodenya", "All fields of the BC 2.0 and their code lists";
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
    whole_list: "Daftar", "List";
    back_fields: "Kembali ke isian BC 2.0", "Back to the fields of the BC 2.0";

    codes_title: "Daftar kode", "Code list";
    codes_call: "Dicari lewat API dengan", "Searched over the API by";
    codes_none: "Daftar ini belum dimuat pada instalasi ini.", "This installation has not loaded the list.";
    scroll_codes: "Tabel kode, dapat digeser ke samping", "Table of codes, scrolls sideways";
    code: "Kode", "Code";

    findings_title: "Kode temuan", "Codes of findings";
    findings_link: "Semua kode temuan, bobot, dan dasar hukumnya", "All codes of findings, their weight and law";
    findings_lead: "Setiap temuan menyebut kode, bobot, letak, uraian dalam dua bahasa, dan dasar hukum. Kode tidak berubah dan tidak dipakai ulang.",
        "Each finding names code, weight, pointer, a text in both languages and its law. Codes do not change and are not used again.";
    findings_written: "Aturan dokumen", "Rules of the document";
    findings_form: "Bentuk kiriman", "Form of what is sent";
    findings_form_text: "Selalu menolak, sebelum isi dokumen dinilai.", "These always reject, before the content is judged.";
    findings_aju: "Nomor aju sudah dipakai dokumen lain, atau dokumen ini sedang diproses dengan isi lain.",
        "The aju belongs to another document, or this one is being processed with other content.";
    findings_strict: "Urutan baris atau jenis JSON tidak seperti skema; hanya bila instalasi menilainya dengan ketat.",
        "Order of rows or JSON types other than the schema's; only where the installation is strict.";
    findings_json: "Bukan JSON yang dapat dibaca, atau melampaui batas; line dan column menyebut tempatnya.",
        "Not readable JSON, or beyond a limit; line and column say where.";
    findings_fields: "Aturan setiap isian", "Rules of each field";
    findings_fields_text: "PIB-B: isian tidak dapat dibaca. PIB-W: isian wajib kosong. PIB-D: kode tidak ada dalam daftarnya. PIB-N: anggota tidak dikenal. Sesudahnya nama isian.",
        "PIB-B: the field cannot be read. PIB-W: a mandatory field is blank. PIB-D: the code is not in its list. PIB-N: an unknown member. The field's name follows.";
    weight: "Bobot", "Weight";
    weight_reject: "menolak", "rejects";
    weight_warn: "memperingatkan", "warns";
    weight_note: "memberi tahu", "informs";
    demands: "Yang diminta", "What it demands";
    law: "Dasar hukum", "Law";
    scroll_findings: "Tabel kode temuan, dapat digeser ke samping", "Table of codes of findings, scrolls sideways";
    back: "Kembali ke daftar layanan", "Back to the list of calls";
}

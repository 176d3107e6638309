//! Every text that a reader sees, Indonesian and English side by side. A page that names a missing text does not compile.
//! This is the table of the public pages; an area with many pages has a table of its own, made by the same macro.

/// A struct with the texts of one language as its fields, and both languages' values: `messages! { Name, same: ["key"];
/// key: "Indonesian", "English"; }`. `same` names the keys whose text is the same word in both.
macro_rules! messages {
    ($name:ident, same: [$($same:literal),*]; $($key:ident: $id:literal, $en:literal;)+) => {
        /// The texts of one language.
        #[derive(Debug)]
        pub struct $name { $(#[doc = $en] pub $key: &'static str,)+ }

        impl $name {
            /// The texts in `lang`.
            pub fn of(lang: $crate::lang::Lang) -> &'static Self {
                static INDONESIAN: $name = $name { $($key: $id,)+ };
                static ENGLISH: $name = $name { $($key: $en,)+ };
                match lang {
                    $crate::lang::Lang::Id => &INDONESIAN,
                    $crate::lang::Lang::En => &ENGLISH,
                }
            }
        }

        #[cfg(test)]
        mod texts {
            #[test]
            fn every_text_stands_in_both_languages() {
                $crate::messages::check(&[$((stringify!($key), $id, $en)),+], &[$($same),*]);
            }
        }
    };
}

pub(crate) use messages;

messages! {
    Messages, same: ["role_operator"];

    // Navigation of those who are not logged in.
    nav_home: "Beranda", "Home";
    nav_verify: "Cek surat", "Check a letter";
    nav_outbox: "Kotak keluar", "Outbox";
    nav_status: "Status layanan", "Service status";
    back_home: "Kembali ke beranda", "Back to the start page";

    // Start page.
    home_title: "Layanan pabean", "Customs service";
    home_lead: "Pemberitahuan impor (BC 2.0) diterima, diperiksa, dihitung pungutannya, dan dilepas di sini. \
            Sistem Saudara mengirim dokumen lewat API; setiap langkah menghasilkan surat.",
        "Import declarations (BC 2.0) are received, checked, assessed and released here. \
            Your system sends documents through the API; every step yields a letter.";
    home_verify_text: "Ada surat dari kantor pabean di tangan Saudara? Cek apakah surat itu asli.",
        "Holding a letter of the customs office? Check that it is genuine.";
    home_status_text: "Antrean kerja, sambungan ke mitra, dan data referensi saat ini.",
        "Work queues, links to partners, and the reference data in force.";
    home_simulator: "Simulator mitra", "Partner simulator";
    home_simulator_text: "Pengganti INSW, bank, TPS, dan OSS/DJP. Di sana tagihan dibayar dan barang digerakkan.",
        "Stands in for INSW, the bank, the terminal and OSS/DJP. Bills are paid and goods are moved there.";
    home_outbox_text: "Surel yang seharusnya terkirim.", "Mail that would have been sent.";
    api_title: "Alamat API", "API addresses";
    api_text: "Klien CEISA 4.0 cukup mengganti alamat dasarnya. Awalan generasi kedua melayani isi yang sama.",
        "A CEISA 4.0 client only changes its base address. The second generation of prefixes serves the same content.";
    api_login: "Masuk", "Log in";
    api_refresh: "Perbarui token", "Renew the token";
    api_submit: "Kirim dokumen", "Submit a document";
    api_check: "Periksa tanpa menyimpan", "Check without storing";
    api_state: "Status dan surat", "Status and letters";
    api_letter: "Unduh surat (PDF)", "Download a letter (PDF)";
    api_rate: "Kurs pajak", "Tax exchange rate";
    api_all: "Semua layanan dan isian, untuk pengembang", "All calls and fields, for integrators";
    api_second: "Awalan generasi kedua", "Second generation of prefixes";
    accounts_title: "Akun demo", "Demo accounts";
    accounts_text: "Kata sandi dan kunci API tidak ditampilkan di sini; keduanya ada di berkas",
        "Passwords and API keys are not shown here; they are in the file";
    accounts_role: "Peran, perusahaan atau kantor", "Role, company or office";
    accounts_user: "Nama pengguna", "User name";
    journey_title: "Perjalanan pertama", "A first journey";
    journey_text: "Jalankan di terminal, dari folder proyek.", "Run these in a terminal, from the project's folder.";
    journey_login: "Masuk. Ganti KATA-SANDI dengan isi berkas akun; tokennya disimpan di TOKEN.",
        "Log in. Put the password of the accounts file in place of KATA-SANDI; the token is kept in TOKEN.";
    journey_submit: "Kirim contoh pemberitahuan impor. Demo menulisnya saat dinyalakan, bertanggal hari itu.",
        "Submit the sample import declaration. The demo wrote it when it started, dated that day.";
    journey_status: "Lihat sampai di mana dokumen itu. Setelah kode billing terbit, bayar di simulator; \
            sisanya berjalan sendiri sampai SPPB.",
        "See how far the document is. Once there is a billing code, pay it at the simulator; \
            the rest runs by itself up to the SPPB, the release letter.";

    // Roles.
    role_trader: "Pengguna jasa", "Trader";
    role_pfpb: "Pemeriksa fisik barang", "Goods inspector";
    role_ppd: "Pemeriksa dokumen", "Document officer";
    role_p2: "Penindakan (P2)", "Enforcement (P2)";
    role_hanggar: "Petugas hanggar", "Gate officer";
    role_kepala: "Kepala kantor", "Head of office";
    role_treasury: "Perbendaharaan", "Treasury";
    role_operator: "Operator", "Operator";

    // Verification.
    verify_title: "Cek keaslian surat", "Check that a letter is genuine";
    verify_lead: "Setiap surat memuat kode verifikasi di samping QR. Bandingkan yang tampil di sini dengan surat di tangan Saudara.",
        "Every letter bears a verification code beside its QR. Compare what is shown here with the letter in your hand.";
    verify_label: "Kode verifikasi", "Verification code";
    verify_hint: "Dua belas huruf dan angka, misalnya 7KQ2-M9TX-4HVD.", "Twelve letters and digits, such as 7KQ2-M9TX-4HVD.";
    verify_button: "Cek surat", "Check the letter";
    verify_authentic: "Surat ini asli", "This letter is genuine";
    verify_authentic_word: "Asli", "Genuine";
    verify_authentic_text: "Surat ini diterbitkan di sini dan belum digantikan surat lain.",
        "It was issued here, and no other letter has replaced it.";
    verify_superseded: "Surat ini asli, tetapi sudah digantikan", "This letter is genuine, but it has been replaced";
    verify_superseded_word: "Digantikan", "Replaced";
    verify_superseded_text: "Surat ini diterbitkan di sini, lalu digantikan surat lain. Mintalah surat yang terbaru.",
        "It was issued here and then replaced by another letter. Ask for the latest one.";
    verify_unknown: "Kode tidak dikenal", "Unknown code";
    verify_unknown_word: "Tidak dikenal", "Unknown";
    verify_unknown_text: "Tidak ada surat dengan kode ini. Periksa lagi hurufnya. Bila di surat memang tertulis begitu, \
            jangan percaya surat itu sebelum bertanya ke kantor pabean.",
        "No letter has this code. Check the letters again. If the paper does say so, do not trust it before you have \
            asked the customs office.";
    verify_kind: "Jenis surat", "Kind of letter";
    verify_number: "Nomor", "Number";
    verify_no_number: "Tanpa nomor", "Without number";
    verify_date: "Tanggal", "Date";
    verify_office: "Kantor", "Office";
    verify_aju: "Nomor aju, enam angka terakhir", "Submission number, last six digits";
    verify_fingerprint: "Sidik dokumen, enam belas tanda pertama", "Document fingerprint, first sixteen digits";
    verify_privacy: "Nama perusahaan dan isi surat tidak ditampilkan.",
        "Neither the company's name nor the letter's content is shown.";
    verify_again: "Cek surat lain", "Check another letter";

    // Outbox.
    outbox_title: "Kotak keluar", "Outbox of the demo";
    outbox_lead: "Surel yang seharusnya terkirim, terbaru di atas, paling banyak lima puluh.",
        "Mail that would have been sent, newest first, at most fifty.";
    outbox_empty: "Belum ada surel. Kirim satu pemberitahuan impor, dan surelnya muncul di sini.",
        "No mail yet. Submit an import declaration, and its mail appears here.";
    outbox_to: "Kepada", "To";
    outbox_at: "Waktu", "Time";

    // Service status.
    status_title: "Status layanan", "State of the service";
    status_good: "Semua berjalan", "Everything works";
    status_warn: "Ada gangguan", "Something is wrong";
    status_bad: "Basis data tidak menjawab", "The database does not answer";
    status_bad_text: "Dokumen yang sudah mendapat jawaban berhasil tetap tersimpan. Kirim ulang yang belum, dengan kunci idempotensi yang sama.",
        "Every document that was answered with success is stored. Send the others again, with the same idempotency key.";
    status_at: "Waktu", "Time";
    status_engine: "Basis data", "Database";
    status_reference: "Data referensi", "Reference data";
    status_reference_value: "versi {version}, sejak {date}", "version {version}, since {date}";
    status_reference_none: "belum ada; tidak ada dokumen yang dapat diperiksa", "none yet; no document can be checked";
    status_oldest: "Paling lama menunggu", "Longest wait";
    status_oldest_none: "tidak ada yang terlambat", "nothing is late";
    status_partners: "Mitra", "Partners";
    status_partners_text: "Bila mitra tidak menjawab, dokumen menunggu lalu berlanjut sendiri. Tidak perlu dikirim ulang.",
        "When a partner does not answer, documents wait and then continue by themselves. There is no need to send them again.";
    status_partner: "Nama mitra", "Partner";
    status_state: "Keadaan", "State";
    status_closed: "Tersambung", "Connected";
    status_open: "Tidak menjawab", "Not answering";
    status_half_open: "Sedang dicoba lagi", "Being tried again";
    status_queues: "Antrean kerja", "Work queues";
    status_queues_none: "Tidak ada pekerjaan yang menunggu.", "No work is waiting.";
    status_kind: "Pekerjaan", "Work";
    status_waiting: "Menunggu", "Waiting";
    status_dead: "Gagal", "Failed";
    job_insw: "Analisis lartas di INSW", "Restriction analysis at INSW";
    job_validasi: "Validasi dokumen", "Validation of documents";
    job_billing: "Pembuatan kode billing", "Creation of billing codes";
    job_batal_billing: "Pembatalan kode billing", "Withdrawal of billing codes";
    job_bayar: "Pengecekan pembayaran", "Look for payments";
    job_manifes: "Pencocokan manifes", "Matching with the manifest";
    job_posisi: "Pengecekan posisi barang", "Look for the goods' position";
    job_tps: "Pemberitahuan ke TPS", "Notices to terminals";
    job_kabar: "Pengiriman surel", "Sending of mail";
    job_jalur: "Penetapan jalur", "Drawing of the channel";
    job_impor: "Impor data referensi yang disetujui", "Import of approved reference data";
    job_ringkas: "Ringkasan harian lewat surel", "Daily digests by mail";
    job_akun: "Pendaftaran dan surel akun", "Registrations and account mail";
    job_webhook: "Pengiriman webhook", "Webhook deliveries";
    status_json: "Data halaman ini sebagai JSON", "This page's data as JSON";

    // Problems.
    not_found_title: "Halaman tidak ada", "There is no such page";
    not_found_text: "Periksa alamatnya, atau mulai lagi dari beranda.", "Check the address, or begin again at the start page.";
    method_title: "Permintaan tidak dikenal", "This request is not understood";
    method_text: "Halaman ini hanya dapat dibuka, tidak menerima kiriman.", "This page can be opened; it does not take submissions.";
    denied_title: "Tidak berhak", "Not allowed";
    denied_text: "Akun Saudara tidak berhak membuka halaman atau melakukan tindakan ini. Minta hak itu kepada admin perusahaan Saudara.",
        "Your account may not open this page or do this. Ask the administrator of your company for the right.";
    foreign_title: "Formulir sudah tidak berlaku", "This form is no longer valid";
    foreign_text: "Sesi formulir ini sudah berganti atau formulir tidak dikirim dari halaman kami; tidak ada yang disimpan. \
            Kembali, muat ulang halaman, lalu kirim lagi.",
        "The session of this form has changed, or the form was not sent from our page; nothing was stored. \
            Go back, reload the page and send it again.";
    too_large_title: "Kiriman terlalu besar", "Too much at once";
    too_large_text: "Satu kiriman memuat paling banyak 12 MB; tidak ada yang disimpan. Kirim berkas yang lebih kecil, atau satu demi satu.",
        "One form carries at most 12 MB; nothing was stored. Send smaller files, or one after the other.";
    form_title: "Formulir tidak dapat dibaca", "The form cannot be read";
    form_text: "Isinya terlalu besar atau bentuknya salah; tidak ada yang disimpan. Kembali dan coba lagi.",
        "It is too large or of a wrong shape; nothing was stored. Go back and try again.";
    link_dead_title: "Tautan tidak berlaku lagi", "This link is no longer valid";
    link_dead_text: "Tautan ini sudah dipakai, sudah diganti yang lebih baru, atau sudah lewat waktunya. Minta tautan baru dari halaman yang sama.",
        "This link was used, was replaced by a newer one, or its time is over. Ask for a new one on the same page.";
    throttled_title: "Terlalu banyak percobaan", "Too many attempts";
    throttled_text: "Dari alamat ini datang terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi; akun Saudara tidak dikunci.",
        "Too many attempts came from this address. Wait a moment and try again; your account is not locked.";
    busy_title: "Sedang sibuk", "Busy";
    busy_text: "Sistem belum dapat menjawab. Tidak ada yang berubah; coba lagi beberapa detik lagi.",
        "The system cannot answer now. Nothing was changed; try again in a few seconds.";
    fault_title: "Ada kesalahan di pihak kami", "Something went wrong on our side";
    fault_text: "Kesalahan ini sudah tercatat. Coba lagi; bila tetap terjadi, sebutkan kode ini kepada operator.",
        "The error is recorded. Try again; if it stays, tell the operator this code.";
    fault_reference: "Kode kesalahan:", "Error code:";
}

/// Puts values in place of `{name}`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Both languages say something, not the same, with the same places.
#[cfg(test)]
pub(crate) fn check(table: &[(&str, &str, &str)], same: &[&str]) {
    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        places.sort_unstable();
        places
    }
    for (key, id, en) in table {
        assert!(!id.trim().is_empty() && !en.trim().is_empty(), "{key} is empty");
        assert!(id != en || same.contains(key), "{key} is not translated");
        assert_eq!(places(id), places(en), "{key} has other places");
        assert!(!id.contains("  ") && !en.contains("  "), "{key} has a double space");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_place() {
        assert_eq!(
            fill("versi {version}, sejak {date}", &[("version", "3"), ("date", "hari ini")]),
            "versi 3, sejak hari ini"
        );
    }
}

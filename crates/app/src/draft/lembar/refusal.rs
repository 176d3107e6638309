//! Why a workbook is not read, in words.

use kernel::Text;
use sheet::Refused;

/// What to say, and what to do about it.
pub(super) fn words(why: &Refused) -> Text {
    match why {
        Refused::TooLarge => Text::fixed(
            "Berkas lebih dari 10 MB. Bagi menjadi beberapa berkas.",
            "The file is larger than 10 MB. Divide it into several.",
        ),
        Refused::NotAWorkbook => Text::fixed(
            "Berkas ini bukan buku kerja .xlsx. Simpan dari program lembar kerja sebagai .xlsx.",
            "This file is no .xlsx workbook. Save it as .xlsx in your spreadsheet program.",
        ),
        Refused::OldOrLocked => Text::fixed(
            "Berkas ini .xls lama atau berkata sandi. Simpan sebagai .xlsx tanpa kata sandi.",
            "This file is an old .xls or has a password. Save it as .xlsx without a password.",
        ),
        Refused::Broken => Text::fixed(
            "Berkas ini rusak dan tidak dapat dibaca sampai habis. Simpan ulang, lalu kirim lagi.",
            "This file is damaged and cannot be read to its end. Save it anew and send it again.",
        ),
        Refused::TooManyEntries | Refused::Inflates | Refused::Ratio | Refused::TooMuch | Refused::TooHeavy => {
            Text::fixed(
                "Isi berkas ini jauh lebih besar daripada daftar barang mana pun. Salin selnya ke templat kosong.",
                "This file holds far more than any list of goods. Copy its cells into an empty template.",
            )
        }
        Refused::Nested => Text::fixed(
            "Di dalam berkas ini ada berkas lain. Hapus objek yang disisipkan, lalu simpan ulang.",
            "There is another file inside this one. Remove embedded objects and save it anew.",
        ),
        Refused::Dtd => Text::fixed(
            "Berkas ini memuat deklarasi XML yang tidak dipakai lembar kerja. Simpan ulang sebagai .xlsx.",
            "This file carries XML declarations that no spreadsheet writes. Save it anew as .xlsx.",
        ),
        Refused::Macro => Text::fixed(
            "Berkas ini memuat makro atau objek aktif. Simpan sebagai .xlsx tanpa makro.",
            "This file carries macros or active objects. Save it as .xlsx without macros.",
        ),
        Refused::ExternalLink => Text::fixed(
            "Berkas ini mengambil data dari berkas atau layanan lain. Salin sebagai nilai, lalu hapus tautannya.",
            "This file takes data from other files or services. Copy as values and remove the links.",
        ),
        Refused::FarCell(at) => Text::made(
            format!("Sel {at} terisi jauh di luar tabel; paling banyak 20.000 baris dan 100 kolom. Hapus isinya."),
            format!("Cell {at} is filled far outside the table; 20,000 rows and 100 columns at most. Clear it."),
        ),
        Refused::LongText(at) => Text::made(
            format!("Sel {at} memuat lebih dari 4.000 karakter. Pendekkan isinya."),
            format!("Cell {at} holds more than 4,000 characters. Shorten it."),
        ),
        Refused::TooManySheets => Text::fixed(
            "Buku kerja ini punya lebih dari 40 lembar. Hapus yang tidak dipakai.",
            "This workbook has more than 40 sheets. Remove those that are not used.",
        ),
    }
}

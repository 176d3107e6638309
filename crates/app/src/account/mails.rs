//! The mails about accounts: plain sentences, Indonesian first, English below; no figures and no names of others.

use kernel::Text;
use serde::{Deserialize, Serialize};

use crate::App;
use crate::ports::Mail;

use super::link::{minutes, paths};

/// A mail before it has a recipient.
pub(crate) struct Letter {
    subject: &'static str,
    lines: Vec<Text>,
    link: Option<(Text, String)>,
    english: bool,
}

/// One of the two languages of a text.
type Language = fn(&Text) -> &str;

fn indonesian(text: &Text) -> &str {
    &text.id
}

fn english(text: &Text) -> &str {
    &text.en
}

const IGNORE: Text = Text::fixed(
    "Bila Anda tidak memintanya, abaikan surat ini; tidak ada yang berubah.",
    "If you did not ask for this, ignore this mail; nothing changes.",
);
const NOT_ME: Text = Text::fixed(
    "Bila bukan Anda yang melakukannya, segera minta kata sandi baru dan hubungi operator.",
    "If this was not you, ask for a new password at once and tell the operator.",
);

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    Password,
    Email,
    EmailAsked,
    FactorOn,
    FactorOff,
    KeyOn,
    KeyOff,
    KeyCopied,
    Recovery,
    Rights,
    Closed,
}

impl Letter {
    fn new(subject: &'static str, lines: &[Text]) -> Self {
        Self { subject, lines: lines.to_vec(), link: None, english: false }
    }

    fn with(mut self, id: &'static str, en: &'static str, url: &str) -> Self {
        self.link = Some((Text::fixed(id, en), url.to_owned()));
        self
    }

    /// The same, its reader's language first; the other one follows, since whoever got an address wrong reads it too.
    pub fn in_language(mut self, word: &str) -> Self {
        self.english = word == "en";
        self
    }

    /// The mail to `to`.
    pub fn to(&self, app: &App, to: &str, id: &str) -> Mail {
        let name = &app.settings().name;
        let [first, second]: [(&str, Language); 2] =
            if self.english { [("en", english), ("id", indonesian)] } else { [("id", indonesian), ("en", english)] };
        let mut body = self.plain(first.1);
        body += "--\n\n";
        body += &self.plain(second.1);
        body += name;
        body += "\n";
        let mut html = format!("<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><body>", first.0);
        html += &self.marked(first.1);
        html += &format!("<hr><div lang=\"{}\">", second.0);
        html += &self.marked(second.1);
        html += "</div><p>";
        html += &escape(name);
        html += "</p></body></html>";
        Mail { to: to.to_owned(), subject: self.subject.to_owned(), body, id: id.to_owned(), html: Some(html) }
    }

    /// One language as plain text.
    fn plain(&self, language: Language) -> String {
        let mut parts: Vec<String> = self.lines.iter().map(|line| language(line).to_owned()).collect();
        parts.extend(self.link.iter().map(|(text, url)| format!("{}:\n{url}", language(text))));
        parts.iter().map(|part| format!("{part}\n\n")).collect::<Vec<_>>().concat()
    }

    /// One language as HTML.
    fn marked(&self, language: Language) -> String {
        let mut parts: Vec<String> = self.lines.iter().map(|line| escape(language(line))).collect();
        let link = |(text, url): &(Text, String)| format!("<a href=\"{}\">{}</a>", escape(url), escape(language(text)));
        parts.extend(self.link.iter().map(link));
        parts.iter().map(|part| format!("<p>{part}</p>")).collect::<Vec<_>>().concat()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Lupa Password; subject and label are the guide's own.
pub(crate) fn reset(url: &str) -> Letter {
    let n = minutes::RESET;
    let lines = [
        Text::made(
            format!(
                "Ada permintaan kata sandi baru untuk akun Anda. Tautan ini berlaku {n} menit dan hanya satu kali."
            ),
            format!("Somebody asked for a new password for your account. This link lasts {n} minutes and works once."),
        ),
        IGNORE,
    ];
    Letter::new("Reset Password akun Pengguna Jasa BeaCukai", &lines).with("Konfirmasi Email", "Confirm e-mail", url)
}

/// The address belongs to an old account that was not activated.
pub(crate) fn activate_first(app: &App) -> Letter {
    let lines = [
        Text::fixed(
            "Alamat ini tercatat pada akun portal lama yang belum diaktifkan. Kata sandi baru belum dapat diminta; \
             lakukan dahulu Aktivasi Akun Lama.",
            "This address belongs to an account of the old portal that was not activated. A new password cannot be \
             asked for yet; activate the old account first.",
        ),
        IGNORE,
    ];
    let url = format!("{}{}", app.settings().base_url, paths::OLD);
    Letter::new("Aktivasi Akun Lama Pengguna Jasa BeaCukai", &lines).with(
        "Aktivasi Akun Lama",
        "Activate the old account",
        &url,
    )
}

/// Activation link.
pub(crate) fn activate(url: &str) -> Letter {
    let n = minutes::ACTIVATE;
    let lines = [
        Text::made(
            format!(
                "Data Anda cocok dengan akun portal lama. Buka tautan ini dalam {n} menit untuk membuat kata sandi."
            ),
            format!("Your data fit an account of the old portal. Open this link within {n} minutes to set a password."),
        ),
        IGNORE,
    ];
    Letter::new("Aktivasi Akun Lama Pengguna Jasa BeaCukai", &lines).with("Aktifkan akun", "Activate the account", url)
}

/// To the old address when the activation link went to a new one.
pub(crate) fn activation_elsewhere() -> Letter {
    let lines = [
        Text::fixed(
            "Akun portal lama Anda sedang diaktifkan dengan alamat e-mail lain, setelah kata sandi lamanya dibuktikan.",
            "Your account of the old portal is being activated with another e-mail address, after its old password was proven.",
        ),
        NOT_ME,
    ];
    Letter::new("Alamat e-mail akun Anda akan diganti", &lines)
}

/// Activation with data that do not fit what is on file for the address.
pub(crate) fn mismatch(app: &App) -> Letter {
    let lines = [
        Text::fixed(
            "Nama pengguna, NPWP dan e-mail yang diisi tidak cocok dengan satu akun lama yang sama. Periksa kembali, \
             atau hubungi kantor Bea Cukai yang melayani Anda. Untuk mengganti e-mail, kata sandi lama juga harus benar.",
            "User name, NPWP and e-mail do not belong to one and the same old account. Check them, or contact your \
             customs office. To replace the e-mail, the old password must be right too.",
        ),
        IGNORE,
    ];
    let url = format!("{}{}", app.settings().base_url, paths::OLD);
    Letter::new("Aktivasi Akun Lama Pengguna Jasa BeaCukai", &lines).with("Coba lagi", "Try again", &url)
}

/// The account is active already.
pub(crate) fn already_active(app: &App) -> Letter {
    let lines = [
        Text::fixed(
            "Alamat ini sudah memiliki akun aktif, jadi tidak perlu mendaftar atau mengaktifkan lagi. Masuklah dengan \
             nama pengguna Anda; bila lupa, gunakan Lupa Password.",
            "This address already has an active account, so there is nothing to register or activate. Log in with your \
             user name; if you forgot the password, ask for a new one.",
        ),
        IGNORE,
    ];
    let url = format!("{}{}", app.settings().base_url, paths::FORGOT);
    Letter::new("Akun Anda sudah ada", &lines).with("Lupa Password", "Forgotten password", &url)
}

/// Confirm a registration.
pub(crate) fn confirm(url: &str) -> Letter {
    let lines = [
        Text::fixed(
            "Data perusahaan sudah dicocokkan dengan DJP dan OSS. Buka tautan ini dalam 24 jam untuk membuat kata sandi \
             dan menyelesaikan pendaftaran.",
            "The company's data were checked with the tax office and OSS. Open this link within 24 hours to set a \
             password and finish the registration.",
        ),
        IGNORE,
    ];
    Letter::new("Konfirmasi Pendaftaran Pengguna Jasa BeaCukai", &lines).with("Konfirmasi Email", "Confirm e-mail", url)
}

/// OSS/DJP does not answer.
pub(crate) fn registry_down() -> Letter {
    let lines = [
        Text::fixed(
            "Pendaftaran Anda sudah tersimpan. DJP/OSS sedang tidak menjawab; kami memeriksa lagi secara berkala dan \
             mengirim surat berikutnya begitu jawabannya ada. Anda tidak perlu mendaftar ulang.",
            "Your registration is kept. The tax office or OSS does not answer at the moment; we ask again at intervals \
             and write to you as soon as there is an answer. You need not register again.",
        ),
        IGNORE,
    ];
    Letter::new("Pendaftaran Anda menunggu jawaban DJP/OSS", &lines)
}

/// The company has an administrator already.
pub(crate) fn ask_admin() -> Letter {
    let lines = [
        Text::fixed(
            "NPWP yang diisi sudah terdaftar. Mintalah admin perusahaan mengundang alamat ini melalui menu Pengguna. \
             Bila adminnya tidak ada lagi, hubungi kantor Bea Cukai yang melayani perusahaan.",
            "The NPWP is registered already. Ask the company's administrator to invite this address in the menu Users. \
             If there is no administrator any more, contact the customs office that serves the company.",
        ),
        IGNORE,
    ];
    Letter::new("Pendaftaran: perusahaan sudah terdaftar", &lines)
}

/// The company's users came from the old portal.
pub(crate) fn company_is_old(app: &App) -> Letter {
    let lines = [
        Text::fixed(
            "NPWP yang diisi memiliki akun pada portal lama. Gunakan Aktivasi Akun Lama, bukan pendaftaran baru.",
            "The NPWP has accounts of the old portal. Use the activation of the old account, not a new registration.",
        ),
        IGNORE,
    ];
    let url = format!("{}{}", app.settings().base_url, paths::OLD);
    Letter::new("Pendaftaran: gunakan Aktivasi Akun Lama", &lines).with(
        "Aktivasi Akun Lama",
        "Activate the old account",
        &url,
    )
}

/// What OSS/DJP says does not fit.
pub(crate) fn not_registered(reason: Text) -> Letter {
    let lines = [
        Text::fixed(
            "Pendaftaran Anda belum dapat dilanjutkan karena data tidak cocok dengan DJP/OSS:",
            "Your registration cannot go on, since the data do not fit those of the tax office or OSS:",
        ),
        reason,
        Text::fixed("Perbaiki datanya lalu daftar kembali.", "Correct the data and register again."),
    ];
    Letter::new("Pendaftaran belum dapat dilanjutkan", &lines)
}

/// An invitation.
pub(crate) fn invite(url: &str) -> Letter {
    let lines = [
        Text::fixed(
            "Anda diundang menjadi pengguna. Buka tautan ini dalam 7 hari untuk memilih nama pengguna dan kata sandi.",
            "You are invited as a user. Open this link within 7 days to choose a user name and a password.",
        ),
        IGNORE,
    ];
    Letter::new("Undangan akun BeaCukai", &lines).with("Terima undangan", "Accept the invitation", url)
}

/// An invitation to an address that has an account.
pub(crate) fn invited_in_vain() -> Letter {
    let lines = [Text::fixed(
        "Anda diundang menjadi pengguna, tetapi alamat ini sudah dipakai akun lain. Satu alamat hanya untuk satu akun; \
         berikan alamat lain kepada yang mengundang Anda.",
        "You are invited as a user, but this address already belongs to another account. One address serves one \
         account; give another one to whoever invites you.",
    )];
    Letter::new("Undangan akun BeaCukai", &lines)
}

/// Confirm a new address.
pub(crate) fn new_email(url: &str) -> Letter {
    let n = minutes::EMAIL;
    let lines = [
        Text::made(
            format!("Alamat ini diminta menjadi alamat e-mail sebuah akun. Tautan ini berlaku {n} menit."),
            format!("This address is to become the e-mail address of an account. The link lasts {n} minutes."),
        ),
        IGNORE,
    ];
    Letter::new("Konfirmasi alamat e-mail baru", &lines).with("Konfirmasi Email", "Confirm e-mail", url)
}

/// The new address belongs to another account.
pub(crate) fn email_in_use() -> Letter {
    let lines = [
        Text::fixed(
            "Alamat ini diminta menjadi alamat e-mail sebuah akun, tetapi sudah dipakai akun lain. Tidak ada yang berubah.",
            "This address was to become the e-mail address of an account, but belongs to another one. Nothing changed.",
        ),
        IGNORE,
    ];
    Letter::new("Alamat e-mail sudah dipakai", &lines)
}

/// What happened to an account.
pub(crate) fn notice(what: What) -> Letter {
    Letter::new(subject(what), &[told(what), NOT_ME])
}

fn subject(what: What) -> &'static str {
    match what {
        What::Password => "Kata sandi akun Anda diganti",
        What::Email => "Alamat e-mail akun Anda diganti",
        What::EmailAsked => "Permintaan penggantian alamat e-mail",
        What::FactorOn => "Faktor kedua dipasang",
        What::FactorOff => "Faktor kedua dilepas",
        What::KeyOn => "Kunci sandi dipasang",
        What::KeyOff => "Kunci sandi dilepas",
        What::KeyCopied => "Kunci sandi Anda mungkin disalin",
        What::Recovery => "Kode pemulihan dipakai",
        What::Rights => "Hak akses Anda diubah",
        What::Closed => "Akun Anda dinonaktifkan",
    }
}

fn told(what: What) -> Text {
    match what {
        What::Password => Text::fixed(
            "Kata sandi akun Anda baru saja diganti. Semua sesi dan token lain sudah berakhir.",
            "Your password was changed just now. All other sessions and tokens have ended.",
        ),
        What::Email => Text::fixed(
            "Alamat e-mail akun Anda baru saja diganti; surat berikutnya dikirim ke alamat baru.",
            "The e-mail address of your account was changed just now; later mails go to the new address.",
        ),
        What::EmailAsked => Text::fixed(
            "Ada permintaan mengganti alamat e-mail akun Anda. Alamat lama berlaku sampai alamat baru dikonfirmasi.",
            "Somebody asked to change your e-mail address. The old one stays until the new one is confirmed.",
        ),
        What::FactorOn => Text::fixed(
            "Aplikasi autentikator baru saja dipasang pada akun Anda.",
            "An authenticator application was set up for your account just now.",
        ),
        What::FactorOff => Text::fixed(
            "Aplikasi autentikator baru saja dilepas dari akun Anda.",
            "The authenticator application was removed from your account just now.",
        ),
        What::KeyOn => Text::fixed(
            "Kunci sandi baru saja dipasang pada akun Anda.",
            "A passkey was set up for your account just now.",
        ),
        What::KeyOff => Text::fixed(
            "Kunci sandi baru saja dilepas dari akun Anda.",
            "A passkey was removed from your account just now.",
        ),
        What::KeyCopied => Text::fixed(
            "Seseorang mencoba masuk ke akun Anda dengan salinan kunci sandi Anda dan ditolak. Lepaskan kunci itu di \
                 halaman Keamanan akun dan pasang yang baru.",
            "Somebody tried to log in to your account with a copy of your passkey and was refused. Remove that key on \
                 the page of account security and set up a new one.",
        ),
        What::Recovery => Text::fixed(
            "Sebuah kode pemulihan baru saja dipakai untuk masuk ke akun Anda.",
            "A recovery code was used to log in to your account just now.",
        ),
        What::Rights => Text::fixed(
            "Hak akses akun Anda baru saja diubah oleh admin dan langsung berlaku.",
            "An administrator changed the rights of your account just now; they hold at once.",
        ),
        What::Closed => Text::fixed(
            "Akun Anda baru saja dinonaktifkan. Semua sesi sudah berakhir.",
            "Your account was closed just now. All sessions have ended.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    }
}

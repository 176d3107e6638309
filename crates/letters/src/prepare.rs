//! From the frozen data of a letter to what its template reads.

use app::surat::{
    Bap, Billing, Bpn, Ip, Kop, Lhp, Npd, Npp, Penerimaan, Spbl, Spjm, Sppb, Sptnp, SuratUmum, TandaTerimaDokap, Zona,
};
use jiff::civil::DateTime;
use kernel::Rupiah;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::clean::clean;
use crate::words::terbilang;

/// A letter ready to be set.
pub struct Letter {
    /// What the template reads as `data.json`.
    pub json: Vec<u8>,
    /// What makes the file itself: its identity and date.
    pub stamp: Stamp,
}

/// Identity and date of the PDF file.
pub struct Stamp {
    /// Stable name of the letter.
    pub ident: String,
    /// Local moment of issue.
    pub issued: DateTime,
    /// Minutes east of UTC.
    pub offset: i32,
}

/// Data of one kind of letter.
pub trait Data: Serialize + DeserializeOwned {
    /// Its letterhead.
    fn kop(&self) -> &Kop;
    /// The amount that is also written in words.
    fn amount(&self) -> Option<Rupiah> {
        None
    }
}

macro_rules! letters {
    ($($name:ident),* $(,)?) => {$(
        impl Data for $name {
            fn kop(&self) -> &Kop { &self.kop }
        }
    )*};
    (amount: $($name:ident),* $(,)?) => {$(
        impl Data for $name {
            fn kop(&self) -> &Kop { &self.kop }
            fn amount(&self) -> Option<Rupiah> { Some(self.total) }
        }
    )*};
}

letters!(Npp, Penerimaan, Sppb, Spjm, TandaTerimaDokap, Ip, Bap, Lhp, Npd, Spbl, SuratUmum);
letters!(amount: Billing, Bpn, Sptnp);

/// Checks the shape of the data, drops unknown members, and adds what is derived.
pub fn prepare<T: Data>(data: &Value) -> Result<Letter, String> {
    let data = T::deserialize(data).map_err(|error| format!("data surat: {error}"))?;
    let words = data.amount().map(|amount| terbilang(amount.0));
    finish(&data, data.kop(), words.as_deref())
}

/// Writes the template's file: the members of `data`, cleaned, and `turunan` with what is derived.
pub fn finish<T: Serialize>(data: &T, kop: &Kop, words: Option<&str>) -> Result<Letter, String> {
    let mut view = serde_json::to_value(data).map_err(|error| format!("data surat: {error}"))?;
    clean(&mut view);
    let members = view.as_object_mut().ok_or("data surat bukan objek")?;
    members.insert("turunan".to_owned(), derived(kop, words)?);
    let json = serde_json::to_vec(&view).map_err(|error| format!("data surat: {error}"))?;
    Ok(Letter { json, stamp: stamp(kop) })
}

fn derived(kop: &Kop, words: Option<&str>) -> Result<Value, String> {
    let address = (!kop.kode_verifikasi.is_empty())
        .then(|| format!("{}/verifikasi/{}", kop.base_url.trim_end_matches('/'), kop.kode_verifikasi));
    let qr = address.as_deref().map(qr).transpose()?;
    Ok(json!({ "alamat": address, "qr": qr, "terbilang": words }))
}

/// The QR code as SVG.
fn qr(address: &str) -> Result<String, String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| format!("alamat verifikasi tidak muat dalam kode QR: {error}"))?;
    Ok(code.render::<svg::Color>().quiet_zone(false).module_dimensions(1, 1).build())
}

fn stamp(kop: &Kop) -> Stamp {
    let offset = match kop.zona {
        Zona::Wib => 7 * 60,
        Zona::Wita => 8 * 60,
        Zona::Wit => 9 * 60,
    };
    Stamp { ident: format!("{} {} {}", kop.nomor, kop.kode_verifikasi, kop.sidik), issued: kop.waktu, offset }
}

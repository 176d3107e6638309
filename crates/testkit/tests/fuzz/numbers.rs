//! Numbers and codes: what reads is shown so that it reads as the same; what people type is read or refused.

use kernel::{
    Awb, Bilangan, Datum, Dec2, Dec4, IdPerusahaan, Imo, Kode, KodeBilling, KodeHs, KodeKantor, KodeKemasan,
    KodeNegara, KodePelabuhan, KodeValuta, Marks, Nib, Nik, Nitku, NomorAju, NomorDaftar, NomorKontainer, NomorRespon,
    Npwp, Ntb, Ntpn, Pointer, Seri, Shape, Tanggal, Teks, YaTidak,
};

use crate::engine;

const SEEDS: [&str; 22] = [
    "000020CTH00120260306000001",
    "0990000010999000",
    "990000010999000",
    "0990000010999000000000",
    "9120001234567",
    "16300.0000",
    "1.234.567,89",
    "1,234,567.89",
    "-0",
    "84818099",
    "8481.80.99",
    "040300",
    "CNSHA",
    "CSAU2603014",
    "000123/KBC.0203/2026",
    "412345678901234",
    "2026-03-06",
    "barang[3].posTarif",
    "Y",
    "IMO 9074729",
    "160-12345675",
    "06/03/2026",
];

const WORDS: [&[u8]; 16] = [
    b"0",
    b"9999999999999999999999",
    b".",
    b",",
    b"-",
    b"+",
    b"e",
    b"/",
    b" ",
    b"\xc2\xa0",
    b"\xe2\x88\x92",
    b"[",
    b"]",
    b"\xd9\xa1",
    b"99-99-9999",
    b"79228162514264337593543950335",
];

/// What reads comes back.
fn law<T: Datum>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let shown = value.to_string();
        let again = shown.parse::<T>().ok().map(|value| value.to_string());
        assert_eq!(again.as_deref(), Some(shown.as_str()), "{text:?}");
    }
}

#[test]
fn numbers_and_codes_come_back() {
    engine::run("angka", SEEDS.map(|text| text.as_bytes().to_vec()).to_vec(), &WORDS, |input| {
        let text = String::from_utf8_lossy(input);
        let laws: [fn(&str); 28] = [
            law::<Awb>,
            law::<Bilangan>,
            law::<Dec2>,
            law::<Dec4>,
            law::<Imo>,
            law::<Kode>,
            law::<KodeBilling>,
            law::<KodeHs>,
            law::<KodeKantor>,
            law::<KodeKemasan>,
            law::<KodeNegara>,
            law::<KodePelabuhan>,
            law::<KodeValuta>,
            law::<Nib>,
            law::<Nik>,
            law::<Nitku>,
            law::<NomorAju>,
            law::<NomorDaftar>,
            law::<NomorKontainer>,
            law::<NomorRespon>,
            law::<Npwp>,
            law::<Ntb>,
            law::<Ntpn>,
            law::<Seri>,
            law::<Tanggal>,
            law::<Teks<1, 100>>,
            law::<YaTidak>,
            law::<Teks<0, 3>>,
        ];
        for law in laws {
            law(&text);
        }
        drop(text.parse::<IdPerusahaan>());
        drop(Pointer::new(text.clone()).to_string());
        for shape in [Shape::Text, Shape::Number, Shape::Date, Shape::YesNo] {
            for marks in [Marks::Comma, Marks::Point] {
                drop(shape.read(&text, marks));
            }
        }
    });
}

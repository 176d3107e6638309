//! Numbers and codes: what reads is shown so that it reads as the same; what people type is read or refused.
#![no_main]

use kernel::{
    Awb, Bilangan, Datum, Dec2, Dec4, IdPerusahaan, Imo, Kode, KodeBilling, KodeHs, KodeKantor, KodeKemasan,
    KodeNegara, KodePelabuhan, KodeValuta, Marks, Nib, Nik, Nitku, NomorAju, NomorDaftar, NomorKontainer, NomorRespon,
    Npwp, Ntb, Ntpn, Pointer, Seri, Shape, Tanggal, Teks, YaTidak,
};
use libfuzzer_sys::fuzz_target;

const LAWS: [fn(&str); 28] = [
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

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    for law in LAWS {
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

/// What reads comes back.
fn law<T: Datum>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let shown = value.to_string();
        let again = shown.parse::<T>().ok().map(|value| value.to_string());
        assert_eq!(again.as_deref(), Some(shown.as_str()), "{text:?}");
    }
}

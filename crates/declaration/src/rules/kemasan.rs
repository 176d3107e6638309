//! Rules of packages and containers (portal 4.6).

use kernel::{Decimal, NomorKontainer};

use super::help::{code, intangible, repeated, sum, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::written;

const FORM: &str = "PER-22/BC/2009 jo. PER-20/BC/2016";
const BOX: &str = "ISO 6346; PMK 158/PMK.04/2017";

rules! {
    "PIB-501" Reject packages_given, FORM, "Paling sedikit satu baris kemasan." / "At least one row of packages.";
    "PIB-502" Reject rows_numbered, FORM, "Seri kemasan dan peti kemas tidak berulang." / "Package and container rows do not repeat.";
    "PIB-503" Reject packages_add_up, FORM, "Jumlah kemasan barang sama dengan jumlah kemasan." / "Packages of the goods add up to the packages.";
    "PIB-504" Reject containers_counted, FORM, "Jumlah kontainer sama dengan jumlah barisnya." / "The count of containers equals their rows.";
    "PIB-505" Reject container_shape, BOX, "Nomor peti kemas 4 huruf dan 7 angka." / "A container number has 4 letters and 7 digits.";
    "PIB-506" Warn container_check, BOX, "Digit uji peti kemas benar." / "The container's check digit is right.";
    "PIB-507" Reject container_once, BOX, "Nomor peti kemas tidak berulang." / "Container numbers do not repeat.";
    "PIB-508" Reject packages_positive, FORM, "Jumlah kemasan lebih dari nol." / "The number of packages is above zero.";
}

fn packages_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.kemasan.is_empty() && !intangible(s) {
        out.hit("kemasan", text("Tambahkan kemasan: jumlah, jenis, merek.", "Add the packages: number, kind, marks."));
    }
}

fn rows_numbered(s: &Subject<'_>, out: &mut Sink<'_>) {
    for index in repeated(s.doc.kemasan.iter().map(|k| k.seri_kemasan.value())) {
        out.hit(
            format!("kemasan[{index}].seriKemasan"),
            text("Seri kemasan ini sudah dipakai baris lain.", "This package row number is used by another row."),
        );
    }
    for index in repeated(s.doc.kontainer.iter().map(|k| k.seri_kontainer.value())) {
        out.hit(
            format!("kontainer[{index}].seriKontainer"),
            text("Seri peti kemas ini sudah dipakai baris lain.", "This container row number is used by another row."),
        );
    }
}

fn packages_add_up(s: &Subject<'_>, out: &mut Sink<'_>) {
    let declared = s
        .doc
        .kemasan
        .iter()
        .try_fold(Decimal::ZERO, |total, k| Some(total + Decimal::from(k.jumlah_kemasan.value()?.get())));
    let (Some(declared), Some(of_goods)) = (declared, sum(s, |b| &b.jumlah_kemasan)) else { return };
    if declared != of_goods && !s.doc.kemasan.is_empty() {
        let (declared, of_goods) = (written::number(declared), written::number(of_goods));
        out.hit(
            "kemasan",
            text(
                format!("Jumlah kemasan {}, tetapi jumlah kemasan seluruh barang {}.", declared.id, of_goods.id),
                format!("The packages are {}, but the packages of all goods are {}.", declared.en, of_goods.en),
            ),
        );
    }
}

fn containers_counted(s: &Subject<'_>, out: &mut Sink<'_>) {
    let rows = s.doc.kontainer.len() as u64;
    if s.doc.jumlah_kontainer.value().is_some_and(|count| count.get() != rows) {
        out.hit(
            "jumlahKontainer",
            text(
                format!("Jumlah kontainer tidak sama dengan jumlah baris peti kemas ({rows})."),
                format!("The count of containers differs from the number of container rows ({rows})."),
            ),
        );
    }
}

fn container_shape(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, row) in s.doc.kontainer.iter().enumerate() {
        let number = code(&row.nomor_kontainer);
        if !number.is_empty() && number.parse::<NomorKontainer>().is_err() {
            out.hit(format!("kontainer[{index}].nomorKontainer"), text(
                format!("Nomor \"{number}\" harus 4 huruf (huruf keempat U, J, atau Z) dan 7 angka, misalnya CSQU3054383."),
                format!("Number \"{number}\" must be 4 letters (the fourth U, J or Z) and 7 digits, such as CSQU3054383."),
            ));
        }
    }
}

fn container_check(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, row) in s.doc.kontainer.iter().enumerate() {
        let number = code(&row.nomor_kontainer);
        if number.parse::<NomorKontainer>().is_ok_and(|n| !n.check_digit_ok()) {
            out.hit(
                format!("kontainer[{index}].nomorKontainer"),
                text(
                    format!("Digit uji {number} tidak cocok; periksa salah ketik."),
                    format!("The check digit of {number} does not fit; check for a slip."),
                ),
            );
        }
    }
}

fn container_once(s: &Subject<'_>, out: &mut Sink<'_>) {
    let numbers = s.doc.kontainer.iter().map(|k| code(&k.nomor_kontainer).parse::<NomorKontainer>().ok());
    for index in repeated(numbers) {
        out.hit(
            format!("kontainer[{index}].nomorKontainer"),
            text("Nomor peti kemas ini sudah ada pada baris lain.", "This container number is in another row already."),
        );
    }
}

fn packages_positive(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, row) in s.doc.kemasan.iter().enumerate() {
        if row.jumlah_kemasan.value().is_some_and(|n| n.get() == 0) {
            out.hit(
                format!("kemasan[{index}].jumlahKemasan"),
                text("Jumlah kemasan harus lebih dari nol.", "The number of packages must be above zero."),
            );
        }
    }
}

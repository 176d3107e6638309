//! Rules of the parties (portal 4.3, h2h-api 2.1 entitas).

use kernel::{Nib, Nik, Npwp};

use super::help::{code, parties, repeated, text};
use super::registry::rules;
use super::{Sink, Subject, catalog};
use crate::document::{AnyField, Entitas};

const FORM: &str = "PER-22/BC/2009 jo. PER-20/BC/2016";

rules! {
    "PIB-201" Reject one_importer, FORM, "Tepat satu importir (entitas 1)." / "Exactly one importer (party 1).";
    "PIB-202" Reject owner_given, FORM, "Pemilik barang (entitas 7) diisi." / "The owner of the goods (party 7) is given.";
    "PIB-203" Reject sender_given, FORM, "Pengirim (entitas 9) diisi." / "The sender (party 9) is given.";
    "PIB-204" Warn seller_given, "PMK 144/PMK.04/2022", "Penjual (entitas 10) diisi." / "The seller (party 10) is given.";
    "PIB-205" Reject importer_complete, FORM, "Data importir lengkap." / "The importer's data are complete.";
    "PIB-206" Reject owner_complete, FORM, "Data pemilik barang lengkap." / "The owner's data are complete.";
    "PIB-207" Reject abroad_complete, FORM, "Data pengirim dan penjual lengkap." / "The sender's and seller's data are complete.";
    "PIB-208" Reject central_complete, "PMK 131/2024", "Data NPWP pemusatan lengkap." / "The centralised taxpayer's data are complete.";
    "PIB-209" Reject broker_complete, "PMK 219/PMK.04/2019", "Data PPJK lengkap." / "The broker's data are complete.";
    "PIB-210" Reject identity_shape, "PMK 112/PMK.03/2022", "Nomor identitas sesuai jenisnya." / "The identity number fits its kind.";
    "PIB-211" Warn check_digit, "PMK 112/PMK.03/2022", "Digit uji NPWP benar." / "The NPWP's check digit is right.";
    "PIB-212" Reject nib_shape, "PP 5/2021", "NIB terdiri atas 13 angka." / "The NIB has 13 digits.";
    "PIB-213" Reject parties_numbered, FORM, "Seri entitas tidak berulang." / "Party numbers do not repeat.";
    "PIB-214" Warn affiliation, "PMK 144/PMK.04/2022", "Hubungan afiliasi diisi pada pemilik barang." / "The affiliation is given for the owner.";
    "PIB-215" Warn nitku_shape, "PMK 112/PMK.03/2022", "NITKU terdiri atas 22 angka." / "The NITKU has 22 digits.";
    "PIB-216" Warn api_of_importer, "UU 7/2014 jo. Permendag 36/2023", "Importir memiliki API-U atau API-P." / "The importer has API-U or API-P.";
}

fn one_importer(s: &Subject<'_>, out: &mut Sink<'_>) {
    let count = parties(s, "1").count();
    if count != 1 {
        out.hit(
            "entitas",
            text(
                format!("Harus ada tepat satu importir (kodeEntitas 1); ada {count}."),
                format!("There must be exactly one importer (kodeEntitas 1); there are {count}."),
            ),
        );
    }
}

fn needs_party(s: &Subject<'_>, out: &mut Sink<'_>, role: &'static str, id: &str, en: &str) {
    if parties(s, role).next().is_none() {
        out.hit(
            "entitas",
            text(format!("Tambahkan {id} (kodeEntitas {role})."), format!("Add the {en} (kodeEntitas {role}).")),
        );
    }
}

fn owner_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    needs_party(s, out, "7", "pemilik barang", "owner of the goods");
}

fn sender_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    needs_party(s, out, "9", "pengirim", "sender");
}

fn seller_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    needs_party(s, out, "10", "penjual", "seller");
}

/// Reports each named member that is blank in a party of the role.
fn complete(s: &Subject<'_>, out: &mut Sink<'_>, role: &'static str, members: &[Member]) {
    for (index, party) in parties(s, role) {
        for (name, member) in members {
            if member(party).blank() {
                let label =
                    catalog::spec("entitas", name).map_or_else(|| text(*name, *name), catalog::FieldSpec::label);
                out.hit(
                    format!("entitas[{index}].{name}"),
                    text(
                        format!("{} wajib diisi untuk entitas {role}.", label.id),
                        format!("{} must be filled in for party {role}.", label.en),
                    ),
                );
            }
        }
    }
}

/// A member by its name.
type Member = (&'static str, fn(&Entitas) -> &dyn AnyField);

const NAME: Member = ("namaEntitas", |e| &e.nama_entitas);
const ADDRESS: Member = ("alamatEntitas", |e| &e.alamat_entitas);
const KIND: Member = ("kodeJenisIdentitas", |e| &e.kode_jenis_identitas);
const NUMBER: Member = ("nomorIdentitas", |e| &e.nomor_identitas);

fn importer_complete(s: &Subject<'_>, out: &mut Sink<'_>) {
    let members = [KIND, NUMBER, NAME, ADDRESS, ("nibEntitas", |e| &e.nib_entitas), ("kodeStatus", |e| &e.kode_status)];
    complete(s, out, "1", &members);
}

fn owner_complete(s: &Subject<'_>, out: &mut Sink<'_>) {
    complete(s, out, "7", &[KIND, NUMBER, NAME, ADDRESS]);
}

fn abroad_complete(s: &Subject<'_>, out: &mut Sink<'_>) {
    let members = [NAME, ADDRESS, ("kodeNegara", (|e| &e.kode_negara) as fn(&Entitas) -> &dyn AnyField)];
    complete(s, out, "9", &members);
    complete(s, out, "10", &members);
}

fn central_complete(s: &Subject<'_>, out: &mut Sink<'_>) {
    complete(s, out, "11", &[KIND, NUMBER, NAME, ADDRESS]);
}

fn broker_complete(s: &Subject<'_>, out: &mut Sink<'_>) {
    complete(s, out, "4", &[NUMBER, NAME, ADDRESS]);
}

fn identity_shape(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in s.doc.entitas.iter().enumerate() {
        let number = code(&party.nomor_identitas);
        let digits = |n: usize| number.len() == n && number.bytes().all(|b| b.is_ascii_digit());
        let (fits, wanted) = match code(&party.kode_jenis_identitas) {
            _ if number.is_empty() => continue,
            "3" => (number.parse::<Nik>().is_ok(), "NIK 16 angka"),
            "5" => (number.parse::<Npwp>().is_ok() && !digits(16) || digits(15), "NPWP 15 angka"),
            "6" => (digits(16) || digits(22), "NPWP 16 angka atau NITKU 22 angka"),
            _ => continue,
        };
        if !fits {
            out.hit(
                format!("entitas[{index}].nomorIdentitas"),
                text(
                    format!("Nomor \"{number}\" tidak sesuai jenis identitas; yang diharapkan {wanted}."),
                    format!("Number \"{number}\" does not fit the kind of identity; expected {wanted}."),
                ),
            );
        }
    }
}

fn check_digit(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in s.doc.entitas.iter().enumerate() {
        if !matches!(code(&party.kode_jenis_identitas), "5" | "6") {
            continue;
        }
        let number = code(&party.nomor_identitas).get(..16).unwrap_or_else(|| code(&party.nomor_identitas));
        if number.parse::<Npwp>().is_ok_and(|npwp| !npwp.is_nik_based() && !npwp.check_digit_ok()) {
            out.hit(format!("entitas[{index}].nomorIdentitas"), text(
                "Digit uji NPWP tidak cocok; periksa salah ketik. Beberapa NPWP instansi memang tidak mengikutinya.",
                "The NPWP's check digit does not fit; check for a slip. Some government numbers do not follow it.",
            ));
        }
    }
}

fn nib_shape(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in s.doc.entitas.iter().enumerate() {
        let nib = code(&party.nib_entitas);
        if !nib.is_empty() && nib.parse::<Nib>().is_err() {
            out.hit(
                format!("entitas[{index}].nibEntitas"),
                text(format!("NIB \"{nib}\" harus 13 angka."), format!("NIB \"{nib}\" must have 13 digits.")),
            );
        }
    }
}

fn parties_numbered(s: &Subject<'_>, out: &mut Sink<'_>) {
    for index in repeated(s.doc.entitas.iter().map(|e| e.seri_entitas.value())) {
        out.hit(
            format!("entitas[{index}].seriEntitas"),
            text("Seri entitas ini sudah dipakai baris lain.", "This party number is used by another row."),
        );
    }
}

fn affiliation(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in parties(s, "7") {
        if party.kode_afiliasi.is_blank() {
            out.hit(
                format!("entitas[{index}].kodeAfiliasi"),
                text(
                    "Sejak skema 0.5.7.23 hubungan afiliasi diisi (AFL, CTR, FAM, atau TAH).",
                    "Since schema 0.5.7.23 the affiliation is given (AFL, CTR, FAM or TAH).",
                ),
            );
        }
    }
}

fn nitku_shape(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in s.doc.entitas.iter().enumerate() {
        let nitku = code(&party.nitku);
        if !nitku.is_empty() && nitku.parse::<kernel::Nitku>().is_err() {
            out.hit(
                format!("entitas[{index}].nitku"),
                text(
                    "NITKU terdiri atas 22 angka: NPWP 16 angka dan 6 angka tempat usaha.",
                    "A NITKU has 22 digits: the 16-digit NPWP and 6 digits of the place.",
                ),
            );
        }
    }
}

fn api_of_importer(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, party) in parties(s, "1") {
        if party.kode_jenis_api.is_blank() {
            out.hit(format!("entitas[{index}].kodeJenisApi"), text(
                "Isi jenis API importir: 01 (API-U) atau 02 (API-P). Tanpa API hanya barang yang dikecualikan dapat diimpor, dan tarif PPh Pasal 22 lebih tinggi.",
                "Give the importer's licence: 01 (API-U) or 02 (API-P). Without one only exempted goods may be imported, and income tax is higher.",
            ));
        }
    }
}

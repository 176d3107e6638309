//! Rules of transport and manifest (portal 4.5).

use super::help::{code, repeated, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::written;

const MANIFEST: &str = "PMK 158/PMK.04/2017 jo. PMK 97/PMK.04/2020";

rules! {
    "PIB-401" Reject transport_given, MANIFEST, "Paling sedikit satu sarana pengangkut." / "At least one means of transport.";
    "PIB-402" Reject transports_numbered, MANIFEST, "Seri pengangkut tidak berulang." / "Transport numbers do not repeat.";
    "PIB-403" Reject manifest_whole, MANIFEST, "Nomor, tanggal, dan pos BC 1.1 diisi bersama." / "BC 1.1 number, date and position come together.";
    "PIB-404" Reject manifest_shape, MANIFEST, "Nomor BC 1.1 6 angka, pos 4 angka, subpos 8 angka." / "BC 1.1 number 6 digits, position 4, sub-position 8.";
    "PIB-405" Note manifest_later, "PER-02/BC/2023", "Nomor BC 1.1 dapat menyusul, tetapi diperlukan sebelum pendaftaran." / "The BC 1.1 may follow, but is needed before registration.";
    "PIB-406" Reject manifest_in_future, MANIFEST, "Tanggal BC 1.1 tidak di masa depan." / "The BC 1.1 date is not in the future.";
    "PIB-407" Warn loaded_abroad, MANIFEST, "Pelabuhan muat berada di luar negeri." / "The port of loading is abroad.";
    "PIB-408" Reject destination_home, MANIFEST, "Pelabuhan tujuan berada di Indonesia." / "The port of destination is in Indonesia.";
}

fn transport_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.pengangkut.is_empty() {
        out.hit(
            "pengangkut",
            text(
                "Tambahkan sarana pengangkut: cara, nama, nomor voyage/flight, bendera.",
                "Add the means of transport: mode, name, voyage or flight, flag.",
            ),
        );
    }
}

fn transports_numbered(s: &Subject<'_>, out: &mut Sink<'_>) {
    for index in repeated(s.doc.pengangkut.iter().map(|p| p.seri_pengangkut.value())) {
        out.hit(
            format!("pengangkut[{index}].seriPengangkut"),
            text("Seri pengangkut ini sudah dipakai baris lain.", "This transport number is used by another row."),
        );
    }
}

fn manifest_whole(s: &Subject<'_>, out: &mut Sink<'_>) {
    let number = s.doc.nomor_bc11.is_blank();
    let parts =
        [("nomorBc11", number), ("tanggalBc11", s.doc.tanggal_bc11.is_blank()), ("posBc11", s.doc.pos_bc11.is_blank())];
    if parts.iter().any(|(_, blank)| !blank) {
        for (name, _) in parts.iter().filter(|(_, blank)| *blank) {
            out.hit(
                *name,
                text(
                    "Isi nomor, tanggal, dan pos BC 1.1 sekaligus, atau kosongkan semuanya.",
                    "Give BC 1.1 number, date and position together, or leave all of them blank.",
                ),
            );
        }
    }
}

fn manifest_shape(s: &Subject<'_>, out: &mut Sink<'_>) {
    let parts = [
        ("nomorBc11", code(&s.doc.nomor_bc11), 6),
        ("posBc11", code(&s.doc.pos_bc11), 4),
        ("subposBc11", code(&s.doc.subpos_bc11), 8),
    ];
    for (name, value, length) in parts {
        let fits = value.len() == length && value.bytes().all(|b| b.is_ascii_digit());
        if !value.is_empty() && !fits {
            out.hit(
                name,
                text(
                    format!("Harus {length} angka, termasuk nol di depan; tertulis \"{value}\"."),
                    format!("Must be {length} digits, with leading zeros; got \"{value}\"."),
                ),
            );
        }
    }
}

fn manifest_later(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.nomor_bc11.is_blank() && code(&s.doc.kode_tutup_pu) == "11" {
        out.hit(
            "nomorBc11",
            text(
                "Tanpa nomor BC 1.1 dokumen akan menunggu pada Siap Jalur sampai manifes dilengkapi.",
                "Without a BC 1.1 number the document waits at Siap Jalur until the manifest is given.",
            ),
        );
    }
}

fn manifest_in_future(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.tanggal_bc11.value().is_some_and(|d| d.date() > s.today) {
        out.hit(
            "tanggalBc11",
            text(
                format!("Tanggal BC 1.1 lebih lambat dari hari ini ({}).", written::day(s.today).id),
                format!("The BC 1.1 date is later than today ({}).", written::day(s.today).en),
            ),
        );
    }
}

fn loaded_abroad(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.kode_pel_muat).starts_with("ID") {
        out.hit(
            "kodePelMuat",
            text(
                "Pelabuhan muat biasanya di luar negeri; periksa kodenya.",
                "The port of loading is usually abroad; check the code.",
            ),
        );
    }
}

fn destination_home(s: &Subject<'_>, out: &mut Sink<'_>) {
    let port = code(&s.doc.kode_pel_tujuan);
    if !port.is_empty() && !port.starts_with("ID") {
        out.hit(
            "kodePelTujuan",
            text(
                format!("Pelabuhan tujuan {port} bukan di Indonesia."),
                format!("Port of destination {port} is not in Indonesia."),
            ),
        );
    }
}

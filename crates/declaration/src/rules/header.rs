//! Rules of the header (portal 4.2, 4.10).

use reference::TableKind;

use super::help::{code, text};
use super::registry::rules;
use super::{Sink, Subject};
use crate::written;

const FORM: &str = "PER-22/BC/2009 jo. PER-20/BC/2016";

rules! {
    "PIB-101" Warn aju_kind, FORM, "Nomor aju memuat kode dokumen 20." / "The aju carries document code 20.";
    "PIB-102" Reject signed_in_future, FORM, "Tanggal penandatanganan tidak di masa depan." / "The date of signature is not in the future.";
    "PIB-103" Warn aju_date, FORM, "Tanggal pengajuan sama dengan tanggal dalam nomor aju." / "The date of submission equals the date in the aju.";
    "PIB-104" Reject statement, "UU 17/2006 Pasal 10A; UU 17/2006 Pasal 103", "Pernyataan kebenaran data disetujui." / "The statement that the data are true is ticked.";
    "PIB-105" Warn periodic, "PMK 190/PMK.04/2022", "PIB berkala dibayar secara berkala." / "A periodic declaration is paid periodically.";
    "PIB-106" Warn port_of_office, "PMK 190/PMK.04/2022", "Pelabuhan tujuan berada di wilayah kantor pabean." / "The port of destination belongs to the office.";
    "PIB-107" Warn storage_of_office, "PMK 108/PMK.04/2020", "TPS berada di wilayah kantor pabean." / "The storage place belongs to the office.";
    "PIB-108" Reject guarantee_given, "PMK 168/PMK.04/2022", "Cara bayar dengan jaminan disertai data jaminan." / "Payment against guarantee names the guarantee.";
    "PIB-109" Warn arrival_plausible, "PMK 190/PMK.04/2022", "Perkiraan tanggal tiba masuk akal." / "The estimated arrival is plausible.";
    "PIB-110" Reject vooruitslag, "UU 17/2006 Pasal 10B ayat (5)", "Vooruitslag disertai data jaminan." / "Release before exemption names the guarantee.";
    "PIB-111" Warn incoterm_given, "PMK 144/PMK.04/2022", "Jenis harga (incoterm) diisi." / "The incoterm is given.";
    "PIB-112" Reject rush_number, "PMK 74/PMK.04/2021 jo. PMK 26/2024", "PIB penyelesaian pelayanan segera memuat dokumen pelayanan segera." / "A completion of rush handling names the rush document.";
}

fn aju_kind(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.nomor_aju.good().is_some_and(|aju| aju.kode_dokumen() != Some("20")) {
        out.hit(
            "nomorAju",
            text(
                "Karakter 5–6 nomor aju biasanya kode dokumen 20; periksa apakah nomor ini milik BC 2.0.",
                "Characters 5–6 of the aju are usually document code 20; check that the number belongs to a BC 2.0.",
            ),
        );
    }
}

fn signed_in_future(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.tanggal_ttd.value().is_some_and(|signed| signed.date() > s.today) {
        let today = written::day(s.today);
        out.hit(
            "tanggalTtd",
            text(
                format!(
                    "Tanggal penandatanganan lebih lambat dari hari ini ({}). Isi hari ini atau sebelumnya.",
                    today.id
                ),
                format!("The date of signature is later than today ({}). Enter today or earlier.", today.en),
            ),
        );
    }
}

fn aju_date(s: &Subject<'_>, out: &mut Sink<'_>) {
    let inside = s.doc.nomor_aju.good().and_then(|aju| aju.parts().tanggal);
    let (Some(inside), Some(date)) = (inside, s.doc.tanggal_aju.value()) else { return };
    if inside != date {
        let (inside, date) = (written::day(inside.date()), written::day(date.date()));
        out.hit(
            "tanggalAju",
            text(
                format!(
                    "Tanggal dalam nomor aju ({}) berbeda dari tanggal pengajuan ({}). Samakan dengan nomor aju.",
                    inside.id, date.id
                ),
                format!(
                    "The date in the aju ({}) differs from the date of submission ({}). Follow the aju.",
                    inside.en, date.en
                ),
            ),
        );
    }
}

fn statement(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.disclaimer) == "0" {
        out.hit(
            "disclaimer",
            text(
                "Centang pernyataan bahwa data benar sebelum mengirim.",
                "Tick the statement that the data are true before sending.",
            ),
        );
    }
}

fn periodic(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.kode_jenis_prosedur) == "2" && code(&s.doc.kode_cara_bayar) != "2" {
        out.hit(
            "kodeCaraBayar",
            text(
                "PIB berkala biasanya dibayar berkala (cara bayar 2); periksa cara bayar.",
                "A periodic declaration is usually paid periodically (code 2); check the way of payment.",
            ),
        );
    }
}

fn port_of_office(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(port) = s.snapshot.pelabuhan(code(&s.doc.kode_pel_tujuan)) else { return };
    let office = code(&s.doc.kode_kantor);
    let of_port = port.kode_kantor();
    if !of_port.is_empty() && !office.is_empty() && of_port != office {
        out.hit(
            "kodeKantor",
            text(
                format!("Pelabuhan tujuan {} dilayani kantor {of_port}, bukan {office}.", port.nama()),
                format!("Port of destination {} is served by office {of_port}, not {office}.", port.nama()),
            ),
        );
    }
}

fn storage_of_office(s: &Subject<'_>, out: &mut Sink<'_>) {
    let (office, storage) = (code(&s.doc.kode_kantor), code(&s.doc.kode_tps));
    if office.is_empty() || storage.is_empty() || s.snapshot.tps(office, storage).is_some() {
        return;
    }
    let listed = s.snapshot.table(TableKind::Tps).rows().any(|row| row.get("kode_kantor") == office);
    if listed {
        out.hit("kodeTps", text(
            format!("TPS {storage} tidak terdaftar di kantor {office}. Periksa kode; daftar TPS dapat belum lengkap."),
            format!("Storage place {storage} is not listed for office {office}. Check the code; the list may be incomplete."),
        ));
    }
}

fn guarantee_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.kode_cara_bayar) == "3" && s.doc.jaminan.is_empty() {
        out.hit(
            "jaminan",
            text(
                "Cara bayar 3 (dengan jaminan) memerlukan data jaminan: jenis, nomor, tanggal, nilai, dan BPJ.",
                "Payment code 3 (against guarantee) needs the guarantee: form, number, date, amount and BPJ.",
            ),
        );
    }
}

fn arrival_plausible(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(arrival) = s.doc.tanggal_tiba.value() else { return };
    let days = (arrival.date() - s.today).get_days();
    if !(-365..=180).contains(&days) {
        let arrival = written::day(arrival.date());
        out.hit(
            "tanggalTiba",
            text(
                format!("Perkiraan tanggal tiba {} jauh dari hari ini; periksa tahunnya.", arrival.id),
                format!("The estimated arrival {} is far from today; check the year.", arrival.en),
            ),
        );
    }
}

fn vooruitslag(s: &Subject<'_>, out: &mut Sink<'_>) {
    if code(&s.doc.kode_jenis_impor) == "6" && s.doc.jaminan.is_empty() {
        out.hit(
            "jaminan",
            text(
                "Vooruitslag (jenis impor 6) memerlukan jaminan sebesar seluruh pungutan.",
                "Release before exemption (kind 6) needs a guarantee of all levies.",
            ),
        );
    }
}

fn incoterm_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.kode_incoterm.is_blank() {
        out.hit("kodeIncoterm", text(
            "Isi jenis harga agar freight dan asuransi dapat dihitung; tanpa isian harga dianggap CIF.",
            "Give the incoterm so that freight and insurance can be computed; without it the price is taken as CIF.",
        ));
    }
}

fn rush_number(s: &Subject<'_>, out: &mut Sink<'_>) {
    let rush = s.doc.dokumen.iter().any(|d| matches!(code(&d.kode_dokumen), "2080" | "60" | "903" | "911"));
    if code(&s.doc.kode_jenis_impor) == "5" && !rush {
        out.hit(
            "dokumen",
            text(
                "Jenis impor 5 (pelayanan segera) memerlukan nomor dan tanggal dokumen pelayanan segera.",
                "Kind of import 5 (rush handling) needs the number and date of the rush document.",
            ),
        );
    }
}

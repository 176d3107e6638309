//! Rules on what the installation knows: companies, blocks, authority, earlier documents (rules 1.2, 1.5).

use super::facts::CompanyFacts;
use super::help::{code, papers, parties, text};
use super::registry::rules;
use super::{Sink, Subject};

const ACCESS: &str = "PMK 219/PMK.04/2019; PER-35/BC/2019";
const BLOCK: &str = "PMK 219/PMK.04/2019 Pasal 17; PER-36/BC/2019";

rules! {
    "PIB-901" Reject importer_registered, ACCESS, "Importir terdaftar pada kepabeanan." / "The importer is registered with customs.";
    "PIB-902" Reject importer_free, BLOCK, "Importir tidak diblokir." / "The importer is not blocked.";
    "PIB-903" Reject broker_free, BLOCK, "PPJK tidak diblokir." / "The broker is not blocked.";
    "PIB-904" Reject importer_taxpayer, "UU 28/2007 (KUP)", "NPWP importir aktif." / "The importer's NPWP is active.";
    "PIB-905" Reject importer_nib, "PP 5/2021", "NIB importir terdaftar dan berakses kepabeanan." / "The importer's NIB is on record with customs access.";
    "PIB-906" Reject broker_authorised, "UU 17/2006 Pasal 29; PMK 219/PMK.04/2019", "PPJK memegang surat kuasa yang berlaku." / "The broker holds a power of attorney in force.";
    "PIB-907" Reject sender_is_party, ACCESS, "Pengirim data adalah importir atau PPJK dokumen." / "The sender is the document's importer or broker.";
    "PIB-908" Reject bill_unused, "PMK 190/PMK.04/2022; PER-02/BC/2023", "B/L atau AWB belum dipakai PIB lain." / "The B/L or AWB is not used by another declaration.";
    "PIB-909" Warn api_on_record, "Permendag 36/2023", "Jenis API sama dengan data OSS." / "The kind of API is as on record.";
    "PIB-910" Reject broker_registered, ACCESS, "PPJK terdaftar pada kepabeanan." / "The broker is registered with customs.";
}

/// Where the identity of the first party of a role stands.
fn identity(s: &Subject<'_>, role: &'static str) -> String {
    parties(s, role).next().map_or_else(|| "entitas".to_owned(), |(i, _)| format!("entitas[{i}].nomorIdentitas"))
}

fn importer_registered(s: &Subject<'_>, out: &mut Sink<'_>) {
    registered(s, out, s.facts.importir.as_ref(), "1");
}

fn broker_registered(s: &Subject<'_>, out: &mut Sink<'_>) {
    registered(s, out, s.facts.ppjk.as_ref(), "4");
}

fn registered(s: &Subject<'_>, out: &mut Sink<'_>, company: Option<&CompanyFacts>, role: &'static str) {
    if company.is_some_and(|c| !c.terdaftar) {
        out.hit(
            identity(s, role),
            text(
                "Perusahaan ini belum terdaftar pada instalasi ini; lakukan Registrasi Pabean lebih dahulu.",
                "This company is not registered here; do the customs registration first.",
            ),
        );
    }
}

fn importer_free(s: &Subject<'_>, out: &mut Sink<'_>) {
    free(s, out, s.facts.importir.as_ref(), "1");
}

fn broker_free(s: &Subject<'_>, out: &mut Sink<'_>) {
    free(s, out, s.facts.ppjk.as_ref(), "4");
}

fn free(s: &Subject<'_>, out: &mut Sink<'_>, company: Option<&CompanyFacts>, role: &'static str) {
    for reason in company.into_iter().flat_map(|c| &c.blokir) {
        out.hit(identity(s, role), text(
            format!("Perusahaan diblokir: {reason}. Ajukan pembukaan blokir melalui Registrasi Pabean (keputusan paling lama 3 hari kerja)."),
            format!("The company is blocked: {reason}. Ask for opening through customs registration (decision within 3 working days)."),
        ));
    }
}

fn importer_taxpayer(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.facts.importir.as_ref().is_some_and(|c| c.terdaftar && !c.npwp_aktif) {
        out.hit(
            identity(s, "1"),
            text(
                "NPWP importir tidak aktif pada DJP; hubungi kantor pajak.",
                "The importer's NPWP is not active at the tax office; contact it.",
            ),
        );
    }
}

fn importer_nib(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(company) = s.facts.importir.as_ref().filter(|c| c.terdaftar) else { return };
    let Some((index, party)) = parties(s, "1").next() else { return };
    let nib = code(&party.nib_entitas);
    let pointer = format!("entitas[{index}].nibEntitas");
    if !company.akses_kepabeanan {
        out.hit(
            pointer,
            text(
                "NIB importir belum memuat akses kepabeanan; perbarui melalui OSS.",
                "The importer's NIB has no customs access; update it at OSS.",
            ),
        );
    } else if !nib.is_empty() && company.nib.as_deref() != Some(nib) {
        out.hit(
            pointer,
            text(
                format!("NIB {nib} tidak sama dengan NIB pada data OSS."),
                format!("NIB {nib} differs from the one on record."),
            ),
        );
    }
}

fn broker_authorised(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.facts.kuasa_berlaku == Some(false) {
        out.hit(
            identity(s, "4"),
            text(
                "PPJK belum memegang surat kuasa importir yang berlaku untuk BC 2.0.",
                "The broker holds no power of attorney of the importer in force for BC 2.0.",
            ),
        );
    }
}

fn sender_is_party(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(sender) = s.facts.pengirim_npwp.as_deref() else { return };
    let own =
        |role: &'static str| parties(s, role).any(|(_, e)| npwp16(code(&e.nomor_identitas)).as_deref() == Some(sender));
    if !own("1") && !own("4") {
        out.hit(
            identity(s, "1"),
            text(
                "Perusahaan pengirim bukan importir dan bukan PPJK dokumen ini.",
                "The sending company is neither the importer nor the broker of this document.",
            ),
        );
    }
}

/// The 16-digit identity in a number of 15, 16 or 22 digits.
pub(crate) fn npwp16(number: &str) -> Option<String> {
    number.parse::<kernel::IdPerusahaan>().ok().map(|id| id.npwp().to_string())
}

fn bill_unused(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(other) = &s.facts.bl_dipakai_oleh else { return };
    if s.doc.nomor_aju.good() == Some(other) {
        return;
    }
    let pointer = papers(s, &["705", "740"])
        .next()
        .map_or_else(|| "dokumen".to_owned(), |(i, _)| format!("dokumen[{i}].nomorDokumen"));
    out.hit(
        pointer,
        text(
            format!(
                "B/L atau AWB ini sudah dipakai PIB dengan aju {}. Batalkan dokumen itu lebih dahulu bila keliru.",
                other.to_grouped()
            ),
            format!(
                "This B/L or AWB is used by the declaration with aju {}. Cancel that one first if it is wrong.",
                other.to_grouped()
            ),
        ),
    );
}

fn api_on_record(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(recorded) = s.facts.importir.as_ref().and_then(|c| c.kode_jenis_api.as_deref()) else { return };
    let Some((index, party)) = parties(s, "1").next() else { return };
    let declared = code(&party.kode_jenis_api);
    if !declared.is_empty() && declared != recorded {
        out.hit(
            format!("entitas[{index}].kodeJenisApi"),
            text(
                format!("Jenis API {declared} berbeda dari data OSS ({recorded})."),
                format!("Kind of API {declared} differs from the record ({recorded})."),
            ),
        );
    }
}

//! What the installation knows of the parties of a document, read in the transaction that judges it.

use declaration::Pib;
use declaration::rules::{CompanyFacts, Facts, QuotaFact};
use kernel::{Date, Dec4, Decimal, IdPerusahaan, NomorAju};
use store::companies::{self, Company};
use store::{Fault, Tx, declarations, manifest, quotas};

use crate::company::kuasa;

/// Most licences of one company that are looked at.
const QUOTAS: u32 = 1_000;

/// Gathers the facts for a document that the company `sender` (NPWP, 16 digits) sends; only a demo lives on sample
/// exchange rates.
pub(crate) fn gather(
    tx: &mut dyn Tx,
    doc: &Pib,
    sender: Option<&str>,
    (today, demo): (Date, bool),
) -> Result<Facts, Fault> {
    let importer = company(tx, npwp_of(doc, "1"))?;
    let broker = company(tx, npwp_of(doc, "4"))?;
    let mut facts = Facts {
        importir: npwp_of(doc, "1").map(|_| standing(importer.as_ref())),
        ppjk: npwp_of(doc, "4").map(|_| standing(broker.as_ref())),
        pengirim_npwp: sender.map(str::to_owned),
        kuasa_berlaku: authorised(tx, importer.as_ref(), broker.as_ref(), today)?,
        bl_dipakai_oleh: None,
        kurs_contoh_ditolak: !demo,
        kuota: Vec::new(),
    };
    if let Some(importer) = importer {
        facts.bl_dipakai_oleh = bill_used_by(tx, doc, &importer.id)?;
        for quota in quotas::of_company(tx, &importer.id, QUOTAS)? {
            if let Some(saldo) = Dec4::new(Decimal::new(quota.granted - quota.used, 4)) {
                facts.kuota.push(QuotaFact { nomor_dokumen: quota.number, pos_tarif: quota.item, saldo });
            }
        }
    }
    Ok(facts)
}

/// Whether the broker, if another company, holds a power of attorney of the importer.
fn authorised(
    tx: &mut dyn Tx,
    importer: Option<&Company>,
    broker: Option<&Company>,
    today: Date,
) -> Result<Option<bool>, Fault> {
    match (importer, broker) {
        (Some(importer), Some(broker)) if importer.id != broker.id => {
            kuasa::live(tx, &broker.id, &importer.id, "20", today).map(Some)
        }
        _ => Ok(None),
    }
}

/// The other live declaration that uses the document's B/L or AWB.
fn bill_used_by(tx: &mut dyn Tx, doc: &Pib, company_id: &str) -> Result<Option<NomorAju>, Fault> {
    let Ok(paper) = doc.transport_paper() else { return Ok(None) };
    let Some(id) = manifest::find_bl(tx, company_id, &paper.nomor, paper.tanggal)? else { return Ok(None) };
    Ok(declarations::by_id(tx, &id)?.and_then(|d| d.nomor_aju.parse().ok()))
}

/// The identity, 16 digits, of the first party of a role.
pub(crate) fn npwp_of(doc: &Pib, role: &str) -> Option<String> {
    let party = doc.entitas.iter().find(|e| e.kode_entitas.good().is_some_and(|k| k.as_str() == role))?;
    let id: IdPerusahaan = party.nomor_identitas.good()?.as_str().parse().ok()?;
    Some(id.npwp().to_string())
}

fn company(tx: &mut dyn Tx, npwp: Option<String>) -> Result<Option<Company>, Fault> {
    npwp.map_or(Ok(None), |npwp| companies::by_npwp(tx, &npwp))
}

fn standing(company: Option<&Company>) -> CompanyFacts {
    let Some(company) = company else { return CompanyFacts::default() };
    CompanyFacts {
        terdaftar: true,
        nama: company.name.clone(),
        blokir: serde_json::from_str(&company.blocked).unwrap_or_else(|_| vec!["alasan blokir tidak terbaca".into()]),
        npwp_aktif: true,
        nib: company.nib.clone(),
        akses_kepabeanan: company.nib.is_some(),
        kode_jenis_api: company.api_kind.clone(),
    }
}

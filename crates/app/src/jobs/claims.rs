//! What a document takes for itself when it is accepted: its bill of lading and its licences' quotas.

use std::collections::BTreeMap;

use declaration::Pib;
use kernel::Decimal;
use store::declarations::Declaration;
use store::{Tx, manifest, quotas};

use crate::Error;

/// Most licences of one company that are looked at.
const QUOTAS: u32 = 1_000;

/// Takes bill and quotas; false, with nothing taken, when another live document holds the bill or a quota is short.
pub(super) fn take(tx: &mut dyn Tx, row: &Declaration, doc: &Pib) -> Result<bool, Error> {
    if let Ok(paper) = doc.transport_paper() {
        let holder = manifest::take_bl(tx, &row.company_id, &paper.nomor, paper.tanggal, &row.id)?;
        if holder != row.id {
            return Ok(false);
        }
    }
    let wanted = wanted(doc);
    if wanted.is_empty() {
        return Ok(true);
    }
    for quota in quotas::of_company(tx, &row.company_id, QUOTAS)? {
        if let Some(amount) = wanted.get(&(quota.number.clone(), quota.item.clone()))
            && !quotas::take(tx, &quota.id, &row.id, *amount)?
        {
            release(tx, &row.id)?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives everything back: the document is void or was refused.
pub(crate) fn release(tx: &mut dyn Tx, declaration_id: &str) -> Result<(), Error> {
    quotas::give_back(tx, declaration_id)?;
    Ok(manifest::free_bl(tx, declaration_id)?)
}

/// Quantities by licence number and HS, in ten-thousandths of the unit.
fn wanted(doc: &Pib) -> BTreeMap<(String, String), i64> {
    let mut wanted = BTreeMap::new();
    for goods in &doc.barang {
        let (Some(hs), Some(quantity)) = (goods.pos_tarif.good(), goods.jumlah_satuan.value()) else { continue };
        let amount = quantity
            .get()
            .checked_mul(Decimal::from(10_000))
            .and_then(|q| i64::try_from(q.normalize().trunc().mantissa()).ok());
        for seri in goods.barang_dokumen.iter().filter_map(|row| row.seri_dokumen.value()) {
            let paper = doc.dokumen.iter().find(|d| d.seri_dokumen.value() == Some(seri));
            if let (Some(number), Some(amount)) = (paper.and_then(|p| p.nomor_dokumen.good()), amount) {
                let sum: &mut i64 = wanted.entry((number.to_string(), hs.to_string())).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
    }
    wanted
}

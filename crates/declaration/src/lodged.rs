//! A lodged declaration: what the law makes mandatory is there, without `Option`. Billing, channelling and release
//! accept only this.

use kernel::{
    Date, Dec2, Dec4, Finding, Findings, KodeHs, KodeKantor, KodeValuta, NomorAju, Npwp, Pointer, Seri, Severity, Text,
};

use crate::document::{Entitas, Field, Pib};
use crate::rules::{self, Subject};

/// A party at home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pihak {
    /// Identity, 16 digits.
    pub npwp: Npwp,
    /// Name.
    pub nama: String,
    /// Address.
    pub alamat: String,
    /// NIB, when given.
    pub nib: Option<String>,
}

/// The transport paper by which the manifest is matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportPaper {
    /// `705` or `740`.
    pub kode: String,
    /// Number.
    pub nomor: String,
    /// Date.
    pub tanggal: Date,
}

/// Where the goods stand in the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bc11 {
    /// 6 digits.
    pub nomor: String,
    /// Date.
    pub tanggal: Date,
    /// 12 digits: position and sub-position.
    pub pos: String,
}

/// One goods line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LodgedLine {
    /// Line number.
    pub seri: Seri,
    /// HS.
    pub hs: KodeHs,
    /// Description.
    pub uraian: String,
    /// Origin, empty when not given.
    pub negara_asal: String,
    /// Quantity.
    pub jumlah: Dec4,
    /// Unit.
    pub satuan: String,
    /// CIF in the document's currency.
    pub cif: Dec2,
}

/// The declaration as accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lodged {
    /// 26 characters.
    pub nomor_aju: NomorAju,
    /// Office.
    pub kode_kantor: KodeKantor,
    /// Kind of import, 1–7.
    pub jenis_impor: String,
    /// Way of payment.
    pub cara_bayar: String,
    /// Importer.
    pub importir: Pihak,
    /// Broker, when one acts.
    pub ppjk: Option<Pihak>,
    /// B/L or AWB.
    pub angkutan: TransportPaper,
    /// Manifest position; none in a prenotification.
    pub bc11: Option<Bc11>,
    /// Storage place.
    pub kode_tps: String,
    /// Container numbers.
    pub kontainer: Vec<String>,
    /// Packages: kind and count, row by row.
    pub kemasan: Vec<(String, u64)>,
    /// Gross weight, kg.
    pub bruto: Dec4,
    /// Currency.
    pub valuta: KodeValuta,
    /// CIF in that currency.
    pub cif: Dec2,
    /// Exchange rate.
    pub ndpbm: Dec4,
    /// Goods lines.
    pub barang: Vec<LodgedLine>,
}

impl Pib {
    /// Parses a draft into a lodged declaration; the error is the whole list of findings.
    pub fn lodge(&self, subject: &Subject<'_>) -> Result<Lodged, Findings> {
        let findings = rules::examine(subject);
        if kernel::finding::rejects(&findings) {
            return Err(findings);
        }
        self.lodge_accepted()
    }

    /// The lodged form of a document whose rules were already examined, such as a frozen one.
    pub fn lodge_accepted(&self) -> Result<Lodged, Findings> {
        let bc11 = match (self.nomor_bc11.good(), self.tanggal_bc11.value(), self.pos_bc11.good()) {
            (Some(nomor), Some(tanggal), Some(pos)) => Some(Bc11 {
                nomor: nomor.to_string(),
                tanggal: tanggal.date(),
                pos: format!("{pos}{:0<8}", self.subpos_bc11.good().map_or("", AsRef::as_ref)),
            }),
            _ => None,
        };
        Ok(Lodged {
            nomor_aju: *need(&self.nomor_aju, "nomorAju")?,
            kode_kantor: *need(&self.kode_kantor, "kodeKantor")?,
            jenis_impor: need(&self.kode_jenis_impor, "kodeJenisImpor")?.to_string(),
            cara_bayar: need(&self.kode_cara_bayar, "kodeCaraBayar")?.to_string(),
            importir: self.party("1")?.ok_or_else(|| missing("entitas"))?,
            ppjk: self.party("4")?,
            angkutan: self.transport_paper()?,
            bc11,
            kode_tps: need(&self.kode_tps, "kodeTps")?.to_string(),
            kontainer: self
                .kontainer
                .iter()
                .filter_map(|k| k.nomor_kontainer.good())
                .map(ToString::to_string)
                .collect(),
            kemasan: self
                .kemasan
                .iter()
                .filter_map(|k| Some((k.kode_jenis_kemasan.good()?.to_string(), k.jumlah_kemasan.value()?.get())))
                .collect(),
            bruto: *need(&self.bruto, "bruto")?,
            valuta: *need(&self.kode_valuta, "kodeValuta")?,
            cif: *need(&self.cif, "cif")?,
            ndpbm: *need(&self.ndpbm, "ndpbm")?,
            barang: self.lines()?,
        })
    }

    fn lines(&self) -> Result<Vec<LodgedLine>, Findings> {
        let lines = self.barang.iter().enumerate().map(|(i, goods)| {
            let at = |name: &str| format!("barang[{i}].{name}");
            Ok(LodgedLine {
                seri: *need(&goods.seri_barang, &at("seriBarang"))?,
                hs: *need(&goods.pos_tarif, &at("posTarif"))?,
                uraian: need(&goods.uraian, &at("uraian"))?.to_string(),
                negara_asal: goods.kode_negara_asal.good().map(ToString::to_string).unwrap_or_default(),
                jumlah: *need(&goods.jumlah_satuan, &at("jumlahSatuan"))?,
                satuan: need(&goods.kode_satuan_barang, &at("kodeSatuanBarang"))?.to_string(),
                cif: *need(&goods.cif, &at("cif"))?,
            })
        });
        lines.collect()
    }

    /// The party of a role, if there is one with an identity.
    fn party(&self, role: &str) -> Result<Option<Pihak>, Findings> {
        let is_role = |e: &Entitas| e.kode_entitas.good().is_some_and(|k| k.as_str() == role);
        let Some((index, party)) = self.entitas.iter().enumerate().find(|(_, e)| is_role(e)) else { return Ok(None) };
        if party.nomor_identitas.is_blank() && role != "1" {
            return Ok(None);
        }
        let pointer = format!("entitas[{index}].nomorIdentitas");
        let number = need(&party.nomor_identitas, &pointer)?;
        let npwp = number.as_str().parse::<kernel::IdPerusahaan>().map_err(|_| missing(&pointer))?.npwp();
        Ok(Some(Pihak {
            npwp,
            nama: party.nama_entitas.good().map(ToString::to_string).unwrap_or_default(),
            alamat: party.alamat_entitas.good().map(ToString::to_string).unwrap_or_default(),
            nib: party.nib_entitas.good().map(ToString::to_string),
        }))
    }

    /// The house B/L or AWB.
    pub fn transport_paper(&self) -> Result<TransportPaper, Findings> {
        let paper = self.dokumen.iter().find_map(|d| {
            let kode = d.kode_dokumen.good().filter(|k| matches!(k.as_str(), "705" | "740"))?;
            Some(TransportPaper {
                kode: kode.to_string(),
                nomor: d.nomor_dokumen.good()?.to_string(),
                tanggal: d.tanggal_dokumen.value()?.date(),
            })
        });
        paper.ok_or_else(|| missing("dokumen"))
    }
}

fn need<'a, T>(field: &'a Field<T>, pointer: &str) -> Result<&'a T, Findings> {
    field.good().ok_or_else(|| missing(pointer))
}

/// Reached only when a mandatory datum slips past the rules: the document is refused, never half accepted.
fn missing(pointer: &str) -> Findings {
    vec![Finding {
        code: "PIB-000".into(),
        severity: Severity::Reject,
        pointer: Pointer::from(pointer),
        message: Text::fixed("Data ini diperlukan untuk penerimaan.", "This datum is needed for acceptance."),
        law: "PER-22/BC/2009 jo. PER-20/BC/2016".into(),
    }]
}

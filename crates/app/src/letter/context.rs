//! What every letter shares: letterhead, the declaration it is about, its signing officer, and the issue's additions.

use declaration::document::{AnyField, Entitas};
use declaration::figures;
use declaration::levy::Assessment;
use jiff::civil::DateTime;
use kernel::{Date, Datum, IdPerusahaan, NomorAju, Timestamp};
use reference::Snapshot;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::issue::{Issue, LetterProblem, Source};
use super::names::Names;
use super::words;
use crate::surat::{Acuan, Kop, NomorTanggal, Pejabat, Pihak, Zona};

/// One letter being assembled.
pub(super) struct Ctx<'a> {
    pub issue: &'a Issue,
    pub source: &'a Source<'a>,
    pub names: Names<'a>,
    pub zona: Zona,
}

impl<'a> Ctx<'a> {
    pub fn new(issue: &'a Issue, source: &'a Source<'a>) -> Self {
        let names = Names { snapshot: source.snapshot, today: issue.today, kantor: source.kode_kantor };
        Self { issue, source, names, zona: zone_of(source.snapshot, source.kode_kantor) }
    }

    /// The letterhead.
    pub fn kop(&self) -> Kop {
        let source = self.source;
        Kop {
            nomor: source.nomor_respon.unwrap_or_default().to_owned(),
            kode_verifikasi: source.verify_code.to_owned(),
            sidik: source.sha256.to_owned(),
            ..letterhead(
                source.snapshot,
                source.kode_kantor,
                source.waktu,
                (&self.issue.instalasi, &self.issue.base_url),
            )
        }
    }

    /// The declaration.
    pub fn acuan(&self) -> Acuan {
        Acuan {
            nomor_aju: self.source.nomor_aju.to_owned(),
            tanggal_aju: self.aju_date(),
            pendaftaran: self
                .issue
                .state
                .pendaftaran
                .as_ref()
                .map(|given| NomorTanggal { nomor: given.nomor.to_string(), tanggal: Some(given.tanggal) }),
            importir: self.importer(),
            ppjk: self.party("4"),
        }
    }

    /// As declared, else as the number tells, else the day of the judgement.
    fn aju_date(&self) -> Date {
        let declared = self.source.doc.tanggal_aju.value();
        let numbered = || self.source.nomor_aju.parse::<NomorAju>().ok().and_then(|aju| aju.parts().tanggal);
        declared.or_else(numbered).map_or(self.issue.today, kernel::Tanggal::date)
    }

    /// The importer; blank members when the document names none.
    pub fn importer(&self) -> Pihak {
        self.party("1").unwrap_or_default()
    }

    fn party(&self, role: &str) -> Option<Pihak> {
        let is_role = |e: &&Entitas| e.kode_entitas.good().is_some_and(|kode| kode.as_str() == role);
        let party = self.source.doc.entitas.iter().find(is_role)?;
        let typed = text(&party.nomor_identitas);
        let identitas = typed.parse::<IdPerusahaan>().map_or(typed, |id| id.npwp().to_string());
        let found = Pihak { nama: text(&party.nama_entitas), identitas, alamat: text(&party.alamat_entitas) };
        (found != Pihak::default()).then_some(found)
    }

    /// A moment on the office's clock.
    pub fn local(&self, at: Timestamp) -> DateTime {
        words::local(self.zona, at)
    }

    /// The last local moment before a limit.
    pub fn until(&self, limit: Timestamp) -> DateTime {
        words::last_moment(self.zona, limit)
    }

    /// The levies, computed again from the frozen document.
    pub fn assessment(&self) -> Assessment {
        let Source { doc, snapshot, params, .. } = *self.source;
        figures::assess(doc, snapshot, params, self.issue.today)
    }

    /// What the use case added.
    pub fn extra<T: DeserializeOwned + Default>(&self) -> Result<T, LetterProblem> {
        match &self.issue.extra {
            Value::Null => Ok(T::default()),
            extra => T::deserialize(extra).map_err(|error| LetterProblem::Extra {
                kode_respon: self.issue.kode_respon.clone(),
                reason: error.to_string(),
            }),
        }
    }

    /// Who signs: the officer given, else an officer's function without a name when one acted, else the system.
    pub fn signer(&self, given: Option<Pejabat>) -> Option<Pejabat> {
        let role = self.issue.event.oleh.peran;
        let nameless = || Pejabat { nama: String::new(), nip: String::new(), jabatan: role.label().id.into_owned() };
        given.or_else(|| role.is_officer().then(nameless))
    }

    /// The event does not issue this letter.
    pub fn wrong_event(&self) -> LetterProblem {
        let tagged = serde_json::to_value(&self.issue.event.isi).unwrap_or_default();
        LetterProblem::WrongEvent {
            kode_respon: self.issue.kode_respon.clone(),
            event: tagged["jenis"].as_str().unwrap_or_default().to_owned(),
        }
    }
}

/// The office's clock; WIB for an unknown office.
pub(super) fn zone_of(snapshot: &Snapshot, kode_kantor: &str) -> Zona {
    snapshot.kantor(kode_kantor).map_or(Zona::Wib, |kantor| words::zone(kantor.zona_waktu()))
}

/// The letterhead of an office, without number and proof.
pub(super) fn letterhead(
    snapshot: &Snapshot,
    kode_kantor: &str,
    waktu: Timestamp,
    (instalasi, base_url): (&str, &str),
) -> Kop {
    let kantor = snapshot.kantor(kode_kantor);
    let zona = zone_of(snapshot, kode_kantor);
    Kop {
        instalasi: instalasi.to_owned(),
        kantor: kantor.map_or_else(|| format!("Kantor Pabean {kode_kantor}"), |kantor| kantor.nama().to_owned()),
        kode_kantor: kode_kantor.to_owned(),
        alamat: kantor.map(|kantor| kantor.lokasi().to_owned()).unwrap_or_default(),
        nomor: String::new(),
        waktu: words::local(zona, waktu),
        zona,
        base_url: base_url.trim_end_matches('/').to_owned(),
        kode_verifikasi: String::new(),
        sidik: String::new(),
    }
}

/// What stands in a field, good or not, trimmed and bounded.
pub(super) fn text<T: Datum>(field: &declaration::Field<T>) -> String {
    words::clip(&field.text())
}

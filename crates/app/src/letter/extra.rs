//! What use cases add to an issue. Every member may be missing: the letter then leaves it blank or says what the event
//! tells.

use kernel::{Date, Dec2, Finding, Rupiah, Text, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ports::BillingLine;
use crate::surat::{Denda, NomorTanggal, Pejabat, Permintaan, Tabel};

macro_rules! extras {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name { $($(#[$doc])* pub $field: $kind,)* }

        impl From<$name> for serde_json::Value {
            /// As it is stored in [`super::Issue::extra`]. What is not given is left out: a null would keep the act from
            /// naming the officer who signs.
            fn from(extra: $name) -> Self {
                let mut value = serde_json::to_value(extra).unwrap_or_default();
                if let Self::Object(members) = &mut value {
                    members.retain(|_, member| !member.is_null());
                }
                value
            }
        }
    )*};
}
pub(super) use extras;

extras! {
    /// Receipt (2000).
    pub struct PenerimaanExtra {
        /// When the document arrived; none: the moment of acceptance.
        diterima: Option<Timestamp>,
    }

    /// Rejection (2001).
    pub struct NppExtra {
        /// Everything found, in the document's order.
        findings: Vec<Finding>,
    }

    /// Release (2003).
    pub struct SppbExtra {
        /// Notes for the gate.
        catatan: Vec<String>,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// A letter to which only the signing officer is added (2005).
    pub struct PejabatExtra {
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// Receipt of supporting documents (2009).
    pub struct DokapExtra {
        /// Who handed them in; blank: importer or broker, whoever acted.
        penyerah: String,
        /// Documents.
        dokumen: Vec<DokapFile>,
    }

    /// One received document.
    pub struct DokapFile {
        /// Document code, such as `380`.
        kode: String,
        /// Number.
        nomor: String,
        /// Date.
        tanggal: Option<Date>,
        /// File name; blank on paper.
        berkas: String,
        /// SHA-256 of the file, hex; blank on paper.
        sidik: String,
    }

    /// Determination of restricted goods (2013).
    pub struct SpblExtra {
        /// Goods; empty: one row with the event's reason.
        barang: Vec<SpblBarang>,
        /// What the importer may do; empty: the usual ways.
        tindak_lanjut: Vec<String>,
        /// Last day to object.
        batas: Option<Date>,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// A restricted goods line.
    pub struct SpblBarang {
        /// Line number from 1.
        seri: u32,
        /// The rule that restricts it.
        ketentuan: String,
        /// Missing licence.
        izin: String,
        /// Who issues the licence.
        penerbit: String,
    }

    /// Request for data or documents (2015).
    pub struct NpdExtra {
        /// What is asked; empty: one row with the event's text.
        permintaan: Vec<Permintaan>,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// Determination of tariff or value (2026).
    pub struct SptnpExtra {
        /// Goods determined otherwise.
        barang: Vec<SptnpBarang>,
        /// What was to be paid as declared, one line a levy; empty: computed again by the day.
        diberitahukan: Vec<BillingLine>,
        /// How the fine came about; printed when its amount is the event's `DENDA`.
        denda: Option<Denda>,
        /// Billing code, when it is known already.
        kode_billing: Option<String>,
        /// Legal basis; blank: UU Kepabeanan art. 16.
        dasar_hukum: String,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// A goods line as determined.
    pub struct SptnpBarang {
        /// Line number from 1.
        seri: u32,
        /// HS, 8 digits; blank when as declared.
        pos_tarif: String,
        /// Duty rate in words; blank when as declared.
        tarif_bm: String,
        /// CIF; none when as declared.
        cif: Option<Dec2>,
        /// Why.
        alasan: String,
    }

    /// Billing (2020, 2028) and receipt of payment (BPN, 2027).
    pub struct BillingExtra {
        /// Accounts as sent to MPN; printed when their sum is the amount.
        rincian: Vec<BillingLine>,
        /// The determination that is paid.
        sptnp: Option<NomorTanggal>,
    }

    /// Decision on an amendment (2010) or a cancellation (2011).
    pub struct KeputusanExtra {
        /// Whether it is granted; only read for an amendment.
        setuju: Option<bool>,
        /// Why; only read for an amendment.
        alasan: String,
        /// What changes.
        perubahan: Vec<Perubahan>,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }

    /// One amended datum.
    pub struct Perubahan {
        /// Where, as in findings.
        pointer: String,
        /// Before.
        semula: String,
        /// After.
        menjadi: String,
    }

    /// Any other letter (2004, 2021, 2023, 2080, 2090).
    pub struct UmumExtra {
        /// Title; none: the response's own.
        judul: Option<Text>,
        /// Paragraphs; empty: what the event tells.
        paragraf: Vec<String>,
        /// Table; none: what the event tells.
        tabel: Option<Tabel>,
        /// Closing paragraphs; empty: what the event tells.
        penutup: Vec<String>,
        /// Signing officer.
        pejabat: Option<Pejabat>,
    }
}

/// The sum of billing lines; none past the range.
pub(super) fn sum(lines: &[BillingLine]) -> Option<Rupiah> {
    lines.iter().try_fold(Rupiah::ZERO, |sum, line| sum.plus(line.nilai))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signer_who_is_not_given_is_left_for_the_act_to_name() {
        let stored: serde_json::Value = SptnpExtra::default().into();
        assert!(stored.get("pejabat").is_none(), "{stored}");
        assert!(stored.get("barang").is_some(), "{stored}");
    }
}

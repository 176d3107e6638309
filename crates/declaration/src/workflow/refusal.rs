//! Why a command is not carried out.

use jiff::civil::Date;
use kernel::Text;
use serde::Serialize;

use super::actor::Role;
use super::stage::Stage;
use crate::written;

/// The workflow says no; nothing changed.
///
/// A partner's or job's answer that comes twice or too late is refused with [`Refusal::NotNow`] or [`Refusal::Stale`]:
/// the job has nothing left to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kode", rename_all = "snake_case")]
#[error("{}", self.text().en)]
pub enum Refusal {
    /// The declaration is closed.
    Final,
    /// Not at this step.
    NotNow {
        /// Tag of the action.
        tindakan: &'static str,
        /// Where the declaration stands.
        tahap: Stage,
    },
    /// Another function does this.
    WrongRole {
        /// Functions that may.
        boleh: &'static [Role],
    },
    /// An officer of another office.
    WrongOffice,
    /// One person would be inspector and document officer of one declaration.
    SameOfficer,
    /// Another inspector is appointed.
    NotAppointed,
    /// An NHI holds the goods.
    Held,
    /// The goods, or some of them, have left.
    GoodsLeft,
    /// The time for it is over.
    TooLate {
        /// Last day.
        batas: Date,
    },
    /// The declaration has its number already.
    AlreadyNumbered,
    /// Tariff and value were determined already, or count as accepted.
    AlreadyDetermined,
    /// An officer found the goods to be otherwise than declared.
    FoundByOfficer,
    /// An answer to an earlier sending or request.
    Stale,
    /// No billing of this declaration has the code.
    UnknownBilling,
    /// The yellow channel is switched off.
    ChannelOff,
    /// A part of the command is missing or wrong.
    Invalid {
        /// Its name.
        bidang: &'static str,
    },
    /// The command is larger than any honest one.
    TooLarge,
    /// Repeated more often than any honest case needs.
    LimitReached,
}

impl Refusal {
    /// The refusal for a reader.
    pub fn text(&self) -> Text {
        match self {
            Self::Final => Text::fixed("Dokumen sudah selesai.", "The document is closed."),
            Self::NotNow { tahap, .. } => {
                let stage = tahap.label();
                Text::made(
                    format!("Tidak dapat dilakukan pada tahap ini: {}.", stage.id),
                    format!("This cannot be done at the step “{}”.", stage.en),
                )
            }
            Self::WrongRole { boleh } => {
                let names = |pick: fn(Text) -> String| boleh.iter().map(|r| pick(r.label())).collect::<Vec<_>>();
                Text::made(
                    format!("Hanya dapat dilakukan oleh: {}.", names(|t| t.id.into_owned()).join(", ")),
                    format!("Only for: {}.", names(|t| t.en.into_owned()).join(", ")),
                )
            }
            Self::WrongOffice => Text::fixed("Dokumen milik kantor lain.", "The document belongs to another office."),
            Self::SameOfficer => Text::fixed(
                "Pemeriksa fisik dan pemeriksa dokumen harus orang yang berbeda.",
                "Inspector and document officer must be different people.",
            ),
            Self::NotAppointed => {
                Text::fixed("Pemeriksa lain yang ditunjuk.", "Another inspector is appointed for this document.")
            }
            Self::Held => Text::fixed("Barang ditahan dengan NHI.", "The goods are held by an NHI."),
            Self::GoodsLeft => Text::fixed("Barang sudah keluar.", "The goods have left."),
            Self::TooLate { batas } => {
                let day = written::day(*batas);
                Text::made(
                    format!("Batas waktunya {} sudah lewat.", day.id),
                    format!("The limit, {}, has passed.", day.en),
                )
            }
            Self::AlreadyNumbered => Text::fixed("Nomor daftar sudah ada.", "The document already has its number."),
            Self::AlreadyDetermined => Text::fixed(
                "Tarif dan nilai pabean sudah ditetapkan atau dianggap diterima.",
                "Tariff and value were determined already or count as accepted.",
            ),
            Self::FoundByOfficer => Text::fixed(
                "Pejabat sudah menemukan barang yang tidak sesuai, sehingga data tidak dapat diubah lagi.",
                "An officer found the goods to be otherwise than declared, so the data can no longer be amended.",
            ),
            Self::Stale => Text::fixed(
                "Jawaban ini untuk permintaan yang sudah digantikan.",
                "This answers a request that was replaced.",
            ),
            Self::UnknownBilling => {
                Text::fixed("Kode billing bukan milik dokumen ini.", "The billing code is not of this document.")
            }
            Self::ChannelOff => Text::fixed("Jalur kuning tidak digunakan.", "The yellow channel is not in use."),
            Self::Invalid { bidang } => {
                Text::made(format!("Isian {bidang} kosong atau salah."), format!("{bidang} is missing or wrong."))
            }
            Self::TooLarge => Text::fixed("Isian terlalu besar.", "The entry is too large."),
            Self::LimitReached => Text::fixed("Sudah terlalu sering dilakukan.", "This was repeated too often."),
        }
    }
}

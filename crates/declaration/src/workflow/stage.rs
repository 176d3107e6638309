//! Where a declaration stands (rules 1.16).

use kernel::Text;
use serde::{Deserialize, Serialize};

macro_rules! stages {
    ($($(#[$meta:meta])* $name:ident, $id:literal, $en:literal;)*) => {
        /// The step at which a declaration stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Stage {
            $($(#[$meta])* $name,)*
        }

        impl Stage {
            /// All stages, in the order of a declaration's life.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Name for a reader.
            pub const fn label(self) -> Text {
                match self {
                    $(Self::$name => Text::fixed($id, $en),)*
                }
            }
        }
    };
}

stages! {
    /// Nothing recorded yet.
    #[default]
    New, "Belum direkam", "Not recorded";
    /// A draft that was saved.
    Recording, "Perekaman", "Being recorded";
    /// INSW analyses the goods.
    AtInsw, "Di INSW", "At INSW";
    /// INSW returned it because a licence is missing.
    ReturnedByInsw, "Dikembalikan INSW", "Returned by INSW";
    /// A returned or rejected document that is being corrected.
    Correcting, "Perbaikan", "Being corrected";
    /// Customs validation runs.
    Validating, "Validasi", "Validation";
    /// Rejected with an NPP; may be resent on the same aju.
    Rejected, "Ditolak (NPP)", "Rejected (NPP)";
    /// An officer resolves the lartas that INSW flagged.
    LartasReview, "Penelitian lartas", "Licence review";
    /// The treasury checks the guarantee.
    AwaitGuarantee, "Menunggu jaminan", "Awaiting guarantee";
    /// A billing code is being made.
    BillingRequested, "Pembuatan billing", "Billing being made";
    /// The billing code waits for its payment.
    AwaitPayment, "Menunggu pembayaran", "Awaiting payment";
    /// A payment came that does not match; the treasury decides.
    PaymentReview, "Penelitian pembayaran", "Payment under review";
    /// The billing code expired or was cancelled.
    BillingLapsed, "Billing tidak berlaku", "Billing lapsed";
    /// The manifest position is not matched.
    AwaitManifest, "Menunggu manifes", "Awaiting manifest";
    /// The consignee's name differs; an officer decides.
    AwaitSimilarity, "Penelitian kemiripan nama", "Name similarity review";
    /// The goods are not stored yet.
    AwaitStorage, "Menunggu penimbunan", "Awaiting storage";
    /// All is ready for the channel.
    ReadyForChannel, "Siap jalur", "Ready for channel";
    /// The channel is known, the number is not.
    Channelled, "Penomoran", "Being numbered";
    /// Release is due but an NHI holds it.
    AwaitRelease, "Rilis ditahan NHI", "Release held by NHI";
    /// Documents, and in red the goods, are to be made ready.
    AwaitReadiness, "Menunggu dokumen dan kesiapan barang", "Awaiting documents and readiness";
    /// An inspector is to be appointed.
    AwaitInspector, "Menunggu penunjukan pemeriksa", "Awaiting inspector";
    /// The inspection instruction is to be issued.
    AwaitInstruction, "Menunggu instruksi pemeriksaan", "Awaiting inspection instruction";
    /// The terminal pulls the packages.
    AwaitPackages, "Menunggu pengeluaran kemasan", "Awaiting packages";
    /// The inspection has not begun.
    AwaitInspection, "Menunggu pemeriksaan", "Awaiting inspection";
    /// The inspection runs.
    Inspecting, "Pemeriksaan barang", "Under inspection";
    /// The minutes are there, the report is not.
    AwaitLhp, "Menunggu LHP", "Awaiting inspection report";
    /// The document officer decides.
    Examining, "Pemeriksaan dokumen", "Document examination";
    /// A question to the declarant, to enforcement or to the laboratory is open.
    AwaitAnswer, "Menunggu jawaban", "Awaiting answer";
    /// An SPTNP is to be paid or objected to.
    AwaitSptnp, "Menunggu penyelesaian SPTNP", "Awaiting SPTNP settlement";
    /// An SPBL holds restricted goods.
    Restricted, "Barang lartas (SPBL)", "Restricted goods (SPBL)";
    /// SPPB was issued; the goods may leave.
    Released, "SPPB terbit", "Released (SPPB)";
    /// Green: documents are researched after the goods left.
    PostReview, "Penelitian setelah pengeluaran", "Post-release review";
    /// The process is complete and waits for the archive.
    Finished, "Selesai", "Finished";
    /// In the archive. Final.
    Archived, "Arsip", "Archived";
    /// Cancelled with the head's approval. Final.
    Cancelled, "Dibatalkan", "Cancelled";
    /// Abandoned goods passed to auction, destruction or the state. Final.
    Forfeited, "Barang tidak dikuasai, selesai", "Abandoned goods, closed";
}

impl Stage {
    /// Whether nothing can happen any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Archived | Self::Cancelled | Self::Forfeited)
    }

    /// Whether the declarant may still change the content: nothing was accepted yet.
    pub const fn is_before_acceptance(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Recording
                | Self::AtInsw
                | Self::ReturnedByInsw
                | Self::Correcting
                | Self::Validating
                | Self::Rejected
        )
    }
}

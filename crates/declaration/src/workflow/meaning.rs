//! What an event means for the declarant, in words a clerk would use. Screens, notices and mails say the same.

use kernel::{Text, Timestamp};
use serde::Serialize;

use super::event::{Event, Fact};
use super::steps::steps;
use super::values::{Jalur, SebabArsip, SebabBilling, SebabTolak, Tanya, Untuk};

/// One event for a reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// What happened.
    pub title: Text,
    /// What it means and what comes next; blank when the title says it all.
    pub text: Text,
    /// Until when the declarant has to act on it.
    pub until: Option<Timestamp>,
}

type Pair = (&'static str, &'static str);

const NOTHING: Pair = ("", "");

/// What an event means; none for what concerns officers or machines alone.
pub fn meaning(event: &Event) -> Option<Meaning> {
    if let Some((title, text)) = told(&event.isi) {
        return Some(Meaning { title, text, until: until(&event.isi) });
    }
    let (title, text) = fixed(&event.isi)?;
    let title = match steps(event) {
        Some(step) if title.0.is_empty() => step.nama,
        _ => Text::fixed(title.0, title.1),
    };
    Some(Meaning { title, text: Text::fixed(text.0, text.1), until: until(&event.isi) })
}

/// The deadline that an event sets for the declarant.
fn until(fact: &Fact) -> Option<Timestamp> {
    match fact {
        Fact::BillingIssued { sampai, .. } => Some(*sampai),
        Fact::InspectionOrdered { batas } | Fact::DocumentsOrdered { batas } => Some(*batas),
        Fact::QuestionIssued { tanya: Tanya::Npd | Tanya::Inp | Tanya::Npbl, batas, .. } => Some(*batas),
        Fact::SptnpIssued { batas, total, .. } if total.0 > 0 => Some(*batas),
        Fact::DeclaredAbandoned { batas } | Fact::MovedToTpp { batas, .. } => Some(*batas),
        _ => None,
    }
}

/// What is told with the event's own data.
fn told(fact: &Fact) -> Option<(Text, Text)> {
    told_of_filing(fact)
        .or_else(|| told_of_money(fact))
        .or_else(|| told_of_arrival(fact))
        .or_else(|| told_of_examination(fact))
        .or_else(|| told_of_requests(fact))
}

const fn title(id: &'static str, en: &'static str) -> Text {
    Text::fixed(id, en)
}

fn told_of_filing(fact: &Fact) -> Option<(Text, Text)> {
    Some(match fact {
        Fact::ReturnedForLicence { alasan } => (
            title("Dikembalikan INSW", "Returned by INSW"),
            Text::made(
                format!("Izin belum lengkap: {}. Lengkapi izinnya, lalu kirim ulang.", alasan.join("; ")),
                format!("Licences are missing: {}. Obtain them, then send again.", alasan.join("; ")),
            ),
        ),
        Fact::Rejected { temuan, sebab: SebabTolak::Validasi } => (
            title("Ditolak (NPP)", "Rejected (NPP)"),
            Text::made(
                format!(
                    "Ada {temuan} hal yang harus diperbaiki. Perbaiki, lalu kirim ulang dengan nomor aju yang sama."
                ),
                format!("{temuan} things must be put right. Correct them and send again on the same aju."),
            ),
        ),
        _ => return None,
    })
}

fn told_of_money(fact: &Fact) -> Option<(Text, Text)> {
    Some(match fact {
        Fact::BillingIssued { kode, nilai, untuk, .. } => (
            match untuk {
                Untuk::Pib => title("Kode billing terbit", "Billing code issued"),
                Untuk::Sptnp => title("Kode billing SPTNP terbit", "Billing code for the SPTNP issued"),
                Untuk::Perbaikan => title("Kode billing perubahan terbit", "Billing code for the amendment issued"),
            },
            Text::made(
                format!("Bayar {} dengan kode {kode}.", nilai.to_letter()),
                format!("Pay {} with the code {kode}.", nilai.to_letter()),
            ),
        ),
        Fact::BillingFailed { alasan, .. } => (
            title("Kode billing gagal dibuat", "No billing code could be made"),
            Text::made(format!("MPN menjawab: {alasan}"), format!("MPN answered: {alasan}")),
        ),
        Fact::PaymentVerified { pembayaran }
        | Fact::SptnpPaid { pembayaran, .. }
        | Fact::AmendmentPaid { pembayaran } => (
            title("Pembayaran diterima", "Payment received"),
            Text::made(
                format!("{}, NTPN {}.", pembayaran.nilai.to_letter(), pembayaran.ntpn),
                format!("{}, NTPN {}.", pembayaran.nilai.to_letter(), pembayaran.ntpn),
            ),
        ),
        Fact::DoublePayment { pembayaran } => (
            title("Pembayaran berlebih", "Payment that was not owed"),
            Text::made(
                format!("{} dicatat untuk dikembalikan.", pembayaran.nilai.to_letter()),
                format!("{} is noted for refund.", pembayaran.nilai.to_letter()),
            ),
        ),
        _ => return None,
    })
}

fn told_of_arrival(fact: &Fact) -> Option<(Text, Text)> {
    Some(match fact {
        Fact::ManifestMismatched { selisih } => {
            let list = |pick: fn(&Text) -> &str| selisih.iter().map(|s| pick(&s.uraian)).collect::<Vec<_>>().join(" ");
            (
                title("Data tidak cocok dengan manifes", "The data differ from the manifest"),
                Text::made(
                    format!("{} Minta pengangkut memperbaiki manifes (redress).", list(|t| &t.id)),
                    format!("{} Have the carrier redress the manifest.", list(|t| &t.en)),
                ),
            )
        }
        Fact::ChannelDrawn { keputusan } => (
            title("Penjaluran", "Channel assigned"),
            match keputusan.jalur {
                Jalur::Hijau => {
                    Text::fixed("Jalur hijau: tanpa pemeriksaan fisik.", "Green channel: no physical inspection.")
                }
                Jalur::Kuning => Text::fixed(
                    "Jalur kuning: dokumen diteliti sebelum barang dilepas.",
                    "Yellow channel: documents are examined before release.",
                ),
                Jalur::Merah => Text::fixed(
                    "Jalur merah: barang diperiksa dan dokumen diteliti sebelum dilepas.",
                    "Red channel: goods are inspected and documents examined before release.",
                ),
            },
        ),
        Fact::Numbered { pendaftaran } => (
            title("Nomor pendaftaran terbit", "Registration number given"),
            Text::made(format!("Nomor {}.", pendaftaran.nomor), format!("Number {}.", pendaftaran.nomor)),
        ),
        Fact::LhpRecorded { sesuai, .. } => (
            title("Laporan hasil pemeriksaan selesai", "Inspection report complete"),
            if *sesuai {
                Text::fixed("Barang sesuai pemberitahuan.", "The goods are as declared.")
            } else {
                Text::fixed("Barang tidak sesuai pemberitahuan.", "The goods are not as declared.")
            },
        ),
        _ => return None,
    })
}

fn told_of_examination(fact: &Fact) -> Option<(Text, Text)> {
    Some(match fact {
        Fact::QuestionIssued { tanya, uraian, .. } => (
            match tanya {
                Tanya::Npd => title("Permintaan data (NPD)", "Data requested (NPD)"),
                Tanya::Inp => title("Permintaan bukti nilai (INP)", "Proof of value requested (INP)"),
                Tanya::Npbl => title("Nota larangan atau pembatasan (NPBL)", "Note on restricted goods (NPBL)"),
                Tanya::P2 => return None,
                Tanya::Lab => title("Contoh barang dikirim ke laboratorium", "Sample sent to the laboratory"),
            },
            Text::made(uraian.clone(), uraian.clone()),
        ),
        Fact::SptnpIssued { total, .. } => (
            title("SPTNP terbit", "SPTNP issued"),
            if total.0 > 0 {
                Text::made(
                    format!("Kurang bayar {}. Bayar, atau ajukan keberatan dengan jaminan.", total.to_letter()),
                    format!("{} is owed. Pay it, or object with a guarantee.", total.to_letter()),
                )
            } else {
                Text::fixed(
                    "Tidak ada yang harus dibayar; kelebihan bayar dicatat untuk dikembalikan.",
                    "Nothing is owed; what was paid too much is noted for refund.",
                )
            },
        ),
        Fact::SpblIssued { alasan } => (
            title("Barang larangan atau pembatasan (SPBL)", "Restricted goods (SPBL)"),
            Text::made(format!("{alasan} Tunjukkan izinnya."), format!("{alasan} Show the licence.")),
        ),
        _ => return None,
    })
}

fn told_of_requests(fact: &Fact) -> Option<(Text, Text)> {
    Some(match fact {
        Fact::CancellationRequested { alasan } => (
            title("Pembatalan dimohonkan", "Cancellation requested"),
            Text::made(
                format!("{alasan} Kepala kantor memutuskan."),
                format!("{alasan} The head of the office decides."),
            ),
        ),
        Fact::CancellationRefused { alasan } => {
            (title("Pembatalan ditolak", "Cancellation refused"), Text::made(alasan.clone(), alasan.clone()))
        }
        Fact::Cancelled { alasan, .. } => {
            (title("Dokumen dibatalkan", "Document cancelled"), Text::made(alasan.clone(), alasan.clone()))
        }
        Fact::AmendmentRequested { alasan, perubahan, .. } => (
            title("Perubahan data dimohonkan", "Amendment requested"),
            Text::made(
                format!("{} data. {alasan} Pejabat pemeriksa dokumen memutuskan.", perubahan.len()),
                format!("{} data. {alasan} The document officer decides.", perubahan.len()),
            ),
        ),
        Fact::AmendmentRefused { alasan, .. } => {
            (title("Perubahan data ditolak", "Amendment refused"), Text::made(alasan.clone(), alasan.clone()))
        }
        Fact::PartnerWaiting { mitra, .. } => (
            Text::made(format!("{mitra} tidak menjawab"), format!("{mitra} does not answer")),
            Text::fixed(
                "Dokumen aman dan tidak perlu dikirim ulang; sistem mencoba terus sampai tersambung.",
                "The document is safe and need not be sent again; the system keeps trying until it gets through.",
            ),
        ),
        _ => return None,
    })
}

/// What is always said with the same words: title (blank: the step's own name) and text.
fn fixed(fact: &Fact) -> Option<(Pair, Pair)> {
    filing(fact).or_else(|| arrival(fact)).or_else(|| examination(fact))
}

fn filing(fact: &Fact) -> Option<(Pair, Pair)> {
    Some(match fact {
        Fact::Recorded { .. } => (NOTHING, ("Draf dibuat.", "The draft was made.")),
        Fact::DataReceived { .. } => {
            (NOTHING, ("Dokumen diterima lengkap dan disimpan.", "The document is in and kept."))
        }
        Fact::SentToInsw { .. } => (NOTHING, ("INSW memeriksa izin lartas.", "INSW checks the licences.")),
        Fact::InswAnalysed { .. } => (NOTHING, ("INSW selesai memeriksa.", "INSW is done.")),
        Fact::ValidationQueued { .. } => (NOTHING, ("Isi dokumen akan diperiksa.", "The content is to be checked.")),
        Fact::Accepted { .. } => (NOTHING, ("Isi dokumen diterima.", "The content is accepted.")),
        Fact::Rejected { sebab: SebabTolak::NpblDitutup, .. } => (
            ("Ditolak: NPBL tidak dijawab", "Rejected: the NPBL was not answered"),
            ("Dokumen dapat dikirim ulang dengan nomor aju yang sama.", "It may be sent again on the same aju."),
        ),
        Fact::CorrectionOpened => (NOTHING, ("Perbaikan dimulai.", "The correction has begun.")),
        Fact::LartasReviewOpened => (NOTHING, ("Pejabat meneliti izin lartas.", "An officer examines the licences.")),
        Fact::LartasCleared { .. } => (("Lartas terpenuhi", "Restrictions met"), NOTHING),
        Fact::GuaranteeAwaited => (("Menunggu jaminan", "Guarantee awaited"), NOTHING),
        Fact::GuaranteeChecked { .. } => (NOTHING, ("Jaminan diterima.", "The guarantee is in.")),
        Fact::BillingRequested { .. } => (
            ("Kode billing diminta", "Billing code asked for"),
            ("MPN membuat kodenya, biasanya dalam beberapa menit.", "MPN makes it, usually within minutes."),
        ),
        Fact::BillingLapsed { sebab: SebabBilling::Kedaluwarsa, .. } => (
            ("Kode billing kedaluwarsa", "Billing code expired"),
            ("Minta kode baru di halaman pembayaran.", "Ask for a new one on the payment page."),
        ),
        Fact::BillingLapsed { .. } => (("Kode billing tidak berlaku lagi", "Billing code withdrawn"), NOTHING),
        Fact::PaymentDisputed { .. } => (
            ("Pembayaran tidak sama dengan tagihan", "The payment does not match the bill"),
            ("Perbendaharaan memutuskan.", "The treasury decides."),
        ),
        _ => return None,
    })
}

fn arrival(fact: &Fact) -> Option<(Pair, Pair)> {
    Some(match fact {
        Fact::PreNotified => (NOTHING, ("Manifes BC 1.1 belum ada; dokumen menunggu.", "BC 1.1 is not there yet.")),
        Fact::ManifestMatched { .. } => (("Cocok dengan manifes", "Matches the manifest"), NOTHING),
        Fact::SimilarityDoubted { .. } => (
            ("Nama penerima diteliti", "Consignee's name under review"),
            ("Nama di manifes berbeda; pejabat memutuskan.", "The manifest has another name; an officer decides."),
        ),
        Fact::SimilarityChecked { .. } => (NOTHING, NOTHING),
        Fact::StorageAwaited => (
            ("Menunggu penimbunan", "Storage awaited"),
            ("Barang harus ditimbun di TPS lebih dahulu.", "The goods must be stored in the terminal first."),
        ),
        Fact::Stored { .. } => (("Barang ditimbun di TPS", "Goods stored in the terminal"), NOTHING),
        Fact::ReadyForChannel => (NOTHING, NOTHING),
        Fact::InspectionOrdered { .. } => (
            ("Jalur merah (SPJM)", "Red channel (SPJM)"),
            (
                "Unggah dokumen pelengkap dan nyatakan barang siap diperiksa.",
                "Upload the papers and declare the goods ready.",
            ),
        ),
        Fact::DocumentsOrdered { .. } => {
            (("Jalur kuning (SPJK)", "Yellow channel (SPJK)"), ("Unggah dokumen pelengkap.", "Upload the papers."))
        }
        Fact::DocumentsReceived { .. } => (("Dokumen pelengkap diterima", "Supporting documents received"), NOTHING),
        Fact::GoodsReady => (NOTHING, NOTHING),
        Fact::ReadinessOverdue { .. } => (
            ("Batas kesiapan terlewati", "Readiness overdue"),
            ("TPS dapat menyiapkan barang atas biaya importir.", "The terminal may prepare the goods at your cost."),
        ),
        Fact::InspectorAppointed { .. } => (NOTHING, NOTHING),
        Fact::InstructionIssued { .. } => (NOTHING, NOTHING),
        Fact::PackagesPulled => (NOTHING, NOTHING),
        Fact::InspectionStarted => (NOTHING, NOTHING),
        Fact::BapRecorded { .. } => (NOTHING, NOTHING),
        _ => return None,
    })
}

fn examination(fact: &Fact) -> Option<(Pair, Pair)> {
    Some(match fact {
        Fact::ExaminationOpened => (NOTHING, ("Pejabat meneliti dokumen.", "An officer examines the documents.")),
        Fact::QuestionAnswered { tanya: Tanya::P2, .. } | Fact::QuestionLapsed { tanya: Tanya::P2 } => return None,
        Fact::QuestionAnswered { .. } => (("Permintaan dijawab", "The request is answered"), NOTHING),
        Fact::QuestionLapsed { .. } => (
            ("Permintaan tidak dijawab tepat waktu", "The request was not answered in time"),
            ("Pejabat memutus berdasarkan data yang ada.", "The officer decides on the data at hand."),
        ),
        Fact::SptnpOverdue { .. } => {
            (("SPTNP jatuh tempo", "The SPTNP is overdue"), ("Bunga berjalan.", "Interest runs."))
        }
        Fact::ObjectionLodged { .. } => (("Keberatan diajukan", "Objection lodged"), NOTHING),
        Fact::LicenceShown { .. } => (("Izin ditunjukkan", "Licence shown"), NOTHING),
        Fact::DeemedAccepted => (
            ("Dianggap diterima", "Deemed accepted"),
            (
                "Tarif dan nilai pabean diterima karena tidak ditetapkan dalam 30 hari.",
                "No determination within 30 days.",
            ),
        ),
        Fact::ReleaseWithheld | Fact::HeldNhi { .. } => (
            ("Barang ditahan unit pengawasan", "Goods held by enforcement"),
            ("Barang belum boleh keluar.", "The goods may not leave yet."),
        ),
        Fact::NhiLifted { .. } => (("Penahanan dicabut", "The hold is lifted"), NOTHING),
        Fact::Released { .. } => (
            ("Barang boleh keluar (SPPB)", "Goods released (SPPB)"),
            ("Tunjukkan SPPB di TPS dan keluarkan barang.", "Show the SPPB at the terminal and fetch the goods."),
        ),
        Fact::GateIn => (NOTHING, NOTHING),
        Fact::GateOut { terakhir: true, .. } => (NOTHING, ("Semua barang sudah keluar.", "All goods have left.")),
        Fact::GateOut { .. } => (("Sebagian barang keluar", "Some goods left"), NOTHING),
        Fact::ReviewOpened => {
            (NOTHING, ("Dokumen diteliti setelah barang keluar.", "Documents are researched after the goods left."))
        }
        Fact::ReviewClosed { .. } => (("Penelitian selesai", "Research closed"), NOTHING),
        Fact::AmendmentGranted { .. } => (
            ("Perubahan data disetujui", "Amendment granted"),
            ("Bayar tambahan pungutannya agar berlaku.", "Pay the additional levies to bring it into force."),
        ),
        Fact::Amended { .. } => (("Perubahan data berlaku", "Amendment in force"), NOTHING),
        Fact::DeclaredAbandoned { .. } => (
            ("Barang tidak dikuasai (BTD)", "Goods listed as abandoned (BTD)"),
            ("Selesaikan kewajiban pabean.", "Complete the formalities."),
        ),
        Fact::MovedToTpp { .. } => (("Barang dipindah ke TPP", "Goods moved to the TPP"), NOTHING),
        Fact::Forfeited => (("Barang dilelang, dimusnahkan, atau milik negara", "Goods forfeited"), NOTHING),
        Fact::Finished => (NOTHING, NOTHING),
        Fact::Archived { sebab: SebabArsip::TidakDilanjutkan } => {
            (NOTHING, ("Dokumen tidak dilanjutkan.", "Nobody continued the document."))
        }
        Fact::Archived { .. } => (NOTHING, NOTHING),
        Fact::Escalated { kepada, .. } if kepada.is_declarant() => (
            ("Batas waktu terlewati", "Deadline passed"),
            ("Masih menunggu tindakan Saudara.", "Your action is still awaited."),
        ),
        _ => return None,
    })
}

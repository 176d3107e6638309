//! Receipt (2000), SPPB (2003), SPJM (2005) and the receipt of supporting documents (2009).

use declaration::workflow::{Fact, Kewajiban, Role};
use kernel::{Rupiah, Text};

use super::context::Ctx;
use super::extra::{DokapExtra, DokapFile, PejabatExtra, PenerimaanExtra, SppbExtra};
use super::issue::LetterProblem;
use super::words;
use crate::surat::{DokumenDiterima, Penerimaan, Spjm, Sppb, TandaTerimaDokap};

/// Acknowledgement of an accepted document.
pub(super) fn receipt(ctx: &Ctx<'_>) -> Result<Penerimaan, LetterProblem> {
    let Fact::Accepted { kewajiban } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: PenerimaanExtra = ctx.extra()?;
    let value = ctx.assessment().valuation.customs_value.and_then(words::whole);
    Ok(Penerimaan {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        waktu_terima: ctx.local(extra.diterima.unwrap_or(ctx.issue.event.waktu)),
        jumlah_barang: u32::try_from(ctx.source.doc.barang.len()).unwrap_or(u32::MAX),
        nilai_pabean: value.unwrap_or_default(),
        total_dibayar: kewajiban.bayar,
        langkah_berikut: next_step(ctx.issue.state.lartas, kewajiban),
    })
}

/// What follows acceptance, in the workflow's order: restrictions, guarantee, payment, manifest.
fn next_step(lartas: bool, kewajiban: &Kewajiban) -> Text {
    if lartas {
        return Text::fixed(
            "Pejabat meneliti pemenuhan ketentuan larangan atau pembatasan. Saudara diberi tahu bila ada yang perlu \
             dilengkapi; setelah itu dokumen berlanjut dengan sendirinya.",
            "An officer examines whether the import restrictions are met. You are told if anything is missing; then \
             the document goes on by itself.",
        );
    }
    if kewajiban.jaminan.as_ref().is_some_and(|jaminan| jaminan.bpj.is_none()) {
        return Text::fixed(
            "Serahkan jaminan kepada unit perbendaharaan Kantor Pabean. Setelah bukti penerimaan jaminan (BPJ) \
             terbit, dokumen berlanjut dengan sendirinya.",
            "Hand the guarantee in at the office's treasury. Once its receipt (BPJ) is issued, the document goes on by \
             itself.",
        );
    }
    if kewajiban.berkala {
        return Text::fixed(
            "Pungutan dilunasi pada pembayaran berkala. Dokumen dicocokkan dengan manifes dan penjaluran dilakukan \
             tanpa tindakan lain dari Saudara.",
            "The levies are settled with the periodic payment. The document is matched with the manifest and \
             channelled without further action of yours.",
        );
    }
    if kewajiban.bayar > Rupiah::ZERO {
        return Text::fixed(
            "Bayar dengan kode billing yang dikirim terpisah. Setelah pembayaran terbukti, dokumen dicocokkan dengan \
             manifes dan penjaluran dilakukan tanpa tindakan lain dari Saudara.",
            "Pay with the billing code that is sent separately. Once payment is proven, the document is matched with \
             the manifest and channelled without further action of yours.",
        );
    }
    Text::fixed(
        "Tidak ada yang harus dibayar sekarang. Dokumen dicocokkan dengan manifes dan penjaluran dilakukan tanpa \
         tindakan lain dari Saudara.",
        "Nothing is to be paid now. The document is matched with the manifest and channelled without further action \
         of yours.",
    )
}

/// Approval of release.
pub(super) fn sppb(ctx: &Ctx<'_>) -> Result<Sppb, LetterProblem> {
    let Fact::Released { catatan } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: SppbExtra = ctx.extra()?;
    let mut notes = words::paragraphs(catatan);
    notes.extend(extra.catatan);
    Ok(Sppb {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        pengangkutan: ctx.transport(),
        kemasan: ctx.packages(),
        peti_kemas: ctx.containers(),
        berat_kotor: ctx.source.doc.bruto.value().unwrap_or_default(),
        berat_bersih: ctx.source.doc.netto.value().unwrap_or_default(),
        catatan: notes,
        pejabat: ctx.signer(extra.pejabat),
    })
}

/// Notice of the red channel.
pub(super) fn spjm(ctx: &Ctx<'_>) -> Result<Spjm, LetterProblem> {
    let Fact::InspectionOrdered { batas } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: PejabatExtra = ctx.extra()?;
    Ok(Spjm {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        pengangkutan: ctx.transport(),
        kemasan: ctx.packages(),
        peti_kemas: ctx.containers(),
        batas_dokumen: ctx.until(*batas),
        batas_kesiapan: ctx.until(*batas),
        akibat: Text::fixed(
            "Jika batas ini dilewati, pengusaha TPS menyiapkan barang untuk diperiksa atas risiko dan biaya importir, \
             dan akses kepabeanan dapat diblokir.",
            "After these limits the terminal prepares the goods at the importer's risk and cost, and customs access \
             may be blocked.",
        ),
        pejabat: ctx.signer(extra.pejabat),
    })
}

/// Receipt of supporting documents.
pub(super) fn papers(ctx: &Ctx<'_>) -> Result<TandaTerimaDokap, LetterProblem> {
    let Fact::DocumentsReceived { jumlah } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: DokapExtra = ctx.extra()?;
    let acuan = ctx.acuan();
    let broker = acuan.ppjk.as_ref().filter(|_| ctx.issue.event.oleh.peran == Role::Ppjk);
    let penyerah = words::or(&extra.penyerah, || broker.unwrap_or(&acuan.importir).nama.clone());
    let mut dokumen: Vec<DokumenDiterima> = extra.dokumen.into_iter().map(|file| paper(ctx, file)).collect();
    if dokumen.is_empty() {
        dokumen.push(DokumenDiterima {
            jenis: format!("{jumlah} berkas"),
            nomor: String::new(),
            tanggal: None,
            berkas: String::new(),
            sidik: String::new(),
        });
    }
    Ok(TandaTerimaDokap { kop: ctx.kop(), waktu_terima: ctx.local(ctx.issue.event.waktu), acuan, penyerah, dokumen })
}

fn paper(ctx: &Ctx<'_>, file: DokapFile) -> DokumenDiterima {
    DokumenDiterima {
        jenis: ctx.names.full("kode_dokumen", &file.kode),
        nomor: file.nomor,
        tanggal: file.tanggal,
        berkas: file.berkas,
        sidik: file.sidik,
    }
}

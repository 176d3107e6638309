//! Letters without a template of their own: yellow channel (2004), decisions on amendments (2010) and cancellations (2011),
//! value information (2021), laboratory (2023), rush handling (2080), and all else (2090).

use declaration::workflow::{Fact, Selisih, Tanya};
use kernel::{Text, Timestamp};

use super::context::Ctx;
use super::extra::{KeputusanExtra, UmumExtra};
use super::issue::LetterProblem;
use super::{decide, ruling, titles, words};
use crate::surat::{SuratUmum, Tabel};

/// What the event tells.
#[derive(Default)]
pub(super) struct Said {
    pub judul: Option<Text>,
    pub paragraf: Vec<String>,
    pub tabel: Option<Tabel>,
    pub penutup: Vec<String>,
}

impl Said {
    /// A paragraph in both languages.
    pub fn say(mut self, text: Text) -> Self {
        self.paragraf.extend(both(text));
        self
    }

    /// A closing paragraph in both languages.
    pub fn close(mut self, text: Text) -> Self {
        self.penutup.extend(both(text));
        self
    }

    /// What a person wrote, line by line.
    pub fn quote(mut self, text: &str) -> Self {
        self.paragraf.extend(words::paragraphs(text));
        self
    }
}

fn both(text: Text) -> [String; 2] {
    [text.id.into_owned(), text.en.into_owned()]
}

/// The letter; what the use case added takes the place of what the event tells.
pub(super) fn letter(ctx: &Ctx<'_>) -> Result<SuratUmum, LetterProblem> {
    let (said, pejabat) = match ctx.issue.kode_respon.as_str() {
        "2010" | "2011" => {
            let extra: KeputusanExtra = ctx.extra()?;
            let pejabat = extra.pejabat.clone();
            let cancels = ctx.issue.kode_respon == "2011";
            (if cancels { ruling::cancellation(ctx)? } else { ruling::amendment(&ctx.issue.event.isi, extra) }, pejabat)
        }
        _ => added(told(ctx)?, ctx.extra()?),
    };
    let (_, title) = titles::title(&ctx.issue.kode_respon);
    Ok(SuratUmum {
        kop: ctx.kop(),
        judul: said.judul.unwrap_or_else(|| Text::fixed(title, titles::english(&ctx.issue.kode_respon))),
        acuan: Some(ctx.acuan()),
        paragraf: said.paragraf,
        tabel: said.tabel,
        penutup: said.penutup,
        pejabat: ctx.signer(pejabat),
    })
}

fn added(told: Said, extra: UmumExtra) -> (Said, Option<crate::surat::Pejabat>) {
    let filled = |given: Vec<String>, told: Vec<String>| if given.is_empty() { told } else { given };
    let said = Said {
        judul: extra.judul.or(told.judul),
        paragraf: filled(extra.paragraf, told.paragraf),
        tabel: extra.tabel.or(told.tabel),
        penutup: filled(extra.penutup, told.penutup),
    };
    (said, extra.pejabat)
}

fn told(ctx: &Ctx<'_>) -> Result<Said, LetterProblem> {
    let code = ctx.issue.kode_respon.as_str();
    match (code, &ctx.issue.event.isi) {
        ("2004", Fact::DocumentsOrdered { batas }) => Ok(yellow(ctx, *batas)),
        ("2021", Fact::QuestionIssued { tanya: Tanya::Inp, uraian, batas }) => Ok(value_proof(ctx, uraian, *batas)),
        ("2023", Fact::QuestionIssued { tanya: Tanya::Lab, uraian, .. }) => Ok(laboratory(uraian)),
        ("2004" | "2021" | "2023", _) => Err(ctx.wrong_event()),
        (_, fact) => Ok(anything(ctx, fact)),
    }
}

fn yellow(ctx: &Ctx<'_>, batas: Timestamp) -> Said {
    let until = words::moment(ctx.until(batas), ctx.zona);
    Said::default()
        .say(Text::fixed(
            "Dokumen ini ditetapkan melalui jalur kuning: dokumen diteliti sebelum pengeluaran barang disetujui.",
            "This declaration goes through the yellow channel: the documents are examined before release.",
        ))
        .say(Text::made(
            format!("Serahkan dokumen pelengkap pabean melalui portal paling lambat {}.", until.id),
            format!("Hand in the supporting documents through the portal by {}.", until.en),
        ))
}

fn value_proof(ctx: &Ctx<'_>, uraian: &str, batas: Timestamp) -> Said {
    let until = words::moment(ctx.until(batas), ctx.zona);
    Said::default()
        .say(Text::fixed(
            "Untuk penelitian nilai pabean diperlukan bukti nilai transaksi barang dalam dokumen ini.",
            "Proof of the transaction value of the goods is needed to examine the customs value.",
        ))
        .quote(uraian)
        .close(Text::made(
            format!(
                "Jawab dengan Deklarasi Nilai Pabean (DNP) dan buktinya melalui portal paling lambat {}.",
                until.id
            ),
            format!("Answer with a value declaration (DNP) and its proof through the portal by {}.", until.en),
        ))
        .close(decide::unanswered())
}

fn laboratory(uraian: &str) -> Said {
    Said::default()
        .say(Text::fixed(
            "Contoh barang dikirim ke laboratorium. Penelitian dokumen dilanjutkan setelah hasilnya diterima; tidak ada \
             yang harus Saudara lakukan sekarang.",
            "A sample was sent to the laboratory. The examination goes on once its result is there; nothing is to be \
             done by you now.",
        ))
        .quote(uraian)
}

fn restriction_note(ctx: &Ctx<'_>, uraian: &str, batas: Timestamp) -> Said {
    let until = words::moment(ctx.until(batas), ctx.zona);
    let said = Said {
        judul: Some(Text::fixed(
            "Nota Pemberitahuan Barang Larangan/Pembatasan",
            "Note on prohibited or restricted goods (NPBL)",
        )),
        ..Said::default()
    };
    said.say(Text::fixed(
        "Barang dalam dokumen ini termasuk barang yang dilarang atau dibatasi impornya dan persyaratannya belum terbukti.",
        "Goods of this declaration are prohibited or restricted and the conditions are not proven yet.",
    ))
    .quote(uraian)
    .close(Text::made(
        format!("Jawab melalui portal paling lambat {}. Tanpa jawaban, nota ditutup.", until.id),
        format!("Answer through the portal by {}. Without an answer the note is closed.", until.en),
    ))
}

/// A general letter about any event: the known ones in full, others by the step at which the document stands.
fn anything(ctx: &Ctx<'_>, fact: &Fact) -> Said {
    match fact {
        Fact::QuestionIssued { tanya: Tanya::Npbl, uraian, batas } => restriction_note(ctx, uraian, *batas),
        Fact::ManifestMismatched { selisih } => mismatch(selisih),
        Fact::ReturnedForLicence { alasan } => alasan.iter().fold(
            Said::default().say(Text::fixed(
                "Dokumen dikembalikan INSW karena perizinan berikut belum ada.",
                "INSW returned the document because the following licences are missing.",
            )),
            |said, line| said.quote(line),
        ),
        Fact::DeclaredAbandoned { batas } | Fact::MovedToTpp { batas, .. } => {
            let until = words::moment(ctx.until(*batas), ctx.zona);
            Said::default().say(Text::made(
                format!("Barang dinyatakan tidak dikuasai. Selesaikan kewajiban pabean paling lambat {}.", until.id),
                format!("The goods count as abandoned. Complete the formalities by {}.", until.en),
            ))
        }
        _ => {
            let stage = ctx.issue.state.tahap.label();
            Said::default().say(Text::made(
                format!("Dokumen ini berada pada tahap: {}. Rinciannya ada di portal.", stage.id),
                format!("This declaration stands at: {}. The portal has the details.", stage.en),
            ))
        }
    }
}

fn mismatch(selisih: &[Selisih]) -> Said {
    let row = |s: &Selisih| vec![s.uraian.id.clone().into_owned(), s.dinyatakan.clone(), s.tercatat.clone()];
    let rows: Vec<Vec<String>> = selisih.iter().map(row).collect();
    let mut said = Said::default().say(Text::fixed(
        "Dokumen belum dapat dicocokkan dengan manifes karena data berikut berbeda.",
        "The document does not match the manifest yet because these data differ.",
    ));
    said.tabel = (!rows.is_empty()).then(|| table(["Data", "Dokumen", "Manifes"], &[], rows));
    said.close(Text::fixed(
        "Perbedaan diselesaikan dengan perbaikan manifes oleh pengangkut. Dokumen dicocokkan kembali secara otomatis.",
        "The carrier's correction of the manifest settles it. The document is matched again by itself.",
    ))
}

/// A table of three columns; `right` are those set right.
pub(super) fn table(titles: [&str; 3], right: &[usize], rows: Vec<Vec<String>>) -> Tabel {
    Tabel { kepala: titles.map(str::to_owned).to_vec(), rata_kanan: right.to_vec(), baris: rows }
}

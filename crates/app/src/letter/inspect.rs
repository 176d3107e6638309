//! Physical inspection: instruction (2066), minutes (2008) and report (2007).

use declaration::workflow::{Fact, Tingkat};
use jiff::civil::DateTime;

use super::context::Ctx;
use super::extra_inspect::{BapExtra, IpExtra, LhpBarang, LhpExtra, Pelaksanaan};
use super::issue::LetterProblem;
use super::words;
use crate::surat::{Bap, BarangLhp, BarangRingkas, Ip, Lhp, NomorTanggal, Pejabat, PetiKemas};

/// Fewest packages opened (rules 1.8).
const FEWEST: u64 = 2;

/// Instruction to inspect.
pub(super) fn ip(ctx: &Ctx<'_>) -> Result<Ip, LetterProblem> {
    let Fact::InstructionIssued { tingkat } = ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: IpExtra = ctx.extra()?;
    let pemeriksa = if extra.pemeriksa.is_empty() { appointed(ctx) } else { extra.pemeriksa };
    Ok(Ip {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        pengangkutan: ctx.transport(),
        pemeriksa,
        tingkat: words::level(tingkat).to_owned(),
        lokasi: words::or(&extra.lokasi, || ctx.storage_place()),
        kemasan_dibuka: words::or(&extra.kemasan_dibuka, || to_open(tingkat, ctx.package_count())),
        peti_kemas: containers(ctx, tingkat, &extra.peti_kemas),
        barang: ctx.goods(),
        ambil_contoh: extra.ambil_contoh,
        perhatian: extra.perhatian,
        pejabat: ctx.signer(extra.pejabat),
    })
}

/// The appointed inspector is known by his function only.
fn appointed(ctx: &Ctx<'_>) -> Vec<Pejabat> {
    let jabatan = declaration::workflow::Role::PemeriksaFisik.label().id.into_owned();
    let nameless = Pejabat { nama: String::new(), nip: String::new(), jabatan };
    ctx.issue.state.pemeriksaan.pemeriksa.iter().map(|_| nameless.clone()).collect()
}

/// Packages to open at a level: the share, rounded up, at least two.
pub(crate) fn to_open(tingkat: Tingkat, packages: u64) -> String {
    let percent = match tingkat {
        Tingkat::SepuluhPersen => 10,
        Tingkat::TigaPuluhPersen => 30,
        Tingkat::Mendalam => return format!("Seluruh {packages} kemasan"),
    };
    let share = packages.saturating_mul(percent).div_ceil(100).max(FEWEST).min(packages);
    format!("Paling sedikit {share} dari {packages} kemasan, dipilih acak oleh pemeriksa")
}

fn containers(ctx: &Ctx<'_>, tingkat: Tingkat, wanted: &[String]) -> Vec<PetiKemas> {
    let mut all = ctx.containers();
    if !wanted.is_empty() {
        all.retain(|container| wanted.contains(&container.nomor));
    } else if tingkat != Tingkat::Mendalam {
        all.clear();
    }
    all
}

/// Minutes of the inspection.
pub(super) fn bap(ctx: &Ctx<'_>) -> Result<Bap, LetterProblem> {
    let Fact::BapRecorded { uraian } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: BapExtra = ctx.extra()?;
    let went = Went::of(ctx, extra.pelaksanaan);
    Ok(Bap {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        ip: went.ip,
        lokasi: went.lokasi,
        mulai: went.mulai,
        selesai: went.selesai,
        pemeriksa: went.pemeriksa,
        saksi: extra.saksi,
        tingkat: went.tingkat,
        peti_kemas: extra.peti_kemas,
        kemasan_dibuka: extra.kemasan_dibuka,
        uraian: words::paragraphs(uraian),
        contoh: went.contoh,
        jumlah_foto: went.jumlah_foto,
    })
}

/// Report of the inspection.
pub(super) fn lhp(ctx: &Ctx<'_>) -> Result<Lhp, LetterProblem> {
    let Fact::LhpRecorded { sesuai, uraian } = &ctx.issue.event.isi else { return Err(ctx.wrong_event()) };
    let extra: LhpExtra = ctx.extra()?;
    let went = Went::of(ctx, extra.pelaksanaan);
    Ok(Lhp {
        kop: ctx.kop(),
        acuan: ctx.acuan(),
        ip: went.ip,
        bap: extra.bap.unwrap_or_else(unnumbered),
        lokasi: went.lokasi,
        mulai: went.mulai,
        selesai: went.selesai,
        tingkat: went.tingkat,
        barang: found(ctx, *sesuai, extra.barang),
        sesuai: *sesuai,
        kesimpulan: words::clip(uraian),
        contoh: went.contoh,
        jumlah_foto: went.jumlah_foto,
        pemeriksa: went.pemeriksa,
    })
}

/// How the inspection went, with what the issue tells where the use case added nothing.
struct Went {
    ip: NomorTanggal,
    lokasi: String,
    mulai: DateTime,
    selesai: DateTime,
    tingkat: String,
    contoh: String,
    jumlah_foto: u32,
    pemeriksa: Vec<Pejabat>,
}

impl Went {
    fn of(ctx: &Ctx<'_>, given: Pelaksanaan) -> Self {
        let recorded = ctx.issue.event.waktu;
        let recorder = || ctx.signer(None).into_iter().collect();
        Self {
            ip: given.ip.unwrap_or_else(unnumbered),
            lokasi: words::or(&given.lokasi, || ctx.storage_place()),
            mulai: ctx.local(given.mulai.unwrap_or(recorded)),
            selesai: ctx.local(given.selesai.unwrap_or(recorded)),
            tingkat: given.tingkat.map(words::level).unwrap_or_default().to_owned(),
            contoh: given.contoh,
            jumlah_foto: given.jumlah_foto,
            pemeriksa: if given.pemeriksa.is_empty() { recorder() } else { given.pemeriksa },
        }
    }
}

const fn unnumbered() -> NomorTanggal {
    NomorTanggal { nomor: String::new(), tanggal: None }
}

/// Declared goods with what was found of them, then goods that were not declared.
fn found(ctx: &Ctx<'_>, agrees: bool, given: Vec<LhpBarang>) -> Vec<BarangLhp> {
    if given.is_empty() && !agrees {
        return Vec::new();
    }
    let mut rows: Vec<BarangLhp> = Vec::with_capacity(ctx.source.doc.barang.len());
    for line in ctx.goods() {
        let named = given.iter().find(|found| found.seri == line.seri).cloned();
        let as_found = named.unwrap_or_else(|| LhpBarang::as_declared(line.seri));
        rows.push(compared(ctx, line, as_found));
    }
    for found in given.into_iter().filter(|found| ctx.line(found.seri).is_none()) {
        let satuan = ctx.names.full("satuan", &found.satuan);
        let nothing = BarangRingkas {
            seri: 0,
            pos_tarif: String::new(),
            uraian: "Tidak diberitahukan".to_owned(),
            jumlah: kernel::Dec4::ZERO,
            satuan,
        };
        rows.push(compared(ctx, nothing, found));
    }
    rows
}

fn compared(ctx: &Ctx<'_>, line: BarangRingkas, found: LhpBarang) -> BarangLhp {
    BarangLhp {
        seri: line.seri,
        pos_tarif: line.pos_tarif,
        uraian: line.uraian,
        uraian_ditemukan: found.uraian_ditemukan,
        jumlah_ditemukan: found.jumlah_ditemukan.unwrap_or(line.jumlah),
        jumlah: line.jumlah,
        satuan: line.satuan,
        negara_asal: ctx.names.short("negara", &found.negara_asal),
        sesuai: found.sesuai,
        catatan: found.catatan,
    }
}

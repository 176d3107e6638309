//! Rules of the goods lines (portal 4.8).

use std::collections::BTreeSet;

use kernel::Decimal;

use super::help::{code, line, papers_by_number, papers_of, parties, repeated, text};
use super::registry::rules;
use super::{Sink, Subject, dokumen};
use crate::levy::DifferenceKind;
use crate::written;

const TARIFF: &str = "PMK 26/PMK.010/2022 (BTKI 2022)";
const VALUE: &str = "PMK 144/PMK.04/2022";
const FORM: &str = "PER-22/BC/2009 jo. PER-20/BC/2016";

rules! {
    "PIB-701" Reject goods_given, FORM, "Paling sedikit satu barang." / "At least one goods line.";
    "PIB-702" Reject lines_numbered, FORM, "Seri barang berurut dari 1." / "Goods lines are numbered from 1.";
    "PIB-703" Reject heading_known, TARIFF, "Pos tarif ada dalam BTKI yang berlaku." / "The heading is in the tariff in force.";
    "PIB-704" Reject unit_fits, TARIFF, "Satuan sama dengan satuan statistik pos tarif." / "The unit is the heading's statistical unit.";
    "PIB-705" Reject quantity_positive, FORM, "Jumlah satuan lebih dari nol." / "The quantity is above zero.";
    "PIB-706" Warn brand_and_type, FORM, "Merek dan tipe paling sedikit dua karakter." / "Brand and type have at least two characters.";
    "PIB-707" Reject method_reason, VALUE, "Metode selain 1 disertai alasannya." / "A method other than 1 names its reason.";
    "PIB-708" Reject papers_exist, FORM, "Dokumen barang menunjuk dokumen yang ada." / "Papers of a line point at existing papers.";
    "PIB-709" Reject owners_exist, FORM, "Pemilik barang menunjuk entitas 7 yang ada." / "Owners of a line point at an existing party 7.";
    "PIB-710" Reject quota_falls, "PMK 161/PMK.04/2007", "Saldo akhir tidak melebihi saldo awal." / "The quota after is within the quota before.";
    "PIB-711" Reject quota_suffices, "PMK 161/PMK.04/2007", "Saldo kuota mencukupi." / "The licence's quota suffices.";
    "PIB-712" Warn vehicle_data, FORM, "Kendaraan memuat tahun, silinder, nomor mesin, dan nomor rangka." / "Vehicles carry year, engine size, engine and chassis number.";
    "PIB-713" Warn rupiah_fits, VALUE, "CIF rupiah sama dengan CIF × NDPBM." / "CIF in rupiah equals CIF × NDPBM.";
    "PIB-714" Warn restricted_line, "PMK 161/PMK.04/2007 jo. PMK 224/PMK.04/2015", "Pernyataan lartas sesuai data lartas." / "The restriction statement fits the reference data.";
    "PIB-715" Warn unit_price_fits, VALUE, "Harga satuan × jumlah sama dengan FOB barang." / "Unit price × quantity equals the line's FOB.";
    "PIB-716" Reject origin_for_preference, "PMK 35/2023", "Negara asal diisi bila memakai preferensi." / "The origin is given for a preference.";
    "PIB-717" Reject value_of_line, VALUE, "CIF barang lebih dari nol." / "The line's CIF is above zero.";
    "PIB-718" Warn cif_of_line, VALUE, "CIF barang sama dengan bagiannya dari CIF dokumen." / "The line's CIF equals its share of the document's CIF.";
}

fn goods_given(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.doc.barang.is_empty() {
        out.hit("barang", text("Tambahkan paling sedikit satu barang.", "Add at least one goods line."));
    }
}

fn lines_numbered(s: &Subject<'_>, out: &mut Sink<'_>) {
    for index in repeated(s.doc.barang.iter().map(|b| b.seri_barang.value())) {
        out.hit(
            line(index, "seriBarang"),
            text("Seri barang ini sudah dipakai baris lain.", "This line number is used by another line."),
        );
    }
    let last = s.doc.barang.len();
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if goods.seri_barang.value().is_some_and(|seri| seri.get() as usize > last) {
            out.hit(
                line(index, "seriBarang"),
                text(format!("Seri barang berurut 1 sampai {last}."), format!("Goods lines are numbered 1 to {last}.")),
            );
        }
    }
}

fn heading_known(s: &Subject<'_>, out: &mut Sink<'_>) {
    let today = written::day(s.today);
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let Some(hs) = goods.pos_tarif.good() else { continue };
        if s.snapshot.tarif(hs.as_str(), s.today).is_none() {
            out.hit(
                line(index, "posTarif"),
                text(
                    format!("Pos tarif {hs} tidak ada dalam BTKI yang berlaku pada {}; cari pos yang tepat.", today.id),
                    format!("Heading {hs} is not in the tariff in force on {}; look for the right one.", today.en),
                ),
            );
        }
    }
}

fn unit_fits(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let (Some(hs), Some(unit)) = (goods.pos_tarif.good(), goods.kode_satuan_barang.good()) else { continue };
        let wanted = s.snapshot.tarif(hs.as_str(), s.today).map(|t| t.satuan.as_str());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty() && *wanted != unit.as_str()) {
            out.hit(
                line(index, "kodeSatuanBarang"),
                text(
                    format!("Satuan {unit} tidak sesuai; satuan statistik pos {hs} adalah {wanted}."),
                    format!("Unit {unit} does not fit; the statistical unit of heading {hs} is {wanted}."),
                ),
            );
        }
    }
}

fn quantity_positive(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if goods.jumlah_satuan.value().is_some_and(kernel::Dec::is_zero) {
            out.hit(
                line(index, "jumlahSatuan"),
                text("Jumlah satuan harus lebih dari nol.", "The quantity must be above zero."),
            );
        }
    }
}

fn brand_and_type(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        for (name, value) in [("merk", code(&goods.merk)), ("tipe", code(&goods.tipe))] {
            if value.chars().count() == 1 {
                out.hit(line(index, name), text(
                    "Sejak skema 0.5.7.23 paling sedikit dua karakter; tulis \"TANPA MEREK\" atau \"TANPA TIPE\" bila tidak ada.",
                    "Since schema 0.5.7.23 at least two characters; write \"TANPA MEREK\" or \"TANPA TIPE\" when there is none.",
                ));
            }
        }
    }
}

fn method_reason(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let method = code(&goods.metode_penentuan_nilai);
        if !method.is_empty() && method != "Metode 1" && goods.alasan_metode_penentuan_nilai.is_blank() {
            out.hit(
                line(index, "alasanMetodePenentuanNilai"),
                text(
                    format!("{method} memerlukan alasan tidak memakai nilai transaksi."),
                    format!("{method} needs the reason for not using the transaction value."),
                ),
            );
        }
    }
}

fn papers_exist(s: &Subject<'_>, out: &mut Sink<'_>) {
    let papers = papers_by_number(s);
    for (index, goods) in s.doc.barang.iter().enumerate() {
        for (row, paper) in goods.barang_dokumen.iter().enumerate() {
            let Some(seri) = paper.seri_dokumen.value() else { continue };
            if !papers.contains_key(&seri) {
                out.hit(
                    line(index, &format!("barangDokumen[{row}].seriDokumen")),
                    text(
                        format!("Tidak ada dokumen dengan seri {seri}."),
                        format!("There is no paper numbered {seri}."),
                    ),
                );
            }
        }
    }
}

fn owners_exist(s: &Subject<'_>, out: &mut Sink<'_>) {
    let owners: BTreeSet<_> = parties(s, "7").filter_map(|(_, party)| party.seri_entitas.value()).collect();
    for (index, goods) in s.doc.barang.iter().enumerate() {
        for (row, owner) in goods.barang_pemilik.iter().enumerate() {
            let Some(seri) = owner.seri_entitas.value() else { continue };
            if !owners.contains(&seri) {
                out.hit(
                    line(index, &format!("barangPemilik[{row}].seriEntitas")),
                    text(
                        format!("Tidak ada pemilik barang (entitas 7) dengan seri {seri}."),
                        format!("There is no owner (party 7) numbered {seri}."),
                    ),
                );
            }
        }
    }
}

fn quota_falls(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if matches!((goods.saldo_awal.value(), goods.saldo_akhir.value()), (Some(before), Some(after)) if after > before)
        {
            out.hit(
                line(index, "saldoAkhir"),
                text("Saldo akhir melebihi saldo awal.", "The quota after exceeds the quota before."),
            );
        }
    }
}

/// Lines that draw on the same licence and heading share its balance.
fn quota_suffices(s: &Subject<'_>, out: &mut Sink<'_>) {
    if s.facts.kuota.is_empty() {
        return;
    }
    let papers = papers_by_number(s);
    let mut drawn = vec![Decimal::ZERO; s.facts.kuota.len()];
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let (Some(hs), Some(quantity)) = (goods.pos_tarif.good(), goods.jumlah_satuan.value()) else { continue };
        let licences: BTreeSet<_> = papers_of(&papers, goods).map(|d| code(&d.nomor_dokumen)).collect();
        for (quota, drawn) in s.facts.kuota.iter().zip(&mut drawn) {
            if !licences.contains(quota.nomor_dokumen.as_str()) || quota.pos_tarif != hs.as_str() {
                continue;
            }
            *drawn = drawn.saturating_add(quantity.get());
            if *drawn > quota.saldo.get() {
                let (left, drawn) = (written::number(quota.saldo), written::number(*drawn));
                out.hit(
                    line(index, "jumlahSatuan"),
                    text(
                        format!(
                            "Saldo kuota izin {} tinggal {}; sampai barang ini diberitahukan {}.",
                            quota.nomor_dokumen, left.id, drawn.id
                        ),
                        format!(
                            "The quota of licence {} has {} left; up to this line {} is declared.",
                            quota.nomor_dokumen, left.en, drawn.en
                        ),
                    ),
                );
            }
        }
    }
}

fn vehicle_data(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let vehicle = goods.pos_tarif.good().is_some_and(|hs| matches!(hs.pos(), "8702" | "8703" | "8704" | "8711"));
        if !vehicle {
            continue;
        }
        for (name, blank) in [
            ("tahunPembuatan", goods.tahun_pembuatan.is_blank()),
            ("kapasitasSilinder", goods.kapasitas_silinder.is_blank()),
        ] {
            if blank {
                out.hit(line(index, name), text("Isi untuk kendaraan bermotor.", "Fill in for motor vehicles."));
            }
        }
        let has = |kind: &str| goods.barang_spek_khusus.iter().any(|row| code(&row.kode_spek_khusus) == kind);
        if !(has("1") && has("2")) {
            out.hit(
                line(index, "barangSpekKhusus"),
                text(
                    "Isi nomor mesin (1) dan nomor rangka (2) pada spesifikasi khusus.",
                    "Give engine number (1) and chassis number (2) among the special specifications.",
                ),
            );
        }
    }
}

fn rupiah_fits(s: &Subject<'_>, out: &mut Sink<'_>) {
    let Some(rate) = s.doc.ndpbm.value() else { return };
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let (Some(cif), Some(rupiah)) = (goods.cif.value(), goods.cif_rupiah.value()) else { continue };
        let Some(computed) = cif.get().checked_mul(rate.get()) else { continue };
        if !rupiah.is_zero() && (computed - rupiah.get()).abs() > Decimal::ONE {
            let computed = written::money(computed);
            out.hit(
                line(index, "cifRupiah"),
                text(
                    format!("CIF rupiah seharusnya {} (CIF × NDPBM); yang dipakai hasil hitung.", computed.id),
                    format!("CIF in rupiah should be {} (CIF × NDPBM); the computed figure counts.", computed.en),
                ),
            );
        }
    }
}

fn restricted_line(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let Some(hs) = goods.pos_tarif.good() else { continue };
        let restricted = s.snapshot.tarif(hs.as_str(), s.today).is_some_and(|t| t.lartas);
        if restricted && goods.pernyataan_lartas.value() != Some(kernel::YaTidak::Ya) {
            out.hit(line(index, "pernyataanLartas"), text(
                format!("Pos {hs} ditandai lartas; isi Y dan lampirkan izinnya, atau pastikan barang dikecualikan."),
                format!("Heading {hs} is marked restricted; enter Y and attach the licence, or make sure that it is exempt."),
            ));
        }
    }
}

fn unit_price_fits(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let (Some(price), Some(quantity), Some(fob)) =
            (goods.harga_satuan.value(), goods.jumlah_satuan.value(), goods.fob.value())
        else {
            continue;
        };
        let Some(computed) = price.get().checked_mul(quantity.get()) else { continue };
        let slack = (quantity.get() * Decimal::new(1, 2)).max(Decimal::ONE);
        if !price.is_zero() && (computed - fob.get()).abs() > slack {
            let (computed, fob) = (written::money(computed), written::money(fob));
            out.hit(
                line(index, "hargaSatuan"),
                text(
                    format!("Harga satuan × jumlah = {}, sedangkan FOB barang {}.", computed.id, fob.id),
                    format!("Unit price × quantity = {}, while the line's FOB is {}.", computed.en, fob.en),
                ),
            );
        }
    }
}

fn origin_for_preference(s: &Subject<'_>, out: &mut Sink<'_>) {
    let papers = papers_by_number(s);
    for (index, goods) in s.doc.barang.iter().enumerate() {
        let preferred = || papers_of(&papers, goods).any(|d| dokumen::is_preference(s, code(&d.kode_fasilitas)));
        if goods.kode_negara_asal.is_blank() && preferred() {
            out.hit(
                line(index, "kodeNegaraAsal"),
                text(
                    "Tarif preferensi memerlukan negara asal barang.",
                    "A preferential rate needs the country of origin.",
                ),
            );
        }
    }
}

fn value_of_line(s: &Subject<'_>, out: &mut Sink<'_>) {
    for (index, goods) in s.doc.barang.iter().enumerate() {
        if goods.cif.value().is_some_and(kernel::Dec::is_zero) {
            out.hit(line(index, "cif"), text("CIF barang harus lebih dari nol.", "The line's CIF must be above zero."));
        }
    }
}

/// The levies are computed from the share, so that the lines always add up to the document.
fn cif_of_line(s: &Subject<'_>, out: &mut Sink<'_>) {
    let differences = s.assessment.iter().flat_map(|a| &a.differences);
    for difference in differences.filter(|d| d.kind == DifferenceKind::Cif) {
        let pointer = difference.pointer();
        if pointer.as_str().starts_with("barang[") {
            out.hit(pointer, difference.message());
        }
    }
}

//! Billing, receipt of payment, and the account lines.

use declaration::workflow::Untuk;

use super::*;
use crate::ports::BillingLine;
use crate::surat::{Billing, Bpn, NomorTanggal};

/// Duty, VAT and income tax of the example.
const LINES: [(&str, &str, i64); 3] =
    [("412111", "BM", 36_122_000), ("411212", "PPN", 49_382_850), ("411123", "PPH", 11_223_375)];
const TOTAL: i64 = 96_728_225;

fn issued(untuk: Untuk, nilai: i64) -> Issue {
    let code = if untuk == Untuk::Pib { "2020" } else { "2028" };
    issue(
        code,
        Fact::BillingIssued {
            untuk,
            urutan: 1,
            kode: "420260306000001".parse().unwrap(),
            nilai: Rupiah(nilai),
            sampai: end_of("2026-03-11"),
        },
    )
}

#[test]
fn a_bill_has_one_line_for_each_levy_paid_now() {
    let assessment = figures::assess(&doc(), snapshot(), &params(), TODAY);
    let lines = billing_lines(&assessment, snapshot(), TODAY);
    let got: Vec<_> = lines.iter().map(|l| (l.akun.as_str(), l.kode_jenis_pungutan.as_str(), l.nilai.0)).collect();
    assert_eq!(got, LINES);
    assert_eq!(assessment.dibayar, Rupiah(TOTAL));
}

#[test]
fn what_is_not_paid_now_is_not_billed() {
    let mut exempt = doc();
    for goods in &mut exempt.barang {
        let duty = &mut goods.barang_tarif[0];
        duty.kode_fasilitas_tarif = declaration::Field::Good("5".parse().unwrap());
        duty.tarif_fasilitas = declaration::Field::Good("100".parse().unwrap());
    }
    let assessment = figures::assess(&exempt, snapshot(), &params(), TODAY);
    let lines = billing_lines(&assessment, snapshot(), TODAY);
    let levies: Vec<_> = lines.iter().map(|line| line.kode_jenis_pungutan.as_str()).collect();
    assert_eq!(levies, ["PPN", "PPH"]);
}

#[test]
fn the_billing_letter_shows_code_accounts_and_the_last_minute() {
    let got: Billing = letter("BILLING", &issued(Untuk::Pib, TOTAL));
    assert_eq!((got.kode_billing.as_str(), got.untuk.as_str()), ("420260306000001", "Pungutan impor PIB"));
    let rows: Vec<_> = got.rincian.iter().map(|r| (r.akun.as_str(), r.uraian.as_str(), r.nilai.0)).collect();
    assert_eq!(
        rows,
        [
            ("412111", "Bea masuk", 36_122_000),
            ("411212", "PPN impor", 49_382_850),
            ("411123", "PPh Pasal 22 impor", 11_223_375),
        ]
    );
    assert_eq!((got.total, got.berlaku_sampai), (Rupiah(TOTAL), at("2026-03-11T23:59:00")));
    assert_eq!(got.wajib_bayar.nama, "PT Contoh Sejahtera Abadi");
}

#[test]
fn lines_that_do_not_add_up_are_not_printed() {
    let got: Billing = letter("BILLING", &issued(Untuk::Pib, TOTAL + 1));
    let rows: Vec<_> = got.rincian.iter().map(|r| (r.akun.as_str(), r.uraian.as_str(), r.nilai.0)).collect();
    assert_eq!(rows, [("", "Pungutan impor PIB", TOTAL + 1)]);
}

fn sptnp_lines() -> BillingExtra {
    let line = |akun: &str, kode: &str, nilai| BillingLine {
        akun: akun.into(),
        kode_jenis_pungutan: kode.into(),
        nilai: Rupiah(nilai),
    };
    BillingExtra {
        rincian: vec![
            line("412111", "BM", 4_000_000),
            line("412113", "DENDA", 4_000_000),
            line("412119", "BUNGA", 160_000),
        ],
        sptnp: Some(NomorTanggal { nomor: "000077/KBC.0403/2026".into(), tanggal: Some(TODAY) }),
    }
}

#[test]
fn the_billing_of_a_determination_names_it() {
    let got: Billing = letter("BILLING", &with(sptnp_lines(), issued(Untuk::Sptnp, 8_160_000)));
    assert_eq!(got.untuk, "Tagihan SPTNP nomor 000077/KBC.0403/2026 tanggal 6 Maret 2026");
    let names: Vec<_> = got.rincian.iter().map(|r| r.uraian.as_str()).collect();
    assert_eq!(names, ["Bea masuk", "Denda administrasi", "Bunga"]);
}

#[test]
fn the_receipt_shows_ntpn_payer_and_accounts() {
    let paid = issue(BPN, Fact::PaymentVerified { pembayaran: payment(TOTAL) });
    let got: Bpn = letter("BPN", &paid);
    assert_eq!((got.ntpn.as_str(), got.bank.as_str()), ("A1B2C3D4E5F6G7H8", "Bank Contoh Nusantara"));
    assert_eq!((got.waktu_bayar, got.total, got.rincian.len()), (at("2026-03-06T16:00:00"), Rupiah(TOTAL), 3));
    assert_eq!(got.wajib_bayar, got.acuan.importir);
}

#[test]
fn another_payer_is_named_by_his_number() {
    let mut other = payment(TOTAL);
    other.npwp = "0990000020999000".parse().unwrap();
    let got: Bpn = letter("BPN", &issue(BPN, Fact::PaymentVerified { pembayaran: other }));
    assert_eq!((got.wajib_bayar.nama.as_str(), got.wajib_bayar.identitas.as_str()), ("", "0990000020999000"));
}

#[test]
fn the_receipt_of_a_determination_is_a_receipt() {
    let paid = issue("2027", Fact::SptnpPaid { pembayaran: payment(8_160_000), bulan_terlambat: 1 });
    let got: Bpn = letter("BPN", &with(sptnp_lines(), paid));
    assert_eq!((got.total, got.rincian.len()), (Rupiah(8_160_000), 3));
}

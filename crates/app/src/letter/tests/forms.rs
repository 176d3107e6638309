//! The printed form.

use declaration::workflow::{Billing, StatusBilling, Untuk};

use super::*;
use crate::surat::FormulirBc20;

fn printed(doc: &Pib, sha256: Option<&str>, state: &LetterState) -> FormulirBc20 {
    let params = params();
    let assessment = figures::assess(doc, snapshot(), &params, TODAY);
    let head = FormHead {
        nomor_aju: AJU,
        kode_kantor: "040300",
        waktu: now(),
        instalasi: "Pabean",
        base_url: "https://pabean.example/",
        sha256,
        state,
    };
    let data = form(doc, &assessment, snapshot(), TODAY, &head);
    let read: FormulirBc20 = serde_json::from_value(data.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), data);
    read
}

fn paid() -> LetterState {
    LetterState {
        billing: vec![Billing {
            untuk: Untuk::Pib,
            urutan: 1,
            nilai: Rupiah(96_728_225),
            status: StatusBilling::Lunas,
            sejak: now(),
            kode: Some("420260306000001".parse().unwrap()),
            sampai: None,
        }],
        pembayaran: Some(payment(96_728_225)),
        ..issue("2003", Fact::Finished).state
    }
}

#[test]
fn a_sent_form_has_levies_payment_and_registration() {
    let got = printed(&doc(), Some(HASH), &paid());
    assert!(!got.draf);
    let levies: Vec<_> = got.pungutan.iter().map(|p| (p.kode_jenis_pungutan.as_str(), p.nilai.0)).collect();
    assert_eq!(levies, [("BM", 36_122_000), ("PPN", 49_382_850), ("PPH", 11_223_375)]);
    assert_eq!(got.nilai_pabean, Some(Rupiah(412_813_800)));
    assert_eq!((got.kode_billing.as_str(), got.kop.sidik.as_str()), ("420260306000001", HASH));
    assert_eq!((got.ntpn.unwrap().tanggal, got.pendaftaran.unwrap().nomor), (Some(TODAY), "003574".to_owned()));
}

#[test]
fn the_document_keeps_its_digits_as_text() {
    let got = printed(&doc(), Some(HASH), &paid());
    assert_eq!(got.dokumen["barang"][0]["barangTarif"][1]["nilaiBayar"], "23839996.95");
    assert_eq!(got.dokumen["ndpbm"], "16300");
    assert_eq!(got.dokumen["entitas"][0]["nomorIdentitas"], "0990000010999000");
}

#[test]
fn every_code_of_the_document_has_its_name() {
    #[track_caller]
    fn check(form: &FormulirBc20, list: &str, code: &str, name: &str) {
        assert_eq!(form.nama.get(list).and_then(|names| names.get(code)).map(String::as_str), Some(name), "{list}");
    }

    let got = printed(&doc(), Some(HASH), &paid());
    check(&got, "pelabuhan", "IDTPP", "Tanjung Priok");
    check(&got, "negara", "CN", "Tiongkok");
    check(&got, "kode_dokumen", "380", "Invoice");
    check(&got, "cara_angkut", "1", "Laut");
    check(&got, "fasilitas_tarif", "1", "Dibayar");
    check(&got, "tipe_kontainer", "1", "Kering atau umum");
    for list in ["jenis_impor", "cara_bayar", "tutup_pu", "jenis_identitas", "satuan", "kemasan", "valuta", "tps"] {
        assert!(got.nama.contains_key(list), "{list}");
    }
}

#[test]
fn an_empty_draft_prints_too() {
    let got = printed(&Pib::default(), None, &LetterState::default());
    assert!(got.draf);
    assert_eq!(got.dokumen["nomorAju"], AJU);
    assert_eq!((got.pendaftaran, got.ntpn, got.kode_billing.as_str()), (None, None, ""));
}

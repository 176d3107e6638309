//! Names of the responses, messages of the status API, and what cannot be assembled.

use super::releases::rejected;
use super::*;

#[test]
fn every_response_is_called_as_clients_compare_it() {
    let mut known = 0;
    for row in snapshot().daftar("respon", TODAY) {
        let (short, long) = title(row.kode());
        if short != "UMUM" || row.kode() == "2090" {
            assert_eq!((short, long), (row.catatan(), row.nama_id()), "{}", row.kode());
            known += 1;
        }
    }
    assert_eq!(known, 21);
    assert_eq!(title(BPN), ("BPN", "Bukti Penerimaan Negara"));
    assert_eq!(title("9999"), ("UMUM", "Respons Umum"));
}

#[test]
fn messages_name_place_and_code_of_each_finding() {
    let (what, place) = messages(&rejected(1)).remove(0);
    assert!(what.starts_with("Barang 2, ") && what.ends_with(": Pos tarif tidak dikenal."), "{what}");
    assert_eq!(place, "PIB-D.barang.posTarif barang[1].posTarif");
}

#[test]
fn twenty_messages_at_most_and_the_last_tells_of_the_rest() {
    assert_eq!(messages(&rejected(20)).len(), 20);
    let many = messages(&rejected(23));
    assert_eq!((many.len(), many[19].0.as_str()), (20, "… dan 4 hal lain; lihat suratnya."));
}

#[test]
fn other_responses_say_the_essential_or_nothing() {
    let paid = messages(&issue(BPN, Fact::PaymentVerified { pembayaran: payment(1_000) }));
    assert_eq!(paid, [("NTPN A1B2C3D4E5F6G7H8".to_owned(), "Jumlah Rp1.000".to_owned())]);
    let refused = Fact::CancellationRefused { alasan: "Barang sudah keluar.".to_owned() };
    assert_eq!(messages(&issue("2011", refused)), [("Barang sudah keluar.".to_owned(), String::new())]);
    assert_eq!(messages(&issue("2003", Fact::Released { catatan: "ya".to_owned() })), []);
}

#[test]
fn a_wrong_code_event_version_or_addition_is_refused() {
    let released = || issue("2003", Fact::Released { catatan: String::new() });
    let problem = |issue: &Issue| try_assemble(issue, &doc()).unwrap_err();
    let unknown = Issue { kode_respon: "2099".to_owned(), ..released() };
    assert_eq!(problem(&unknown), LetterProblem::UnknownCode("2099".into()));
    let wrong = issue("2003", Fact::GoodsReady);
    assert_eq!(problem(&wrong), LetterProblem::WrongEvent { kode_respon: "2003".into(), event: "goods_ready".into() });
    let older = Issue { reference_version: 7, ..released() };
    assert_eq!(problem(&older), LetterProblem::WrongReference { wanted: 7, given: 1 });
    let odd = with(serde_json::json!({ "catatan": 5 }), released());
    assert!(matches!(problem(&odd), LetterProblem::Extra { .. }));
}

#[test]
fn the_same_issue_gives_the_same_bytes() {
    let issue = issue("2003", Fact::Released { catatan: String::new() });
    let bytes = || serde_json::to_vec(&try_assemble(&issue, &doc()).unwrap().1).unwrap();
    assert_eq!(bytes(), bytes());
}

//! `kurs/{kodeValuta}` (h2h-api 1.6).

use serde_json::json;
use testkit::on_both;

use crate::support::refusal;

on_both! {
    fn a_rate_is_text_with_its_week(house) {
        for services in ["/openapi", "/v2/openapi"] {
            let client = house.importer().on(services);
            let answer = client.get("/kurs/USD?tanggal=2026-03-06").expect(200).json();
            assert_eq!(
                answer,
                json!({
                    "status": "true",
                    "message": "success",
                    "data": [{
                        "kodeValuta": "USD",
                        "nilaiKurs": "16300",
                        "tglAwalBerlaku": "2026-03-04",
                        "tglAkhirBerlaku": "2026-03-10",
                        "namaValuta": null,
                        "gambar": null,
                        "contoh": true,
                        "kmk": "",
                    }],
                })
            );
            assert_eq!(client.get("/kurs/usd").expect(200).json(), answer, "today, in small letters");
        }
    }

    fn an_unknown_currency_has_no_data(house) {
        let client = house.importer();
        let nothing = json!({ "status": "true", "message": "success", "data": [] });
        for path in ["/kurs/XTS", "/kurs/DOLAR", "/kurs/USD?tanggal=1999-01-01", "/kurs/%F0%9F%92%B5"] {
            assert_eq!(client.get(path).expect(200).json(), nothing, "{path}");
        }
        let answer = client.get("/kurs/USD?tanggal=06/03/2026").expect(400).json();
        assert_eq!(refusal(&answer), ("Failed", "Parameter tanggal ditulis YYYY-MM-DD atau DD-MM-YYYY."));
    }
}

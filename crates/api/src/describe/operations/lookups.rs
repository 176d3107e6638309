//! Look-ups, events, sandbox.

use super::{AJU, Body, DAY, HS, OFFICE, Operation, SENDING, WORDS, get, must, path, query};

/// Look-ups, events, sandbox.
pub const ROWS: &[Operation] = &[
    Operation {
        params: &[path("valuta", "Kode valuta", "Currency code", "USD"), DAY],
        answer: "Kurs",
        answered: "The tax exchange rate; empty data when there is none",
        ..get("/kurs/{valuta}", "reference", "kurs", ("Kurs pajak", "Tax exchange rate"))
    },
    Operation {
        params: &[HS, DAY],
        answer: "Tariff",
        answered: "The levies of a tariff line",
        ..get("/tarif-hs", "reference", "tariff", ("Tarif pos HS", "Rates of an HS code"))
    },
    Operation {
        params: &[HS, DAY],
        answer: "Rows",
        answered: "One row when imports are restricted",
        ..get("/hs-lartas", "reference", "restrictions", ("Larangan dan pembatasan", "Prohibitions and restrictions"))
    },
    Operation {
        params: &[
            must(query("noHostBl", "Nomor B/L", "Bill of lading", "CTHSHA0000001")),
            must(query("tglHostBl", "Tanggal B/L, DD-MM-YYYY", "Its date, DD-MM-YYYY", "25-02-2026")),
            must(query("kodeKantor", "Kantor pabean", "Customs office", "040300")),
            must(query("nama", "Nama penerima", "Name of the consignee", "PT Contoh Sejahtera Abadi")),
        ],
        answer: "ManifestAnswer",
        answered: "The manifest position, flat; empty noBc11 and a text in respon when there is none",
        ..get("/manifes-bc11", "reference", "manifest", ("Cari pos BC 1.1", "Find a BC 1.1 position"))
    },
    Operation {
        params: &[WORDS],
        answer: "Ports",
        answered: "Ports",
        ..get("/pelabuhan/kata/{words}", "reference", "portsByWord", ("Cari pelabuhan", "Find ports"))
    },
    Operation {
        params: &[OFFICE],
        answer: "Ports",
        answered: "Ports",
        ..get(
            "/pelabuhan/kodeKantor/{office}",
            "reference",
            "portsOfOffice",
            ("Pelabuhan suatu kantor", "Ports of an office"),
        )
    },
    Operation {
        params: &[OFFICE],
        answer: "Storages",
        answered: "Storage places",
        ..get(
            "/gudangTPS/kodeKantor/{office}",
            "reference",
            "storages",
            ("Gudang TPS suatu kantor", "Storage places of an office"),
        )
    },
    Operation {
        params: &[OFFICE],
        answer: "Ports",
        answered: "Ports",
        ..get(
            "/referensi/pelabuhan-dalam-negeri/{office}",
            "reference",
            "domesticPorts",
            ("Pelabuhan dalam negeri", "Domestic ports"),
        )
    },
    Operation {
        params: &[WORDS],
        answer: "Ports",
        answered: "Ports",
        ..get(
            "/referensi/pelabuhan-luar-negeri/{words}",
            "reference",
            "foreignPorts",
            ("Pelabuhan luar negeri", "Ports abroad"),
        )
    },
    Operation {
        params: &[OFFICE],
        answer: "Storages",
        answered: "Storage places",
        ..get(
            "/referensi/tps-gudang/{office}",
            "reference",
            "storagesOfOffice",
            ("Gudang TPS suatu kantor", "Storage places of an office"),
        )
    },
    Operation {
        params: &[query("kata", "Bagian nama atau kode", "Part of a name or code", "priok")],
        answer: "Offices",
        answered: "Customs offices",
        ..get("/referensi/kantor", "reference", "offices", ("Kantor pabean", "Customs offices"))
    },
    Operation {
        params: &[
            must(query("jnsDokumen", "Jenis dokumen TPS", "Document kind of the terminals", "1")),
            must(query("noDokumen", "Nomor dokumen", "Document number", "000001/KBC.0403/2026")),
            must(query("tglDokumen", "Tanggal dokumen", "Document date", "2026-03-06")),
            must(query("kdKantor", "Kantor pabean", "Customs office", "040300")),
        ],
        answer: "ReleasePaper",
        answered: "The release paper; lists are empty when it is not there",
        ..get(
            "/tps/dokumen-pabean",
            "reference",
            "releasePaper",
            ("Dokumen pengeluaran untuk TPS", "Release paper for a terminal"),
        )
    },
    Operation {
        params: &[
            query(
                "since",
                "Nomor kejadian terakhir yang sudah dibaca, atau now",
                "Number of the last event that was read, or now",
                "0",
            ),
            query("limit", "Paling banyak, sampai 100", "At most so many, up to 100", "10"),
            query(
                "wait",
                "Tunggu kejadian pertama sekian detik, sampai 30",
                "Wait so many seconds for the first one, up to 30",
                "0",
            ),
        ],
        answer: "Events",
        answered: "Events, oldest first",
        ..get(
            "/events",
            "event",
            "events",
            ("Apa yang terjadi pada dokumen perusahaan", "What happened to the company's documents"),
        )
    },
    Operation {
        method: "put",
        params: &[AJU],
        body: Body::Json("Outcome"),
        answer: "ChosenOutcome",
        answered: "The choice",
        refusals: SENDING,
        ..get("/sandbox/outcome/{aju}", "sandbox", "putOutcome", ("Pilih hasil", "Choose the outcome"))
    },
    Operation {
        method: "post",
        params: &[AJU],
        body: Body::Json("Outcome"),
        answer: "ChosenOutcome",
        answered: "The choice",
        refusals: SENDING,
        ..get("/sandbox/outcome/{aju}", "sandbox", "postOutcome", ("Pilih hasil", "Choose the outcome"))
    },
    Operation {
        params: &[AJU],
        answer: "ChosenOutcome",
        answered: "The choice",
        refusals: SENDING,
        ..get("/sandbox/outcome/{aju}", "sandbox", "getOutcome", ("Lihat hasil yang dipilih", "See the chosen outcome"))
    },
    Operation {
        method: "delete",
        params: &[AJU],
        answer: "ChosenOutcome",
        answered: "No choice",
        refusals: SENDING,
        ..get("/sandbox/outcome/{aju}", "sandbox", "deleteOutcome", ("Batalkan pilihan", "Take the choice back"))
    },
    Operation {
        answer: "Clock",
        answered: "The sandbox's time",
        refusals: SENDING,
        ..get("/sandbox/clock", "sandbox", "clock", ("Jam sandbox", "The sandbox's clock"))
    },
    Operation {
        method: "post",
        body: Body::Json("Advance"),
        answer: "Clock",
        answered: "The sandbox's time",
        refusals: SENDING,
        ..get("/sandbox/clock", "sandbox", "advanceClock", ("Majukan jam sandbox", "Move the sandbox's clock on"))
    },
];

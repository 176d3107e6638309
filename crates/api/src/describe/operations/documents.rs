//! Log-in, documents, files, status and letters.

use super::{
    AJU, AJU_ASKED, Body, ENTERING, FINAL, Home, KEY, OFFICE, Operation, Param, REVISION, SENDING, UPLOADING, Where,
    get, must, path, query,
};

/// Log-in, documents, files, status and letters.
pub const ROWS: &[Operation] = &[
    Operation {
        method: "post",
        home: Home::Auth,
        open: true,
        body: Body::Json("LoginRequest"),
        answer: "LoginAnswer",
        answered: "Tokens",
        refusals: ENTERING,
        ..get(
            "/login",
            "auth",
            "login",
            ("Masuk dengan nama pengguna dan kata sandi", "Log in with user name and password"),
        )
    },
    Operation {
        method: "post",
        home: Home::Auth,
        open: true,
        params: &[Param {
            name: "Authorization",
            place: Where::Header,
            required: false,
            keterangan: "refresh_token, dengan atau tanpa Bearer; boleh juga di isi permintaan",
            en: "refresh_token, with or without Bearer; may stand in the body instead",
            example: "Bearer …",
        }],
        body: Body::Perhaps("RefreshRequest"),
        answer: "LoginAnswer",
        answered: "New tokens",
        refusals: ENTERING,
        ..get("/update-token", "auth", "updateToken", ("Perbarui token", "Refresh the token"))
    },
    Operation {
        home: Home::Auth,
        answer: "UserInfo",
        answered: "The caller's own account",
        ..get("/user-info-by-email", "auth", "userInfo", ("Data pengguna token ini", "The user of this token"))
    },
    Operation {
        home: Home::Auth,
        answer: "UserInfo",
        answered: "The caller's own account",
        ..get("/userinfo-token", "auth", "userInfoToken", ("Data pengguna token ini", "The user of this token"))
    },
    Operation {
        method: "post",
        params: &[FINAL, REVISION, KEY],
        body: Body::Json("Bc20"),
        answer: "Sent",
        answered: "Stored, or sent when isFinal",
        refusals: SENDING,
        ..get(
            "/document",
            "document",
            "sendDocument",
            ("Simpan draf atau kirim dokumen", "Store a draft or send a document"),
        )
    },
    Operation {
        method: "post",
        body: Body::Json("Bc20"),
        answer: "Checked",
        answered: "Nothing rejects; with the levies it will cost",
        refusals: SENDING,
        ..get("/document/check", "document", "checkDocument", ("Periksa tanpa menyimpan", "Check without storing"))
    },
    Operation {
        params: &[path("kind", "Kode dokumen", "Document kind", "20"), AJU, OFFICE],
        answer: "Detail",
        answered: "The document's registration; empty data when it is not there",
        ..get(
            "/document/detail/{kind}/{aju}/{office}",
            "document",
            "documentDetail",
            ("Data pendaftaran satu dokumen", "Registration of one document"),
        )
    },
    Operation {
        params: &[path("kind", "Kode dokumen", "Document kind", "20"), AJU],
        answer: "Levies",
        answered: "Levies with every step of their computation",
        ..get(
            "/generate-pungutan/{kind}/{aju}",
            "document",
            "levies",
            ("Hitung pungutan dokumen tersimpan", "Compute the levies of a stored document"),
        )
    },
    Operation {
        method: "post",
        body: Body::Form("Upload"),
        answer: "Uploaded",
        answered: "Kept",
        refusals: UPLOADING,
        ..get("/file/dokumen", "file", "uploadDocument", ("Unggah dokumen pelengkap", "Upload a supporting document"))
    },
    Operation {
        method: "post",
        body: Body::Form("Upload"),
        answer: "Uploaded",
        answered: "Kept",
        refusals: UPLOADING,
        ..get("/file/barang", "file", "uploadGoods", ("Unggah berkas barang", "Upload a file about a goods line"))
    },
    Operation {
        method: "post",
        body: Body::Form("Upload"),
        answer: "Uploaded",
        answered: "Kept",
        refusals: UPLOADING,
        ..get("/file/upload-dokap-npd", "file", "uploadAnswer", ("Unggah jawaban NPD", "Upload the answer to an NPD"))
    },
    Operation {
        params: &[must(query(
            "idPerusahaan",
            "NPWP 15 atau 16 digit, atau NITKU 22 digit",
            "NPWP of 15 or 16 digits, or NITKU of 22",
            "0990000010999000",
        ))],
        answer: "StatusAnswer",
        answered: "Steps and responses, newest first; Failed when there are none",
        ..get(
            "/status",
            "status",
            "statusOfCompany",
            ("Status semua dokumen perusahaan", "Status of all documents of the company"),
        )
    },
    Operation {
        params: &[AJU],
        answer: "StatusAnswer",
        answered: "Steps and responses, newest first; Failed when there are none",
        ..get(
            "/status/{aju}",
            "status",
            "statusOfAjus",
            (
                "Status satu aju atau daftar (paling banyak 25, dipisah koma)",
                "Status of one aju or a comma list of at most 25",
            ),
        )
    },
    Operation {
        params: &[must(query(
            "path",
            "Isi member pdf dari status",
            "The member pdf of a status answer",
            "respon/2026/3/6/contoh.pdf",
        ))],
        ..get(
            "/download-respon",
            "letter",
            "downloadRespon",
            ("Unduh surat menurut path", "Download a letter by its path"),
        )
    },
    Operation {
        params: &[must(query("kodeRespon", "Kode respons", "Response code", "2003")), AJU_ASKED],
        ..get("/respon/pdf", "letter", "responPdf", ("Unduh surat menurut kode", "Download a letter by its code"))
    },
    Operation {
        params: &[must(query("kodeBilling", "Kode billing 15 digit", "Billing code, 15 digits", "412345678901234"))],
        ..get("/respon/billing", "letter", "responBilling", ("Unduh billing", "Download a billing letter"))
    },
    Operation {
        params: &[AJU_ASKED],
        ..get("/respon/cetak-formulir", "letter", "form", ("Cetak formulir", "Print the form"))
    },
    Operation {
        params: &[path("stage", "draft atau final", "draft or final", "final"), AJU_ASKED],
        ..get(
            "/respon/cetak-formulir/{stage}",
            "letter",
            "formOfStage",
            ("Cetak formulir draf atau final", "Print the form of the draft or of what was sent"),
        )
    },
    Operation {
        params: &[path("path", "Sisa path surat", "Rest of a letter's path", "2026/3/6/contoh.pdf")],
        ..get("/respon/{path}", "letter", "responByPath", ("Unduh surat langsung", "Download a letter directly"))
    },
];

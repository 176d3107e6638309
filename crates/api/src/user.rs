//! `GET {A}/user-info-by-email` and `GET {A}/userinfo-token` (h2h-api 1.3): the caller's own account, whatever is asked.

use app::App;
use app::account;
use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::status::local;
use crate::work;

/// Who the token belongs to; secrets are never among it.
pub async fn info(State(app): State<App>, Caller(actor): Caller) -> Result<Json<Value>, Problem> {
    let user = work::run(move || account::user_info(&app, &actor)).await?;
    let level = if user.admin { "ADMIN" } else { "USER" };
    Ok(Json(json!({
        "status": "success",
        "message": "Berhasil mengambil data dari database",
        "item": {
            "idUser": user.id, "jenisUser": user.role, "kodeIdentitas": "6", "identitas": user.npwp,
            "kodeLevel": level, "divisi": user.office, "divisiDetail": user.position, "nip": null,
            "nama": user.name, "alamat": user.address, "handphone": user.phone, "email": user.email,
            "userName": user.username, "pin": null, "ask": null, "answer": null, "tanggalExpired": null,
            "flagBlokir": "T", "flagAktivasi": "Y", "waktuAktivasi": local(user.created), "nipRekam": null,
            "waktuRekam": local(user.created), "nipUpdate": null, "waktuUpdate": user.last_login.map(local),
        },
    })))
}

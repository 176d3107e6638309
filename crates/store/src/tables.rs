//! Every table, parents before children, for whatever must visit them all.

/// A table.
pub(crate) struct TableInfo {
    /// Its name.
    pub(crate) name: &'static str,
    /// Columns of its primary key.
    pub(crate) key: &'static str,
    /// All columns, in their order.
    pub(crate) columns: &'static str,
}

const fn table(name: &'static str, key: &'static str, columns: &'static str) -> TableInfo {
    TableInfo { name, key, columns }
}

/// All tables but the list of migrations.
pub(crate) const TABLES: &[TableInfo] = &[
    table(
        "company",
        "id",
        "id, npwp, nib, name, address, class, api_kind, blocked, code, created, version, kind, nitku, refreshed",
    ),
    table(
        "account",
        "id",
        "id, company_id, office, role, username, email, display_name, password_hash, totp_secret, totp_last_step, failed, locked_until, active, created, state, identity_kind, identity_number, position, phone, language, notify, admin, rights, migrated, last_login",
    ),
    table("token", "hash", "hash, account_id, kind, expires, created, revoked"),
    table("api_key", "hash", "hash, company_id, label, created, revoked, created_by, last_used"),
    table("audit_event", "id", "id, at, actor, kind, subject, body, company_id"),
    table(
        "session",
        "hash",
        "hash, id, account_id, step, address, agent, client_id, pending, fresh, created, seen, expires, ended",
    ),
    table("recovery_code", "account_id, hash", "account_id, hash, used"),
    table("passkey", "id", "id, account_id, credential, public_key, counter, name, created, used"),
    table("registration", "id", "id, email, npwp, form, company, terms, outcome, created, decided"),
    table("link", "hash", "hash, id, purpose, account_id, registration_id, email, created, expires, used, void"),
    table("throttle", "key", "key, count, since, until"),
    table(
        "kuasa",
        "id",
        "id, client_id, broker_id, number, kinds, valid_from, valid_to, created, created_by, revoked, revoked_by, reason",
    ),
    table("approval", "id", "id, kind, subject, payload, state, requested_by, requested, decided_by, decided, reason"),
    table(
        "declaration",
        "id",
        "id, company_id, ppjk_id, nomor_aju, kode_dokumen, kode_kantor, seri_daftar, nomor_daftar, tanggal_daftar, jalur, status, kode_proses, waktu_status, nama_importir, state, version, reference_version, waiting_until, created, updated, waiting_for, due",
    ),
    table("declaration_part", "declaration_id, part, seq", "declaration_id, part, seq, body, version"),
    table("draft_file", "id", "id, company_id, account_id, nomor_aju, body, created"),
    table("draft_undo", "declaration_id, account_id", "declaration_id, account_id, body, created"),
    table("declaration_frozen", "declaration_id, revision", "declaration_id, revision, body, sha256, reason, created"),
    table(
        "declaration_event",
        "declaration_id, seq",
        "declaration_id, seq, id, jenis, kode_proses, keterangan, body, actor, at",
    ),
    table(
        "respon",
        "id",
        "id, declaration_id, seri, kode_respon, nomor_respon, at, title, data, pesan, superseded_by, verify_code",
    ),
    table("notice", "id", "id, company_id, owner_id, declaration_id, kind, title_id, title_en, respon_id, due, at"),
    table("notice_read", "account_id, notice_id", "account_id, notice_id, at"),
    table("notice_mark", "account_id", "account_id, until"),
    table("saved_view", "id", "id, account_id, company_id, name, query, created"),
    table(
        "amendment",
        "id",
        "id, declaration_id, number, state, reason, changes, body, lines, version, created, sent, decided",
    ),
    table("blob", "sha256", "sha256, bytes, media_type, created"),
    table(
        "attachment",
        "id",
        "id, declaration_id, kind, seri, note, name, media_type, size, sha256, account_id, created, removed",
    ),
    table("letter_blob", "respon_id", "respon_id, sha256"),
    table("bl_use", "company_id, nomor, tanggal", "company_id, nomor, tanggal, declaration_id"),
    table(
        "officer_task",
        "id",
        "id, declaration_id, function, office, since, due, taken_by, taken_at, done_by, done_at",
    ),
    table("desk_draft", "declaration_id, kind", "declaration_id, kind, body, version, updated, updated_by"),
    table(
        "desk_request",
        "id",
        "id, declaration_id, office, act, action, letter, note, asked_by, asked, decided_by, decided, outcome, reason",
    ),
    table(
        "billing",
        "id",
        "id, declaration_id, kind, request_id, kode_billing, amount, lines, status, expires, ntpn, paid_at, payments, created, version",
    ),
    table("quota", "id", "id, company_id, kind, number, item, unit, granted, used, valid_from, valid_to"),
    table("quota_use", "quota_id, declaration_id", "quota_id, declaration_id, amount"),
    table("counter", "series", "series, value"),
    table("idempotency", "company_id, key", "company_id, key, request_hash, status, answer, created"),
    table(
        "job",
        "id",
        "id, kind, key, payload, run_at, attempts, lease_until, lease_owner, state, last_error, declaration_id, created, updated",
    ),
    table("mail_outbox", "id", "id, recipient, subject, body, at"),
    table(
        "manifest_pos",
        "office, number, date, pos",
        "office, number, date, pos, body, status, matched_declaration, version",
    ),
    table("feed", "company_id, seq", "company_id, seq, declaration_id, kind, body, at"),
    table(
        "webhook",
        "id",
        "id, company_id, label, url, kinds, secret, active, position, failures, last_error, last_try, last_ok, created, created_by, removed",
    ),
    table("webhook_failure", "webhook_id, seq", "webhook_id, seq, nomor_aju, kind, error, tries, at, resent"),
    table(
        "manifest_paper",
        "office, paper, paper_date, number, date, pos",
        "office, paper, paper_date, number, date, pos",
    ),
    table("sandbox_choice", "company_id, nomor_aju", "company_id, nomor_aju, outcome, updated"),
    table("sandbox_clock", "id", "id, shift, updated"),
    table("rate_bucket", "key", "key, tat"),
    table("reference_blob", "sha256", "sha256, bytes"),
    table("reference_snapshot", "version", "version, label, actor, created"),
    table("reference_snapshot_table", "version, name", "version, name, sha256"),
];

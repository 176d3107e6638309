-- Who may act. One text for both engines: ids are text, instants microseconds UTC, booleans 0 or 1, bytes BYTEA.

CREATE TABLE company (
    id       TEXT   NOT NULL PRIMARY KEY,
    npwp     TEXT   NOT NULL UNIQUE,           -- 16 digits
    nib      TEXT,
    name     TEXT   NOT NULL,
    address  TEXT   NOT NULL,
    class    TEXT   NOT NULL CHECK (class IN ('AEO', 'MITA', 'REGULER')),
    api_kind TEXT,                             -- 01 API-U, 02 API-P
    blocked  TEXT   NOT NULL,                  -- JSON list of reasons, [] when free
    code     TEXT   NOT NULL UNIQUE,           -- 6 characters, part of a nomor aju
    created  BIGINT NOT NULL,
    version  BIGINT NOT NULL
);

CREATE TABLE account (
    id             TEXT   NOT NULL PRIMARY KEY,
    company_id     TEXT   REFERENCES company (id),
    office         TEXT,                       -- officers only
    role           TEXT   NOT NULL,
    username       TEXT   NOT NULL UNIQUE,     -- lower case
    email          TEXT   NOT NULL,
    display_name   TEXT   NOT NULL,
    password_hash  TEXT   NOT NULL,
    totp_secret    BYTEA,
    totp_last_step BIGINT,                     -- a code is accepted once
    failed         BIGINT NOT NULL,
    locked_until   BIGINT,
    active         BIGINT NOT NULL,
    created        BIGINT NOT NULL
);
CREATE INDEX account_company ON account (company_id);

CREATE TABLE token (
    hash       TEXT   NOT NULL PRIMARY KEY,             -- SHA-256, hex
    account_id TEXT   NOT NULL REFERENCES account (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('access', 'refresh')),
    expires    BIGINT NOT NULL,
    created    BIGINT NOT NULL,
    revoked    BIGINT
);
CREATE INDEX token_account ON token (account_id);
CREATE INDEX token_expires ON token (expires);

CREATE TABLE api_key (
    hash       TEXT   NOT NULL PRIMARY KEY,
    company_id TEXT   NOT NULL REFERENCES company (id),
    label      TEXT   NOT NULL,
    created    BIGINT NOT NULL,
    revoked    BIGINT
);
CREATE INDEX api_key_company ON api_key (company_id);

CREATE TABLE audit_event (                     -- append-only
    id      TEXT   NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    kind    TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    body    TEXT   NOT NULL                    -- JSON
);
CREATE INDEX audit_event_at ON audit_event (at, id);
CREATE INDEX audit_event_subject ON audit_event (subject, at);

-- Identity: states of accounts, rights, sessions, links in mails, powers of attorney, keys, limits, four eyes.

ALTER TABLE company ADD COLUMN kind TEXT NOT NULL DEFAULT 'BADAN_USAHA';
ALTER TABLE company ADD COLUMN nitku TEXT;                       -- 22 digits
ALTER TABLE company ADD COLUMN refreshed BIGINT;                 -- when OSS/DJP was last asked

ALTER TABLE account ADD COLUMN state TEXT NOT NULL DEFAULT 'AKTIF';
ALTER TABLE account ADD COLUMN identity_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN identity_number TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN position TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT 'id';
ALTER TABLE account ADD COLUMN notify TEXT NOT NULL DEFAULT 'SURAT';
ALTER TABLE account ADD COLUMN admin BIGINT NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN rights TEXT NOT NULL DEFAULT '';  -- words such as dokumen.rekam
ALTER TABLE account ADD COLUMN migrated BIGINT;                  -- when an imported account was activated
ALTER TABLE account ADD COLUMN last_login BIGINT;

-- Who could do everything before there were rights stays able to.
UPDATE account SET admin = 1 WHERE company_id IS NOT NULL;
UPDATE account SET state = 'NONAKTIF' WHERE active = 0;
UPDATE account SET email = lower(email);

-- An address belongs to one living account; invitations that were not accepted hold nothing.
CREATE UNIQUE INDEX account_email ON account (email) WHERE state = 'AKTIF' OR state = 'LAMA';
CREATE INDEX account_role ON account (role, username);

ALTER TABLE api_key ADD COLUMN created_by TEXT;
ALTER TABLE api_key ADD COLUMN last_used BIGINT;

ALTER TABLE audit_event ADD COLUMN company_id TEXT;
CREATE INDEX audit_event_company ON audit_event (company_id, at, id);

CREATE TABLE session (
    hash       TEXT   NOT NULL PRIMARY KEY,             -- SHA-256 of the cookie, hex
    id         TEXT   NOT NULL UNIQUE,
    account_id TEXT   NOT NULL REFERENCES account (id),
    step       TEXT   NOT NULL CHECK (step IN ('SELESAI', 'FAKTOR', 'DAFTAR')),
    address    TEXT   NOT NULL,
    agent      TEXT   NOT NULL,
    client_id  TEXT   REFERENCES company (id),          -- acting for
    pending    BYTEA,                                   -- second factor that is being set up
    fresh      BIGINT,                                  -- when password or factor was last proven
    created    BIGINT NOT NULL,
    seen       BIGINT NOT NULL,
    expires    BIGINT NOT NULL,
    ended      BIGINT
);
CREATE INDEX session_account ON session (account_id, ended);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE recovery_code (
    account_id TEXT   NOT NULL REFERENCES account (id),
    hash       TEXT   NOT NULL,
    used       BIGINT,
    PRIMARY KEY (account_id, hash)
);

CREATE TABLE registration (                             -- asked for, not yet confirmed
    id       TEXT   NOT NULL PRIMARY KEY,
    email    TEXT   NOT NULL,
    npwp     TEXT   NOT NULL,
    form     TEXT   NOT NULL,                           -- JSON
    company  TEXT,                                      -- JSON: what OSS/DJP said
    terms    TEXT   NOT NULL,                           -- version accepted
    outcome  TEXT   NOT NULL,
    created  BIGINT NOT NULL,
    decided  BIGINT
);
CREATE INDEX registration_created ON registration (created);

CREATE TABLE link (                                     -- a secret in a mail
    hash            TEXT   NOT NULL PRIMARY KEY,        -- SHA-256, hex
    id              TEXT   NOT NULL UNIQUE,
    purpose         TEXT   NOT NULL,
    account_id      TEXT   REFERENCES account (id),
    registration_id TEXT   REFERENCES registration (id),
    email           TEXT   NOT NULL,                    -- where it went
    created         BIGINT NOT NULL,
    expires         BIGINT NOT NULL,
    used            BIGINT,
    void            BIGINT                              -- replaced by a newer one
);
CREATE INDEX link_account ON link (account_id, purpose);
CREATE INDEX link_registration ON link (registration_id);
CREATE INDEX link_expires ON link (expires);

CREATE TABLE throttle (
    key     TEXT   NOT NULL PRIMARY KEY,
    count   BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    until   BIGINT                                      -- nothing before this
);
CREATE INDEX throttle_since ON throttle (since);

CREATE TABLE kuasa (                                    -- power of attorney of a company for a broker
    id         TEXT   NOT NULL PRIMARY KEY,
    client_id  TEXT   NOT NULL REFERENCES company (id),
    broker_id  TEXT   NOT NULL REFERENCES company (id),
    number     TEXT   NOT NULL,
    kinds      TEXT   NOT NULL,                         -- document kinds, such as 20,30
    valid_from TEXT   NOT NULL,
    valid_to   TEXT   NOT NULL,
    created    BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    revoked    BIGINT,
    revoked_by TEXT,
    reason     TEXT,
    UNIQUE (client_id, number)
);
CREATE INDEX kuasa_broker ON kuasa (broker_id, client_id);

CREATE TABLE approval (                                 -- four eyes
    id           TEXT   NOT NULL PRIMARY KEY,
    kind         TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    payload      TEXT   NOT NULL,                       -- JSON
    state        TEXT   NOT NULL CHECK (state IN ('MENUNGGU', 'DISETUJUI', 'DITOLAK')),
    requested_by TEXT   NOT NULL REFERENCES account (id),
    requested    BIGINT NOT NULL,
    decided_by   TEXT   REFERENCES account (id),
    decided      BIGINT,
    reason       TEXT
);
CREATE INDEX approval_state ON approval (state, requested);

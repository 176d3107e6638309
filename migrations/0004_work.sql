-- What must still happen, what came from outside, and the reference data that decisions name.

CREATE TABLE job (
    id             TEXT   NOT NULL PRIMARY KEY,
    kind           TEXT   NOT NULL,
    key            TEXT   UNIQUE,              -- the same effect is enqueued once
    payload        TEXT   NOT NULL,            -- JSON
    run_at         BIGINT NOT NULL,
    attempts       BIGINT NOT NULL,
    lease_until    BIGINT,
    lease_owner    TEXT,
    state          TEXT   NOT NULL CHECK (state IN ('ready', 'done', 'dead')),
    last_error     TEXT,
    declaration_id TEXT   REFERENCES declaration (id),
    created        BIGINT NOT NULL,
    updated        BIGINT NOT NULL
);
CREATE INDEX job_due ON job (state, run_at, id);
CREATE INDEX job_state ON job (state, updated);
CREATE INDEX job_declaration ON job (declaration_id);

CREATE TABLE mail_outbox (                     -- the demo's inbox
    id        TEXT   NOT NULL PRIMARY KEY,
    recipient TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    body      TEXT   NOT NULL,
    at        BIGINT NOT NULL
);
CREATE INDEX mail_outbox_at ON mail_outbox (at, id);

CREATE TABLE manifest_pos (
    office              TEXT   NOT NULL,
    number              TEXT   NOT NULL,       -- BC 1.1, 6 digits
    date                TEXT   NOT NULL,
    pos                 TEXT   NOT NULL,       -- 12 digits
    body                TEXT   NOT NULL,       -- JSON
    status              TEXT   NOT NULL,
    matched_declaration TEXT   REFERENCES declaration (id),
    version             BIGINT NOT NULL,
    PRIMARY KEY (office, number, date, pos)
);
CREATE INDEX manifest_pos_match ON manifest_pos (matched_declaration);

CREATE TABLE reference_blob (
    sha256 TEXT  NOT NULL PRIMARY KEY,
    bytes  BYTEA NOT NULL
);

CREATE TABLE reference_snapshot (
    version BIGINT NOT NULL PRIMARY KEY,                -- from 1
    label   TEXT   NOT NULL,
    actor   TEXT   NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE reference_snapshot_table (
    version BIGINT NOT NULL REFERENCES reference_snapshot (version),
    name    TEXT   NOT NULL,
    sha256  TEXT   NOT NULL REFERENCES reference_blob (sha256),
    PRIMARY KEY (version, name)
);

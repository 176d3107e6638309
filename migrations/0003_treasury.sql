-- Money, quotas, numbers, and requests that may be repeated.

CREATE TABLE billing (
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    kind           TEXT   NOT NULL CHECK (kind IN ('PIB', 'SPTNP')),
    request_id     TEXT   NOT NULL UNIQUE,     -- the partner gives the same code for the same request
    kode_billing   TEXT   UNIQUE,              -- 15 digits, none until the partner answered
    amount         BIGINT NOT NULL,            -- rupiah
    lines          TEXT   NOT NULL,            -- JSON
    status         TEXT   NOT NULL,
    expires        BIGINT NOT NULL,
    ntpn           TEXT,
    paid_at        BIGINT,
    payments       TEXT   NOT NULL,            -- JSON, first one first
    created        BIGINT NOT NULL,
    version        BIGINT NOT NULL
);
CREATE INDEX billing_declaration ON billing (declaration_id, created);
CREATE INDEX billing_open ON billing (status, expires);

CREATE TABLE quota (
    id         TEXT   NOT NULL PRIMARY KEY,
    company_id TEXT   NOT NULL REFERENCES company (id),
    kind       TEXT   NOT NULL,                -- document kind of the decree or licence
    number     TEXT   NOT NULL,
    item       TEXT   NOT NULL,                -- HS or line of the decree, '' for all
    unit       TEXT   NOT NULL,
    granted    BIGINT NOT NULL,                -- ten-thousandths of the unit
    used       BIGINT NOT NULL,
    valid_from TEXT,
    valid_to   TEXT,
    UNIQUE (company_id, kind, number, item),
    CHECK (used >= 0 AND used <= granted)
);

CREATE TABLE quota_use (
    quota_id       TEXT   NOT NULL REFERENCES quota (id),
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    amount         BIGINT NOT NULL,
    PRIMARY KEY (quota_id, declaration_id)
);

CREATE TABLE counter (                         -- official serial numbers: never a sequence, which leaves gaps
    series TEXT   NOT NULL PRIMARY KEY,
    value  BIGINT NOT NULL
);

CREATE TABLE idempotency (
    company_id   TEXT   NOT NULL,
    key          TEXT   NOT NULL,
    request_hash TEXT   NOT NULL,
    status       BIGINT,                       -- none only inside the transaction that began it
    answer       TEXT,
    created      BIGINT NOT NULL,
    PRIMARY KEY (company_id, key)
);
CREATE INDEX idempotency_created ON idempotency (created);

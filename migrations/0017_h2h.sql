-- What software is told: events in order, receivers of webhooks; bills of lading of a manifest; the sandbox's choices.

CREATE TABLE feed (                                     -- what happened to a company's documents, kept 90 days
    company_id     TEXT   NOT NULL REFERENCES company (id),
    seq            BIGINT NOT NULL,                     -- from 1 in each company, no gaps
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    kind           TEXT   NOT NULL CHECK (kind IN ('Respon', 'Formulir', 'Informasi')),
    body           TEXT   NOT NULL,                     -- JSON
    at             BIGINT NOT NULL,
    PRIMARY KEY (company_id, seq)
);
CREATE INDEX feed_at ON feed (at);

CREATE TABLE webhook (
    id         TEXT   NOT NULL PRIMARY KEY,
    company_id TEXT   NOT NULL REFERENCES company (id),
    label      TEXT   NOT NULL,
    url        TEXT   NOT NULL,
    kinds      TEXT   NOT NULL,                         -- words such as Respon,Formulir
    secret     TEXT   NOT NULL,                         -- signs what is sent, so it is kept as it is
    active     BIGINT NOT NULL,
    position   BIGINT NOT NULL,                         -- last event that was delivered or given up
    failures   BIGINT NOT NULL,                         -- tries of the next one that failed
    last_error TEXT,
    last_try   BIGINT,
    last_ok    BIGINT,
    created    BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    removed    BIGINT
);
CREATE INDEX webhook_company ON webhook (company_id, created);

CREATE TABLE webhook_failure (                          -- events that were given up
    webhook_id TEXT   NOT NULL REFERENCES webhook (id),
    seq        BIGINT NOT NULL,
    nomor_aju  TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    error      TEXT   NOT NULL,
    tries      BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    resent     BIGINT,                                  -- when it was delivered after all
    PRIMARY KEY (webhook_id, seq)
);

CREATE TABLE manifest_paper (                           -- bills of lading of manifest positions
    office     TEXT NOT NULL,
    paper      TEXT NOT NULL,
    paper_date TEXT NOT NULL,
    number     TEXT NOT NULL,
    date       TEXT NOT NULL,
    pos        TEXT NOT NULL,
    PRIMARY KEY (office, paper, paper_date, number, date, pos)
);

CREATE TABLE sandbox_choice (                           -- outcomes that a company chose for a document
    company_id TEXT   NOT NULL REFERENCES company (id),
    nomor_aju  TEXT   NOT NULL,
    outcome    TEXT   NOT NULL,                         -- JSON
    updated    BIGINT NOT NULL,
    PRIMARY KEY (company_id, nomor_aju)
);

CREATE TABLE sandbox_clock (                            -- how far the sandbox's clock was moved: one row
    id      TEXT   NOT NULL PRIMARY KEY,
    shift   BIGINT NOT NULL,                            -- microseconds
    updated BIGINT NOT NULL
);

-- Calls to receivers are looked for by threads of their own, however many other jobs are waiting.
CREATE INDEX job_calls ON job (run_at) WHERE kind = 'webhook' AND state = 'ready';

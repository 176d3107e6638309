-- What a trader's lists and inbox need: whose turn it is, saved views, notices, and requests to amend.

ALTER TABLE declaration ADD COLUMN waiting_for TEXT NOT NULL DEFAULT '';  -- function that must act, '' for nobody
ALTER TABLE declaration ADD COLUMN due BIGINT NOT NULL DEFAULT 9223372036854775807;  -- until when; the last instant for never

-- Documents that wait for their declarant are found at once; the others follow with their next step.
UPDATE declaration SET waiting_for = 'importir', due = COALESCE(waiting_until, 9223372036854775807)
    WHERE status IN ('recording', 'returned_by_insw', 'correcting', 'rejected', 'await_payment', 'billing_lapsed',
        'await_readiness', 'await_sptnp', 'restricted', 'released');

CREATE INDEX declaration_company_turn ON declaration (company_id, waiting_for, due, id);
CREATE INDEX declaration_ppjk_turn ON declaration (ppjk_id, waiting_for, due, id);
CREATE INDEX declaration_company_status ON declaration (company_id, status);
CREATE INDEX declaration_ppjk_status ON declaration (ppjk_id, status);

CREATE TABLE notice (                          -- the inbox: what a company was told
    id             TEXT   NOT NULL PRIMARY KEY,
    company_id     TEXT   NOT NULL REFERENCES company (id),     -- whose inbox
    owner_id       TEXT   NOT NULL REFERENCES company (id),     -- who declares: a broker is told while his power lasts
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    kind           TEXT   NOT NULL CHECK (kind IN ('SURAT', 'BATAS', 'PERMINTAAN', 'KABAR')),
    title_id       TEXT   NOT NULL,
    title_en       TEXT   NOT NULL,
    respon_id      TEXT   REFERENCES respon (id),
    due            BIGINT,                     -- when something is asked of the declarant
    at             BIGINT NOT NULL
);
CREATE INDEX notice_company ON notice (company_id, at, id);
CREATE INDEX notice_declaration ON notice (declaration_id);

CREATE TABLE notice_read (
    account_id TEXT   NOT NULL REFERENCES account (id),
    notice_id  TEXT   NOT NULL REFERENCES notice (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (account_id, notice_id)
);

CREATE TABLE notice_mark (                     -- everything up to here is read
    account_id TEXT   NOT NULL PRIMARY KEY REFERENCES account (id),
    until      BIGINT NOT NULL
);

CREATE TABLE saved_view (                      -- a user's filters of the list of documents
    id         TEXT   NOT NULL PRIMARY KEY,
    account_id TEXT   NOT NULL REFERENCES account (id),
    company_id TEXT   NOT NULL REFERENCES company (id),
    name       TEXT   NOT NULL,
    query      TEXT   NOT NULL,
    created    BIGINT NOT NULL,
    UNIQUE (account_id, name)
);

CREATE TABLE amendment (                       -- a request to change what was registered
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    number         BIGINT NOT NULL,            -- from 1
    state          TEXT   NOT NULL CHECK (state IN ('DRAF', 'DIAJUKAN', 'DISETUJUI', 'BERLAKU', 'DITOLAK')),
    reason         TEXT   NOT NULL,
    changes        TEXT   NOT NULL,            -- JSON: pointer, old, new
    body           BYTEA,                      -- the whole document with the changes, from the request on
    lines          TEXT   NOT NULL,            -- JSON: what each levy changes by
    version        BIGINT NOT NULL,
    created        BIGINT NOT NULL,
    sent           BIGINT,
    decided        BIGINT,
    UNIQUE (declaration_id, number)
);

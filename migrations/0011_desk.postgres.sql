-- The officers' desk. Twin of 0011_desk.sqlite.sql. What officers record is not the company's to read.

CREATE TABLE desk_draft (                                -- what an officer records of a case before signing it
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    kind           TEXT   NOT NULL,                      -- PERIKSA, PENETAPAN
    body           TEXT   NOT NULL,                      -- JSON
    version        BIGINT NOT NULL,
    updated        BIGINT NOT NULL,
    updated_by     TEXT   NOT NULL REFERENCES account (id),
    PRIMARY KEY (declaration_id, kind)
);

CREATE TABLE desk_request (                              -- an act that a second officer has to confirm
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    office         TEXT   NOT NULL,
    act            TEXT   NOT NULL,                      -- word of the act
    action         TEXT   NOT NULL,                      -- JSON
    letter         TEXT   NOT NULL,                      -- JSON
    note           TEXT   NOT NULL,
    asked_by       TEXT   NOT NULL REFERENCES account (id),
    asked          BIGINT NOT NULL,
    decided_by     TEXT   REFERENCES account (id),
    decided        BIGINT,
    outcome        TEXT,                                 -- SETUJU, TOLAK, GUGUR
    reason         TEXT
);
CREATE UNIQUE INDEX desk_request_open ON desk_request (declaration_id) WHERE decided IS NULL;
CREATE INDEX desk_request_office ON desk_request (office, asked, id) WHERE decided IS NULL;
CREATE INDEX declaration_company_office ON declaration (company_id, kode_kantor, created);

ALTER TABLE desk_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON desk_draft USING (pabean_scope() = '' OR EXISTS
    (SELECT 1 FROM declaration d WHERE d.id = declaration_id AND pabean_scope() = 'o:' || d.kode_kantor));

ALTER TABLE desk_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_request FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON desk_request USING (pabean_scope() IN ('', 'o:' || office));

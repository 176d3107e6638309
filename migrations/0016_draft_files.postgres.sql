-- Workbooks that wait for their owner to accept them, and what the last change of goods lines can be taken back to.

CREATE TABLE draft_file (
    id         TEXT   NOT NULL PRIMARY KEY,
    company_id TEXT   NOT NULL REFERENCES company (id),
    account_id TEXT   NOT NULL REFERENCES account (id),
    nomor_aju  TEXT   NOT NULL,            -- empty for a workbook that becomes a new draft
    body       TEXT   NOT NULL,            -- JSON: name, language, cells
    created    BIGINT NOT NULL
);
CREATE INDEX draft_file_account ON draft_file (account_id, nomor_aju);
CREATE INDEX draft_file_created ON draft_file (created);

CREATE TABLE draft_undo (
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    account_id     TEXT   NOT NULL REFERENCES account (id),
    body           TEXT   NOT NULL,        -- JSON: what it was, and each line before and after
    created        BIGINT NOT NULL,
    PRIMARY KEY (declaration_id, account_id)
);

-- Twin of 0016_draft_files.sqlite.sql, where the statements alone decide.
ALTER TABLE draft_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_file FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON draft_file USING (pabean_scope() IN ('', 'c:' || company_id));

ALTER TABLE draft_undo ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_undo FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON draft_undo
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

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

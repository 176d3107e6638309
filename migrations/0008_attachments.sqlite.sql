-- Files of declarations. Twin of 0008_attachments.postgres.sql, which adds row security.

CREATE TABLE attachment (                                -- a file that belongs to a declaration
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    kind           TEXT   NOT NULL,                      -- what for, such as DOKUMEN or FOTO
    seri           BIGINT,                               -- row of the document it belongs to
    note           TEXT   NOT NULL,
    name           TEXT   NOT NULL,                      -- as its owner calls it
    media_type     TEXT   NOT NULL,
    size           BIGINT NOT NULL,                      -- bytes
    sha256         TEXT   NOT NULL REFERENCES blob (sha256),
    account_id     TEXT   NOT NULL REFERENCES account (id),
    created        BIGINT NOT NULL,
    removed        BIGINT                                -- taken back before the document was sent
);
CREATE INDEX attachment_declaration ON attachment (declaration_id, created, id);

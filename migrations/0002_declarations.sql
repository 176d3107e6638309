-- The declaration: a root row with projections, its parts, what was frozen, what happened, and the letters.

CREATE TABLE declaration (
    id                TEXT   NOT NULL PRIMARY KEY,
    company_id        TEXT   NOT NULL REFERENCES company (id),
    ppjk_id           TEXT   REFERENCES company (id),
    nomor_aju         TEXT   NOT NULL UNIQUE,
    kode_dokumen      TEXT   NOT NULL,
    kode_kantor       TEXT   NOT NULL,
    seri_daftar       TEXT,                    -- counter series of the registration number
    nomor_daftar      TEXT,
    tanggal_daftar    TEXT,
    jalur             TEXT,
    status            TEXT   NOT NULL,
    kode_proses       TEXT   NOT NULL,
    waktu_status      BIGINT NOT NULL,
    nama_importir     TEXT   NOT NULL,
    state             TEXT   NOT NULL,         -- JSON of the workflow
    version           BIGINT NOT NULL,
    reference_version BIGINT NOT NULL,
    waiting_until     BIGINT,
    created           BIGINT NOT NULL,
    updated           BIGINT NOT NULL,
    UNIQUE (seri_daftar, nomor_daftar)
);
CREATE INDEX declaration_company ON declaration (company_id, updated, id);
CREATE INDEX declaration_ppjk ON declaration (ppjk_id, updated, id);
CREATE INDEX declaration_office ON declaration (kode_kantor, updated, id);
CREATE INDEX declaration_updated ON declaration (updated, id);
CREATE INDEX declaration_waiting ON declaration (waiting_until) WHERE waiting_until IS NOT NULL;

CREATE TABLE declaration_part (
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    part           TEXT   NOT NULL,
    seq            BIGINT NOT NULL,            -- 0 for a section, from 1 for lines
    body           TEXT   NOT NULL,            -- JSON
    version        BIGINT NOT NULL,
    PRIMARY KEY (declaration_id, part, seq)
);

CREATE TABLE declaration_frozen (              -- append-only
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    revision       BIGINT NOT NULL,            -- from 1
    body           BYTEA  NOT NULL,            -- canonical JSON
    sha256         TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    created        BIGINT NOT NULL,
    PRIMARY KEY (declaration_id, revision)
);

CREATE TABLE declaration_event (               -- append-only
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    seq            BIGINT NOT NULL,            -- from 1, no gaps
    id             TEXT   NOT NULL UNIQUE,
    jenis          TEXT   NOT NULL,
    kode_proses    TEXT,                       -- set when the step is shown in the status list
    keterangan     TEXT,                       -- name of that step
    body           TEXT   NOT NULL,            -- JSON
    actor          TEXT   NOT NULL,
    at             BIGINT NOT NULL,
    PRIMARY KEY (declaration_id, seq)
);

CREATE TABLE respon (                          -- frozen but for superseded_by
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    seri           TEXT,                       -- counter series of the number
    kode_respon    TEXT   NOT NULL,
    nomor_respon   TEXT,
    at             BIGINT NOT NULL,
    title          TEXT   NOT NULL,
    data           TEXT   NOT NULL,            -- JSON that the letter is made from
    pesan          TEXT   NOT NULL,            -- JSON list of {uraian1, uraian2}
    superseded_by  TEXT,
    verify_code    TEXT   NOT NULL UNIQUE,
    UNIQUE (seri, nomor_respon)
);
CREATE INDEX respon_declaration ON respon (declaration_id, at);

CREATE TABLE blob (
    sha256     TEXT   NOT NULL PRIMARY KEY,
    bytes      BYTEA  NOT NULL,
    media_type TEXT   NOT NULL,
    created    BIGINT NOT NULL
);

CREATE TABLE letter_blob (
    respon_id TEXT NOT NULL PRIMARY KEY REFERENCES respon (id),
    sha256    TEXT NOT NULL REFERENCES blob (sha256)
);

CREATE TABLE bl_use (                          -- a bill of lading is declared once
    company_id     TEXT NOT NULL REFERENCES company (id),
    nomor          TEXT NOT NULL,
    tanggal        TEXT NOT NULL,
    declaration_id TEXT NOT NULL REFERENCES declaration (id),
    PRIMARY KEY (company_id, nomor, tanggal)
);
CREATE INDEX bl_use_declaration ON bl_use (declaration_id);

CREATE TABLE officer_task (
    id             TEXT   NOT NULL PRIMARY KEY,
    declaration_id TEXT   NOT NULL REFERENCES declaration (id),
    function       TEXT   NOT NULL,            -- for example PFPB, PFPD
    office         TEXT   NOT NULL,
    since          BIGINT NOT NULL,
    due            BIGINT,
    taken_by       TEXT   REFERENCES account (id),
    taken_at       BIGINT,
    done_by        TEXT   REFERENCES account (id),
    done_at        BIGINT
);
CREATE UNIQUE INDEX officer_task_open ON officer_task (declaration_id, function) WHERE done_at IS NULL;
CREATE INDEX officer_task_queue ON officer_task (office, function, since) WHERE done_at IS NULL;

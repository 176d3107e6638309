-- What was once recorded stays as it was. Twin of 0005_append_only.postgres.sql.

CREATE TRIGGER declaration_event_no_update BEFORE UPDATE ON declaration_event
BEGIN SELECT RAISE(ABORT, 'declaration_event is append-only'); END;
CREATE TRIGGER declaration_event_no_delete BEFORE DELETE ON declaration_event
BEGIN SELECT RAISE(ABORT, 'declaration_event is append-only'); END;

CREATE TRIGGER declaration_frozen_no_update BEFORE UPDATE ON declaration_frozen
BEGIN SELECT RAISE(ABORT, 'declaration_frozen is append-only'); END;
CREATE TRIGGER declaration_frozen_no_delete BEFORE DELETE ON declaration_frozen
BEGIN SELECT RAISE(ABORT, 'declaration_frozen is append-only'); END;

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER respon_no_update BEFORE UPDATE OF declaration_id, seri, kode_respon, nomor_respon, at, title, data, pesan, verify_code ON respon
BEGIN SELECT RAISE(ABORT, 'respon is append-only'); END;
CREATE TRIGGER respon_no_delete BEFORE DELETE ON respon
BEGIN SELECT RAISE(ABORT, 'respon is append-only'); END;

CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;

CREATE TRIGGER reference_blob_no_update BEFORE UPDATE ON reference_blob
BEGIN SELECT RAISE(ABORT, 'reference_blob is append-only'); END;
CREATE TRIGGER reference_blob_no_delete BEFORE DELETE ON reference_blob
BEGIN SELECT RAISE(ABORT, 'reference_blob is append-only'); END;

CREATE TRIGGER reference_snapshot_no_update BEFORE UPDATE ON reference_snapshot
BEGIN SELECT RAISE(ABORT, 'reference_snapshot is append-only'); END;
CREATE TRIGGER reference_snapshot_no_delete BEFORE DELETE ON reference_snapshot
BEGIN SELECT RAISE(ABORT, 'reference_snapshot is append-only'); END;

CREATE TRIGGER reference_snapshot_table_no_update BEFORE UPDATE ON reference_snapshot_table
BEGIN SELECT RAISE(ABORT, 'reference_snapshot_table is append-only'); END;
CREATE TRIGGER reference_snapshot_table_no_delete BEFORE DELETE ON reference_snapshot_table
BEGIN SELECT RAISE(ABORT, 'reference_snapshot_table is append-only'); END;

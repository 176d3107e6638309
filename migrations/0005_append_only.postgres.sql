-- What was once recorded stays as it was. Twin of 0005_append_only.sqlite.sql.

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER declaration_event_no_update BEFORE UPDATE ON declaration_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declaration_event_no_delete BEFORE DELETE ON declaration_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declaration_event_no_truncate BEFORE TRUNCATE ON declaration_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER declaration_frozen_no_update BEFORE UPDATE ON declaration_frozen FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declaration_frozen_no_delete BEFORE DELETE ON declaration_frozen FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declaration_frozen_no_truncate BEFORE TRUNCATE ON declaration_frozen FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER respon_no_update BEFORE UPDATE OF declaration_id, seri, kode_respon, nomor_respon, at, title, data, pesan, verify_code ON respon FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER respon_no_delete BEFORE DELETE ON respon FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER respon_no_truncate BEFORE TRUNCATE ON respon FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER blob_no_truncate BEFORE TRUNCATE ON blob FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER reference_blob_no_update BEFORE UPDATE ON reference_blob FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_blob_no_delete BEFORE DELETE ON reference_blob FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_blob_no_truncate BEFORE TRUNCATE ON reference_blob FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER reference_snapshot_no_update BEFORE UPDATE ON reference_snapshot FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_snapshot_no_delete BEFORE DELETE ON reference_snapshot FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_snapshot_no_truncate BEFORE TRUNCATE ON reference_snapshot FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER reference_snapshot_table_no_update BEFORE UPDATE ON reference_snapshot_table FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_snapshot_table_no_delete BEFORE DELETE ON reference_snapshot_table FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reference_snapshot_table_no_truncate BEFORE TRUNCATE ON reference_snapshot_table FOR EACH STATEMENT EXECUTE FUNCTION append_only();

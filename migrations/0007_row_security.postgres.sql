-- Second line of defence: a transaction that said for whom it reads sees only his rows, whatever the statement asks.
-- The setting pabean.scope is empty for the system's own work, c:ID for a company, o:CODE for an office. Twin of
-- 0007_row_security.sqlite.sql, where the statements alone decide.

CREATE FUNCTION pabean_scope() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('pabean.scope', true), '') $$;

ALTER TABLE declaration ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON declaration
    USING (pabean_scope() IN ('', 'c:' || company_id, 'c:' || coalesce(ppjk_id, ''), 'o:' || kode_kantor));

ALTER TABLE declaration_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_part FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON declaration_part
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

ALTER TABLE declaration_frozen ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_frozen FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON declaration_frozen
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

ALTER TABLE declaration_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_event FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON declaration_event
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

ALTER TABLE respon ENABLE ROW LEVEL SECURITY;
ALTER TABLE respon FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON respon
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

ALTER TABLE billing ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON billing
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON audit_event USING (pabean_scope() IN ('', 'c:' || coalesce(company_id, '')));

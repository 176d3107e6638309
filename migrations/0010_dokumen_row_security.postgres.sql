-- The second line of defence (0007) for the tables of 0009.

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
-- Whoever does something may cause a notice to another company, for example the importer's broker.
CREATE POLICY own ON notice USING (pabean_scope() IN ('', 'c:' || company_id)) WITH CHECK (true);

ALTER TABLE notice_read ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_read FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON notice_read
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM notice n WHERE n.id = notice_id));

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_view USING (pabean_scope() IN ('', 'c:' || company_id));

ALTER TABLE amendment ENABLE ROW LEVEL SECURITY;
ALTER TABLE amendment FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON amendment
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM declaration d WHERE d.id = declaration_id));

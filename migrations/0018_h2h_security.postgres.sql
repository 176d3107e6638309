-- Second line of defence for the tables of migration 17, as migration 7 has it; and the buckets of the API's limit. They are
-- unlogged: after a crash every company starts with a full one, and no call waits for the disk. Twin of
-- 0018_h2h_security.sqlite.sql.

ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON feed USING (pabean_scope() IN ('', 'c:' || company_id));

ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON webhook USING (pabean_scope() IN ('', 'c:' || company_id));

ALTER TABLE webhook_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON webhook_failure
    USING (pabean_scope() = '' OR EXISTS (SELECT 1 FROM webhook w WHERE w.id = webhook_id));

ALTER TABLE sandbox_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE sandbox_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON sandbox_choice USING (pabean_scope() IN ('', 'c:' || company_id));

CREATE UNLOGGED TABLE rate_bucket (
    key TEXT   NOT NULL PRIMARY KEY,
    tat BIGINT NOT NULL                                 -- when the bucket is full again, microseconds
);

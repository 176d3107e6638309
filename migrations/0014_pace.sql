-- How long the steps of documents took lately: read for the page after sending.

CREATE INDEX declaration_event_step ON declaration_event (at) WHERE kode_proses IS NOT NULL;

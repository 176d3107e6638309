-- The buckets of the API's limit. Twin of 0018_h2h_security.postgres.sql.

CREATE TABLE rate_bucket (
    key TEXT   NOT NULL PRIMARY KEY,
    tat BIGINT NOT NULL                                 -- when the bucket is full again, microseconds
);

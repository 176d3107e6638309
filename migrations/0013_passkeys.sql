-- Passkeys (WebAuthn) as second factors beside authenticator applications.

CREATE TABLE passkey (
    id         TEXT   NOT NULL PRIMARY KEY,             -- UUIDv7, for pages
    account_id TEXT   NOT NULL REFERENCES account (id),
    credential TEXT   NOT NULL UNIQUE,                  -- the authenticator's name of it, base64url
    public_key BYTEA  NOT NULL,                         -- COSE
    counter    BIGINT NOT NULL,                         -- of signatures, 0 when the authenticator counts none
    name       TEXT   NOT NULL,                         -- by its owner
    created    BIGINT NOT NULL,
    used       BIGINT
);
CREATE INDEX passkey_account ON passkey (account_id, created);

//! People who log in.

use jiff::Timestamp;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// How far an account has come.
    AccountState {
        /// Invited; waits for the confirmation of its address.
        Baru = "BARU",
        /// May log in.
        Aktif = "AKTIF",
        /// Imported from the old portal, not yet activated.
        Lama = "LAMA",
        /// Closed.
        Nonaktif = "NONAKTIF",
    }
}

record! {
    /// An account of a company, of an office, or (with neither) of the operator.
    Account as account_columns {
        /// UUIDv7.
        id: String,
        /// Company, none for officers and operators.
        company_id: Option<String>,
        /// Office, officers only.
        office: Option<String>,
        /// Role, as the access table of `app` names it.
        role: String,
        /// Unique; stored in lower case.
        username: String,
        /// Address for notices; lower case, unique among living accounts.
        email: String,
        /// Name on screens and letters.
        display_name: String,
        /// Argon2 string.
        password_hash: String,
        /// Second factor, none when not enrolled.
        totp_secret: Option<Vec<u8>>,
        /// Last accepted 30-second step: a code is accepted once.
        totp_last_step: Option<i64>,
        /// Failed log-ins in a row.
        failed: u32,
        /// No log-in before this.
        locked_until: Option<Timestamp>,
        /// Whether it may log in: exactly in the state `AKTIF`.
        active: bool,
        /// When it was made.
        created: Timestamp,
        /// How far it has come.
        state: AccountState,
        /// `NIK` or `PASPOR`.
        identity_kind: String,
        /// Its number.
        identity_number: String,
        /// Position in the company or office.
        position: String,
        /// Telephone.
        phone: String,
        /// `id` or `en`.
        language: String,
        /// Which notices it wants, in one word.
        notify: String,
        /// Administers its company.
        admin: bool,
        /// Rights, as the access table of `app` writes them.
        rights: String,
        /// When it was carried over from the old portal.
        migrated: Option<Timestamp>,
        /// Last log-in.
        last_login: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO account (", account_columns!(), ") VALUES \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) \
        ON CONFLICT DO NOTHING");
    BY_ID = concat!("SELECT ", account_columns!(), " FROM account WHERE id = $1");
    FOR_UPDATE = concat!("SELECT ", account_columns!(), " FROM account WHERE id = $1 /*pg FOR UPDATE*/");
    BY_USERNAME = concat!("SELECT ", account_columns!(), " FROM account WHERE username = $1");
    BY_EMAIL = concat!("SELECT ", account_columns!(), " FROM account WHERE email = $1 AND (state = 'AKTIF' OR state = 'LAMA')");
    OF_COMPANY = concat!("SELECT ", account_columns!(), " FROM account WHERE company_id = $1 ORDER BY username LIMIT $2");
    OF_OFFICE = concat!("SELECT ", account_columns!(), " FROM account WHERE office = $1 ORDER BY username LIMIT $2");
    STAFF = concat!("SELECT ", account_columns!(), " FROM account WHERE company_id IS NULL ORDER BY office, username LIMIT $1");
    ADMINS = "SELECT id FROM account WHERE company_id = $1 AND admin = 1 AND state = 'AKTIF' ORDER BY id /*pg FOR UPDATE*/";
    PASSWORD = "UPDATE account SET password_hash = $2, failed = 0, locked_until = NULL WHERE id = $1";
    TOTP = "UPDATE account SET totp_secret = $2, totp_last_step = NULL WHERE id = $1";
    // The condition makes a replayed code lose also when two log-ins race.
    TOTP_STEP = "UPDATE account SET totp_last_step = $2 \
        WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)";
    FAILED = "UPDATE account SET failed = failed + 1, locked_until = $2 WHERE id = $1";
    SUCCEEDED = "UPDATE account SET failed = 0, locked_until = NULL WHERE id = $1 AND (failed > 0 OR locked_until IS NOT NULL)";
    STATE = "UPDATE account SET state = $2, active = $3 WHERE id = $1";
    RIGHTS = "UPDATE account SET admin = $2, rights = $3 WHERE id = $1";
    OFFICE = "UPDATE account SET role = $2, office = $3 WHERE id = $1";
    EMAIL = "UPDATE account SET email = $2 WHERE id = $1";
    PROFILE = "UPDATE account SET display_name = $2, identity_kind = $3, identity_number = $4, position = $5, phone = $6, \
        language = $7, notify = $8 WHERE id = $1";
    USERNAME = "UPDATE account SET username = $2 WHERE id = $1";
    MIGRATED = "UPDATE account SET migrated = $2 WHERE id = $1";
    LOGGED_IN = "UPDATE account SET last_login = $2 WHERE id = $1";
}

impl Account {
    /// An account that nobody has filled in yet, in the state `state`.
    pub fn blank(id: String, role: &str, state: AccountState, created: Timestamp) -> Self {
        Self {
            username: format!("undangan-{id}"),
            id,
            company_id: None,
            office: None,
            role: role.to_owned(),
            email: String::new(),
            display_name: String::new(),
            password_hash: String::new(),
            totp_secret: None,
            totp_last_step: None,
            failed: 0,
            locked_until: None,
            active: state == AccountState::Aktif,
            created,
            state,
            identity_kind: String::new(),
            identity_number: String::new(),
            position: String::new(),
            phone: String::new(),
            language: "id".to_owned(),
            notify: "SURAT".to_owned(),
            admin: false,
            rights: String::new(),
            migrated: None,
            last_login: None,
        }
    }
}

/// Adds an account; false when the user name, or the address of a living account, is taken.
pub fn insert(tx: &mut dyn Tx, account: &Account) -> Result<bool, Fault> {
    let lower = Account {
        username: account.username.to_lowercase(),
        email: account.email.to_lowercase(),
        active: account.state == AccountState::Aktif,
        ..account.clone()
    };
    Ok(tx.execute(INSERT, &lower.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By user name, in any case.
pub fn by_username(tx: &mut dyn Tx, username: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(BY_USERNAME, params![username.to_lowercase()])?)
}

/// Accounts of a company, by user name.
pub fn of_company(tx: &mut dyn Tx, company_id: &str, limit: u32) -> Result<Vec<Account>, Fault> {
    all(tx.query(OF_COMPANY, params![company_id, limit])?)
}

/// Officers of an office, by user name.
pub fn of_office(tx: &mut dyn Tx, office: &str, limit: u32) -> Result<Vec<Account>, Fault> {
    all(tx.query(OF_OFFICE, params![office, limit])?)
}

/// Replaces the password and lifts a lock.
pub fn set_password(tx: &mut dyn Tx, id: &str, password_hash: &str) -> Result<(), Fault> {
    tx.execute(PASSWORD, params![id, password_hash]).map(drop)
}

/// Enrols or removes the second factor.
pub fn set_totp(tx: &mut dyn Tx, id: &str, secret: Option<&[u8]>) -> Result<(), Fault> {
    tx.execute(TOTP, params![id, secret]).map(drop)
}

/// Uses up a 30-second step; false when it, or a later one, was used before.
pub fn use_totp_step(tx: &mut dyn Tx, id: &str, step: i64) -> Result<bool, Fault> {
    Ok(tx.execute(TOTP_STEP, params![id, step])? == 1)
}

/// Counts a failed log-in and sets the lock.
pub fn note_failure(tx: &mut dyn Tx, id: &str, locked_until: Option<Timestamp>) -> Result<(), Fault> {
    tx.execute(FAILED, params![id, locked_until]).map(drop)
}

/// Forgets failed log-ins; writes nothing when there were none.
pub fn note_success(tx: &mut dyn Tx, id: &str) -> Result<(), Fault> {
    tx.execute(SUCCEEDED, params![id]).map(drop)
}

/// Moves an account to another state.
pub fn set_state(tx: &mut dyn Tx, id: &str, state: AccountState) -> Result<(), Fault> {
    tx.execute(STATE, params![id, state, state == AccountState::Aktif]).map(drop)
}

/// By id, locked until the transaction ends.
pub fn for_update(tx: &mut dyn Tx, id: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(FOR_UPDATE, params![id])?)
}

/// The living account of an address.
pub fn by_email(tx: &mut dyn Tx, email: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(BY_EMAIL, params![email.to_lowercase()])?)
}

/// Officers and operators.
pub fn staff(tx: &mut dyn Tx, limit: u32) -> Result<Vec<Account>, Fault> {
    all(tx.query(STAFF, params![limit])?)
}

/// Active administrators of a company, locked until the transaction ends.
pub fn admins(tx: &mut dyn Tx, company_id: &str) -> Result<Vec<String>, Fault> {
    tx.query(ADMINS, params![company_id])?.into_iter().map(crate::Row::only).collect()
}

/// Replaces the rights in a company.
pub fn set_rights(tx: &mut dyn Tx, id: &str, admin: bool, rights: &str) -> Result<(), Fault> {
    tx.execute(RIGHTS, params![id, admin, rights]).map(drop)
}

/// Moves an officer.
pub fn set_office(tx: &mut dyn Tx, id: &str, role: &str, office: Option<&str>) -> Result<(), Fault> {
    tx.execute(OFFICE, params![id, role, office]).map(drop)
}

/// Replaces the address; look first whether it is free.
pub fn set_email(tx: &mut dyn Tx, id: &str, email: &str) -> Result<(), Fault> {
    tx.execute(EMAIL, params![id, email.to_lowercase()]).map(drop)
}

/// Replaces the user name; look first whether it is free.
pub fn set_username(tx: &mut dyn Tx, id: &str, username: &str) -> Result<(), Fault> {
    tx.execute(USERNAME, params![id, username.to_lowercase()]).map(drop)
}

/// Saves what a person says of himself.
pub fn save_profile(tx: &mut dyn Tx, account: &Account) -> Result<(), Fault> {
    let Account { id, display_name, identity_kind, identity_number, position, phone, language, notify, .. } = account;
    tx.execute(PROFILE, params![id, display_name, identity_kind, identity_number, position, phone, language, notify])
        .map(drop)
}

/// Notes that an imported account was activated.
pub fn set_migrated(tx: &mut dyn Tx, id: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(MIGRATED, params![id, now]).map(drop)
}

/// Notes a log-in.
pub fn note_login(tx: &mut dyn Tx, id: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(LOGGED_IN, params![id, now]).map(drop)
}

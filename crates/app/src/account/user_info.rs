//! What software may know of the account whose token it holds (h2h-api 1.3).

use jiff::Timestamp;
use store::{accounts, companies};

use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// The account, without anything secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserInfo {
    /// Id.
    pub id: String,
    /// Role, as the access table names it.
    pub role: &'static str,
    /// NPWP of the company, 16 digits; none for officers.
    pub npwp: Option<String>,
    /// Office of an officer.
    pub office: Option<String>,
    /// Administers its company.
    pub admin: bool,
    /// User name.
    pub username: String,
    /// Name.
    pub name: String,
    /// Position.
    pub position: String,
    /// Telephone.
    pub phone: String,
    /// Address of mail.
    pub email: String,
    /// Address of the company.
    pub address: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// Last log-in.
    pub last_login: Option<Timestamp>,
}

/// The actor's own account.
pub fn user_info(app: &App, actor: &Actor) -> Result<UserInfo, Error> {
    actor.may(UseCase::ManageProfile)?;
    let who = actor.clone();
    app.db().read(move |tx| {
        let account = accounts::by_id(tx, &who.account_id)?.ok_or(Error::NotFound)?;
        let company = match &account.company_id {
            Some(id) => companies::by_id(tx, id)?,
            None => None,
        };
        Ok(UserInfo {
            id: account.id,
            role: who.role.word(),
            npwp: company.as_ref().map(|c| c.npwp.clone()),
            office: account.office,
            admin: account.admin,
            username: account.username,
            name: account.display_name,
            position: account.position,
            phone: account.phone,
            email: account.email,
            address: company.map(|c| c.address),
            created: account.created,
            last_login: account.last_login,
        })
    })
}

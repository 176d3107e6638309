//! Mail: by SMTP, or into the demo's outbox page.

use std::sync::Arc;

use app::ports::{Clock, Mail, Mailer, PartnerFault};
use lettre::message::MultiPart;
use lettre::message::header::ContentType;
use lettre::{Message, SmtpTransport, Transport};
use store::Db;
use store::mails::StoredMail;

/// Short name in faults and on the status page.
const NAME: &str = "SMTP";

/// Delivers through an SMTP server; `smtps://user:password@host` for TLS.
pub struct SmtpMailer {
    transport: SmtpTransport,
    from: String,
}

impl SmtpMailer {
    /// Connects lazily to `url`.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let transport = SmtpTransport::from_url(url).map_err(|e| format!("SMTP: {e}"))?.build();
        Ok(Self { transport, from: from.to_owned() })
    }
}

impl Mailer for SmtpMailer {
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault> {
        let refused = |why: String| PartnerFault::Refused { partner: NAME, code: "alamat".into(), message: why };
        let message = Message::builder()
            .from(self.from.parse().map_err(|e| refused(format!("{e}")))?)
            .to(mail.to.parse().map_err(|e| refused(format!("{e}")))?)
            .subject(&mail.subject)
            .message_id(Some(format!("<{}@pabean>", mail.id)));
        let message = match &mail.html {
            Some(html) => message.multipart(MultiPart::alternative_plain_html(mail.body.clone(), html.clone())),
            None => message.header(ContentType::TEXT_PLAIN).body(mail.body.clone()),
        };
        let message = message.map_err(|e| refused(e.to_string()))?;
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            Err(e) if e.is_permanent() => Err(refused(e.to_string())),
            Err(e) => Err(PartnerFault::Down { partner: NAME, reason: e.to_string() }),
        }
    }
}

/// Puts mail where the demo's page shows it.
pub struct OutboxMailer {
    db: Db,
    clock: Arc<dyn Clock>,
}

impl OutboxMailer {
    /// An outbox in the installation's database.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock }
    }
}

impl Mailer for OutboxMailer {
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault> {
        let stored = StoredMail {
            id: mail.id.clone(),
            recipient: mail.to.clone(),
            subject: mail.subject.clone(),
            body: mail.body.clone(),
            at: self.clock.now(),
        };
        let put = self.db.write(move |tx| store::mails::put(tx, &stored));
        put.map(|_| ()).map_err(|e| PartnerFault::Down { partner: NAME, reason: e.to_string() })
    }
}

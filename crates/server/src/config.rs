//! What the operator sets: a flat list of options by flag, environment or file, one name each.

use clap::Args;

/// Options that every subcommand understands; each can be set in the environment.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// TOML file with these settings by the names of their flags; flags and environment win over it.
    #[arg(long, global = true, env = "PABEAN_CONFIG")]
    pub config: Option<std::path::PathBuf>,
    /// Database: sqlite:PATH or postgres://user:password@host/name.
    #[arg(long, global = true, env = "PABEAN_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Address on which the portal and the API listen.
    #[arg(long, global = true, env = "PABEAN_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Public address of the installation; QR codes point there.
    #[arg(long, global = true, env = "PABEAN_BASE_URL")]
    pub base_url: Option<String>,
    /// Name of the installation on pages and letters.
    #[arg(long, global = true, env = "PABEAN_NAME", default_value = "Pabean")]
    pub name: String,
    /// Address of the partner gateway (INSW, MPN, TPS, OSS/DJP).
    #[arg(long, global = true, env = "PABEAN_PARTNERS_URL", default_value = "http://127.0.0.1:8090")]
    pub partners_url: String,
    /// Secret shared with the partner gateway for its hints.
    #[arg(long, global = true, env = "PABEAN_PARTNERS_SECRET", hide_env_values = true)]
    pub partners_secret: Option<String>,
    /// SMTP server, such as smtps://user:password@host; without one, mail goes to the outbox page.
    #[arg(long, global = true, env = "PABEAN_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Sender of mail.
    #[arg(long, global = true, env = "PABEAN_MAIL_FROM", default_value = "Pabean <pabean@localhost>")]
    pub mail_from: String,
    /// Addresses of our own reverse proxies, separated by commas: their X-Forwarded-For is believed.
    #[arg(long, global = true, env = "PABEAN_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Job threads.
    #[arg(long, global = true, env = "PABEAN_WORKERS", default_value_t = 2)]
    pub workers: usize,
    /// Seconds after which a job may be taken from a worker that does not finish it; so long it stays with a dead one.
    #[arg(long, global = true, env = "PABEAN_LEASE_SECONDS", default_value_t = 120)]
    pub lease_seconds: u16,
}

impl Config {
    /// The database that is set, or the installation's default file.
    pub fn database(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| "sqlite:var/pabean.sqlite".into())
    }

    /// The public address.
    pub fn public_url(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }
}

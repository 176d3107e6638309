//! What the operator sets: a flat list of options by flag, environment or file, one name each.

use app::h2h::{H2h, KeyPolicy, Network, SchemaPolicy, Strictness};
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
    /// API keys of the host-to-host API: optional, v2 (demanded on the newer paths) or required.
    #[arg(long, global = true, env = "PABEAN_H2H_API_KEY", default_value = "optional")]
    pub h2h_api_key: KeyPolicy,
    /// Order of entitas and dokumen in documents: lenient or strict.
    #[arg(long, global = true, env = "PABEAN_H2H_TUPLE_ORDER", default_value = "lenient")]
    pub h2h_tuple_order: Strictness,
    /// JSON types in documents: lenient or strict.
    #[arg(long, global = true, env = "PABEAN_H2H_JSON_TYPES", default_value = "lenient")]
    pub h2h_json_types: Strictness,
    /// Digits of idPerusahaan that are taken.
    #[arg(long, global = true, env = "PABEAN_H2H_COMPANY_IDS", value_delimiter = ',', default_value = "15,16,22")]
    pub h2h_company_ids: Vec<usize>,
    /// Documents without the members of schema 0.5.7.23: warn, ignore, or the day from which they are refused.
    #[arg(long, global = true, env = "PABEAN_H2H_SCHEMA", default_value = "warn")]
    pub h2h_schema: SchemaPolicy,
    /// Values of isFinal and isRevision that mean yes.
    #[arg(long, global = true, env = "PABEAN_H2H_FINAL_WORDS", value_delimiter = ',', default_value = "true,1")]
    pub h2h_final_words: Vec<String>,
    /// Calls a second that one company may make; 0 for no limit.
    #[arg(long, global = true, env = "PABEAN_H2H_RATE", default_value_t = 100)]
    pub h2h_rate: u32,
    /// Calls that a company may make at once after a pause.
    #[arg(long, global = true, env = "PABEAN_H2H_BURST", default_value_t = 200)]
    pub h2h_burst: u32,
    /// Networks inside the house that webhooks may reach, such as 10.1.0.0/16; all others must be public.
    #[arg(long, global = true, env = "PABEAN_WEBHOOK_NETWORKS", value_delimiter = ',')]
    pub webhook_networks: Vec<Network>,
    /// yes: outcomes can be chosen and the clock moved (docs/sandbox.md). Never with real documents.
    #[arg(long, global = true, env = "PABEAN_SANDBOX", default_value = "no")]
    pub sandbox: Switch,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Switch {
    /// On.
    Yes,
    /// Off.
    No,
}

impl Config {
    /// What the host-to-host API takes; a demo is a sandbox and calls webhooks on its own machine.
    pub fn h2h(&self, demo: bool) -> H2h {
        let mut webhook_networks = self.webhook_networks.clone();
        if demo {
            webhook_networks
                .extend(["127.0.0.0/8", "::1/128"].iter().filter_map(|network| network.parse::<Network>().ok()));
        }
        H2h {
            api_key: self.h2h_api_key,
            tuple_order: self.h2h_tuple_order,
            json_types: self.h2h_json_types,
            company_ids: self.h2h_company_ids.clone(),
            schema: self.h2h_schema,
            final_words: self.h2h_final_words.clone(),
            rate: self.h2h_rate,
            burst: self.h2h_burst,
            webhook_networks,
            sandbox: demo || self.sandbox == Switch::Yes,
        }
    }

    /// The database that is set, or the installation's default file.
    pub fn database(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| "sqlite:var/pabean.sqlite".into())
    }

    /// The public address.
    pub fn public_url(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }
}

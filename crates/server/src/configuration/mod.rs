//! What the operator chose: flags before environment before file before default.

use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;

use lettre::Tokio1Executor;
use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransport;
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::{Host, Url};
use vliegwiel_http::RateLimits;
use vliegwiel_persistence::database::Durability;

mod database_url;
pub mod settings;
mod sources;

pub use database_url::DatabaseUrl;
use settings::Setting;
pub use sources::{Environment, Flags, Wrong};
use sources::{Found, Sources};

/// Where the worker runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worker {
    /// In this process.
    Here,
    /// In a process of its own, `vliegwiel worker`.
    Elsewhere,
}

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum MailRoute {
    /// To a mail server.
    Smtp {
        /// Its address, perhaps with a password.
        url: SecretString,
        /// The sender of all mail.
        from: Mailbox,
    },
    /// Into the database, to be read at `/dev/mailbox`.
    LocalMailbox,
    /// Nobody said so: right for a demo database only.
    Unsaid,
}

/// Everything the operator chose, checked. Its `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// Where the data is.
    pub database: DatabaseUrl,
    /// How sure SQLite is of a commit.
    pub durability: Durability,
    /// Where the server's secret is, when not beside the embedded database.
    pub secret_file: Option<PathBuf>,
    /// The address people see, without a slash at the end; from the bound address when absent.
    pub public_url: Option<String>,
    /// Where the API and the web app listen; port 0 takes a free one.
    pub bind: SocketAddr,
    /// Where the worker runs.
    pub worker: Worker,
    /// Where the built web app is, when not in one of the usual places.
    pub web_dir: Option<PathBuf>,
    /// Proxies, other sites, and how much a caller may ask.
    pub http: vliegwiel_http::Options,
    /// Where the metrics listen; absent is off.
    pub metrics_bind: Option<SocketAddr>,
    /// Where mail goes.
    pub mail: MailRoute,
    /// Password of the demo accounts, when not made up.
    pub demo_password: Option<SecretString>,
    /// What is logged, in the words of `tracing_subscriber::EnvFilter`.
    pub log: String,
}

impl Configuration {
    /// Gather the values of all sources and check each.
    ///
    /// # Errors
    /// [`Wrong`] for the first value that cannot be used.
    pub fn gather(flags: &Flags, environment: Environment<'_>) -> Result<Self, Wrong> {
        let sources = Sources::open(flags, environment)?;
        let configuration = Self::read(&sources)?;
        configuration.check_mail(&sources)?;
        Ok(configuration)
    }

    /// The address people see: the one that was chosen, else the one the server listens on.
    #[must_use]
    pub fn public_url_at(&self, address: SocketAddr) -> String {
        let host = if address.ip().is_unspecified() { "localhost".to_owned() } else { address.ip().to_string() };
        let host = if address.is_ipv6() && !address.ip().is_unspecified() { format!("[{host}]") } else { host };
        self.public_url.clone().unwrap_or_else(|| format!("http://{host}:{}", address.port()))
    }

    fn read(sources: &Sources<'_>) -> Result<Self, Wrong> {
        Ok(Self {
            database: database(sources)?,
            durability: if is_on(sources, Setting::AcceptDataLoss)? { Durability::Relaxed } else { Durability::Full },
            secret_file: path(sources, Setting::SecretFile)?,
            public_url: sources.find(Setting::PublicUrl)?.map(|found| public_url(&found)).transpose()?,
            bind: address(sources, Setting::Bind)?.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))),
            worker: if is_on(sources, Setting::NoWorker)? { Worker::Elsewhere } else { Worker::Here },
            web_dir: path(sources, Setting::WebDir)?,
            http: http(sources)?,
            metrics_bind: address(sources, Setting::MetricsBind)?,
            mail: mail(sources)?,
            demo_password: sources.find(Setting::DemoPassword)?.map(|found| demo_password(&found)).transpose()?,
            log: log(sources)?,
        })
    }

    /// Mail asks more of the other settings: links must lead somewhere, and a mailbox that everyone can read must not be within reach.
    fn check_mail(&self, sources: &Sources<'_>) -> Result<(), Wrong> {
        let is_near = self.bind.ip().is_loopback() && self.public_url.as_deref().is_none_or(is_loopback);
        let (setting, problem) = match &self.mail {
            MailRoute::Smtp { .. } if self.public_url.is_none() => {
                (Setting::SmtpUrl, "give --public-url or VLIEGWIEL_PUBLIC_URL too: links in mail lead there")
            }
            MailRoute::LocalMailbox if !is_near => {
                (Setting::LocalMailbox, "everyone could read all mail; listen on 127.0.0.1 only, or name a mail server")
            }
            MailRoute::Smtp { .. } | MailRoute::LocalMailbox | MailRoute::Unsaid => return Ok(()),
        };
        sources.find(setting)?.map_or(Ok(()), |found| Err(found.wrong(problem.to_owned())))
    }
}

fn is_loopback(url: &str) -> bool {
    match Url::parse(url).ok().as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn database(sources: &Sources<'_>) -> Result<DatabaseUrl, Wrong> {
    match sources.find(Setting::DatabaseUrl)? {
        Some(found) => found.read(DatabaseUrl::parse, "sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME"),
        None => Ok(DatabaseUrl::embedded(PathBuf::from("data/vliegwiel.db"))),
    }
}

fn path(sources: &Sources<'_>, setting: Setting) -> Result<Option<PathBuf>, Wrong> {
    Ok(sources.find(setting)?.map(|found| PathBuf::from(found.value())))
}

fn address(sources: &Sources<'_>, setting: Setting) -> Result<Option<SocketAddr>, Wrong> {
    let expected = "an address and a port, such as 127.0.0.1:8080";
    sources.find(setting)?.map(|found| found.read(|text| text.parse().ok(), expected)).transpose()
}

fn is_on(sources: &Sources<'_>, setting: Setting) -> Result<bool, Wrong> {
    let read = |text: &str| match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    };
    sources.find(setting)?.map_or(Ok(false), |found| found.read(read, "true or false"))
}

fn public_url(found: &Found) -> Result<String, Wrong> {
    let read = |text: &str| {
        let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        (is_bare && url.password().is_none()).then(|| url.as_str().trim_end_matches('/').to_owned())
    };
    found.read(read, "an address without a path, such as https://netwerken.example")
}

fn http(sources: &Sources<'_>) -> Result<vliegwiel_http::Options, Wrong> {
    let RateLimits { per_address, per_account, per_organization } = RateLimits::default();
    Ok(vliegwiel_http::Options {
        trusted_proxies: list(
            sources,
            Setting::TrustedProxies,
            |text| text.parse().ok(),
            "a list of networks, such as 10.0.0.0/8,::1/128",
        )?,
        allowed_origins: list(sources, Setting::AllowedOrigins, origin, "a list of origins, such as https://partij.example")?,
        rate_limits: RateLimits {
            per_address: rate(sources, Setting::RatePerAddress, per_address)?,
            per_account: rate(sources, Setting::RatePerAccount, per_account)?,
            per_organization: rate(sources, Setting::RatePerOrganization, per_organization)?,
        },
    })
}

fn list<T>(sources: &Sources<'_>, setting: Setting, read: fn(&str) -> Option<T>, expected: &str) -> Result<Vec<T>, Wrong> {
    let all = |text: &str| text.split(',').map(|part| read(part.trim())).collect();
    sources.find(setting)?.map_or_else(|| Ok(Vec::new()), |found| found.read(all, expected))
}

fn origin(text: &str) -> Option<String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    // a browser sends an origin exactly so, without a slash at the end
    (url.origin().ascii_serialization() == text).then(|| text.to_owned())
}

fn rate(sources: &Sources<'_>, setting: Setting, usual: Option<NonZeroU32>) -> Result<Option<NonZeroU32>, Wrong> {
    let read = |text: &str| text.parse().ok().map(NonZeroU32::new);
    sources.find(setting)?.map_or(Ok(usual), |found| found.read(read, "a number of requests a minute, 0 for no limit"))
}

fn mail(sources: &Sources<'_>) -> Result<MailRoute, Wrong> {
    let smtp = sources.find(Setting::SmtpUrl)?;
    let from = sources.find(Setting::MailFrom)?;
    match (smtp, is_on(sources, Setting::LocalMailbox)?) {
        (None, true) => Ok(MailRoute::LocalMailbox),
        (None, false) => Ok(MailRoute::Unsaid),
        (Some(smtp), true) => Err(smtp.wrong("choose either a mail server or --local-mailbox".to_owned())),
        (Some(smtp), false) => {
            let expected = "smtps://USER:PASSWORD@HOST or smtp://HOST:PORT";
            let is_known = |text: &str| AsyncSmtpTransport::<Tokio1Executor>::from_url(text).is_ok();
            let url = smtp.read(|text| is_known(text).then(|| SecretString::from(text)), expected)?;
            let Some(from) = from else {
                return Err(smtp.wrong("give the sender too, with --mail-from or VLIEGWIEL_MAIL_FROM".to_owned()));
            };
            let from = from.read(|text| text.parse().ok(), "a mail address, such as netwerken@partij.example")?;
            Ok(MailRoute::Smtp { url, from })
        }
    }
}

fn demo_password(found: &Found) -> Result<SecretString, Wrong> {
    // the shortest password that a person may choose (security.md S14): the demo has the same rules
    found.read(|text| (text.chars().count() >= 12).then(|| SecretString::from(text)), "at least 12 characters long")
}

/// What is logged when nothing else is asked: libraries only when something is wrong.
const LOG_DEFAULT: &str = "warn,vliegwiel_server=info,vliegwiel_http=info,vliegwiel_application=info,vliegwiel_persistence=info";

fn log(sources: &Sources<'_>) -> Result<String, Wrong> {
    let read = |text: &str| EnvFilter::try_new(text).ok().map(|_| text.to_owned());
    let found = sources.find(Setting::Log)?;
    found.map_or_else(|| Ok(LOG_DEFAULT.to_owned()), |found| found.read(read, "a level: error, warn, info, debug or trace"))
}

#[cfg(test)]
mod tests;

//! Every setting once: its flag, its variable in the environment, its key in the file, and what it means.

use clap::{Arg, ArgAction};
use strum::{EnumIter, IntoStaticStr};

/// Something an operator can choose. Its name in kebab-case is the flag and the key in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// The file with settings.
    Config,
    /// Where the data is.
    DatabaseUrl,
    /// Whether SQLite may lose the last writes in a power cut.
    AcceptDataLoss,
    /// Where the server's secret is.
    SecretFile,
    /// How much is logged.
    Log,
    /// The address people see.
    PublicUrl,
    /// Where the API and the web app listen.
    Bind,
    /// Whether the worker runs elsewhere.
    NoWorker,
    /// Where the built web app is.
    WebDir,
    /// Which proxies tell the truth about addresses.
    TrustedProxies,
    /// Which other sites may call the API from their pages.
    AllowedOrigins,
    /// Requests a minute from one address.
    RatePerAddress,
    /// Requests a minute with one account.
    RatePerAccount,
    /// Requests a minute to one organisation.
    RatePerOrganization,
    /// Where the metrics listen.
    MetricsBind,
    /// The mail server.
    SmtpUrl,
    /// The sender of all mail.
    MailFrom,
    /// Whether mail stays in the database, to be read at `/dev/mailbox`.
    LocalMailbox,
    /// Password of the demo accounts.
    DemoPassword,
}

/// How a setting is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A value; holds its name in the help.
    Value(&'static str),
    /// A value that may hold a password: never repeated in a message.
    Confidential(&'static str),
    /// On or off.
    Switch,
}

/// Settings of every command that opens the database.
pub const OF_DATA: &[Setting] =
    &[Setting::Config, Setting::DatabaseUrl, Setting::AcceptDataLoss, Setting::SecretFile, Setting::PublicUrl, Setting::Log];
/// Settings of sending mail and of being watched.
pub const OF_WORKER: &[Setting] = &[Setting::SmtpUrl, Setting::MailFrom, Setting::LocalMailbox, Setting::MetricsBind];
/// Settings of answering requests.
pub const OF_SERVER: &[Setting] = &[
    Setting::Bind,
    Setting::NoWorker,
    Setting::WebDir,
    Setting::TrustedProxies,
    Setting::AllowedOrigins,
    Setting::RatePerAddress,
    Setting::RatePerAccount,
    Setting::RatePerOrganization,
];
/// Settings of loading the demo.
pub const OF_DEMO: &[Setting] = &[Setting::DemoPassword];

impl Setting {
    /// Name as a flag (after `--`) and as a key in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Name in the environment.
    #[must_use]
    pub const fn variable(self) -> &'static str {
        match self {
            Self::Config => "VLIEGWIEL_CONFIG",
            Self::DatabaseUrl => "DATABASE_URL",
            Self::AcceptDataLoss => "VLIEGWIEL_ACCEPT_DATA_LOSS",
            Self::SecretFile => "VLIEGWIEL_SECRET_FILE",
            Self::Log => "VLIEGWIEL_LOG",
            Self::PublicUrl => "VLIEGWIEL_PUBLIC_URL",
            Self::Bind => "VLIEGWIEL_BIND",
            Self::NoWorker => "VLIEGWIEL_NO_WORKER",
            Self::WebDir => "VLIEGWIEL_WEB_DIR",
            Self::TrustedProxies => "VLIEGWIEL_TRUSTED_PROXIES",
            Self::AllowedOrigins => "VLIEGWIEL_ALLOWED_ORIGINS",
            Self::RatePerAddress => "VLIEGWIEL_RATE_PER_ADDRESS",
            Self::RatePerAccount => "VLIEGWIEL_RATE_PER_ACCOUNT",
            Self::RatePerOrganization => "VLIEGWIEL_RATE_PER_ORGANIZATION",
            Self::MetricsBind => "VLIEGWIEL_METRICS_BIND",
            Self::SmtpUrl => "VLIEGWIEL_SMTP_URL",
            Self::MailFrom => "VLIEGWIEL_MAIL_FROM",
            Self::LocalMailbox => "VLIEGWIEL_LOCAL_MAILBOX",
            Self::DemoPassword => "VLIEGWIEL_DEMO_PASSWORD",
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn shape(self) -> Shape {
        match self {
            Self::Config | Self::SecretFile => Shape::Value("FILE"),
            Self::WebDir => Shape::Value("FOLDER"),
            Self::Bind | Self::MetricsBind => Shape::Value("ADDRESS"),
            Self::PublicUrl => Shape::Value("URL"),
            Self::TrustedProxies => Shape::Value("NETWORKS"),
            Self::AllowedOrigins => Shape::Value("ORIGINS"),
            Self::RatePerAddress | Self::RatePerAccount | Self::RatePerOrganization => Shape::Value("NUMBER"),
            Self::MailFrom => Shape::Value("MAIL ADDRESS"),
            Self::Log => Shape::Value("LEVEL"),
            Self::DatabaseUrl | Self::SmtpUrl => Shape::Confidential("URL"),
            Self::DemoPassword => Shape::Confidential("PASSWORD"),
            Self::AcceptDataLoss | Self::NoWorker | Self::LocalMailbox => Shape::Switch,
        }
    }

    const fn meaning(self) -> &'static str {
        match self {
            Self::Config => "Settings in TOML: `bind = \"0.0.0.0:8080\"`, with the names of these flags",
            Self::DatabaseUrl => "sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://data/vliegwiel.db]",
            Self::AcceptDataLoss => "Faster SQLite that may lose the last writes in a power cut: only for databases to throw away",
            Self::SecretFile => {
                "32 random bytes, raw or in base64 [default with SQLite: made beside the database; required with PostgreSQL]"
            }
            Self::Log => {
                "error, warn, info, debug or trace, for all or for a part (info,vliegwiel_http=debug) [default: info, libraries warn]"
            }
            Self::PublicUrl => "Address that people type, for links in mail [default: http:// and the address of --bind]",
            Self::Bind => "Address and port to listen on [default: 127.0.0.1:8080]",
            Self::NoWorker => "Leave mail and scheduled work to `vliegwiel worker`",
            Self::WebDir => "The built web app [default: frontend/dist, else ../share/vliegwiel/web beside the binary]",
            Self::TrustedProxies => "Proxies whose X-Forwarded-For counts, such as 10.0.0.0/8,::1/128 [default: none]",
            Self::AllowedOrigins => "Other sites whose pages may call the API, such as https://partij.example [default: none]",
            Self::RatePerAddress => "Requests a minute from one address, 0 for no limit [default: 6000]",
            Self::RatePerAccount => "Requests a minute with one account, 0 for no limit [default: 1200]",
            Self::RatePerOrganization => "Requests a minute to one organisation, 0 for no limit [default: 60000]",
            Self::MetricsBind => "Address and port of the Prometheus metrics; keep it private [default: off]",
            Self::SmtpUrl => "Mail server: smtps://USER:PASSWORD@HOST, or smtp://HOST:PORT inside a trusted network",
            Self::MailFrom => "Sender of all mail, required with --smtp-url",
            Self::LocalMailbox => "Keep mail in the database and show it to everyone at /dev/mailbox: only for development",
            Self::DemoPassword => "Password of the demo accounts [default: made up and printed]",
        }
    }

    /// The flag for the command line.
    #[must_use]
    pub fn flag(self) -> Arg {
        let help = format!("{} [env: {}]", self.meaning(), self.variable());
        let flag = Arg::new(self.name()).long(self.name()).help(help);
        match self.shape() {
            Shape::Value(name) | Shape::Confidential(name) => flag.value_name(name).action(ArgAction::Set),
            Shape::Switch => flag.action(ArgAction::SetTrue),
        }
    }
}

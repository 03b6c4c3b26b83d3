//! What each command does.

use std::io::{self, Write};
use std::sync::Arc;

use secrecy::ExposeSecret;
use vliegwiel_application::{App, Secrets};
use vliegwiel_persistence::database::Durability;

use crate::configuration::{Configuration, MailRoute};
use crate::demo::{self, Ingredients, Outcome};
use crate::failure::Failure;
use crate::opening::{self, Ground, Outside};
use crate::server::{self, told_to_stop};
use crate::web::{self, WebApp};
use crate::{mail, metrics, secret, worker};

/// `vliegwiel serve`.
///
/// # Errors
/// [`Failure`].
pub async fn serve(configuration: &Configuration) -> Result<(), Failure> {
    let running = server::start(configuration).await?;
    // nobody may be reading any more, and that is no reason not to serve
    if let Err(error) = announce(&running.app().settings.public_url, configuration, running.app()) {
        tracing::debug!(%error, "the address was not printed");
    }
    running.until_told().await
}

fn announce(url: &str, configuration: &Configuration, app: &Arc<App>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "Vliegwiel: {url}")?;
    if mail::is_mailbox_open(&configuration.mail, app) {
        writeln!(out, "All mail: {url}/dev/mailbox")?;
    }
    out.flush()
}

/// `vliegwiel worker`.
///
/// # Errors
/// [`Failure`].
pub async fn work(configuration: &Configuration) -> Result<(), Failure> {
    let opened = opening::open(configuration, Outside::real(), configuration.public_url_at(configuration.bind)).await?;
    let metrics = configuration.metrics_bind.map(metrics::open).transpose()?;
    let working = worker::start(Arc::clone(&opened.app), mail::mailer(&configuration.mail, &opened.app)?);
    told_to_stop().await?;
    working.stop().await;
    if let Some(metrics) = metrics {
        metrics.close().await;
    }
    opened.close().await;
    Ok(())
}

/// `vliegwiel migrate`.
///
/// # Errors
/// [`Failure`].
pub async fn migrate(configuration: &Configuration) -> Result<(), Failure> {
    let ground = Ground::take(configuration).await?;
    ground.migrate().await?;
    ground.close().await;
    writeln!(io::stdout(), "The database has the newest schema.")?;
    Ok(())
}

/// `vliegwiel demo`.
///
/// # Errors
/// [`Failure`]; [`Failure::Wrong`] for a database that is in use.
pub async fn load_demo(configuration: &Configuration) -> Result<(), Failure> {
    let outside = Outside::real();
    let ground = Ground::take(configuration).await?;
    ground.migrate().await?;
    ground.become_demo().await?;
    // what a power cut would take away is loaded again
    let relaxed = Configuration { durability: Durability::Relaxed, ..configuration.clone() };
    let password = configuration.demo_password.clone();
    let ingredients = Ingredients {
        db: opening::connect(&relaxed).await?,
        secrets: Secrets::from_seed(&secret::read_or_make(configuration, outside.randomness.as_ref())?)?,
        public_url: configuration.public_url_at(configuration.bind),
        password: password.clone(),
        now: outside.clock.now(),
        randomness: outside.randomness,
    };
    let outcome = demo::load(ingredients).await?;
    ground.close().await;
    tell_about_demo(&outcome)
}

fn tell_about_demo(outcome: &Outcome) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match outcome {
        Outcome::Loaded(_) => writeln!(out, "The demo is loaded. `vliegwiel serve` shows it.")?,
        Outcome::AlreadyThere(_) => writeln!(out, "The demo was there already. `vliegwiel serve` shows it.")?,
    }
    for slug in demo::SLUGS {
        let accounts: Vec<String> = demo::ROLES.iter().map(|role| format!("{role}@{slug}.example")).collect();
        writeln!(out, "  /{slug}: {}", accounts.join(" "))?;
    }
    match outcome {
        Outcome::Loaded(password) | Outcome::AlreadyThere(Some(password)) => {
            writeln!(out, "Password of all demo accounts: {}", password.expose_secret())?;
        }
        Outcome::AlreadyThere(None) => {
            writeln!(out, "They keep the password they had. VLIEGWIEL_DEMO_PASSWORD gives them another.")?;
        }
    }
    Ok(())
}

/// `vliegwiel openapi`.
///
/// # Errors
/// [`Failure::System`].
pub fn print_document() -> Result<(), Failure> {
    let document = vliegwiel_http::openapi().and_then(|document| document.to_pretty_json()).map_err(io::Error::other)?;
    writeln!(io::stdout(), "{document}")?;
    Ok(())
}

/// `vliegwiel check`: one line for each thing that was looked at. Takes no lock and changes no data, so it can run beside a server.
///
/// # Errors
/// [`Failure`] of the database, [`Failure::Unfit`] when something else is not right.
pub async fn check(configuration: &Configuration) -> Result<(), Failure> {
    let mut out = io::stdout();
    writeln!(out, "database         {:?}", configuration.database)?;
    if configuration.database.file().is_some_and(|file| !file.exists()) {
        writeln!(out, "database         does not exist yet; `vliegwiel serve` makes it")?;
        return look_at_the_rest(configuration);
    }
    let db = opening::connect(configuration).await?;
    let settings = db.settings().await?;
    for setting in &settings {
        let verdict = if setting.is_as_pinned() { "right".to_owned() } else { format!("should be {}", setting.pinned.unwrap_or_default()) };
        writeln!(out, "database         {} = {}: {verdict}", setting.name, setting.value)?;
    }
    opening::judge(&settings, db.is_embedded(), configuration.durability)?;
    let is_sound = db.is_sound().await?;
    writeln!(out, "database         {}", if is_sound { "not damaged" } else { "DAMAGED: restore a backup" })?;
    db.close().await?;
    look_at_the_rest(configuration)?;
    if is_sound { Ok(()) } else { Err(Failure::Unfit) }
}

fn look_at_the_rest(configuration: &Configuration) -> Result<(), Failure> {
    let mut out = io::stdout();
    match secret::find(configuration)? {
        Some(_) => writeln!(out, "secret           right")?,
        None => writeln!(out, "secret           does not exist yet; `vliegwiel serve` makes it")?,
    }
    let mail = match &configuration.mail {
        MailRoute::Smtp { .. } => "a mail server",
        MailRoute::LocalMailbox => "the local mailbox: only for development",
        MailRoute::Unsaid => "nowhere: right for a demo only; name a mail server with --smtp-url",
    };
    writeln!(out, "mail             goes to {mail}")?;
    let web = web::folder(configuration.web_dir.as_deref()).map(|folder| (WebApp::load(&folder), folder));
    match web {
        Some((Ok(web), folder)) if web.shell().is_some() => {
            writeln!(out, "web app          {} files in {}", web.count(), folder.display())?;
        }
        _ => writeln!(out, "web app          not built: `npm --prefix frontend run build` builds it")?,
    }
    Ok(())
}

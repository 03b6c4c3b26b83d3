//! The demo organisations: two years of an invented life, relative to the moment they are loaded.
//!
//! People are invented. What organisations say about themselves follows the source texts. Scripts say what happens when; the stage plays them
//! through the use cases, with a clock that travels from then to now, so that audit, history and counts are those of a real life.
//! What no capability carries yet is left out.

mod calendar;
mod clock;
mod drenthe;
mod names;
mod netwerkpartij;
mod passwords;
mod script;
mod stage;
mod vooruit;
mod vrouwenraad;
mod writing;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use vliegwiel_application::demo::{keep_password, put_letters_aside, renew_password};
use vliegwiel_application::{App, Error, Parts, Randomness, Result, Secrets, Settings, jobs};
use vliegwiel_domain::organizations::{Colour, OrganizationError, Theme};
use vliegwiel_persistence::{Database, installation};

use self::calendar::{Calendar, at_hour};
use self::clock::TravellingClock;
use self::script::Script;
use self::stage::Stage;

pub use self::script::ROLES;

/// The municipalities where something happens. Source: Statistics Netherlands (CBS), codes and names of municipalities.
const AREAS: &[u8] = include_bytes!("areas.csv");
/// The organisations.
pub const SLUGS: [&str; 4] = ["netwerkpartij", "drenthe", "vooruit", "vrouwenraad"];
/// What is noted of a demo that is there.
const LOADED: &str = "loaded";
/// Days of which the letters are still to be read in the mailbox.
const UNREAD_DAYS: i64 = 2;

/// What the demo is made of.
pub struct Ingredients {
    /// A migrated database that may hold a demo.
    pub db: Database,
    /// Unpredictable bytes.
    pub randomness: Arc<dyn Randomness>,
    /// Keys of the installation, so that links in letters work later.
    pub secrets: Secrets,
    /// Where people reach the web app.
    pub public_url: String,
    /// Password of all demo accounts; made up when absent.
    pub password: Option<SecretString>,
    /// The present moment.
    pub now: DateTime<Utc>,
}

/// What became of loading.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The organisations are there now, with this password.
    Loaded(SecretString),
    /// They were there before and stay as they are; with this password, when one was given.
    AlreadyThere(Option<SecretString>),
}

/// Load the demo organisations, once: a database that holds them stays as it is, though a password that is given replaces the old one.
///
/// # Errors
/// [`Error::Conflict`] `demo/half-loaded` for a database in which loading was interrupted; [`Error::Invalid`] for a password that will not do.
pub async fn load(ingredients: Ingredients) -> Result<Outcome> {
    let Ingredients { db, randomness, secrets, public_url, password, now } = ingredients;
    let calendar = Calendar::at(now);
    let clock = Arc::new(TravellingClock::starting_at(at_hour(calendar.opening(), 8, 0)));
    let app = App::new(Parts { db, clock: clock.clone(), randomness, secrets, settings: Settings { public_url, is_demo: true } });
    let outcome = match (installation::demo_progress(app.db.read()).await?.as_deref(), password) {
        (Some(LOADED), None) => Outcome::AlreadyThere(None),
        (Some(LOADED), Some(password)) => {
            renew_password(&app, password.expose_secret()).await?;
            Outcome::AlreadyThere(Some(password))
        }
        (Some(_), _) => return Err(half_loaded()),
        (None, password) => {
            let password = password.unwrap_or_else(|| passwords::invent(&app));
            play(&app, &clock, calendar, &password).await?;
            Outcome::Loaded(password)
        }
    };
    app.db.close().await?;
    Ok(outcome)
}

async fn play(app: &App, clock: &TravellingClock, calendar: Calendar, password: &SecretString) -> Result<()> {
    let kept = keep_password(app, password.expose_secret()).await?;
    installation::note_demo_progress(app.db.maintenance(), "loading").await?;
    let stage = Stage { app, clock, password: &kept };
    stage.play(scripts(calendar).map_err(Error::internal)?, AREAS).await?;
    clock.travel_to(calendar.now);
    jobs::run_due(app).await?;
    put_letters_aside(app, calendar.now - TimeDelta::days(UNREAD_DAYS)).await?;
    Ok(installation::note_demo_progress(app.db.maintenance(), LOADED).await?)
}

fn half_loaded() -> Error {
    let detail = "loading the demo was interrupted before; remove this database and load it again".to_owned();
    Error::Conflict { code: "demo/half-loaded", detail }
}

fn scripts(calendar: Calendar) -> std::result::Result<Vec<Script>, OrganizationError> {
    Ok(vec![netwerkpartij::script(calendar)?, drenthe::script(calendar), vooruit::script(calendar)?, vrouwenraad::script(calendar)?])
}

/// A theme without a logo.
fn theme(brand: &str, accent: &str, radius: u8) -> std::result::Result<Theme, OrganizationError> {
    Ok(Theme { brand: Colour::parse(brand)?, accent: Colour::parse(accent)?, radius, logo_url: None })
}

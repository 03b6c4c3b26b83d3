//! Work that comes round: what is no longer needed is forgotten, and what the day brings is done.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use strum::IntoEnumIterator;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::affiliations::AffiliationState;
use vliegwiel_domain::persons::{ConsentPurpose, Person};
use vliegwiel_persistence::{
    account_tokens, accounts, affiliations, consents, job_runs, kept_answers, organizations, persons, sessions, sign_ins, unasked_mails,
};

use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::{networks, positions};

/// Guests forgotten in one turn, each in a transaction of its own. Our choice.
const GUESTS_MAX: u64 = 500;

/// A sort of work, by how it is called in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
enum Job {
    /// Answers kept for repeated requests, links, sessions and counts that are over.
    ForgetWhatIsOver,
    /// Guests of meetings, and who did not follow an invitation, once the time of their organisation has passed.
    ForgetGuests,
    /// What people needed at meetings long ago, and links of guests that do nothing any more.
    ForgetNeeds,
    /// Terms of positions that are over or end soon.
    KeepTerms,
    /// Core groups that changed with the day, networks that fall dormant, evaluations that are due.
    KeepNetworks,
}

impl Job {
    fn name(self) -> &'static str {
        self.into()
    }

    /// How often it comes round.
    const fn period(self) -> TimeDelta {
        match self {
            Self::ForgetWhatIsOver | Self::ForgetGuests | Self::ForgetNeeds | Self::KeepTerms | Self::KeepNetworks => TimeDelta::hours(1),
        }
    }
}

/// Do the work that is due and that nobody began. A sort that fails does not keep the others from their turn.
///
/// # Errors
/// The last thing that went wrong.
pub async fn run_due(app: &App) -> Result<()> {
    let mut outcome = Ok(());
    for job in Job::iter() {
        if let Err(error) = run_once(app, job).await {
            tracing::error!(job = job.name(), %error, "scheduled work failed");
            outcome = Err(error);
        }
    }
    outcome
}

async fn run_once(app: &App, job: Job) -> Result<()> {
    let due_at = app.now().duration_trunc(job.period()).map_err(crate::Error::internal)?;
    if job_runs::is_begun(app.db.read(), job.name(), due_at).await? || !begin(app, job, due_at).await? {
        return Ok(());
    }
    match job {
        Job::ForgetWhatIsOver => forget_what_is_over(app).await?,
        Job::ForgetGuests => forget_guests(app).await?,
        Job::ForgetNeeds => crate::registrations::purge(app).await?,
        Job::KeepTerms => positions::work::run(app).await?,
        Job::KeepNetworks => networks::work::run(app).await?,
    }
    let tx = app.begin_write().await?;
    job_runs::finish(&tx, job.name(), due_at, app.now()).await?;
    commit(tx).await
}

async fn begin(app: &App, job: Job, due_at: DateTime<Utc>) -> Result<bool> {
    let tx = app.begin_write().await?;
    let is_ours = job_runs::begin(&tx, job.name(), due_at, app.now()).await?;
    commit(tx).await?;
    Ok(is_ours)
}

/// How long things are kept is in api.md (answers), privacy.md P37 (sessions), and else our choice.
async fn forget_what_is_over(app: &App) -> Result<()> {
    let now = app.now();
    let tx = app.begin_write().await?;
    kept_answers::purge(&tx, now - TimeDelta::hours(24)).await?;
    account_tokens::purge(&tx, now - TimeDelta::days(7)).await?;
    accounts::purge_unconfirmed(&tx, now - TimeDelta::days(7)).await?;
    sign_ins::purge(&tx, now - TimeDelta::hours(25)).await?;
    unasked_mails::purge(&tx, now - TimeDelta::hours(2)).await?;
    sign_ins::purge_devices(&tx, now - TimeDelta::days(365)).await?;
    sessions::purge(&tx, now - TimeDelta::days(90)).await?;
    job_runs::purge(&tx, now - TimeDelta::days(90)).await?;
    commit(tx).await
}

async fn forget_guests(app: &App) -> Result<()> {
    for guest in persons::expired(app.db.read(), app.today(), GUESTS_MAX).await? {
        forget(app, &guest).await?;
    }
    Ok(())
}

/// Forget who a guest or someone invited was: the name and the address go, the affiliation ends, and the registrations stay as numbers. Who became more, or comes
/// to another meeting, since the list was made is left alone.
async fn forget(app: &App, guest: &Person) -> Result<()> {
    let (organization, id) = (guest.organization_id, guest.id);
    let tx = app.begin_write().await?;
    let still = persons::lock(&tx, organization, id).await?.filter(|now| now.expires_on.is_some_and(|last| last < app.today()));
    let Some(guest) = still else { return Ok(()) };
    let whole = organizations::by_id(&tx, organization).await?.ok_or(Error::NotFound)?;
    for held in affiliations::of_person(&tx, organization, id).await? {
        match held.state {
            AffiliationState::Active => crate::affiliations::end_in(&tx, app, &whole, &held.superseded(app.today())?).await?,
            AffiliationState::Invited => crate::affiliations::lapse_in(&tx, app, held).await?,
            AffiliationState::Requested | AffiliationState::Ended | AffiliationState::Declined => {}
        }
    }
    consents::withdraw(&tx, organization, id, ConsentPurpose::GuestOfMeeting, app.now()).await?;
    if !persons::replace(&tx, &guest.forgotten()).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, &Actor::stranger(organization, None), Deed::new("persons.forget", id.uuid())).await?;
    commit(tx).await
}

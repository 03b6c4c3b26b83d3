//! Affiliations: what persons are to the organisation.

mod beginning;
mod ending;
mod inviting;
mod letters;

use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::affiliations::{Affiliation, AffiliationError, AffiliationState};
use vliegwiel_domain::ids::{AffiliationId, OrganizationId, PersonId};
use vliegwiel_domain::persons::Person;
pub use vliegwiel_persistence::affiliations::{Filter, Listed, place_of};
use vliegwiel_persistence::{Tx, account_tokens, affiliations, organizations, persons};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

pub(crate) use beginning::{accept, begin_as, begin_as_external};
pub use ending::end;
pub(crate) use ending::end_in;
pub use inviting::{Invitation, invite};

/// What the office answers to who says to be a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The person is a member.
    Approve,
    /// No, for this reason.
    Decline(String),
}

impl From<AffiliationError> for Error {
    fn from(error: AffiliationError) -> Self {
        match error {
            AffiliationError::Field(refused) => refused.into(),
            AffiliationError::WrongState { .. }
            | AffiliationError::NotRequestable
            | AffiliationError::NotInvitable
            | AffiliationError::ConsentMissing
            | AffiliationError::AlreadyThere
            | AffiliationError::LastAdministrator
            | AffiliationError::InvitedTooOften => Self::rule(error.code(), &error),
        }
    }
}

/// Affiliations in order of time, with the persons they are about. Reading about other people is kept in the audit trail.
///
/// # Errors
/// [`Error::Forbidden`] for who is not of the office.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Listed>> {
    require(actor, Action::AffiliationsList, &Place::organization(actor.organization))?;
    let found = affiliations::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?;
    audit::record_reading(app, actor, Deed::new(Action::AffiliationsList.code(), actor.organization.uuid())).await?;
    Ok(found)
}

/// Decide about someone who says to be a member, or take an invitation back. Approving ends what the person was until now.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Rule`] `affiliations/wrong-state`.
pub async fn decide(
    app: &App,
    actor: &Actor,
    affiliation: AffiliationId,
    decision: Decision,
    receipt: &Receipt<'_, Listed>,
) -> Result<Answer> {
    let found = affiliations::one(app.db.read(), actor.organization, affiliation).await?.ok_or(Error::NotFound)?;
    require(actor, Action::AffiliationsDecide, &place_of(&found))?;
    let by = actor.person.ok_or(Error::Forbidden)?;
    let tx = app.begin_write().await?;
    let before = affiliations::lock(&tx, actor.organization, affiliation).await?.ok_or(Error::NotFound)?;
    let was = before.state;
    let decided = match &decision {
        Decision::Approve => before.approve(by, app.today())?,
        Decision::Decline(reason) => before.decline(by, reason)?,
    };
    let person = settle(&tx, app, &decided).await?;
    account_tokens::discard_invitations(&tx, decided.organization_id, decided.id).await?;
    tell(&tx, app, &person, &decided, was).await?;
    let deed = Deed::new(Action::AffiliationsDecide.code(), affiliation.uuid()).for_body("office");
    audit::record(&tx, app, actor, deed.because(decided.reason.as_deref().unwrap_or("approved"))).await?;
    let answer = receipt.keep(&tx, app, &Listed { affiliation: decided, person }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Store a decision. One that holds from now on takes the place of what the person was. Returns the person.
async fn settle(tx: &Tx, app: &App, decided: &Affiliation) -> Result<Person> {
    if decided.state != AffiliationState::Active {
        store(tx, decided).await?;
        return persons::one(tx, decided.organization_id, decided.person_id).await?.ok_or(Error::NotFound);
    }
    let before = supersede(tx, app, decided.organization_id, decided.person_id).await?;
    let kept = before.clone().kept_without_end();
    crate::persons::keep(tx, before, kept.clone()).await?;
    store(tx, decided).await?;
    Ok(kept)
}

/// Who asked is told the answer; an invitation that is taken back is not worth a mail.
async fn tell(tx: &Tx, app: &App, person: &Person, decided: &Affiliation, was: AffiliationState) -> Result<()> {
    let organization = organizations::by_id(tx, decided.organization_id).await?.ok_or(Error::NotFound)?;
    let (AffiliationState::Requested, Some(email)) = (was, &person.profile.email) else { return Ok(()) };
    outbox::post(tx, app, Some(organization.id), vec![letters::decided(email, person, &organization, decided)]).await
}

/// End what a person is to the organisation now, because something else takes its place. Returns the person.
async fn supersede(tx: &Tx, app: &App, organization: OrganizationId, person: PersonId) -> Result<Person> {
    for held in affiliations::of_person(tx, organization, person).await? {
        if held.state == AffiliationState::Active {
            store(tx, &held.superseded(app.today())?).await?;
        }
    }
    persons::one(tx, organization, person).await?.ok_or(Error::NotFound)
}

async fn store(tx: &Tx, affiliation: &Affiliation) -> Result<()> {
    if affiliations::replace(tx, affiliation).await? { Ok(()) } else { Err(Error::Stale) }
}

//! How an affiliation ends, and everything that rests on it with it.

use vliegwiel_domain::access::{Action, Actor, body_of};
use vliegwiel_domain::affiliations::{Affiliation, keeps_administrator};
use vliegwiel_domain::ids::AffiliationId;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::working_groups::Leaving;
use vliegwiel_persistence::{Tx, affiliations, grants, organizations, persons, working_groups};

use super::{Listed, place_of, store};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::core_group;
use crate::receipts::{Answer, Receipt};
use crate::registrations::{Lost, release_in};
use crate::{memberships, positions};

/// Why memberships, appointments and seats end that rest on an affiliation.
const WHY: &str = "the affiliation with the organisation ended";

/// End what a person is to the organisation. Memberships, requests to join, appointments, seats in working groups and at meetings
/// that are not for everyone, and roles end with it, at once.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`]; [`Error::Rule`] `affiliations/wrong-state` or `affiliations/last-administrator`;
/// [`Error::Invalid`] when the office gives no reason.
pub async fn end(app: &App, actor: &Actor, affiliation: AffiliationId, reason: &str, receipt: &Receipt<'_, Listed>) -> Result<Answer> {
    let found = affiliations::one(app.db.read(), actor.organization, affiliation).await?.ok_or(Error::NotFound)?;
    require(actor, Action::AffiliationsEnd, &place_of(&found))?;
    let by = actor.person.ok_or(Error::Forbidden)?;
    let tx = app.begin_write().await?;
    let organization = organizations::lock(&tx, actor.organization).await?.ok_or(Error::NotFound)?;
    let before = affiliations::lock(&tx, organization.id, affiliation).await?.ok_or(Error::NotFound)?;
    let ended = before.end(by, reason, app.today())?;
    keeps_administrator(ended.person_id, &grants::administrators(&tx, organization.id, app.today()).await?)?;
    end_in(&tx, app, &organization, &ended).await?;
    let person = persons::one(&tx, organization.id, ended.person_id).await?.ok_or(Error::NotFound)?;
    let deed = Deed { reason: ended.reason.as_deref(), ..Deed::new(Action::AffiliationsEnd.code(), affiliation.uuid()) };
    audit::record(&tx, app, actor, deed.on_behalf_of(body_of(actor, Action::AffiliationsEnd, &place_of(&found)))).await?;
    let answer = receipt.keep(&tx, app, &Listed { affiliation: ended, person }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Store that an affiliation ended, and end everything that rests on it, in the transaction of the caller.
///
/// As many statements however many networks and seats, but for the core groups the person sat in, which are counted and told one by one, and the
/// meetings the person would come to: each a few for one person.
pub(crate) async fn end_in(tx: &Tx, app: &App, organization: &Organization, ended: &Affiliation) -> Result<()> {
    store(tx, ended).await?;
    memberships::leave_all_in(tx, app, organization, ended.person_id).await?;
    let core_groups = positions::end_all_of_person_in(tx, app, organization.id, ended.person_id, WHY).await?;
    working_groups::leave_all(tx, organization.id, ended.person_id, Leaving::Everywhere, app.now()).await?;
    grants::end_of_person(tx, organization.id, ended.person_id, app.now()).await?;
    for network in core_groups {
        core_group::settle(tx, app, organization.id, network).await?;
    }
    release_in(tx, app, (organization.id, ended.person_id), Lost::Affiliation, WHY).await
}

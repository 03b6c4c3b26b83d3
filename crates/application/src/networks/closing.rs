//! What the end of a network closes.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::EvaluationId;
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::{Tx, evaluations, positions, recipients, working_groups};

use super::{called, letters};
use crate::app::App;
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::meetings::call_off_ahead_in;
use crate::memberships::decline_all_in;
use crate::outbox;

/// Close what a network that has just ended leaves open, in the transaction that ends it: its seats with the access they gave, its working groups,
/// its drafts and upcoming meetings, the requests to join it, and its evaluation. Members, those who would come to a meeting and those who wait for
/// an answer are told. At most nineteen statements, however much it is.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn close_in(tx: &Tx, app: &App, actor: &Actor, organization: &Organization, ended: &Network) -> Result<()> {
    let members = recipients::members(tx, organization.id, ended.id).await?;
    let name = |language| called(&ended.profile.name, ended.profile.sensitivity, language);
    let letters = members.iter().map(|to| letters::ended(organization, &name(to.language), to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await?;
    positions::close_all(tx, organization.id, ended.id, app.now()).await?;
    let groups = working_groups::close_all(tx, organization.id, ended.id, app.now()).await?;
    let requests = decline_all_in(tx, app, organization, ended).await?;
    let meetings = call_off_ahead_in(tx, app, organization, ended).await?;
    let evaluation = close_evaluation(tx, app, actor, ended).await?;
    let reason = ended.end_reason.as_deref().unwrap_or_default();
    let deed = |action: Action, object| Deed::new(action.code(), object).for_body("board").because(reason);
    let deeds = groups.iter().map(|group| deed(Action::WorkingGroupsClose, group.uuid()));
    let deeds = deeds.chain(requests.iter().map(|request| deed(Action::MembershipsDecide, request.uuid())));
    let deeds = deeds.chain(meetings.iter().map(|meeting| deed(Action::MeetingsCancel, meeting.uuid())));
    let deeds = deeds.chain(evaluation.iter().map(|evaluation| deed(Action::EvaluationsDecide, evaluation.uuid())));
    audit::record_all(tx, app, actor, deeds.collect()).await
}

/// The evaluation that is open, if one is: the end of the network decides it.
async fn close_evaluation(tx: &Tx, app: &App, actor: &Actor, ended: &Network) -> Result<Option<EvaluationId>> {
    let Some(open) = evaluations::open_of(tx, ended.organization_id, ended.id).await? else {
        return Ok(None);
    };
    let by = actor.person.ok_or(Error::Forbidden)?;
    let closed = open.close_with_network(ended.end_reason.as_deref().unwrap_or_default(), by, app.today())?;
    if evaluations::replace(tx, &closed).await? { Ok(Some(closed.id)) } else { Err(Error::Stale) }
}

//! What a caller may do with a network now: the policy and the state of the network together.

use vliegwiel_domain::access::{Action, Actor, Place, Standing, Verdict, allows};
use vliegwiel_domain::areas::Area;
use vliegwiel_domain::ids::AreaId;
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::networks::{Network, NetworkCommand, NetworkState, Openness};
use vliegwiel_persistence::networks::{Detail, place_of};
use vliegwiel_persistence::{Connection, areas};

use crate::error::Result;

/// Everything that the page of a network may offer.
const OFFERED: [Action; 16] = [
    Action::NetworksDescribe,
    Action::NetworksStart,
    Action::NetworksActivate,
    Action::NetworksRevive,
    Action::NetworksEnd,
    Action::NetworksOversee,
    Action::MembershipsJoin,
    Action::MembershipsList,
    Action::MembershipsDecide,
    Action::MembershipsRemove,
    Action::PositionsOpen,
    Action::PositionsAppoint,
    Action::WorkingGroupsFound,
    Action::EvaluationsRead,
    Action::EvaluationsOpen,
    Action::MeetingsSchedule,
];

/// What `actor` may do with this network now.
pub(super) fn of(actor: &Actor, detail: &Detail) -> Vec<Action> {
    let place = place_of(&detail.network);
    // an ambassador plans where they work: one area is as good as another here
    let place = Place { area: actor.works_in(place.network).next(), ..place };
    let allowed = actor.may(&place, &OFFERED);
    allowed.into_iter().filter(|action| fits(*action, actor, detail)).collect()
}

/// The areas that an ambassador must choose from for a meeting of this network, by name; `None` for who may schedule without one, or not at
/// all. One statement for an ambassador.
pub(super) async fn meeting_areas(db: &impl Connection, actor: &Actor, network: &Network) -> Result<Option<Vec<Area>>> {
    let own: Vec<AreaId> = actor.works_in(Some(network.id)).collect();
    if own.is_empty() || allows(actor, Action::MeetingsSchedule, &place_of(network)) == Verdict::Allowed {
        return Ok(None);
    }
    Ok(Some(areas::some(db, &own).await?))
}

/// Whether the state of the network lets it; what no state forbids fits always.
fn fits(action: Action, actor: &Actor, detail: &Detail) -> bool {
    let state = detail.network.state;
    let takes = |command: NetworkCommand| state.after(command).is_ok();
    match action {
        Action::NetworksStart => takes(NetworkCommand::Start) && detail.start.takes(detail.network.id),
        Action::NetworksActivate => takes(NetworkCommand::Activate),
        Action::NetworksRevive => takes(NetworkCommand::Revive),
        Action::NetworksEnd => takes(NetworkCommand::End),
        Action::EvaluationsOpen => takes(NetworkCommand::OpenEvaluation),
        Action::MeetingsSchedule => state.may_meet(),
        Action::MembershipsJoin => state.is_running() && may_join(actor, detail),
        Action::WorkingGroupsFound => state.is_running(),
        Action::NetworksDescribe | Action::PositionsOpen | Action::PositionsAppoint => state != NetworkState::Ended,
        _ => true,
    }
}

fn may_join(actor: &Actor, detail: &Detail) -> bool {
    let is_in = detail.membership.is_some_and(|own| matches!(own.state, MembershipState::Requested | MembershipState::Active));
    let is_for = detail.network.profile.openness != Openness::MembersOnly || actor.standing == Standing::Member;
    !is_in && is_for
}

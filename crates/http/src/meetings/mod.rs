//! Meetings: found, scheduled, changed, published, called off and held.

pub mod codes;
pub mod input;
pub mod statistics;
pub mod wire;

use actix_web::web::{Data, Json};
use actix_web::{get, patch, post};
use chrono::{DateTime, SecondsFormat, Utc};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vliegwiel_application::App;
use vliegwiel_application::meetings::{self, MeetingPage};
use vliegwiel_application::receipts::Answer;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::meetings as domain;

use crate::answers::{Created, Paged, Sent, Versioned};
use crate::input::{Caller, IfMatch, Listing, Once, PageParameters, Parameters, Path, Session, Valid};
use crate::organizations::OrganizationPath;
use crate::problems::{Flaw, Problem};
use crate::{ChangeErrors, CreateErrors, ReadErrors};
use input::{MeetingCancellation, MeetingChange, MeetingFilter, MeetingHolding, MeetingPath, NewMeeting};
use statistics::{MeetingStatistics, StatisticsFilter};
use wire::{Meeting, MeetingList, MeetingSummary};

/// Longest words to search with, in characters.
const WORDS_MAX: usize = 100;

/// Operations of meetings.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_meetings)
        .service(schedule_meeting)
        .service(get_meeting_statistics)
        .service(get_meeting)
        .service(change_meeting)
        .service(publish_meeting)
        .service(cancel_meeting)
        .service(hold_meeting);
}

/// List meetings
///
/// Meetings by start, as far as you may know of them: drafts are for the core group and ambassadors of the network, the office and the board.
/// For what is still to come, give `from` the present moment and `state` the value `published`.
#[utoipa::path(
    operation_id = "listMeetings",
    tag = "meetings",
    params(OrganizationPath, MeetingFilter, PageParameters),
    security((), ("bearer" = [])),
    responses((status = 200, description = "A page of meetings.", body = MeetingList, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/meetings")]
pub async fn list_meetings(app: Data<App>, Caller(actor): Caller, listing: Listing<MeetingFilter>) -> Result<Paged<MeetingList>, Problem> {
    let Listing { filter, page } = listing;
    let found = meetings::list(&app, &actor, &filter.of(&page)?).await?;
    let slice = page.slice(&app, found, |found| position_of(&found.entry.meeting));
    let summary = |found| MeetingSummary::of(&actor, found, app.now());
    Ok(slice.page(|found, next| MeetingList { items: found.into_iter().map(summary).collect(), next }))
}

/// Schedule a meeting
///
/// The core group, an ambassador or the office schedules a meeting of a network, as a draft. Publish it to tell its audience.
#[utoipa::path(
    operation_id = "scheduleMeeting",
    tag = "meetings",
    extensions(("x-problems" = json!({ "409": ["meetings/duplicate-host", "meetings/ends-before-start", "meetings/invalid-url", "meetings/starts-in-past", "meetings/starts-too-far-ahead", "meetings/too-long"] }))),
    params(OrganizationPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = NewMeeting,
    security(("bearer" = [])),
    responses((status = 201, description = "The draft.", body = ScheduledMeeting, headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/meetings")]
pub async fn schedule_meeting(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<OrganizationPath>,
    Valid(body): Valid<NewMeeting>,
    once: Once,
) -> Result<Sent, Problem> {
    let (new, hosts) = body.of(actor.organization);
    let render = |meeting: &domain::Meeting| scheduled(&path.organization, meeting);
    once.create(&app, &render, async |receipt| meetings::schedule(&app, &actor, new, hosts, receipt).await).await
}

/// Figures of meetings
///
/// How often people met and how many came, for the published and held meetings of a span that you may know of. People count for held
/// meetings only: `registered` are seats taken without walk-ins, `attended` those of them who were checked in, `showRate` is `attended` of
/// `registered`. Quarters begin at midnight in the Netherlands.
#[utoipa::path(
    operation_id = "getMeetingStatistics",
    tag = "meetings",
    params(OrganizationPath, StatisticsFilter),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The figures.", body = MeetingStatistics), ReadErrors),
)]
#[get("/meeting-statistics")]
pub async fn get_meeting_statistics(
    app: Data<App>,
    Caller(actor): Caller,
    Parameters(filter): Parameters<StatisticsFilter>,
) -> Result<Json<MeetingStatistics>, Problem> {
    let found = meetings::statistics(&app, &actor, &filter.span()?).await?;
    Ok(Json(found.into()))
}

/// Get a meeting
///
/// What, when, where and for whom, how full it is, your own registration, and what you may do. The link to take part online is there only
/// for who has a seat, for its organisers, and for the office.
#[utoipa::path(
    operation_id = "getMeeting",
    tag = "meetings",
    params(MeetingPath),
    security((), ("bearer" = [])),
    responses((status = 200, description = "The meeting.", body = Meeting, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/meetings/{meeting}")]
pub async fn get_meeting(app: Data<App>, Caller(actor): Caller, Path(path): Path<MeetingPath>) -> Result<Versioned<Meeting>, Problem> {
    Ok(seen(&app, &actor, meetings::get(&app, &actor, path.meeting.into()).await?))
}

/// Change a meeting
///
/// A draft changes freely, a published meeting until it begins. Everyone on the list is mailed another time or place; more seats go to those
/// who wait longest, and on the last day to who comes first.
#[utoipa::path(
    operation_id = "changeMeeting",
    tag = "meetings",
    extensions(("x-problems" = json!({ "409": ["house/in-flight", "meetings/already-started", "meetings/attendance-fixed", "meetings/capacity-below-registered", "meetings/duplicate-host", "meetings/ends-before-start", "meetings/invalid-url", "meetings/no-place", "meetings/starts-in-past", "meetings/starts-too-far-ahead", "meetings/too-long", "meetings/wrong-state"] }))),
    params(MeetingPath, ("If-Match" = String, Header, description = "`ETag` of the version you saw.")),
    request_body(content = MeetingChange, content_type = "application/merge-patch+json"),
    security(("bearer" = [])),
    responses((status = 200, description = "The meeting after the change.", body = Meeting, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ChangeErrors),
)]
#[patch("/meetings/{meeting}")]
pub async fn change_meeting(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    IfMatch(version): IfMatch,
    Valid(body): Valid<MeetingChange>,
) -> Result<Versioned<Meeting>, Problem> {
    Ok(seen(&app, &actor, meetings::change(&app, &actor, path.meeting.into(), version, body.into()).await?))
}

/// Publish a meeting
///
/// Tell the audience: from now on people can find the meeting and register. It needs a room or an online link.
#[utoipa::path(
    operation_id = "publishMeeting",
    tag = "meetings",
    extensions(("x-problems" = json!({ "409": ["meetings/network-asleep", "meetings/no-place", "meetings/starts-in-past", "meetings/wrong-state"] }))),
    params(MeetingPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The published meeting.", body = Meeting, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/meetings/{meeting}/publications")]
pub async fn publish_meeting(app: Data<App>, Session(actor): Session, Path(path): Path<MeetingPath>, once: Once) -> Result<Sent, Problem> {
    let render = |page: &MeetingPage| seen(&app, &actor, page.clone()).answer();
    once.create(&app, &render, async |receipt| meetings::publish(&app, &actor, path.meeting.into(), receipt).await).await
}

/// Call a meeting off
///
/// With a reason in plain language. Everyone registered or waitlisted is mailed.
#[utoipa::path(
    operation_id = "cancelMeeting",
    tag = "meetings",
    extensions(("x-problems" = json!({ "409": ["meetings/already-over", "meetings/wrong-state"] }))),
    params(MeetingPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MeetingCancellation,
    security(("bearer" = [])),
    responses((status = 200, description = "The cancelled meeting.", body = Meeting, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/meetings/{meeting}/cancellations")]
pub async fn cancel_meeting(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<MeetingCancellation>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |page: &MeetingPage| seen(&app, &actor, page.clone()).answer();
    once.create(&app, &render, async |receipt| meetings::cancel(&app, &actor, path.meeting.into(), &body.reason, receipt).await).await
}

/// Say that a meeting took place
///
/// Possible from its beginning. Where no names are kept, tell how many people were present.
#[utoipa::path(
    operation_id = "holdMeeting",
    tag = "meetings",
    extensions(("x-problems" = json!({ "409": ["meetings/count-missing", "meetings/count-unwanted", "meetings/not-started", "meetings/wrong-state"] }))),
    params(MeetingPath, ("Idempotency-Key" = Option<String>, Header, description = "A key of your choice: the same request with it has one effect.")),
    request_body = MeetingHolding,
    security(("bearer" = [])),
    responses((status = 200, description = "The held meeting.", body = Meeting, headers(("ETag" = String, description = "Its version, for `If-Match`."))), CreateErrors),
)]
#[post("/meetings/{meeting}/holdings")]
pub async fn hold_meeting(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<MeetingPath>,
    Valid(body): Valid<MeetingHolding>,
    once: Once,
) -> Result<Sent, Problem> {
    let render = |page: &MeetingPage| seen(&app, &actor, page.clone()).answer();
    once.create(&app, &render, async |receipt| meetings::hold(&app, &actor, path.meeting.into(), body.present, receipt).await).await
}

/// A meeting that was just scheduled.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScheduledMeeting {
    /// Its id.
    pub id: Uuid,
    /// Its version, as in `ETag`.
    pub version: u32,
}

fn scheduled(organization: &str, meeting: &domain::Meeting) -> Answer {
    let location = format!("/api/v1/organizations/{organization}/meetings/{}", meeting.id);
    let body = ScheduledMeeting { id: meeting.id.uuid(), version: meeting.version };
    Created { location, version: meeting.version, body }.answer()
}

fn seen(app: &App, actor: &Actor, page: MeetingPage) -> Versioned<Meeting> {
    Versioned { version: page.entry.meeting.version, body: Meeting::of(actor, page, app.now()) }
}

/// The position of a meeting in a list by start.
pub(crate) fn position_of(meeting: &domain::Meeting) -> String {
    format!("{} {}", meeting.plan.starts_at.to_rfc3339_opts(SecondsFormat::Millis, true), meeting.id)
}

/// The start and the id in a position.
pub(crate) fn position(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (start, id) = text.split_once(' ')?;
    Some((DateTime::parse_from_rfc3339(start).ok()?.to_utc(), id.parse().ok()?))
}

/// Words to search with, none when they are blank.
fn words(q: Option<String>) -> Result<Option<String>, Problem> {
    if q.as_ref().is_some_and(|q| q.chars().count() > WORDS_MAX) {
        let bounds = Some(WORDS_MAX.to_string());
        return Err(Problem::invalid(vec![Flaw { bounds, ..Flaw::new("?q", "too-long") }]));
    }
    Ok(q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty()))
}

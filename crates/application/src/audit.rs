//! One audit event for each change, in the transaction of the change, chained by hash for each organisation.

use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::ids::{AccountId, OrganizationId, PersonId};
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::positions::Body;
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::audit::{AuditEvent, Head, append, append_all, lock_head};

use crate::app::{App, commit};
use crate::error::Result;

/// What happened, to what, and why.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// Name of the action, such as `meetings.schedule`.
    pub action: &'a str,
    /// The thing that changed.
    pub object: Uuid,
    /// Body on whose behalf, where it matters: `board`, `office`, `core-group`.
    pub body: Option<&'a str>,
    /// Why, in plain language, where a reason is asked.
    pub reason: Option<&'a str>,
}

impl<'a> Deed<'a> {
    /// A deed in one's own name, without a reason.
    #[must_use]
    pub const fn new(action: &'a str, object: Uuid) -> Self {
        Self { action, object, body: None, reason: None }
    }

    /// The same, on behalf of a body.
    #[must_use]
    pub const fn for_body(self, body: &'a str) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The same, on behalf of the body that gives the actor the right to it, if one does.
    #[must_use]
    pub fn on_behalf_of(self, body: Option<Body>) -> Self {
        Self { body: body.map(Body::as_str), ..self }
    }

    /// The same, with a reason.
    #[must_use]
    pub const fn because(self, reason: &'a str) -> Self {
        Self { reason: Some(reason), ..self }
    }
}

/// Record a deed in the chain of the actor's organisation. Two statements, best just before the commit: the chain is locked from here on.
///
/// # Errors
/// When the database refuses.
pub async fn record(tx: &Tx, app: &App, actor: &Actor, deed: Deed<'_>) -> Result<()> {
    chain(tx, app, Some(actor.organization), Doer::of(actor), deed).await
}

/// Record what follows from one deed of the actor, in this order. Two statements, best just before the commit; none for nothing.
///
/// # Errors
/// When the database refuses.
pub async fn record_all(tx: &Tx, app: &App, actor: &Actor, deeds: Vec<Deed<'_>>) -> Result<()> {
    if deeds.is_empty() {
        return Ok(());
    }
    let chain_id = actor.organization.uuid();
    let mut head = lock_head(tx, chain_id).await?;
    let mut events = Vec::with_capacity(deeds.len());
    for deed in deeds {
        let event = next(app, &head, (chain_id, Some(chain_id)), Doer::of(actor), deed);
        head = Head { sequence: event.sequence, hash: event.hash.clone() };
        events.push(event);
    }
    Ok(append_all(tx, events).await?)
}

/// Record that the actor read personal data of others (security.md S50, privacy.md P39), in a transaction of its own: the data goes out only
/// once that is kept. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn record_reading(app: &App, actor: &Actor, deed: Deed<'_>) -> Result<()> {
    let tx = app.begin_write().await?;
    record(&tx, app, actor, deed).await?;
    commit(tx).await
}

/// Record a deed of the worker or of an operator in the chain of an organisation.
///
/// # Errors
/// When the database refuses.
pub async fn record_for(tx: &Tx, app: &App, organization: OrganizationId, deed: Deed<'_>) -> Result<()> {
    chain(tx, app, Some(organization), Doer::default(), deed).await
}

/// Record a deed about an account, which belongs to no organisation.
///
/// # Errors
/// When the database refuses.
pub async fn record_account(tx: &Tx, app: &App, account: AccountId, deed: Deed<'_>) -> Result<()> {
    chain(tx, app, None, Doer { account: Some(account.uuid()), person: None }, deed).await
}

/// Record a deed of an operator that concerns no organisation.
///
/// # Errors
/// When the database refuses.
pub async fn record_installation(tx: &Tx, app: &App, deed: Deed<'_>) -> Result<()> {
    chain(tx, app, None, Doer::default(), deed).await
}

/// Record that someone we do not know was refused something about an account, which belongs to no organisation.
///
/// # Errors
/// When the database refuses.
pub async fn record_refusal(tx: &Tx, app: &App, deed: Deed<'_>) -> Result<()> {
    chain(tx, app, None, Doer::default(), deed).await
}

#[derive(Debug, Clone, Copy, Default)]
struct Doer {
    account: Option<Uuid>,
    person: Option<Uuid>,
}

impl Doer {
    fn of(actor: &Actor) -> Self {
        Self { account: actor.account.map(AccountId::uuid), person: actor.person.map(PersonId::uuid) }
    }
}

async fn chain(tx: &Tx, app: &App, organization: Option<OrganizationId>, doer: Doer, deed: Deed<'_>) -> Result<()> {
    if planted(Hole::Audit) {
        return Ok(());
    }
    let organization = organization.map(OrganizationId::uuid);
    let chain_id = organization.unwrap_or(Uuid::nil());
    let head = lock_head(tx, chain_id).await?;
    Ok(append(tx, next(app, &head, (chain_id, organization), doer, deed)).await?)
}

/// The event that follows on this head.
fn next(app: &App, head: &Head, (chain_id, organization_id): (Uuid, Option<Uuid>), doer: Doer, deed: Deed<'_>) -> AuditEvent {
    let mut event = AuditEvent {
        id: app.new_id::<()>().uuid(),
        chain_id,
        sequence: head.sequence.saturating_add(1),
        organization_id,
        at: app.now(),
        account_id: doer.account,
        person_id: doer.person,
        body: deed.body.map(str::to_owned),
        action: deed.action.to_owned(),
        object_id: deed.object,
        reason: deed.reason.map(str::to_owned),
        previous_hash: if planted(Hole::AuditChain) { String::new() } else { head.hash.clone() },
        hash: String::new(),
    };
    event.hash = hash(&event);
    event
}

/// SHA-256 over every field of the event and the hash before it; fields are separated and absent ones are told from empty ones.
fn hash(event: &AuditEvent) -> String {
    let text = |value: &Option<String>| value.as_ref().map_or_else(|| "-".to_owned(), |value| format!("+{value}"));
    let uuid = |value: Option<Uuid>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let fields = [
        event.previous_hash.clone(),
        event.id.to_string(),
        event.chain_id.to_string(),
        event.sequence.to_string(),
        uuid(event.organization_id),
        at(event.at),
        uuid(event.account_id),
        uuid(event.person_id),
        text(&event.body),
        event.action.clone(),
        event.object_id.to_string(),
        text(&event.reason),
    ];
    let digest = Sha256::digest(fields.join("\u{1f}").as_bytes());
    digest.iter().fold(String::with_capacity(digest.len().saturating_mul(2)), |mut hex, byte| {
        // writing to a text cannot fail
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn at(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The first number in a chain where it does not hold: an event that does not follow from the one before, or one that is missing at the end.
///
/// `None` when the whole chain holds (security.md S49).
///
/// # Errors
/// When the database refuses.
pub async fn first_break(app: &App, chain: Uuid) -> Result<Option<i64>> {
    // the head first: an event that is appended meanwhile is beyond it and still follows
    let head = vliegwiel_persistence::audit::head(app.db.read(), chain).await?;
    let (mut sequence, mut previous) = (0_i64, String::new());
    let mut is_head_seen = head.as_ref().is_none_or(|head| head.sequence == 0);
    loop {
        let events = vliegwiel_persistence::audit::events(app.db.read(), chain, sequence, 1_000).await?;
        if events.is_empty() {
            return Ok((!is_head_seen).then(|| sequence.saturating_add(1)));
        }
        for event in events {
            sequence = sequence.saturating_add(1);
            if event.sequence != sequence || event.previous_hash != previous || event.hash != hash(&event) {
                return Ok(Some(sequence));
            }
            previous = event.hash;
            is_head_seen |= head.as_ref().is_some_and(|head| head.sequence == sequence && head.hash == previous);
        }
    }
}

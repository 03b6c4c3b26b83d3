//! Founding plans: drafting together, handing in, reviewing, deciding.

mod course;
mod decisions;
mod drafting;
mod file;
mod letters;
mod members;

use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::founding_plans::FoundingPlanError;
use vliegwiel_domain::ids::FoundingPlanId;
use vliegwiel_domain::networks::StartCapacity;
use vliegwiel_persistence::{founding_plans, networks};

use crate::app::{App, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};

pub use course::{advise, comment, review, send_back, submit, withdraw};
pub use decisions::decide;
pub use drafting::{draft, write_facts, write_section};
pub use file::{PlanReading, Side};
pub use members::{PlanAnswer, answer, name_member, remove_member};
pub use vliegwiel_persistence::founding_plans::{
    Among, CommentEntry, Contents, Filter, Listed, MemberEntry, SectionEntry, StepEntry, Waiting,
};

/// What waits for the office, the board and a start.
#[derive(Debug, Clone)]
pub struct Queue {
    /// How many networks are in their pilot, and may be.
    pub capacity: StartCapacity,
    /// Plans that were submitted and not decided, in order of first submission.
    pub plans: Vec<Listed>,
    /// Networks that were approved and wait for a start, in order of decision.
    pub waiting: Vec<Waiting>,
}

impl From<FoundingPlanError> for Error {
    fn from(error: FoundingPlanError) -> Self {
        let code = error.code();
        match error {
            FoundingPlanError::FourEyes | FoundingPlanError::NotYours => Self::barred(code, &error),
            FoundingPlanError::SectionChanged { .. } => Self::Stale,
            FoundingPlanError::Field(field) => Self::flaw(&format!("/{}", field.field), field.error.code(), &field.error.to_string()),
            FoundingPlanError::WrongState { .. }
            | FoundingPlanError::NotWritable
            | FoundingPlanError::NotUnderReview
            | FoundingPlanError::PlanChanged { .. }
            | FoundingPlanError::AlreadyNamed
            | FoundingPlanError::TooManyMembers
            | FoundingPlanError::WrongSeat
            | FoundingPlanError::NotAMember
            | FoundingPlanError::TooManyOpen
            | FoundingPlanError::SectionsMissing(_)
            | FoundingPlanError::Unconfirmed
            | FoundingPlanError::TooFewMembers { .. }
            | FoundingPlanError::InvalidDecisionDay
            | FoundingPlanError::EvaluationAfterEnd
            | FoundingPlanError::OutOfRange { .. }
            | FoundingPlanError::Terms(_) => Self::rule(code, &error),
        }
    }
}

/// Plans by last change, the newest first: those the actor has a part in, and for office and board all that were handed in. One statement.
///
/// # Errors
/// [`Error::Forbidden`] for who has no affiliation.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Listed>> {
    require(actor, Action::FoundingPlansList, &Place::organization(actor.organization))?;
    Ok(founding_plans::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// One plan with everything in it that the actor may see. That office or board read it is kept in the audit trail. Two statements, or four.
///
/// # Errors
/// [`Error::NotFound`] for who has no part in it.
pub async fn get(app: &App, actor: &Actor, plan: FoundingPlanId) -> Result<PlanReading> {
    let file = file::one(app, actor, plan).await?;
    file.allow(actor, Action::FoundingPlansRead)?;
    let body = file.body_of(actor, Action::FoundingPlansRead);
    let reading = file.read_by(actor);
    if reading.side == Side::Staff {
        let deed = Deed::new(Action::FoundingPlansRead.code(), plan.uuid());
        audit::record_reading(app, actor, deed.on_behalf_of(body)).await?;
    }
    Ok(reading)
}

/// What waits for the office, the board and a start. Three statements.
///
/// # Errors
/// [`Error::Forbidden`] for anyone but office and board.
pub async fn queue(app: &App, actor: &Actor) -> Result<Queue> {
    require(actor, Action::FoundingPlansOversee, &Place::organization(actor.organization))?;
    let visible = Visible::to(actor, app.now());
    let capacity = networks::capacity(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    Ok(Queue {
        capacity: capacity.start,
        plans: founding_plans::queue(app.db.read(), &visible).await?,
        waiting: founding_plans::waiting_networks(app.db.read(), &visible).await?,
    })
}

//! Codes of founding plans on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vliegwiel_domain::founding_plans as domain;

/// Where a plan is in its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    /// Being written.
    Draft,
    /// Waits for the office.
    Submitted,
    /// The office reads it.
    InReview,
    /// Back with its proposers, with comments.
    Returned,
    /// With the board, with the advice of the office.
    Advised,
    /// The network may be founded.
    Approved,
    /// It may not.
    Rejected,
    /// Its proposers gave it up.
    Withdrawn,
}

/// What was done with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanCommand {
    /// Handed in.
    Submit,
    /// Taken in review.
    Review,
    /// Handed back.
    Return,
    /// Forwarded to the board.
    Advise,
    /// Approved.
    Approve,
    /// Rejected.
    Reject,
    /// Given up.
    Withdraw,
}

/// On whose behalf something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanBody {
    /// The core group to be.
    CoreGroup,
    /// The party office.
    Office,
    /// The national board.
    Board,
}

/// From which side someone reads a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanSide {
    /// Began it, or is named in it.
    Proposer,
    /// Office or board.
    Staff,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// What the network is for. Becomes the purpose that members support.
    Purpose,
    /// The theme, or what people share. Becomes the public description.
    SharedGround,
    /// How it organises itself. Becomes part of the agreement.
    Organisation,
    /// How long it runs and why.
    Duration,
    /// What it does in the first year.
    Activities,
    /// How it wants to grow.
    Growth,
    /// What the money is for.
    Budget,
}

/// What a named person answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanMemberState {
    /// Nothing yet, or the plan changed after.
    Named,
    /// Yes, to the plan as it stands.
    Confirmed,
    /// No.
    Declined,
}

impl From<domain::PlanState> for PlanState {
    fn from(state: domain::PlanState) -> Self {
        match state {
            domain::PlanState::Draft => Self::Draft,
            domain::PlanState::Submitted => Self::Submitted,
            domain::PlanState::InReview => Self::InReview,
            domain::PlanState::Returned => Self::Returned,
            domain::PlanState::Advised => Self::Advised,
            domain::PlanState::Approved => Self::Approved,
            domain::PlanState::Rejected => Self::Rejected,
            domain::PlanState::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<PlanState> for domain::PlanState {
    fn from(state: PlanState) -> Self {
        match state {
            PlanState::Draft => Self::Draft,
            PlanState::Submitted => Self::Submitted,
            PlanState::InReview => Self::InReview,
            PlanState::Returned => Self::Returned,
            PlanState::Advised => Self::Advised,
            PlanState::Approved => Self::Approved,
            PlanState::Rejected => Self::Rejected,
            PlanState::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<domain::PlanCommand> for PlanCommand {
    fn from(command: domain::PlanCommand) -> Self {
        match command {
            domain::PlanCommand::Submit => Self::Submit,
            domain::PlanCommand::Review => Self::Review,
            domain::PlanCommand::Return => Self::Return,
            domain::PlanCommand::Advise => Self::Advise,
            domain::PlanCommand::Approve => Self::Approve,
            domain::PlanCommand::Reject => Self::Reject,
            domain::PlanCommand::Withdraw => Self::Withdraw,
        }
    }
}

impl From<domain::PlanBody> for PlanBody {
    fn from(body: domain::PlanBody) -> Self {
        match body {
            domain::PlanBody::CoreGroup => Self::CoreGroup,
            domain::PlanBody::Office => Self::Office,
            domain::PlanBody::Board => Self::Board,
        }
    }
}

impl From<domain::SectionKind> for SectionKind {
    fn from(kind: domain::SectionKind) -> Self {
        match kind {
            domain::SectionKind::Purpose => Self::Purpose,
            domain::SectionKind::SharedGround => Self::SharedGround,
            domain::SectionKind::Organisation => Self::Organisation,
            domain::SectionKind::Duration => Self::Duration,
            domain::SectionKind::Activities => Self::Activities,
            domain::SectionKind::Growth => Self::Growth,
            domain::SectionKind::Budget => Self::Budget,
        }
    }
}

impl From<SectionKind> for domain::SectionKind {
    fn from(kind: SectionKind) -> Self {
        match kind {
            SectionKind::Purpose => Self::Purpose,
            SectionKind::SharedGround => Self::SharedGround,
            SectionKind::Organisation => Self::Organisation,
            SectionKind::Duration => Self::Duration,
            SectionKind::Activities => Self::Activities,
            SectionKind::Growth => Self::Growth,
            SectionKind::Budget => Self::Budget,
        }
    }
}

impl From<domain::PlanMemberState> for PlanMemberState {
    fn from(state: domain::PlanMemberState) -> Self {
        match state {
            domain::PlanMemberState::Named => Self::Named,
            domain::PlanMemberState::Confirmed => Self::Confirmed,
            domain::PlanMemberState::Declined => Self::Declined,
        }
    }
}

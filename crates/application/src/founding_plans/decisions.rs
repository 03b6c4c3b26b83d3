//! The decision of the board.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::founding_plans::{Dossier, PlanCommand, PlanDecision, PlanState};
use vliegwiel_domain::ids::FoundingPlanId;
use vliegwiel_persistence::{founding_plans, networks};

use super::file::{self, PlanReading};
use super::letters;
use crate::app::App;
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

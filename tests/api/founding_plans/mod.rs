//! Founding plans: written together, reviewed by the office, decided by the board.

mod course;
mod decisions;
mod drafting;
mod members;
mod reading;

use uuid::Uuid;
use vliegwiel_tests::World;

/// What was done with a plan, in order.
async fn deeds_with(world: &World, plan: Uuid) -> Vec<String> {
    world.audit_of(plan).await.into_iter().map(|event| event.action).collect()
}

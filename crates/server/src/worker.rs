//! The worker: mail that waits and work that is due, until it is told to stop.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::JoinHandle;
use vliegwiel_application::mail::Mailer;
use vliegwiel_application::{App, Result, jobs, outbox};

/// Pause when nothing waits. Our choice: a mail leaves within a second of its change.
const IDLE: Duration = Duration::from_millis(500);
/// How often to look whether scheduled work is due. Our choice.
const LOOK_ROUND: Duration = Duration::from_mins(1);
/// Longest pause while the database is away. Our choice.
const LONGEST: Duration = Duration::from_secs(30);
/// Mails in one turn: with twenty seconds for each they fit in the lease of two minutes.
const BATCH: u32 = 5;
/// How long a turn may still take after the order to stop. What is not done then is taken up again when its lease ends.
const PATIENCE: Duration = Duration::from_secs(6);

/// A worker while it works.
#[derive(Debug)]
pub struct Working {
    stop: watch::Sender<()>,
    task: JoinHandle<()>,
}

impl Working {
    /// Let it finish its turn, and stop.
    pub async fn stop(mut self) {
        self.stop.send_replace(());
        if tokio::time::timeout(PATIENCE, &mut self.task).await.is_err() {
            tracing::warn!("the worker did not finish in time; its mail is taken up again later");
            self.task.abort();
        }
    }
}

/// Begin to work.
#[must_use]
pub fn start(app: Arc<App>, mailer: Arc<dyn Mailer>) -> Working {
    let (stop, stopped) = watch::channel(());
    Working { stop, task: tokio::spawn(work(app, mailer, stopped)) }
}

async fn work(app: Arc<App>, mailer: Arc<dyn Mailer>, mut stopped: watch::Receiver<()>) {
    let mut pause = IDLE;
    let mut looked_at: Option<Instant> = None;
    loop {
        if looked_at.is_none_or(|last| last.elapsed() >= LOOK_ROUND) {
            looked_at = Some(Instant::now());
            // each sort of work logs its own failure and comes round again
            jobs::run_due(&app).await.ok();
        }
        let turn = outbox::deliver_due(&app, mailer.as_ref(), BATCH).await;
        report(&turn);
        pause = next_pause(pause, &turn);
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn report(turn: &Result<u32>) {
    match turn {
        Ok(0) => {}
        Ok(count) => metrics::counter!("vliegwiel_outbox_attempts_total").increment(u64::from(*count)),
        Err(error) => tracing::error!(%error, "the worker could not take its turn"),
    }
}

/// No pause while more waits, a short one when nothing does, and an ever longer one while turns fail.
fn next_pause(last: Duration, turn: &Result<u32>) -> Duration {
    match turn {
        Ok(count) if *count >= BATCH => Duration::ZERO,
        Ok(_) => IDLE,
        Err(_) => last.saturating_mul(2).clamp(IDLE, LONGEST),
    }
}

#[cfg(test)]
mod tests {
    use vliegwiel_application::Error;

    use super::*;

    #[test]
    fn a_full_batch_is_followed_at_once_and_an_empty_one_after_a_pause() {
        assert_eq!(next_pause(IDLE, &Ok(BATCH)), Duration::ZERO);
        assert_eq!(next_pause(LONGEST, &Ok(0)), IDLE);
    }

    #[test]
    fn failing_turns_come_ever_slower_but_never_slower_than_the_longest_pause() {
        let mut pause = Duration::ZERO;
        let mut pauses = Vec::new();
        for _ in 0..10 {
            pause = next_pause(pause, &Err(Error::Unavailable));
            pauses.push(pause);
        }

        assert!(pauses.is_sorted());
        assert_eq!((pauses[0], pauses[9]), (IDLE, LONGEST));
    }
}

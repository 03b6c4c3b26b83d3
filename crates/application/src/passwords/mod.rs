//! Passwords: whether one is good enough, its hash, and a bound on how many are hashed at once.

mod strength;

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::app::App;
use crate::error::{Error, Result};

/// Memory of one hash, in KiB. Source: security.md S13.
const MEMORY_KIB: u32 = 19_456;
/// Passes over that memory. Source: security.md S13.
const PASSES: u32 = 2;
/// Lanes. Source: security.md S13.
const LANES: u32 = 1;
/// How many may wait for their turn. Source: security.md S15.
const QUEUE: usize = 20;
/// When to come back, in seconds, once the queue is full. Our choice: the queue is empty by then.
const RETRY_AFTER_SECONDS: u32 = 3;
/// A hash that no password has, at our cost: an address without an account takes as long as one with (security.md S17).
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$Z2Vlbi1hY2NvdW50LWhpZXI$lMk3sSU0hZ6u9o5mQeC6f3bN5nq1W2m0d8o3r6Yt4vA";

/// Who may hash now. At most one less than there are processors, so that a storm of sign-ins leaves everyone else alone (S15, R14).
pub(crate) struct HashingGate {
    places: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

impl Default for HashingGate {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let turns = processors.saturating_sub(1).max(1);
        Self { places: Arc::new(Semaphore::new(turns.saturating_add(QUEUE))), turns: Arc::new(Semaphore::new(turns)) }
    }
}

/// What a password is, beside the one that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Another one.
    Wrong,
    /// The same one.
    Right,
    /// The same one, kept at another cost than ours: this is its new hash.
    Outdated(String),
}

/// The hash of a new password, once it is good enough. `forbidden` are words that say little in it.
///
/// # Errors
/// [`Error::Invalid`] at `/password`, [`Error::Busy`] when too many wait.
pub(crate) async fn choose(app: &App, password: &str, forbidden: &[&str]) -> Result<String> {
    let password = password.to_owned();
    let forbidden: Vec<String> = forbidden.iter().map(|word| (*word).to_owned()).collect();
    let salt = app.random::<16>();
    admitted(app, place(app)?, move || {
        let words: Vec<&str> = forbidden.iter().map(String::as_str).collect();
        strength::check(&password, &words)?;
        hash(&password, &salt)
    })
    .await?
}

/// Compare a password with the kept hash; takes as long without one.
pub(crate) async fn verify(app: &App, place: Place, password: &str, kept: Option<&str>) -> Result<Verdict> {
    let password = password.to_owned();
    let kept = kept.map(str::to_owned);
    let salt = app.random::<16>();
    admitted(app, place, move || {
        let Some(kept) = kept else {
            matches(&password, NOBODY)?;
            return Ok(Verdict::Wrong);
        };
        if !matches(&password, &kept)? {
            return Ok(Verdict::Wrong);
        }
        if is_ours(&kept) { Ok(Verdict::Right) } else { hash(&password, &salt).map(Verdict::Outdated) }
    })
    .await?
}

/// A place in the queue.
pub(crate) struct Place(OwnedSemaphorePermit);

/// Take a place in the queue before anything else is done.
///
/// # Errors
/// [`Error::Busy`] when too many wait.
pub(crate) fn place(app: &App) -> Result<Place> {
    let busy = |_| Error::Busy { retry_after_seconds: RETRY_AFTER_SECONDS };
    Arc::clone(&app.hashing.places).try_acquire_owned().map(Place).map_err(busy)
}

async fn admitted<T: Send + 'static>(app: &App, place: Place, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = Arc::clone(&app.hashing.turns).acquire_owned().await.map_err(Error::internal)?;
    let counted = move || {
        let done = work();
        // given back here and not by the request: who goes away while waiting must not make room for more
        drop((place.0, turn));
        done
    };
    tokio::task::spawn_blocking(counted).await.map_err(Error::internal)
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| Error::internal(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str, salt: &[u8]) -> Result<String> {
    let hashed = hasher()?.hash_password_with_salt(password.as_bytes(), salt);
    hashed.map(|hashed| hashed.to_string()).map_err(|error| Error::internal(error.to_string()))
}

fn matches(password: &str, kept: &str) -> Result<bool> {
    let kept = PasswordHash::new(kept).map_err(|error| Error::internal(error.to_string()))?;
    match hasher()?.verify_password(password.as_bytes(), &kept) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(Error::internal(error.to_string())),
    }
}

/// Whether a hash was made at our cost.
fn is_ours(kept: &str) -> bool {
    kept.starts_with(&format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_argon2id_at_the_required_cost_s13() {
        let hashed = hash("vier woorden fietsen morgen", &[1; 16]).unwrap();

        assert!(is_ours(&hashed), "{hashed}");
        assert!(matches("vier woorden fietsen morgen", &hashed).unwrap());
        assert!(!matches("vier woorden fietsen Morgen", &hashed).unwrap());
    }

    #[test]
    fn a_hash_of_less_cost_is_not_ours() {
        assert!(!is_ours("$argon2id$v=19$m=4096,t=1,p=1$AAAA$BBBB"));
    }

    #[test]
    fn nobody_has_the_password_of_nobody() {
        assert!(!matches("", NOBODY).unwrap());
        assert!(is_ours(NOBODY));
    }
}

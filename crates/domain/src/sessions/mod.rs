//! Sessions: signing in, staying signed in, and slowing down who guesses.

use chrono::{DateTime, TimeDelta, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{AccountId, SessionId};
use crate::mutants::{Hole, planted};

/// How long an access token works. Source: security.md S24.
pub const ACCESS_LIFETIME: TimeDelta = TimeDelta::minutes(5);
/// How long a session lives without being used. Source: security.md S25.
pub const IDLE_LIFETIME: TimeDelta = TimeDelta::days(14);
/// How long a session lives at most. Source: security.md S25.
pub const ABSOLUTE_LIFETIME: TimeDelta = TimeDelta::days(30);
/// How long the previous refresh token is still answered, for a lost answer or two tabs at once. Source: security.md S25.
pub const GRACE: TimeDelta = TimeDelta::seconds(5);

/// What sort of client holds the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum SessionClient {
    /// The web app: refresh token in a cookie.
    Web,
    /// A mobile client: refresh token in the body.
    Mobile,
}

impl SessionClient {
    /// Stable code: `web` or `mobile`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum SessionEnd {
    /// The device signed out.
    SignedOut,
    /// The owner ended it from another device.
    Ended,
    /// An old refresh token came back: someone has a copy.
    Reused,
    /// The password was changed.
    PasswordChanged,
    /// It was not used, or lived its time.
    Expired,
    /// The account was suspended.
    Suspended,
}

impl SessionEnd {
    /// Stable code, such as `signed-out`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One signed-in device: the family of all refresh tokens it ever got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub account_id: AccountId,
    /// What sort of client holds it.
    pub client: SessionClient,
    /// What the owner reads in the list of devices, such as `Firefox, Linux`.
    pub device: String,
    /// Number of the current refresh token of the family, from 1.
    pub generation: u32,
    /// When the current refresh token was given.
    pub rotated_at: DateTime<Utc>,
    /// When it was last used.
    pub last_used_at: DateTime<Utc>,
    /// When it is over unless it is used.
    pub idle_until: DateTime<Utc>,
    /// When it is over in any case.
    pub absolute_until: DateTime<Utc>,
    /// When and why it was ended.
    pub ended: Option<(DateTime<Utc>, SessionEnd)>,
    /// When it began.
    pub created_at: DateTime<Utc>,
}

/// What to answer to a refresh token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rotation {
    /// Give a new token; this is the session from now on.
    Next(Session),
    /// Give the current token again: the answer was lost, or two requests crossed.
    Same(Session),
    /// End the session with [`SessionEnd::Reused`] and tell the owner: someone has a copy of the token.
    Revoke(Session),
}

impl Session {
    /// Begin a session.
    #[must_use]
    pub fn begin(id: SessionId, account_id: AccountId, client: SessionClient, device: String, now: DateTime<Utc>) -> Self {
        Self {
            id,
            account_id,
            client,
            device,
            generation: 1,
            rotated_at: now,
            last_used_at: now,
            idle_until: now + IDLE_LIFETIME,
            absolute_until: now + ABSOLUTE_LIFETIME,
            ended: None,
            created_at: now,
        }
    }

    /// Whether the session lives at `now`.
    #[must_use]
    pub fn is_alive(&self, now: DateTime<Utc>) -> bool {
        self.ended.is_none() && now < self.idle_until && now < self.absolute_until
    }

    /// Answer the refresh token number `presented` of this session.
    ///
    /// The current one gets the next. The one before it gets the current one again within [`GRACE`]. Any other was given away long ago.
    ///
    /// # Errors
    /// [`SessionError::Over`] when the session was ended or has expired, and for a number never given (a restored backup).
    ///
    /// Source: security.md S25 (RFC 9700, 2.2.2).
    pub fn rotate(self, presented: u32, now: DateTime<Utc>) -> Result<Rotation, SessionError> {
        if !self.is_alive(now) || presented > self.generation {
            return Err(SessionError::Over);
        }
        Ok(match self.generation - presented {
            0 => Rotation::Next(Self { generation: self.generation.saturating_add(1), rotated_at: now, ..self.used(now) }),
            1 if now - self.rotated_at <= GRACE => Rotation::Same(self.used(now)),
            _ if planted(Hole::ReuseDetection) => Rotation::Same(self.used(now)),
            _ => Rotation::Revoke(self.end(SessionEnd::Reused, now)),
        })
    }

    /// End the session. One that was ended stays as it was.
    #[must_use]
    pub fn end(self, why: SessionEnd, now: DateTime<Utc>) -> Self {
        Self { ended: self.ended.or(Some((now, why))), ..self }
    }

    fn used(self, now: DateTime<Utc>) -> Self {
        Self { last_used_at: now, idle_until: (now + IDLE_LIFETIME).min(self.absolute_until), ..self }
    }
}

/// Guesses that cost nothing. Our choice: people mistype.
pub const FREE_GUESSES: u32 = 5;
/// Delay after the first guess that costs something; it doubles. Our choice.
pub const FIRST_DELAY: TimeDelta = TimeDelta::seconds(30);
/// Longest delay. Source: security.md S16.
pub const LONGEST_DELAY: TimeDelta = TimeDelta::minutes(15);
/// How long failures are remembered. Our choice: long enough that waiting an hour gains nothing.
pub const GUESS_WINDOW: TimeDelta = TimeDelta::hours(24);
/// Guesses at one address that are looked at in any hour, at most. Source: security.md S16.
pub const GUESSES_PER_HOUR_MAX: u32 = 20;

/// Failed sign-ins at one address. An address without an account is treated alike.
///
/// A device that signed in to the account before has a count of its own, so that its owner is let in while others guess (security.md S16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guesses {
    /// Failures in the window.
    pub failures: u32,
    /// When the first of them was.
    pub window_started_at: DateTime<Utc>,
    /// Guesses before this moment are not looked at.
    pub not_before: DateTime<Utc>,
}

impl Guesses {
    /// None yet.
    #[must_use]
    pub const fn none(now: DateTime<Utc>) -> Self {
        Self { failures: 0, window_started_at: now, not_before: now }
    }

    /// Whether a password may be looked at now. If not, the answer is that of a wrong password.
    #[must_use]
    pub fn may_try(&self, now: DateTime<Utc>) -> bool {
        now >= self.not_before
    }

    /// After a wrong password.
    ///
    /// [`FREE_GUESSES`] cost nothing; then each costs twice the one before, from [`FIRST_DELAY`] to [`LONGEST_DELAY`]. Never for ever.
    #[must_use]
    pub fn failed(self, now: DateTime<Utc>) -> Self {
        let is_forgotten = now - self.window_started_at >= GUESS_WINDOW;
        let counted = if is_forgotten { Self::none(now) } else { self };
        let failures = counted.failures.saturating_add(1);
        Self { failures, not_before: now + delay(failures), ..counted }
    }
}

fn delay(failures: u32) -> TimeDelta {
    let Some(doublings) = failures.checked_sub(FREE_GUESSES) else {
        return TimeDelta::zero();
    };
    let factor = 1_i32.checked_shl(doublings).filter(|factor| *factor > 0);
    factor.and_then(|factor| FIRST_DELAY.checked_mul(factor)).map_or(LONGEST_DELAY, |long| long.min(LONGEST_DELAY))
}

/// Why a session refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// It was ended or has expired.
    #[error("the session is over, sign in again")]
    Over,
    /// Wrong address, wrong password, an account that cannot sign in, or too many guesses: the answer is the same.
    #[error("the address or the password is not right")]
    NotSignedIn,
}

impl SessionError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Over => "sessions/over",
            Self::NotSignedIn => "sessions/not-signed-in",
        }
    }
}

#[cfg(test)]
mod tests;

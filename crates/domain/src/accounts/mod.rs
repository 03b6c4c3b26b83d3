//! Accounts: the login of one human, outside every organisation and without a profile.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::AccountId;
use crate::text::{EmailAddress, Language};

/// Shortest password, in characters. Source: security.md S14.
pub const PASSWORD_MIN: usize = 12;
/// Longest password, in characters, so that hashing has a bound. S14 asks for at least 64; the number is our choice.
pub const PASSWORD_MAX: usize = 128;
/// Shortest word that is forbidden in a password, in characters. Our choice: shorter ones stand in half of all words.
const FORBIDDEN_WORD_MIN: usize = 4;
/// Characters a password must have left when forbidden words are taken out. Our choice: a long sentence may name the party.
const LEFT_MIN: usize = 8;

/// Where an account is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AccountState {
    /// The link in the mail was not followed yet; cannot sign in.
    Unconfirmed,
    /// Can sign in.
    Active,
    /// Closed by the keeper of the installation; cannot sign in.
    Suspended,
}

impl AccountState {
    /// Stable code, such as `active`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The state after `command`.
    ///
    /// # Errors
    /// [`AccountError::WrongState`].
    pub const fn after(self, command: AccountCommand) -> Result<Self, AccountError> {
        match (command, self) {
            (AccountCommand::Confirm, Self::Unconfirmed) | (AccountCommand::Restore, Self::Suspended) => Ok(Self::Active),
            (AccountCommand::Suspend, Self::Unconfirmed | Self::Active) => Ok(Self::Suspended),
            (command, state) => Err(AccountError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AccountCommand {
    /// Follow the link in the mail. Setting a new password through a mailed link confirms too: it shows the same.
    Confirm,
    /// Close.
    Suspend,
    /// Open again.
    Restore,
}

impl AccountCommand {
    /// Stable code, such as `confirm`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The login of one human. The hash of its password never leaves the layers that store and check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address that signs in.
    pub email: EmailAddress,
    /// Where it is in its life.
    pub state: AccountState,
    /// Language of its mails.
    pub language: Language,
    /// Whether it came with the demo; such an account works in a demo database only.
    pub is_demo: bool,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When the password was last chosen.
    pub password_changed_at: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Account {
    /// An account that waits for its owner to follow the link in the mail.
    #[must_use]
    pub const fn register(id: AccountId, email: EmailAddress, language: Language, now: DateTime<Utc>) -> Self {
        Self {
            id,
            email,
            state: AccountState::Unconfirmed,
            language,
            is_demo: false,
            confirmed_at: None,
            password_changed_at: None,
            version: 1,
            created_at: now,
        }
    }

    /// The owner showed that the address works.
    ///
    /// # Errors
    /// [`AccountError::WrongState`].
    pub fn confirm(self, now: DateTime<Utc>) -> Result<Self, AccountError> {
        let state = self.state.after(AccountCommand::Confirm)?;
        Ok(Self { state, confirmed_at: Some(now), version: self.version.saturating_add(1), ..self })
    }

    /// Close the account.
    ///
    /// # Errors
    /// [`AccountError::WrongState`].
    pub fn suspend(self) -> Result<Self, AccountError> {
        let state = self.state.after(AccountCommand::Suspend)?;
        Ok(Self { state, version: self.version.saturating_add(1), ..self })
    }

    /// Open a closed account. Its address counts as confirmed: only the keeper of the installation can do this.
    ///
    /// # Errors
    /// [`AccountError::WrongState`].
    pub fn restore(self, now: DateTime<Utc>) -> Result<Self, AccountError> {
        let state = self.state.after(AccountCommand::Restore)?;
        Ok(Self { state, confirmed_at: self.confirmed_at.or(Some(now)), version: self.version.saturating_add(1), ..self })
    }
}

/// What a mailed link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum TokenPurpose {
    /// Confirm the address of a new account.
    Confirm,
    /// Choose a new password.
    ResetPassword,
    /// Accept an invitation of an organisation.
    Invitation,
    /// Become the first administrator of an organisation.
    Administrator,
}

impl TokenPurpose {
    /// Stable code, such as `reset-password`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// How long the link works. Source for a reset: security.md S20, ten minutes; the others are our choice, since mail is read late.
    #[must_use]
    pub const fn lifetime(self) -> TimeDelta {
        match self {
            Self::ResetPassword => TimeDelta::minutes(10),
            Self::Confirm => TimeDelta::hours(24),
            Self::Invitation | Self::Administrator => TimeDelta::days(7),
        }
    }
}

/// Whether a mailed link still works.
///
/// # Errors
/// [`AccountError::LinkUsed`] or [`AccountError::LinkExpired`], from the moment it expires.
pub fn follow(expires_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<(), AccountError> {
    if used_at.is_some() {
        return Err(AccountError::LinkUsed);
    }
    if now >= expires_at { Err(AccountError::LinkExpired) } else { Ok(()) }
}

/// A password that fits the part of the policy that needs no word list. It is kept exactly as typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Accept `text` as a new password.
    ///
    /// `forbidden` are the words an attacker tries first: the product, names and slugs of organisations, the parts of the own address.
    /// They may stand in a password that is long enough without them. Case does not matter.
    ///
    /// # Errors
    /// [`AccountError::PasswordTooShort`], [`AccountError::PasswordTooLong`] or [`AccountError::PasswordForbidden`].
    ///
    /// Source: security.md S14 (ASVS 6.2). No rules on sorts of characters, no changing by date.
    pub fn choose(text: &str, forbidden: &[&str]) -> Result<Self, AccountError> {
        let length = text.chars().count();
        if length < PASSWORD_MIN {
            return Err(AccountError::PasswordTooShort);
        }
        if length > PASSWORD_MAX {
            return Err(AccountError::PasswordTooLong);
        }
        let words = forbidden.iter().map(|word| word.to_lowercase()).filter(|word| word.chars().count() >= FORBIDDEN_WORD_MIN);
        let folded = text.to_lowercase();
        let left = words.fold(folded.clone(), |left, word| left.replace(&word, ""));
        if left != folded && left.chars().count() < LEFT_MIN {
            return Err(AccountError::PasswordForbidden);
        }
        Ok(Self(text.to_owned()))
    }

    /// The password as typed, to hash and to judge its strength.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hides the password.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Why an account refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// The state does not allow the command.
    #[error("an account that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the account.
        state: AccountState,
        /// What was asked.
        command: AccountCommand,
    },
    /// Shorter than [`PASSWORD_MIN`].
    #[error("a password has at least 12 characters")]
    PasswordTooShort,
    /// Longer than [`PASSWORD_MAX`].
    #[error("a password has at most 128 characters")]
    PasswordTooLong,
    /// Little more than the name of the organisation, of the product, or the own address.
    #[error("this password is easy to guess for who knows the organisation or the address")]
    PasswordForbidden,
    /// Easy to guess, judged by the word lists of the application.
    #[error("this password is easy to guess")]
    PasswordWeak,
    /// The link was used before.
    #[error("this link was used before")]
    LinkUsed,
    /// The link is too old.
    #[error("this link has expired")]
    LinkExpired,
}

impl AccountError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "accounts/wrong-state",
            Self::PasswordTooShort => "accounts/password-too-short",
            Self::PasswordTooLong => "accounts/password-too-long",
            Self::PasswordForbidden => "accounts/password-forbidden",
            Self::PasswordWeak => "accounts/password-weak",
            Self::LinkUsed => "accounts/link-used",
            Self::LinkExpired => "accounts/link-expired",
        }
    }
}

#[cfg(test)]
mod tests;

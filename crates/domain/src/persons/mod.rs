//! Persons: one organisation's record of a human. Organisations never see each other's.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::affiliations::{AffiliationKind, ConsentGiven};
use crate::ids::{AccountId, ConsentId, OrganizationId, PersonId};
use crate::text::{EmailAddress, FieldError, Language, line_of};

/// Longest name, in characters. Our choice; one field, since not every name has two parts.
pub const NAME_MAX: usize = 120;
/// Name of a record of which we forgot who it was.
pub const FORGOTTEN_NAME: &str = "Oud-gast";
/// Longest age that a birth year may mean, in years. Our choice.
const AGE_MAX: i32 = 120;

/// A Dutch postcode, such as `9401 AB`, in capitals with one space.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Postcode(String);

impl Postcode {
    /// Parse a postcode with or without the space, in capitals or not.
    ///
    /// # Errors
    /// [`PersonError::InvalidPostcode`].
    pub fn parse(text: &str) -> Result<Self, PersonError> {
        let plain: String = text.chars().filter(|c| *c != ' ').collect::<String>().to_ascii_uppercase();
        let (digits, letters) = plain.split_at_checked(4).ok_or(PersonError::InvalidPostcode)?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        let is_pair = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_number && is_pair { Ok(Self(format!("{digits} {letters}"))) } else { Err(PersonError::InvalidPostcode) }
    }

    /// The postcode as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a person says about themselves.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonProfile {
    /// Name as the person writes it, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// Address for mail; absent for who has none, such as a walk-in.
    pub email: Option<EmailAddress>,
    /// Postcode, only to recognise duplicates.
    pub postcode: Option<Postcode>,
    /// Year of birth, only to recognise duplicates.
    pub birth_year: Option<u16>,
    /// Language of the mails.
    pub language: Language,
}

impl PersonProfile {
    /// The profile with a clean name and a birth year that can be.
    ///
    /// # Errors
    /// [`PersonError::Field`] or [`PersonError::InvalidBirthYear`].
    pub fn checked(self, now: DateTime<Utc>) -> Result<Self, PersonError> {
        let possible = now.year() - AGE_MAX..=now.year();
        if self.birth_year.is_some_and(|year| !possible.contains(&i32::from(year))) {
            return Err(PersonError::InvalidBirthYear);
        }
        Ok(Self { name: line_of("name", &self.name, NAME_MAX)?, ..self })
    }

    /// Whether `other` is likely the same human: the same address; else, when one of them has none, the same name, postcode and birth year.
    ///
    /// Source: domain.md, Organisation, people, networks ("duplicates recognised").
    #[must_use]
    pub fn resembles(&self, other: &Self) -> bool {
        if let (Some(mine), Some(theirs)) = (&self.email, &other.email) {
            return mine == theirs;
        }
        let same_name = self.name.to_lowercase() == other.name.to_lowercase();
        same_name
            && self.postcode.is_some()
            && self.postcode == other.postcode
            && self.birth_year.is_some()
            && self.birth_year == other.birth_year
    }
}

/// Hides who it is, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for PersonProfile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonProfile(…)")
    }
}

/// One organisation's record of a human.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The login that this person uses here, if any.
    pub account_id: Option<AccountId>,
    /// What the person says about themselves.
    pub profile: PersonProfile,
    /// Whether the consent [`ConsentPurpose::PublicRole`] is in force: the name may stand beside a position on public pages.
    pub has_public_role: bool,
    /// Last day the record is kept, for a guest and for who did not follow an invitation yet. Source: privacy.md P5.
    pub expires_on: Option<NaiveDate>,
    /// Rises by one with every change.
    pub version: u32,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
}

/// A person about to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The login, when there is one.
    pub account_id: Option<AccountId>,
    /// What the person says about themselves.
    pub profile: PersonProfile,
    /// Last day the record is kept, for a guest and for who is invited.
    pub expires_on: Option<NaiveDate>,
}

impl NewPerson {
    /// Record the person.
    ///
    /// # Errors
    /// What [`PersonProfile::checked`] refuses.
    pub fn record(self, id: PersonId, now: DateTime<Utc>) -> Result<Person, PersonError> {
        Ok(Person {
            id,
            organization_id: self.organization_id,
            account_id: self.account_id,
            profile: self.profile.checked(now)?,
            has_public_role: false,
            expires_on: self.expires_on,
            version: 1,
            created_at: now,
        })
    }
}

impl Person {
    /// Change what is recorded. The address stays: changing that goes through the account, or the office.
    ///
    /// # Errors
    /// What [`PersonProfile::checked`] refuses.
    pub fn change(self, profile: PersonProfile, now: DateTime<Utc>) -> Result<Self, PersonError> {
        let kept = PersonProfile { email: self.profile.email.clone(), ..profile };
        Ok(Self { profile: kept.checked(now)?, version: self.version.saturating_add(1), ..self })
    }

    /// Tie the login to this record. A record has one login, for good.
    ///
    /// # Errors
    /// [`PersonError::HasAccount`] when it is another one's.
    pub fn link(self, account: AccountId) -> Result<Self, PersonError> {
        match self.account_id {
            Some(other) if other != account => Err(PersonError::HasAccount),
            Some(_) => Ok(self),
            None => Ok(Self { account_id: Some(account), version: self.version.saturating_add(1), ..self }),
        }
    }

    /// Keep the record of a guest, or of someone invited, until `last_day` at least; a record kept without end stays so.
    #[must_use]
    pub fn kept_until(self, last_day: NaiveDate) -> Self {
        match self.expires_on {
            Some(day) if day < last_day => Self { expires_on: Some(last_day), version: self.version.saturating_add(1), ..self },
            Some(_) | None => self,
        }
    }

    /// Keep the record without end: a guest became more.
    #[must_use]
    pub fn kept_without_end(self) -> Self {
        match self.expires_on {
            None => self,
            Some(_) => Self { expires_on: None, version: self.version.saturating_add(1), ..self },
        }
    }

    /// The record after consent to `purpose` was given or withdrawn. Public pages follow at once.
    #[must_use]
    pub fn consented(self, purpose: ConsentPurpose, now: ConsentGiven) -> Self {
        let has_public_role = match purpose {
            ConsentPurpose::PublicRole => now == ConsentGiven::Yes,
            ConsentPurpose::NetworkDirectory | ConsentPurpose::GuestOfMeeting | ConsentPurpose::ExternalContact => self.has_public_role,
        };
        Self { has_public_role, version: self.version.saturating_add(1), ..self }
    }

    /// Forget who it was: the time that a guest's record is kept has passed. What counts attendance stays. Source: privacy.md P5, P33.
    #[must_use]
    pub fn forgotten(self) -> Self {
        let profile = PersonProfile {
            name: FORGOTTEN_NAME.to_owned(),
            email: None,
            postcode: None,
            birth_year: None,
            language: self.profile.language,
        };
        Self { account_id: None, profile, has_public_role: false, expires_on: None, version: self.version.saturating_add(1), ..self }
    }
}

/// What a person can agree to; one record per purpose. Source: privacy.md P3, P11, P13.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentPurpose {
    /// Name beside a position on public pages.
    PublicRole,
    /// Name in the list of members of a network that its other members see; never in a network of special sensitivity.
    NetworkDirectory,
    /// Being registered as a guest of a meeting: the legal basis of that record.
    GuestOfMeeting,
    /// Being recorded as an expert or partner from outside: the legal basis of that record.
    ExternalContact,
}

impl ConsentPurpose {
    /// Stable code, such as `public-role`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The affiliation that may not be without this consent: withdrawing one ends the other. Source: GDPR art. 7(3), 9(2)(a); privacy.md P2.
    #[must_use]
    pub const fn carries(self) -> Option<AffiliationKind> {
        match self {
            Self::GuestOfMeeting => Some(AffiliationKind::Guest),
            Self::ExternalContact => Some(AffiliationKind::External),
            Self::PublicRole | Self::NetworkDirectory => None,
        }
    }
}

/// How consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentChannel {
    /// By the person in the web app or another client.
    App,
    /// By following a mailed link.
    Mail,
    /// On paper or by word, recorded by the office.
    Office,
}

impl ConsentChannel {
    /// Stable code: `app`, `mail` or `office`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One time that consent was given. Source: privacy.md P3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Whose.
    pub person_id: PersonId,
    /// To what.
    pub purpose: ConsentPurpose,
    /// Version of the text that was read, such as `2026-03`.
    pub text_version: String,
    /// Language of that text.
    pub language: Language,
    /// How it was given.
    pub channel: ConsentChannel,
    /// Who recorded it; absent when a link was followed.
    pub given_by: Option<PersonId>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// When it was withdrawn; from that moment it does not count.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Consent {
    /// Record consent.
    ///
    /// # Errors
    /// [`PersonError::Field`] without the version of the text that was read.
    pub fn give(self) -> Result<Self, PersonError> {
        Ok(Self { text_version: line_of("text_version", &self.text_version, 40)?, withdrawn_at: None, ..self })
    }
}

/// Why a person's record refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PersonError {
    /// Not a postcode.
    #[error("a postcode has four digits and two letters, such as 9401 AB")]
    InvalidPostcode,
    /// A year after this one, or more than 120 years ago.
    #[error("nobody was born in this year")]
    InvalidBirthYear,
    /// Another login is tied to this record.
    #[error("another account is tied to this person")]
    HasAccount,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl PersonError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidPostcode => "persons/invalid-postcode",
            Self::InvalidBirthYear => "persons/invalid-birth-year",
            Self::HasAccount => "persons/has-account",
            Self::Field(_) => "persons/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests;

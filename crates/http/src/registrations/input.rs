//! What comes in about registrations.

use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::registrations as application;
use vliegwiel_domain::registrations::NewGuestRequest;
use vliegwiel_domain::text::EmailAddress;

use super::wire::RegistrationState;
use crate::organizations::Language;
use crate::problems::{Flaw, Problem};

/// Which registration.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct RegistrationPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the registration.
    pub registration: Uuid,
}

/// Which registrations of a meeting.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AttendeeQuery {
    /// In this state only.
    #[param(inline)]
    pub(super) state: Option<RegistrationState>,
}

/// A registration to make, for oneself.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRegistration {
    /// What you need to take part. Only the core group sees it, and it is forgotten half a year after the meeting.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "Een plek voor een rolstoel.")]
    pub needs: String,
}

/// A name to search for.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendeeSearch {
    /// A part of the name, in any case.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "voorbeeld")]
    pub name: String,
}

/// That someone agreed, and to what.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentGiven {
    /// Version of the text that was read and agreed to.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40, example = "2026-11")]
    text_version: String,
}

/// What a guest sends.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewGuestRegistration {
    /// Name.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Gast Voorbeeld")]
    name: String,
    /// Address: the link to confirm goes there.
    #[validate(length(max = 254))]
    #[schema(format = Email, max_length = 254, example = "gast@drenthe.example")]
    email: String,
    /// What you need to take part. Only the core group sees it, and it is forgotten half a year after the meeting.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    needs: String,
    /// Language of the mails.
    language: Language,
    /// Explicit consent to keep name and address for this meeting.
    #[validate(nested)]
    consent: ConsentGiven,
}

/// What stands in the link of the mail, after the `#`.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailedToken {
    /// The token.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
}

/// Someone who comes without having registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWalkIn {
    /// Name.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Gast Voorbeeld")]
    name: String,
    /// Address, for who wants to be found again.
    #[validate(length(max = 254))]
    #[schema(format = Email, max_length = 254, example = "gast@drenthe.example")]
    email: Option<String>,
    /// That the person agreed by word to have the name kept for this meeting.
    #[validate(nested)]
    consent: ConsentGiven,
}

impl NewGuestRegistration {
    pub(super) fn guest(self) -> Result<application::NewGuest, Problem> {
        let Self { name, email, needs, language, consent } = self;
        let request = NewGuestRequest { name, email: address(&email)?, needs, language: language.into() };
        Ok(application::NewGuest { request, consent_text: consent.text_version })
    }
}

impl NewWalkIn {
    pub(super) fn walk_in(self) -> Result<application::NewWalkIn, Problem> {
        let Self { name, email, consent } = self;
        let email = email.as_deref().map(address).transpose()?;
        Ok(application::NewWalkIn { name, email, consent_text: consent.text_version })
    }
}

fn address(text: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(text).map_err(|_| Problem::invalid(vec![Flaw::new("/email", "not-an-email-address")]))
}

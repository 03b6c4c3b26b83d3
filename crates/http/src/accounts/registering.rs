//! Registering and mailed links on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use vliegwiel_application::accounts;
use vliegwiel_domain::text::EmailAddress;

use crate::organizations::Language;
use crate::problems::{Flaw, Problem};

/// Someone registers.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelfRegistration {
    /// Your name, as you write it.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Jantje Voorbeeld")]
    name: String,
    /// Your address: to confirm, and to sign in with.
    #[validate(length(min = 1, max = 254))]
    #[schema(format = Email, min_length = 1, max_length = 254, example = "jantje@voorbeeld.example")]
    email: String,
    /// Language of the mails.
    language: Language,
    /// Whether you are a member of the organisation; the office checks it.
    is_member: bool,
}

impl SelfRegistration {
    /// The registration.
    pub(super) fn registration(self) -> Result<accounts::SelfRegistration, Problem> {
        let Self { name, email, language, is_member } = self;
        let claim = if is_member { accounts::Claim::Member } else { accounts::Claim::Supporter };
        Ok(accounts::SelfRegistration { name, email: address(&email)?, language: language.into(), claim })
    }
}

/// Someone follows a link.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmation {
    /// The token of the link.
    #[validate(length(min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128)]
    token: String,
    /// A password to sign in with: 12 to 128 characters, hard to guess. Needed where the address has no account yet, not looked at otherwise.
    /// Every character counts as it is.
    #[validate(length(max = 1024))]
    #[schema(max_length = 1024, format = Password)]
    password: Option<String>,
    /// Your name, where the invitation has it wrong.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    name: Option<String>,
}

impl From<Confirmation> for accounts::Confirmation {
    fn from(confirmation: Confirmation) -> Self {
        let Confirmation { token, password, name } = confirmation;
        Self { token, password, name }
    }
}

/// What came of a link.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Confirmed {
    /// Slug of the organisation that the link was about.
    #[schema(example = "drenthe")]
    pub organization: String,
    /// Its name.
    pub organization_name: String,
    /// The address to sign in with.
    #[schema(example = "jantje@voorbeeld.example")]
    pub email: String,
}

impl From<&accounts::Confirmed> for Confirmed {
    fn from(confirmed: &accounts::Confirmed) -> Self {
        let accounts::Confirmed { organization, email } = confirmed;
        let (slug, name) = (organization.slug.clone(), organization.settings.name.clone());
        Self { organization: slug, organization_name: name, email: email.as_str().to_owned() }
    }
}

/// Someone forgot the password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PasswordReset {
    /// The address of the account.
    #[validate(length(min = 1, max = 254))]
    #[schema(format = Email, min_length = 1, max_length = 254, example = "lid@drenthe.example")]
    email: String,
    /// Slug of the organisation on whose pages the password is chosen; one of the account's own without it.
    #[validate(length(max = 60))]
    #[schema(max_length = 60, example = "drenthe")]
    organization: Option<String>,
}

impl PasswordReset {
    /// The address, and where the link leads.
    pub(super) fn parts(self) -> Result<(EmailAddress, Option<String>), Problem> {
        Ok((address(&self.email)?, self.organization))
    }
}

/// A new password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPassword {
    /// The token of the link.
    #[validate(length(min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128)]
    pub(super) token: String,
    /// The new password: 12 to 128 characters, hard to guess. Every character counts as it is.
    #[validate(length(max = 1024))]
    #[schema(max_length = 1024, format = Password)]
    pub(super) password: String,
}

fn address(text: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(text).map_err(|error| Problem::invalid(vec![Flaw::new("/email", error.code())]))
}

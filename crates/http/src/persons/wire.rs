//! Persons on the wire.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::Error;
use vliegwiel_application::persons::{Filter, Joined, Listed, NewConsent, Record, place_of};
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::memberships::MembershipState;
use vliegwiel_domain::persons::{self as domain, PersonProfile, Postcode};

use crate::affiliations::{Affiliation, AffiliationKind};
use crate::answers::Versioned;
use crate::input::{Page, patch};
use crate::organizations::Language;
use crate::problems::Problem;

/// Most persons of a search. Our choice.
const FOUND_MAX: u64 = 50;
/// What the caller may do with a person.
const ACTIONS: [Action; 3] = [Action::PersonsChange, Action::PersonsConsent, Action::AffiliationsEnd];

/// Which person.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct PersonPath {
    /// Id of the person.
    pub person: Uuid,
}

/// Which consent.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct ConsentPath {
    /// Id of the person.
    pub person: Uuid,
    /// What for.
    pub purpose: ConsentPurpose,
}

/// Which persons of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PersonFilter {
    /// Only who is this to the organisation now.
    affiliation: Option<AffiliationKind>,
}

impl PersonFilter {
    /// The filter of this page.
    pub(super) fn chosen(&self, page: &Page) -> Result<Filter, Problem> {
        Ok(Filter { affiliation: self.affiliation.map(Into::into), words: None, after: page.after_name()?, most: page.most() })
    }
}

/// Who to look for.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonSearch {
    /// Part of the name or of the address, in any case.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "voorbeeld")]
    name: String,
}

impl PersonSearch {
    /// The filter.
    pub(super) fn filter(self) -> Filter {
        Filter { affiliation: None, words: Some(self.name.trim().to_owned()), after: None, most: FOUND_MAX }
    }
}

/// A person in a list.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonSummary {
    /// Id of the person.
    pub id: Uuid,
    /// Name, as the person writes it.
    #[schema(example = "Jantje Voorbeeld")]
    pub name: String,
    /// Address; `null` for who has none.
    #[schema(example = "jantje@voorbeeld.example")]
    pub email: Option<String>,
    /// What the person is to the organisation now; `null` for nothing yet or any more.
    pub affiliation: Option<AffiliationKind>,
    /// Whether the person can sign in.
    pub has_account: bool,
}

/// A page of persons.
#[derive(Serialize, ToSchema)]
pub struct PersonPage {
    /// The persons, by name.
    pub items: Vec<PersonSummary>,
    /// Cursor of the next page; `null` on the last, and always for a search.
    pub next: Option<String>,
}

impl PersonPage {
    /// The page with these persons.
    pub(super) fn of(found: Vec<Listed>, next: Option<String>) -> Self {
        Self { items: found.into_iter().map(PersonSummary::from).collect(), next }
    }
}

/// A person: one organisation's record of a human.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Id of the person.
    pub id: Uuid,
    /// Name, as the person writes it.
    #[schema(example = "Jantje Voorbeeld")]
    pub name: String,
    /// Address; `null` for who has none.
    #[schema(example = "jantje@voorbeeld.example")]
    pub email: Option<String>,
    /// Postcode; only to recognise the same person again.
    #[schema(example = "9401 AB")]
    pub postcode: Option<String>,
    /// Year of birth; only to recognise the same person again.
    #[schema(example = 1956)]
    pub birth_year: Option<u16>,
    /// Language of the mails.
    pub language: Language,
    /// Whether the person can sign in.
    pub has_account: bool,
    /// Whether the name may stand on public pages beside a position.
    pub has_public_role: bool,
    /// Last day the record is kept, for a guest of a meeting and for who did not follow an invitation yet.
    pub expires_on: Option<NaiveDate>,
    /// What the person is and was to the organisation, the oldest first.
    pub affiliations: Vec<Affiliation>,
    /// What the person agreed to and took back, the newest first.
    pub consents: Vec<Consent>,
    /// Networks the person is in or asked to join: for the person alone, `null` for everyone else.
    pub memberships: Option<Vec<JoinedNetwork>>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// What you may do here.
    #[schema(example = json!(["persons.change", "persons.consent"]))]
    pub actions: Vec<String>,
}

/// A network that the person is in or asked to join.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JoinedNetwork {
    /// Id of the network.
    pub network_id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whether the person still waits for an answer.
    pub is_requested: bool,
}

/// What a person can agree to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentPurpose {
    /// Name beside a position on public pages.
    PublicRole,
    /// Name in the list of members that other members of a network see.
    NetworkDirectory,
    /// Being registered as a guest of a meeting.
    GuestOfMeeting,
    /// Being recorded as an expert or partner from outside.
    ExternalContact,
}

/// How consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentChannel {
    /// By the person, in the web app or another client.
    App,
    /// By following a mailed link.
    Mail,
    /// On paper or by word, recorded by the office.
    Office,
}

/// One time that consent was given.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// To what.
    pub purpose: ConsentPurpose,
    /// Version of the text that was read.
    #[schema(example = "2026-03")]
    pub text_version: String,
    /// Language of that text.
    pub language: Language,
    /// How it was given.
    pub channel: ConsentChannel,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// When it was withdrawn; `null` while it counts.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The text that was read before consenting.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenConsent {
    /// Version of the text.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40, example = "2026-03")]
    text_version: String,
    /// Language of the text.
    language: Language,
}

impl GivenConsent {
    /// The consent to this purpose.
    pub(super) fn to(self, purpose: ConsentPurpose) -> NewConsent {
        NewConsent { purpose: purpose.into(), text_version: self.text_version, language: self.language.into() }
    }
}

/// What changes about a person. What is left out stays; `null` clears.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
pub struct PersonChange {
    /// Name, as the person writes it.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    /// Postcode, with or without the space.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(max_length = 10, value_type = Option<String>)]
    postcode: Option<Option<String>>,
    /// Year of birth.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<u16>)]
    birth_year: Option<Option<u16>>,
    /// Language of the mails.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    language: Option<Language>,
}

impl PersonChange {
    /// The profile with these changes.
    pub(super) fn applied_to(self, profile: PersonProfile) -> Result<PersonProfile, Error> {
        let Self { name, postcode, birth_year, language } = self;
        let PersonProfile { name: old_name, email, postcode: old_postcode, birth_year: old_birth_year, language: old_language } = profile;
        let postcode = match postcode {
            None => old_postcode,
            Some(None) => None,
            Some(Some(text)) => Some(Postcode::parse(&text)?),
        };
        Ok(PersonProfile {
            name: name.unwrap_or(old_name),
            email,
            postcode,
            birth_year: birth_year.unwrap_or(old_birth_year),
            language: language.map_or(old_language, Into::into),
        })
    }
}

impl Person {
    /// The record, with what the caller may do.
    pub(super) fn seen_by(actor: &Actor, record: Record) -> Versioned<Self> {
        let Record { person, affiliations, consents, memberships } = record;
        let actions = actor.may(&place_of(&person), &ACTIONS);
        let domain::Person { id, organization_id: _, account_id, profile, has_public_role, expires_on, version, created_at } = person;
        let PersonProfile { name, email, postcode, birth_year, language } = profile;
        let body = Self {
            id: id.uuid(),
            name,
            email: email.map(|email| email.as_str().to_owned()),
            postcode: postcode.map(|postcode| postcode.as_str().to_owned()),
            birth_year,
            language: language.into(),
            has_account: account_id.is_some(),
            has_public_role,
            expires_on,
            affiliations: affiliations.into_iter().map(|affiliation| Affiliation::seen_by(actor, affiliation)).collect(),
            consents: consents.into_iter().map(Consent::from).collect(),
            memberships: memberships.map(|joined| joined.into_iter().map(JoinedNetwork::from).collect()),
            created_at,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        };
        Versioned { version, body }
    }
}

impl From<Listed> for PersonSummary {
    fn from(listed: Listed) -> Self {
        let Listed { person, affiliation } = listed;
        let domain::Person { id, organization_id: _, account_id, profile, has_public_role: _, expires_on: _, version: _, created_at: _ } =
            person;
        let PersonProfile { name, email, postcode: _, birth_year: _, language: _ } = profile;
        Self {
            id: id.uuid(),
            name,
            email: email.map(|email| email.as_str().to_owned()),
            affiliation: affiliation.map(Into::into),
            has_account: account_id.is_some(),
        }
    }
}

impl From<Joined> for JoinedNetwork {
    fn from(joined: Joined) -> Self {
        let Joined { network, slug, name, state } = joined;
        Self { network_id: network.uuid(), slug, name, is_requested: state == MembershipState::Requested }
    }
}

impl From<domain::Consent> for Consent {
    fn from(consent: domain::Consent) -> Self {
        let domain::Consent { id: _, person_id: _, purpose, text_version, language, channel, given_by: _, given_at, withdrawn_at } =
            consent;
        Self { purpose: purpose.into(), text_version, language: language.into(), channel: channel.into(), given_at, withdrawn_at }
    }
}

impl From<domain::ConsentPurpose> for ConsentPurpose {
    fn from(purpose: domain::ConsentPurpose) -> Self {
        match purpose {
            domain::ConsentPurpose::PublicRole => Self::PublicRole,
            domain::ConsentPurpose::NetworkDirectory => Self::NetworkDirectory,
            domain::ConsentPurpose::GuestOfMeeting => Self::GuestOfMeeting,
            domain::ConsentPurpose::ExternalContact => Self::ExternalContact,
        }
    }
}

impl From<ConsentPurpose> for domain::ConsentPurpose {
    fn from(purpose: ConsentPurpose) -> Self {
        match purpose {
            ConsentPurpose::PublicRole => Self::PublicRole,
            ConsentPurpose::NetworkDirectory => Self::NetworkDirectory,
            ConsentPurpose::GuestOfMeeting => Self::GuestOfMeeting,
            ConsentPurpose::ExternalContact => Self::ExternalContact,
        }
    }
}

impl From<domain::ConsentChannel> for ConsentChannel {
    fn from(channel: domain::ConsentChannel) -> Self {
        match channel {
            domain::ConsentChannel::App => Self::App,
            domain::ConsentChannel::Mail => Self::Mail,
            domain::ConsentChannel::Office => Self::Office,
        }
    }
}

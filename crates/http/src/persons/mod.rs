//! Persons: one organisation's records of people, and what they agreed to.

mod wire;

use actix_web::web::Data;
use actix_web::{delete, get, patch, post, put};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::{App, persons};
use vliegwiel_domain::ids::PersonId;

use crate::answers::{Paged, Versioned};
use crate::input::{IfMatch, IfMatchHeader, Listing, PageParameters, Path, Session, Valid, name_position};
use crate::organizations::OrganizationPath;
use crate::problems::Problem;
use crate::{ChangeErrors, CreateErrors, ReadErrors};
pub use wire::{
    Consent, ConsentChannel, ConsentPath, ConsentPurpose, GivenConsent, JoinedNetwork, Person, PersonChange, PersonFilter, PersonPage,
    PersonPath, PersonSearch, PersonSummary,
};

/// Operations of one organisation.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_persons)
        .service(search_persons)
        .service(get_person)
        .service(change_person)
        .service(give_consent)
        .service(withdraw_consent);
}

/// List the persons
///
/// The people the organisation has a record of, by name; for the office. Reading about others is kept in the audit trail.
#[utoipa::path(
    operation_id = "listPersons",
    tag = "persons",
    params(OrganizationPath, PersonFilter, PageParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "A page of persons.", body = PersonPage, headers(("Link" = Option<String>, description = "Address of the next page."))), ReadErrors),
)]
#[get("/persons")]
pub async fn list_persons(app: Data<App>, Session(actor): Session, listing: Listing<PersonFilter>) -> Result<Paged<PersonPage>, Problem> {
    let filter = listing.filter.chosen(&listing.page)?;
    let found = persons::list(&app, &actor, &filter).await?;
    let slice = listing.page.slice(&app, found, |listed| name_position(&listed.person.profile.name, listed.person.id.uuid()));
    Ok(slice.page(PersonPage::of))
}

/// Search the persons
///
/// People whose name or address holds these words, by name, at most 50; for the office. A body and not an address, so that no name stands in
/// a log.
#[utoipa::path(
    operation_id = "searchPersons",
    tag = "persons",
    params(OrganizationPath),
    security(("bearer" = [])),
    request_body = PersonSearch,
    responses((status = 200, description = "The persons found.", body = PersonPage), CreateErrors),
)]
#[post("/persons/_search")]
pub async fn search_persons(
    app: Data<App>,
    Session(actor): Session,
    body: Valid<PersonSearch>,
) -> Result<actix_web::web::Json<PersonPage>, Problem> {
    let found = persons::list(&app, &actor, &body.0.filter()).await?;
    Ok(actix_web::web::Json(PersonPage::of(found, None)))
}

/// Get a person
///
/// Your own record, or anyone's as the office. Networks are shown to the person alone. Reading about others is kept in the audit trail.
#[utoipa::path(
    operation_id = "getPerson",
    tag = "persons",
    params(OrganizationPath, PersonPath),
    security(("bearer" = [])),
    responses((status = 200, description = "The person.", body = Person, headers(("ETag" = String, description = "Its version, for `If-Match`."))), ReadErrors),
)]
#[get("/persons/{person}")]
pub async fn get_person(app: Data<App>, Session(actor): Session, Path(path): Path<PersonPath>) -> Result<Versioned<Person>, Problem> {
    let found = persons::get(&app, &actor, PersonId::new(path.person)).await?;
    Ok(Person::seen_by(&actor, found))
}

/// Change a person
///
/// Name, postcode, birth year and language, by the person or the office. The address stays: it belongs to the account.
#[utoipa::path(
    operation_id = "changePerson",
    tag = "persons",
    params(OrganizationPath, PersonPath, IfMatchHeader),
    security(("bearer" = [])),
    request_body = PersonChange,
    responses((status = 200, description = "The person as it is now.", body = Person, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[patch("/persons/{person}")]
pub async fn change_person(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<PersonPath>,
    IfMatch(version): IfMatch,
    body: Valid<PersonChange>,
) -> Result<Versioned<Person>, Problem> {
    let found = persons::change(&app, &actor, PersonId::new(path.person), version, |profile| body.0.applied_to(profile)).await?;
    Ok(Person::seen_by(&actor, found))
}

/// Give consent
///
/// For one purpose, by the person alone, naming the text that was read. Given again it is recorded again.
#[utoipa::path(
    operation_id = "giveConsent",
    tag = "persons",
    params(OrganizationPath, ConsentPath, IfMatchHeader),
    security(("bearer" = [])),
    request_body = GivenConsent,
    responses((status = 200, description = "The person as it is now.", body = Person, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[put("/persons/{person}/consents/{purpose}")]
pub async fn give_consent(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<ConsentPath>,
    IfMatch(version): IfMatch,
    body: Valid<GivenConsent>,
) -> Result<Versioned<Person>, Problem> {
    let found = persons::give_consent(&app, &actor, PersonId::new(path.person), version, body.0.to(path.purpose)).await?;
    Ok(Person::seen_by(&actor, found))
}

/// Withdraw consent
///
/// As easy as giving it, and it holds at once. Withdrawn before, it stays so. The history of what was given and withdrawn stays too. An
/// affiliation that rests on this consent (guest, external) ends with it.
#[utoipa::path(
    operation_id = "withdrawConsent",
    tag = "persons",
    params(OrganizationPath, ConsentPath, IfMatchHeader),
    security(("bearer" = [])),
    responses((status = 200, description = "The person as it is now.", body = Person, headers(("ETag" = String, description = "Its version."))), ChangeErrors),
)]
#[delete("/persons/{person}/consents/{purpose}")]
pub async fn withdraw_consent(
    app: Data<App>,
    Session(actor): Session,
    Path(path): Path<ConsentPath>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<Person>, Problem> {
    let found = persons::withdraw_consent(&app, &actor, PersonId::new(path.person), version, path.purpose.into()).await?;
    Ok(Person::seen_by(&actor, found))
}

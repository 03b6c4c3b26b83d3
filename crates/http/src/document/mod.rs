//! The contract: an OpenAPI 3.1 document made from the routes themselves.

mod base;
mod errors;
mod everywhere;
mod examples;
mod problems;

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt;
use utoipa_swagger_ui::{Config, SwaggerUi};

pub use errors::{ChangeErrors, CreateErrors, ReadErrors};

use crate::House;
use crate::routes;

/// Where the document is served.
pub const DOCUMENT_PATH: &str = "/api/v1/openapi.json";

/// The document: every operation of the API, with all its answers, the problems it gives, and an example of each body.
///
/// # Errors
/// When an example does not fit the document; a test shows that all do.
pub fn openapi() -> serde_json::Result<OpenApi> {
    let bare = actix_web::App::new().into_utoipa_app().openapi(base::base()).configure(routes::api).split_for_parts().1;
    let mut document = serde_json::to_value(bare)?;
    problems::name(&mut document);
    examples::fill(&mut document);
    everywhere::add(&mut document);
    serde_json::from_value(document)
}

/// Serve the document.
pub async fn serve(house: Data<House>) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(house.document())
}

/// The documentation page with all its files, bundled: nothing is loaded from elsewhere.
pub fn page() -> SwaggerUi {
    SwaggerUi::new("/api/docs/{_:.*}").config(Config::from(DOCUMENT_PATH))
}

/// The address people type; the page itself needs a slash, because it names its files relative to itself.
#[get("/api/docs")]
pub async fn page_address() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/api/docs/")).finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn operations() -> Vec<(String, Value)> {
        let document = serde_json::to_value(openapi().unwrap()).unwrap();
        let paths = document["paths"].as_object().unwrap().clone();
        paths
            .into_iter()
            .flat_map(|(path, item)| {
                let item = item.as_object().unwrap().clone();
                item.into_iter().map(move |(method, operation)| (format!("{method} {path}"), operation))
            })
            .collect()
    }

    fn without(is_missing: impl Fn(&Value) -> bool) -> Vec<String> {
        operations().into_iter().filter(|(_, operation)| is_missing(operation)).map(|(name, _)| name).collect()
    }

    #[test]
    fn every_operation_says_what_it_is() {
        for key in ["summary", "description", "operationId"] {
            assert_eq!(without(|operation| operation[key].as_str().is_none_or(str::is_empty)), Vec::<String>::new(), "{key}");
        }
    }

    #[test]
    fn every_operation_has_its_own_name_and_one_known_tag() {
        let document = serde_json::to_value(openapi().unwrap()).unwrap();
        let tags: BTreeSet<&str> = document["tags"].as_array().unwrap().iter().filter_map(|tag| tag["name"].as_str()).collect();
        let names: BTreeSet<String> = operations().iter().map(|(_, operation)| operation["operationId"].to_string()).collect();

        assert_eq!(names.len(), operations().len());
        assert_eq!(
            without(|operation| match operation["tags"].as_array().map(Vec::as_slice) {
                Some([tag]) => !tag.as_str().is_some_and(|tag| tags.contains(tag)),
                _ => true,
            }),
            Vec::<String>::new()
        );
    }

    #[test]
    fn every_answer_is_described_and_every_reference_leads_somewhere() {
        let document = serde_json::to_value(openapi().unwrap()).unwrap();
        let text = document.to_string();
        let references: BTreeSet<&str> = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();

        for reference in references {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
        let is_undescribed = |answer: &Value| answer.get("$ref").is_none() && answer["description"].as_str().is_none_or(str::is_empty);
        assert_eq!(without(|operation| operation["responses"].as_object().unwrap().values().any(is_undescribed)), Vec::<String>::new());
    }
}

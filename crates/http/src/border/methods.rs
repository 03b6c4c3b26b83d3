//! What each path can do: 405 with `Allow` for a path of the API, 404 for any other.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;
use actix_web::{HttpRequest, web};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

use crate::House;
use crate::problems::Problem;

/// The methods of every path of the API.
pub struct Methods(Vec<(ResourceDef, String)>);

impl Methods {
    /// Read them from the document, and add the paths that it leaves out.
    #[must_use]
    pub fn of(document: &OpenApi, others: &[&str]) -> Self {
        let mut paths: BTreeMap<&str, String> = document.paths.paths.iter().map(|(path, item)| (path.as_str(), allowed(item))).collect();
        paths.extend(others.iter().map(|path| (*path, "GET, HEAD".to_owned())));
        Self(paths.into_iter().map(|(path, allow)| (ResourceDef::new(path), allow)).collect())
    }

    /// Value of `Allow` for a path; `None` where there is nothing.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|(pattern, _)| pattern.is_match(path)).map(|(_, allow)| allow.as_str())
    }
}

fn allowed(item: &PathItem) -> String {
    let methods = [
        ("DELETE", item.delete.is_some()),
        ("GET", item.get.is_some()),
        ("HEAD", item.get.is_some()),
        ("PATCH", item.patch.is_some()),
        ("POST", item.post.is_some()),
        ("PUT", item.put.is_some()),
    ];
    methods.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}

/// Answer a request that no operation takes.
///
/// # Errors
/// Always: 405 or 404.
pub async fn unmatched(request: HttpRequest) -> Result<actix_web::HttpResponse, Problem> {
    let house = request.app_data::<web::Data<House>>();
    let allow = house.and_then(|house| house.methods().at(request.path()).map(str::to_owned));
    Err(allow.map_or_else(Problem::not_found, |allow| Problem::method_not_allowed(&allow)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::openapi;

    #[test]
    fn a_path_knows_its_methods() {
        let methods = Methods::of(&openapi().unwrap(), &["/api/v1/openapi.json"]);

        assert_eq!(methods.at("/api/v1/organizations/drenthe"), Some("GET, HEAD, PATCH"));
        assert_eq!(methods.at("/api/v1/openapi.json"), Some("GET, HEAD"));
    }

    #[test]
    fn a_slash_at_the_end_is_another_path() {
        let methods = Methods::of(&openapi().unwrap(), &[]);

        assert_eq!(methods.at("/api/v1/organizations/"), None);
        assert_eq!(methods.at("/api/v1/organisations"), None);
    }
}

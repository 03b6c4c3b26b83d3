//! Query parameters of lists: closed, bounded, and paged with a sealed cursor.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;
use uuid::Uuid;
use vliegwiel_application::App;

use super::decode::decode;
use super::tree::{Node, clean};
use crate::problems::{Flaw, Problem};

/// Items on a page when the caller does not say. Source: api.md.
pub const PAGE_SIZE_DEFAULT: u32 = 25;
/// Most items on a page. Source: api.md.
pub const PAGE_SIZE_MAX: u32 = 100;

/// The query of a list: which page, and which things.
///
/// `F` names the parameters of this list and denies all others; [`NoFilter`] where there are none.
#[derive(Debug)]
pub struct Listing<F> {
    /// Which things.
    pub filter: F,
    /// Which page.
    pub page: Page,
}

/// The query of an operation that is no list. `F` names its parameters and denies all others.
#[derive(Debug)]
pub struct Parameters<F>(pub F);

impl<F: DeserializeOwned> FromRequest for Parameters<F> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(pairs(request.query_string()).and_then(parameters::<F>).map(Self))
    }
}

/// A list without parameters of its own.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoFilter {}

/// Which part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// How many items at most, 1 to [`PAGE_SIZE_MAX`].
    pub size: u32,
    /// The position after which the page begins, as the use case gave it; `None` is the beginning.
    pub after: Option<String>,
    /// The address of this list with its filter, without a cursor. It names the tenant, so a cursor is bound to it.
    pub(crate) address: String,
}

impl Page {
    /// Where a list that is ordered by name goes on: after this name and id.
    ///
    /// # Errors
    /// 400 for a cursor of a list that was ordered otherwise.
    pub fn after_name(&self) -> Result<Option<(String, Uuid)>, Problem> {
        let Some(after) = &self.after else { return Ok(None) };
        let position = after.split_once(' ').and_then(|(id, name)| Some((name.to_owned(), Uuid::try_parse(id).ok()?)));
        position.map(Some).ok_or_else(|| refused("cursor", "unknown-cursor", None))
    }

    /// Where a list that is ordered by id goes on: after this id.
    ///
    /// # Errors
    /// 400 for a cursor of a list that was ordered otherwise.
    pub fn after_id(&self) -> Result<Option<Uuid>, Problem> {
        let parse = |text: &String| Uuid::try_parse(text).map_err(|_| refused("cursor", "unknown-cursor", None));
        self.after.as_ref().map(parse).transpose()
    }
}

/// The position of an item in a list that is ordered by name, for [`Page::after_name`].
#[must_use]
pub fn name_position(name: &str, id: Uuid) -> String {
    format!("{id} {name}")
}

/// Parameters of every list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageParameters {
    /// How many items a page holds at most.
    #[param(minimum = 1, maximum = 100, default = 25)]
    page_size: Option<u32>,
    /// Where the page begins: `next` of the page before, with the same filter. Left out: at the beginning.
    #[param(max_length = 1024)]
    cursor: Option<String>,
}

impl<F: DeserializeOwned> FromRequest for Listing<F> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read<F: DeserializeOwned>(request: &HttpRequest) -> Result<Listing<F>, Problem> {
    let (paging, filter): (Vec<_>, Vec<_>) =
        pairs(request.query_string())?.into_iter().partition(|(name, _)| name == "pageSize" || name == "cursor");
    let address = address(request.path(), &filter);
    let filter = parameters::<F>(filter)?;
    let paging = parameters::<PageParameters>(paging)?;
    let size = paging.page_size.unwrap_or(PAGE_SIZE_DEFAULT);
    if !(1..=PAGE_SIZE_MAX).contains(&size) {
        return Err(refused("pageSize", "out-of-range", Some(format!("1 – {PAGE_SIZE_MAX}"))));
    }
    let after = paging.cursor.map(|cursor| open(request, &address, &cursor)).transpose()?;
    Ok(Listing { filter, page: Page { size, after, address } })
}

fn pairs(query: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if pairs.iter().any(|(known, _)| *known == *name) {
            return Err(refused(&name, "duplicate-field", None));
        }
        let value = clean("", &value).map_err(|flaw| refused(&name, "unsafe-characters", flaw.bounds))?;
        pairs.push((name.into_owned(), value));
    }
    pairs.sort();
    Ok(pairs)
}

fn parameters<T: DeserializeOwned>(pairs: Vec<(String, String)>) -> Result<T, Problem> {
    let members = pairs.into_iter().map(|(name, value)| (name, Node::Parameter(value))).collect();
    decode(Node::Object(members)).map_err(|flaw| {
        let name = flaw.pointer.trim_start_matches('/').to_owned();
        Problem::invalid(vec![Flaw { pointer: parameter(&name), ..flaw }])
    })
}

/// A query parameter in `errors`, told apart from a member of a body by its question mark.
fn parameter(name: &str) -> String {
    format!("?{}", name.chars().take(100).collect::<String>())
}

fn refused(name: &str, code: &'static str, bounds: Option<String>) -> Problem {
    Problem::invalid(vec![Flaw { bounds, ..Flaw::new(&parameter(name), code) }])
}

fn address(path: &str, filter: &[(String, String)]) -> String {
    if filter.is_empty() {
        return path.to_owned();
    }
    format!("{path}?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(filter).finish())
}

fn open(request: &HttpRequest, address: &str, cursor: &str) -> Result<String, Problem> {
    let app = request.app_data::<web::Data<App>>();
    app.and_then(|app| app.secrets.open_cursor(address, cursor)).ok_or_else(|| refused("cursor", "unknown-cursor", None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_in_another_order_is_the_same_list() {
        let one = pairs("a=1&b=twee%20drie").unwrap();
        let other = pairs("b=twee+drie&a=1").unwrap();

        assert_eq!(address("/x", &one), address("/x", &other));
        assert_ne!(address("/x", &one), address("/x", &pairs("a=1").unwrap()));
    }

    #[test]
    fn a_parameter_twice_or_unsafe_is_refused() {
        assert!(pairs("a=1&a=2").is_err());
        assert!(pairs("a=%00").is_err());
        assert!(parameters::<NoFilter>(pairs("page=2").unwrap()).is_err());
        assert!(parameters::<PageParameters>(pairs("pageSize=-1").unwrap()).is_err());
    }
}

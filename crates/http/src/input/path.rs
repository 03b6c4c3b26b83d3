//! Segments of the path.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::problems::Problem;

/// The named segments of the path, as a struct with those names.
///
/// What is not an id answers 404, to the byte like an id that does not exist. An id has one spelling: lower case with hyphens.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read<T: DeserializeOwned>(request: &HttpRequest) -> Result<Path<T>, Problem> {
    let is_odd = |segment: &str| Uuid::try_parse(segment).is_ok_and(|id| id.hyphenated().to_string() != segment);
    if request.match_info().iter().any(|(_, segment)| is_odd(segment)) {
        return Err(Problem::not_found());
    }
    let path = web::Path::<T>::extract(request).into_inner();
    path.map(|path| Path(path.into_inner())).map_err(|_| Problem::not_found())
}

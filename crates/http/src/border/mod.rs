//! The border of the house: what holds for every request and every answer, once for all.
//!
//! Outermost is compression, then [`carry`], then CORS, then the routes; inside `/api/v1` come [`negotiate`] and [`authenticate`].

mod authenticate;
mod client;
mod headers;
mod limits;
mod methods;
mod negotiate;
#[cfg(test)]
mod tests;
mod visit;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use futures_util::FutureExt;
use tracing::Instrument;

pub use authenticate::{authenticate, bearer};
pub use headers::{API_VERSION, API_VERSION_HEADER, REQUEST_ID_HEADER};
pub use limits::{Limits, RateLimits};
pub use methods::{Methods, unmatched};
pub use negotiate::negotiate;

use crate::problems::Problem;
use visit::Visit;

/// How long a request may take, body included. Source: api.md.
const DEADLINE: Duration = Duration::from_secs(10);

/// Carry a request through the house: number it, hold it to its deadline, survive its panics, and give every answer its headers.
///
/// # Errors
/// Never in the sense of an unhandled error: what is returned as `Err` is a finished answer. Without a request at hand, after a deadline
/// or a refusal of inner middleware, that is the only way to answer.
pub async fn carry<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let mut visit = Visit::of(&request);
    if is_disguised(&request) {
        return Err(visit.refuse(&Problem::not_found().into()));
    }
    if let Err(problem) = visit.admit(&request) {
        return Err(visit.refuse(&problem.into()));
    }
    if request.method() == Method::HEAD {
        // a HEAD is answered as a GET; the codec leaves the body out
        request.head_mut().method = Method::GET;
    }
    let work = tokio::time::timeout(DEADLINE, next.call(request)).instrument(visit.span());
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(Ok(response))) => Ok(visit.finish(response.map_into_boxed_body())),
        Ok(Ok(Err(error))) => Err(visit.refuse(&error)),
        Ok(Err(_)) => Err(visit.refuse(&Problem::deadline_passed().into())),
        Err(_) => Err(visit.refuse(&Problem::failed("a handler panicked".into()).into())),
    }
}

/// Whether the path says something else once it is decoded: routes look at the decoded one, and every check of the house at the one sent.
fn is_disguised(request: &ServiceRequest) -> bool {
    request.match_info().as_str() != request.path()
}

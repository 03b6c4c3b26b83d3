//! Who asks, before anything else of a request is read: a stranger with a broken body hears 401, not 400.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, HeaderMap};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};
use vliegwiel_application::{App, sessions};

use crate::House;
use crate::problems::Problem;

/// Under this path everything belongs to the organisation whose slug comes next.
const ORGANIZATIONS: &str = "/api/v1/organizations/";

/// Find out who asks, for [`crate::input::Session`] and [`crate::input::Caller`]. One statement for a path of an organisation.
///
/// Answers 401 for a token that does not hold, 404 for an organisation that does not exist, and 429. These are answers and not errors, so that
/// the border outside can still tell a page of an allowed origin about them.
///
/// # Errors
/// What comes from inside.
pub async fn authenticate<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    match admit(&request).await {
        Ok(()) => next.call(request).await.map(ServiceResponse::map_into_left_body),
        Err(problem) => Ok(request.error_response(problem).map_into_right_body()),
    }
}

async fn admit(request: &ServiceRequest) -> Result<(), Problem> {
    let bearer = bearer(request.headers())?;
    let Some(slug) = request.path().strip_prefix(ORGANIZATIONS).and_then(|rest| rest.split('/').next()) else {
        return Ok(());
    };
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::failed("no application".into()))?;
    let house = request.app_data::<web::Data<House>>().ok_or_else(|| Problem::failed("no house".into()))?;
    let actor = sessions::actor(app, bearer.as_deref(), slug).await?;
    house.limits().admit_organization(actor.organization)?;
    actor.account.map_or(Ok(()), |account| house.limits().admit_account(account))?;
    request.extensions_mut().insert(actor);
    Ok(())
}

/// The access token of the request. Any other credentials are none that we know.
///
/// # Errors
/// 401 for credentials of another kind, or more than one.
pub fn bearer(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut given = headers.get_all(AUTHORIZATION);
    match (given.next(), given.next()) {
        (None, _) => Ok(None),
        (Some(only), None) => only.to_str().ok().and_then(token).map(Some).ok_or_else(Problem::unauthenticated),
        (Some(_), Some(_)) => Err(Problem::unauthenticated()),
    }
}

fn token(credentials: &str) -> Option<String> {
    let (scheme, token) = credentials.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then(|| token.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bearer_token_is_taken() {
        assert_eq!(token("bearer abc"), Some("abc".to_owned()));
        for credentials in ["", "abc", "Basic YTpi", "Bearer", "Bearer  "] {
            assert_eq!(token(credentials), None, "{credentials}");
        }
    }
}

//! Sessions: signing in, staying signed in, signing out.

mod device;
mod wire;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use utoipa_actix_web::service_config::ServiceConfig;
use vliegwiel_application::sessions;
use vliegwiel_application::{App, Error};
use vliegwiel_domain::ids::SessionId;

use crate::answers::NoContent;
use crate::border::bearer;
use crate::input::{OwnSite, Path, RefreshCookie, SignedIn, Valid, forget_refresh_token};
use crate::problems::Problem;
use crate::{CreateErrors, ReadErrors};
use device::DeviceCookie;
pub use wire::{AccessToken, Client, Session, SessionList, SessionPath, SignIn};
use wire::{RefreshToken, opened, renewed};

/// Operations outside any organisation.
pub fn installation_routes(config: &mut ServiceConfig<'_>) {
    config.service(open_session).service(issue_access_token).service(end_current_session).service(list_sessions).service(end_session);
}

/// Sign in
///
/// Opens a session with an address and a password. The web app gets its refresh token in a cookie that no script can read; it must ask from a
/// page of this installation. A mobile client, which says so in `client`, gets the refresh token in the answer and keeps it safe.
///
/// A wrong password, an address without an account, an account that is not confirmed and too many attempts all answer 401
/// `sessions/not-signed-in`. After five wrong attempts each costs a delay that doubles, up to fifteen minutes.
#[utoipa::path(
    operation_id = "openSession",
    tag = "sessions",
    extensions(("x-problems" = json!({ "401": ["sessions/not-signed-in"], "403": ["house/foreign-site"] }))),
    request_body = SignIn,
    responses((status = 201, description = "Signed in.", body = AccessToken), CreateErrors),
)]
#[post("/sessions")]
pub async fn open_session(
    app: Data<App>,
    request: HttpRequest,
    device: DeviceCookie,
    body: Valid<SignIn>,
) -> Result<HttpResponse, Problem> {
    let Valid(body) = body;
    if body.client == Client::Web {
        OwnSite::check(&request)?;
    }
    let found = sessions::open(&app, body.attempt(device)?).await?;
    Ok(opened(&app, found))
}

/// Renew the access token
///
/// Give the refresh token, get the next pair. The web app sends nothing: the cookie says it all, from a page of this installation. A mobile
/// client sends the refresh token in the body. Each refresh token works once; the one before still gets the same answer for five seconds, for
/// an answer that got lost. One that comes back later ends the session, and its owner is told.
#[utoipa::path(
    operation_id = "issueAccessToken",
    tag = "sessions",
    extensions(("x-problems" = json!({ "401": ["sessions/over"], "403": ["house/foreign-site"] }))),
    request_body(content = Option<wire::Refresh>, description = "For a mobile client only."),
    security(("refreshCookie" = []), ()),
    responses((status = 200, description = "The next access token.", body = AccessToken), CreateErrors),
)]
#[post("/sessions/current/access-tokens")]
pub async fn issue_access_token(app: Data<App>, token: RefreshToken) -> Result<HttpResponse, Problem> {
    let found = sessions::refresh(&app, token.as_str()).await?;
    Ok(renewed(&app, found))
}

/// Sign out
///
/// Ends the session of the access token, or that of the cookie when the access token has run out.
#[utoipa::path(
    operation_id = "endCurrentSession",
    tag = "sessions",
    extensions(("x-problems" = json!({ "403": ["house/foreign-site"] }))),
    security(("bearer" = []), ("refreshCookie" = [])),
    responses((status = 204, description = "Signed out."), CreateErrors),
)]
#[delete("/sessions/current")]
pub async fn end_current_session(app: Data<App>, request: HttpRequest, cookie: RefreshCookie) -> Result<HttpResponse, Problem> {
    let signed_in = match sessions::account(&app, bearer(request.headers())?.as_deref()).await {
        Ok(signed_in) => signed_in,
        Err(Error::Unauthenticated) => sessions::holder_of(&app, &cookie.0.unwrap_or_default()).await?,
        Err(other) => return Err(other.into()),
    };
    sessions::end(&app, signed_in, signed_in.session).await?;
    Ok(HttpResponse::NoContent().append_header(("Set-Cookie", forget_refresh_token())).finish())
}

/// List my sessions
///
/// The devices on which you are signed in, the newest first.
#[utoipa::path(
    operation_id = "listSessions",
    tag = "sessions",
    security(("bearer" = [])),
    responses((status = 200, description = "Your sessions, at most 100.", body = SessionList), ReadErrors),
)]
#[get("/sessions")]
pub async fn list_sessions(app: Data<App>, SignedIn(signed_in): SignedIn) -> Result<actix_web::web::Json<SessionList>, Problem> {
    let found = sessions::list(&app, signed_in).await?;
    Ok(actix_web::web::Json(SessionList::seen_from(signed_in, found)))
}

/// Sign out on a device
///
/// Ends one of your sessions. It holds from the next request on.
#[utoipa::path(
    operation_id = "endSession",
    tag = "sessions",
    params(SessionPath),
    security(("bearer" = [])),
    responses((status = 204, description = "Signed out there."), CreateErrors),
)]
#[delete("/sessions/{session}")]
pub async fn end_session(app: Data<App>, SignedIn(signed_in): SignedIn, Path(path): Path<SessionPath>) -> Result<NoContent, Problem> {
    sessions::end(&app, signed_in, SessionId::new(path.session)).await?;
    Ok(NoContent)
}

//! Sessions on the wire.

use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_TYPE, SET_COOKIE};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use futures_util::future::LocalBoxFuture;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::App;
use vliegwiel_application::sessions::{self, Opened};
use vliegwiel_domain::sessions as domain;
use vliegwiel_domain::text::EmailAddress;

use super::device::{self, DeviceCookie};
use crate::input::{RefreshCookie, Valid, keep_refresh_token};
use crate::problems::{Flaw, Problem};

/// What sort of client holds a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SessionClient)]
pub enum Client {
    /// A browser: refresh token in a cookie.
    #[default]
    Web,
    /// A mobile client: refresh token in the body.
    Mobile,
}

/// What someone signs in with.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignIn {
    /// The address of the account.
    #[validate(length(min = 1, max = 254))]
    #[schema(format = Email, min_length = 1, max_length = 254, example = "lid@drenthe.example")]
    email: String,
    /// The password, as typed.
    #[validate(length(min = 1, max = 1024))]
    #[schema(min_length = 1, max_length = 1024, format = Password)]
    password: String,
    /// What sort of client signs in.
    #[serde(default)]
    #[schema(default = "web")]
    pub(super) client: Client,
}

impl SignIn {
    /// The attempt of this device.
    pub(super) fn attempt(self, device: DeviceCookie) -> Result<sessions::SignIn, Problem> {
        let email = EmailAddress::parse(&self.email).map_err(|error| Problem::invalid(vec![Flaw::new("/email", error.code())]))?;
        let device = sessions::Device { client: self.client.into(), name: device.name, token: device.token };
        Ok(sessions::SignIn { email, password: self.password, device })
    }
}

/// A refresh token, from a mobile client.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Refresh {
    /// The refresh token of the last answer.
    #[validate(length(min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128)]
    refresh_token: String,
}

/// The refresh token of a request: in the cookie of the web app, else in the body.
pub enum RefreshToken {
    /// From the cookie.
    Cookie(String),
    /// From the body.
    Body(String),
}

impl RefreshToken {
    /// The token.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cookie(token) | Self::Body(token) => token,
        }
    }
}

impl FromRequest for RefreshToken {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let cookie = RefreshCookie::from_request(request, payload);
        let has_body = request.headers().contains_key(CONTENT_TYPE);
        let body = has_body.then(|| Valid::<Refresh>::from_request(request, payload));
        Box::pin(async move {
            match (cookie.await?.0, body) {
                (Some(token), _) => Ok(Self::Cookie(token)),
                (None, Some(body)) => Ok(Self::Body(body.await?.0.refresh_token)),
                (None, None) => Err(Problem::unauthenticated()),
            }
        })
    }
}

/// An access token, and what comes with it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccessToken {
    /// The session.
    pub session_id: Uuid,
    /// To send as `Authorization: Bearer …`.
    pub access_token: String,
    /// When the access token stops working; renew it before.
    pub expires_at: DateTime<Utc>,
    /// For a mobile client only: what to renew the access token with. It works once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

/// 201 for a session that was opened now.
pub fn opened(app: &App, found: Opened) -> HttpResponse {
    let mut response = HttpResponse::Created();
    response.insert_header(("Location", format!("/api/v1/sessions/{}", found.session.id)));
    if let Some(token) = &found.device_token {
        response.append_header((SET_COOKIE, device::keep(token)));
    }
    finish(app, response, found)
}

/// 200 for a session that goes on.
pub fn renewed(app: &App, found: Opened) -> HttpResponse {
    finish(app, HttpResponse::Ok(), found)
}

fn finish(app: &App, mut response: actix_web::HttpResponseBuilder, found: Opened) -> HttpResponse {
    let Opened { session, access_token, access_until, refresh_token, device_token: _ } = found;
    let mut body = AccessToken { session_id: session.id.uuid(), access_token, expires_at: access_until, refresh_token: None };
    match session.client {
        domain::SessionClient::Web => {
            let seconds = (session.idle_until - app.now()).num_seconds();
            response.append_header((SET_COOKIE, keep_refresh_token(&refresh_token, seconds)));
        }
        domain::SessionClient::Mobile => body.refresh_token = Some(refresh_token),
    }
    response.json(body)
}

/// Which session.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct SessionPath {
    /// Id of the session.
    pub session: Uuid,
}

/// A device on which you are signed in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Id of the session.
    pub id: Uuid,
    /// What sort of client holds it.
    pub client: Client,
    /// Browser and system; empty when they are not known.
    #[schema(example = "Firefox, Linux")]
    pub device: String,
    /// When you signed in there.
    pub created_at: DateTime<Utc>,
    /// When the access token was last renewed there.
    pub last_used_at: DateTime<Utc>,
    /// Whether it is the session of this request.
    pub is_current: bool,
}

/// Your sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionList {
    /// The sessions, the newest first.
    pub items: Vec<Session>,
}

impl SessionList {
    /// The list, as seen from one of its sessions.
    #[must_use]
    pub fn seen_from(signed_in: sessions::SignedIn, found: Vec<domain::Session>) -> Self {
        let seen = |session: domain::Session| Session { is_current: session.id == signed_in.session, ..Session::from(session) };
        Self { items: found.into_iter().map(seen).collect() }
    }
}

impl From<domain::Session> for Session {
    fn from(session: domain::Session) -> Self {
        let domain::Session {
            id,
            account_id: _,
            client,
            device,
            generation: _,
            rotated_at: _,
            last_used_at,
            idle_until: _,
            absolute_until: _,
            ended: _,
            created_at,
        } = session;
        Self { id: id.uuid(), client: client.into(), device, created_at, last_used_at, is_current: false }
    }
}

impl From<domain::SessionClient> for Client {
    fn from(client: domain::SessionClient) -> Self {
        match client {
            domain::SessionClient::Web => Self::Web,
            domain::SessionClient::Mobile => Self::Mobile,
        }
    }
}

impl From<Client> for domain::SessionClient {
    fn from(client: Client) -> Self {
        match client {
            Client::Web => Self::Web,
            Client::Mobile => Self::Mobile,
        }
    }
}

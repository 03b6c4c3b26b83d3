//! Who asks: found out once by [`crate::border::authenticate`], before anything else of the request is read.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::future::LocalBoxFuture;
use vliegwiel_application::{App, sessions};
use vliegwiel_domain::access::Actor;

use crate::House;
use crate::border::bearer;
use crate::problems::Problem;

/// The caller as the organisation in the path knows them, signed in or not.
#[derive(Debug)]
pub struct Caller(pub Actor);

/// The caller as the organisation in the path knows them; 401 for who is not signed in.
#[derive(Debug)]
pub struct Session(pub Actor);

/// Someone who is signed in, where no organisation matters; 401 for who is not. One statement.
#[derive(Debug)]
pub struct SignedIn(pub sessions::SignedIn);

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = request.app_data::<Data<App>>().ok_or_else(|| Problem::failed("no application".into()))?;
            let house = request.app_data::<Data<House>>().ok_or_else(|| Problem::failed("no house".into()))?;
            let signed_in = sessions::account(app, bearer(request.headers())?.as_deref()).await?;
            house.limits().admit_account(signed_in.account)?;
            Ok(Self(signed_in))
        })
    }
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(actor(request).map(Self))
    }
}

impl FromRequest for Session {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(actor(request).and_then(|actor| if actor.account.is_some() { Ok(Self(actor)) } else { Err(Problem::unauthenticated()) }))
    }
}

/// An operation outside `/organizations/{organization}` has no actor: that is a fault of ours.
fn actor(request: &HttpRequest) -> Result<Actor, Problem> {
    request.extensions().get::<Actor>().cloned().ok_or_else(|| Problem::failed("no organisation in the path of this operation".into()))
}

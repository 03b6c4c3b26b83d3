//! JSON bodies.

use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::web::BytesMut;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use validator::Validate;

use super::decode::decode;
use super::tree::{Unreadable, read};
use super::validation;
use crate::problems::Problem;

/// Largest body, in bytes. Source: api.md.
pub const BODY_MAX: usize = 256 * 1_024;

/// A JSON body that keeps the schema: known fields only, text in NFC without NUL or bidi controls, and what `validator` asks of `T`.
///
/// Refuses with 415 for another content type, 413 beyond [`BODY_MAX`], and 400 with a pointer for everything else. A `PATCH` may
/// call its body `application/merge-patch+json`.
#[derive(Debug)]
pub struct Valid<T>(pub T);

/// SHA-256 of the body as it came, left for [`super::Once`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyHash(pub(crate) [u8; 32]);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Valid<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            check_type(&request)?;
            let bytes = read_bytes(&request, payload).await?;
            request.extensions_mut().insert(BodyHash(Sha256::digest(&bytes).into()));
            parse(&bytes).map(Self)
        })
    }
}

fn parse<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<T, Problem> {
    let tree = read(bytes).map_err(|unreadable| match unreadable {
        Unreadable::Syntax { line, column } => Problem::unreadable(line, column),
        Unreadable::Flawed(flaws) => Problem::invalid(flaws),
    })?;
    let value: T = decode(tree).map_err(|flaw| Problem::invalid(vec![flaw]))?;
    value.validate().map_err(|errors| Problem::invalid(validation::flaws(&errors)))?;
    Ok(value)
}

fn check_type(request: &HttpRequest) -> Result<(), Problem> {
    let encoded = request.headers().get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity");
    let is_json = match request.content_type() {
        "application/json" => true,
        "application/merge-patch+json" => request.method() == Method::PATCH,
        _ => false,
    };
    if is_json && !encoded { Ok(()) } else { Err(Problem::unsupported_media_type()) }
}

async fn read_bytes(request: &HttpRequest, mut payload: Payload) -> Result<BytesMut, Problem> {
    let declared = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > BODY_MAX) {
        return Err(Problem::too_large());
    }
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::interrupted())?;
        if bytes.len().saturating_add(chunk.len()) > BODY_MAX {
            return Err(Problem::too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

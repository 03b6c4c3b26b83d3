//! What goes out when things go well.

use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Serialize;
use vliegwiel_application::App;
use vliegwiel_application::receipts::Answer;

use crate::input::Page;
use crate::input::if_match::etag;

/// 200 with a resource and the `ETag` of its version.
#[derive(Debug)]
pub struct Versioned<T> {
    /// Version of the resource, from 1.
    pub version: u32,
    /// The resource.
    pub body: T,
}

/// 201 with a new resource, where it is, and the `ETag` of its version.
#[derive(Debug)]
pub struct Created<T> {
    /// Path of the resource.
    pub location: String,
    /// Version of the resource, from 1.
    pub version: u32,
    /// The resource.
    pub body: T,
}

/// 204: done, nothing to tell.
#[derive(Debug, Clone, Copy)]
pub struct NoContent;

/// An answer that is sent as it was kept.
#[derive(Debug)]
pub struct Sent(pub Answer);

/// 200 with one page of a list, and where the next one is.
#[derive(Debug)]
pub struct Paged<T> {
    body: T,
    link: Option<String>,
}

/// The items of a page, before they are written for the wire.
#[derive(Debug)]
pub struct Slice<T> {
    items: Vec<T>,
    next: Option<String>,
    link: Option<String>,
}

impl<T: Serialize> Created<T> {
    /// The answer to keep and to send.
    #[must_use]
    pub fn answer(&self) -> Answer {
        Answer { status: 201, location: Some(self.location.clone()), etag: Some(etag(self.version)), body: json(&self.body) }
    }
}

impl<T: Serialize> Versioned<T> {
    /// The answer to keep and to send.
    #[must_use]
    pub fn answer(&self) -> Answer {
        Answer { status: 200, location: None, etag: Some(etag(self.version)), body: json(&self.body) }
    }
}

/// 202 without a body, to keep and to send: something will happen, and who asked is told by other means.
#[must_use]
pub const fn taken_on() -> Answer {
    Answer { status: 202, location: None, etag: None, body: String::new() }
}

/// 200 with a body that has no version, to keep and to send.
#[must_use]
pub fn told(body: &impl Serialize) -> Answer {
    Answer { status: 200, location: None, etag: None, body: json(body) }
}

/// 204, to keep and to send.
#[must_use]
pub const fn done() -> Answer {
    Answer { status: 204, location: None, etag: None, body: String::new() }
}

impl Page {
    /// How many items to ask for: one more than fits, which tells whether there is a next page.
    #[must_use]
    pub fn most(&self) -> u64 {
        u64::from(self.size).saturating_add(1)
    }

    /// Cut what [`Page::most`] found to this page; `position` is what the use case wants to hear to go on after an item.
    #[must_use]
    pub fn slice<T>(&self, app: &App, mut found: Vec<T>, position: impl Fn(&T) -> String) -> Slice<T> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let goes_on = found.len() > size;
        found.truncate(size);
        let last = found.last().filter(|_| goes_on);
        let next = last.map(|last| app.secrets.seal_cursor(&self.address, &position(last)));
        let link = next.as_ref().map(|cursor| self.link(cursor));
        Slice { items: found, next, link }
    }

    fn link(&self, cursor: &str) -> String {
        let joint = if self.address.contains('?') { '&' } else { '?' };
        format!("<{}{joint}cursor={cursor}&pageSize={}>; rel=\"next\"", self.address, self.size)
    }
}

impl<T> Slice<T> {
    /// The page on the wire, from its items and the cursor of the next.
    pub fn page<W>(self, wire: impl FnOnce(Vec<T>, Option<String>) -> W) -> Paged<W> {
        Paged { body: wire(self.items, self.next), link: self.link }
    }
}

impl<T: Serialize> Responder for Versioned<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok().insert_header((header::ETAG, etag(self.version))).json(self.body)
    }
}

impl<T: Serialize> Responder for Created<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        Sent(self.answer()).respond_to(request)
    }
}

impl<T: Serialize> Responder for Paged<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        if let Some(link) = self.link {
            response.insert_header((header::LINK, link));
        }
        response.json(self.body)
    }
}

impl Responder for NoContent {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
}

impl Responder for Sent {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Answer { status, location, etag, body } = self.0;
        let mut response = HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::OK));
        if let Some(location) = location {
            response.insert_header((header::LOCATION, location));
        }
        if let Some(etag) = etag {
            response.insert_header((header::ETAG, etag));
        }
        if body.is_empty() { response.finish() } else { response.content_type("application/json").body(body) }
    }
}

/// A wire type as JSON. Wire types are structs of texts, numbers and lists, which cannot fail to serialise.
fn json(body: &impl Serialize) -> String {
    serde_json::to_string(body).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str) -> Page {
        Page { size: 2, after: None, address: address.to_owned() }
    }

    #[test]
    fn a_link_keeps_the_filter() {
        assert_eq!(page("/x?kind=online").link("abc"), "</x?kind=online&cursor=abc&pageSize=2>; rel=\"next\"");
        assert_eq!(page("/x").link("abc"), "</x?cursor=abc&pageSize=2>; rel=\"next\"");
    }

    #[test]
    fn one_more_than_fits_is_asked_for() {
        assert_eq!(page("/x").most(), 3);
    }
}

//! The built web app, held in memory and served at every address that is not of the API.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::{self, AcceptEncoding, Encoding, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

mod addresses;
mod files;
mod pages;
mod preload;

use addresses::Kind;
use files::StoredFile;
pub use files::WebApp;

/// What the pages of the web app may load and do (security.md S30).
///
/// The two hashes are constant styles that react-aria-components 1.22 puts into the page; blob workers read the codes at check-in.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='; \
    font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// The folder of the built web app: the one that was named, else `frontend/dist`, else `../share/vliegwiel/web` beside the binary.
#[must_use]
pub fn folder(named: Option<&Path>) -> Option<PathBuf> {
    if let Some(named) = named {
        return Some(named.to_owned());
    }
    let binary = std::env::current_exe().ok();
    let installed = binary.as_deref().and_then(Path::parent).map(|folder| folder.join("../share/vliegwiel/web"));
    [Some(PathBuf::from("frontend/dist")), installed].into_iter().flatten().find(|folder| folder.join("index.html").is_file())
}

/// The answer to a request that no route of the API took.
#[must_use]
pub fn answer(web: &Arc<WebApp>, request: &HttpRequest) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return policed(&mut HttpResponse::MethodNotAllowed()).insert_header((header::ALLOW, "GET, HEAD")).finish();
    }
    let path = request.path();
    if let Some(file) = web.file(path) {
        let lifetime = if path.starts_with("/assets/") { FOR_EVER } else { ASK_AGAIN };
        return send(request, file, lifetime, None);
    }
    match addresses::kind(path) {
        Kind::Page => web.shell().map_or_else(missing_build, |shell| send(request, shell, ASK_AGAIN, web.preload())),
        Kind::Nothing => html(&mut HttpResponse::NotFound(), pages::not_found()),
    }
}

fn missing_build() -> HttpResponse {
    html(&mut HttpResponse::ServiceUnavailable(), pages::missing_build())
}

fn html(response: &mut HttpResponseBuilder, page: String) -> HttpResponse {
    policed(response).insert_header((header::CACHE_CONTROL, "no-store")).content_type("text/html; charset=utf-8").body(page)
}

fn policed(response: &mut HttpResponseBuilder) -> &mut HttpResponseBuilder {
    response.insert_header((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
}

fn send(request: &HttpRequest, file: &StoredFile, lifetime: &'static str, preload: Option<&str>) -> HttpResponse {
    let tag = EntityTag::new_weak(file.tag.clone());
    let mut response = if is_known(request, &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    policed(&mut response)
        .insert_header((header::CACHE_CONTROL, lifetime))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header(header::ETag(tag.clone()));
    if let Some(links) = preload {
        response.insert_header((header::LINK, links));
    }
    if is_known(request, &tag) {
        return response.finish();
    }
    let (body, encoding) = file.body(&accepted(request));
    if let Some(encoding) = encoding {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    response.content_type(file.content_type.clone()).body(body)
}

fn is_known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

fn accepted(request: &HttpRequest) -> Vec<Encoding> {
    let Ok(accept) = AcceptEncoding::parse(request) else {
        return Vec::new();
    };
    let known = [Encoding::brotli(), Encoding::gzip()];
    known.into_iter().filter(|encoding| accept.negotiate([encoding].into_iter()).is_some_and(|chosen| chosen == *encoding)).collect()
}

#[cfg(test)]
mod tests;

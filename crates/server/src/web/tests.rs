use std::fs;

use actix_web::body::to_bytes;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use super::*;

struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn built() -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        site.write("index.html", "<!doctype html><title>Vliegwiel</title>");
        site.write("sw.js", "self.skip");
        site.write("manifest.webmanifest", "{}");
        site.write("assets/index-1.js", "let x");
        site.write("assets/index-1.js.br", "brotli");
        site.write("assets/index-1.js.gz", "gzip");
        site.write(".vite/manifest.json", r#"{"index.html": {"file": "assets/index-1.js", "isEntry": true}}"#);
        site
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn get(&self, path: &str) -> HttpResponse {
        self.ask(TestRequest::get().uri(path))
    }

    fn ask(&self, request: TestRequest) -> HttpResponse {
        answer(&Arc::new(WebApp::load(self.folder.path()).unwrap()), &request.to_http_request())
    }
}

fn header_of<'a>(response: &'a HttpResponse, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

async fn text(response: HttpResponse) -> String {
    String::from_utf8(to_bytes(response.into_body()).await.unwrap().to_vec()).unwrap()
}

#[actix_web::test]
async fn pages_get_the_shell_asked_for_again_each_time_with_what_to_fetch() {
    let response = Site::built().get("/drenthe/networks");

    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header_of(&response, "cache-control"), "no-cache");
    assert_eq!(header_of(&response, "content-type"), "text/html; charset=utf-8");
    assert_eq!(header_of(&response, "link"), "</assets/index-1.js>; rel=modulepreload");
    assert!(text(response).await.contains("<title>Vliegwiel"));
}

#[actix_web::test]
async fn addresses_of_the_server_never_get_the_shell() {
    for path in
        ["/api/v1/absent", "/health/absent", "/problems/a/b", "/dev/mailbox", "/assets/absent-1.js", "/absent.js", "/.vite/manifest.json"]
    {
        let response = Site::built().get(path);
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!text(response).await.contains("<title>Vliegwiel</title>"), "{path}");
    }
}

#[actix_web::test]
async fn assets_are_kept_for_ever_and_the_service_worker_is_not() {
    let site = Site::built();

    assert_eq!(header_of(&site.get("/assets/index-1.js"), "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header_of(&site.get("/assets/index-1.js"), "content-type"), "text/javascript; charset=utf-8");
    assert_eq!(header_of(&site.get("/sw.js"), "cache-control"), "no-cache");
    assert_eq!(header_of(&site.get("/manifest.webmanifest"), "content-type"), "application/manifest+json; charset=utf-8");
}

#[actix_web::test]
async fn the_smallest_form_that_the_browser_accepts_is_sent() {
    for (accepted, encoding, body) in [
        ("gzip, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", "", "let x"),
        ("", "", "let x"),
    ] {
        let response = Site::built().ask(TestRequest::get().uri("/assets/index-1.js").insert_header(("accept-encoding", accepted)));
        assert_eq!(header_of(&response, "content-encoding"), encoding, "{accepted}");
        assert_eq!(header_of(&response, "vary"), "Accept-Encoding");
        assert_eq!(text(response).await, body, "{accepted}");
    }
}

#[actix_web::test]
async fn a_known_file_is_not_sent_again_and_a_changed_one_is() {
    let site = Site::built();
    let tag = header_of(&site.get("/"), "etag").to_owned();
    let again = || TestRequest::get().uri("/").insert_header(("if-none-match", tag.clone()));

    assert_eq!(site.ask(again()).status(), StatusCode::NOT_MODIFIED);
    site.write("index.html", "<!doctype html><title>Nieuw</title>");

    assert_eq!(site.ask(again()).status(), StatusCode::OK);
}

#[actix_web::test]
async fn every_answer_carries_the_policy_and_only_reading_is_allowed() {
    let site = Site::built();

    for response in [site.get("/"), site.get("/assets/index-1.js"), site.get("/api/x"), site.ask(TestRequest::post().uri("/"))] {
        assert_eq!(header_of(&response, "content-security-policy"), CONTENT_SECURITY_POLICY);
    }
    assert_eq!(site.ask(TestRequest::post().uri("/")).status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[actix_web::test]
async fn without_a_build_the_page_says_which_command_builds_it() {
    let response = answer(&Arc::new(WebApp::default()), &TestRequest::get().uri("/").to_http_request());

    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(text(response).await.contains("npm --prefix frontend run build"));
}

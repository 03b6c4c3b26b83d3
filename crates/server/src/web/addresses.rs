//! Which addresses are pages of the web app.

/// What an address stands for, when there is no such file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page: the web app finds out what to show.
    Page,
    /// Nothing, and the web app must not pretend otherwise.
    Nothing,
}

/// First parts of addresses that are never pages of the web app. The service worker leaves the same alone (frontend/vite/pwa.ts).
const NEVER_PAGES: [&str; 10] = [".well-known", "api", "assets", "dev", "embed", "feeds", "health", "maps", "metrics", "problems"];

/// What the address stands for.
///
/// A dot in the last part is a file that is absent: answering it with a page would show a broken script as a page of HTML.
#[must_use]
pub fn kind(path: &str) -> Kind {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    if NEVER_PAGES.contains(&first) || last.contains('.') || path.starts_with("//") {
        return Kind::Nothing;
    }
    Kind::Page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_organisations_and_of_the_app_are_pages() {
        for path in ["/", "/drenthe", "/drenthe/", "/drenthe/networks/zorg/meetings/0193", "/sign-in", "/apiary", "/drenthe/api"] {
            assert_eq!(kind(path), Kind::Page, "{path}");
        }
    }

    #[test]
    fn addresses_of_the_server_are_never_pages() {
        for path in [
            "/api",
            "/api/",
            "/api/v1/x",
            "/health",
            "/health/x",
            "/problems/a/b",
            "/dev/mailbox",
            "/assets/x",
            "/metrics",
            "/.well-known/x",
        ] {
            assert_eq!(kind(path), Kind::Nothing, "{path}");
        }
    }

    #[test]
    fn a_file_that_is_absent_is_not_a_page() {
        for path in ["/favicon.ico", "/drenthe/logo.png", "/sw.js", "/.env", "//evil.example/"] {
            assert_eq!(kind(path), Kind::Nothing, "{path}");
        }
    }
}

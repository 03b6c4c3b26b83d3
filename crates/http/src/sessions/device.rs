//! The device that someone signs in with: a cookie to know it again, and a name for its owner.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest};

use crate::input::own_site::cookie;

/// Name of the cookie by which a device is known again.
const DEVICE_COOKIE: &str = "__Host-vliegwiel-device";
/// How long a device is known, in seconds: a year. Our choice.
const LIFETIME_SECONDS: u32 = 31_536_000;

/// What is known of the device of a request.
#[derive(Debug, Clone)]
pub struct DeviceCookie {
    /// What it was given when someone signed in with it.
    pub token: Option<String>,
    /// Browser and system, such as `Firefox, Linux`.
    pub name: String,
}

impl FromRequest for DeviceCookie {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let agent = request.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        ready(Ok(Self { token: cookie(request.headers(), DEVICE_COOKIE), name: name_of(agent) }))
    }
}

/// Value of `Set-Cookie` by which the device is known again. It signs nobody in.
pub fn keep(token: &str) -> String {
    format!("{DEVICE_COOKIE}={token}; Path=/; Max-Age={LIFETIME_SECONDS}; HttpOnly; Secure; SameSite=Strict")
}

/// Browser and system, as far as the agent tells; nothing more of it is kept.
fn name_of(agent: &str) -> String {
    // the order matters: each of these names itself after the ones that follow
    let browsers = [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrom", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ];
    let systems = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let known = |names: &[(&str, &str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| (*name).to_owned());
    [known(&browsers), known(&systems)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_by_its_browser_and_system() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

        assert_eq!(name_of(chrome), "Chrome, Linux");
        assert_eq!(name_of(iphone), "Safari, iPhone");
        assert_eq!(name_of("curl/8"), "");
    }
}

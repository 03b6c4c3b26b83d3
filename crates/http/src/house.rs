//! What all workers of a node share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::web::Bytes;
use ipnet::IpNet;
use vliegwiel_application::App;

use crate::border::{Limits, Methods, RateLimits};
use crate::document::{DOCUMENT_PATH, openapi};

/// What the operator decides about HTTP.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Proxies whose `X-Forwarded-For` counts. None by default.
    pub trusted_proxies: Vec<IpNet>,
    /// Origins of other sites whose pages may call the API, as `https://host[:port]`. None by default.
    pub allowed_origins: Vec<String>,
    /// How much one caller may ask.
    pub rate_limits: RateLimits,
}

/// The document could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the API document cannot be written")]
pub struct HouseError(#[from] serde_json::Error);

/// What all workers of a node share: made once, given to [`crate::site`] for each worker.
pub struct House {
    app: Arc<App>,
    options: Options,
    own_origin: String,
    limits: Limits,
    methods: Methods,
    document: Bytes,
    is_draining: AtomicBool,
}

impl House {
    /// Build the document and begin to count.
    ///
    /// # Errors
    /// [`HouseError`].
    pub fn new(app: Arc<App>, options: Options) -> Result<Arc<Self>, HouseError> {
        let document = openapi()?;
        Ok(Arc::new(Self {
            own_origin: origin_of(&app.settings.public_url),
            limits: Limits::new(options.rate_limits),
            methods: Methods::of(&document, &[DOCUMENT_PATH]),
            document: Bytes::from(serde_json::to_vec(&document)?),
            is_draining: AtomicBool::new(false),
            app,
            options,
        }))
    }

    /// From now on `/health/ready` answers 503, so that a proxy sends nothing new while the node finishes what it has.
    pub fn drain(&self) {
        self.is_draining.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_draining(&self) -> bool {
        self.is_draining.load(Ordering::Relaxed)
    }

    pub(crate) const fn app(&self) -> &Arc<App> {
        &self.app
    }

    pub(crate) const fn options(&self) -> &Options {
        &self.options
    }

    /// Origin of the web app, such as `https://netwerken.example`.
    pub(crate) fn own_origin(&self) -> &str {
        &self.own_origin
    }

    pub(crate) const fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(crate) const fn methods(&self) -> &Methods {
        &self.methods
    }

    /// The document as JSON.
    pub(crate) fn document(&self) -> Bytes {
        self.document.clone()
    }
}

/// Scheme, host and port of an address.
fn origin_of(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    format!("{scheme}://{}", rest.split('/').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_no_path() {
        assert_eq!(origin_of("https://netwerken.example:8443/app"), "https://netwerken.example:8443");
        assert_eq!(origin_of("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
    }
}

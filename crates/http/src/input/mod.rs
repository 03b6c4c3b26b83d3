//! What comes in: every input is hostile until it is read here.

pub mod body;
mod decode;
pub mod if_match;
pub mod moments;
pub mod once;
pub mod own_site;
pub mod patch;
pub mod path;
pub mod query;
pub mod session;
mod tree;
mod validation;
pub mod words;

pub use body::Valid;
pub use if_match::{IfMatch, IfMatchHeader};
pub use once::{IdempotencyKeyHeader, Once, OnceRequired};
pub use own_site::{OwnSite, RefreshCookie, forget_refresh_token, keep_refresh_token};
pub use path::Path;
pub use query::{Listing, NoFilter, Page, PageParameters, Parameters, name_position};
pub use session::{Caller, Session, SignedIn};

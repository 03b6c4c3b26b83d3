//! Logs: JSON for machines, text on a terminal, to standard error; no personal data.

use std::io::{self, IsTerminal};
use std::panic;

use tracing_subscriber::EnvFilter;

/// Begin to log. A second call changes nothing.
pub fn begin(filter: &str) {
    let filter = EnvFilter::new(filter);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let begun = if io::stderr().is_terminal() {
        builder.with_target(false).try_init()
    } else {
        builder.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
    };
    if begun.is_ok() {
        log_panics();
    }
}

// the message of a panic may repeat what someone typed: only its place is logged
fn log_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a request or a task panicked");
    }));
}

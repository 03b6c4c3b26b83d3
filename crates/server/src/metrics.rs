//! Prometheus metrics, on a port of their own.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::Duration;

use actix_web::{App, HttpResponse, HttpServer, dev::ServerHandle, web};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use tokio::task::JoinHandle;

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();
/// Time between two clearings of what the histograms gathered. Our choice.
const UPKEEP: Duration = Duration::from_secs(5);
/// Bounds of the histograms, in seconds. Our choice: around the promises of reliability.md.
const BOUNDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Why there are no metrics.
#[derive(Debug, thiserror::Error)]
pub enum MetricsError {
    /// The recorder does not start.
    #[error("the metrics cannot be recorded: {0}")]
    Recorder(#[from] BuildError),
    /// The port is not free.
    #[error("the metrics cannot listen on {address}: {cause}")]
    Listen {
        /// Where they should.
        address: SocketAddr,
        /// Why not.
        cause: std::io::Error,
    },
}

/// The port of the metrics while it is open.
#[derive(Debug)]
pub struct Open {
    address: SocketAddr,
    handle: ServerHandle,
    upkeep: JoinHandle<()>,
}

impl Open {
    /// Where they listen.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Close the port.
    pub async fn close(self) {
        self.upkeep.abort();
        self.handle.stop(false).await;
    }
}

/// Record from now on, and answer `GET /metrics`.
///
/// # Errors
/// [`MetricsError`].
pub fn open(address: SocketAddr) -> Result<Open, MetricsError> {
    let recorder = recorder()?;
    let listen = |cause| MetricsError::Listen { address, cause };
    let rendered = recorder.clone();
    let server = HttpServer::new(move || App::new().app_data(web::Data::new(rendered.clone())).route("/metrics", web::get().to(render)));
    let server = server.workers(1).disable_signals().bind(address).map_err(listen)?;
    let address = server.addrs().first().copied().unwrap_or(address);
    let server = server.run();
    let handle = server.handle();
    tokio::spawn(server);
    Ok(Open { address, handle, upkeep: tokio::spawn(keep_up(recorder)) })
}

fn recorder() -> Result<PrometheusHandle, BuildError> {
    if let Some(recorder) = RECORDER.get() {
        return Ok(recorder.clone());
    }
    let recorder = PrometheusBuilder::new().set_buckets(&BOUNDS)?.install_recorder()?;
    Ok(RECORDER.get_or_init(|| recorder).clone())
}

async fn render(recorder: web::Data<PrometheusHandle>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(recorder.render())
}

async fn keep_up(recorder: PrometheusHandle) {
    loop {
        tokio::time::sleep(UPKEEP).await;
        recorder.run_upkeep();
    }
}

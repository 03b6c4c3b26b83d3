//! The server: the API, the web app, and the worker beside them.

use std::net::{SocketAddr, TcpListener};
use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpServer};
use tokio::net::TcpSocket;
use tokio::task::JoinHandle;
use vliegwiel_application::App;
use vliegwiel_http::House;

use crate::configuration::{Configuration, Worker, Wrong};
use crate::failure::Failure;
use crate::opening::{self, Opened, Outside};
use crate::web::WebApp;
use crate::worker::Working;
use crate::{dev_mailbox, mail, metrics, worker};

/// Connections that may wait for the server to accept them: a network that opens its registration gets hundreds at once.
const BACKLOG: u32 = 1024;
/// Longest wait for the head of a request (security.md S33).
const HEAD: Duration = Duration::from_secs(5);
/// Longest wait for requests that are under way when the server stops, in seconds. Each has a deadline of ten anyway.
const UNDER_WAY_SECONDS: u64 = 15;
/// Time between "not ready" and closing the door, so that a proxy sends nobody any more (reliability.md R24).
const FAREWELL: Duration = Duration::from_secs(1);

/// A server while it runs.
pub struct Running {
    address: SocketAddr,
    opened: Opened,
    house: Arc<House>,
    handle: ServerHandle,
    task: JoinHandle<std::io::Result<()>>,
    working: Option<Working>,
    metrics: Option<metrics::Open>,
}

impl Running {
    /// Where the API and the web app listen.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The application behind it: for tests that arrange data.
    #[must_use]
    pub const fn app(&self) -> &Arc<App> {
        &self.opened.app
    }

    /// Where the metrics listen, if they do.
    #[must_use]
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics.as_ref().map(metrics::Open::address)
    }

    /// Say that this node is leaving: from now on it is not ready, and still answers everything else.
    pub fn leave(&self) {
        self.house.drain();
    }

    /// Answer what is under way, let the worker finish, and let go of the database: within 30 seconds (reliability.md R24).
    pub async fn stop(self) {
        self.leave();
        self.handle.stop(true).await;
        if let Some(working) = self.working {
            working.stop().await;
        }
        if let Some(metrics) = self.metrics {
            metrics.close().await;
        }
        self.opened.close().await;
    }

    /// Run until the operating system asks to stop, then stop.
    ///
    /// # Errors
    /// [`Failure::System`] when the server ended by itself.
    pub async fn until_told(mut self) -> Result<(), Failure> {
        let farewell = tokio::select! {
            ended = &mut self.task => {
                return Err(ended.map_or_else(std::io::Error::other, |ended| ended.err().unwrap_or_else(|| std::io::Error::other("the server ended"))).into());
            }
            farewell = told_to_stop() => farewell?,
        };
        tracing::info!("stopping");
        self.leave();
        tokio::time::sleep(farewell).await;
        self.stop().await;
        Ok(())
    }
}

/// Wait until the operating system asks to stop; gives the time that may pass before the door closes.
///
/// # Errors
/// When signals cannot be heard.
pub async fn told_to_stop() -> std::io::Result<Duration> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(FAREWELL),
        // a person at the keyboard has no proxy to tell
        interrupted = tokio::signal::ctrl_c() => interrupted.map(|()| Duration::ZERO),
    }
}

/// Start with the clock and the chance of this machine.
///
/// # Errors
/// [`Failure`].
pub async fn start(configuration: &Configuration) -> Result<Running, Failure> {
    start_with(configuration, Outside::real()).await
}

/// Start: listen, take and migrate the database, load the web app, begin to answer and to work.
///
/// # Errors
/// [`Failure`].
pub async fn start_with(configuration: &Configuration, outside: Outside) -> Result<Running, Failure> {
    let listener = listen(configuration.bind)?;
    let address = listener.local_addr()?;
    let opened = opening::open(configuration, outside, configuration.public_url_at(address)).await?;
    let metrics = configuration.metrics_bind.map(metrics::open).transpose()?;
    let working = match configuration.worker {
        Worker::Here => Some(worker::start(Arc::clone(&opened.app), mail::mailer(&configuration.mail, &opened.app)?)),
        Worker::Elsewhere => None,
    };
    let house = House::new(Arc::clone(&opened.app), configuration.http.clone())?;
    let pages = Pages {
        web: Arc::new(load_web(configuration)?),
        mailbox: mail::is_mailbox_open(&configuration.mail, &opened.app).then(|| Arc::clone(&opened.app)),
    };
    let server = serve(listener, Arc::clone(&house), pages)?;
    let (handle, task) = (server.handle(), tokio::spawn(server));
    tracing::info!(%address, "serving");
    Ok(Running { address, opened, house, handle, task, working, metrics })
}

fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let bound = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)?.into_std()
    };
    bound().map_err(|cause| Failure::Listen { address, cause })
}

fn load_web(configuration: &Configuration) -> Result<WebApp, Failure> {
    if let Some(folder) = configuration.web_dir.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(Wrong { origin: "--web-dir".to_owned(), problem: format!("there is no folder {}", folder.display()) }.into());
    }
    let Some(folder) = crate::web::folder(configuration.web_dir.as_deref()) else {
        tracing::warn!("the web app is not built: `npm --prefix frontend run build` builds it, --web-dir says where it is");
        return Ok(WebApp::default());
    };
    WebApp::load(&folder).map_err(|cause| Failure::WebApp { folder, cause })
}

fn serve(listener: TcpListener, house: Arc<House>, pages: Pages) -> Result<Server, Failure> {
    let threads = available_parallelism().map_or(1, NonZero::get);
    let server = HttpServer::new(move || {
        let pages = pages.clone();
        vliegwiel_http::site(&house, move |service| pages.configure(service))
    });
    let server = server.workers(threads).client_request_timeout(HEAD).shutdown_timeout(UNDER_WAY_SECONDS).disable_signals();
    Ok(server.listen(listener)?.run())
}

/// What is served beside the API.
#[derive(Clone)]
struct Pages {
    web: Arc<WebApp>,
    mailbox: Option<Arc<App>>,
}

impl Pages {
    fn configure(self, service: &mut ServiceConfig) {
        if let Some(app) = &self.mailbox {
            dev_mailbox::configure(service, app);
        }
        service.default_service(web::to(move |request: HttpRequest| {
            let answer = crate::web::answer(&self.web, &request);
            async move { answer }
        }));
    }
}

//! A running product with a database, a clock and nothing else in it.

use std::sync::Arc;
use std::sync::mpsc;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use sea_orm::DatabaseConnection;
use vliegwiel_application::{App, Parts, Secrets, Settings};
use vliegwiel_http::{House, Options, RateLimits};

use crate::caller::Caller;
use crate::contract;
use crate::database::TestDatabase;
use crate::time::{Counting, TestClock};

/// A running product; gone when dropped.
pub struct World {
    /// For arranging through use cases.
    pub app: Arc<App>,
    /// The time of the product.
    pub clock: Arc<TestClock>,
    /// Where it listens, such as `http://127.0.0.1:40000`.
    pub address: String,
    server: ServerHandle,
    database: TestDatabase,
}

impl World {
    /// A world without organisations.
    pub async fn new() -> Self {
        Self::with_seed(&[42; 32]).await
    }

    /// The same, of an installation with this secret: so that other nodes of it know who was signed in here.
    pub async fn with_seed(seed: &[u8; 32]) -> Self {
        Self::start(seed, Options::default()).await
    }

    /// The same, for a test that asks more than one caller may.
    pub async fn without_limits() -> Self {
        Self::with_limits(RateLimits { per_address: None, per_account: None, per_organization: None }).await
    }

    /// The same, where one caller may ask so much.
    pub async fn with_limits(rate_limits: RateLimits) -> Self {
        Self::start(&[42; 32], Options { rate_limits, ..Options::default() }).await
    }

    async fn start(seed: &[u8; 32], options: Options) -> Self {
        let database = TestDatabase::fresh().await;
        let clock = Arc::new(TestClock::default());
        let app = Arc::new(App::new(Parts {
            db: database.database.clone(),
            clock: clock.clone(),
            randomness: Arc::new(Counting::default()),
            secrets: Secrets::from_seed(seed).unwrap(),
            settings: Settings { public_url: "https://vliegwiel.example".to_owned(), is_demo: false },
        }));
        let (address, server) = serve(app.clone(), options);
        Self { app, clock, address, server, database }
    }

    /// Someone who is not signed in.
    #[must_use]
    pub fn anonymous(&self) -> Caller {
        Caller::new(&self.address, None)
    }

    /// The database, to see what a request left behind.
    #[must_use]
    pub fn rows(&self) -> &DatabaseConnection {
        self.database.database.read()
    }

    /// The statements that the product sent since the last time this was asked.
    #[must_use]
    pub fn statements(&self) -> Vec<String> {
        self.database.statements.take()
    }

    /// Address of the database.
    #[must_use]
    pub fn database_url(&self) -> &str {
        &self.database.url
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // the server has a thread of its own and ends there
        drop(self.server.stop(false));
    }
}

fn serve(app: Arc<App>, options: Options) -> (String, ServerHandle) {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let house = House::new(app, options).unwrap();
            let server = actix_web::HttpServer::new(move || vliegwiel_http::site(&house, |_| {}).wrap(from_fn(contract::keep)))
                .workers(1)
                .disable_signals()
                .bind(("127.0.0.1", 0))
                .unwrap();
            let address = format!("http://{}", server.addrs().first().unwrap());
            let running = server.run();
            tell.send((address, running.handle())).unwrap();
            running.await.unwrap();
        });
    });
    told.recv().unwrap()
}

//! The server in the process of the test.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_application::administrators::{self, NewOrganization};
use vliegwiel_domain::organizations::OrganizationKind;
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::outbox;
use vliegwiel_server::configuration::Configuration;
use vliegwiel_server::configuration::settings::Setting;
use vliegwiel_server::failure::Failure;
use vliegwiel_server::opening::Ground;
use vliegwiel_server::server::{self, Running};

mod support;

use support::{Answer, get};

fn configuration(folder: &Path, more: &[(Setting, &str)]) -> Configuration {
    let url = format!("sqlite://{}", folder.join("vliegwiel.db").display());
    let usual = [(Setting::DatabaseUrl, url.as_str()), (Setting::Bind, "127.0.0.1:0")];
    let flags: BTreeMap<_, _> = usual.iter().chain(more).map(|(setting, value)| (*setting, (*value).to_owned())).collect();
    Configuration::gather(&flags, &|_| None).unwrap()
}

async fn demo(folder: &Path, more: &[(Setting, &str)]) -> Running {
    let configuration = configuration(folder, more);
    let ground = Ground::take(&configuration).await.unwrap();
    ground.migrate().await.unwrap();
    ground.become_demo().await.unwrap();
    ground.close().await;
    server::start(&configuration).await.unwrap()
}

async fn ask(address: SocketAddr, path: &'static str) -> Answer {
    tokio::task::spawn_blocking(move || get(address, path)).await.unwrap().expect("the server answers")
}

async fn post(running: &Running, to: &str) {
    let app = running.app();
    let letter =
        json!({ "to": to, "subject": "Bevestig", "text": "Klik op {link}.", "link": { "page": "/confirm", "token": Uuid::from_u128(7) } });
    outbox::insert(app.db.maintenance(), app.new_id::<()>().uuid(), None, letter, app.now()).await.unwrap();
}

async fn mails(address: SocketAddr, path: &'static str) -> Vec<Value> {
    for _ in 0..100 {
        let answer: Value = serde_json::from_str(&ask(address, path).await.body).unwrap();
        if let Some(items) = answer.get("items").and_then(Value::as_array).filter(|items| !items.is_empty()) {
            return items.clone();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Vec::new()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_shows_its_mail_with_links_that_can_be_followed() {
    let folder = tempfile::tempdir().unwrap();
    let running = demo(folder.path(), &[]).await;
    let address = running.address();

    post(&running, "lid@drenthe.example").await;
    post(&running, "gast@drenthe.example").await;

    let items = mails(address, "/dev/mailbox/messages?to=lid%40drenthe.example").await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["to"], "lid@drenthe.example");
    let link = items[0]["links"][0].as_str().unwrap();
    assert!(link.starts_with(&format!("http://{address}/confirm#")), "{link}");
    assert!(ask(address, "/dev/mailbox").await.body.contains(link));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mailbox_exists_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let running = server::start(&configuration(folder.path(), &[(Setting::NoWorker, "true")])).await.unwrap();

    for path in ["/dev/mailbox", "/dev/mailbox/messages", "/dev/mailbox/messages?to=lid@drenthe.example"] {
        assert_eq!(ask(running.address(), path).await.status, 404, "{path}");
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_worker_mail_waits() {
    let folder = tempfile::tempdir().unwrap();
    let running = demo(folder.path(), &[(Setting::NoWorker, "true")]).await;

    post(&running, "lid@drenthe.example").await;
    tokio::time::sleep(Duration::from_secs(1)).await;

    assert!(ask(running.address(), "/dev/mailbox/messages").await.body.contains("\"items\":[]"));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_and_the_api_stay_apart() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("web")).unwrap();
    std::fs::write(folder.path().join("web/index.html"), "<title>Vliegwiel</title>").unwrap();
    let web = folder.path().join("web");
    let running = demo(folder.path(), &[(Setting::WebDir, web.to_str().unwrap())]).await;
    let address = running.address();

    for path in ["/", "/drenthe", "/drenthe/networks/zorg"] {
        let page = ask(address, path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("<title>Vliegwiel</title>"), "{path}");
        assert_eq!(page.head.matches("content-security-policy:").count(), 1, "{path}");
        assert!(page.head.contains("script-src 'self'") && page.head.contains("nosniff"), "{path}: {}", page.head);
    }
    for path in ["/api/absent", "/api/v1/absent", "/health/absent", "/problems/absent", "/dev/absent", "/assets/absent.js"] {
        let answer = ask(address, path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("<title>Vliegwiel</title>"), "{path}");
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_have_a_port_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let running = demo(folder.path(), &[(Setting::MetricsBind, "127.0.0.1:0")]).await;
    ask(running.address(), "/health/live").await;

    let metrics = ask(running.metrics_address().unwrap(), "/metrics").await;

    assert_eq!(metrics.status, 200);
    assert!(metrics.body.contains("http_requests_total{route=\"/health/live\""), "{}", metrics.body);
    assert_eq!(ask(running.address(), "/metrics").await.status, 404);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_server_lets_go_of_its_database_and_its_port() {
    let folder = tempfile::tempdir().unwrap();
    let running = demo(folder.path(), &[]).await;
    let address = running.address();

    running.stop().await;

    assert!(tokio::task::spawn_blocking(move || get(address, "/health/live")).await.unwrap().is_none());
    assert!(Ground::take(&configuration(folder.path(), &[])).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_taken_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();

    let refused = server::start(&configuration(folder.path(), &[(Setting::Bind, &address)])).await.err().unwrap();

    assert!(matches!(refused, Failure::Listen { .. }));
    assert!(refused.line().contains(&address), "{}", refused.line());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_in_use_cannot_become_a_demo() {
    let folder = tempfile::tempdir().unwrap();
    let configuration = configuration(folder.path(), &[(Setting::NoWorker, "true")]);
    let running = server::start(&configuration).await.unwrap();
    let founding = NewOrganization { name: "Echte partij".to_owned(), kind: OrganizationKind::Party };
    let administrator = EmailAddress::parse("beheer@echt.example").unwrap();
    administrators::invite(running.app(), "echt", &administrator, Some(founding)).await.unwrap();
    running.stop().await;

    let ground = Ground::take(&configuration).await.unwrap();
    let refused = ground.become_demo().await.unwrap_err();

    assert!(matches!(refused, Failure::Wrong(_)), "{refused}");
}

//! The binary as an operator meets it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

mod support;

use support::get;

fn vliegwiel(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vliegwiel"));
    command.current_dir(folder).env_clear().env("VLIEGWIEL_LOG", "error");
    command
}

fn run(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    vliegwiel(folder.path()).args(arguments).output().unwrap()
}

fn one_line(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

/// A server that is killed when the test ends.
struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    fn start(folder: &Path) -> Self {
        Self::start_with(folder, &["serve", "--bind", "127.0.0.1:0", "--local-mailbox"])
    }

    fn start_with(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = vliegwiel(folder).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Vliegwiel: http://").expect("the address is printed").parse().unwrap();
        Self { child, address }
    }

    fn terminate(&self) {
        assert!(Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status().unwrap().success());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_wrong_value_is_one_line_and_exit_code_2() {
    for arguments in [&["serve", "--bind", "nowhere"][..], &["serve", "--bnid", "x"], &["fly"], &["migrate", "--database-url", "mysql://x"]]
    {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(one_line(&output).starts_with("vliegwiel: "), "{arguments:?}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_wrong_variable_is_named() {
    let folder = tempfile::tempdir().unwrap();

    let output = vliegwiel(folder.path()).arg("serve").env("VLIEGWIEL_BIND", "nowhere").output().unwrap();

    assert_eq!(output.status.code(), Some(2));
    assert!(one_line(&output).starts_with("vliegwiel: VLIEGWIEL_BIND: \"nowhere\" is not an address"));
}

#[test]
fn serving_people_without_a_mail_server_is_refused() {
    let output = run(&["serve", "--bind", "127.0.0.1:0"]);

    assert_eq!(output.status.code(), Some(2));
    assert!(one_line(&output).contains("--local-mailbox"));
}

#[test]
fn help_and_version_succeed() {
    let help = run(&["serve", "--help"]);
    let version = run(&["--version"]);

    assert!(help.status.success() && version.status.success());
    assert!(String::from_utf8(help.stdout).unwrap().contains("VLIEGWIEL_BIND"));
}

#[test]
fn the_document_is_printed_without_a_database() {
    let folder = tempfile::tempdir().unwrap();

    let output = vliegwiel(folder.path()).arg("openapi").output().unwrap();

    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn checking_changes_nothing_and_migrating_makes_the_database() {
    let folder = tempfile::tempdir().unwrap();

    let before = vliegwiel(folder.path()).arg("check").output().unwrap();
    assert!(before.status.success(), "{before:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);

    assert!(vliegwiel(folder.path()).arg("migrate").status().unwrap().success());
    let after = String::from_utf8(vliegwiel(folder.path()).arg("check").output().unwrap().stdout).unwrap();
    assert!(after.contains("synchronous = 2: right") && after.contains("not damaged"), "{after}");
}

#[test]
fn a_database_that_may_lose_writes_is_never_opened_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    assert!(vliegwiel(folder.path()).arg("migrate").status().unwrap().success());

    let accepted = vliegwiel(folder.path()).args(["check", "--accept-data-loss"]).output().unwrap();

    assert!(String::from_utf8(accepted.stdout).unwrap().contains("synchronous = 1: should be 2"));
}

#[test]
fn a_damaged_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/vliegwiel.db");
    assert!(vliegwiel(folder.path()).arg("migrate").status().unwrap().success());
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[4096 * 3..4096 * 6].fill(0xAB);
    std::fs::write(&file, bytes).unwrap();

    let output = vliegwiel(folder.path()).args(["serve", "--bind", "127.0.0.1:0", "--local-mailbox"]).output().unwrap();

    assert_eq!(output.status.code(), Some(1));
    one_line(&output);
}

#[test]
fn a_server_starts_within_its_second_and_stops_when_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    assert!(vliegwiel(folder.path()).arg("migrate").status().unwrap().success());

    let begun = Instant::now();
    let mut server = Served::start(folder.path());
    let ready = get(server.address, "/health/ready").unwrap();
    let taken = begun.elapsed();
    server.terminate();
    std::thread::sleep(Duration::from_millis(300));
    let leaving = get(server.address, "/health/ready").map(|answer| answer.status);
    let live = get(server.address, "/health/live").map(|answer| answer.status);
    let code = server.child.wait().unwrap().code();

    assert_eq!(ready.status, 200);
    assert!(ready.head.contains("cache-control: no-store") && ready.body.contains("ready"));
    assert!(taken < Duration::from_secs(5), "{taken:?}");
    assert_eq!((leaving, live, code), (Some(503), Some(200), Some(0)));
}

#[test]
fn a_second_process_on_the_same_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let _server = Served::start(folder.path());

    let output = vliegwiel(folder.path()).arg("migrate").output().unwrap();

    assert_eq!(output.status.code(), Some(1));
    assert!(one_line(&output).contains("another process uses data/vliegwiel.db"));
}

#[test]
fn the_demo_can_be_loaded_again_and_needs_no_mail_server() {
    let folder = tempfile::tempdir().unwrap();

    for _ in 0..2 {
        assert!(vliegwiel(folder.path()).arg("demo").status().unwrap().success());
    }

    let server = Served::start_with(folder.path(), &["serve", "--bind", "127.0.0.1:0"]);
    let organizations = get(server.address, "/api/v1/organizations").unwrap().body;
    assert_eq!(organizations.matches("\"slug\":\"drenthe\"").count(), 1, "{organizations}");
}

#[test]
fn the_first_administrator_gets_a_link_and_no_password_s22() {
    let folder = tempfile::tempdir().unwrap();
    let create = |arguments: &[&str]| {
        let fixed = ["admin", "create", "--organization", "drenthe", "--email", "beheer@drenthe.example"];
        vliegwiel(folder.path()).args(fixed).args(arguments).output().unwrap()
    };

    let nowhere = create(&[]);
    let founded = create(&["--name", "Politiek Netwerk Drenthe", "--kind", "civic", "--public-url", "https://netwerken.example"]);
    let again = create(&[]);

    assert_eq!(nowhere.status.code(), Some(2));
    assert!(one_line(&nowhere).contains("there is no organisation drenthe"));
    let text = String::from_utf8(founded.stdout).unwrap();
    assert!(founded.status.success() && text.contains("https://netwerken.example/drenthe/uitnodiging#"), "{text}");
    assert!(again.status.success());
}

#[test]
fn areas_are_taken_in_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let import = |text: &str| {
        std::fs::write(folder.path().join("areas.csv"), text).unwrap();
        vliegwiel(folder.path()).args(["areas", "import", "areas.csv"]).output().unwrap()
    };

    let broken = import("code,name,province\nGM0106,Assen,Drenthe\nGM1,Kort,Drenthe\n");
    let good = import("code,name,province\nGM0106,Assen,Drenthe\nGM0820,\"Nuenen, Gerwen en Nederwetten\",Noord-Brabant\n");
    let again = import("code,name,province\nGM0106,Assen,Drenthe\n");

    let told = String::from_utf8(broken.stderr).unwrap();
    assert_eq!(broken.status.code(), Some(2));
    assert!(told.starts_with("areas.csv:3: ") && told.ends_with("nothing was taken in: 1 lines are not right\n"), "{told}");
    assert_eq!(String::from_utf8(good.stdout).unwrap(), "2 added, 0 changed, 0 as they were\n");
    assert_eq!(String::from_utf8(again.stdout).unwrap(), "0 added, 0 changed, 1 as they were\n");
    assert_eq!(vliegwiel(folder.path()).args(["areas", "import", "nergens.csv"]).output().unwrap().status.code(), Some(2));
}

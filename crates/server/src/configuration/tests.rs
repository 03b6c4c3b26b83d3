use std::collections::BTreeMap;
use std::ffi::OsString;

use super::*;

type Variables = BTreeMap<&'static str, &'static str>;

fn gather(flags: &[(Setting, &str)], variables: &[(&'static str, &'static str)]) -> Result<Configuration, Wrong> {
    let flags: Flags = flags.iter().map(|(setting, value)| (*setting, (*value).to_owned())).collect();
    let variables: Variables = variables.iter().copied().collect();
    Configuration::gather(&flags, &|name| variables.get(name).map(OsString::from))
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn port(configuration: &Result<Configuration, Wrong>) -> u16 {
    configuration.as_ref().unwrap().bind.port()
}

#[test]
fn nothing_said_is_sqlite_on_loopback() {
    let configuration = gather(&[], &[]).unwrap();

    assert_eq!(configuration.bind.to_string(), "127.0.0.1:8080");
    assert_eq!(format!("{:?}", configuration.database), "sqlite://data/vliegwiel.db");
    assert_eq!(configuration.durability, Durability::Full);
    assert_eq!(configuration.worker, Worker::Here);
    assert!(matches!(configuration.mail, MailRoute::Unsaid));
}

#[test]
fn a_flag_beats_the_environment_which_beats_the_file() {
    let file = file("bind = \"127.0.0.1:3\"");
    let path = file.path().to_str().unwrap();
    let flag = (Setting::Bind, "127.0.0.1:1");
    let variable = ("VLIEGWIEL_BIND", "127.0.0.1:2");

    assert_eq!(port(&gather(&[(Setting::Config, path), flag], &[variable])), 1);
    assert_eq!(port(&gather(&[(Setting::Config, path)], &[variable])), 2);
    assert_eq!(port(&gather(&[(Setting::Config, path)], &[])), 3);
}

#[test]
fn an_empty_variable_counts_as_absent() {
    assert_eq!(port(&gather(&[], &[("VLIEGWIEL_BIND", "")])), 8080);
}

#[test]
fn a_switch_of_the_file_can_be_undone_by_the_environment() {
    let file = file("no-worker = true");
    let path = file.path().to_str().unwrap();

    assert_eq!(gather(&[(Setting::Config, path)], &[]).unwrap().worker, Worker::Elsewhere);
    assert_eq!(gather(&[(Setting::Config, path)], &[("VLIEGWIEL_NO_WORKER", "false")]).unwrap().worker, Worker::Here);
}

#[test]
fn every_wrong_value_is_one_line_that_names_its_place() {
    let cases = [
        (Setting::Bind, "8080"),
        (Setting::MetricsBind, "localhost"),
        (Setting::DatabaseUrl, "mysql://root@host/name"),
        (Setting::DatabaseUrl, "sqlite::memory:"),
        (Setting::DatabaseUrl, "sqlite://"),
        (Setting::PublicUrl, "netwerken.example"),
        (Setting::PublicUrl, "https://netwerken.example/pad"),
        (Setting::NoWorker, "maybe"),
        (Setting::Log, "loud=="),
        (Setting::TrustedProxies, "10.0.0.0/8,proxy"),
        (Setting::AllowedOrigins, "*"),
        (Setting::AllowedOrigins, "https://partij.example/"),
        (Setting::RatePerAddress, "-1"),
        (Setting::SmtpUrl, "mail.example"),
        (Setting::DemoPassword, "kort"),
        (Setting::Config, "/no/such/file.toml"),
    ];
    for (setting, value) in cases {
        let line = gather(&[(setting, value)], &[]).unwrap_err().to_string();
        assert!(line.starts_with(&format!("--{}: ", setting.name())), "{line}");
        assert!(!line.contains('\n'), "{line}");
    }
}

#[test]
fn a_wrong_variable_is_named_as_the_operator_knows_it() {
    let line = gather(&[], &[("VLIEGWIEL_BIND", "here")]).unwrap_err().to_string();

    assert_eq!(line, "VLIEGWIEL_BIND: \"here\" is not an address and a port, such as 127.0.0.1:8080");
}

#[test]
fn an_unknown_key_or_broken_line_of_the_file_is_refused() {
    for (text, part) in
        [("bnid = \"x\"", "bnid in "), ("bind = 8080", "bind in "), ("bind = \n", "line 1"), ("config = \"x\"", "config in ")]
    {
        let file = file(text);
        let line = gather(&[(Setting::Config, file.path().to_str().unwrap())], &[]).unwrap_err().to_string();
        assert!(line.contains(part) && !line.contains('\n'), "{line}");
    }
}

#[test]
fn no_message_and_no_debug_repeats_a_password() {
    let refused = gather(&[(Setting::DatabaseUrl, "mysql://u:kanarie@host/name")], &[]).unwrap_err().to_string();
    let accepted = gather(
        &[
            (Setting::DatabaseUrl, "postgres://u:kanarie@host/name"),
            (Setting::SmtpUrl, "smtps://u:kanarie@mail.example"),
            (Setting::MailFrom, "netwerken@partij.example"),
            (Setting::PublicUrl, "https://netwerken.example"),
            (Setting::DemoPassword, "kanarie-in-de-mijn"),
        ],
        &[],
    )
    .unwrap();

    assert!(!refused.contains("kanarie"), "{refused}");
    assert!(!format!("{accepted:?}").contains("kanarie"));
}

#[test]
fn a_mail_server_asks_for_a_sender_and_excludes_the_local_mailbox() {
    let smtp = (Setting::SmtpUrl, "smtp://127.0.0.1:2525");

    let without_sender = gather(&[smtp], &[]).unwrap_err().to_string();
    let with_mailbox = gather(&[smtp, (Setting::LocalMailbox, "true")], &[]).unwrap_err().to_string();

    assert!(without_sender.contains("--mail-from"), "{without_sender}");
    assert!(with_mailbox.contains("--local-mailbox"), "{with_mailbox}");
}

#[test]
fn mail_that_leaves_needs_an_address_for_its_links() {
    let smtp = [(Setting::SmtpUrl, "smtp://127.0.0.1:2525"), (Setting::MailFrom, "netwerken@partij.example")];

    let line = gather(&smtp, &[]).unwrap_err().to_string();

    assert!(line.contains("--public-url"), "{line}");
}

#[test]
fn a_mailbox_that_everyone_can_read_stays_on_this_machine() {
    let mailbox = (Setting::LocalMailbox, "true");

    assert!(gather(&[mailbox, (Setting::PublicUrl, "http://localhost:5173")], &[]).is_ok());
    assert!(gather(&[mailbox, (Setting::PublicUrl, "https://netwerken.example")], &[]).is_err());
    assert!(gather(&[mailbox, (Setting::Bind, "0.0.0.0:8080")], &[]).is_err());
}

#[test]
fn lists_are_separated_by_commas_and_zero_is_no_limit() {
    let settings = [
        (Setting::TrustedProxies, "10.0.0.0/8, ::1/128"),
        (Setting::AllowedOrigins, "https://partij.example,http://localhost:5173"),
        (Setting::RatePerAccount, "0"),
    ];

    let http = gather(&settings, &[]).unwrap().http;

    assert_eq!((http.trusted_proxies.len(), http.allowed_origins.len()), (2, 2));
    assert_eq!(http.rate_limits.per_account, None);
    assert_eq!(http.rate_limits.per_address, NonZeroU32::new(6_000));
}

#[test]
fn without_a_public_address_the_bound_one_counts() {
    let configuration = gather(&[], &[]).unwrap();

    let at = |address: &str| configuration.public_url_at(address.parse().unwrap());

    assert_eq!(at("127.0.0.1:80"), "http://127.0.0.1:80");
    assert_eq!(at("0.0.0.0:8080"), "http://localhost:8080");
    assert_eq!(at("[::1]:8080"), "http://[::1]:8080");
}

#[test]
fn the_public_address_has_no_slash_at_its_end() {
    let configuration = gather(&[(Setting::PublicUrl, "https://netwerken.example/")], &[]).unwrap();

    assert_eq!(configuration.public_url.as_deref(), Some("https://netwerken.example"));
}

#[test]
fn a_database_file_may_be_written_in_the_ways_of_other_tools() {
    for text in ["sqlite:data/a.db", "sqlite://data/a.db", "sqlite://data/a.db?mode=rwc"] {
        let configuration = gather(&[(Setting::DatabaseUrl, text)], &[]).unwrap();
        assert_eq!(configuration.database.file(), Some(std::path::Path::new("data/a.db")), "{text}");
    }
}

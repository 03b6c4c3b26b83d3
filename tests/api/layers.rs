//! The house itself: who imports whom, and one name for each capability in every layer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use strum::IntoEnumIterator;
use vliegwiel_domain::mutants::{Hole, planted};

/// Capabilities with a module of their own in every layer.
const CAPABILITIES: [&str; 15] = [
    "accounts",
    "affiliations",
    "areas",
    "evaluations",
    "founding-plans",
    "meetings",
    "memberships",
    "networks",
    "organizations",
    "persons",
    "positions",
    "registrations",
    "sessions",
    "units",
    "working-groups",
];

/// Capabilities that people meet inside the screens of others only: an area is chosen for a unit, a seat or a meeting.
const WITHOUT_SCREENS: [&str; 1] = ["areas"];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(top().join(manifest)).unwrap();
    let section = text.split("\n[dependencies]\n").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let names =
        section.lines().filter_map(|line| line.split(['.', ' ', '=']).next()).filter(|name| !name.is_empty() && !name.starts_with('#'));
    names.map(str::to_owned).collect()
}

#[test]
fn a_layer_imports_only_what_lies_below_it() {
    let forbidden = [
        (
            "crates/domain/Cargo.toml",
            vec!["vliegwiel-persistence", "vliegwiel-application", "vliegwiel-http", "sea-orm", "actix-web", "tokio", "sqlx"],
        ),
        ("crates/persistence/Cargo.toml", vec!["vliegwiel-application", "vliegwiel-http", "actix-web", "utoipa"]),
        ("crates/application/Cargo.toml", vec!["vliegwiel-http", "sea-orm", "sqlx", "actix-web", "utoipa"]),
        ("crates/http/Cargo.toml", vec!["vliegwiel-persistence", "sea-orm", "sqlx", "vliegwiel-migrations"]),
    ];

    for (manifest, names) in forbidden {
        let has = dependencies(manifest);
        for name in names {
            assert!(!has.contains(name), "{manifest} lists {name}");
        }
    }
}

#[test]
fn a_capability_has_one_name_in_every_layer() {
    for capability in CAPABILITIES {
        let module = capability.replace('-', "_");
        for layer in ["domain", "persistence", "application", "http"] {
            let source = top().join("crates").join(layer).join("src");
            let stands = source.join(format!("{module}.rs")).is_file() || source.join(&module).join("mod.rs").is_file();
            assert!(stands, "{layer} has no module {module}");
        }
        let test = top().join("tests/api");
        let is_tested = test.join(format!("{module}.rs")).is_file() || test.join(&module).join("mod.rs").is_file();
        assert!(is_tested, "tests/api has no {module}");
        assert!(top().join("migrations/src/sql").join(format!("{module}.sql")).is_file(), "no migration {module}");
        let has_screens = top().join("frontend/src/features").join(capability).is_dir();
        assert!(has_screens || WITHOUT_SCREENS.contains(&capability), "frontend/src/features has no {capability}");
    }
}

#[test]
fn callers_and_readers_meet_a_capability_by_the_same_name() {
    let document = serde_json::to_value(vliegwiel_http::openapi().unwrap()).unwrap();
    let tags: BTreeSet<&str> = document["tags"].as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap()).collect();
    let segments: BTreeSet<&str> = document["paths"].as_object().unwrap().keys().flat_map(|path| path.split('/')).collect();

    assert_eq!(tags, BTreeSet::from(CAPABILITIES));
    for capability in CAPABILITIES {
        assert!(segments.contains(capability), "no path leads through {capability}");
        let has_texts = top().join("frontend/src/locales/nl").join(format!("{capability}.po")).is_file();
        assert!(has_texts || WITHOUT_SCREENS.contains(&capability), "no texts for {capability}");
    }
}

#[test]
fn actions_and_problems_begin_with_the_name_of_their_capability() {
    let matrix = std::fs::read_to_string(top().join("tests/access-matrix.txt")).unwrap();
    let actions = matrix.lines().filter_map(|line| line.split_once(' ')?.0.split_once('.')).map(|(capability, _)| capability);
    let problems = std::fs::read_to_string(top().join("crates/http/src/problems/nl.txt")).unwrap();
    let problems = problems.lines().filter_map(|line| line.split_once('/')).map(|(capability, _)| capability);

    let mut known = BTreeSet::from(CAPABILITIES);
    // problems that any operation may have
    known.insert("house");
    let strangers: BTreeSet<&str> = actions.chain(problems).filter(|name| !known.contains(name)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn a_module_of_the_use_cases_is_a_capability_or_part_of_the_house() {
    // what every capability uses, and no caller knows by name
    let house = [
        "access_tokens",
        "administrators",
        "app",
        "audit",
        "demo",
        "error",
        "health",
        "jobs",
        "lib",
        "mail",
        "mailbox",
        "outbox",
        "passwords",
        "receipts",
        "secrets",
    ];
    for entry in std::fs::read_dir(top().join("crates/application/src")).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        let is_capability = CAPABILITIES.contains(&name.replace('_', "-").as_str());
        assert!(is_capability || house.contains(&name.as_str()), "{name} is neither a capability nor part of the house");
    }
}

#[test]
fn nobody_allows_a_lint_or_leaves_work_for_later() {
    let mut offences = Vec::new();
    for folder in ["crates", "migrations", "tests"] {
        look(&top().join(folder), &mut offences);
    }

    assert!(offences.is_empty(), "{offences:#?}");
}

fn look(folder: &Path, offences: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "node_modules" && name != "target") {
                look(&path, offences);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("layers.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for word in ["#[allow", "#![allow", "todo!(", "unimplemented!(", "dbg!(", "#[ignore"] {
                if text.contains(word) {
                    offences.push(format!("{}: {word}", path.display()));
                }
            }
            if text.lines().count() > 600 {
                offences.push(format!("{}: more than 600 lines", path.display()));
            }
        }
    }
}

#[test]
fn no_build_that_is_used_has_a_planted_hole() {
    // the compiler knows it: without the feature it is no question for the run
    const { assert!(!planted(Hole::TenantFilter)) };
    assert!(Hole::iter().all(|hole| !planted(hole)) && Hole::iter().count() >= 15);

    for folder in ["persistence", "application", "http", "server"] {
        let manifest = std::fs::read_to_string(top().join(format!("crates/{folder}/Cargo.toml"))).unwrap();
        assert!(!manifest.contains("mutants"), "{folder}");
    }
    let domain = std::fs::read_to_string(top().join("crates/domain/Cargo.toml")).unwrap();
    assert!(!domain.contains("default ="), "{domain}");
}

//! Areas: geography, the same for every organisation.

use std::fmt::Write;

use reqwest::StatusCode;
use serde_json::json;
use vliegwiel_application::Error;
use vliegwiel_application::areas::{self, ImportReport};
use vliegwiel_domain::areas::PROVINCES;
use vliegwiel_tests::World;

/// A file of 342 municipalities, one of them with a comma in its name.
fn file() -> String {
    let mut file = "code,name,province\nGM0001,\"Noord, Midden en Zuid\",Drenthe\n".to_owned();
    for number in 2..=342 {
        let (_, province) = PROVINCES[number % PROVINCES.len()];
        writeln!(file, "GM{number:04},Gemeente {number},{province}").unwrap();
    }
    file
}

#[tokio::test]
async fn an_import_takes_342_municipalities_and_makes_country_and_provinces() {
    let world = World::new().await;

    let report = areas::import(&world.app, file().as_bytes()).await.unwrap();

    assert_eq!(report, ImportReport { added: 342, changed: 0, unchanged: 0 });
    let provinces = world.anonymous().get("/areas?kind=province").await.expect(StatusCode::OK);
    assert_eq!(provinces["items"].as_array().unwrap().len(), 12);
    let drenthe = provinces["items"].as_array().unwrap().iter().find(|area| area["name"] == "Drenthe").unwrap();
    assert_eq!(drenthe["code"], "PV22");
    let found = world.anonymous().get("/areas?q=noord,%20midden").await.expect(StatusCode::OK);
    assert_eq!(found["items"][0]["name"], "Noord, Midden en Zuid");
    assert_eq!(found["items"][0]["parentId"], drenthe["id"]);
    let country = world.anonymous().get(&format!("/areas/{}", drenthe["parentId"].as_str().unwrap())).await.expect(StatusCode::OK);
    assert_eq!((&country["code"], &country["kind"]), (&json!("NL"), &json!("country")));
    assert_eq!(world.trail(None).await, ["areas.import"]);
}

#[tokio::test]
async fn repeating_an_import_changes_nothing_and_a_new_name_is_taken_over() {
    let world = World::new().await;
    areas::import(&world.app, file().as_bytes()).await.unwrap();

    let again = areas::import(&world.app, file().as_bytes()).await.unwrap();
    let renamed = areas::import(&world.app, file().replace("Gemeente 12,", "Nieuwe Gemeente,").as_bytes()).await.unwrap();

    assert_eq!(again, ImportReport { added: 0, changed: 0, unchanged: 342 });
    assert_eq!(renamed, ImportReport { added: 0, changed: 1, unchanged: 341 });
    let found = world.anonymous().get("/areas?q=nieuwe").await.expect(StatusCode::OK);
    assert_eq!(found["items"][0]["code"], "GM0012");
}

#[tokio::test]
async fn a_broken_line_is_named_and_nothing_is_half_imported() {
    let world = World::new().await;
    let broken = file().replace("GM0100,", "GM100,").replace("GM0200,Gemeente 200,", "GM0200,Gemeente 200,Atlantis,");

    let refused = areas::import(&world.app, broken.as_bytes()).await;

    let Err(Error::Invalid(flaws)) = refused else { panic!("not refused") };
    let lines: Vec<(&str, &str)> = flaws.iter().map(|flaw| (flaw.pointer.as_str(), flaw.code)).collect();
    assert_eq!(lines, [("/lines/101", "invalid-code"), ("/lines/201", "wrong-length")]);
    assert_eq!(world.anonymous().get("/areas").await.expect(StatusCode::OK)["items"], json!([]));
}

/// Brielle went up in Voorne aan Zee, which stands in the file after it.
const RECLASSIFIED: &str = "code,name,province,valid_from,valid_to,successor\n\
    GM0501,Brielle,Zuid-Holland,,2022-12-31,GM1992\n\
    GM1992,Voorne aan Zee,Zuid-Holland,2023-01-01,,\n";

#[tokio::test]
async fn a_municipality_that_went_up_in_another_tells_so_and_is_no_longer_offered() {
    let world = World::new().await;
    let before = "code,name,province\nGM0501,Brielle,Zuid-Holland\n";
    areas::import(&world.app, before.as_bytes()).await.unwrap();
    let found = world.anonymous().get("/areas?q=brielle").await.expect(StatusCode::OK);

    let report = areas::import(&world.app, RECLASSIFIED.as_bytes()).await.unwrap();
    let again = areas::import(&world.app, RECLASSIFIED.as_bytes()).await.unwrap();
    let untold = areas::import(&world.app, before.as_bytes()).await.unwrap();

    assert_eq!(report, ImportReport { added: 1, changed: 1, unchanged: 0 });
    assert_eq!((again.unchanged, untold.unchanged), (2, 1));
    let offered = world.anonymous().get("/areas?kind=municipality").await.expect(StatusCode::OK);
    assert_eq!((&offered["items"][0]["name"], &offered["items"][0]["validFromOn"]), (&json!("Voorne aan Zee"), &json!("2023-01-01")));
    assert_eq!(offered["items"].as_array().unwrap().len(), 1);
    let gone = world.anonymous().get(&format!("/areas/{}", found["items"][0]["id"].as_str().unwrap())).await.expect(StatusCode::OK);
    assert_eq!((&gone["validToOn"], &gone["successorId"]), (&json!("2022-12-31"), &offered["items"][0]["id"]));
}

#[tokio::test]
async fn a_successor_that_cannot_be_is_named_with_its_line() {
    let world = World::new().await;
    let header = "code,name,province,valid_from,valid_to,successor\n";
    let lines = [
        ("GM0501,Brielle,Zuid-Holland,,2022-12-31,GM9999", "invalid-successor"),
        ("GM0501,Brielle,Zuid-Holland,,2022-12-31,GM0501", "invalid-successor"),
        ("GM0501,Brielle,Zuid-Holland,,2022-12-31,PV28", "invalid-successor"),
        ("GM0501,Brielle,Zuid-Holland,,,GM1992", "invalid-successor"),
        ("GM0501,Brielle,Zuid-Holland,2023-01-01,2022-12-31,", "invalid-period"),
        ("GM0501,Brielle,Zuid-Holland,,31-12-2022,", "invalid-day"),
        ("GM0501,Brielle,Zuid-Holland", "wrong-length"),
    ];

    for (line, code) in lines {
        let Err(Error::Invalid(flaws)) = areas::import(&world.app, format!("{header}{line}\n").as_bytes()).await else {
            panic!("not refused: {line}")
        };
        assert_eq!(flaws.iter().map(|flaw| (flaw.pointer.as_str(), flaw.code)).collect::<Vec<_>>(), [("/lines/2", code)], "{line}");
    }
    assert_eq!(world.anonymous().get("/areas").await.expect(StatusCode::OK)["items"], json!([]));
}

#[tokio::test]
async fn municipalities_come_in_pages_within_their_province() {
    let world = World::new().await;
    areas::import(&world.app, file().as_bytes()).await.unwrap();
    let provinces = world.anonymous().get("/areas?kind=province&q=drenthe").await.expect(StatusCode::OK);
    let within = format!("/areas?kind=municipality&pageSize=20&within={}", provinces["items"][0]["id"].as_str().unwrap());

    let first = world.anonymous().get(&within).await.expect(StatusCode::OK);
    let second = world.anonymous().get(&format!("{within}&cursor={}", first["next"].as_str().unwrap())).await.expect(StatusCode::OK);

    assert_eq!(first["items"].as_array().unwrap().len(), 20);
    assert!(!second["items"].as_array().unwrap().is_empty());
    assert_eq!(second["next"], json!(null));
}

#[tokio::test]
async fn an_area_that_does_not_exist_is_not_found() {
    let world = World::new().await;

    for path in ["/areas/01890000-0000-7000-8000-000000000000", "/areas/GM0106"] {
        world.anonymous().get(path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    world.anonymous().get("/areas?kind=planet").await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let long = "a".repeat(121);
    world.anonymous().get(&format!("/areas?q={long}")).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
}

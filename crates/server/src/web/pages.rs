//! The two pages that are shown without the web app. No style: the policy of the web app allows none inside a page.

use maud::{DOCTYPE, Markup, html};

/// The web app was not built.
#[must_use]
pub fn missing_build() -> String {
    page(
        "Vliegwiel",
        &html! {
            h1 { "De webapp is nog niet gebouwd" }
            p { "De server draait, maar de bestanden van de webapp ontbreken. Bouw ze zo, en start de server daarna opnieuw:" }
            pre { code { "npm --prefix frontend ci\nnpm --prefix frontend run build" } }
            p { "Staan ze ergens anders? Start dan met " code { "vliegwiel serve --web-dir MAP" } "." }
            div lang="en" {
                h2 { "The web app has not been built yet" }
                p { "The server runs, but the files of the web app are missing. Build them with the two commands above, then start the server again. Are they somewhere else? Start with " code { "vliegwiel serve --web-dir FOLDER" } "." }
            }
            p { a href="/api/docs" { "API" } }
        },
    )
}

/// There is nothing at this address.
#[must_use]
pub fn not_found() -> String {
    page(
        "Niet gevonden – Not found",
        &html! {
            h1 { "Deze pagina bestaat niet" }
            p { "Controleer het adres, of " a href="/" { "ga naar de startpagina" } "." }
            div lang="en" {
                h2 { "This page does not exist" }
                p { "Check the address, or " a href="/" { "go to the start page" } "." }
            }
        },
    )
}

fn page(title: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="nl" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
            }
            body { main { (content) } }
        }
    };
    page.into_string()
}

//! `/dev/mailbox`: the mails of a demo or of development, so that every link can be followed without a mail server.

use std::sync::Arc;

use actix_web::http::header::{self, AcceptLanguage, Header};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::SecondsFormat;
use linkify::{LinkFinder, LinkKind};
use maud::{DOCTYPE, Markup, html};
use serde::{Deserialize, Serialize};
use vliegwiel_application::App;
use vliegwiel_application::mailbox::{self, Received};
use vliegwiel_domain::text::EmailAddress;

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE: &str = include_str!("dev_mailbox.css");

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

#[derive(Serialize)]
struct Messages {
    items: Vec<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    to: String,
    subject: String,
    links: Vec<String>,
    text: String,
    sent_at: String,
}

impl From<Received> for Message {
    fn from(Received { to, subject, text, sent_at }: Received) -> Self {
        let links = finder().links(&text).map(|link| link.as_str().to_owned()).collect();
        Self { to, subject, links, text, sent_at: sent_at.to_rfc3339_opts(SecondsFormat::Millis, true) }
    }
}

/// The routes of the mailbox. Only for a demo database or where the operator asked for it.
pub fn configure(service: &mut web::ServiceConfig, app: &Arc<App>) {
    service
        .app_data(web::Data::from(Arc::clone(app)))
        .route("/dev/mailbox", web::get().to(page))
        .route("/dev/mailbox.css", web::get().to(style))
        .route("/dev/mailbox/messages", web::get().to(messages));
}

async fn messages(app: web::Data<App>, filter: web::Query<Filter>) -> HttpResponse {
    let Ok(items) = read(&app, filter.to.as_deref()).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(Messages { items })
}

async fn style() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(STYLE)
}

async fn page(app: web::Data<App>, filter: web::Query<Filter>, request: HttpRequest) -> HttpResponse {
    let to = filter.to.as_deref().unwrap_or_default().trim();
    let Ok(items) = read(&app, Some(to)).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .content_type("text/html; charset=utf-8")
        .body(render(words(&request), to, &items).into_string())
}

/// The newest mails; none for what is not an address, all when nothing is asked.
async fn read(app: &App, to: Option<&str>) -> vliegwiel_application::Result<Vec<Message>> {
    let to = match to.filter(|to| !to.is_empty()).map(EmailAddress::parse) {
        Some(Ok(address)) => Some(address),
        Some(Err(_)) => return Ok(Vec::new()),
        None => None,
    };
    Ok(mailbox::list(app, to.as_ref()).await?.into_iter().map(Message::from).collect())
}

fn finder() -> LinkFinder {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    finder
}

struct Words {
    language: &'static str,
    title: &'static str,
    meaning: &'static str,
    label: &'static str,
    show: &'static str,
    to: &'static str,
    empty: &'static str,
}

const DUTCH: Words = Words {
    language: "nl",
    title: "Postvak van de proefomgeving",
    meaning: "Hier staat alle e-mail die deze proefomgeving zou versturen. De nieuwste staat bovenaan. Er gaat niets de deur uit.",
    label: "E-mailadres van de ontvanger",
    show: "Laat zien",
    to: "Aan",
    empty: "Er is geen e-mail. Nieuwe e-mail staat hier binnen een paar tellen: laad de pagina dan opnieuw.",
};

const ENGLISH: Words = Words {
    language: "en",
    title: "Mailbox of the demo",
    meaning: "This is all the mail this demo would send, newest first. Nothing leaves the building.",
    label: "E-mail address of the recipient",
    show: "Show",
    to: "To",
    empty: "There is no mail. New mail appears here within seconds: reload the page then.",
};

fn words(request: &HttpRequest) -> &'static Words {
    let preferred = AcceptLanguage::parse(request).ok().and_then(|accepted| accepted.ranked().into_iter().next());
    match preferred {
        Some(language) if language.to_string().starts_with("en") => &ENGLISH,
        _ => &DUTCH,
    }
}

fn render(words: &Words, to: &str, items: &[Message]) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (words.title) }
                link rel="stylesheet" href="/dev/mailbox.css";
            }
            body {
                main {
                    h1 { (words.title) }
                    p { (words.meaning) }
                    form method="get" action="/dev/mailbox" {
                        label for="to" { (words.label) }
                        input id="to" name="to" type="email" autocomplete="off" value=(to);
                        button { (words.show) }
                    }
                    @if items.is_empty() { p { (words.empty) } }
                    @for item in items { (mail(words, item)) }
                }
            }
        }
    }
}

fn mail(words: &Words, item: &Message) -> Markup {
    html! {
        article {
            h2 { (item.subject) }
            p.about { (words.to) " " (item.to) " · " time datetime=(item.sent_at) { (item.sent_at) } }
            p.text {
                @for span in finder().spans(&item.text) {
                    @if span.kind().is_some() { a href=(span.as_str()) rel="noreferrer" { (span.as_str()) } } @else { (span.as_str()) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn message(text: &str) -> Message {
        Received {
            to: "lid@drenthe.example".to_owned(),
            subject: "<b>Hallo</b>".to_owned(),
            text: text.to_owned(),
            sent_at: DateTime::UNIX_EPOCH,
        }
        .into()
    }

    #[test]
    fn links_are_found_without_the_full_stop_behind_them() {
        let message = message("Ga naar http://127.0.0.1:8080/bevestigen#abc-_1. Of naar https://a.example/x, of javascript:alert(1).");

        assert_eq!(message.links, ["http://127.0.0.1:8080/bevestigen#abc-_1", "https://a.example/x"]);
        assert_eq!(message.sent_at, "1970-01-01T00:00:00.000Z");
    }

    #[test]
    fn the_page_makes_links_clickable_and_shows_everything_else_as_text() {
        let page = render(&DUTCH, "\"><script>", &[message("Klik http://a.example/#t nu <script>")]).into_string();

        assert!(page.contains("<a href=\"http://a.example/#t\" rel=\"noreferrer\">http://a.example/#t</a> nu &lt;script&gt;"), "{page}");
        assert!(page.contains("&lt;b&gt;Hallo&lt;/b&gt;"), "{page}");
        assert!(!page.contains("<script>"), "{page}");
    }

    #[test]
    fn an_empty_mailbox_says_what_to_do() {
        assert!(render(&ENGLISH, "", &[]).into_string().contains("reload the page"));
    }
}

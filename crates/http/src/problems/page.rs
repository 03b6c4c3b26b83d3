//! The page behind the `type` of a problem.

use actix_web::http::header::{CacheControl, CacheDirective};
use actix_web::{HttpResponse, get, web};
use vliegwiel_domain::text::Language;

use super::Problem;
use super::texts::{self, ProblemText};

/// What a problem means and what to do, in Dutch and English. 404 for a problem that we do not know.
#[get("/{capability}/{code}")]
pub async fn explain(path: web::Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (capability, code) = path.into_inner();
    let code = format!("{capability}/{code}");
    let text = |language| texts::known(language, &code).ok_or_else(Problem::not_found);
    let page = page(&code, &text(Language::Nl)?, &text(Language::En)?);
    let an_hour = CacheControl(vec![CacheDirective::Public, CacheDirective::MaxAge(3_600)]);
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").insert_header(an_hour).body(page))
}

fn page(code: &str, dutch: &ProblemText, english: &ProblemText) -> String {
    let part = |language: Language, text: &ProblemText| {
        format!("<section lang=\"{}\"><h1>{}</h1><p>{}</p></section>", language.as_str(), escape(text.title), escape(&text.detail))
    };
    format!(
        "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title></head><body><main>{}{}<p><code>{}</code></p></main></body></html>\n",
        escape(dutch.title),
        part(Language::Nl, dutch),
        part(Language::En, english).replace("h1>", "h2>"),
        escape(code),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_speaks_both_languages_and_escapes() {
        let text = |title| ProblemText { title, detail: "Doe <dit>.".into() };

        let page = page("house/x", &text("Eén"), &text("One"));

        assert!(page.contains("<section lang=\"nl\"><h1>Eén</h1><p>Doe &lt;dit&gt;.</p></section>"), "{page}");
        assert!(page.contains("<section lang=\"en\"><h2>One</h2>"), "{page}");
    }
}

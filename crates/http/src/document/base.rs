//! What the document says besides its operations.

use utoipa::openapi::info::{InfoBuilder, LicenseBuilder};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::server::ServerBuilder;
use utoipa::openapi::tag::{Tag, TagBuilder};
use utoipa::openapi::{ComponentsBuilder, OpenApi, OpenApiBuilder};

use super::errors;
use crate::REFRESH_COOKIE;
use crate::border::API_VERSION;
use crate::problems::wire::{InputError, ProblemBody};

const DESCRIPTION: &str = "\
One API for the web app, for partner systems and for mobile clients. Members of a political or civic network are people whose convictions \
deserve protection: ask only for what you need, and keep nothing longer than you need it.

**Organisations.** Everything of an organisation lies under `/api/v1/organizations/{organization}`, where `{organization}` is its slug. \
What you may not know of answers 404, exactly like what does not exist.

**Signing in.** Send the access token as `Authorization: Bearer …`. It lives for five minutes; renew it with your session. A request with a \
token that has expired answers 401, also where nobody needs to sign in.

**Problems.** Errors are `application/problem+json` (RFC 9457) in Dutch or English, as `Accept-Language` asks. Decide by `type` and by the \
`code` of each entry of `errors`, never by the words. `x-problems` of an operation lists what it gives, as codes by status; `type` is \
`/problems/` and the code.

**Changes.** A resource carries a strong `ETag`. `PUT`, `PATCH` and `DELETE` ask for it in `If-Match`: 428 without, 412 when somebody was \
faster. `PATCH` takes a JSON merge patch (RFC 7396): what is absent stays, `null` clears.

**Doing things once.** A `POST` that creates takes an `Idempotency-Key` of your choice, such as a UUID. The same request with the same key \
has one effect and gives the same answer for 24 hours; another request with that key answers 422.

**Lists.** A page holds `pageSize` items, 25 unless you say otherwise and 100 at most. `next` in the body is the `cursor` of the next page; the `Link` header \
holds its whole address. A cursor belongs to one list with one filter.

**Limits.** Bodies are at most 256 KiB, 32 levels deep, with at most 1,000 items in an array. Unknown fields are refused. A request takes at most 10 \
seconds. `RateLimit` tells how much your address may still ask; 429 and 503 say in `Retry-After` when to come back.

**Every answer** carries `API-Version` and `X-Request-Id`. Name the latter when you report a fault.";

/// The document without operations.
pub fn base() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Vliegwiel")
        .version(API_VERSION)
        .description(Some(DESCRIPTION))
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build()))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url("/").description(Some("This installation")).build()]))
        .components(Some(components()))
        .tags(Some(TAGS.map(tag)))
        .build()
}

fn components() -> utoipa::openapi::Components {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("Access token of a session, valid for five minutes."))
        .build();
    let cookie = ApiKeyValue::with_description(REFRESH_COOKIE, "Refresh token of the web app. Works from pages of this installation only.");
    let builder = ComponentsBuilder::new()
        .schema_from::<ProblemBody>()
        .schema_from::<InputError>()
        .security_scheme("bearer", SecurityScheme::Http(bearer))
        .security_scheme("refreshCookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    errors::all().into_iter().fold(builder, |builder, (name, response)| builder.response(name, response)).build()
}

fn tag((name, description): (&str, &str)) -> Tag {
    TagBuilder::new().name(name).description(Some(description)).build()
}

/// One tag for each capability.
const TAGS: [(&str, &str); 15] = [
    ("organizations", "Parties, umbrellas and civic networks: the tenants of this installation."),
    ("units", "The organisation's own tree: national, provinces, regions, chapters, member organisations."),
    ("areas", "Geography: country, provinces and municipalities with their official codes."),
    ("accounts", "The login of one human: registering, confirming, resetting a password, and what is waiting."),
    ("sessions", "Signing in, staying signed in, signing out."),
    ("persons", "An organisation's records of people."),
    ("affiliations", "What a person is to the organisation: member, former member, supporter, guest or external."),
    ("networks", "Theme networks and community networks, from pilot to evaluation."),
    ("working-groups", "Groups inside a network, also of experts."),
    ("memberships", "People in networks: joining, deciding, leaving."),
    ("positions", "Seats with a name, vacant or held: core group, ambassadors, advisers, delegates, office and board."),
    ("founding-plans", "From the first draft of a network to the decision of the board."),
    ("evaluations", "Whether a network goes on, adapts or ends, at the agreed date."),
    ("meetings", "Symposia, local meetings, evenings and network days."),
    ("registrations", "Who intends to come, who waits for a seat, and who came."),
];

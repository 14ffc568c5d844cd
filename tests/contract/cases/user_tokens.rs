//! `api/user_tokens`: making, listing and revoking access tokens of one's own.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::visit::{CURRENT, Visit};

pub const CASES: &[Case] = &[
    on_servers(
        "a new access token is told once, with its name and date",
        generated,
    ),
    on_servers("a name that is taken is 400", taken),
    on_servers("an access token without a name is 400", nameless),
    on_servers("a name of 101 characters is 400", too_long),
    on_servers(
        "an access token that ends yesterday is 400",
        ends_in_the_past,
    ),
    on_servers("an end that is no date is 400", no_date),
    on_servers("the list holds names and dates, and no secret", listed),
    on_servers("a revoked access token is dead at once", revoked),
    on_servers("revoking what there is not is 204", revoked_twice),
    on_servers("nobody has access tokens", nobody),
];

const GENERATE: &str = "/api/user_tokens/generate";
const SEARCH: &str = "/api/user_tokens/search";
const REVOKE: &str = "/api/user_tokens/revoke";

fn generated(at: &mut Visit<'_>) {
    let name = at.token_name("bo");
    let reply = at.ask_as("bo", Request::post(GENERATE).field("name", &name));
    reply
        .status(200)
        .field("/login", json!("bo"))
        .field("/name", json!(name))
        .field("/type", json!("USER_TOKEN"));
    let token = reply.text_at("/token");
    let digits = token.strip_prefix("squ_").unwrap_or_default();
    let looks = digits.len() == 40 && digits.bytes().all(|one| one.is_ascii_hexdigit());
    reply.check(looks, "squ_ and 40 hexadecimal digits");
    let date = reply.text_at("/createdAt");
    let looks = date.len() == 24 && date.ends_with("+0000") && date.contains('T');
    reply.check(looks, "a date such as 2026-11-22T00:58:47+0000");
}

fn taken(at: &mut Visit<'_>) {
    let name = at.token_name("bo");
    let request = Request::post(GENERATE).field("name", &name);
    at.ask_as("bo", request.clone()).status(200);
    at.ask_as("bo", request).status(400).says_that(&format!(
        "A user token for login 'bo' and name '{name}' already exists"
    ));
}

fn nameless(at: &mut Visit<'_>) {
    at.ask_as("bo", Request::post(GENERATE))
        .status(400)
        .says("The 'name' parameter is missing");
}

fn too_long(at: &mut Visit<'_>) {
    let name = "n".repeat(101);
    at.ask_as("bo", Request::post(GENERATE).field("name", &name))
        .status(400)
        .says("'name' length (101) is longer than the maximum authorized (100)");
}

fn ends_in_the_past(at: &mut Visit<'_>) {
    let request = Request::post(GENERATE)
        .field("name", "past")
        .field("expirationDate", "2020-01-01");
    let reply = at.ask_as("bo", request);
    reply.status(400);
    let words = reply.text_at("/errors/0/msg");
    let start = "The minimum value for parameter expirationDate is ";
    reply.check(words.starts_with(start), start);
}

fn no_date(at: &mut Visit<'_>) {
    let request = Request::post(GENERATE)
        .field("name", "soon")
        .field("expirationDate", "soon");
    at.ask_as("bo", request).status(400).says(
        "Supplied date format for parameter expirationDate is wrong. Please supply date in the ISO 8601 \
         date format (YYYY-MM-DD)",
    );
}

/// Of `dee`, who makes none in other cases.
fn listed(at: &mut Visit<'_>) {
    let name = at.token_name("dee");
    let request = Request::post(GENERATE).field("name", &name);
    let token = at.ask_as("dee", request).status(200).text_at("/token");
    let reply = at.ask_as("dee", Request::get(SEARCH));
    reply
        .status(200)
        .field("/login", json!("dee"))
        .field("/userTokens/0/name", json!(name))
        .field("/userTokens/0/lastConnectionDate", json!(null));
    let hidden = !reply.answer().body.contains(&token);
    reply.check(hidden, "no word of the token itself");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200);
    let reply = at.ask_as("dee", Request::get(SEARCH));
    let used = reply.text_at("/userTokens/0/lastConnectionDate");
    reply.check(used.len() == 24, "the date of its last use");
}

fn revoked(at: &mut Visit<'_>) {
    let name = at.token_name("bo");
    let request = Request::post(GENERATE).field("name", &name);
    let token = at.ask_as("bo", request).status(200).text_at("/token");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200);
    at.ask_as("bo", Request::post(REVOKE).field("name", &name))
        .status(204)
        .is_empty();
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(401)
        .is_empty();
}

fn revoked_twice(at: &mut Visit<'_>) {
    at.ask_as("bo", Request::post(REVOKE).field("name", "there-is-none"))
        .status(204)
        .is_empty();
}

fn nobody(at: &mut Visit<'_>) {
    for request in [
        Request::get(SEARCH),
        Request::post(GENERATE).field("name", "nobody"),
        Request::post(REVOKE).field("name", "nobody"),
    ] {
        let reply = at.ask(request);
        reply.status(usually(401));
        if at.kind().forces() {
            reply.is_empty();
        } else {
            reply.says("Authentication is required");
        }
    }
}

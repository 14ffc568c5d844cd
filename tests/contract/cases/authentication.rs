//! `api/authentication/validate`.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::Seen;
use crate::expected::usually;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("validate is true for nobody where nobody is let in", nobody)
        .and_cloud(Seen("sonarcloud.io answers true to nobody")),
    on_servers("validate is true in a session", session),
    on_servers("validate is false for a bad password", bad_password),
    on_servers("validate is false for a bad session", bad_session),
    on_servers("validate says a charset that is not its own", charset),
];

fn validate() -> Request {
    Request::get("/api/authentication/validate")
}

fn nobody(at: &mut Visit<'_>) {
    let open = !at.kind().forces();
    at.ask(validate()).status(200).field("/valid", json!(open));
}

fn session(at: &mut Visit<'_>) {
    at.ask_as("dee", validate())
        .status(200)
        .field("/valid", json!(true));
}

fn bad_password(at: &mut Visit<'_>) {
    at.ask(validate().with_basic("bo", "wrong"))
        .status(200)
        .field("/valid", json!(false));
}

fn bad_session(at: &mut Visit<'_>) {
    at.ask(validate().with_header("cookie", "JWT-SESSION=invented"))
        .status(200)
        .field("/valid", json!(false));
}

fn charset(at: &mut Visit<'_>) {
    at.ask(validate())
        .header(
            "content-type",
            usually("application/json;charset=ISO-8859-1"),
        )
        .no_header("cache-control");
}

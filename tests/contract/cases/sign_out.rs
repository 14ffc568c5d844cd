//! Signing out, and cookies that open nothing any more.

use serde_json::json;
use stand_in::{Request, SignedIn};

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::reply::Reply;
use crate::server::Seeded;
use crate::visit::{CURRENT, Visit, renewal};

pub const CASES: &[Case] = &[
    on_servers("signing out ends the session on the server too", ends),
    on_servers("signing out takes both cookies back", takes_back),
    on_servers("signing out needs no XSRF header", no_xsrf),
    on_servers("signing out leaves one's other sessions alone", others_stay),
    on_servers("nobody may sign out", nobody),
    on_servers("a session that has ended is nobody's", ended),
    on_servers("a session that was invented is refused", no_session),
    on_servers(
        "a bad session spoils a good password beside it",
        bad_beside_good,
    ),
];

fn logout() -> Request {
    Request::post("/api/authentication/logout")
}

fn invented() -> SignedIn {
    SignedIn {
        login: "bo".into(),
        session: "invented".into(),
        xsrf: "invented".into(),
    }
}

fn ends(at: &mut Visit<'_>) {
    let session = at.sign_in("bo");
    at.ask(logout().signed_in_as(&session))
        .status(200)
        .is_empty();
    let reply = at.ask(Request::get(CURRENT).with_cookies(&session));
    is_nobody(&reply);
}

fn is_nobody(reply: &Reply) {
    if reply.kind.forces() {
        reply.status(401).is_empty();
    } else {
        reply.status(200).field("/isLoggedIn", json!(false));
    }
}

/// Even for the XSRF token: there is no session left that needs one.
fn ended(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let session = at.sign_in("ada");
    at.ask(logout().signed_in_as(&session)).status(200);
    at.ask(renewal(&project).with_cookies(&session))
        .status(usually(401).when_open(403));
}

fn takes_back(at: &mut Visit<'_>) {
    let session = at.sign_in("bo");
    let reply = at.ask(logout().signed_in_as(&session));
    for name in ["JWT-SESSION=;", "XSRF-TOKEN=;"] {
        let gone = reply.answer().headers.iter().any(|(header, line)| {
            header == "set-cookie"
                && line.starts_with(name)
                && line.contains("Expires=Thu, 01 Jan 1970 00:00:10 GMT")
        });
        reply.check(gone, &format!("the cookie {name} long expired"));
    }
}

fn no_xsrf(at: &mut Visit<'_>) {
    let session = at.sign_in("bo");
    at.ask(logout().with_cookies(&session)).status(200);
    let reply = at.ask(Request::get(CURRENT).with_cookies(&session));
    is_nobody(&reply);
}

fn others_stay(at: &mut Visit<'_>) {
    let (one, other) = (at.sign_in("bo"), at.sign_in("bo"));
    at.ask(logout().signed_in_as(&one)).status(200);
    at.ask(Request::get(CURRENT).with_cookies(&other))
        .status(200);
}

fn nobody(at: &mut Visit<'_>) {
    at.ask(logout()).status(200).is_empty();
}

fn no_session(at: &mut Visit<'_>) {
    at.ask(Request::get(CURRENT).with_cookies(&invented()))
        .status(401)
        .is_empty();
}

fn bad_beside_good(at: &mut Visit<'_>) {
    let password = at.password("bo");
    let request = Request::get(CURRENT).with_basic("bo", &password);
    at.ask(request.with_cookies(&invented()))
        .status(401)
        .is_empty();
}

//! Signing in by the web API.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::Seen;
use crate::visit::{CURRENT, Visit, signing_in};

pub const CASES: &[Case] = &[
    on_servers("signing in is an empty 200 and two cookies", two_cookies)
        .and_cloud(Seen("the names of the cookies on sonarcloud.io")),
    on_servers(
        "the session's cookie is out of reach for scripts, the XSRF token's is not",
        attributes,
    ),
    on_servers("the cookies open a session", opens),
    on_servers(
        "two sessions of one person have two XSRF tokens",
        two_sessions,
    ),
    on_servers("a wrong password is an empty 401", wrong_password),
    on_servers(
        "an unknown login sounds like a wrong password",
        unknown_login,
    ),
    on_servers("signing in without a password is an empty 401", no_password),
    on_servers("nobody signs in by GET", by_get),
];

fn two_cookies(at: &mut Visit<'_>) {
    let request = signing_in("bo", &at.password("bo"));
    let reply = at.ask(request);
    reply.status(200).is_empty().no_header("content-type");
    let cookies: Vec<&str> = reply
        .answer()
        .headers
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .filter_map(|(_, line)| Some(line.split_once('=')?.0))
        .collect();
    let both = cookies == ["XSRF-TOKEN", "JWT-SESSION"];
    reply.check(both, "the cookies XSRF-TOKEN and JWT-SESSION");
}

fn attributes(at: &mut Visit<'_>) {
    let request = signing_in("bo", &at.password("bo"));
    let reply = at.ask(request);
    let path = match at.context() {
        "" => "/",
        context => context,
    };
    let usual = format!("; Path={path}; SameSite=Lax; Max-Age=259200");
    for (name, more) in [("XSRF-TOKEN", ""), ("JWT-SESSION", "; HttpOnly")] {
        let wanted = format!("{usual}{more}");
        let fits = reply.answer().headers.iter().any(|(header, line)| {
            header == "set-cookie" && line.starts_with(name) && line.ends_with(&wanted)
        });
        reply.check(fits, &format!("a cookie {name}=…{wanted}"));
    }
}

fn opens(at: &mut Visit<'_>) {
    let session = at.sign_in("bo");
    at.ask(Request::get(CURRENT).with_cookies(&session))
        .status(200)
        .field("/login", serde_json::json!("bo"));
}

fn two_sessions(at: &mut Visit<'_>) {
    let (one, other) = (at.sign_in("bo"), at.sign_in("bo"));
    let reply = at.ask(Request::get(CURRENT).with_cookies(&one));
    let apart = one.xsrf != other.xsrf && one.session != other.session;
    reply.check(apart, "other cookies in the second session");
}

fn wrong_password(at: &mut Visit<'_>) {
    at.ask(signing_in("bo", "wrong"))
        .status(401)
        .is_empty()
        .no_header("set-cookie");
}

fn unknown_login(at: &mut Visit<'_>) {
    at.ask(signing_in("nobody-at-all", "wrong"))
        .status(401)
        .is_empty()
        .no_header("set-cookie");
}

fn no_password(at: &mut Visit<'_>) {
    at.ask(Request::post("/api/authentication/login").field("login", "bo"))
        .status(401)
        .is_empty();
}

fn by_get(at: &mut Visit<'_>) {
    let password = at.password("bo");
    let request = Request::get("/api/authentication/login")
        .query("login", "bo")
        .query("password", &password);
    at.ask(request)
        .status(400)
        .is_empty()
        .no_header("set-cookie");
}

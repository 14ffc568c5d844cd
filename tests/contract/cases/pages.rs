//! Pages: what a Server's are recognised by, and the context path around them.

use stand_in::Request;

use crate::case::{Case, on_servers, under_a_context_path};
use crate::reply::Reply;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("the sign-in form is a page for everybody", form),
    on_servers("a page says that it is SonarQube's", application_name),
    on_servers("a page's icon tells the context path", icon),
    on_servers("the icon is there for everybody", favicon),
    on_servers(
        "an address that is no page is the same page all the same",
        no_page,
    ),
    under_a_context_path(
        "outside the context path there is nothing of SonarQube's",
        outside,
    ),
    under_a_context_path(
        "the context path without its slash leads to the one with it",
        no_slash,
    ),
];

fn is_page(reply: &Reply) -> &Reply {
    reply
        .status(200)
        .header("content-type", "text/html;charset=utf-8")
        .header("cache-control", "no-cache, no-store, must-revalidate")
}

fn form(at: &mut Visit<'_>) {
    is_page(&at.ask(Request::get("/sessions/new")));
}

fn application_name(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let dashboard = Request::get("/dashboard").query("id", &project);
    for request in [dashboard, Request::get("/sessions/new")] {
        let reply = at.ask_as("ada", request);
        let named = r#"<meta name="application-name" content="SonarQube" />"#;
        reply.check(reply.answer().body.contains(named), named);
    }
}

fn icon(at: &mut Visit<'_>) {
    let reply = at.ask_as("ada", Request::get("/account"));
    let context = at.context();
    let link = format!(r#"<link rel="icon" type="image/x-icon" href="{context}/favicon.ico""#);
    reply.check(reply.answer().body.contains(&link), &link);
}

fn favicon(at: &mut Visit<'_>) {
    let reply = at.ask(Request::get("/favicon.ico"));
    reply.status(200).header("content-type", "image/x-icon");
    // The picture itself is no matter of the contract.
    at.exchanges.clear();
}

fn no_page(at: &mut Visit<'_>) {
    is_page(&at.ask_as("ada", Request::get("/there/is/none")));
    let unknown = Request::get("/dashboard").query("id", "there-is-none");
    is_page(&at.ask_as("ada", unknown));
}

fn outside(at: &mut Visit<'_>) {
    for path in ["/", "/api/server/version", "/sonarqube/api/server/version"] {
        let reply = at.ask_as_it_is(Request::get(path));
        reply
            .status(404)
            .header("content-type", "text/html;charset=utf-8");
        let title = "<title>HTTP Status 404 \u{2013} Not Found</title>";
        reply.check(reply.answer().body.contains(title), title);
    }
}

fn no_slash(at: &mut Visit<'_>) {
    let context = at.context().to_owned();
    let reply = at.ask_as_it_is(Request::get(&context));
    let target = format!("{context}/");
    reply.status(302).is_empty();
    let fits = reply.answer().header("location") == Some(target.as_str());
    reply.check(fits, &format!("to be led to {target}"));
}

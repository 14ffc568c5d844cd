//! What all pages share: the frame, the headers, escaping.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answer::Answer;
use crate::request::Request;

const CSP: &str = "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; \
                   img-src 'self' data:; form-action 'self'; frame-ancestors 'none'";

const STYLE: &str = "body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#26292e;background:#f6f7f9}\
header{display:flex;gap:1.5em;padding:.8em 2em;background:#1d2433;color:#fff}\
header a{color:#cfd8ee}header b{margin-right:auto}\
main{max-width:56em;margin:2em auto;padding:1.5em 2em;background:#fff;border:1px solid #e1e4ea;border-radius:8px}\
h1{margin-top:0;font-size:1.4em}li{margin:.3em 0}small{color:#6a7180}\
pre{padding:1em;background:#f0f2f6;border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}\
label{display:block;margin:.6em 0}.bad{color:#b3202c}";

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A page; `main` is HTML already, the title is text.
pub(crate) fn page(status: u16, title: &str, login: Option<&str>, main: &str) -> Answer {
    let who = match login {
        Some(login) => format!("<span>{}</span>", escape(login)),
        None => r#"<a href="/sessions/new">Log in</a>"#.into(),
    };
    let title = escape(title);
    let body = format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,"><style>{STYLE}</style></head>
<body>
<header><b>SonarQube (stand-in)</b><a href="/projects">Projects</a><a href="/account/security">Security</a>{who}</header>
<main>
<h1>{title}</h1>
{main}
</main>
</body>
</html>
"#
    );
    Answer::text(status, "text/html;charset=utf-8", body)
        .uncached()
        .with("content-security-policy", CSP)
        .with("x-content-type-options", "nosniff")
}

pub(crate) fn not_found() -> Answer {
    let main = "<p>The page you were looking for does not exist.</p>";
    page(404, "Not found", None, main)
}

pub(crate) fn forbidden(login: Option<&str>) -> Answer {
    let main = "<p>You are not authorized to access this page.</p>";
    page(403, "Not authorized", login, main)
}

/// Off to the sign-in form, and back here afterwards.
pub(crate) fn sign_in_first(request: &Request) -> Answer {
    let query: Vec<String> = request
        .query
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    let mut target = request.path.clone();
    if !query.is_empty() {
        target = format!("{target}?{}", query.join("&"));
    }
    let target = format!("/sessions/new?return_to={}", encode(&target));
    Answer::redirect(302, &target)
}

/// Text for HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        match letter {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            letter => safe.push(letter),
        }
    }
    safe
}

/// Text for a query parameter.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

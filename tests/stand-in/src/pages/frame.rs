//! What all pages share: the frame, the headers, escaping.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answer::Answer;
use crate::cloud::Cloud;
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

/// What every page of a Server holds, and it is recognised by (measured on 26.9
/// and 9.9).
const SERVER_HEAD: &str = r#"<meta name="application-name" content="SonarQube" />
<link rel="icon" type="image/x-icon" href="/favicon.ico" />"#;
/// Nothing is known of Cloud's; this one fetches no icon.
const CLOUD_HEAD: &str = r#"<link rel="icon" href="data:,">"#;

/// A page; `main` is HTML already, the title is text. Links are written without
/// the context path.
pub(crate) fn page(
    cloud: &Cloud,
    status: u16,
    title: &str,
    login: Option<&str>,
    main: &str,
) -> Answer {
    let who = match login {
        Some(login) => format!("<span>{}</span>", escape(login)),
        None => r#"<a href="/sessions/new">Log in</a>"#.into(),
    };
    let head = if cloud.profile().is_cloud() {
        CLOUD_HEAD
    } else {
        SERVER_HEAD
    };
    let title = escape(title);
    let body = format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>{head}<style>{STYLE}</style></head>
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

/// A Server sends its one page for any address, 200, and the script in it finds
/// out that there is no such page (measured); Cloud's status is inferred.
pub(crate) fn not_found(cloud: &Cloud, login: Option<&str>) -> Answer {
    let status = if cloud.profile().is_cloud() { 404 } else { 200 };
    let main = "<p>The page you were looking for does not exist.</p>";
    page(cloud, status, "Not found", login, main)
}

pub(crate) fn forbidden(cloud: &Cloud, login: Option<&str>) -> Answer {
    let main = "<p>You are not authorized to access this page.</p>";
    page(cloud, 403, "Not authorized", login, main)
}

/// Off to the sign-in form, and back here afterwards. On a Server the page's
/// script does that; nothing here holds a script.
pub(crate) fn sign_in_first(cloud: &Cloud, request: &Request, more: &str) -> Answer {
    let query: Vec<String> = request
        .query
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    let context = &cloud.context;
    let mut target = format!("{context}{}", request.path);
    if !query.is_empty() {
        target = format!("{target}?{}", query.join("&"));
    }
    let target = encode(&target);
    Answer::redirect(
        302,
        &format!("{context}/sessions/new?return_to={target}{more}"),
    )
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

//! The context path of a Server, such as `/sonar`: a Tomcat stands around it.

use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::request::Request;

impl Cloud {
    /// The same under a context path such as `/sonar`: all addresses begin with
    /// it, and others are none of ours.
    #[must_use]
    pub fn under(mut self, context: &str) -> Self {
        self.context = context.trim_end_matches('/').into();
        self
    }

    /// The path that cookies are good for.
    pub(crate) fn root(&self) -> &str {
        if self.context.is_empty() {
            "/"
        } else {
            &self.context
        }
    }
}

/// The request as it is within the context; nothing where that changes nothing.
///
/// # Errors
/// Tomcat's answer to an address outside: `/sonar` leads to `/sonar/`, all else
/// is unknown (measured on 9.9 under `/sonar`).
pub(crate) fn within(context: &str, request: &Request) -> Result<Option<Request>, Answer> {
    if context.is_empty() {
        return Ok(None);
    }
    match request.path.strip_prefix(context) {
        Some("") => Err(Answer::redirect(302, &format!("{context}/"))),
        Some(path) if path.starts_with('/') => Ok(Some(Request {
            path: path.into(),
            ..request.clone()
        })),
        _ => Err(outside()),
    }
}

fn outside() -> Answer {
    let title = "HTTP Status 404 \u{2013} Not Found";
    let body = format!(
        "<!doctype html><html lang=\"en\"><head><title>{title}</title></head>\
         <body><h1>{title}</h1></body></html>"
    );
    Answer::text(404, "text/html;charset=utf-8", body)
}

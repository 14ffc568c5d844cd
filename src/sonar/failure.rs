//! Why an operation failed, typed by what a person can do about it.

use serde::Deserialize;

use super::{Body, Content, Reply};

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// 401, which has two causes: see [`super::explained`], which asks.
    #[error("refused without saying why")]
    Unauthorized,
    /// Nobody is signed in.
    #[error("not signed in")]
    NotSignedIn,
    /// Somebody is signed in and yet a POST was answered with 401: the XSRF
    /// token is missing or stale (measured on Server 26.9: an empty 401).
    #[error("the session was refused")]
    SessionRefused,
    /// The person may not see the project.
    #[error("no Browse permission")]
    NoBrowse,
    /// The person may not administer the project.
    #[error("no Administer permission")]
    NoAdminister,
    /// There is no such project or organization.
    #[error("not found")]
    NotFound,
    /// The host has no such endpoint.
    #[error("not offered by this host")]
    NotOffered,
    /// Too many requests; the host may have said for how many seconds to wait.
    #[error("rate limited")]
    RateLimited {
        /// Seconds to wait, from `Retry-After`.
        retry_after: Option<u32>,
    },
    /// The server answered 5xx.
    #[error("server error {status}")]
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// A page instead of JSON: a proxy, a firewall, Cloudflare.
    #[error("a page instead of an answer")]
    Html,
    /// JSON of another shape than this version knows, or cut off.
    #[error("an answer of unknown shape")]
    Unreadable,
    /// Refused for a reason of its own.
    #[error("refused with status {status}")]
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// Accepted, and yet the token that is handed out has not changed.
    #[error("accepted, but unchanged")]
    Unchanged,
    /// The browser could not write down what has to be written down first.
    #[error("the browser's storage refused")]
    Storage,
    /// No answer came back.
    #[error("no answer: {loss}")]
    Lost {
        /// How it was lost.
        loss: Loss,
        /// Whether the request may have reached the server all the same.
        sent: bool,
    },
}

/// How an answer got lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The browser is offline.
    #[error("offline")]
    Offline,
    /// The connection broke.
    #[error("connection lost")]
    Connection,
    /// No answer within the time limit.
    #[error("timed out")]
    Timeout,
    /// The tab is gone.
    #[error("tab closed")]
    TabGone,
    /// The tab shows another page now, out of reach.
    #[error("page left")]
    Navigated,
    /// The browser no longer lets the extension at the site.
    #[error("site access revoked")]
    AccessRevoked,
}

/// An error's body: `{"errors":[{"msg":"…"}]}`. Any other, such as v2's
/// `{"message":"…"}`, says nothing that is gone by.
#[derive(Deserialize)]
struct Complaint {
    #[serde(default)]
    errors: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    msg: String,
}

impl Failure {
    /// Reads a failure out of an answer whose status is not 2xx, where 403
    /// means the permission given.
    pub(super) fn read<B: Body>(reply: Reply<B>, forbidden: Self) -> Self {
        let Reply {
            status,
            retry_after,
            content,
        } = reply;
        let is_page = matches!(content, Content::Html);
        let message = match content {
            Content::Json(body) => body.decode::<Complaint>().map_or_else(String::new, |c| {
                c.errors.into_iter().map(|e| e.msg).collect()
            }),
            _ => String::new(),
        }
        .to_ascii_lowercase();
        match status {
            429 => Self::RateLimited { retry_after },
            500.. => Self::Server { status },
            401 => Self::Unauthorized,
            404 if message.is_empty() || message.contains("unknown url") => Self::NotOffered,
            // A firewall's refusal is a page; the web API's is JSON or empty.
            _ if is_page => Self::Html,
            403 => forbidden,
            405 => Self::NotOffered,
            // Server says 400 for an unknown project of a badge and 404 for an
            // unknown component, both with "not found" (measured on 26.9).
            400 | 404 if message.contains("not found") => Self::NotFound,
            404 => Self::NotFound,
            _ => Self::Refused { status },
        }
    }

    /// Whether the failure says nothing about what the server did: the request
    /// may have been carried out all the same.
    pub fn leaves_doubt(self) -> bool {
        match self {
            Self::Lost { sent, .. } => sent,
            Self::Server { .. } | Self::Html | Self::Unreadable | Self::Unchanged => true,
            _ => false,
        }
    }

    /// Whether the same question may be answered later.
    pub fn may_pass(self) -> bool {
        matches!(
            self,
            Self::Lost { .. }
                | Self::Server { .. }
                | Self::Html
                | Self::Unreadable
                | Self::RateLimited { .. }
                | Self::Storage
                | Self::NotSignedIn
        )
    }

    /// Whether the request may still be at work somewhere after its answer was
    /// given up: a time limit here or in a gateway, or an answer that did not
    /// fit what was read.
    pub fn lingers(self) -> bool {
        matches!(
            self,
            Self::Unchanged
                | Self::Server { status: 502 | 504 }
                | Self::Lost {
                    loss: Loss::Timeout,
                    sent: true
                }
        )
    }
}

//! A request and its answer, told so that a person sees what happened.

use std::fmt;

use stand_in::{Answer, Request};

use crate::secrets::{shortened, tail};

/// How much of a body is shown.
const SHOWN: usize = 1_500;

/// What was asked, and what came back.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub request: Request,
    pub answer: Answer,
}

impl fmt::Display for Exchange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\n{}", Asked(&self.request), Answered(&self.answer))
    }
}

/// A request, for people.
pub struct Asked<'a>(pub &'a Request);

/// An answer, for people.
pub struct Answered<'a>(pub &'a Answer);

impl fmt::Display for Asked<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Request {
            method,
            path,
            query,
            form,
            headers,
        } = self.0;
        write!(out, "  > {method} {path}")?;
        for (sign, pairs) in [("?", query), ("form", form)] {
            if !pairs.is_empty() {
                write!(out, " {sign}")?;
            }
            for (name, value) in pairs {
                let value = match name.as_str() {
                    "token" => tail(value),
                    "password" => "\u{2026}".into(),
                    _ => shortened(value),
                };
                write!(out, " {name}={value}")?;
            }
        }
        for (name, value) in headers {
            let value = if name == "authorization" {
                let scheme = value.split_once(' ').map_or("", |(scheme, _)| scheme);
                format!("{scheme} {}", tail(value))
            } else {
                shortened(value)
            };
            write!(out, "\n  > {name}: {value}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Answered<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "  < {}", self.0.status)?;
        for (name, value) in &self.0.headers {
            if !name.contains("security-policy") && name != "x-webkit-csp" {
                write!(out, "\n  < {name}: {}", shortened(value))?;
            }
        }
        let body: String = self.0.body.chars().take(SHOWN).collect();
        for line in shortened(&body).lines() {
            write!(out, "\n  < {line}")?;
        }
        if body.len() < self.0.body.len() {
            write!(out, "\n  < … {} bytes in all", self.0.body.len())?;
        }
        Ok(())
    }
}

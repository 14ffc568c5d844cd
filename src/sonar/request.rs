//! A request as data, addressed to whatever origin the transport speaks to.

use form_urlencoded::Serializer;

/// How the web API is asked: reading is GET, acting is POST.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Changes nothing, so it may be repeated.
    Get,
    /// Changes something, so it is never repeated by itself.
    Post,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// GET or POST.
    pub method: Method,
    /// Path, and the query of a GET, as `/api/components/show?component=K`.
    pub path: String,
    /// The form that a POST sends, encoded.
    pub form: Option<String>,
}

impl Request {
    /// A GET with its parameters.
    pub fn get(path: &str, parameters: &[(&str, &str)]) -> Self {
        let query = encoded(parameters);
        Self {
            method: Method::Get,
            path: if query.is_empty() {
                path.to_owned()
            } else {
                format!("{path}?{query}")
            },
            form: None,
        }
    }

    /// A POST of a form.
    pub fn post(path: &str, parameters: &[(&str, &str)]) -> Self {
        Self {
            method: Method::Post,
            path: path.to_owned(),
            form: Some(encoded(parameters)),
        }
    }
}

fn encoded(parameters: &[(&str, &str)]) -> String {
    Serializer::new(String::new())
        .extend_pairs(parameters)
        .finish()
}

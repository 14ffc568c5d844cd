//! Whether data has the same shape: the same fields of the same types, the
//! same values where they say something; wording and dates may differ.

use std::collections::BTreeSet;

use serde_json::Value;

/// Fields whose text must be the same.
const TELLING: [&str; 6] = [
    ".key",
    ".name",
    ".type",
    ".visibility",
    ".qualifier",
    ".login",
];

/// Fields that come and go: words about versions, and the date of a new code
/// period, which a project has from its second analysis on (measured).
const PASSING: [&str; 2] = ["changelog", "leakPeriodDate"];

/// What is not as wanted, told by the path of the field.
pub fn differences(wanted: &Value, given: &Value, found: &mut Vec<String>) {
    shape(&badges_only(wanted), &badges_only(given), "", found);
}

/// Of all web services, those of the badges: the stand-in has few others.
fn badges_only(body: &Value) -> Value {
    let mut body = body.clone();
    if let Some(services) = body.get_mut("webServices").and_then(Value::as_array_mut) {
        services.retain(|service| service["path"] == "api/project_badges");
    }
    body
}

fn shape(wanted: &Value, given: &Value, path: &str, found: &mut Vec<String>) {
    match (wanted, given) {
        (Value::Object(expected), Value::Object(got)) => {
            let names: BTreeSet<&String> = expected.keys().chain(got.keys()).collect();
            for name in names
                .into_iter()
                .filter(|name| !PASSING.contains(&name.as_str()))
            {
                let path = format!("{path}.{name}");
                match (expected.get(name), got.get(name)) {
                    (Some(expected), Some(got)) => shape(expected, got, &path, found),
                    (Some(_), None) => found.push(format!("{path} is missing")),
                    _ => found.push(format!("{path} is too much")),
                }
            }
        }
        (Value::Array(expected), Value::Array(got)) => {
            if expected.len() != got.len() {
                let (given, wanted) = (got.len(), expected.len());
                found.push(format!("{path} has {given} entries instead of {wanted}"));
            }
            for (number, (expected, got)) in expected.iter().zip(got).enumerate() {
                shape(expected, got, &format!("{path}[{number}]"), found);
            }
        }
        (Value::String(expected), Value::String(got)) => {
            let identifier = path.contains("quality") || expected.len() > 30;
            let value = path.contains("possibleValues")
                || TELLING.iter().any(|end| path.ends_with(end)) && !identifier;
            if value && expected != got {
                found.push(format!("{path} is {got} instead of {expected}"));
            }
        }
        (Value::Bool(expected), Value::Bool(got)) => {
            if expected != got && !path.contains("dismissedNotices") {
                found.push(format!("{path} is {got}"));
            }
        }
        (Value::Number(_), Value::Number(_)) => {
            if wanted != given {
                found.push(format!("{path} is {given} instead of {wanted}"));
            }
        }
        (Value::Null, Value::Null) => {}
        _ => found.push(format!("{path} is {given} instead of {wanted}")),
    }
}

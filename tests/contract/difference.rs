//! What a real server and the stand-in answered, side by side.

use crate::comparison::{of_content, of_headers};
use crate::exchange::{Answered, Asked, Exchange};

/// Headers of which it only counts whether they are there.
const THERE: [&str; 2] = ["etag", "x-xsrf-token"];

/// Every pair of answers that differ, told with both.
pub fn report(real: &[Exchange], stand_in: &[Exchange]) -> Option<String> {
    let mut told: Vec<String> = real
        .iter()
        .zip(stand_in)
        .filter_map(|(real, stand_in)| pair(real, stand_in))
        .collect();
    if real.len() != stand_in.len() {
        let (real, stand_in) = (real.len(), stand_in.len());
        told.push(format!(
            "The case asked the real server {real} times, the stand-in {stand_in} times."
        ));
    }
    (!told.is_empty()).then(|| told.join("\n\n"))
}

fn pair(real: &Exchange, stand_in: &Exchange) -> Option<String> {
    let mut found = of_content(&real.answer, &stand_in.answer);
    found.extend(of_headers(&real.answer, &stand_in.answer, &THERE));
    if found.is_empty() {
        return None;
    }
    Some(format!(
        "The stand-in differs from the real server: {}\n{}\nthe real server:\n{}\nthe stand-in:\n{}",
        found.join("; "),
        Asked(&real.request),
        Answered(&real.answer),
        Answered(&stand_in.answer)
    ))
}

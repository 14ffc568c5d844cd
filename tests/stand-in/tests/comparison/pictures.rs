//! What counts in a badge's picture: its comments, its texts, and how wide an
//! error is. (Server draws the words of its large badge as outlines.)

use std::collections::BTreeSet;

/// What is not drawn as wanted.
pub fn differences(wanted: &str, given: &str) -> Option<String> {
    let (expected, got) = (drawn(wanted), drawn(given));
    // Two recorded pictures were cut short.
    let whole = wanted.trim_end().ends_with("</svg>");
    let fits = if whole {
        expected == got
    } else {
        expected.is_subset(&got)
    };
    (!fits).then(|| format!("drew {got:?} instead of {expected:?}"))
}

/// The texts of a picture, shadows told once.
pub fn texts(svg: &str) -> BTreeSet<String> {
    between(svg, "<text ", "</text>")
        .into_iter()
        .filter_map(|text| Some(text.rsplit_once('>')?.1.to_owned()))
        .collect()
}

fn drawn(svg: &str) -> BTreeSet<String> {
    let mut told: BTreeSet<String> = between(svg, "<!--", "-->").into_iter().collect();
    let large = told.iter().any(|comment| comment.contains("QUALITY GATE"));
    if large {
        told.extend(between(svg, "<title>", "</title>"));
    } else {
        told.extend(texts(svg).into_iter().map(|text| measured(&text)));
    }
    if large || svg.contains("<!-- ERROR -->") {
        told.extend(between(svg, " width=\"", "\"").into_iter().take(1));
    }
    told
}

/// A measure's value depends on the analysis: what kind it is counts.
fn measured(text: &str) -> String {
    match text {
        "A" | "B" | "C" | "D" | "E" => "a rating".into(),
        "passed" | "failed" => "a gate".into(),
        text if text.starts_with(|first: char| first.is_ascii_digit()) => {
            let unit = text.trim_start_matches(|one: char| one.is_ascii_digit() || one == '.');
            let unit = if unit == "%" { "percent" } else { "number" };
            format!("a {unit}")
        }
        text => text.into(),
    }
}

fn between(svg: &str, start: &str, end: &str) -> Vec<String> {
    svg.split(start)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(end)?.0.to_owned()))
        .collect()
}

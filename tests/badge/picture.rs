//! What a picture says.

use rebadge::badge::{Picture, PictureProblem};

fn error(text: &str) -> String {
    format!("<svg xmlns='…'><!-- ERROR --><text>{text}</text></svg>")
}

#[test]
fn an_error_picture_is_recognised_by_its_text() {
    let cases = [
        ("Project has not been found", PictureProblem::NotFound),
        ("Project not found", PictureProblem::NotFound),
        ("Measure has not been found", PictureProblem::NoMeasure),
        ("Quality gate has not been found", PictureProblem::NoMeasure),
        ("Project is invalid", PictureProblem::NoBadgeHere),
        ("Something else", PictureProblem::Unknown),
    ];
    for (text, problem) in cases {
        assert_eq!(Picture::read(&error(text)), Err(problem), "{text}");
        assert_eq!(Picture::read(&error(&text.to_uppercase())), Err(problem));
    }
}

#[test]
fn what_is_no_picture_is_none() {
    let cut_off = r#"<svg xmlns="http://www.w3.org/2000/svg"><text>pas"#;
    for body in [
        "",
        "<html><p>Sign in</p></html>",
        r#"{"errors":[]}"#,
        cut_off,
    ] {
        assert_eq!(Picture::read(body), Err(PictureProblem::Unreachable));
    }
}

#[test]
fn a_picture_becomes_an_address_that_needs_no_network() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>81 % #1</text></svg>";
    let picture = Picture::read(svg).unwrap();
    let (head, body) = picture.address().split_once(',').unwrap();
    assert_eq!(head, "data:image/svg+xml;charset=utf-8");
    let decoded = percent_encoding::percent_decode_str(body)
        .decode_utf8()
        .unwrap();
    assert_eq!(decoded, svg);
}

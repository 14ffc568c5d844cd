//! The names of messages that go with badges, formats and instances.

use super::Text;
use crate::badge::{Format, Kind, LinkTarget, Logo, TokenUse};
use crate::page::{Instance, Region};

/// The instance's name; a Server's with its version, but not the build. What a
/// page says of its version counts as far as it looks like one.
pub fn instance_name(instance: &Instance, version: &str) -> Text {
    match instance {
        Instance::Cloud(Region::Eu) => Text::new("instance_eu"),
        Instance::Cloud(Region::Us) => Text::new("instance_us"),
        Instance::Server(_) => {
            let parts = version.split('.').take(2);
            let numbers: Vec<_> = parts.filter(|part| is_short_number(part)).collect();
            Text::new("instance_server").with(numbers.join("."))
        }
    }
}

fn is_short_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a badge shows, in one line.
pub fn about(kind: &Kind) -> Text {
    Text::new(match kind {
        Kind::Measure(metric) => match metric.key() {
            "alert_status" => "about_gate",
            "bugs" => "about_bugs",
            "code_smells" => "about_code_smells",
            "coverage" => "about_coverage",
            "duplicated_lines_density" => "about_duplication",
            "ncloc" => "about_ncloc",
            "sqale_rating" => "about_maintainability",
            "reliability_rating" => "about_reliability",
            "security_rating" => "about_security",
            "sqale_index" => "about_debt",
            "vulnerabilities" => "about_vulnerabilities",
            "security_hotspots" => "about_hotspots",
            "software_quality_reliability_issues" => "about_reliability_issues",
            "software_quality_maintainability_issues" => "about_maintainability_issues",
            "software_quality_security_issues" => "about_security_issues",
            "software_quality_reliability_rating" => "about_reliability_now",
            "software_quality_maintainability_rating" => "about_maintainability_now",
            "software_quality_security_rating" => "about_security_now",
            "software_quality_maintainability_remediation_effort" => "about_debt_now",
            key => return Text::new("about_metric").with(key),
        },
        Kind::QualityGate => "about_large_gate",
        Kind::AiCodeAssurance => "about_ai_code",
        Kind::Logo(Logo::Light) => "about_logo_light",
        Kind::Logo(Logo::Dark) => "about_logo_dark",
        Kind::Logo(Logo::Highlight) => "about_logo_highlight",
    })
}

/// Where badges lead, in words.
pub fn link_name(target: LinkTarget) -> Text {
    Text::new(match target {
        LinkTarget::Summary => "link_summary",
        LinkTarget::Measure => "link_measure",
        LinkTarget::Nothing => "link_nothing",
    })
}

/// What stands for the token, in words.
pub fn token_use_name(usage: TokenUse) -> Text {
    Text::new(match usage {
        TokenUse::Included => "token_included",
        TokenUse::Placeholder => "token_placeholder",
        TokenUse::LeftOut => "token_left_out",
    })
}

/// The format's name.
pub fn format_name(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown => "format_markdown",
        Format::MarkdownReferences => "format_markdown_references",
        Format::Html => "format_html",
        Format::Rest => "format_rest",
        Format::AsciiDoc => "format_asciidoc",
        Format::Textile => "format_textile",
        Format::Org => "format_org",
        Format::BbCode => "format_bbcode",
        Format::Confluence => "format_confluence",
        Format::ImageUrl => "format_image_url",
    })
}

/// What the primary button says in that format.
pub fn copy_label(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown | Format::MarkdownReferences => "copy_markdown",
        Format::Html => "copy_html",
        Format::Rest => "copy_rest",
        Format::AsciiDoc => "copy_asciidoc",
        Format::Textile => "copy_textile",
        Format::Org => "copy_org",
        Format::BbCode => "copy_bbcode",
        Format::Confluence => "copy_confluence",
        Format::ImageUrl => "copy_image_url",
    })
}

/// What is said after copying in that format.
pub fn copied(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown | Format::MarkdownReferences => "copied_markdown",
        Format::Html => "copied_html",
        Format::Rest => "copied_rest",
        Format::AsciiDoc => "copied_asciidoc",
        Format::Textile => "copied_textile",
        Format::Org => "copied_org",
        Format::BbCode => "copied_bbcode",
        Format::Confluence => "copied_confluence",
        Format::ImageUrl => "copied_image_url",
    })
}

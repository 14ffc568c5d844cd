//! What each format makes of a hostile text, and of addresses that end like a
//! sentence. That it is right is shown by the formats' own parsers, in
//! `tests/formats`; this shows at once where it changes.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use rebadge::badge::{Badge, Format, Kind, Metric, Snippet, Style, Token};
use rebadge::page::{BranchName, Instance, ProjectKey, Region};

/// What stands there; `PICTURE` and `LINK` are the addresses as they usually are.
const TABLE: [(Format, &str); 10] = [
    (
        Format::Markdown,
        r##"[![a "b" \<i\>\&\[c\](d)\|\*\_\!{e}\\ % ü](PICTURE)](LINK)"##,
    ),
    (
        Format::MarkdownReferences,
        r##"[![a "b" \<i\>\&\[c\](d)\|\*\_\!{e}\\ % ü][measure_bugs]][measure_bugs-link]

[measure_bugs]: PICTURE
[measure_bugs-link]: LINK"##,
    ),
    (
        Format::Html,
        r##"<a href="LINK"><img src="PICTURE" alt="a &quot;b&quot; &lt;i&gt;&amp;[c](d)|*_!{e}\ % ü"></a>"##,
    ),
    (
        Format::Rest,
        r##"|measure_bugs|

.. |measure_bugs| image:: PICTURE
   :alt: a "b" <i>&[c](d)|*_!{e}\ % ü
   :target: LINK"##,
    ),
    (
        Format::AsciiDoc,
        r##"image:++https://sonarcloud.io/api/project_badges/measure?branch=x%20y.&project=a%3Ab-&metric=bugs++["a &#34;b&#34; &#60;i&#62;&#38;&#91;c&#93;&#40;d&#41;&#124;&#42;&#95;&#33;&#123;e&#125;&#92; % ü",link="++https://sonarcloud.io/summary/new_code?id=a%3Ab-&branch=x%20y.++"]"##,
    ),
    (
        Format::Textile,
        r##"!PICTURE(a &#34;b&#34; &#60;i&#62;&#38;&#91;c&#93;&#40;d&#41;&#124;&#42;&#95;&#33;&#123;e&#125;&#92; % ü)!:https://sonarcloud.io/summary/new_code?id=a%3Ab-&branch=x%20y%2E"##,
    ),
    (
        Format::Org,
        r##"#+HTML: <a href="LINK"><img src="PICTURE" alt="a &quot;b&quot; &lt;i&gt;&amp;[c](d)|*_!{e}\ % ü"></a>"##,
    ),
    (Format::BbCode, r##"[url=LINK][img]PICTURE[/img][/url]"##),
    (
        Format::Confluence,
        r##"[!PICTURE|alt=a &#34;b&#34; &#60;i&#62;&#38;&#91;c&#93;&#40;d&#41;&#124;&#42;&#95;&#33;&#123;e&#125;&#92; % ü!|LINK]"##,
    ),
    (Format::ImageUrl, r##"PICTURE"##),
];

const PICTURE: &str =
    "https://sonarcloud.io/api/project_badges/measure?branch=x+y.&project=a%3Ab-&metric=bugs";
const LINK: &str = "https://sonarcloud.io/summary/new_code?id=a%3Ab-&branch=x+y.";

fn written(format: Format) -> String {
    let badge = Badge {
        instance: Instance::Cloud(Region::Eu),
        project: ProjectKey::parse("a:b-").unwrap(),
        branch: Some(BranchName::parse("x y.").unwrap()),
        kind: Kind::Measure(Metric::of_key("bugs").unwrap()),
    };
    let style = Style {
        format,
        alternative: Some("a \"b\" <i>&[c](d)|*_!{e}\\ %\nü".into()),
        ..Style::default()
    };
    Snippet::new(&[badge], &style, Token::Needless)
        .plain
        .expose()
        .to_owned()
}

#[test]
fn a_hostile_text_stands_in_each_format_as_its_readers_want_it() {
    for (format, wanted) in TABLE {
        let escaped = if wanted.contains("<img") {
            "&amp;"
        } else {
            "&"
        };
        let wanted = wanted
            .replace("PICTURE", &PICTURE.replace('&', escaped))
            .replace("LINK", &LINK.replace('&', escaped));
        assert_eq!(written(format).trim_end(), wanted, "{format:?}");
    }
    assert_eq!(TABLE.map(|(format, _)| format), Format::ALL);
}

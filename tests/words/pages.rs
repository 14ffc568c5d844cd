//! No page says a word that is not a message.

use super::files::{named, text};
use super::language::Words;

/// What is no word of a language: the product's name.
const NAMES: [&str; 1] = ["Rebadge"];

const ATTRIBUTES: [(&str, &str); 3] = [
    ("label", "aria-label"),
    ("title", "title"),
    ("placeholder", "placeholder"),
];

/// Every page of the extension with its text.
fn pages() -> Vec<(String, String)> {
    let names = named("extension", ".html");
    assert!(names.len() > 1, "{names:?}");
    let read = |name: String| (text(&format!("extension/{name}")), name);
    names
        .into_iter()
        .map(read)
        .map(|(it, name)| (name, it))
        .collect()
}

/// The tags of a page, each with the text right after it.
fn tags(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split('<')
        .skip(1)
        .filter_map(|part| part.split_once('>'))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let opening = format!(" {name}=\"");
    tag.split_once(&opening)?.1.split('"').next()
}

#[test]
fn no_page_says_a_word_that_is_not_a_message() {
    for (page, html) in pages() {
        for (tag, after) in tags(&html) {
            let words = after.replace("&nbsp;", " ");
            let words = words.trim();
            if !words.is_empty() && !NAMES.contains(&words) {
                assert!(attribute(tag, "data-i18n").is_some(), "{page}: {words}");
            }
            for (kind, name) in ATTRIBUTES {
                if attribute(tag, name).is_some() {
                    let marked = attribute(tag, &format!("data-i18n-{kind}"));
                    assert!(marked.is_some(), "{page}: <{tag}>");
                }
            }
            assert!(
                attribute(tag, "alt").is_none_or(str::is_empty),
                "{page}: <{tag}>"
            );
        }
    }
}

#[test]
fn the_pages_english_is_the_english_of_the_messages() {
    let english = Words::english();
    for (page, html) in pages() {
        for (tag, after) in tags(&html) {
            if let Some(name) = attribute(tag, "data-i18n") {
                assert_eq!(after, english.says(name), "{page}: {name}");
            }
            for (kind, attribute_name) in ATTRIBUTES {
                if let Some(name) = attribute(tag, &format!("data-i18n-{kind}")) {
                    let shown = attribute(tag, attribute_name);
                    assert_eq!(shown, Some(english.says(name)), "{page}: {name}");
                }
            }
        }
    }
}

#[test]
fn what_is_cloned_holds_no_words_since_they_are_put_into_the_page_only() {
    for (page, html) in pages() {
        for part in html.split("<template").skip(1) {
            let template = part.split("</template>").next().unwrap();
            assert!(!template.contains("data-i18n"), "{page}: {template}");
        }
    }
}

#[test]
fn no_script_says_a_word_either() {
    for name in named("extension", ".js") {
        for line in text(&format!("extension/{name}")).lines() {
            let code = line.split("//").next().unwrap();
            let spoken = ["textContent = \"", "textContent = `", "innerText", "alert("];
            assert!(spoken.iter().all(|it| !code.contains(it)), "{name}: {line}");
            // An element that is made gets its text from a message or from data.
            for made in code.split("element(\"").skip(1) {
                let text = made.split_once('"').unwrap().1;
                let quotes = text.matches(['"', '`']).count();
                assert_eq!(quotes, 2 * text.matches("say(\"").count(), "{name}: {line}");
            }
        }
    }
}

//! Writes a project's badge and token.

use rebadge::badge::Kind;
use rebadge::browser::{dom, say};
use rebadge::page::BranchName;
use rebadge::popup::{
    PictureView, ProjectView, Renewing, Slot, Text, TokenView, Tone, about, copy_label,
};
use web_sys::{Element, HtmlSelectElement};

use super::enable;
use super::message::write_link;
use super::pictures::write_picture;

/// Writes the whole screen.
pub fn write(view: &ProjectView) {
    dom::show("organization-row", view.organization.is_some());
    if let Some(organization) = &view.organization {
        slot("organization", organization);
    }
    slot("project-name", &view.name);
    // What was to be copied of another project is not shown under this one's name.
    let is_another = dom::text("project-key") != view.key;
    dom::write("project-key", &view.key);
    dom::show("visibility", view.visibility.is_some());
    if let Some(visibility) = &view.visibility {
        dom::write("visibility", &say(visibility));
    }
    let known = matches!(view.organization, Some(Slot::Known(_)));
    enable("#project [data-act=copy-organization-key]", known);
    enable("[data-act=copy-project-key]", true);
    write_pictures(&view.pictures);
    write_choices(view);
    match &view.snippet {
        Some(snippet) => dom::write("snippet", snippet),
        None if is_another => ghost(&dom::by_id("snippet")),
        None => {}
    }
    dom::write("copy-snippet", &say(&copy_label(view.format)));
    enable("#copy-snippet", view.snippet.is_some());
    write_token(&view.token);
}

/// Writes text that may still be coming: until then the page's ghost stands
/// for it.
fn slot(id: &str, slot: &Slot) {
    let element: Element = dom::by_id(id);
    let _ = element
        .class_list()
        .toggle_with_force("missing", matches!(slot, Slot::Missing(_)));
    match slot {
        Slot::Known(text) => dom::set_text(&element, text),
        Slot::Missing(words) => dom::set_text(&element, &say(words)),
        Slot::Loading => ghost(&element),
    }
}

/// Puts a ghost where text was, unless one is there.
fn ghost(element: &Element) {
    if element.first_element_child().is_some() {
        return;
    }
    if let Ok(ghost) = dom::document().create_element("span") {
        ghost.set_class_name("ghost");
        element.set_text_content(None);
        let _ = element.append_child(&ghost);
    }
}

/// Writes the pictures of the chosen badges, in a row.
fn write_pictures(views: &[(Kind, PictureView)]) {
    let pictures: Element = dom::by_id("pictures");
    dom::keep(&pictures, views.len());
    for (index, (kind, view)) in views.iter().enumerate() {
        let place = match dom::child(&pictures, index) {
            Some(place) => place,
            None => match dom::document().create_element("span") {
                Ok(place) => {
                    let _ = pictures.append_child(&place);
                    place
                }
                Err(_) => return,
            },
        };
        write_picture(&place, view, &kind.name());
    }
    let link = views.iter().find_map(|(_, view)| match view {
        PictureView::Problem(_, link) => link.as_ref(),
        _ => None,
    });
    write_link("picture-link", link);
}

/// Writes the badges to choose one from; where several are chosen, they are an
/// entry of their own.
fn write_kinds(view: &ProjectView) {
    let count = view.pictures.len();
    let several =
        (count > 1).then(|| (String::new(), say(&Text::counted("several_badges", count))));
    let choices: Vec<_> = several
        .into_iter()
        .chain(view.kinds.iter().map(|kind| (kind.id(), label(kind))))
        .collect();
    choose_among("kind", &choices);
    let value = match view.pictures.as_slice() {
        [(one, _)] => one.id(),
        _ => String::new(),
    };
    dom::by_id::<HtmlSelectElement>("kind").set_value(&value);
}

/// The name of a badge in a list; of two with one name, what tells them apart.
fn label(kind: &Kind) -> String {
    match kind {
        Kind::Measure(metric) if metric.key().starts_with("software_quality_") => say(&about(kind)),
        Kind::Logo(_) | Kind::QualityGate => say(&about(kind)),
        _ => kind.name().into_owned(),
    }
}

/// Fills a list of choices, unless it holds just these already.
fn choose_among(id: &str, choices: &[(String, String)]) {
    let select: HtmlSelectElement = dom::by_id(id);
    let options = select.options();
    let written = choices.len() == options.length() as usize
        && (0..options.length())
            .zip(choices)
            .all(|(index, (value, label))| {
                options.item(index).is_some_and(|option| {
                    option.text_content().as_ref() == Some(label)
                        && option.get_attribute("value").as_ref() == Some(value)
                })
            });
    if !written {
        dom::fill(id, choices);
    }
}

fn write_choices(view: &ProjectView) {
    write_kinds(view);
    let format: HtmlSelectElement = dom::by_id("format");
    format.set_value(view.format.id());
    enable("#kind, #format", view.choosable);

    let value = |name: &Option<BranchName>| name.as_ref().map_or("", BranchName::as_str).to_owned();
    let choices: Vec<_> = view
        .branches
        .iter()
        .map(|(name, label)| {
            let label = label.clone();
            (
                value(name),
                label.unwrap_or_else(|| say(&Text::new("main_branch"))),
            )
        })
        .collect();
    choose_among("branch", &choices);
    let branch: HtmlSelectElement = dom::by_id("branch");
    branch.set_value(&value(&view.branch));
    enable("#branch", choices.len() > 1);
}

fn write_token(view: &TokenView) {
    let folded = view.folded.unwrap_or(false);
    dom::show("token-fold", view.folded.is_some());
    dom::show("token-body", !folded);
    let fold: Element = dom::by_id("token-fold");
    dom::set_state(&fold, "aria-expanded", !folded);
    slot("token", &view.token);
    let known = matches!(view.token, Slot::Known(_));
    enable("#show-token, #copy-token", known);
    let show: Element = dom::by_id("show-token");
    dom::set_state(&show, "aria-pressed", view.shown);
    let age = view.age.as_ref().map_or_else(|| "\u{a0}".to_owned(), say);
    dom::write("age", &age);
    dom::show("age", view.explained);
    dom::show("token-opens", view.explained);
    let tone = match view.tone {
        Tone::Good => "good",
        Tone::Plain | Tone::Muted => "note",
        Tone::Warn => "warn",
    };
    dom::by_id::<Element>("age").set_class_name(tone);
    dom::write("token-note", &say(&view.note));
    dom::show("show-token", view.may_show);
    dom::show("renew", matches!(view.renewing, Renewing::Button(_)));
    dom::show("information", view.renewing == Renewing::ByHand);
    let renew: Element = dom::by_id("renew");
    // Kept focusable while it works, so that the keyboard's place is not lost.
    let idle = view.renewing == Renewing::Button(true);
    let _ = renew.toggle_attribute_with_force("disabled", !idle && !view.busy);
    dom::set_state(&renew, "aria-disabled", !idle);
}

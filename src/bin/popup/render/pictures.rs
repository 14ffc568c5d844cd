//! Writes badges' pictures.

use rebadge::browser::{dom, say};
use rebadge::popup::PictureView;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlImageElement};

/// Writes a picture, or what stands in its place, into an element.
pub fn write_picture(place: &Element, view: &PictureView, name: &str) {
    let (tag, class) = match view {
        PictureView::Loading => ("span", "ghost badge"),
        PictureView::Shown(_) => ("img", ""),
        PictureView::Problem(..) => ("p", "note"),
    };
    let Some(child) = child(place, tag, class) else {
        return;
    };
    match view {
        PictureView::Loading => {}
        PictureView::Shown(picture) => {
            let image: HtmlImageElement = child.unchecked_into();
            image.set_alt(name);
            if image.src() != picture.address() {
                image.set_src(picture.address());
            }
        }
        PictureView::Problem(words, _) => dom::set_text(&child, &say(words)),
    }
}

/// The only child of an element, made anew unless it is of that kind already.
fn child(place: &Element, tag: &str, class: &str) -> Option<Element> {
    if let Some(child) = place
        .first_element_child()
        .filter(|child| child.local_name() == tag)
    {
        return Some(child);
    }
    let child = dom::document().create_element(tag).ok()?;
    child.set_class_name(class);
    place.set_text_content(None);
    place.append_child(&child).ok()?;
    Some(child)
}

//! Writes how the host is reached.

use rebadge::browser::{dom, say};
use rebadge::dashboard::ReachView;

/// Writes the ways.
pub fn write(view: &ReachView) {
    dom::write("way", &say(&view.way));
    dom::show("allow-site", !view.site);
    dom::show("revoke-site", view.site);
    dom::show("tokens", view.tokens);
    dom::show("token-sealed", view.remembered && !view.token);
    dom::show("token-form", !view.token);
    dom::show("forget-token", view.token || view.remembered);
}

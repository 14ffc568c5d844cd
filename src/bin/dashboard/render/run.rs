//! Writes the run.

use rebadge::browser::{dom, say};
use rebadge::dashboard::RunView;
use web_sys::HtmlProgressElement;

use super::actions;

/// Writes the run, or hides it.
pub fn write(run: Option<&RunView>) {
    dom::show("run", run.is_some());
    let Some(run) = run else {
        actions::write_run(&[]);
        return;
    };
    dom::write("run-title", &say(&run.title));
    let note: Vec<_> = run.note.iter().map(say).collect();
    dom::write("run-note", &note.join(" · "));
    let progress: HtmlProgressElement = dom::by_id("run-progress");
    #[expect(clippy::cast_precision_loss, reason = "projects are few")]
    let (ended, total) = (run.ended as f64, run.total.max(1) as f64);
    progress.set_max(total);
    progress.set_value(ended);
    actions::write_run(&run.buttons);
}

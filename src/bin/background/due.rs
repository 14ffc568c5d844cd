//! Counts what is due, and says so.

use rebadge::browser::records::{Snapshot, put};
use rebadge::browser::{keep_alarm, managed, mark_action, notify, now, say};
use rebadge::popup::Text;
use rebadge::rotation::{Count, Records, Told, count_due};
use rebadge::settings::Settings;
use wasm_bindgen::prelude::wasm_bindgen;

/// The alarm's name, and the notification's.
const DUE: &str = "due";
/// A day.
const MINUTES: u32 = 24 * 60;

/// Counts the due tokens from what is stored, and writes the number on the
/// toolbar icon; tells the desktop where that is wanted. No server is asked.
/// A store that refuses leaves the icon as it is.
#[wasm_bindgen]
pub async fn count() {
    keep_alarm(DUE, MINUTES).await;
    let managed = managed().await.part();
    let Ok(stored) = Snapshot::take().await else {
        return;
    };
    let records = Records {
        rosters: stored.all(Records::ROSTER),
        policies: stored.all(Records::POLICY),
        ledger: stored.all(Records::LEDGER),
    };
    let count = count_due(&records, &managed, now());
    mark_action(&count.mark(), &title(count)).await;
    tell(&stored, count.due).await;
}

/// What the toolbar button says: the name, and a line for each number.
fn title(count: Count) -> String {
    let mut lines = vec![name()];
    if count.due > 0 {
        lines.push(say(&Text::counted("tokens_due", count.due)));
    }
    if count.soon > 0 {
        lines.push(say(&Text::counted("tokens_soon_due", count.soon)));
    }
    lines.join("\n")
}

fn name() -> String {
    say(&Text::new("extension_name"))
}

/// Tells the desktop, where the person wants that and it is time.
async fn tell(stored: &Snapshot, due: usize) {
    let settings: Settings = stored.get(Settings::NAME).unwrap_or_default();
    let told: Told = stored.get(Told::NAME).unwrap_or_default();
    let now = now();
    let spoken = settings.notify
        && told.calls_for_word(due, now)
        && notify(DUE, &name(), &say(&Text::counted("tokens_due", due))).await;
    let after = if spoken {
        Told::spoken(due, now)
    } else {
        told.silent(due)
    };
    if after != told {
        // Where it cannot be kept, the word is said again.
        let _ = put(Told::NAME, &after).await;
    }
}

//! The popup on the pages of a SonarQube Server: found out by asking, and
//! without organizations.

mod pages;
mod status;

use rebadge::popup::{Effect, Event, Popup, ScreenView, TroubleView};
use rebadge::sonar::{SystemState, SystemStatus};

use super::START;

const PAGE: &str = "http://intranet:9000/sonar/dashboard?id=acme_pay";

fn open(url: &str) -> (Popup, Vec<Effect>) {
    let mut popup = Popup::new(START);
    let event = Event::OpenedOnServer {
        url: url.to_owned(),
        context: "/sonar".to_owned(),
    };
    let effects = popup.update(event, START);
    (popup, effects)
}

fn status(state: SystemState) -> Event {
    Event::SystemStatus(Ok(SystemStatus {
        version: "26.9.0.129388".to_owned(),
        status: state,
    }))
}

fn trouble(popup: &Popup) -> TroubleView {
    match popup.view().screen {
        ScreenView::Trouble(trouble) => trouble,
        other => panic!("{other:?}"),
    }
}

//! Lists to choose from.

use rebadge::page::ProjectKey;
use rebadge::popup::{Action, Event, Popup, ScreenView};
use rebadge::sonar::{ListPage, Project};

use super::{START, open};

#[test]
fn newest_analysis_comes_first_and_the_filter_narrows() {
    let (mut popup, id, _) = open("https://sonarcloud.io/organizations/acme");
    let entry = |key: &str, analysed: Option<&str>| Project {
        key: ProjectKey::parse(key).unwrap(),
        name: format!("Project {key}"),
        visibility: None,
        analysed: analysed.map(str::to_owned),
    };
    let entries = vec![
        entry("never", None),
        entry("old", Some("2024-01-01T00:00:00+0000")),
        entry("new", Some("2026-01-01T00:00:00+0000")),
    ];
    let page = ListPage { entries, total: 3 };
    popup.update(Event::Projects(id, Ok(page)), START);
    let keys = |popup: &Popup| match popup.view().screen {
        ScreenView::List(list) => list.rows.into_iter().map(|row| row.key).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(keys(&popup), ["new", "old", "never"]);
    popup.update(Event::Did(Action::Filter("NEV".to_owned())), START);
    assert_eq!(keys(&popup), ["never"]);
}

//! Lists to choose from.

use rebadge::page::ProjectKey;
use rebadge::popup::{Action, Effect, Event, Mark, Popup, ScreenView};
use rebadge::sonar::{ListPage, Project};

use super::{START, open};

fn entry(key: &str, analysed: Option<&str>) -> Project {
    Project {
        key: ProjectKey::parse(key).unwrap(),
        name: format!("Project {key}"),
        visibility: None,
        analysed: analysed.map(str::to_owned),
    }
}

#[test]
fn a_list_is_marked_once_when_its_last_page_has_come() {
    let (mut popup, id, _) = open("https://sonarcloud.io/organizations/acme");
    let mut marks = |entries| {
        let page = ListPage {
            entries,
            total: 501,
        };
        let effects = popup.update(Event::Projects(id, Ok(page)), START);
        let marked = |effect: &&Effect| matches!(effect, Effect::Mark(Mark::Listed));
        effects.iter().filter(marked).count()
    };
    let first = (0..500).map(|at| entry(&format!("p{at}"), None)).collect();
    assert_eq!(marks(first), 0);
    assert_eq!(marks(vec![entry("last", None)]), 1);
    assert_eq!(marks(Vec::new()), 0);
}

#[test]
fn newest_analysis_comes_first_and_the_filter_narrows() {
    let (mut popup, id, _) = open("https://sonarcloud.io/organizations/acme");
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

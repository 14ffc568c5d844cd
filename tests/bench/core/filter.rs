//! A keystroke in the dashboard's filter, and what is on the screen after it.

use criterion::Criterion;
use rebadge::dashboard::{Action, Event, Window};

use crate::large::{COUNT, Large, screen};

/// What is typed, letter by letter: finds many, few, and none.
const WORDS: [&str; 3] = ["payment", "project-0099", "zzz"];

/// As high as a large screen.
const HEIGHT: usize = 1_000;

pub fn bench(criterion: &mut Criterion) {
    let mut screen = screen(&Large::projects());
    screen.tell(Event::Scrolled(Window {
        top: 0,
        height: HEIGHT,
    }));
    assert_eq!(screen.view().table.count, COUNT);
    let beginnings = |word: &str| (1..=word.len()).map(|end| word[..end].to_owned()).collect();
    let typed: Vec<String> = WORDS
        .iter()
        .flat_map(|word| -> Vec<String> { beginnings(word) })
        .collect();
    let mut typed = typed.into_iter().cycle();
    criterion.bench_function(
        &format!("keystroke in the filter, {COUNT} rows"),
        |bencher| {
            bencher.iter(|| {
                screen.act(Action::Filter(typed.next().unwrap()));
                screen.view()
            });
        },
    );
}

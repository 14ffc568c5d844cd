//! Whatever happens in whatever order, the screen makes sense.

use proptest::prelude::*;
use rebadge::dashboard::{Action, Effect, Event, Move, ROW_HEIGHT, Window};

use super::deeds::deed;
use super::screen::*;
use super::world::{World, memory};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens(deeds in prop::collection::vec(deed(), 0..90)) {
        let (screen, effects) = Screen::open(cloud());
        let mut world = World {
            screen,
            lists: Vec::new(),
            asked: false,
            holds: false,
            under_way: Vec::new(),
        };
        world.take(effects)?;
        world.screen.recalled(memory());
        for deed in deeds {
            let effects = world.does(deed);
            world.take(effects)?;
            world.check()?;
        }
    }

    /// A plan names exactly what is due, each once, whatever is shown.
    #[test]
    fn what_is_due_is_planned(ages in prop::collection::vec(0..120_i64, 1..30), every in 7..100_u16) {
        let named = |number: usize| format!("p{number:02}");
        let mut memory = ledger(ages.iter().enumerate().map(|(n, days)| seen(&named(n), *days)));
        memory.policy = rebadge::rotation::Policy::new(every, 0).ok();
        let projects: Vec<_> = (0..ages.len()).map(|n| private(&named(n))).collect();
        let mut screen = Screen::of_cloud(memory, &projects);
        screen.act(Action::Filter("none".to_owned()));
        screen.act(Action::PlanDue);
        let order = begun(&screen.act(Action::Confirm));
        let mut planned: Vec<_> = order.into_iter().flat_map(|order| order.projects).collect();
        planned.sort();
        let due = |days: &i64| *days >= i64::from(every);
        let expected: Vec<_> = (0..ages.len())
            .filter(|n| due(&ages[*n]))
            .map(|n| key(&format!("acme_{}", named(n))))
            .collect();
        prop_assert_eq!(planned, expected);
    }

    /// After any way of the keyboard, its row is in view.
    #[test]
    fn the_keyboard_stands_in_view(
        moves in prop::collection::vec(0..6_usize, 1..30),
        rows in 1..12_usize,
    ) {
        let all: Vec<_> = (0..60).map(|n| private(&format!("p{n:02}"))).collect();
        let mut screen = Screen::of_cloud(memory(), &all);
        let mut window = Window { top: 0, height: rows * ROW_HEIGHT };
        screen.tell(Event::Scrolled(window));
        let ways = [Move::Up, Move::Down, Move::PageUp, Move::PageDown, Move::First, Move::Last];
        for to in moves {
            for effect in screen.act(Action::Go(ways[to], false)) {
                if let Effect::Scroll(top) = effect {
                    window.top = top;
                }
            }
            let top = screen.view().table.active * ROW_HEIGHT;
            prop_assert!(top >= window.top && top + ROW_HEIGHT <= window.top + window.height);
        }
    }
}

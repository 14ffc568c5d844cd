//! What the end of its turn makes of a project: due no more, or still.

use rebadge::dashboard::{Action, Effect, Focus};
use rebadge::popup::Text;
use rebadge::record::Ending;

use super::rotation::{NAMES, fine, finish, four};
use super::screen::*;

#[test]
fn what_was_renewed_is_due_no_more() {
    let mut screen = four();
    let (_, effects) = screen.begin();
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(4)
    );
    finish(&mut screen, effects);
    assert_eq!(
        name(Some(screen.view().rotate_due.label)),
        Some("nothing_due")
    );
    let effects = screen.act(Action::Dismiss);
    assert!(matches!(effects[..], [Effect::Focus(Focus::Filter)]));
    assert_eq!(screen.view().run, None);
    assert_eq!(screen.state("a"), None);
    // What the storage said before does not make them old again.
    screen.recalled(ledger(NAMES.map(|name| seen(name, 90))));
    assert_eq!(screen.state("a"), None);
    assert_eq!(screen.row("a").renewed, Some(START));
}

#[test]
fn what_somebody_else_renewed_meanwhile_is_due_no_more() {
    let mut screen = four();
    screen.begin();
    screen.step("a", ended(Ending::RenewedElsewhere));
    assert_eq!(screen.state("a"), Some("ending_renewed_elsewhere"));
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(3)
    );
    assert_eq!(screen.row("a").renewed, None, "not here");
}

#[test]
fn what_was_not_renewed_stays_due() {
    let mut screen = four();
    screen.begin();
    screen.step("a", ended(Ending::NotRenewed));
    screen.step("b", ended(Ending::Unknown));
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(4)
    );
    let note = screen.run().note;
    assert_eq!(note[1], Text::counted("count_not_renewed", 1));
    assert_eq!(note[2], Text::counted("count_unknown", 1));
}

#[test]
fn a_later_renewal_that_the_ledger_knows_counts_more() {
    let mut screen = four();
    screen.begin();
    screen.step("a", fine());
    screen.recalled(ledger([renewed("a", -1)]));
    assert_eq!(screen.row("a").renewed, Some(ago(-1)));
}

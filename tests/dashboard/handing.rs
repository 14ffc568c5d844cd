//! Handing over what a run has made.

use rebadge::dashboard::{Action, Dialog, Effect, Event, Item, Memory, Wish};
use rebadge::handover::Form;
use rebadge::record::Ending;
use rebadge::rotation::{RunOrder, Step};

use super::screen::*;

const NAMES: [&str; 3] = ["a", "b", "c"];

fn three() -> Screen {
    let memory = ledger(NAMES.map(|name| renewed(name, 90)));
    Screen::of_cloud(memory, &NAMES.map(private))
}

fn with_token(ending: Ending, fill: char) -> Step {
    Step {
        token: Some(token(fill)),
        ..ended(ending)
    }
}

fn handed(effects: Vec<Effect>) -> (Wish, Vec<Item>) {
    let [effect] = <[_; 1]>::try_from(effects).unwrap();
    match effect {
        Effect::HandOver(wish, items) => (wish, items),
        other => panic!("{other:?}"),
    }
}

#[test]
fn there_is_nothing_to_hand_over_before_a_turn_has_ended() {
    let mut screen = three();
    assert!(!screen.view().may_hand_over);
    screen.act(Action::AskHandOver);
    assert_eq!(screen.view().dialog, None);
    screen.begin();
    assert!(!screen.view().may_hand_over);
    screen.step("a", ended(Ending::NotRenewed));
    assert!(screen.view().may_hand_over);
}

#[test]
fn what_has_ended_is_handed_over_with_the_tokens_in_hand() {
    let mut screen = three();
    screen.begin();
    screen.step("b", ended(Ending::NotRenewed));
    screen.pass(5_000);
    screen.step("a", with_token(Ending::Renewed, 'a'));
    screen.act(Action::AskHandOver);
    let (wish, items) = handed(screen.act(Action::Confirm));
    let usual = Wish {
        form: Form::Csv,
        with_tokens: false,
    };
    assert_eq!(wish, usual, "no tokens unless asked for");
    assert_eq!(items.len(), 2, "one is still under way");
    assert_eq!(items[0].project, key("acme_a"));
    assert_eq!(items[0].name, "The a");
    assert_eq!(items[0].ending.name, "ending_renewed");
    assert_eq!(items[0].renewed, Some(screen.now));
    assert_eq!(items[0].token, Some(token('a')));
    assert_eq!(items[1].ending.name, "ending_not_renewed");
    assert_eq!(items[1].renewed, None);
    assert_eq!(items[1].token, None);
    assert_eq!(screen.view().dialog, None);
    assert!(screen.act(Action::Confirm).is_empty(), "once");
    screen.tell(Event::Saved(true));
    assert_eq!(name(screen.view().status), Some("file_saved"));
}

#[test]
fn form_and_tokens_are_as_wished_and_wished_anew_each_time() {
    let mut screen = three();
    screen.begin();
    screen.step("a", with_token(Ending::Renewed, 'a'));
    // Nothing is wished before it is asked.
    screen.act(Action::WishTokens(true));
    screen.act(Action::AskHandOver);
    screen.act(Action::WishForm(Form::Json));
    screen.act(Action::WishTokens(true));
    let wished = Wish {
        form: Form::Json,
        with_tokens: true,
    };
    assert_eq!(screen.view().dialog, Some(Dialog::HandOver(wished)));
    assert!(screen.act(Action::Cancel).is_empty());
    assert_eq!(screen.view().dialog, None);
    screen.act(Action::AskHandOver);
    let Some(Dialog::HandOver(wish)) = screen.view().dialog else {
        panic!("not asked");
    };
    assert!(!wish.with_tokens);
    screen.act(Action::WishTokens(true));
    assert!(handed(screen.act(Action::Confirm)).0.with_tokens);
}

#[test]
fn an_earlier_windows_part_of_a_run_has_no_tokens() {
    let order = RunOrder::new(ago(1), vec![key("acme_a"), key("acme_unlisted")]);
    let entries = ["acme_a", "acme_unlisted"]
        .map(|project| entry(project, Ending::Renewed, Some(order.begun)));
    let memory = Memory {
        run: Some((order, entries.to_vec())),
        ..ledger([renewed("a", 1)])
    };
    let mut screen = Screen::of_cloud(memory, &[private("a")]);
    screen.act(Action::AskHandOver);
    screen.act(Action::WishTokens(true));
    let (_, items) = handed(screen.act(Action::Confirm));
    assert_eq!(items.len(), 2);
    assert_eq!(items[0].renewed, Some(ago(1)));
    assert_eq!(items[1].name, "acme_unlisted");
    assert!(items.iter().all(|item| item.token.is_none()));
}

#[test]
fn a_token_in_hand_is_copied_without_being_read_again() {
    let mut screen = three();
    screen.begin();
    screen.step("a", with_token(Ending::Renewed, 'a'));
    let effects = screen.act(Action::CopyActive);
    let [Effect::CopySnippet { token: in_hand, .. }] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(*in_hand, Some(token('a')));
    assert!(!format!("{effects:?}").contains("aaaa"));
    assert!(!format!("{:?}", screen.dashboard).contains("aaaa"));
}

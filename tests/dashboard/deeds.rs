//! What may happen to a dashboard, in any order.

use proptest::prelude::*;
use rebadge::dashboard::{Action, Chip, Column, Move, Number, Reach, Section, Window};
use rebadge::handover::Form;
use rebadge::record::Ending;
use rebadge::sonar::{Failure, Loss};

pub const PROJECTS: usize = 24;

#[derive(Debug, Clone)]
pub enum Deed {
    Do(Action),
    Scroll(Window),
    /// An answer about the list comes.
    List,
    /// The storage answers: refuses, knows no run, one that was left, or one
    /// whose turns are all over.
    Recall(Option<u8>),
    /// Whoever was asked for the run answers.
    Start(u8),
    /// Somebody's turn ends so.
    Step(Ending, Option<Failure>, bool),
    Woke,
    NotKept,
    Services(bool),
    User(bool),
    Public(bool),
    Administer(usize),
    Pass(i64),
}

fn action() -> impl Strategy<Value = Action> {
    let place = 0..PROJECTS + 3;
    let moves = [
        Move::Up,
        Move::Down,
        Move::PageUp,
        Move::PageDown,
        Move::First,
        Move::Last,
    ];
    let columns = [
        Column::Standing,
        Column::Name,
        Column::Visibility,
        Column::Analysis,
        Column::Age,
        Column::Renewal,
    ];
    let plain = vec![
        Action::ChooseActive,
        Action::ToggleAll,
        Action::ClearSelection,
        Action::Reload,
        Action::PlanDue,
        Action::PlanSelected,
        Action::Cancel,
        Action::Confirm,
        Action::Confirm,
        Action::Pause,
        Action::Resume,
        Action::Stop,
        Action::ForgetRun,
        Action::Dismiss,
        Action::AskHandOver,
        Action::WishForm(Form::Json),
        Action::WishTokens(true),
        Action::CopyActive,
        Action::Show(Section::Settings),
        Action::Show(Section::Projects),
        Action::SetNotify(false),
    ];
    prop_oneof![
        6 => prop::sample::select(plain),
        2 => prop::sample::select(vec!["", "p1", "the", "P0", "none"])
            .prop_map(|text| Action::Filter(text.to_owned())),
        2 => prop::sample::select(vec![Chip::Private, Chip::Due, Chip::NotMine])
            .prop_map(Action::Toggle),
        2 => prop::sample::select(columns.to_vec()).prop_map(Action::SortBy),
        3 => (place, any::<bool>()).prop_map(|(place, range)| {
            Action::Choose(place, if range { Reach::Range } else { Reach::One })
        }),
        4 => (prop::sample::select(moves.to_vec()), any::<bool>())
            .prop_map(|(to, selecting)| Action::Go(to, selecting)),
        1 => (0..400_u16).prop_map(|days| Action::SetNumber(Number::Every, days.to_string())),
    ]
}

fn failure() -> impl Strategy<Value = Option<Failure>> {
    prop::option::of(prop::sample::select(vec![
        Failure::NotSignedIn,
        Failure::Storage,
        Failure::NoAdminister,
        Failure::Html,
        Failure::RateLimited {
            retry_after: Some(3),
        },
        Failure::Lost {
            loss: Loss::TabGone,
            sent: false,
        },
    ]))
}

pub fn deed() -> impl Strategy<Value = Deed> {
    let ending = prop::sample::select(Ending::ALL.to_vec());
    prop_oneof![
        14 => action().prop_map(Deed::Do),
        2 => (0..2_000_usize, 0..900_usize)
            .prop_map(|(top, height)| Deed::Scroll(Window { top, height })),
        4 => Just(Deed::List),
        2 => prop::option::of(0..3_u8).prop_map(Deed::Recall),
        4 => (0..5_u8).prop_map(Deed::Start),
        8 => (ending, failure(), prop::bool::weighted(0.8))
            .prop_map(|(ending, failure, ended)| Deed::Step(ending, failure, ended)),
        1 => Just(Deed::Woke),
        1 => Just(Deed::NotKept),
        1 => prop::bool::weighted(0.9).prop_map(Deed::Services),
        1 => any::<bool>().prop_map(Deed::User),
        1 => any::<bool>().prop_map(Deed::Public),
        1 => (0..PROJECTS).prop_map(Deed::Administer),
        1 => (0..90_000_000_i64).prop_map(Deed::Pass),
    ]
}

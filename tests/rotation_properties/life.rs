//! The life of one page of a run, and the popups that are opened after it.

use std::collections::BTreeMap;

use rebadge::renewal::{Clock, Order, Subject, note, renew, settle};
use rebadge::rotation::{Run, RunOrder};
use rebadge::sonar::read_badge_token;

use super::deeds::Deed;
use super::desk::{self, finish};
use super::floor::{Floor, Word, key, page};

/// What popups renewed, by the stand-in's count.
pub type Clicks = BTreeMap<usize, u32>;

/// Somebody opens a popup on a project between two pages of the run.
fn popup(floor: &Floor, number: usize, click: bool, clicks: &mut Clicks) {
    let project = key(number);
    let subject = Subject {
        instance: desk::INSTANCE,
        project: project.clone(),
    };
    let before = floor.renewals(number);
    finish(settle(floor, &subject, async |_, _| {}));
    assert_eq!(floor.renewals(number), before, "settling posts nothing");
    let since = floor.now();
    let seen = finish(read_badge_token(floor, &project)).ok();
    if let Some(token) = &seen {
        finish(note(floor, &subject, token, since));
    }
    floor.desk.pass(1_000);
    if click {
        let order = Order {
            subject,
            seen,
            since,
        };
        finish(renew(floor, &order, async |_| {}));
        *clicks.entry(number).or_default() += floor.renewals(number) - before;
    }
}

/// One page from its opening until it is closed, or the run needs a person.
pub fn life(
    floor: &mut Floor,
    deeds: &mut impl Iterator<Item = (u8, Deed)>,
    picks: &mut impl Iterator<Item = usize>,
    clicks: &mut Clicks,
) -> Option<(RunOrder, Run)> {
    let (order, entries) = floor.open()?;
    let mut run = Run::resume(&order, &entries);
    let mut next = deeds.next();
    let mut popups = Vec::new();
    let mut pieces = 0_u32;
    page(floor, &order, &mut run, |_| {
        pieces += 1;
        assert!(pieces < 20_000, "a page comes to an end");
        if let Some((wait, deed)) = &mut next {
            if *wait > 0 {
                *wait -= 1;
                return Word::GoOn(picks.next().unwrap());
            }
            let deed = deed.clone();
            let closes = matches!(deed, Deed::Close(_));
            next = if closes { None } else { deeds.next() };
            match deed {
                Deed::Fault(fault) => floor.desk.cloud.borrow_mut().add_fault(fault),
                Deed::SignOut => floor.desk.cloud.borrow_mut().sign_everyone_out(),
                Deed::Elsewhere(number) => {
                    let project = key(number);
                    let mut cloud = floor.desk.cloud.borrow_mut();
                    cloud.renew_behind_the_back(project.as_str());
                }
                Deed::Full => floor.desk.full.set(true),
                Deed::Gone(loss) => floor.gone.set(Some(loss)),
                Deed::ClockBack => floor.set_back(3_600_000),
                Deed::Say(event) => return Word::Say(event),
                Deed::Close(them) => {
                    popups = them;
                    return Word::Close;
                }
            }
        }
        Word::GoOn(picks.next().unwrap())
    });
    // Who opens the page anew has put right what was wrong.
    floor.gone.set(None);
    floor.desk.full.set(false);
    floor.sign_in();
    if !popups.is_empty() {
        floor.desk.pass(400_000);
        floor.minds.set(false);
        for (number, click) in popups {
            popup(floor, number, click, clicks);
        }
        floor.desk.pass(400_000);
        floor.minds.set(true);
    }
    Some((order, run))
}

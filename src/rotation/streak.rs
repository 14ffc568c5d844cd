//! Troubles of one kind in a row: what tells a server that is in the way from a
//! bad moment.

use super::trouble::{Sign, Trouble};

/// How many in a row are enough.
const ENOUGH: u8 = 3;

/// The streak that is open, if any.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Streak(Option<Open>);

#[derive(Debug, Clone, Copy)]
struct Open {
    trouble: Trouble,
    count: u8,
    /// How many turns had begun when the first trouble came home.
    begun: usize,
}

impl Streak {
    /// Takes in what a turn says, and answers the trouble that there was often
    /// enough. `turn` is how many had begun before it, `begun` how many have by now.
    ///
    /// A turn that went well ends the streak, unless it had begun before the first
    /// trouble came home: it says nothing about what the server does since.
    pub(super) fn take(&mut self, sign: Sign, turn: usize, begun: usize) -> Option<Trouble> {
        match (sign, self.0) {
            (Sign::Trouble(trouble), open) => {
                let same = open.filter(|open| open.trouble == trouble);
                let open = same.map_or(
                    Open {
                        trouble,
                        count: 1,
                        begun,
                    },
                    |open| Open {
                        count: open.count.saturating_add(1),
                        ..open
                    },
                );
                self.0 = Some(open);
                (open.count >= ENOUGH).then_some(trouble)
            }
            (Sign::Well, Some(open)) if turn >= open.begun => {
                self.0 = None;
                None
            }
            (Sign::Well | Sign::None, _) => None,
        }
    }
}

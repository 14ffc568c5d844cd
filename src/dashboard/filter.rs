//! Which projects are shown.

use super::Row;
use crate::rotation::Standing;
use crate::search::Words;
use crate::sonar::Visibility;

/// One of the switches beside the filter's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chip {
    /// Private projects only.
    Private,
    /// Only those whose token is due, or will be soon.
    Due,
    /// Only those that the person is known not to administer.
    NotMine,
}

/// What is asked of a project to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Each of them part of the name or the key.
    typed: Words,
    private: bool,
    due: bool,
    not_mine: bool,
}

impl Filter {
    /// Asks for another text.
    pub fn type_in(&mut self, text: &str) {
        self.typed = Words::typed(text);
    }

    /// Turns a switch over.
    pub fn toggle(&mut self, chip: Chip) {
        let switch = self.switch(chip);
        *switch = !*switch;
    }

    /// Whether a switch is on.
    pub fn is_on(&self, chip: Chip) -> bool {
        match chip {
            Chip::Private => self.private,
            Chip::Due => self.due,
            Chip::NotMine => self.not_mine,
        }
    }

    fn switch(&mut self, chip: Chip) -> &mut bool {
        match chip {
            Chip::Private => &mut self.private,
            Chip::Due => &mut self.due,
            Chip::NotMine => &mut self.not_mine,
        }
    }

    /// Whether a project is shown.
    pub fn shows(&self, row: &Row) -> bool {
        (!self.private || row.visibility == Some(Visibility::Private))
            && (!self.due || matches!(row.standing, Standing::Due | Standing::Soon))
            && (!self.not_mine || row.may_administer == Some(false))
            && self.typed.are_in(&row.searched)
    }
}

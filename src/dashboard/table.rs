//! The list of projects: all of them, in their order, and those that are shown.

use std::collections::HashMap;

use super::{Chip, Column, Filter, Reach, Row, Selection, Sort};
use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::sonar::Project;

/// All projects, and which of them are shown in what order.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
    numbers: HashMap<ProjectKey, u32>,
    /// All rows in order, and those of them that the filter shows.
    ordered: Vec<u32>,
    shown: Vec<u32>,
    sort: Sort,
    filter: Filter,
    /// What is selected, and where the keyboard stands.
    pub selection: Selection,
}

impl Table {
    /// Takes in projects that were listed at a moment; those that are there
    /// already stay as they are.
    pub fn add(&mut self, projects: impl IntoIterator<Item = Project>, listed: Moment) {
        for project in projects {
            let Ok(number) = u32::try_from(self.rows.len()) else {
                return;
            };
            if !self.numbers.contains_key(&project.key) {
                self.numbers.insert(project.key.clone(), number);
                self.rows.push(Row::of(project, listed));
                self.ordered.push(number);
            }
        }
    }

    /// Changes every row from that number on, then puts all in order.
    pub fn change(&mut self, from: usize, change: impl FnMut(&mut Row)) {
        self.rows.iter_mut().skip(from).for_each(change);
        self.arrange();
    }

    /// Changes one row where it stands: the order is kept, so that nothing
    /// moves under a person's hand.
    pub fn change_one(&mut self, project: &ProjectKey, change: impl FnOnce(&mut Row)) {
        let number = self.numbers.get(project);
        if let Some(row) = number.and_then(|number| self.rows.get_mut(*number as usize)) {
            change(row);
        }
    }

    /// Puts all rows in order, and shows what the filter lets through.
    pub fn arrange(&mut self) {
        let (rows, sort) = (&self.rows, self.sort);
        let row = |number: &u32| &rows[*number as usize];
        self.ordered.sort_by(|a, b| sort.compare(row(a), row(b)));
        self.sift();
    }

    fn sift(&mut self) {
        let shows = |number: &u32| self.filter.shows(&self.rows[*number as usize]);
        self.shown = self.ordered.iter().copied().filter(shows).collect();
        self.selection.shown_anew(self.shown.len());
    }

    /// Sorts by a column, the other way round where it is sorted by it already.
    pub fn sort_by(&mut self, column: Column) {
        self.sort = self.sort.clicked(column);
        self.arrange();
    }

    /// Shows what has this text in its name or key.
    pub fn type_in(&mut self, text: &str) {
        self.filter.type_in(text);
        self.sift();
    }

    /// Turns a switch of the filter over.
    pub fn toggle(&mut self, chip: Chip) {
        self.filter.toggle(chip);
        self.sift();
    }

    /// The order.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// The filter.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The numbers of the rows that are shown, in order.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// The row of a number.
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows.get(number as usize)
    }

    /// The row of a project.
    pub fn row_of(&self, project: &ProjectKey) -> Option<&Row> {
        self.numbers
            .get(project)
            .and_then(|number| self.row(*number))
    }

    /// All rows in order, and whether they are selected.
    pub fn ordered(&self) -> impl Iterator<Item = (&Row, bool)> {
        let numbers = self.ordered.iter();
        numbers.filter_map(|number| Some((self.row(*number)?, self.selection.has(*number))))
    }

    /// Chooses the row at a place of those shown.
    pub fn choose(&mut self, place: usize, reach: Reach) {
        self.selection.choose(&self.shown, place, reach);
    }

    /// Selects all that are shown, or none of them where all are.
    pub fn toggle_all(&mut self) {
        self.selection.toggle_all(&self.shown);
    }

    /// Forgets all projects; filter and order stay.
    pub fn empty(&mut self) {
        *self = Self {
            sort: self.sort,
            filter: self.filter.clone(),
            ..Self::default()
        };
    }

    /// All rows, in the order they came.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Whether the row at a place of those shown is selected, and its number.
    pub fn at(&self, place: usize) -> Option<(&Row, bool)> {
        let number = *self.shown.get(place)?;
        Some((self.row(number)?, self.selection.has(number)))
    }
}

//! What a dashboard looks like.

use super::holding::Hold;
use super::view::{Button, SelectionView};
use super::{Action, Chip, Dashboard, Row, RowView, Section, TableView, View};
use crate::popup::{Text, Tone, copy_label, visibility};
use crate::record::Ending;
use crate::rotation::{ItemState, Known, Standing};
use crate::settings::Feature;
use crate::sonar::Visibility;

impl Dashboard {
    /// What is on the screen.
    pub fn view(&self) -> View {
        let due = self.due();
        let progress = self.listing.whole.progress();
        let all_here = progress.done && progress.failure.is_none();
        View {
            instance: self.owner.instance.clone(),
            organization: self.owner.organization.as_ref().map(ToString::to_string),
            section: self.section,
            summary: self.summary(due),
            listing: self.listing_note(),
            rotate_due: Button {
                label: match due {
                    // Before all are listed that is not known.
                    0 if !all_here => Text::new("rotate_all_due"),
                    0 => Text::new("nothing_due"),
                    _ => Text::new("rotate_due").number(due),
                },
                action: Action::PlanDue,
                enabled: due > 0 && self.may_plan(),
            },
            table: self.table_view(),
            selection: self.selection_view(),
            run: self.run_view(),
            dialog: self.dialog(),
            may_hand_over: self.may_hand_over(),
            history: (self.section == Section::Record).then(|| self.history_view()),
            reach: (self.section == Section::Settings).then(|| self.reach_view()),
            preferences: (self.section == Section::Settings).then(|| self.preferences_view()),
            alert: self.alert(),
            status: self.status.clone(),
        }
    }

    fn due(&self) -> usize {
        let rows = self.table.rows().iter();
        rows.filter(|row| row.standing == Standing::Due).count()
    }

    pub(super) fn may_plan(&self) -> bool {
        !self.is_running()
            && !self.memory.unreadable_run
            && !self.storage_refused
            && self.host_renews != Some(false)
            && self.renews()
    }

    /// Whether a company lets its people renew tokens.
    pub(super) fn renews(&self) -> bool {
        self.memory.rules.has(Feature::RenewToken)
    }

    fn summary(&self, due: usize) -> Vec<(Text, Tone)> {
        let rows = self.table.rows();
        if rows.is_empty() {
            return Vec::new();
        }
        let private = rows
            .iter()
            .filter(|row| row.visibility == Some(Visibility::Private));
        let switched_off = Text::new("renewal_switched_off");
        let mut summary = vec![
            (Text::counted("projects", rows.len()), Tone::Plain),
            (
                Text::counted("private_projects", private.count()),
                Tone::Plain,
            ),
        ];
        if due > 0 {
            let text = Text::counted("old_tokens", due).number(self.policy.every());
            summary.push((text, Tone::Warn));
        }
        if !self.renews() {
            summary.push((switched_off, Tone::Muted));
        }
        summary
    }

    fn listing_note(&self) -> Option<Text> {
        let progress = self.listing.whole.progress();
        // What failed may still come; what the host does not list will not.
        if progress.done && progress.failure.is_none() {
            return (progress.missing > 0).then(|| {
                Text::new("list_misses")
                    .number(progress.missing)
                    .number(progress.total)
            });
        }
        Some(match progress.total {
            0 => Text::new("listing"),
            total => Text::new("listing_so_far")
                .number(progress.listed)
                .number(total),
        })
    }

    fn table_view(&self) -> TableView {
        let table = &self.table;
        // Ages put rows in order: without them rows would change places at once.
        let count = if self.recalled {
            table.shown().len()
        } else {
            0
        };
        let loading = !self.listing.whole.progress().done || !self.recalled;
        let rows = self.window.rows(count).filter_map(|place| {
            let (row, selected) = table.at(place)?;
            Some(self.row_view(place, row, selected))
        });
        TableView {
            rows: rows.collect(),
            count,
            sort: table.sort(),
            all_selected: table.selection.has_all(table.shown()),
            active: table.selection.active,
            loading,
            chips: [Chip::Private, Chip::Due, Chip::NotMine].map(|chip| table.filter().is_on(chip)),
            empty: match count {
                0 if loading => None,
                0 if table.rows().is_empty() => Some(Text::new("no_projects")),
                0 => Some(Text::new("nothing_found")),
                _ => None,
            },
        }
    }

    fn row_view(&self, place: usize, row: &Row, selected: bool) -> RowView {
        RowView {
            place,
            name: row.name.clone(),
            key: row.key.to_string(),
            visibility: visibility(row.visibility),
            analysed: day(row.analysed.as_deref()),
            age: self.age(row),
            renewed: match row.known {
                Known::Renewed(at) => Some(at),
                Known::Since(_) => None,
            },
            state: self.state(row),
            selected,
            copy: copy_label(self.memory.choice.style.format),
        }
    }

    fn age(&self, row: &Row) -> (Text, Tone) {
        let days = row.known.days(self.now);
        let tone = match row.standing {
            Standing::NotNeeded => return (Text::new("no_token_needed_short"), Tone::Muted),
            Standing::Due | Standing::Soon => Tone::Warn,
            Standing::Fresh => Tone::Plain,
        };
        match row.known {
            Known::Since(_) if days == 0 => (Text::new("age_unknown"), Tone::Muted),
            Known::Renewed(_) if days == 0 => (Text::new("age_today"), tone),
            Known::Renewed(_) => (Text::counted("days", days), tone),
            Known::Since(_) => (Text::counted("days_at_least", days), tone),
        }
    }

    fn state(&self, row: &Row) -> Option<(Text, Tone)> {
        if let Some(item) = self.item(&row.key) {
            return Some(match item {
                ItemState::Waiting => (Text::new("state_waiting"), Tone::Muted),
                ItemState::Renewing => (Text::new("state_renewing"), Tone::Plain),
                ItemState::Ended(step) => (Text::new(step.ending.message()), tone(step.ending)),
            });
        }
        match (row.standing, row.may_administer) {
            (Standing::NotNeeded, _) => None,
            (_, Some(false)) => Some((Text::new("state_not_mine"), Tone::Muted)),
            (Standing::Due, _) => Some((Text::new("state_due"), Tone::Warn)),
            (Standing::Soon, _) => Some((Text::new("state_soon"), Tone::Warn)),
            (Standing::Fresh, _) => None,
        }
    }

    fn selection_view(&self) -> Option<SelectionView> {
        let count = self.table.selection.count();
        (count > 0).then(|| SelectionView {
            count: Text::counted("selected", count),
            rotate: Button {
                label: Text::new("rotate_selected").number(count),
                action: Action::PlanSelected,
                enabled: self.may_plan(),
            },
        })
    }

    /// Whether more is about to come by itself: of the list, or of the run.
    pub fn is_busy(&self) -> bool {
        let running = self.running.as_ref();
        !self.listing.whole.progress().done
            || running.is_some_and(|it| it.hold == Hold::Ours && it.goes_on())
    }

    /// Whether something on the screen counts down.
    pub fn is_waiting(&self) -> bool {
        self.running
            .as_ref()
            .is_some_and(|running| running.hold == Hold::Ours && running.wait(self.now) > 0)
    }
}

/// How an ending looks.
pub(super) fn tone(ending: Ending) -> Tone {
    match ending {
        Ending::Renewed | Ending::RenewedElsewhere => Tone::Good,
        Ending::NotRenewed | Ending::Unknown => Tone::Warn,
    }
}

/// The day of a date as hosts write it, `2026-11-22T00:58:47+0000`.
fn day(date: Option<&str>) -> String {
    let day = date.and_then(|date| date.get(..10)).unwrap_or_default();
    day.to_owned()
}

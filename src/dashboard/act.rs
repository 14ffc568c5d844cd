//! What becomes of the things a person does.

use super::listing::Listing;
use super::{Action, Copyable, Dashboard, Effect, Focus, Move, Reach, Section, Table};
use crate::popup::Text;
use crate::rotation::{RunEvent, Standing};

impl Dashboard {
    pub(super) fn act(&mut self, action: Action, chance: f64) -> Vec<Effect> {
        self.status = None;
        self.refused = None;
        self.complaint = None;
        match action {
            Action::Show(section) => {
                self.section = section;
                match section {
                    Section::Record => vec![Effect::ReadRecord],
                    Section::Projects | Section::Settings => Vec::new(),
                }
            }
            Action::Filter(text) => self.filter(|table| table.type_in(&text)),
            Action::Toggle(chip) => self.filter(|table| table.toggle(chip)),
            Action::SortBy(column) => self.sift(|table| table.sort_by(column)),
            Action::Choose(place, reach) => self.choose(place, reach),
            Action::ChooseActive => self.choose(self.table.selection.active, Reach::One),
            Action::Go(to, selecting) => self.go(to, selecting),
            Action::EnterList => vec![Effect::Focus(Focus::List)],
            Action::ToggleAll => {
                self.table.toggle_all();
                Vec::new()
            }
            Action::ClearSelection => {
                self.table.selection.clear();
                vec![Effect::Focus(Focus::List)]
            }
            Action::Reload => self.reload(),
            Action::PlanDue => {
                self.plan(|row, _| row.standing == Standing::Due);
                Vec::new()
            }
            Action::PlanSelected => {
                self.plan(|_, selected| selected);
                Vec::new()
            }
            Action::Cancel => {
                self.question = None;
                Vec::new()
            }
            Action::Confirm => self.confirm(),
            Action::AskHandOver => {
                self.ask_hand_over();
                Vec::new()
            }
            Action::WishForm(form) => {
                self.wish(|wish| wish.form = form);
                Vec::new()
            }
            Action::WishTokens(wanted) => {
                self.wish(|wish| wish.with_tokens = wanted);
                Vec::new()
            }
            Action::AskDelete => {
                self.ask_delete();
                Vec::new()
            }
            Action::Pause => self.drive(RunEvent::Pause, chance),
            Action::Resume if !self.renews() => Vec::new(),
            Action::Resume => self.resume(chance),
            Action::Stop => self.stop(chance),
            Action::ForgetRun if self.memory.unreadable_run => vec![Effect::ForgetRun],
            Action::ForgetRun => Vec::new(),
            Action::Dismiss => {
                if !self.is_running() {
                    self.running = None;
                }
                vec![Effect::Focus(Focus::Filter)]
            }
            Action::SearchRecord(text) => {
                self.history.query.text = text;
                Vec::new()
            }
            Action::SearchEnding(ending) => {
                self.history.query.ending = ending;
                Vec::new()
            }
            Action::ExportRecord(form) => self.export_record(form).into_iter().collect(),
            Action::Import(text) => vec![Effect::Import(text)],
            // Nothing is written over that was not read.
            Action::SetNumber(..)
            | Action::SetNotify(_)
            | Action::SetFormat(_)
            | Action::SetLink(_)
            | Action::SetTokenUse(_)
                if !self.recalled || self.storage_refused =>
            {
                Vec::new()
            }
            Action::SetNumber(number, typed) => self.set_number(number, &typed),
            Action::SetNotify(true) => vec![Effect::AskNotify],
            Action::SetNotify(false) => self.set_notify(false),
            Action::SetFormat(format) => self.set_style(|style| style.format = format),
            Action::SetLink(link) => self.set_style(|style| style.link = link),
            Action::SetTokenUse(token) => self.set_style(|style| style.token = token),
            Action::Copy(what) => self.copy(what),
            Action::CopyActive => match self.table.at(self.table.selection.active) {
                Some((row, _)) => self.copy(Copyable::Snippet(row.key.clone())),
                None => Vec::new(),
            },
            Action::ListAgain => self.list_again(),
            reaching @ (Action::OpenHost
            | Action::AllowSite
            | Action::RevokeSite
            | Action::UseToken(..)
            | Action::Unlock(_)
            | Action::ForgetToken
            | Action::Mistyped(_)) => self.reach_out(reaching),
            Action::SignIn => vec![Effect::Visit(
                self.owner.instance.sign_in_page(&self.page()),
            )],
        }
    }

    /// The owner's own page on the host.
    pub(super) fn page(&self) -> String {
        match &self.owner.organization {
            Some(organization) => self.owner.instance.organization_page(organization),
            None => self.owner.instance.projects_page(),
        }
    }

    /// Shows what another filter lets through, and says how many these are.
    fn filter(&mut self, change: impl FnOnce(&mut Table)) -> Vec<Effect> {
        let effects = self.sift(change);
        self.status = Some(Text::new("found").number(self.table.shown().len()));
        effects
    }

    /// Shows other rows, from the first on.
    fn sift(&mut self, change: impl FnOnce(&mut Table)) -> Vec<Effect> {
        change(&mut self.table);
        let count = self.table.shown().len();
        self.table.selection.go(0, count);
        // A list that is at its top already is not measured for it.
        let top = std::mem::take(&mut self.window.top);
        (top > 0).then_some(Effect::Scroll(0)).into_iter().collect()
    }

    fn choose(&mut self, place: usize, reach: Reach) -> Vec<Effect> {
        self.table.choose(place, reach);
        Vec::new()
    }

    fn go(&mut self, to: Move, selecting: bool) -> Vec<Effect> {
        let active = self.table.selection.active;
        let place = match to {
            Move::Up => active.saturating_sub(1),
            Move::Down => active + 1,
            Move::PageUp => active.saturating_sub(self.window.page()),
            Move::PageDown => active + self.window.page(),
            Move::First => 0,
            Move::Last => usize::MAX,
        };
        let count = self.table.shown().len();
        let place = place.min(count.saturating_sub(1));
        if selecting {
            self.table.choose(place, Reach::Range);
        } else {
            self.table.selection.go(place, count);
        }
        let scroll = self.window.reach(place);
        if let Some(top) = scroll {
            self.window.top = top;
        }
        scroll.map(Effect::Scroll).into_iter().collect()
    }

    /// Lists everything anew, with what the storage knows by now.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        let (listing, mut effects) = Listing::begin(&self.owner, self.now);
        self.listing = listing;
        self.table.empty();
        effects.extend([Effect::Recall, Effect::ReadCurrentUser]);
        effects
    }

    fn copy(&mut self, what: Copyable) -> Vec<Effect> {
        match &what {
            Copyable::OrganizationKey => {
                let key = self.owner.organization.as_ref().map(ToString::to_string);
                key.map(|key| Effect::Copy(what, key)).into_iter().collect()
            }
            Copyable::Snippet(project) => {
                let Some(row) = self.table.row_of(project) else {
                    return Vec::new();
                };
                vec![Effect::CopySnippet {
                    project: project.clone(),
                    needs_token: row.needs_token,
                    token: self.tokens.get(project).cloned(),
                }]
            }
        }
    }
}

//! Opening: the page itself, a scheme, an address, a file, a question.

use jifen::link::{COMPARE, Link, LinkProblem};
use jifen::scheme::Section;

use crate::elements::ids::{PANEL, question_id};
use crate::state::focus::FocusTarget;
use crate::state::fold::Fold;
use crate::state::model::State;
use crate::state::rules::Rules;
use crate::state::sharing::Persistence;
use crate::state::start::Start;
use crate::state::undo::Replacement;

impl State {
    /// Returns the page as it opens.
    pub(crate) fn begin(start: Start) -> State {
        let Start { on, catalogue, rules, link, problems, device } = start;
        let mut state = State::empty(on, device);
        state.begin_with(link, problems);
        let asked = state.open.clone();
        state.take_up_rules(&asked, catalogue, rules);
        state.half_typed = state.device.half_typed.clone();
        state
    }

    /// Opens with the answers of an address or, without one, those that the device remembers.
    fn begin_with(&mut self, link: Link, problems: Vec<LinkProblem>) {
        if self.device.restored || self.device.series.is_some() {
            self.follow(link, problems);
        } else {
            self.follow_link(link, problems);
        }
        if self.device.framed {
            self.sharing.persistence = Persistence::Barred;
        } else if let Some(address) = &self.device.remembered {
            let (remembered, _) = Link::read(address);
            self.sharing.persistence = Persistence::On;
            if remembered.profile.is_empty() {
                // Room for whatever is answered.
            } else if self.device.restored {
                self.undo.replacement = Some(Replacement::FromMemory);
            } else if !self.holds(&remembered) {
                self.sharing.persistence = Persistence::Other;
            }
        }
    }

    /// Follows an address that somebody made, and says so of its answers.
    fn follow_link(&mut self, link: Link, mut problems: Vec<LinkProblem>) {
        let before = problems.len();
        problems.retain(|problem| *problem != LinkProblem::Unmarked);
        let unmarked = problems.len() < before;
        self.follow(link, problems);
        let replacement =
            if unmarked { Replacement::FromUnmarkedLink } else { Replacement::FromLink };
        self.undo.replacement = (!self.profile.is_empty()).then_some(replacement);
    }

    /// Goes back, or forward again, to an entry of the history that this page wrote: to another view of the same answers,
    /// which stay as they are now, or to others.
    pub(in crate::state) fn come_back(
        &mut self,
        link: Link,
        problems: Vec<LinkProblem>,
        series: u32,
    ) {
        if series != self.series {
            self.stop_remembering_others(&link);
            self.series = series;
            return self.follow(link, problems);
        }
        let usual = self.usual_scheme().map(str::to_owned);
        let open = link.scheme.or(usual).unwrap_or_default();
        let entry = self.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&open));
        let edition = entry.and_then(|entry| {
            let by_day = &entry.edition(None, self.on)?.id;
            link.edition.filter(|edition| edition != by_day && entry.knows(edition))
        });
        if open != self.open || edition != self.edition {
            self.choose_edition(open, edition);
        }
    }

    /// Follows an address that leads to other answers; those remembered stay as they are.
    pub(in crate::state) fn follow_elsewhere(&mut self, link: Link, problems: Vec<LinkProblem>) {
        if link.rule.is_some() && link.profile.is_empty() {
            return self.go_to_rule(link, problems);
        }
        self.stop_remembering_others(&link);
        self.series += 1;
        self.follow_link(self.beside_kept(link), problems);
    }

    /// Keeps the answers of a link from taking the place of those remembered.
    fn stop_remembering_others(&mut self, link: &Link) {
        if self.sharing.persistence == Persistence::On
            && !self.profile.is_empty()
            && !self.holds(link)
        {
            self.sharing.persistence = Persistence::Other;
        }
    }

    /// Puts the answers of a file in place of those there are; they can be had back.
    pub(in crate::state) fn open_file(&mut self, link: Link, problems: Vec<LinkProblem>) {
        let before = self.before();
        // The person goes on in the language and in the city that they read, unless the file names another city.
        let link = self.beside_kept(link);
        let scheme = link.scheme.unwrap_or_else(|| self.open.clone());
        self.follow(Link { scheme: Some(scheme), language: None, ..link }, problems);
        self.undo.replacement = Some(Replacement::FromFile);
        self.undo.before = before;
    }

    /// Returns whether a link holds the answers that there are.
    fn holds(&self, link: &Link) -> bool {
        self.profile == link.profile && self.side_by_side.kept == link.kept
    }

    /// Returns a link whose answers are put beside those kept here, unless it brings such itself.
    fn beside_kept(&self, link: Link) -> Link {
        let kept = link.kept.or_else(|| self.side_by_side.kept.clone());
        Link { kept, ..link }
    }

    fn follow(&mut self, link: Link, mut problems: Vec<LinkProblem>) {
        // What this page wrote itself, an older version of it included, was not cut on its way.
        problems.retain(|problem| *problem != LinkProblem::Unmarked);
        self.language = link.language.unwrap_or(self.language);
        self.profile = link.profile;
        self.paused.clear();
        self.side_by_side.kept = link.kept;
        self.problems = problems;
        self.undo.bulk_answers.clear();
        self.settle();
        self.sharing.sealed = link.seal.map(Into::into);
        self.generation += 1;
        let open = link.scheme.unwrap_or_default();
        // What the device remembers goes on by the rules of the day.
        self.written_for = link.edition.filter(|_| !self.device.restored);
        self.rule = link.rule;
        self.open(open);
    }

    /// Opens a scheme that a person chose, in the edition of the day.
    pub(in crate::state) fn choose(&mut self, id: String) {
        self.choose_edition(id, None);
    }

    /// Opens a scheme in an edition of an id; without one, in that of the day.
    pub(in crate::state) fn choose_edition(&mut self, id: String, edition: Option<String>) {
        self.end_example();
        self.rule = None;
        self.problems.clear();
        self.undo.bulk_answers.clear();
        self.written_for = edition;
        self.sharing.sealed = None;
        self.open(id);
    }

    /// Opens another edition of the open scheme; the keyboard stays with the panel, whose buttons go.
    pub(in crate::state) fn open_edition(&mut self, edition: String) {
        let before = self.assessed().map(|assessed| assessed.scheme.edition.id.clone());
        self.choose_edition(self.open.clone(), Some(edition));
        // What somebody compared they still compare, the other way round.
        self.put_beside(before);
        self.focus_on(FocusTarget::place(PANEL));
    }

    /// Goes to a rule that an address without answers leads to: the answers there are stay.
    fn go_to_rule(&mut self, link: Link, problems: Vec<LinkProblem>) {
        self.language = link.language.unwrap_or(self.language);
        self.undo.bulk_answers.clear();
        self.written_for = link.edition;
        self.rule = link.rule;
        self.problems = problems;
        self.open(link.scheme.unwrap_or_default());
    }

    /// Opens a scheme; the usual one where none is named, the first where there is none of that name.
    pub(in crate::state) fn open(&mut self, mut id: String) {
        if id.is_empty() {
            id = self.usual_scheme().unwrap_or_default().to_owned();
        }
        let Some(catalogue) = self.catalogue.clone() else {
            self.open = id;
            return;
        };
        let entry = catalogue.entry(&id);
        let known = id == COMPARE || entry.is_some();
        self.edition =
            entry.and_then(|entry| self.written_for.clone().filter(|edition| entry.knows(edition)));
        if !known && !id.is_empty() {
            self.problems.push(LinkProblem::UnknownScheme(id.clone()));
            self.written_for = None;
        }
        let first = || catalogue.entries.first().map(|entry| entry.id.clone());
        self.open = if known { id } else { first().unwrap_or_default() };
        self.rules = Rules::Awaited;
        self.other_edition = None;
        self.library.guide_failed = false;
        // Two cities may ask the same question: what is typed belongs to one of them.
        self.half_typed.clear();
        self.generation += 1;
        self.show();
    }

    /// Leads the person to a question, by its position, and unfolds its section where that is folded.
    pub(in crate::state) fn go_to_question(&mut self, position: usize) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let Some(question) = assessed.scheme.questions.get(position) else { return };
        self.leading.at = Some(question.id.clone());
        self.leading.away = false;
        let holds = |section: &Section| {
            section.questions.iter().any(|question| question.position() == Some(position))
        };
        let section = assessed.scheme.sections.iter().position(holds);
        if let Some(section) = section.filter(|section| assessed.foldable(*section)) {
            self.unfold(Fold::Section(assessed.scheme.sections[section].id.clone()), true);
        }
        self.focus_on(FocusTarget::Place(question_id(&question.id)));
    }
}

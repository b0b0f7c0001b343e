//! What the parts of the printout are handed.

use std::rc::Rc;

use jifen::scheme::{Citation, Grade};

use crate::state::State;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::text::phrases::Phrases;
use crate::views::outlook::computed::Outlook;

/// What the parts of the printout are handed.
pub(super) struct PrintContext<'a> {
    pub(super) assessed: &'a Rc<Assessed>,
    /// How much is left to answer.
    pub(super) progress: Progress,
    /// What is to come.
    pub(super) outlook: Outlook,
    pub(super) phrases: Phrases<'a>,
    /// Positions of the documents that are cited, in the order of their numbers on the printout.
    pub(super) documents: Vec<usize>,
}

impl<'a> PrintContext<'a> {
    /// Returns what is handed on, with the documents that the rules cite.
    pub(super) fn new(
        assessed: &'a Rc<Assessed>,
        state: &State,
        phrases: Phrases<'a>,
    ) -> PrintContext<'a> {
        let scheme = &assessed.scheme;
        let conditions = scheme.conditions.iter().map(|condition| &condition.cite);
        let indicators = scheme.indicators.iter().map(|indicator| &indicator.cite);
        let cites = conditions.chain(indicators).chain([&scheme.line.cite]);
        let mut documents = Vec::new();
        for position in cites.filter_map(|cite| cite.document.position()) {
            if !documents.contains(&position) {
                documents.push(position);
            }
        }
        // The sheet says that what goes on now is taken to go on: without what was switched off on the page.
        let outlook = Outlook::of(assessed.clone(), &[], &[]);
        let progress = Progress::of(assessed, &state.leading);
        PrintContext { assessed, progress, outlook, phrases, documents }
    }

    /// Returns the clause behind a rule: its document's number on the printout, the article, and a mark where it is not
    /// well checked.
    pub(super) fn clause(&self, cite: &Citation) -> String {
        let cited = cite.document.position();
        let index = self.documents.iter().position(|position| cited == Some(*position));
        let number = index.map_or(String::new(), |index| (index + 1).to_string());
        let article = cite.article.as_ref().map(|article| self.phrases.text(article));
        let mark = if is_weak(cite.grade) { "†" } else { "" };
        match article {
            Some(article) => ["[", &number, "] ", &article, mark].concat(),
            None => ["[", &number, "]", mark].concat(),
        }
    }
}

/// Returns whether fewer than two sources stand behind a rule, or they disagree.
fn is_weak(grade: Grade) -> bool {
    !matches!(grade, Grade::Official | Grade::TwoSources)
}

//! The examples of a guide that fill a form.

use std::rc::Rc;

use jifen::answers::Answers;
use jifen::assess::assess;
use jifen::link::Link;
use jifen::scheme::{Guide, Scheme};
use jiff::civil::Date;

/// An example that fills the open form.
pub(super) struct FilledForm {
    /// Its position in the guide.
    pub(super) position: usize,
    /// What it answers.
    pub(super) answers: Answers,
}

/// Returns the examples of a guide that fill the form of a scheme. They are written for the edition that is written whole:
/// another may ask otherwise, and then shows none.
pub(super) fn filled(scheme: &Scheme, guide: &Guide, on: Date) -> Rc<[FilledForm]> {
    let examples = guide.examples.iter().enumerate();
    let filled = examples.filter_map(|(position, example)| {
        let (mut link, _) = Link::read(&example.answers);
        let (answers, problems) = link.profile.answers(scheme, on);
        let assessment = assess(scheme, &answers, on);
        let whole = problems.is_empty() && assessment.open.is_empty();
        whole.then_some(FilledForm { position, answers })
    });
    filled.collect()
}

//! What a question of the form is handed.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::assess::{Figure, HistoryNote};
use jifen::scheme::{Question, Scheme};
use jiff::civil::Date;
use yew::Properties;

use crate::device::history::HalfTyped;
use crate::text::phrases::Phrases;
use crate::widgets::gloss::Glosses;
use crate::widgets::ui::Ui;

/// What a question is handed.
#[derive(Clone, Properties)]
pub(crate) struct QuestionProps {
    pub(crate) scheme: Rc<Scheme>,
    /// The position of the question in the scheme.
    pub(crate) position: usize,
    /// The answer.
    pub(crate) value: Option<Value>,
    /// What a history says of it.
    pub(crate) figure: Option<Figure>,
    /// Whether the person wants to answer by hand what a history says.
    pub(crate) by_hand: bool,
    /// What in a history is worth a second look.
    pub(crate) notes: Vec<HistoryNote>,
    /// Whether the place to paste records into is there.
    pub(crate) pasting: bool,
    /// What is taken to hold while nothing is answered.
    pub(crate) presumed: Option<i64>,
    /// What stands in its fields and is no answer.
    pub(crate) half_typed: Option<HalfTyped>,
    /// Whether the person set it aside.
    pub(crate) aside: bool,
    /// Whether no answer can change anything, and the person is not at it.
    pub(crate) idle: bool,
    /// The words of its texts that are explained.
    pub(crate) glosses: Glosses,
    /// The day of the assessment.
    pub(crate) on: Date,
    pub(crate) ui: Ui,
}

impl PartialEq for QuestionProps {
    fn eq(&self, other: &QuestionProps) -> bool {
        // Rules never change while they are open.
        Rc::ptr_eq(&self.scheme, &other.scheme)
            && self.position == other.position
            && self.value == other.value
            && self.figure == other.figure
            && self.by_hand == other.by_hand
            && self.notes == other.notes
            && self.pasting == other.pasting
            && self.presumed == other.presumed
            && self.half_typed == other.half_typed
            && self.aside == other.aside
            && self.idle == other.idle
            && self.glosses == other.glosses
            && self.on == other.on
            && self.ui == other.ui
    }
}

impl QuestionProps {
    /// Returns the question itself.
    pub(crate) fn question(&self) -> &Question {
        &self.scheme.questions[self.position]
    }

    /// Returns the words for it.
    pub(crate) fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.scheme, self.ui.language)
    }
}

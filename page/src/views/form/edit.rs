//! What is being typed. It stays as typed until it is an answer or is taken back; faults are told once the person has
//! left the question.

use jifen::answers::Value;
use jifen::scheme::{AnswerKind, Question};
use jiff::civil::Date;
use yew::{Event, UseStateHandle};

use crate::elements::ids::question_id;
use crate::elements::markup::EventHandler;
use crate::state::Action;
use crate::text::parse::{self, Fault};
use crate::views::form::question::QuestionProps;
use crate::widgets::ui::{composing, go_to_field, go_to_question, leaves, typed};

/// What stands in the fields of a question.
#[derive(Clone, Default)]
pub(super) struct Draft {
    /// The fields in order; three for each date.
    pub(super) typed: Vec<String>,
    /// What is wrong with it, once the person has left.
    pub(super) fault: Option<Fault>,
}

impl Draft {
    /// The fields that show an answer.
    pub(super) fn of(question: &Question, value: Option<&Value>) -> Draft {
        let typed = match (&question.kind, value) {
            // The chip says it.
            (AnswerKind::Number { .. }, Some(Value::Number(0))) => {
                vec![String::new(); parse::fields(question)]
            }
            (AnswerKind::Number { .. }, _) => {
                parse::shown(question, value, parse::fields(question))
            }
            (_, Some(Value::Date(date))) => parts(*date),
            (_, Some(Value::Dates(dates))) => dates.iter().flat_map(|one| parts(*one)).collect(),
            (AnswerKind::Date { .. }, _) => vec![String::new(); 3],
            _ => Vec::new(),
        };
        Draft { typed, fault: None }
    }
}

/// A question being answered.
#[derive(Clone)]
pub(super) struct Edit {
    pub(super) props: QuestionProps,
    pub(super) draft: UseStateHandle<Draft>,
}

/// What an event does to a question.
pub(super) enum Does {
    /// Answers it.
    Answer(Value),
    /// Presses "none", or lets it go.
    Toggle(Value),
    /// Puts other words into a field.
    Type(usize),
    /// Is done with a field.
    Finish(usize),
    /// Asks for one record more.
    Add,
    /// Takes a record away.
    Remove(usize),
    /// Takes the answer back.
    Clear,
    /// Moves the keyboard, perhaps away.
    Leave,
}

/// A question, and what an event does to it.
pub(super) struct Doing {
    edit: Edit,
    does: Does,
}

impl EventHandler for Doing {
    fn handle(&self, event: Event) {
        let edit = &self.edit;
        match &self.does {
            Does::Answer(value) => edit.answer(Some(value.clone())),
            Does::Toggle(value) => edit.toggle(value.clone()),
            Does::Type(place) => edit.types(*place, typed(&event), composing(&event)),
            Does::Finish(place) => edit.typed(*place, typed(&event)),
            Does::Add => {
                if edit.is_last() {
                    go_to_question(&event);
                }
                edit.add();
            }
            Does::Remove(record) => {
                go_to_question(&event);
                edit.remove(*record);
            }
            Does::Clear => {
                go_to_field(&event);
                edit.clear();
            }
            Does::Leave if leaves(&event) => edit.left(),
            Does::Leave => {}
        }
    }
}

impl Edit {
    /// What an event does.
    pub(super) fn does(&self, does: Does) -> Doing {
        Doing { edit: self.clone(), does }
    }

    /// The element id of what is wrong.
    pub(super) fn fault_id(&self) -> String {
        [&question_id(&self.props.question().id), "-fault"].concat()
    }

    /// Answers the question, or takes its answer back.
    fn answer(&self, value: Option<Value>) {
        if self.props.value != value {
            self.props.ui.act(Action::Answer { question: self.props.position, value });
        }
    }

    /// A field holds other words. While an input method puts them together they are its own: whatever else were put
    /// into the field would be lost or doubled.
    fn types(&self, place: usize, words: String, composing: bool) {
        let (typed, whole) = self.with(place, words, !composing);
        if whole {
            // No change of that field follows.
            self.commit(&typed);
        }
        self.draft.set(Draft { typed, fault: None });
    }

    /// A field is done.
    fn typed(&self, place: usize, words: String) {
        let (typed, whole) = self.with(place, words, true);
        self.commit(&typed);
        if whole {
            self.draft.set(Draft { typed, fault: None });
        }
    }

    /// The fields with other words in one of them, and whether these were a whole date, which any field of a date
    /// takes `apart`.
    fn with(&self, place: usize, words: String, apart: bool) -> (Vec<String>, bool) {
        let mut typed = self.draft.typed.clone();
        let dates = matches!(
            self.props.question().kind,
            AnswerKind::Date { .. } | AnswerKind::Dates { .. }
        );
        let whole = parse::pasted(&words).filter(|_| dates && apart);
        let found = whole.is_some();
        if let Some(whole) = whole {
            let first = place / 3 * 3;
            typed.splice(first..first + 3, whole);
        } else if let Some(field) = typed.get_mut(place) {
            *field = words;
        }
        (typed, found)
    }

    /// Whether one record more is all that fits.
    fn is_last(&self) -> bool {
        let AnswerKind::Dates { most } = self.props.question().kind else { return false };
        self.draft.typed.len() / 3 + 1 >= usize::from(most)
    }

    /// One record more.
    fn add(&self) {
        let mut typed = self.draft.typed.clone();
        typed.extend([const { String::new() }; 3]);
        self.commit(&typed);
        self.draft.set(Draft { typed, fault: None });
    }

    /// One record less.
    fn remove(&self, record: usize) {
        let mut typed = self.draft.typed.clone();
        typed.drain(record * 3..record * 3 + 3);
        self.commit(&typed);
        self.draft.set(Draft { typed, fault: None });
    }

    /// "None" is pressed, or let go.
    fn toggle(&self, none: Value) {
        let pressed = self.props.value.as_ref() == Some(&none);
        self.draft.set(Draft::of(self.props.question(), None));
        self.answer((!pressed).then_some(none));
    }

    /// The answer is taken back.
    fn clear(&self) {
        self.draft.set(Draft::of(self.props.question(), None));
        self.answer(None);
    }

    /// The keyboard has left the question.
    fn left(&self) {
        let fault = self.read(&self.draft.typed).err();
        if fault != self.draft.fault {
            self.draft.set(Draft { typed: self.draft.typed.clone(), fault });
        }
    }

    fn commit(&self, typed: &[String]) {
        let none = [Value::Number(0), Value::Dates(Vec::new())];
        match self.read(typed) {
            // Empty fields beside a pressed chip: the chip is the answer.
            Ok(None) if self.props.value.as_ref().is_some_and(|value| none.contains(value)) => {}
            Ok(value) => self.answer(value),
            Err(_) => self.answer(None),
        }
    }

    /// The answer that is typed.
    fn read(&self, typed: &[String]) -> Result<Option<Value>, Fault> {
        let question = self.props.question();
        let latest = self.props.on;
        match &question.kind {
            AnswerKind::YesNo | AnswerKind::Choice(_) => Ok(self.props.value.clone()),
            AnswerKind::Number { .. } => parse::number(question, typed),
            AnswerKind::Date { min, max } => {
                Ok(parse::date(typed, Some(*min), max.unwrap_or(latest))?.map(Value::Date))
            }
            AnswerKind::Dates { .. } => {
                let mut dates = Vec::new();
                for record in typed.chunks(3) {
                    match parse::date(record, None, latest)? {
                        Some(date) => dates.push(date),
                        // A record without a date is no answer yet.
                        None => return Ok(None),
                    }
                }
                Ok((!dates.is_empty()).then(|| Value::dates(dates)))
            }
        }
    }
}

/// A date as its three fields show it.
fn parts(date: Date) -> Vec<String> {
    vec![date.year().to_string(), date.month().to_string(), date.day().to_string()]
}

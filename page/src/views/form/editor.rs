//! A question being answered: what an event in one of its fields does. Faults are told once the person has left the
//! question.

use jifen::answers::Value;
use jifen::scheme::AnswerKind;
use yew::{Event, UseStateHandle};

use crate::device::event;
use crate::elements::ids::question_id;
use crate::elements::markup::EventHandler;
use crate::state::Action;
use crate::state::focus::FocusTarget;
use crate::text::parse;
use crate::views::form::draft::{Draft, read};
use crate::views::form::props::QuestionProps;

/// A question being answered.
#[derive(Clone)]
pub(super) struct QuestionEditor {
    pub(super) props: QuestionProps,
    pub(super) draft: UseStateHandle<Draft>,
}

/// What happens in a field of a question, or to one of its buttons.
pub(super) enum FieldEvent {
    /// An option is chosen.
    Choose(Value),
    /// "None" is pressed, or let go.
    Toggle(Value),
    /// The field at a position holds other words.
    Input(usize),
    /// The field at a position is done.
    Change(usize),
    /// One record more is asked for.
    AddRecord,
    /// The record at a position is taken away.
    RemoveRecord(usize),
    /// The answer is taken back.
    Clear,
    /// The keyboard moves, perhaps away.
    FocusOut,
}

/// Handles what happens in the fields of a question.
pub(super) struct FieldHandler {
    editor: QuestionEditor,
    kind: FieldEvent,
}

impl EventHandler for FieldHandler {
    fn handle(&self, event: Event) {
        let editor = &self.editor;
        match &self.kind {
            FieldEvent::Choose(value) => editor.answer(Some(value.clone())),
            FieldEvent::Toggle(value) => editor.toggle(value.clone()),
            FieldEvent::Input(place) => {
                editor.input(*place, event::value(&event), event::is_composing(&event));
            }
            FieldEvent::Change(place) => editor.change(*place, event::value(&event)),
            FieldEvent::AddRecord => editor.add_record(),
            FieldEvent::RemoveRecord(record) => editor.remove_record(*record),
            FieldEvent::Clear => editor.clear(),
            FieldEvent::FocusOut if event::leaves_fieldset(&event) => editor.leave(),
            FieldEvent::FocusOut => {}
        }
    }
}

impl QuestionEditor {
    /// Returns a handler for something that happens in the fields.
    pub(super) fn callback(&self, kind: FieldEvent) -> FieldHandler {
        FieldHandler { editor: self.clone(), kind }
    }

    /// Returns the element id of what is wrong.
    pub(super) fn fault_id(&self) -> String {
        [&question_id(self.id()), "-fault"].concat()
    }

    fn id(&self) -> &str {
        &self.props.question().id
    }

    /// Answers the question, or takes its answer back.
    fn answer(&self, value: Option<Value>) {
        if self.props.value != value {
            self.props.ui.dispatch(Action::Answer { question: self.props.position, value });
        }
    }

    /// Sends the keyboard elsewhere in the question: the button that was pressed goes.
    fn focus_on(&self, target: FocusTarget) {
        self.props.ui.dispatch(Action::Focus(target));
    }

    /// Puts other words into a field. While an input method puts them together they are its own: whatever else were
    /// put into the field would be lost or doubled.
    fn input(&self, place: usize, words: String, composing: bool) {
        let (typed, whole) = self.with(place, words, !composing);
        if whole {
            // No change of that field follows.
            self.commit(&typed);
        }
        self.draft.set(Draft { typed, error: None });
    }

    fn change(&self, place: usize, words: String) {
        let (typed, whole) = self.with(place, words, true);
        self.commit(&typed);
        if whole {
            self.draft.set(Draft { typed, error: None });
        }
    }

    /// Returns the fields with other words in one of them, and whether these were a whole date, which any field of a
    /// date takes `apart`.
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

    fn add_record(&self) {
        let mut typed = self.draft.typed.clone();
        let fields = parse::fields(self.props.question());
        typed.resize(typed.len() + fields, String::new());
        if let AnswerKind::Dates { most } | AnswerKind::MonthCounts { most, .. } =
            self.props.question().kind
            && typed.len() / fields >= usize::from(most)
        {
            self.focus_on(FocusTarget::Element(question_id(self.id())));
        }
        self.commit(&typed);
        self.draft.set(Draft { typed, error: None });
    }

    fn remove_record(&self, record: usize) {
        let mut typed = self.draft.typed.clone();
        let fields = parse::fields(self.props.question());
        typed.drain(record * fields..(record + 1) * fields);
        self.focus_on(FocusTarget::Element(question_id(self.id())));
        self.commit(&typed);
        self.draft.set(Draft { typed, error: None });
    }

    fn toggle(&self, none: Value) {
        let pressed = self.props.value.as_ref() == Some(&none);
        self.draft.set(Draft::of(self.props.question(), None));
        self.answer((!pressed).then_some(none));
    }

    fn clear(&self) {
        self.focus_on(FocusTarget::FirstField(self.id().to_owned()));
        self.draft.set(Draft::of(self.props.question(), None));
        self.answer(None);
    }

    /// Tells what is wrong, now that the keyboard has left the question.
    fn leave(&self) {
        let error = read(self.props.question(), &self.draft.typed, self.props.on).err();
        if error != self.draft.error {
            self.draft.set(Draft { typed: self.draft.typed.clone(), error });
        }
    }

    fn commit(&self, typed: &[String]) {
        let none = [Value::Number(0), Value::Dates(Vec::new()), Value::MonthCounts(Vec::new())];
        match read(self.props.question(), typed, self.props.on) {
            // Empty fields beside a pressed chip: the chip is the answer.
            Ok(None) if self.props.value.as_ref().is_some_and(|value| none.contains(value)) => {}
            Ok(value) => self.answer(value),
            Err(_) => self.answer(None),
        }
    }
}

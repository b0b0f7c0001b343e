//! A question being answered: what an event in one of its fields does. Faults are told once the person has left the
//! question.

use std::cell::Cell;
use std::rc::Rc;

use jifen::answers::Value;
use jifen::scheme::AnswerKind;
use yew::{Event, UseStateHandle};

use crate::device::history::HalfTyped;
use crate::device::{event, press};
use crate::elements::ids::question_id;
use crate::elements::markup::EventHandler;
use crate::state::Action;
use crate::state::focus::FocusTarget;
use crate::text::{parse, period};
use crate::views::form::draft::{Draft, read};
use crate::views::form::props::QuestionProps;

/// A question being answered.
#[derive(Clone)]
pub(super) struct QuestionEditor {
    pub(super) props: QuestionProps,
    pub(super) draft: UseStateHandle<Draft>,
    /// How often the question was changed by hand.
    pub(super) edits: Rc<Cell<u32>>,
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
    /// A key is pressed.
    Key,
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
        let edits =
            !matches!(self.kind, FieldEvent::Change(_) | FieldEvent::Key | FieldEvent::FocusOut);
        if edits {
            editor.edits.set(editor.edits.get() + 1);
        }
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
            // What follows from the answer is there before the keyboard moves on.
            FieldEvent::Key
                if !editor.draft.typed.is_empty()
                    && matches!(event::key(&event).as_deref(), Some("Tab" | "Enter")) =>
            {
                editor.settle();
            }
            FieldEvent::FocusOut if event::leaves_fieldset(&event) => editor.leave(),
            FieldEvent::Key | FieldEvent::FocusOut => {}
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
        if self.props.value != value || self.props.half_typed.is_some() {
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
        self.draft.set(Draft { typing: !composing, ..Draft::typed(typed) });
    }

    fn change(&self, place: usize, words: String) {
        let (typed, whole) = self.with(place, words, true);
        self.once_released(move |editor| {
            editor.commit(&typed);
            if whole {
                editor.draft.set(Draft::typed(typed));
            }
        });
    }

    /// Lets what is typed count, now that the person has paused or goes on by keyboard. What is no answer yet is kept as
    /// it stands.
    pub(super) fn settle(&self) {
        self.once_released(|editor| {
            match read(editor.props.question(), &editor.draft.typed, editor.props.on) {
                Ok(_) => editor.commit(&editor.draft.typed),
                Err(_) => editor.keep(&editor.draft.typed),
            }
        });
    }

    /// Does something to the question that may move what stands below, as soon as nothing is being pressed; not at all
    /// where the press has changed the question itself.
    fn once_released(&self, then: impl FnOnce(&QuestionEditor) + 'static) {
        let (editor, edit) = (self.clone(), self.edits.get());
        press::once_released(move || {
            if editor.edits.get() == edit {
                then(&editor);
            }
        });
    }

    fn keep(&self, typed: &[String]) {
        let (question, typed) = (self.id().to_owned(), typed.to_vec());
        self.props.ui.dispatch(Action::HalfTyped(HalfTyped { question, typed }));
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
        let question = self.props.question();
        let fields = parse::fields(question);
        match question.kind {
            AnswerKind::Periods { .. } => typed.extend(period::blank(question)),
            _ => typed.resize(typed.len() + fields, String::new()),
        }
        if let AnswerKind::Dates { most }
        | AnswerKind::MonthCounts { most, .. }
        | AnswerKind::Periods { most, .. } = self.props.question().kind
            && typed.len() / fields >= usize::from(most)
        {
            self.focus_on(FocusTarget::Element(question_id(self.id())));
        }
        self.commit(&typed);
        self.draft.set(Draft::typed(typed));
    }

    fn remove_record(&self, record: usize) {
        let mut typed = self.draft.typed.clone();
        let fields = parse::fields(self.props.question());
        typed.drain(record * fields..(record + 1) * fields);
        self.focus_on(FocusTarget::Element(question_id(self.id())));
        self.commit(&typed);
        self.draft.set(Draft::typed(typed));
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
        self.once_released(|editor| {
            let typed = editor.draft.typed.clone();
            let error = read(editor.props.question(), &typed, editor.props.on).err();
            if error != editor.draft.error {
                editor.draft.set(Draft { error, ..Draft::typed(typed) });
            }
        });
    }

    fn commit(&self, typed: &[String]) {
        let none = [
            Value::Number(0),
            Value::Dates(Vec::new()),
            Value::MonthCounts(Vec::new()),
            Value::Periods(Vec::new()),
        ];
        match read(self.props.question(), typed, self.props.on) {
            // Empty fields beside a pressed chip: the chip is the answer.
            Ok(None) if self.props.value.as_ref().is_some_and(|value| none.contains(value)) => {}
            Ok(value) => self.answer(value),
            Err(_) => {
                self.answer(None);
                self.keep(typed);
            }
        }
    }
}

//! The fields of a question, by what its answer looks like.

use jifen::answers::{Value, unscaled};
use jifen::scheme::{AnswerKind, Unit};

use crate::elements::ids::question_id;
use crate::elements::markup::{EventKind, Markup};
use crate::text::messages::format;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::props::QuestionProps;
use crate::widgets::button::{button, chip};

/// One of several options, or yes and no.
pub(super) fn choice(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let option = |markup: &mut Markup, id: &str, name: &str, value: Value| {
        let checked = props.value.as_ref() == Some(&value);
        let changed = editor.callback(FieldEvent::Choose(value));
        chip(markup, "radio", name, checked, changed, |markup| {
            markup.attr("name", &question_id(&question.id));
            markup.attr("value", id);
        });
    };
    markup.element("div", "chips", |markup| match &question.kind {
        AnswerKind::Choice(choices) => {
            for choice in choices {
                let value = Value::Option(choice.id.clone());
                option(markup, &choice.id, &phrases.text(&choice.name), value);
            }
        }
        _ => {
            option(markup, "yes", phrases.messages.yes, Value::Flag(true));
            option(markup, "no", phrases.messages.no, Value::Flag(false));
        }
    });
}

/// A number; months that can be many as years and months.
pub(super) fn number(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let AnswerKind::Number { unit, min, decimals, .. } = question.kind else { return };
    let presumed = props.presumed.map(|number| unscaled(number, decimals));
    let count = editor.draft.typed.len();
    markup.element("div", "chips", |markup| {
        for place in 0..count {
            let unit = if count == 2 && place == 0 { Unit::Years } else { unit };
            let word = phrases.unit(unit, &editor.draft.typed[place]);
            let class = if unit == Unit::Yuan { "typed wide" } else { "typed" };
            input(markup, class, place, &word, presumed.as_deref(), editor);
        }
        if min == 0 {
            none(markup, Value::Number(0), props, editor);
        }
        if let Some(number) = props.presumed {
            let number = phrases.number(number, unit, decimals);
            markup.text_element(
                "span",
                "quiet presumed",
                &format(phrases.messages.presumed, &[&number]),
            );
        }
    });
}

/// A date.
pub(super) fn date(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    markup.element("div", "chips", |markup| parts(markup, props, editor, 0));
}

/// Records: none, or a date for each.
pub(super) fn records(
    markup: &mut Markup,
    props: &QuestionProps,
    editor: &QuestionEditor,
    most: usize,
) {
    let messages = props.ui.messages();
    let count = editor.draft.typed.len() / 3;
    markup.when(count > 0, |markup| {
        markup.element("div", "records", |markup| {
            for record in 0..count {
                let number = (record + 1).to_string();
                markup.element("div", "chips", |markup| {
                    markup.static_attr("role", "group");
                    markup.attr("aria-label", &format(messages.record, &[&number]));
                    parts(markup, props, editor, record * 3);
                    let removed = editor.callback(FieldEvent::RemoveRecord(record));
                    button(markup, "text", messages.remove, removed, |markup| {
                        markup.attr("aria-label", &format(messages.remove_of, &[&number]));
                    });
                });
            }
        });
    });
    markup.element("div", "chips", |markup| {
        none(markup, Value::Dates(Vec::new()), props, editor);
        if count < most {
            let word = if count == 0 { messages.add_record } else { messages.add_another };
            button(markup, "chip-button", word, editor.callback(FieldEvent::AddRecord), |_| {});
        }
    });
}

/// Year, month and day, from a field on.
fn parts(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor, first: usize) {
    let messages = props.ui.messages();
    for (place, word) in [messages.year, messages.month, messages.day].into_iter().enumerate() {
        let class = if place == 0 { "typed year" } else { "typed" };
        input(markup, class, first + place, word, None, editor);
    }
}

/// The chip that says "none".
fn none(markup: &mut Markup, none: Value, props: &QuestionProps, editor: &QuestionEditor) {
    let pressed = props.value.as_ref() == Some(&none);
    let changed = editor.callback(FieldEvent::Toggle(none));
    chip(markup, "checkbox", props.ui.messages().none, pressed, changed, |_| {});
}

/// A field to type in.
fn input(
    markup: &mut Markup,
    class: &'static str,
    place: usize,
    word: &str,
    presumed: Option<&str>,
    editor: &QuestionEditor,
) {
    let decimals = match editor.props.question().kind {
        AnswerKind::Number { decimals, .. } => decimals,
        _ => 0,
    };
    markup.element("label", class, |markup| {
        markup.element("input", "", |markup| {
            markup.static_attr("type", "text");
            markup.static_attr("inputmode", if decimals > 0 { "decimal" } else { "numeric" });
            markup.static_attr("autocomplete", "off");
            markup.value(&editor.draft.typed[place]);
            if let Some(presumed) = presumed {
                markup.attr("placeholder", presumed);
            }
            if editor.draft.fault.is_some() {
                markup.static_attr("aria-invalid", "true");
                markup.attr("aria-describedby", &editor.fault_id());
            }
            markup.on(EventKind::Input, editor.callback(FieldEvent::Input(place)));
            markup.on(EventKind::Change, editor.callback(FieldEvent::Change(place)));
        });
        markup.text_element("span", "", word);
    });
}

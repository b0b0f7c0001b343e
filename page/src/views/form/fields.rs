//! The fields of a question, by what its answer looks like.

use jifen::answers::{Value, unscaled};
use jifen::scheme::{AnswerKind, Unit};

use crate::elements::ids::question_id;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::parse;
use crate::text::phrases::begin;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::none::none;
use crate::views::form::periods::periods;
use crate::views::form::props::QuestionProps;
use crate::widgets::chip::chip;

/// Writes the fields of a question.
pub(super) fn fields(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    match &props.question().kind {
        AnswerKind::YesNo | AnswerKind::Choice(_) => choice(markup, props, editor),
        AnswerKind::Number { .. } => number(markup, props, editor),
        AnswerKind::Date { .. } => date(markup, editor),
        AnswerKind::Dates { most } => records(markup, props, editor, (*most).into()),
        AnswerKind::MonthCounts { most, .. } => pieces(markup, props, editor, (*most).into()),
        AnswerKind::Periods { most, .. } => periods(markup, props, editor, (*most).into()),
    }
}

/// Writes several options, or yes and no, of which one can be chosen.
fn choice(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let option = |markup: &mut Markup, id: &str, name: &str, value: Value| {
        let checked = props.value.as_ref() == Some(&value);
        let choose = editor.callback(FieldEvent::Choose(value));
        chip(markup, "radio", name, checked, choose, |markup| {
            markup.attr("name", &question_id(&question.id));
            markup.attr("value", id);
        });
    };
    write_html!(markup,
        div(class = "chips") {
            match &question.kind {
                AnswerKind::Choice(choices) => {
                    for choice in choices {
                        let value = Value::Option(choice.id.clone());
                        { option(markup, &choice.id, &phrases.text(&choice.name), value); }
                    }
                }
                _ => {
                    { option(markup, "yes", phrases.messages.yes, Value::Flag(true)); }
                    { option(markup, "no", phrases.messages.no, Value::Flag(false)); }
                }
            }
        }
    );
}

/// Writes fields for a number; months that can be many are years and months.
fn number(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let AnswerKind::Number { unit, min, decimals, .. } = question.kind else { return };
    let presumed = props.presumed.map(|number| unscaled(number, decimals));
    let count = editor.draft.typed.len();
    write_html!(markup,
        div(class = "chips") {
            for place in 0..count {
                let unit = if count == 2 && place == 0 { Unit::Years } else { unit };
                let word = phrases.unit(unit, &editor.draft.typed[place]);
                let class = if unit == Unit::Yuan { "typed wide" } else { "typed" };
                { input(markup, class, place, &word, presumed.as_deref(), editor); }
            }
            if min == 0 {
                { none(markup, Value::Number(0), props, editor); }
            }
            if let Some(number) = props.presumed {
                span(class = "quiet presumed") { (phrases.presumed(question, number)) }
            }
        }
    );
}

/// Writes fields for a date.
fn date(markup: &mut Markup, editor: &QuestionEditor) {
    write_html!(markup, div(class = "chips") { { parts(markup, editor, 0); } });
}

/// Writes "none", or fields for a date for each record, of which there are so many at most.
fn records(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor, most: usize) {
    let messages = props.ui.messages();
    let count = editor.draft.typed.len() / 3;
    let add = if count == 0 { messages.add_record } else { messages.add_another };
    write_html!(markup,
        if count > 0 {
            div(class = "records") {
                for record in 0..count {
                    let number = (record + 1).to_string();
                    div(class = "chips", role = "group", aria-label = format(messages.record, &[&number])) {
                        { parts(markup, editor, record * 3); }
                        button(
                            class = "text", type = "button", aria-label = format(messages.remove_of, &[&number]),
                            onclick = editor.callback(FieldEvent::RemoveRecord(record))
                        ) { (messages.remove) }
                    }
                }
            }
        }
        div(class = "chips") {
            { none(markup, Value::Dates(Vec::new()), props, editor); }
            if count < most {
                button(class = "chip-button", type = "button", onclick = editor.callback(FieldEvent::AddRecord)) {
                    (add)
                }
            }
        }
    );
}

/// Writes fields for the months of each piece, of which there are so many at most, and "none".
fn pieces(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor, most: usize) {
    let (messages, phrases) = (props.ui.messages(), props.phrases());
    let fields = parse::fields(props.question());
    let count = editor.draft.typed.len() / fields;
    write_html!(markup,
        div(class = "records") {
            for piece in 0..count {
                let number = (piece + 1).to_string();
                div(class = "chips", role = "group", aria-label = format(messages.piece, &[&number])) {
                    for place in piece * fields..(piece + 1) * fields {
                        let unit = if place % fields + 1 < fields { Unit::Years } else { Unit::Months };
                        let word = phrases.unit(unit, &editor.draft.typed[place]);
                        { input(markup, "typed", place, &word, None, editor); }
                    }
                    if count > 1 {
                        button(
                            class = "text", type = "button", aria-label = format(messages.remove_piece, &[&number]),
                            onclick = editor.callback(FieldEvent::RemoveRecord(piece))
                        ) { (messages.remove) }
                    }
                }
            }
        }
        div(class = "chips") {
            { none(markup, Value::MonthCounts(Vec::new()), props, editor); }
            if count < most {
                button(class = "chip-button", type = "button", onclick = editor.callback(FieldEvent::AddRecord)) {
                    (messages.add_piece)
                }
            }
        }
    );
}

/// Writes fields for year, month and day, the first of which stands at a position among all of the question.
fn parts(markup: &mut Markup, editor: &QuestionEditor, first: usize) {
    let messages = editor.props.ui.messages();
    for (place, word) in [messages.year, messages.month, messages.day].into_iter().enumerate() {
        let class = if place == 0 { "typed year" } else { "typed day" };
        input(markup, class, first + place, word, None, editor);
    }
}

/// Writes a field to type in.
fn input(
    markup: &mut Markup,
    class: &'static str,
    place: usize,
    word: &str,
    presumed: Option<&str>,
    editor: &QuestionEditor,
) {
    let mode = match editor.props.question().kind {
        AnswerKind::Number { decimals: 1.., .. } => "decimal",
        _ => "numeric",
    };
    let wrong = editor.draft.error.is_some();
    // Without a unit beside it, such as for a calendar year, a field has the name of its question.
    let name = word.is_empty().then(|| begin(editor.props.phrases().noun(editor.props.question())));
    write_html!(markup,
        label(class = class) {
            input(
                type = "text", inputmode = mode, autocomplete = "off", value = &editor.draft.typed[place],
                placeholder = presumed, aria-label = name, aria-invalid = wrong.then_some("true"),
                aria-describedby = wrong.then(|| editor.fault_id()),
                oninput = editor.callback(FieldEvent::Input(place)),
                onchange = editor.callback(FieldEvent::Change(place))
            );
            span { (word) }
        }
    );
}

//! The fields of a history: a line for each period.

use jifen::answers::Value;
use jifen::scheme::AnswerKind;

use crate::elements::ids::question_id;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Fold};
use crate::text::history::HistoryPhrases;
use crate::text::messages::format;
use crate::text::parse;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::none::none;
use crate::views::form::paste::{self, PasteProps};
use crate::views::form::props::QuestionProps;
use crate::widgets::awaited::awaited;

/// Writes fields for each period, of which there are so many at most, what is worth a second look, "none", and the way to
/// paste records.
pub(super) fn periods(
    markup: &mut Markup,
    props: &QuestionProps,
    editor: &QuestionEditor,
    most: usize,
) {
    let phrases = props.phrases();
    let words = HistoryPhrases::new(&phrases);
    let fields = parse::fields(props.question());
    let count = editor.draft.typed.len() / fields;
    let noted = match &props.value {
        Some(Value::Periods(periods)) => periods.as_slice(),
        _ => &[],
    };
    write_html!(markup,
        p(class = "quiet", id = format!("{}-months", question_id(&props.question().id))) { (words.messages.months_help) }
        div(class = "periods") {
            for place in 0..count {
                { period(markup, props, editor, &words, place); }
            }
        }
        if !props.notes.is_empty() {
            ul(class = "notes") {
                for note in &props.notes {
                    li { (words.note(note, props.question(), noted)) }
                }
            }
        }
        div(class = "chips") {
            { none(markup, Value::Periods(Vec::new()), props, editor); }
            if count < most {
                button(class = "chip-button", type = "button", data-add = &props.question().id, onclick = editor.callback(FieldEvent::AddRecord)) {
                    (words.messages.add)
                }
            }
            { paste_button(markup, props, &words); }
        }
        if props.pasting {
            {
                awaited(markup, &props.ui, || FocusTarget::FirstField(props.question().id.clone()), |markup, arrived| {
                    let (scheme, position, on, ui) =
                        (props.scheme.clone(), props.position, props.on, props.ui.clone());
                    paste::later(markup, PasteProps { scheme, position, on, ui }, arrived);
                });
            }
        }
    );
}

fn period(
    markup: &mut Markup,
    props: &QuestionProps,
    editor: &QuestionEditor,
    words: &HistoryPhrases<'_>,
    place: usize,
) {
    let fields = parse::fields(props.question());
    let first = place * fields;
    let number = (place + 1).to_string();
    let kinds = props.question().kind.period_kinds();
    let messages = words.messages;
    let class = if fields == 4 { "period with-base" } else { "period" };
    write_html!(markup,
        div(class = class, role = "group", aria-label = format(messages.period, &[&number])) {
            span(class = "number", aria-hidden = "true") { (&number) }
            { input(markup, "from", first, messages.first_month, messages.month_like, editor); }
            { input(markup, "to", first + 1, messages.last_month, messages.still, editor); }
            if fields == 4 {
                { input(markup, "base", first + 2, messages.base, "", editor); }
            }
            if kinds.len() > 1 {
                label(class = "typed kind") {
                    span { (messages.kind) }
                    // What is chosen stands in the draft at once, as what is typed does.
                    select(oninput = editor.callback(FieldEvent::Input(first + fields - 1))) {
                        for kind in kinds {
                            let chosen = editor.draft.typed[first + fields - 1] == kind.id;
                            // Only of a field to type in is the value something else than an attribute.
                            option(selected = chosen) {
                                { markup.attr("value", &kind.id); }
                                (words.phrases.text(&kind.name))
                            }
                        }
                    }
                }
            }
            button(
                class = "text", type = "button", aria-label = format(messages.remove, &[&number]),
                onclick = editor.callback(FieldEvent::RemoveRecord(place))
            ) { (words.phrases.messages.remove) }
        }
    );
}

fn input(
    markup: &mut Markup,
    part: &'static str,
    place: usize,
    word: &str,
    like: &str,
    editor: &QuestionEditor,
) {
    let wrong = editor.draft.error.is_some();
    write_html!(markup,
        label(class = "typed month") {
            span { (word) }
            input(
                type = "text", inputmode = "numeric", autocomplete = "off", data-part = part, value = &editor.draft.typed[place],
                placeholder = like, aria-invalid = wrong.then_some("true"),
                aria-describedby = wrong.then(|| editor.fault_id()),
                oninput = editor.callback(FieldEvent::Input(place)),
                onchange = editor.callback(FieldEvent::Change(place))
            );
        }
    );
}

fn paste_button(markup: &mut Markup, props: &QuestionProps, words: &HistoryPhrases<'_>) {
    let id = &props.question().id;
    let fold = Fold::Paste(id.clone());
    let expanded = if props.pasting { "true" } else { "false" };
    let turn = props.ui.callback(Action::Unfold { fold, open: !props.pasting });
    // Only payments of insurance come as records that this page reads.
    let records = matches!(&props.question().kind, AnswerKind::Periods { records: true, .. });
    write_html!(markup,
        if records {
            button(class = "chip-button", type = "button", aria-expanded = expanded, data-paste = id, onclick = turn) {
                (words.messages.paste)
            }
        }
    );
}

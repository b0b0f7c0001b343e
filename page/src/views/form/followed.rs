//! A question that a history answers: the figure, how it came about, and the way to answer by hand.

use jifen::scheme::{AnswerKind, Unit};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Fold};
use crate::text::history::HistoryPhrases;
use crate::text::messages::format;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::props::QuestionProps;

/// Returns whether the fields are there: not where a history answers and nobody wants to answer by hand.
pub(super) fn has_fields(props: &QuestionProps) -> bool {
    let answered = props.figure.as_ref().is_some_and(|figure| figure.value.is_some());
    !answered || props.by_hand || props.value.is_some() || props.half_typed.is_some()
}

/// Writes what a history says of the question.
pub(super) fn followed(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let Some(figure) = &props.figure else { return };
    let (question, phrases) = (props.question(), props.phrases());
    let words = HistoryPhrases::new(&phrases);
    let messages = words.messages;
    let source = source(props);
    let counted = |number: i64| phrases.number(number, Unit::Months, 0);
    let differs = props.value.is_some() && props.value != figure.value;
    let says = |value: &str| {
        let sentence = if differs { messages.by_hand } else { messages.follows };
        format(sentence, &[value, &source])
    };
    let said = match &figure.value {
        Some(value) => says(&phrases.value(question, value)),
        // What it says is no answer where months are taken off again, but counts as one.
        None if figure.counts && figure.low == figure.high => says(&counted(figure.low)),
        None if figure.counts => {
            format(messages.range, &[&counted(figure.low), &counted(figure.high), &source])
        }
        None => format(messages.says_nothing, &[&source]),
    };
    let ask = phrases.text(&question.ask);
    let fold = Fold::ByHand(question.id.clone());
    let open = props.ui.callback(Action::Unfold { fold, open: true });
    write_html!(markup,
        div(class = "followed", translate = "no") {
            p(class = "figure", data-follows = &question.id) { (said) }
            if counts_months(&question.kind) {
                details(class = "figures") {
                    summary { (messages.how) }
                    div(class = "inside") {
                        for sentence in words.how(figure) {
                            p { (sentence) }
                        }
                    }
                }
            }
            if !has_fields(props) {
                button(
                    class = "text", type = "button", data-by-hand = &question.id,
                    aria-label = format(messages.answer_here_of, &[&ask]), onclick = open
                ) { (messages.answer_here) }
            }
            if figure.value.is_some() && props.value.is_some() {
                button(class = "text", type = "button", onclick = editor.callback(FieldEvent::Clear)) {
                    (messages.use_history)
                }
            }
        }
    );
}

fn counts_months(kind: &AnswerKind) -> bool {
    !matches!(kind, AnswerKind::YesNo)
}

/// Returns the names of the histories that the answer follows from.
fn source(props: &QuestionProps) -> String {
    let phrases = props.phrases();
    let Some(follows) = props.scheme.follows_of(props.position) else { return String::new() };
    let histories = follows.months.histories();
    let questions =
        histories.into_iter().filter_map(|position| props.scheme.questions.get(position));
    let nouns: Vec<String> = questions.map(|question| phrases.noun(question)).collect();
    nouns.join(phrases.messages.comma)
}

//! Made-up people that fill the form: the choice of one, and the words that nobody may take for their own.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::Phrases;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::ui::Ui;

/// Writes a chip for each example; nothing until the guide has arrived that brings them.
pub(super) fn choices(markup: &mut Markup, assessed: &Assessed, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let mut examples = assessed.examples().peekable();
    write_html!(markup,
        if examples.peek().is_some() {
            div(class = "chips") {
                for (position, example) in examples {
                    button(
                        class = "chip-button", type = "button", data-example = &example.id,
                        onclick = ui.callback(Action::FillExample(position))
                    ) { (phrases.text(&example.name)) }
                }
            }
            p(class = "quiet") { (phrases.messages.example_made_up) }
        }
    );
}

/// Writes the examples near the head of the form, folded: nothing moves when they arrive, nor when the form is begun.
pub(super) fn folded(markup: &mut Markup, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    if none(context.assessed) {
        return;
    }
    let summary = |markup: &mut Markup| {
        write_html!(markup, span(class = "name") { (messages.example_look) });
    };
    let inside = |markup: &mut Markup| {
        write_html!(markup,
            if context.assessed.guide.is_none() {
                let failed = context.state.guide_is_missing();
                p(class = "quiet") { (if failed { messages.guide_failed } else { messages.loading }) }
            }
            { choices(markup, context.assessed, context.ui); }
        );
    };
    write_html!(markup,
        section(class = "examples", key = "examples") {
            { details(markup, context, Fold::Examples, summary, inside); }
        }
    );
}

/// Writes the way to them while nothing is answered, where the way on stands later.
pub(super) fn way(markup: &mut Markup, assessed: &Assessed, ui: &Ui) {
    if none(assessed) {
        return;
    }
    let messages = ui.messages();
    let go = Action::GoTo { folds: vec![Fold::Examples], place: Fold::Examples.id() };
    write_html!(markup,
        button(
            class = "text jump", type = "button", id = "to-examples", aria-label = messages.example_look,
            onclick = ui.callback(go)
        ) { (messages.example) }
    );
}

/// Whether it is known that there are none, as by the rules of another edition; before the guide is here, nobody knows.
fn none(assessed: &Assessed) -> bool {
    assessed.guide.is_some() && assessed.examples().next().is_none()
}

/// Writes the examples in the place of the result.
pub(super) fn invited(markup: &mut Markup, assessed: &Assessed, ui: &Ui) {
    write_html!(markup,
        if assessed.examples().next().is_some() {
            div(class = "examples-invited") {
                h3 { (ui.messages().example_look) }
                { choices(markup, assessed, ui); }
            }
        }
    );
}

/// Writes, at the head of the result, whose answers these are, and the way to one's own.
pub(super) fn mark(markup: &mut Markup, state: &State, assessed: &Assessed, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    write_html!(markup,
        if let Some(words) = words(assessed, &phrases) {
            div(class = "warning", id = "example-mark", role = "note") {
                p { b { (words) } }
                button(
                    class = "text", type = "button", id = "leave-example",
                    onclick = ui.callback(Action::LeaveExample)
                ) { (phrases.messages.example_leave) }
                // The page says at its head that there is a way back; the person stands here.
                if state.undo.before.is_some() {
                    button(
                        class = "text", type = "button", id = "undo-example",
                        onclick = ui.callback(Action::Restore)
                    ) { (phrases.messages.undo) }
                }
            }
        }
    );
}

/// Returns what stands before a sentence about the result; nothing where the answers are somebody's.
pub(super) fn before_result(assessed: &Assessed, messages: &Messages) -> String {
    let example = assessed.example().map(|_| [messages.example, messages.colon].concat());
    example.unwrap_or_default()
}

/// Returns that the answers are an example's, and which; none where they are somebody's.
pub(super) fn words(assessed: &Assessed, phrases: &Phrases<'_>) -> Option<String> {
    let name = phrases.text(&assessed.example()?.name);
    Some(format(phrases.messages.example_is, &[&name]))
}

//! What if: the answers kept, and those of the form, side by side where they differ.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::text::phrases::{Phrases, begin};
use crate::widgets::details::RenderContext;
use crate::widgets::labelled::subsection;
use crate::widgets::table::{column_heads, row_head};

/// What differs between two sets of answers: what it is, kept, and now.
type Difference = [String; 3];

/// Writes the differences, or the button that keeps the answers.
pub(super) fn side_by_side(markup: &mut Markup, context: &RenderContext<'_>) {
    write_html!(markup,
        div(class = "kept", id = "kept", tabindex = "-1") {
            if let Some(before) = &context.state.side_by_side.assessed {
                { beside_kept(markup, before, context); }
            } else {
                let keep = context.ui.callback(Action::Keep);
                button(class = "text jump", type = "button", id = "keep", onclick = keep) {
                    (context.phrases.messages.keep)
                }
            }
        }
    );
}

fn beside_kept(markup: &mut Markup, before: &Assessed, context: &RenderContext<'_>) {
    let (ui, phrases) = (context.ui, &context.phrases);
    let messages = phrases.messages;
    let answers = changed_answers(before, context.assessed, phrases);
    subsection(markup, "side-by-side", messages.side_by_side, |markup| {
        write_html!(markup,
            if answers.is_empty() {
                p(class = "quiet") { (messages.side_by_side_same) }
            } else {
                let results = results(before, context.assessed, phrases);
                { table(markup, [answers, results].concat(), context); }
            }
            button(
                class = "text jump", type = "button", id = "take-kept", onclick = ui.callback(Action::TakeKept)
            ) {
                (messages.side_by_side_take)
            }
            button(class = "text", type = "button", id = "drop-kept", onclick = ui.callback(Action::DropKept)) {
                (messages.side_by_side_drop)
            }
        );
    });
}

fn table(markup: &mut Markup, differences: Vec<Difference>, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    write_html!(markup,
        table(class = "differences") {
            thead {
                tr {
                    td { ("") }
                    { column_heads(markup, &[messages.side_by_side_before, messages.side_by_side_now]); }
                }
            }
            tbody {
                for [name, before, now] in differences {
                    tr {
                        { row_head(markup, &name); }
                        td { (before) }
                        td { (now) }
                    }
                }
            }
        }
    );
}

fn changed_answers(before: &Assessed, now: &Assessed, phrases: &Phrases<'_>) -> Vec<Difference> {
    let answer = |assessed: &Assessed, position: usize| match assessed.answer(position) {
        Some(value) => phrases.value(&phrases.scheme.questions[position], value),
        None => phrases.messages.side_by_side_open.to_owned(),
    };
    let positions = 0..phrases.scheme.questions.len();
    positions
        .filter(|position| before.answer(*position) != now.answer(*position))
        .map(|position| {
            let noun = begin(phrases.noun(&phrases.scheme.questions[position]));
            [noun, answer(before, position), answer(now, position)]
        })
        .collect()
}

/// Returns conditions, indicators and the total, where they differ; the total always.
fn results(before: &Assessed, now: &Assessed, phrases: &Phrases<'_>) -> Vec<Difference> {
    let scheme = phrases.scheme;
    let mut differences = Vec::new();
    let both = before.assessment.conditions.iter().zip(&now.assessment.conditions);
    for (condition, (before, now)) in scheme.conditions.iter().zip(both) {
        if before.state != now.state {
            let name = phrases.text(&condition.name).into_owned();
            differences.push([
                name,
                phrases.state(before.state).to_owned(),
                phrases.state(now.state).to_owned(),
            ]);
        }
    }
    let both = before.assessment.indicators.iter().zip(&now.assessment.indicators);
    for (indicator, (before, now)) in scheme.indicators.iter().zip(both) {
        let counts = |result: &jifen::assess::IndicatorResult| match result.counted {
            Some(false) => phrases.messages.none.to_owned(),
            _ => phrases.range(result.points),
        };
        if (before.points, before.counted) != (now.points, now.counted) {
            let name = phrases.text(&indicator.name).into_owned();
            differences.push([name, counts(before), counts(now)]);
        }
    }
    let total = phrases.messages.total.to_owned();
    differences.push([
        total,
        phrases.range(before.shown().total),
        phrases.range(now.shown().total),
    ]);
    differences
}

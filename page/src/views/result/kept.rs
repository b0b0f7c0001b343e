//! What if: the answers kept, and those of the form, side by side where they differ.

use crate::elements::markup::Markup;
use crate::state::Action;
use crate::state::assessed::View;
use crate::text::phrases::Say;
use crate::views::result::{part, shown_total};
use crate::widgets::details::Shown;

/// What differs between two sets of answers: what it is, kept, and now.
type Difference = [String; 3];

pub(super) fn kept(markup: &mut Markup, shown: &Shown<'_>) {
    let (ui, words) = (shown.ui, shown.say.words);
    markup.element("div", "kept", |markup| {
        markup.static_attr("id", "kept");
        markup.static_attr("tabindex", "-1");
        let Some(before) = &shown.state.beside else {
            ui.button(markup, "text jump", words.keep, Action::Keep, |markup| {
                markup.static_attr("id", "keep");
            });
            return;
        };
        part(markup, "side-by-side", words.kept, |markup| {
            let answers = changed_answers(before, shown.view, &shown.say);
            if answers.is_empty() {
                markup.text_element("p", "quiet", words.kept_same);
            } else {
                table(markup, [answers, results(before, shown.view, &shown.say)].concat(), shown);
            }
            ui.button(markup, "text jump", words.kept_take, Action::TakeKept, |markup| {
                markup.static_attr("id", "take-kept");
            });
            ui.button(markup, "text", words.kept_drop, Action::DropKept, |markup| {
                markup.static_attr("id", "drop-kept");
            });
        });
    });
}

fn table(markup: &mut Markup, differences: Vec<Difference>, shown: &Shown<'_>) {
    let words = shown.say.words;
    markup.element("table", "differences", |markup| {
        markup.element("thead", "", |markup| {
            markup.element("tr", "", |markup| {
                markup.text_element("td", "", "");
                markup.column_heads(&[words.kept_before, words.kept_now]);
            });
        });
        markup.element("tbody", "", |markup| {
            for [name, before, now] in differences {
                markup.element("tr", "", |markup| {
                    markup.element("th", "", |markup| {
                        markup.static_attr("scope", "row");
                        markup.text(&name);
                    });
                    markup.text_element("td", "", &before);
                    markup.text_element("td", "", &now);
                });
            }
        });
    });
}

fn changed_answers(before: &View, now: &View, say: &Say<'_>) -> Vec<Difference> {
    let answer = |view: &View, position: usize| match view.answer(position) {
        Some(value) => say.value(&say.scheme.questions[position], value),
        None => say.words.kept_open.to_owned(),
    };
    let positions = 0..say.scheme.questions.len();
    positions
        .filter(|position| before.answer(*position) != now.answer(*position))
        .map(|position| {
            let topic = say.topic(&say.scheme.questions[position]);
            [topic, answer(before, position), answer(now, position)]
        })
        .collect()
}

/// Conditions, indicators and the total, where they differ; the total always.
fn results(before: &View, now: &View, say: &Say<'_>) -> Vec<Difference> {
    let scheme = say.scheme;
    let mut differences = Vec::new();
    let both = before.assessment.conditions.iter().zip(&now.assessment.conditions);
    for (condition, (one, other)) in scheme.conditions.iter().zip(both) {
        if one.state != other.state {
            let name = say.text(&condition.name).into_owned();
            differences.push([
                name,
                say.state(one.state).to_owned(),
                say.state(other.state).to_owned(),
            ]);
        }
    }
    let both = before.assessment.indicators.iter().zip(&now.assessment.indicators);
    for (indicator, (one, other)) in scheme.indicators.iter().zip(both) {
        let counts = |result: &jifen::assess::IndicatorResult| match result.counted {
            Some(false) => say.words.none.to_owned(),
            _ => say.range(result.points),
        };
        if (one.points, one.counted) != (other.points, other.counted) {
            let name = say.text(&indicator.name).into_owned();
            differences.push([name, counts(one), counts(other)]);
        }
    }
    let total = say.words.kept_total.to_owned();
    differences.push([total, say.range(shown_total(before)), say.range(shown_total(now))]);
    differences
}

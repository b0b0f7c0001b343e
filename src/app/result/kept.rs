//! What if: the answers kept, and those of the form, side by side where they differ.

use super::{part, shown_total};
use crate::app::say::Say;
use crate::app::sheet::Sheet;
use crate::app::shown::Shown;
use crate::app::state::Action;
use crate::app::view::View;

/// What differs between two sets of answers: what it is, kept, and now.
type Difference = [String; 3];

pub(super) fn kept(sheet: &mut Sheet, shown: &Shown<'_>) {
    let (ui, words) = (shown.ui, shown.say.words);
    sheet.tag("div", "kept", |sheet| {
        sheet.fixed("id", "kept");
        sheet.fixed("tabindex", "-1");
        let Some(before) = &shown.state.beside else {
            ui.button(sheet, "text jump", words.keep, Action::Keep, |sheet| {
                sheet.fixed("id", "keep");
            });
            return;
        };
        part(sheet, "side-by-side", words.kept, |sheet| {
            let answers = changed_answers(before, shown.view, &shown.say);
            if answers.is_empty() {
                sheet.line("p", "quiet", words.kept_same);
            } else {
                table(sheet, [answers, results(before, shown.view, &shown.say)].concat(), shown);
            }
            ui.button(sheet, "text jump", words.kept_take, Action::TakeKept, |sheet| {
                sheet.fixed("id", "take-kept");
            });
            ui.button(sheet, "text", words.kept_drop, Action::DropKept, |sheet| {
                sheet.fixed("id", "drop-kept");
            });
        });
    });
}

fn table(sheet: &mut Sheet, differences: Vec<Difference>, shown: &Shown<'_>) {
    let words = shown.say.words;
    sheet.tag("table", "differences", |sheet| {
        sheet.tag("thead", "", |sheet| {
            sheet.tag("tr", "", |sheet| {
                sheet.line("td", "", "");
                sheet.columns(&[words.kept_before, words.kept_now]);
            });
        });
        sheet.tag("tbody", "", |sheet| {
            for [name, before, now] in differences {
                sheet.tag("tr", "", |sheet| {
                    sheet.tag("th", "", |sheet| {
                        sheet.fixed("scope", "row");
                        sheet.text(&name);
                    });
                    sheet.line("td", "", &before);
                    sheet.line("td", "", &now);
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

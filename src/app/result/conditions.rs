//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, State as Holds};
use jifen::scheme::Condition;

use super::citation::citation;
use super::item::{jump, told};
use super::part;
use crate::app::ids::condition_id;
use crate::app::sheet::Sheet;
use crate::app::shown::{Shown, details};
use crate::app::view::View;
use crate::app::words::Words;

pub(super) fn conditions(sheet: &mut Sheet, shown: &Shown<'_>) {
    if shown.view.scheme.conditions.is_empty() {
        return;
    }
    let items = shown.view.scheme.conditions.iter().zip(&shown.view.assessment.conditions);
    part(sheet, "conditions", shown.say.words.conditions, |sheet| {
        sheet.tag("ul", "items", |sheet| {
            for (condition, result) in items {
                item(sheet, shown, condition, result);
            }
        });
    });
}

/// How a condition stands, as a sign and in a word.
pub(crate) fn sign(
    condition: &Condition,
    result: &ConditionResult,
    view: &View,
    words: &Words,
) -> (&'static str, &'static str) {
    let open = condition.uses.iter().any(|one| view.assessment.open.contains(one));
    match result.state {
        Holds::Met => ("✓", words.met),
        Holds::Unmet if condition.veto => ("✕", words.veto),
        Holds::Unmet => ("✕", words.unmet),
        Holds::Unknown if open => ("○", words.unknown),
        Holds::Unknown => ("○", words.undecided),
        Holds::NotApplicable => ("–", words.not_applicable),
    }
}

fn item(sheet: &mut Sheet, shown: &Shown<'_>, condition: &Condition, result: &ConditionResult) {
    let (view, say) = (shown.view, &shown.say);
    let words = say.words;
    let class = match result.state {
        Holds::Met => "item met",
        Holds::Unmet => "item unmet",
        Holds::Unknown => "item unknown",
        Holds::NotApplicable => "item not-applicable",
    };
    let (sign, word) = sign(condition, result, view, words);
    sheet.tag("li", class, |sheet| {
        sheet.key(&condition.id);
        sheet.set("data-condition", &condition.id);
        sheet.fixed("data-state", &class["item ".len()..]);
        details(
            sheet,
            shown,
            condition_id(&condition.id),
            |sheet| {
                sheet.tag("span", "sign", |sheet| {
                    sheet.fixed("aria-hidden", "true");
                    sheet.text(sign);
                });
                sheet.line("span", "name", &say.text(&condition.name));
                sheet.line("span", "word", word);
            },
            |sheet| {
                sheet.line("p", "", &say.text(&condition.rule));
                citation(sheet, say, &condition.cite);
            },
        );
        sheet.tag("div", "under", |sheet| {
            if let Some(told) = told(view, &condition.uses, say) {
                sheet.line("p", "quiet", &told);
            }
            match result.state {
                Holds::Unmet => {
                    sheet.tag("p", "", |sheet| {
                        sheet.line("b", "", words.cure);
                        sheet.text(words.colon);
                        sheet.text(&say.text(&condition.cure));
                    });
                    if let Some(way) = &result.way {
                        let way = [words.nearest, words.colon, &say.way(way)].concat();
                        sheet.line("p", "quiet", &way);
                    }
                }
                Holds::Unknown => jump(sheet, shown, &condition.uses),
                _ => {}
            }
        });
    });
}

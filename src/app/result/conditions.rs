//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, State as Holds};
use jifen::scheme::Condition;

use super::citation::citation;
use super::item::{jump, told};
use super::part;
use crate::app::ids::condition_id;
use crate::app::sheet::Sheet;
use crate::app::shown::{Shown, details};

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

fn item(sheet: &mut Sheet, shown: &Shown<'_>, condition: &Condition, result: &ConditionResult) {
    let (view, say) = (shown.view, &shown.say);
    let words = say.words;
    let open = condition.uses.iter().any(|one| view.assessment.open.contains(one));
    let (class, sign, word) = match result.state {
        Holds::Met => ("item met", "✓", words.met),
        Holds::Unmet if condition.veto => ("item unmet", "✕", words.veto),
        Holds::Unmet => ("item unmet", "✕", words.unmet),
        Holds::Unknown if open => ("item unknown", "○", words.unknown),
        Holds::Unknown => ("item unknown", "○", words.undecided),
        Holds::NotApplicable => ("item not-applicable", "–", words.not_applicable),
    };
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

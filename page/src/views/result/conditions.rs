//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, State as Holds};
use jifen::scheme::Condition;

use crate::elements::ids::condition_id;
use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::text::messages::Words;
use crate::views::result::item::{jump, told};
use crate::views::result::part;
use crate::widgets::citation::citation;
use crate::widgets::details::{Shown, details};

pub(super) fn conditions(markup: &mut Markup, shown: &Shown<'_>) {
    if shown.view.scheme.conditions.is_empty() {
        return;
    }
    let items = shown.view.scheme.conditions.iter().zip(&shown.view.assessment.conditions);
    part(markup, "conditions", shown.say.words.conditions, |markup| {
        markup.element("ul", "items", |markup| {
            for (condition, result) in items {
                item(markup, shown, condition, result);
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

fn item(markup: &mut Markup, shown: &Shown<'_>, condition: &Condition, result: &ConditionResult) {
    let (view, say) = (shown.view, &shown.say);
    let words = say.words;
    let class = match result.state {
        Holds::Met => "item met",
        Holds::Unmet => "item unmet",
        Holds::Unknown => "item unknown",
        Holds::NotApplicable => "item not-applicable",
    };
    let (sign, word) = sign(condition, result, view, words);
    markup.element("li", class, |markup| {
        markup.key(&condition.id);
        markup.attr("data-condition", &condition.id);
        markup.static_attr("data-state", &class["item ".len()..]);
        details(
            markup,
            shown,
            condition_id(&condition.id),
            |markup| {
                markup.element("span", "sign", |markup| {
                    markup.static_attr("aria-hidden", "true");
                    markup.text(sign);
                });
                markup.text_element("span", "name", &say.text(&condition.name));
                markup.text_element("span", "word", word);
            },
            |markup| {
                markup.text_element("p", "", &say.text(&condition.rule));
                citation(markup, say, &condition.cite);
            },
        );
        markup.element("div", "under", |markup| {
            if let Some(told) = told(view, &condition.uses, say) {
                markup.text_element("p", "quiet", &told);
            }
            match result.state {
                Holds::Unmet => {
                    markup.element("p", "", |markup| {
                        markup.text_element("b", "", words.cure);
                        markup.text(words.colon);
                        markup.text(&say.text(&condition.cure));
                    });
                    if let Some(way) = &result.way {
                        let way = [words.nearest, words.colon, &say.way(way)].concat();
                        markup.text_element("p", "quiet", &way);
                    }
                }
                Holds::Unknown => jump(markup, shown, &condition.uses),
                _ => {}
            }
        });
    });
}

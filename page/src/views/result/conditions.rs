//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, ConditionState};
use jifen::scheme::Condition;

use crate::elements::ids::condition_id;
use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::text::messages::Messages;
use crate::views::result::item::{jump, told};
use crate::views::result::part;
use crate::widgets::citation::citation;
use crate::widgets::details::{RenderContext, details};

pub(super) fn conditions(markup: &mut Markup, context: &RenderContext<'_>) {
    if context.assessed.scheme.conditions.is_empty() {
        return;
    }
    let items =
        context.assessed.scheme.conditions.iter().zip(&context.assessed.assessment.conditions);
    part(markup, "conditions", context.phrases.messages.conditions, |markup| {
        markup.element("ul", "items", |markup| {
            for (condition, result) in items {
                item(markup, context, condition, result);
            }
        });
    });
}

/// How a condition stands, as a sign and in a word.
pub(crate) fn sign(
    condition: &Condition,
    result: &ConditionResult,
    assessed: &Assessed,
    messages: &Messages,
) -> (&'static str, &'static str) {
    let open = condition.uses.iter().any(|one| assessed.assessment.open.contains(one));
    match result.state {
        ConditionState::Met => ("✓", messages.met),
        ConditionState::Unmet if condition.veto => ("✕", messages.veto),
        ConditionState::Unmet => ("✕", messages.unmet),
        ConditionState::Unknown if open => ("○", messages.unknown),
        ConditionState::Unknown => ("○", messages.undecided),
        ConditionState::NotApplicable => ("–", messages.not_applicable),
    }
}

fn item(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    condition: &Condition,
    result: &ConditionResult,
) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let messages = phrases.messages;
    let class = match result.state {
        ConditionState::Met => "item met",
        ConditionState::Unmet => "item unmet",
        ConditionState::Unknown => "item unknown",
        ConditionState::NotApplicable => "item not-applicable",
    };
    let (sign, word) = sign(condition, result, assessed, messages);
    markup.element("li", class, |markup| {
        markup.key(&condition.id);
        markup.attr("data-condition", &condition.id);
        markup.static_attr("data-state", result.state.as_str());
        details(
            markup,
            context,
            condition_id(&condition.id),
            |markup| {
                markup.element("span", "sign", |markup| {
                    markup.static_attr("aria-hidden", "true");
                    markup.text(sign);
                });
                markup.text_element("span", "name", &phrases.text(&condition.name));
                markup.text_element("span", "word", word);
            },
            |markup| {
                markup.text_element("p", "", &phrases.text(&condition.rule));
                citation(markup, phrases, &condition.cite);
            },
        );
        markup.element("div", "under", |markup| {
            if let Some(told) = told(assessed, &condition.uses, phrases) {
                markup.text_element("p", "quiet", &told);
            }
            match result.state {
                ConditionState::Unmet => {
                    markup.element("p", "", |markup| {
                        markup.text_element("b", "", messages.cure);
                        markup.text(messages.colon);
                        markup.text(&phrases.text(&condition.cure));
                    });
                    if let Some(way) = &result.fix {
                        let way = [messages.nearest, messages.colon, &phrases.way(way)].concat();
                        markup.text_element("p", "quiet", &way);
                    }
                }
                ConditionState::Unknown => jump(markup, context, &condition.uses),
                _ => {}
            }
        });
    });
}

//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, ConditionState};
use jifen::scheme::Condition;

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::state::assessed::Assessed;
use crate::text::messages::Messages;
use crate::views::result::questions::{answers_to, to_open_question};
use crate::widgets::citation::citation;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::labelled::{labelled, subsection};

/// Writes the conditions.
pub(super) fn conditions(markup: &mut Markup, context: &RenderContext<'_>) {
    let assessed = context.assessed;
    if assessed.scheme.conditions.is_empty() {
        return;
    }
    let conditions = assessed.scheme.conditions.iter().zip(&assessed.assessment.conditions);
    subsection(markup, "conditions", context.phrases.messages.conditions, |markup| {
        markup.element("ul", "items", |markup| {
            for (condition, result) in conditions {
                condition_item(markup, context, condition, result);
            }
        });
    });
}

/// Returns how a condition stands, as a sign and in a word.
pub(crate) fn sign(
    condition: &Condition,
    result: &ConditionResult,
    assessed: &Assessed,
    messages: &Messages,
) -> (&'static str, &'static str) {
    let open = condition.uses.iter().any(|position| assessed.assessment.open.contains(position));
    match result.state {
        ConditionState::Met => ("✓", messages.met),
        ConditionState::Unmet if condition.veto => ("✕", messages.veto),
        ConditionState::Unmet => ("✕", messages.unmet),
        ConditionState::Unknown if open => ("○", messages.unknown),
        ConditionState::Unknown => ("○", messages.undecided),
        ConditionState::NotApplicable => ("–", messages.not_applicable),
    }
}

fn condition_item(
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
            Fold::Condition(condition.id.clone()),
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
            if let Some(answers) = answers_to(&condition.uses, assessed, phrases) {
                markup.text_element("p", "quiet", &answers);
            }
            match result.state {
                ConditionState::Unmet => {
                    let cure = [messages.cure, &phrases.text(&condition.cure)];
                    labelled(markup, "p", "", messages, cure);
                    if let Some(fix) = &result.fix {
                        let fix = [messages.nearest, messages.colon, &phrases.fix(fix)].concat();
                        markup.text_element("p", "quiet", &fix);
                    }
                }
                ConditionState::Unknown => to_open_question(markup, context, &condition.uses),
                _ => {}
            }
        });
    });
}

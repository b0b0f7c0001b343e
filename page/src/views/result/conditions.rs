//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use jifen::assess::{ConditionResult, ConditionState};
use jifen::scheme::Condition;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::state::assessed::Assessed;
use crate::text::messages::{Messages, format};
use crate::views::result::questions::{answers_to, to_open_question};
use crate::views::result::rule::foot;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::gloss::{Glosses, glossed_paragraph};
use crate::widgets::labelled::{labelled, subsection};
use crate::widgets::official_name::official_name;

/// As many conditions that are not met or still open stand unfolded at least.
const SHOWN: usize = 4;

/// Writes the conditions.
pub(super) fn conditions(markup: &mut Markup, context: &RenderContext<'_>) {
    let assessed = context.assessed;
    if assessed.scheme.conditions.is_empty() {
        return;
    }
    let messages = context.phrases.messages;
    let all = || assessed.scheme.conditions.iter().zip(&assessed.assessment.conditions);
    // Vetoes, then what fails, then what is open; what holds stands back.
    let rank = |condition: &Condition, result: &ConditionResult| match result.state {
        ConditionState::Unmet if condition.veto => 0,
        ConditionState::Unmet => 1,
        ConditionState::Unknown => 2,
        ConditionState::Met | ConditionState::NotApplicable => 3,
    };
    let ranked = |wanted: u8| all().filter(move |(condition, one)| rank(condition, one) == wanted);
    let failing: Vec<_> = (0..2).flat_map(ranked).collect();
    let mut in_the_way: Vec<_> = (0..3).flat_map(ranked).collect();
    // All that fails stands open; of what is only open, as much as leaves the way to what comes next short.
    let shown = failing.len().max(SHOWN);
    // One alone is not worth a fold.
    let shown = if in_the_way.len() == shown + 1 { shown + 1 } else { shown };
    let later = in_the_way.split_off(in_the_way.len().min(shown));
    let holding: Vec<_> = ranked(3).collect();
    let led_to = |conditions: &[(&Condition, &ConditionResult)]| {
        conditions.iter().any(|(one, _)| context.state.rule.as_ref() == Some(&one.id))
    };
    let heading = match in_the_way.first() {
        None => messages.conditions,
        // What nobody has answered yet stands in nobody's way.
        Some((_, one)) if one.state == ConditionState::Unknown => messages.conditions_to_settle,
        Some(_) => messages.in_the_way,
    };
    subsection(markup, "conditions", heading, |markup| {
        write_html!(markup,
            if !in_the_way.is_empty() {
                ul(class = "items") { { items(markup, context, &in_the_way); } }
            }
            if !later.is_empty() {
                details(class = "zeros", id = "conditions-open", open = led_to(&later)) {
                    summary { (format(messages.conditions_more_open, &[&later.len().to_string()])) }
                    ul(class = "items") { { items(markup, context, &later); } }
                }
            }
            if !holding.is_empty() {
                details(class = "zeros", id = "conditions-held", open = led_to(&holding)) {
                    summary { (held(&holding, messages)) }
                    ul(class = "items") { { items(markup, context, &holding); } }
                }
            }
        );
    });
}

fn items(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    conditions: &[(&Condition, &ConditionResult)],
) {
    for (condition, result) in conditions {
        condition_item(markup, context, condition, result);
    }
}

/// Returns how many conditions hold and how many do not apply, which is not the same.
fn held(holding: &[(&Condition, &ConditionResult)], messages: &Messages) -> String {
    let not_applicable =
        holding.iter().filter(|(_, one)| one.state == ConditionState::NotApplicable);
    let not_applicable = not_applicable.count();
    let met = (holding.len() - not_applicable).to_string();
    match not_applicable {
        0 => format(messages.holds, &[&met]),
        _ => format(messages.holds_or_not_applicable, &[&met, &not_applicable.to_string()]),
    }
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
    let summary = |markup: &mut Markup| {
        write_html!(markup,
            span(class = "sign", aria-hidden = "true") { (sign) }
            { official_name(markup, &condition.name, phrases); }
            span(class = "word") { (word) }
        );
    };
    let place = Fold::Condition(condition.id.clone()).id();
    let glosses = Glosses::at(&place, context.state, assessed);
    let inside = |markup: &mut Markup| {
        let rule = phrases.text(&condition.rule);
        write_html!(markup,
            { glossed_paragraph(markup, &rule, &place, &glosses, phrases, context.ui); }
            { foot(markup, context, condition); }
        );
    };
    let state = result.state.as_str();
    write_html!(markup,
        li(class = class, key = &condition.id, data-condition = &condition.id, data-state = state) {
            { details(markup, context, Fold::Condition(condition.id.clone()), summary, inside); }
            div(class = "under") {
                if let Some(answers) = answers_to(&condition.uses, assessed, phrases) {
                    p(class = "quiet") { (answers) }
                }
                match result.state {
                    ConditionState::Unmet => {
                        let cure = [messages.cure, &phrases.text(&condition.cure)];
                        { labelled(markup, "p", "", messages, cure); }
                        if let Some(fix) = &result.fix {
                            p(class = "quiet") { ([messages.nearest, messages.colon, &phrases.fix(fix)].concat()) }
                        }
                    }
                    ConditionState::Unknown => {
                        { to_open_question(markup, context, &condition.uses); }
                    }
                    _ => {}
                }
            }
        }
    );
}

//! The points, indicator by indicator: what matched, what it gives, whether it counts, and the next step.

use jifen::assess::IndicatorResult;
use jifen::points::{Points, PointsRange};
use jifen::scheme::{Combination, Group, Indicator, Keep};

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure, gain};
use crate::views::result::questions::{answers_to, to_open_question};
use crate::widgets::citation::citation;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::labelled::subsection;
use crate::widgets::table::{scoring_rows, tables};

/// The groups, in their order.
pub(crate) const GROUPS: [Group; 3] = [Group::Base, Group::Bonus, Group::Deduction];

/// Writes the indicators, group by group.
pub(super) fn indicators(markup: &mut Markup, context: &RenderContext<'_>) {
    subsection(markup, "indicators", context.phrases.messages.breakdown, |markup| {
        for group in GROUPS {
            indicators_of(markup, group, context);
        }
    });
}

fn indicators_of(markup: &mut Markup, group: Group, context: &RenderContext<'_>) {
    let assessed = context.assessed;
    let mut full = Vec::new();
    let mut empty = Vec::new();
    for (position, indicator) in assessed.scheme.indicators.iter().enumerate() {
        if indicator.group == group {
            // What surely gives nothing stands back, so that what gives something can be seen.
            let nothing = assessed.assessment.indicators[position].points == PointsRange::ZERO;
            if nothing { &mut empty } else { &mut full }.push(position);
        }
    }
    markup.when(full.len() + empty.len() > 0, |markup| {
        markup.text_element("h4", "", context.phrases.group(group));
        markup.element("ul", "items", |markup| items(markup, &full, context));
        markup.when(!empty.is_empty(), |markup| {
            markup.element("details", "zeros", |markup| {
                let count = empty.len().to_string();
                markup.text_element(
                    "summary",
                    "",
                    &format(context.phrases.messages.zero_items, &[&count]),
                );
                markup.element("ul", "items", |markup| items(markup, &empty, context));
            });
        });
    });
}

fn items(markup: &mut Markup, positions: &[usize], context: &RenderContext<'_>) {
    for position in positions {
        indicator_item(markup, *position, context);
    }
}

fn indicator_item(markup: &mut Markup, position: usize, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let messages = phrases.messages;
    let indicator = &assessed.scheme.indicators[position];
    let result = &assessed.assessment.indicators[position];
    let data = match result.points.certain() {
        Some(points) => points.to_string(),
        None => [result.points.low.to_string(), result.points.high.to_string()].join(".."),
    };
    let (counted, class) = match result.counted {
        Some(true) => ("yes", "item"),
        Some(false) => ("no", "item out"),
        None => ("open", "item"),
    };
    markup.element("li", class, |markup| {
        markup.key(&indicator.id);
        markup.attr("data-indicator", &indicator.id);
        markup.attr("data-points", &data);
        markup.static_attr("data-counted", counted);
        details(
            markup,
            context,
            Fold::Indicator(indicator.id.clone()),
            |markup| {
                markup.text_element("span", "name", &phrases.text(&indicator.name));
                markup.text_element("span", "word", &phrases.range(result.points));
            },
            |markup| inside(markup, indicator, result, context),
        );
        markup.element("div", "under", |markup| {
            for reason in reasons(position, assessed, phrases) {
                markup.text_element("p", "quiet", &reason);
            }
            if let Some(fix) = &result.fix {
                let next = [&gain(fix.gain), messages.colon, &phrases.fix(fix)].concat();
                markup.text_element("p", "next", &next);
            }
            if result.points.certain().is_none() {
                to_open_question(markup, context, &indicator.uses);
            }
        });
    });
}

fn inside(
    markup: &mut Markup,
    indicator: &Indicator,
    result: &IndicatorResult,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    markup.text_element("p", "", &phrases.text(&indicator.rule));
    if let Some(answers) = answers_to(&indicator.uses, context.assessed, phrases) {
        markup.text_element("p", "quiet", &answers);
    }
    tables(markup, &indicator.score, &result.hits, phrases);
    cap(markup, indicator, phrases);
    citation(markup, phrases, &indicator.cite);
}

/// Writes the most that an indicator gives.
pub(crate) fn cap(markup: &mut Markup, indicator: &Indicator, phrases: &Phrases<'_>) {
    if let Some(cap) = indicator.cap.filter(|cap| *cap > Points::ZERO) {
        markup.text_element("p", "quiet", &format(phrases.messages.cap, &[&figure(cap)]));
    }
}

/// Returns why an indicator gives what it gives: the rows that hold, or else the answers, and what counts together.
pub(crate) fn reasons(position: usize, assessed: &Assessed, phrases: &Phrases<'_>) -> Vec<String> {
    let indicator = &assessed.scheme.indicators[position];
    let result = &assessed.assessment.indicators[position];
    let rows = scoring_rows(&indicator.score, &result.hits, phrases);
    let why = match rows.is_empty() {
        true => answers_to(&indicator.uses, assessed, phrases),
        false => Some(rows.join(phrases.messages.separator)),
    };
    why.into_iter().chain(together(position, result, phrases)).collect()
}

/// Returns what the rule says of an indicator that counts together with others, where that matters here.
fn together(position: usize, result: &IndicatorResult, phrases: &Phrases<'_>) -> Option<String> {
    let holds = |together: &&Combination| together.members().any(|member| member == position);
    let together = phrases.scheme.combinations.iter().find(holds)?;
    let messages = phrases.messages;
    let sentence = match (result.counted, together.keep) {
        (Some(false), _) => messages.not_counted,
        (None, _) => messages.maybe_counted,
        (Some(true), Keep::Capped(_)) if result.points != PointsRange::ZERO => {
            messages.capped_together
        }
        _ => return None,
    };
    let cite = &together.cite;
    let mut source = Vec::new();
    if let Some(article) = &cite.article {
        source.push(phrases.text(article).into_owned());
    }
    source.push(phrases.grade(cite.grade).to_owned());
    let source = format(messages.in_brackets, &[&source.join(messages.comma)]);
    Some(format(sentence, &[&phrases.text(&together.rule)]) + &source)
}

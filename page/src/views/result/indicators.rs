//! The points, indicator by indicator: what matched, what it gives, whether it counts, and the next step.

use jifen::assess::IndicatorResult;
use jifen::points::{Points, PointsRange};
use jifen::scheme::{Combination, Group, Indicator, Keep};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure, gain};
use crate::views::result::questions::{answers_to, to_open_question};
use crate::views::result::rule::foot;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::gloss::{Glosses, glossed_paragraph};
use crate::widgets::labelled::subsection;
use crate::widgets::official_name::official_name;
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
    let id = |position: &usize| &assessed.scheme.indicators[*position].id;
    let led_to = empty.iter().any(|position| context.state.rule.as_ref() == Some(id(position)));
    write_html!(markup,
        if full.len() + empty.len() > 0 {
            h4 { (context.phrases.group(group)) }
            ul(class = "items") { { items(markup, &full, context); } }
            if !empty.is_empty() {
                details(class = "zeros", open = led_to) {
                    summary { (format(context.phrases.messages.zero_items, &[&empty.len().to_string()])) }
                    ul(class = "items") { { items(markup, &empty, context); } }
                }
            }
        }
    );
}

fn items(markup: &mut Markup, positions: &[usize], context: &RenderContext<'_>) {
    for position in positions {
        indicator_item(markup, *position, context);
    }
}

fn indicator_item(markup: &mut Markup, position: usize, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
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
    let summary = |markup: &mut Markup| {
        write_html!(markup,
            { official_name(markup, &indicator.name, phrases); }
            span(class = "word") { (phrases.range(result.points)) }
        );
    };
    let inside = |markup: &mut Markup| inside(markup, indicator, result, context);
    write_html!(markup,
        li(
            class = class, key = &indicator.id, data-indicator = &indicator.id, data-points = data,
            data-counted = counted
        ) {
            { details(markup, context, Fold::Indicator(indicator.id.clone()), summary, inside); }
            div(class = "under") {
                for reason in reasons(position, assessed, phrases) {
                    p(class = "quiet") { (reason) }
                }
                if let Some(fix) = &result.fix {
                    p(class = "next") {
                        b { (gain(fix.gain)) }
                        (" ")
                        (phrases.fix(fix))
                    }
                }
                if result.points.certain().is_none() {
                    { to_open_question(markup, context, &indicator.uses); }
                }
            }
        }
    );
}

fn inside(
    markup: &mut Markup,
    indicator: &Indicator,
    result: &IndicatorResult,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    // Without a row that gives points the answers stand outside already.
    let rows = scoring_rows(&indicator.score, &result.hits, phrases);
    let answers = answers_to(&indicator.uses, context.assessed, phrases);
    let (rule, place) = (phrases.text(&indicator.rule), Fold::Indicator(indicator.id.clone()).id());
    let glosses = Glosses::at(&place, context.state, context.assessed);
    write_html!(markup,
        { glossed_paragraph(markup, &rule, &place, &glosses, phrases, context.ui); }
        if let Some(answers) = answers.filter(|_| !rows.is_empty()) {
            p(class = "quiet") { (answers) }
        }
        { tables(markup, &indicator.score, &result.hits, phrases); }
        { cap(markup, indicator, phrases); }
        { foot(markup, context, indicator); }
    );
}

/// Writes the most that an indicator gives.
pub(crate) fn cap(markup: &mut Markup, indicator: &Indicator, phrases: &Phrases<'_>) {
    let cap = indicator.cap.filter(|cap| *cap > Points::ZERO);
    write_html!(markup,
        if let Some(cap) = cap {
            p(class = "quiet") { (format(phrases.messages.cap, &[&figure(cap)])) }
        }
    );
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

//! What the result rests on: conditions, points, and the documents behind them.

use jifen::assess::ConditionState;
use jifen::points::PointsRange;
use jifen::scheme::Group;

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::day;
use crate::views::printout::context::PrintContext;
use crate::views::result::conditions::sign;
use crate::views::result::indicators::{GROUPS, reasons};

/// Writes the conditions with how they stand.
pub(super) fn conditions(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let messages = phrases.messages;
    let conditions = assessed.scheme.conditions.iter().zip(&assessed.assessment.conditions);
    markup.when(!assessed.scheme.conditions.is_empty(), |markup| {
        markup.text_element("h3", "", messages.conditions);
        markup.element("ul", "paper-columns paper-conditions", |markup| {
            for (condition, result) in conditions {
                let (sign, word) = sign(condition, result, assessed, messages);
                markup.element("li", "", |markup| {
                    markup.element("p", "paper-row", |markup| {
                        markup.text_element(
                            "span",
                            "",
                            &[sign, " ", &phrases.text(&condition.name)].concat(),
                        );
                        markup.text_element("b", "", word);
                        markup.text_element(
                            "span",
                            "paper-clause",
                            &context.clause(&condition.cite),
                        );
                    });
                    if result.state == ConditionState::Unmet {
                        let cure = [messages.cure, messages.colon, &phrases.text(&condition.cure)];
                        markup.text_element("p", "paper-small", &cure.concat());
                    }
                });
            }
        });
    });
}

/// Writes the points with their reasons and clauses, and the documents that these name.
pub(super) fn points(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, messages) = (context.assessed, context.phrases.messages);
    markup.text_element("h3", "", messages.breakdown);
    markup.element("table", "", |markup| {
        for group in GROUPS {
            indicators_of(markup, group, context);
        }
        markup.element("tbody", "", |markup| {
            row(
                markup,
                messages.total,
                "",
                &context.phrases.range(assessed.shown().total),
                "",
                true,
            );
        });
    });
    documents(markup, context);
}

fn indicators_of(markup: &mut Markup, group: Group, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let assessment = &assessed.assessment;
    let of_group = assessed.scheme.indicators.iter().zip(&assessment.indicators).enumerate();
    let of_group = of_group.filter(|(_, (indicator, _))| indicator.group == group);
    let of_group: Vec<_> = of_group.collect();
    let sum = match group {
        Group::Base => assessment.base,
        Group::Bonus => assessment.bonus,
        Group::Deduction => assessment.deduction,
    };
    let mut nothing = Vec::new();
    markup.when(!of_group.is_empty(), |markup| {
        markup.element("tbody", "", |markup| {
            row(markup, phrases.group(group), "", &phrases.range(sum), "", true);
            for (position, (indicator, result)) in of_group {
                let name = phrases.text(&indicator.name);
                if result.points == PointsRange::ZERO {
                    nothing.push(name);
                    continue;
                }
                let why = reasons(position, assessed, phrases).join(phrases.messages.separator);
                let clause = context.clause(&indicator.cite);
                row(markup, &name, &why, &phrases.range(result.points), &clause, false);
            }
            if !nothing.is_empty() {
                let count = format(phrases.messages.zero_items, &[&nothing.len().to_string()]);
                let nothing =
                    [&count, phrases.messages.colon, &nothing.join(phrases.messages.comma)]
                        .concat();
                markup.element("tr", "", |markup| {
                    markup.element("td", "paper-small", |markup| {
                        markup.static_attr("colspan", "4");
                        markup.text(&nothing);
                    });
                });
            }
        });
    });
}

fn row(markup: &mut Markup, name: &str, why: &str, points: &str, clause: &str, sum: bool) {
    markup.element("tr", if sum { "paper-sum" } else { "" }, |markup| {
        markup.text_element("th", "", name);
        markup.text_element("td", "paper-small", why);
        markup.text_element("td", "paper-figure", points);
        markup.text_element("td", "paper-clause", clause);
    });
}

/// Writes the documents that the numbers in brackets stand for.
fn documents(markup: &mut Markup, context: &PrintContext<'_>) {
    let (phrases, messages) = (&context.phrases, context.phrases.messages);
    let mut all = Vec::new();
    for (index, position) in context.documents.iter().enumerate() {
        let Some(document) = phrases.scheme.documents.get(*position) else { continue };
        let mut about = Vec::from_iter(document.number.clone());
        about.extend(
            document.from.map(|from| format(messages.document_dates, &[&day(from, messages)])),
        );
        let number = (index + 1).to_string();
        let mut cited = ["[", &number, "] ", &phrases.text(&document.title)].concat();
        if !about.is_empty() {
            cited += &format(messages.in_brackets, &[&about.join(messages.comma)]);
        }
        all.push(cited);
    }
    let documents =
        [messages.clause, messages.colon, &all.join(messages.separator), messages.stop].concat();
    let words = [&documents, messages.space, messages.printout_weak].concat();
    markup.text_element("p", "paper-small", &words);
}

//! What the result rests on: conditions, points, and the documents behind them.

use jifen::assess::ConditionState;
use jifen::points::PointsRange;
use jifen::scheme::Group;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::day;
use crate::views::printout::context::PrintContext;
use crate::views::result::conditions::sign;
use crate::views::result::indicators::{GROUPS, reasons};
use crate::widgets::official_name::both_names;

/// Writes the conditions with how they stand.
pub(super) fn conditions(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let messages = phrases.messages;
    let conditions = assessed.scheme.conditions.iter().zip(&assessed.assessment.conditions);
    write_html!(markup,
        if !assessed.scheme.conditions.is_empty() {
            h3 { (messages.conditions) }
            ul(class = "paper-columns paper-conditions") {
                for (condition, result) in conditions {
                    let (sign, word) = sign(condition, result, assessed, messages);
                    li {
                        p(class = "paper-row") {
                            span {
                                ([sign, " "].concat())
                                { both_names(markup, &condition.name, phrases); }
                            }
                            b { (word) }
                            span(class = "paper-clause") { (context.clause(&condition.cite)) }
                        }
                        if result.state == ConditionState::Unmet {
                            p(class = "paper-small") {
                                ([messages.cure, messages.colon, &phrases.text(&condition.cure)].concat())
                            }
                        }
                    }
                }
            }
        }
    );
}

/// Writes the points with their reasons and clauses, and the documents that these name.
pub(super) fn points(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, messages) = (context.assessed, context.phrases.messages);
    let total = context.phrases.range(assessed.shown().total);
    write_html!(markup,
        h3 { (messages.breakdown) }
        table {
            for group in GROUPS {
                { indicators_of(markup, group, context); }
            }
            tbody { { row(markup, |markup| write_html!(markup, (messages.total)), "", &total, "", true); } }
        }
        { documents(markup, context); }
    );
}

fn indicators_of(markup: &mut Markup, group: Group, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let assessment = &assessed.assessment;
    let messages = phrases.messages;
    let of_group = assessed.scheme.indicators.iter().zip(&assessment.indicators).enumerate();
    let of_group = of_group.filter(|(_, (indicator, _))| indicator.group == group);
    let (nothing, something): (Vec<_>, Vec<_>) =
        of_group.partition(|(_, (_, result))| result.points == PointsRange::ZERO);
    let sum = match group {
        Group::Base => assessment.base,
        Group::Bonus => assessment.bonus,
        Group::Deduction => assessment.deduction,
    };
    let names = nothing.iter().map(|(_, (indicator, _))| phrases.text(&indicator.name));
    let names = names.collect::<Vec<_>>().join(messages.comma);
    let count = format(messages.zero_items, &[&nothing.len().to_string()]);
    write_html!(markup,
        if !(something.is_empty() && nothing.is_empty()) {
            tbody {
                {
                    let name = |markup: &mut Markup| write_html!(markup, (phrases.group(group)));
                    row(markup, name, "", &phrases.range(sum), "", true);
                }
                for (position, (indicator, result)) in something {
                    let why = reasons(position, assessed, phrases).join(messages.separator);
                    let (points, clause) = (phrases.range(result.points), context.clause(&indicator.cite));
                    {
                        let name = |markup: &mut Markup| both_names(markup, &indicator.name, phrases);
                        row(markup, name, &why, &points, &clause, false);
                    }
                }
                if !nothing.is_empty() {
                    tr {
                        td(class = "paper-small", colspan = "4") { ([&count, messages.colon, &names].concat()) }
                    }
                }
            }
        }
    );
}

fn row(
    markup: &mut Markup,
    name: impl FnOnce(&mut Markup),
    why: &str,
    points: &str,
    clause: &str,
    sum: bool,
) {
    write_html!(markup,
        tr(class = if sum { "paper-sum" } else { "" }) {
            th { { name(markup); } }
            td(class = "paper-small") { (why) }
            td(class = "paper-figure") { (points) }
            td(class = "paper-clause") { (clause) }
        }
    );
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
    write_html!(markup, p(class = "paper-small") { (words) });
}

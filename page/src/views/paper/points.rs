//! What the result rests on: conditions, points, and the documents behind them.

use jifen::assess::ConditionState;
use jifen::points::PointsRange;
use jifen::scheme::Group;

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::day;
use crate::views::paper::Paper;
use crate::views::result::conditions::sign;
use crate::views::result::indicators::{GROUPS, together};
use crate::views::result::item::told;
use crate::widgets::table::matched;

pub(super) fn conditions(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
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
                        markup.text_element("span", "paper-clause", &paper.clause(&condition.cite));
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

pub(super) fn points(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, messages) = (paper.assessed, paper.phrases.messages);
    markup.text_element("h3", "", messages.breakdown);
    markup.element("table", "", |markup| {
        for group in GROUPS {
            group_of(markup, group, paper);
        }
        markup.element("tbody", "", |markup| {
            row(
                markup,
                messages.kept_total,
                "",
                &paper.phrases.range(assessed.shown().total),
                "",
                true,
            );
        });
    });
    documents(markup, paper);
}

fn group_of(markup: &mut Markup, group: Group, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
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
                let rows = matched(&indicator.score, &result.hits, phrases);
                let told = match rows.is_empty() {
                    true => told(assessed, &indicator.uses, phrases),
                    false => Some(rows.join(phrases.messages.separator)),
                };
                let why = told.into_iter().chain(together(position, result, phrases));
                let why = why.collect::<Vec<_>>().join(phrases.messages.separator);
                let clause = paper.clause(&indicator.cite);
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

/// The documents that the numbers in brackets stand for.
fn documents(markup: &mut Markup, paper: &Paper<'_>) {
    let (phrases, messages) = (&paper.phrases, paper.phrases.messages);
    let mut all = Vec::new();
    for (place, position) in paper.documents.iter().enumerate() {
        let Some(document) = phrases.scheme.documents.get(*position) else { continue };
        let mut about = Vec::from_iter(document.number.clone());
        about.extend(
            document.from.map(|from| format(messages.document_dates, &[&day(from, messages)])),
        );
        let number = figure_of(place + 1);
        let mut told = [&number, " ", &phrases.text(&document.title)].concat();
        if !about.is_empty() {
            told += &format(messages.in_brackets, &[&about.join(messages.comma)]);
        }
        all.push(told);
    }
    let told =
        [messages.clause, messages.colon, &all.join(messages.separator), messages.stop].concat();
    markup.text_element("p", "paper-small", &[&told, messages.space, messages.paper_weak].concat());
}

fn figure_of(number: usize) -> String {
    ["[", &number.to_string(), "]"].concat()
}

//! What the result rests on: conditions, points, and the documents behind them.

use jifen::assess::State;
use jifen::points::Range;
use jifen::scheme::Group;

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::day;
use crate::views::paper::Paper;
use crate::views::result::conditions::sign;
use crate::views::result::indicators::{GROUPS, together};
use crate::views::result::item::told;
use crate::widgets::table::matched;

pub(super) fn conditions(markup: &mut Markup, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let words = say.words;
    let conditions = view.scheme.conditions.iter().zip(&view.assessment.conditions);
    markup.when(!view.scheme.conditions.is_empty(), |markup| {
        markup.text_element("h3", "", words.conditions);
        markup.element("ul", "paper-columns paper-conditions", |markup| {
            for (condition, result) in conditions {
                let (sign, word) = sign(condition, result, view, words);
                markup.element("li", "", |markup| {
                    markup.element("p", "paper-row", |markup| {
                        markup.text_element(
                            "span",
                            "",
                            &[sign, " ", &say.text(&condition.name)].concat(),
                        );
                        markup.text_element("b", "", word);
                        markup.text_element("span", "paper-clause", &paper.clause(&condition.cite));
                    });
                    if result.state == State::Unmet {
                        let cure = [words.cure, words.colon, &say.text(&condition.cure)];
                        markup.text_element("p", "paper-small", &cure.concat());
                    }
                });
            }
        });
    });
}

pub(super) fn points(markup: &mut Markup, paper: &Paper<'_>) {
    let (view, words) = (paper.view, paper.say.words);
    markup.text_element("h3", "", words.breakdown);
    markup.element("table", "", |markup| {
        for group in GROUPS {
            group_of(markup, group, paper);
        }
        markup.element("tbody", "", |markup| {
            row(markup, words.kept_total, "", &paper.say.range(view.shown().total), "", true);
        });
    });
    documents(markup, paper);
}

fn group_of(markup: &mut Markup, group: Group, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let assessment = &view.assessment;
    let of_group = view.scheme.indicators.iter().zip(&assessment.indicators).enumerate();
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
            row(markup, say.group(group), "", &say.range(sum), "", true);
            for (position, (indicator, result)) in of_group {
                let name = say.text(&indicator.name);
                if result.points == Range::ZERO {
                    nothing.push(name);
                    continue;
                }
                let rows = matched(&indicator.score, &result.leaves, say);
                let told = match rows.is_empty() {
                    true => told(view, &indicator.uses, say),
                    false => Some(rows.join(say.words.separator)),
                };
                let why = told.into_iter().chain(together(position, result, say));
                let why = why.collect::<Vec<_>>().join(say.words.separator);
                let clause = paper.clause(&indicator.cite);
                row(markup, &name, &why, &say.range(result.points), &clause, false);
            }
            if !nothing.is_empty() {
                let count = fill(say.words.zero_items, &[&nothing.len().to_string()]);
                let nothing = [&count, say.words.colon, &nothing.join(say.words.comma)].concat();
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
    let (say, words) = (&paper.say, paper.say.words);
    let mut all = Vec::new();
    for (place, position) in paper.documents.iter().enumerate() {
        let Some(document) = say.scheme.documents.get(*position) else { continue };
        let mut about = Vec::from_iter(document.number.clone());
        about.extend(document.from.map(|from| fill(words.document_dates, &[&day(from, words)])));
        let number = figure_of(place + 1);
        let mut told = [&number, " ", &say.text(&document.title)].concat();
        if !about.is_empty() {
            told += &fill(words.in_brackets, &[&about.join(words.comma)]);
        }
        all.push(told);
    }
    let told = [words.clause, words.colon, &all.join(words.separator), words.stop].concat();
    markup.text_element("p", "paper-small", &[&told, words.space, words.paper_weak].concat());
}

fn figure_of(number: usize) -> String {
    ["[", &number.to_string(), "]"].concat()
}

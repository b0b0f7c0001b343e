//! What the result rests on: conditions, points, and the documents behind them.

use jifen::assess::State;
use jifen::points::Range;
use jifen::scheme::Group;

use super::Paper;
use crate::app::result::conditions::sign;
use crate::app::result::indicators::{GROUPS, together};
use crate::app::result::item::told;
use crate::app::result::table::matched;
use crate::app::say::day;
use crate::app::sheet::Sheet;
use crate::app::words::fill;

pub(super) fn conditions(sheet: &mut Sheet, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let words = say.words;
    let conditions = view.scheme.conditions.iter().zip(&view.assessment.conditions);
    sheet.when(!view.scheme.conditions.is_empty(), |sheet| {
        sheet.line("h3", "", words.conditions);
        sheet.tag("ul", "paper-columns paper-conditions", |sheet| {
            for (condition, result) in conditions {
                let (sign, word) = sign(condition, result, view, words);
                sheet.tag("li", "", |sheet| {
                    sheet.tag("p", "paper-row", |sheet| {
                        sheet.line("span", "", &[sign, " ", &say.text(&condition.name)].concat());
                        sheet.line("b", "", word);
                        sheet.line("span", "paper-clause", &paper.clause(&condition.cite));
                    });
                    if result.state == State::Unmet {
                        let cure = [words.cure, words.colon, &say.text(&condition.cure)];
                        sheet.line("p", "paper-small", &cure.concat());
                    }
                });
            }
        });
    });
}

pub(super) fn points(sheet: &mut Sheet, paper: &Paper<'_>) {
    let (view, words) = (paper.view, paper.say.words);
    sheet.line("h3", "", words.breakdown);
    sheet.tag("table", "", |sheet| {
        for group in GROUPS {
            group_of(sheet, group, paper);
        }
        sheet.tag("tbody", "", |sheet| {
            row(sheet, words.kept_total, "", &paper.say.range(view.shown().total), "", true);
        });
    });
    documents(sheet, paper);
}

fn group_of(sheet: &mut Sheet, group: Group, paper: &Paper<'_>) {
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
    sheet.when(!of_group.is_empty(), |sheet| {
        sheet.tag("tbody", "", |sheet| {
            row(sheet, say.group(group), "", &say.range(sum), "", true);
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
                row(sheet, &name, &why, &say.range(result.points), &clause, false);
            }
            if !nothing.is_empty() {
                let count = fill(say.words.zero_items, &[&nothing.len().to_string()]);
                let nothing = [&count, say.words.colon, &nothing.join(say.words.comma)].concat();
                sheet.tag("tr", "", |sheet| {
                    sheet.tag("td", "paper-small", |sheet| {
                        sheet.fixed("colspan", "4");
                        sheet.text(&nothing);
                    });
                });
            }
        });
    });
}

fn row(sheet: &mut Sheet, name: &str, why: &str, points: &str, clause: &str, sum: bool) {
    sheet.tag("tr", if sum { "paper-sum" } else { "" }, |sheet| {
        sheet.line("th", "", name);
        sheet.line("td", "paper-small", why);
        sheet.line("td", "paper-figure", points);
        sheet.line("td", "paper-clause", clause);
    });
}

/// The documents that the numbers in brackets stand for.
fn documents(sheet: &mut Sheet, paper: &Paper<'_>) {
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
    sheet.line("p", "paper-small", &[&told, words.space, words.paper_weak].concat());
}

fn figure_of(number: usize) -> String {
    ["[", &number.to_string(), "]"].concat()
}

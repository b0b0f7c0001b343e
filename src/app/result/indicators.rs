//! The points, indicator by indicator: what matched, what it gives, whether it counts, and the next step.

use jifen::assess::IndicatorResult;
use jifen::points::{Points, Range};
use jifen::scheme::{Group, Indicator, Keep, Together};

use super::citation::citation;
use super::item::{jump, told};
use super::part;
use super::table::{matched, tables};
use crate::app::ids::indicator_id;
use crate::app::say::{Say, figure, gain};
use crate::app::sheet::Sheet;
use crate::app::shown::{Shown, details};
use crate::app::words::fill;

/// The groups, in their order.
pub(crate) const GROUPS: [Group; 3] = [Group::Base, Group::Bonus, Group::Deduction];

pub(super) fn indicators(sheet: &mut Sheet, shown: &Shown<'_>) {
    part(sheet, "indicators", shown.say.words.breakdown, |sheet| {
        for group in GROUPS {
            group_of(sheet, group, shown);
        }
    });
}

fn group_of(sheet: &mut Sheet, group: Group, shown: &Shown<'_>) {
    let view = shown.view;
    let mut full = Vec::new();
    let mut empty = Vec::new();
    for (position, indicator) in view.scheme.indicators.iter().enumerate() {
        if indicator.group == group {
            // What surely gives nothing stands back, so that what gives something can be seen.
            let nothing = view.assessment.indicators[position].points == Range::ZERO;
            if nothing { &mut empty } else { &mut full }.push(position);
        }
    }
    sheet.when(full.len() + empty.len() > 0, |sheet| {
        sheet.line("h4", "", shown.say.group(group));
        sheet.tag("ul", "items", |sheet| items(sheet, &full, shown));
        sheet.when(!empty.is_empty(), |sheet| {
            sheet.tag("details", "zeros", |sheet| {
                let count = empty.len().to_string();
                sheet.line("summary", "", &fill(shown.say.words.zero_items, &[&count]));
                sheet.tag("ul", "items", |sheet| items(sheet, &empty, shown));
            });
        });
    });
}

fn items(sheet: &mut Sheet, positions: &[usize], shown: &Shown<'_>) {
    for position in positions {
        item(sheet, *position, shown);
    }
}

fn item(sheet: &mut Sheet, position: usize, shown: &Shown<'_>) {
    let (view, say) = (shown.view, &shown.say);
    let words = say.words;
    let indicator = &view.scheme.indicators[position];
    let result = &view.assessment.indicators[position];
    let data = match result.points.certain() {
        Some(points) => points.to_string(),
        None => [result.points.low.to_string(), result.points.high.to_string()].join(".."),
    };
    let (counted, class) = match result.counted {
        Some(true) => ("yes", "item"),
        Some(false) => ("no", "item out"),
        None => ("open", "item"),
    };
    sheet.tag("li", class, |sheet| {
        sheet.key(&indicator.id);
        sheet.set("data-indicator", &indicator.id);
        sheet.set("data-points", &data);
        sheet.fixed("data-counted", counted);
        details(
            sheet,
            shown,
            indicator_id(&indicator.id),
            |sheet| {
                sheet.line("span", "name", &say.text(&indicator.name));
                sheet.line("span", "word", &say.range(result.points));
            },
            |sheet| inside(sheet, indicator, result, shown),
        );
        sheet.tag("div", "under", |sheet| {
            let rows = matched(&indicator.score, &result.leaves, say);
            let why = match rows.is_empty() {
                true => told(view, &indicator.uses, say),
                false => Some(rows.join(words.separator)),
            };
            for line in why.into_iter().chain(together(position, result, say)) {
                sheet.line("p", "quiet", &line);
            }
            if let Some(way) = &result.way {
                let next = [&gain(way.gain), words.colon, &say.way(way)].concat();
                sheet.line("p", "next", &next);
            }
            if result.points.certain().is_none() {
                jump(sheet, shown, &indicator.uses);
            }
        });
    });
}

fn inside(sheet: &mut Sheet, indicator: &Indicator, result: &IndicatorResult, shown: &Shown<'_>) {
    let say = &shown.say;
    sheet.line("p", "", &say.text(&indicator.rule));
    if let Some(told) = told(shown.view, &indicator.uses, say) {
        sheet.line("p", "quiet", &told);
    }
    tables(sheet, &indicator.score, &result.leaves, say);
    cap(sheet, indicator, say);
    citation(sheet, say, &indicator.cite);
}

/// The most an indicator gives.
pub(crate) fn cap(sheet: &mut Sheet, indicator: &Indicator, say: &Say<'_>) {
    if let Some(cap) = indicator.cap.filter(|cap| *cap > Points::ZERO) {
        sheet.line("p", "quiet", &fill(say.words.cap, &[&figure(cap)]));
    }
}

/// What the rule says of an indicator that counts together with others, where that matters here.
pub(crate) fn together(position: usize, result: &IndicatorResult, say: &Say<'_>) -> Option<String> {
    let holds = |together: &&Together| {
        together.indicators.iter().any(|one| one.position() == Some(position))
    };
    let together = say.scheme.together.iter().find(holds)?;
    let words = say.words;
    let sentence = match (result.counted, together.keep) {
        (Some(false), _) => words.not_counted,
        (None, _) => words.maybe_counted,
        (Some(true), Keep::Capped(_)) if result.points != Range::ZERO => words.capped_together,
        _ => return None,
    };
    let cite = &together.cite;
    let mut source = Vec::new();
    if let Some(article) = &cite.article {
        source.push(say.text(article).into_owned());
    }
    source.push(say.grade(cite.grade).to_owned());
    let source = fill(words.in_brackets, &[&source.join(words.comma)]);
    Some(fill(sentence, &[&say.text(&together.rule)]) + &source)
}

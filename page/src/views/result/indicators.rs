//! The points, indicator by indicator: what matched, what it gives, whether it counts, and the next step.

use jifen::assess::IndicatorResult;
use jifen::points::{Points, Range};
use jifen::scheme::{Group, Indicator, Keep, Together};

use crate::elements::ids::indicator_id;
use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure, gain};
use crate::views::result::item::{jump, told};
use crate::views::result::part;
use crate::widgets::citation::citation;
use crate::widgets::details::{Shown, details};
use crate::widgets::table::{matched, tables};

/// The groups, in their order.
pub(crate) const GROUPS: [Group; 3] = [Group::Base, Group::Bonus, Group::Deduction];

pub(super) fn indicators(markup: &mut Markup, shown: &Shown<'_>) {
    part(markup, "indicators", shown.say.words.breakdown, |markup| {
        for group in GROUPS {
            group_of(markup, group, shown);
        }
    });
}

fn group_of(markup: &mut Markup, group: Group, shown: &Shown<'_>) {
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
    markup.when(full.len() + empty.len() > 0, |markup| {
        markup.text_element("h4", "", shown.say.group(group));
        markup.element("ul", "items", |markup| items(markup, &full, shown));
        markup.when(!empty.is_empty(), |markup| {
            markup.element("details", "zeros", |markup| {
                let count = empty.len().to_string();
                markup.text_element("summary", "", &fill(shown.say.words.zero_items, &[&count]));
                markup.element("ul", "items", |markup| items(markup, &empty, shown));
            });
        });
    });
}

fn items(markup: &mut Markup, positions: &[usize], shown: &Shown<'_>) {
    for position in positions {
        item(markup, *position, shown);
    }
}

fn item(markup: &mut Markup, position: usize, shown: &Shown<'_>) {
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
    markup.element("li", class, |markup| {
        markup.key(&indicator.id);
        markup.attr("data-indicator", &indicator.id);
        markup.attr("data-points", &data);
        markup.static_attr("data-counted", counted);
        details(
            markup,
            shown,
            indicator_id(&indicator.id),
            |markup| {
                markup.text_element("span", "name", &say.text(&indicator.name));
                markup.text_element("span", "word", &say.range(result.points));
            },
            |markup| inside(markup, indicator, result, shown),
        );
        markup.element("div", "under", |markup| {
            let rows = matched(&indicator.score, &result.leaves, say);
            let why = match rows.is_empty() {
                true => told(view, &indicator.uses, say),
                false => Some(rows.join(words.separator)),
            };
            for line in why.into_iter().chain(together(position, result, say)) {
                markup.text_element("p", "quiet", &line);
            }
            if let Some(way) = &result.way {
                let next = [&gain(way.gain), words.colon, &say.way(way)].concat();
                markup.text_element("p", "next", &next);
            }
            if result.points.certain().is_none() {
                jump(markup, shown, &indicator.uses);
            }
        });
    });
}

fn inside(markup: &mut Markup, indicator: &Indicator, result: &IndicatorResult, shown: &Shown<'_>) {
    let say = &shown.say;
    markup.text_element("p", "", &say.text(&indicator.rule));
    if let Some(told) = told(shown.view, &indicator.uses, say) {
        markup.text_element("p", "quiet", &told);
    }
    tables(markup, &indicator.score, &result.leaves, say);
    cap(markup, indicator, say);
    citation(markup, say, &indicator.cite);
}

/// The most an indicator gives.
pub(crate) fn cap(markup: &mut Markup, indicator: &Indicator, say: &Say<'_>) {
    if let Some(cap) = indicator.cap.filter(|cap| *cap > Points::ZERO) {
        markup.text_element("p", "quiet", &fill(say.words.cap, &[&figure(cap)]));
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

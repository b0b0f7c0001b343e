//! The result: where the person stands, why, and what is missing.

mod bar;
mod clashes;
pub(crate) mod conditions;
pub(crate) mod indicators;
pub(crate) mod item;
mod kept;
mod line;
pub(crate) mod notices;
mod spoken;
mod summary;
pub(crate) mod verdict;

use std::rc::Rc;

use jifen::link::COMPARE;
use jifen::points::PointsRange;
use jifen::scheme::{Language, Scheme};

use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, figure};
use crate::views::share::{only_open, share};
use crate::widgets::button::button;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

pub(crate) use bar::bar;

pub(crate) use line::remark;
pub(crate) use spoken::Spoken;
pub(crate) use summary::beneath;
pub(crate) use verdict::headline;

pub(crate) use crate::widgets::gauge::Mark;

/// The whole result.
pub(crate) fn result(markup: &mut Markup, state: &State, assessed: &Rc<Assessed>, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let begun = assessed.begun();
    markup.element("section", "result", |markup| {
        let verdict = if begun { verdict::name(assessed.assessment.verdict) } else { "none" };
        markup.static_attr("id", "result");
        markup.static_attr("data-verdict", verdict);
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "result-heading");
        markup.element("h2", if begun { "unseen" } else { "" }, |markup| {
            markup.static_attr("id", "result-heading");
            markup.text(phrases.messages.result);
        });
        if begun {
            let context = RenderContext { state, assessed, phrases, ui };
            summary::summary(markup, assessed, &phrases);
            kept::kept(markup, &context);
            ways_on(markup, ui);
            share(markup, &context);
            clashes::clashes(markup, &context);
            conditions::conditions(markup, &context);
            indicators::indicators(markup, &context);
            line::line(markup, assessed, &phrases);
            notices::left_out(markup, &phrases);
            notices::notices(markup, &context);
            markup.when(assessed.scheme.fingerprint.is_some(), |markup| code(markup, &context));
        } else {
            markup.text_element("p", "invite", phrases.messages.invite);
            only_open(markup, state, ui);
        }
    });
}

/// The ways to all cities, and to a sheet of paper.
fn ways_on(markup: &mut Markup, ui: &Ui) {
    let compare = ui.callback(Action::Visit(COMPARE.to_owned()));
    let print = ui.request(Request::Print);
    markup.element("p", "beside", |markup| {
        button(markup, "text jump", ui.messages().compare_same, compare, |markup| {
            markup.static_attr("id", "to-comparison");
        });
        button(markup, "text jump", ui.messages().print, print, |markup| {
            markup.static_attr("id", "print");
        });
    });
}

/// The digest of what is shown, and what it says.
fn code(markup: &mut Markup, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    markup.element("ul", "items", |markup| {
        markup.element("li", "item", |markup| {
            details(
                markup,
                context,
                Fold::CheckCode,
                |markup| markup.text_element("span", "name", messages.digest),
                |markup| {
                    markup.text_element(
                        "p",
                        "",
                        &context.assessed.check_code().unwrap_or_default(),
                    );
                    markup.text_element("p", "quiet", messages.digest_text);
                },
            );
        });
    });
}

/// A part of the result under its heading.
#[inline(always)]
pub(super) fn part(
    markup: &mut Markup,
    id: &'static str,
    heading: &str,
    write: impl FnOnce(&mut Markup),
) {
    markup.element("div", "part", |markup| {
        markup.static_attr("id", id);
        markup.text_element("h3", "", heading);
        write(markup);
    });
}

/// The result in one short sentence, for a screen reader; nothing before the first answer.
pub(crate) fn sentence(assessed: &Assessed, language: Language) -> String {
    if !assessed.begun() {
        return String::new();
    }
    let phrases = Phrases::new(&assessed.scheme, language);
    let total = shown_total(assessed);
    let points = match total.certain() {
        Some(points) => phrases.points(points),
        None if is_wide(total, mark(&assessed.scheme, &phrases).as_ref()) => {
            [&figure(total.low), " ", phrases.messages.or_more].concat()
        }
        None => format(phrases.messages.points_range, &[&figure(total.low), &figure(total.high)]),
    };
    let stop = [phrases.messages.stop, phrases.messages.space].concat();
    [&points, &stop, &verdict::headline(assessed, &phrases), phrases.messages.stop].concat()
}

/// The fixed line of a scheme, or else its latest cut-off.
pub(crate) fn mark(scheme: &Scheme, phrases: &Phrases<'_>) -> Option<Mark> {
    if let Some(points) = scheme.line.threshold {
        let name = phrases.text(&scheme.line.name).into_owned();
        return Some(Mark { name, points });
    }
    let cutoff = scheme.line.ranking.as_ref()?.cutoffs.last()?;
    Some(Mark { name: format(phrases.messages.cutoff, &[&cutoff.round]), points: cutoff.points })
}

/// The total as it is shown: without the deductions that are not answered yet, where there are such.
pub(crate) fn shown_total(assessed: &Assessed) -> PointsRange {
    assessed.shown().total
}

/// What stands beside the lower end of a total.
pub(crate) fn beside(total: PointsRange, mark: Option<&Mark>, messages: &Messages) -> String {
    if total.certain().is_some() {
        messages.points_unit.to_owned()
    } else if is_wide(total, mark) {
        messages.or_more.to_owned()
    } else {
        format(messages.up_to, &[&figure(total.high)])
    }
}

/// Whether a total is so open that its upper end says nothing.
pub(crate) fn is_wide(total: PointsRange, mark: Option<&Mark>) -> bool {
    let spread = total.high - total.low;
    mark.is_some_and(|mark| total.high > mark.points.times(2) && spread > mark.points)
}

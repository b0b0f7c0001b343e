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

use gloo_timers::callback::Timeout;
use jifen::link::COMPARE;
use jifen::points::{Points, Range};
use jifen::scheme::{Language, Scheme};

use crate::device::print;
use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::state::{Action, State};
use crate::text::messages::{Words, fill};
use crate::text::phrases::{Say, figure};
use crate::views::share::{only_open, share};
use crate::widgets::details::{Shown, details};
use crate::widgets::ui::{Ui, button, go_to};

pub(crate) use bar::bar;

pub(crate) use line::remark;
pub(crate) use spoken::Spoken;
pub(crate) use summary::beneath;
pub(crate) use verdict::headline;

/// The whole result.
pub(crate) fn result(markup: &mut Markup, state: &State, view: &Rc<View>, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let begun = view.begun();
    markup.element("section", "result", |markup| {
        let verdict = if begun { verdict::name(view.assessment.verdict) } else { "none" };
        markup.static_attr("id", "result");
        markup.static_attr("data-verdict", verdict);
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "result-heading");
        markup.element("h2", if begun { "unseen" } else { "" }, |markup| {
            markup.static_attr("id", "result-heading");
            markup.text(say.words.result);
        });
        if begun {
            let shown = Shown { state, view, say, ui };
            summary::summary(markup, view, &say);
            kept::kept(markup, &shown);
            ways_on(markup, ui);
            share(markup, &shown);
            clashes::clashes(markup, &shown);
            conditions::conditions(markup, &shown);
            indicators::indicators(markup, &shown);
            line::line(markup, view, &say);
            notices::left_out(markup, &say);
            notices::notices(markup, &shown);
            markup.when(view.scheme.fingerprint.is_some(), |markup| code(markup, &shown));
        } else {
            markup.text_element("p", "invite", say.words.invite);
            only_open(markup, state, ui);
        }
    });
}

/// The ways to all cities, and to a sheet of paper.
fn ways_on(markup: &mut Markup, ui: &Ui) {
    let act = ui.clone();
    let pressed = move |_: yew::Event| {
        // The button goes; the panel stays.
        go_to("panel");
        act.act(Action::Open(COMPARE.to_owned()));
    };
    let act = ui.clone();
    let to_paper = move |_: yew::Event| {
        // Not every browser says that it is about to print.
        act.act(Action::Print);
        Timeout::new(0, print).forget();
    };
    markup.element("p", "beside", |markup| {
        button(markup, "text jump", ui.words().compare_same, pressed, |markup| {
            markup.static_attr("id", "to-comparison");
        });
        button(markup, "text jump", ui.words().print, to_paper, |markup| {
            markup.static_attr("id", "print");
        });
    });
}

/// The digest of what is shown, and what it says.
fn code(markup: &mut Markup, shown: &Shown<'_>) {
    let words = shown.say.words;
    markup.element("ul", "items", |markup| {
        markup.element("li", "item", |markup| {
            details(
                markup,
                shown,
                "check-code".to_owned(),
                |markup| markup.text_element("span", "name", words.digest),
                |markup| {
                    markup.text_element("p", "", &shown.view.check_code().unwrap_or_default());
                    markup.text_element("p", "quiet", words.digest_text);
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
pub(crate) fn sentence(view: &View, language: Language) -> String {
    if !view.begun() {
        return String::new();
    }
    let say = Say::new(&view.scheme, language);
    let total = shown_total(view);
    let points = match total.certain() {
        Some(points) => say.points(points),
        None if is_wide(total, mark(&view.scheme, &say).as_ref()) => {
            [&figure(total.low), " ", say.words.or_more].concat()
        }
        None => fill(say.words.points_range, &[&figure(total.low), &figure(total.high)]),
    };
    let stop = [say.words.stop, say.words.space].concat();
    [&points, &stop, &verdict::headline(view, &say), say.words.stop].concat()
}

/// What a total is drawn and written against.
pub(crate) struct Mark {
    pub(crate) name: String,
    pub(crate) points: Points,
}

/// The fixed line of a scheme, or else its latest cut-off.
pub(crate) fn mark(scheme: &Scheme, say: &Say<'_>) -> Option<Mark> {
    if let Some(points) = scheme.line.threshold {
        let name = say.text(&scheme.line.name).into_owned();
        return Some(Mark { name, points });
    }
    let cutoff = scheme.line.ranking.as_ref()?.cutoffs.last()?;
    Some(Mark { name: fill(say.words.cutoff, &[&cutoff.round]), points: cutoff.points })
}

/// The total as it is shown: without the deductions that are not answered yet, where there are such.
pub(crate) fn shown_total(view: &View) -> Range {
    view.shown().total
}

/// What stands beside the lower end of a total.
pub(crate) fn beside(total: Range, mark: Option<&Mark>, words: &Words) -> String {
    if total.certain().is_some() {
        words.points_unit.to_owned()
    } else if is_wide(total, mark) {
        words.or_more.to_owned()
    } else {
        fill(words.up_to, &[&figure(total.high)])
    }
}

/// Whether a total is so open that its upper end says nothing.
pub(crate) fn is_wide(total: Range, mark: Option<&Mark>) -> bool {
    let spread = total.high - total.low;
    mark.is_some_and(|mark| total.high > mark.points.times(2) && spread > mark.points)
}

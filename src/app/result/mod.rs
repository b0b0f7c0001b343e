//! The result: where the person stands, why, and what is missing.

mod bar;
pub(crate) mod citation;
mod clashes;
pub(crate) mod conditions;
mod gauge;
pub(crate) mod indicators;
pub(crate) mod item;
mod kept;
mod line;
pub(crate) mod notices;
mod spoken;
mod summary;
pub(crate) mod table;
pub(crate) mod verdict;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use jifen::link::COMPARE;
use jifen::points::{Points, Range};
use jifen::scheme::{Language, Scheme};

use super::device::print;
use super::say::{Say, figure};
use super::share::{only_open, share};
use super::sheet::Sheet;
use super::shown::{Shown, details};
use super::state::{Action, State};
use super::ui::{Ui, button, go_to};
use super::view::View;
use super::words::{Words, fill};

pub(crate) use bar::bar;
pub(crate) use gauge::gauge;
pub(crate) use line::remark;
pub(crate) use spoken::Spoken;
pub(crate) use summary::beneath;
pub(crate) use verdict::headline;

/// The whole result.
pub(crate) fn result(sheet: &mut Sheet, state: &State, view: &Rc<View>, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let begun = view.begun();
    sheet.tag("section", "result", |sheet| {
        let verdict = if begun { verdict::name(view.assessment.verdict) } else { "none" };
        sheet.fixed("id", "result");
        sheet.fixed("data-verdict", verdict);
        sheet.fixed("tabindex", "-1");
        sheet.fixed("aria-labelledby", "result-heading");
        sheet.tag("h2", if begun { "unseen" } else { "" }, |sheet| {
            sheet.fixed("id", "result-heading");
            sheet.text(say.words.result);
        });
        if begun {
            let shown = Shown { state, view, say, ui };
            summary::summary(sheet, view, &say);
            kept::kept(sheet, &shown);
            ways_on(sheet, ui);
            share(sheet, &shown);
            clashes::clashes(sheet, &shown);
            conditions::conditions(sheet, &shown);
            indicators::indicators(sheet, &shown);
            line::line(sheet, view, &say);
            notices::left_out(sheet, &say);
            notices::notices(sheet, &shown);
            sheet.when(view.scheme.fingerprint.is_some(), |sheet| code(sheet, &shown));
        } else {
            sheet.line("p", "invite", say.words.invite);
            only_open(sheet, state, ui);
        }
    });
}

/// The ways to all cities, and to a sheet of paper.
fn ways_on(sheet: &mut Sheet, ui: &Ui) {
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
    sheet.tag("p", "beside", |sheet| {
        button(sheet, "text jump", ui.words().compare_same, pressed, |sheet| {
            sheet.fixed("id", "to-comparison");
        });
        button(sheet, "text jump", ui.words().print, to_paper, |sheet| {
            sheet.fixed("id", "print");
        });
    });
}

/// The digest of what is shown, and what it says.
fn code(sheet: &mut Sheet, shown: &Shown<'_>) {
    let words = shown.say.words;
    sheet.tag("ul", "items", |sheet| {
        sheet.tag("li", "item", |sheet| {
            details(
                sheet,
                shown,
                "check-code".to_owned(),
                |sheet| sheet.line("span", "name", words.digest),
                |sheet| {
                    sheet.line("p", "", &shown.view.check_code().unwrap_or_default());
                    sheet.line("p", "quiet", words.digest_text);
                },
            );
        });
    });
}

/// A part of the result under its heading.
#[inline(always)]
pub(super) fn part(
    sheet: &mut Sheet,
    id: &'static str,
    heading: &str,
    write: impl FnOnce(&mut Sheet),
) {
    sheet.tag("div", "part", |sheet| {
        sheet.fixed("id", id);
        sheet.line("h3", "", heading);
        write(sheet);
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

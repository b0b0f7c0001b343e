//! The result: where the person stands, why, and what is missing.

mod bar;
pub(crate) mod citation;
mod conditions;
mod gauge;
pub(crate) mod indicators;
mod item;
pub(crate) mod notices;
mod spoken;
mod summary;
pub(crate) mod table;
pub(crate) mod verdict;

use std::rc::Rc;

use jifen::points::{Points, Range};
use jifen::scheme::{Language, Scheme};
use yew::prelude::*;

use super::say::{Say, figure};
use super::state::State;
use super::ui::Ui;
use super::view::View;
use super::words::fill;

pub(crate) use bar::bar;
pub(crate) use spoken::Spoken;

/// The whole result.
pub(crate) fn result(state: &State, view: &Rc<View>, ui: &Ui) -> Html {
    let say = Say::new(&view.scheme, ui.language);
    if !view.begun() {
        return html! {
            <section class="result" id="result" data-verdict="none" tabindex="-1"
                aria-labelledby="result-heading">
                <h2 id="result-heading">{ say.words.result }</h2>
                <p class="invite">{ say.words.invite }</p>
            </section>
        };
    }
    html! {
        <section class="result" id="result" tabindex="-1" aria-labelledby="result-heading"
            data-verdict={verdict::name(view.assessment.verdict)}>
            { summary::summary(view, &say) }
            { conditions::conditions(state, view, &say, ui) }
            { indicators::indicators(state, view, &say, ui) }
            { notices::left_out(&say) }
            { notices::notices(state, view, &say, ui) }
        </section>
    }
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
    [&points, say.words.stop, say.words.space, &verdict::headline(view, &say), say.words.stop]
        .concat()
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
    view.undeducted.as_ref().map_or(view.assessment.total, |one| one.total)
}

/// Whether a total is so open that its upper end says nothing.
pub(crate) fn is_wide(total: Range, mark: Option<&Mark>) -> bool {
    mark.is_some_and(|mark| total.high > mark.points.times(2) && total.certain().is_none())
}

//! The result: where the person stands, why, and what is missing.

mod bar;
mod check_code;
mod clashes;
pub(crate) mod conditions;
pub(crate) mod indicators;
pub(crate) mod notices;
pub(crate) mod questions;
pub(crate) mod score_line;
mod side_by_side;
mod spoken;
pub(crate) mod summary;
pub(crate) mod verdict;

use std::rc::Rc;

use jifen::link::COMPARE;

use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::state::{Action, State};
use crate::text::phrases::Phrases;
use crate::views::share::{only_open, share};
use crate::widgets::button::button;
use crate::widgets::details::RenderContext;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

pub(crate) use bar::bar;
pub(crate) use spoken::{Spoken, sentence};
pub(crate) use verdict::headline;

/// Writes the whole result.
pub(crate) fn result(markup: &mut Markup, state: &State, assessed: &Rc<Assessed>, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let begun = assessed.begun();
    markup.element("section", "result", |markup| {
        let verdict = if begun { assessed.assessment.verdict.as_str() } else { "none" };
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
            side_by_side::side_by_side(markup, &context);
            compare_and_print(markup, ui);
            share(markup, &context);
            clashes::clashes(markup, &context);
            conditions::conditions(markup, &context);
            indicators::indicators(markup, &context);
            score_line::score_line(markup, assessed, &phrases);
            notices::left_out(markup, &phrases);
            notices::notices(markup, &context);
            check_code::check_code(markup, &context);
        } else {
            markup.text_element("p", "invite", phrases.messages.invite);
            only_open(markup, state, ui);
        }
    });
}

/// Writes the ways to all cities, and to the printout.
fn compare_and_print(markup: &mut Markup, ui: &Ui) {
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

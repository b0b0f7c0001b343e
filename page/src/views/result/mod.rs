//! The result: where the person stands, why, and what is missing.

mod bar;
mod check_code;
mod clashes;
pub(crate) mod conditions;
mod continuing;
pub(crate) mod indicators;
mod next;
pub(crate) mod notices;
mod plain_text;
pub(crate) mod questions;
pub(crate) mod rule;
pub(crate) mod score_line;
mod section;
mod side_by_side;
mod spoken;
pub(crate) mod summary;
pub(crate) mod verdict;
mod without_rare;

use std::rc::Rc;

use jifen::link::COMPARE;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::progress::Progress;
use crate::state::{Action, Feedback, Fold, State};
use crate::text::phrases::Phrases;
use crate::views::examples;
use crate::views::outlook::{self, OutlookOf, OutlookProps};
use crate::views::share::{only_open, share};
use crate::widgets::awaited::awaited;
use crate::widgets::details::RenderContext;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

pub(crate) use bar::bar;
pub(crate) use continuing::left;
pub(crate) use plain_text::plain_text;
pub(crate) use section::{ResultProps, ResultSection};
pub(crate) use spoken::{Spoken, sentence};
pub(crate) use verdict::headline;

/// Writes the whole result.
pub(crate) fn result(
    markup: &mut Markup,
    state: &State,
    assessed: &Rc<Assessed>,
    progress: &Progress,
    ui: &Ui,
) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let begun = assessed.begun();
    let verdict = if begun { assessed.assessment.verdict.as_str() } else { "none" };
    write_html!(markup,
        section(
            // A page translator takes the words away from the program, which could then no longer change them: what follows
            // from the answers is not for it.
            class = "result", id = "result", data-verdict = verdict, tabindex = "-1", translate = "no",
            aria-labelledby = "result-heading"
        ) {
            h2(class = if begun { "unseen" } else { "" }, id = "result-heading") { (phrases.messages.result) }
            if begun {
                let context = RenderContext { state, assessed, phrases, ui };
                // Each has a place of its own, be there something or not: what comes and goes, such as the next steps with the
                // guide, makes nothing anew in which the keyboard may be.
                fragment { { examples::mark(markup, state, assessed, ui); } }
                fragment { { notices::stops(markup, &context); } }
                { summary::summary(markup, &context, progress); }
                { side_by_side::side_by_side(markup, &context); }
                fragment { { clashes::clashes(markup, &context); } }
                fragment { { conditions::conditions(markup, &context); } }
                fragment { { next::next(markup, &context); } }
                fragment { { outlook(markup, &context); } }
                fragment { { indicators::indicators(markup, &context); } }
                fragment { { score_line::score_line(markup, assessed, &phrases); } }
                fragment { { notices::left_out(markup, &phrases); } }
                fragment { { notices::notices(markup, &context); } }
                fragment { { compare_and_print(markup, state, ui); } }
                fragment { { share(markup, &context); } }
                fragment { { check_code::check_code(markup, &context); } }
            } else {
                p(class = "invite") { (phrases.messages.invite) }
                { only_open(markup, state, ui); }
                // Last, since they arrive after the rest.
                { examples::invited(markup, assessed, ui); }
                if state.rule.is_some() {
                    let context = RenderContext { state, assessed, phrases, ui };
                    { conditions::conditions(markup, &context); }
                    { indicators::indicators(markup, &context); }
                    { notices::notices(markup, &context); }
                }
            }
        }
    );
}

/// Writes what is to come.
fn outlook(markup: &mut Markup, context: &RenderContext<'_>) {
    let props = OutlookProps {
        of: OutlookOf {
            assessed: context.assessed.clone(),
            paused: context.state.paused.clone(),
            ahead: context.state.ahead(),
        },
        unfolded: context.state.is_unfolded(&Fold::ForecastTable),
        ui: context.ui.clone(),
    };
    let place = || FocusTarget::element("result");
    awaited(markup, context.ui, place, |markup, arrived| outlook::later(markup, props, arrived));
}

/// Writes the ways to all cities, and to the printout.
fn compare_and_print(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let compare = ui.callback(Action::Visit(COMPARE.to_owned()));
    let print = ui.request(Request::Print);
    let told = match state.sharing.feedback {
        Some(Feedback::NotPrinted) => messages.not_printed,
        Some(Feedback::SheetAwaited) => messages.sheet_awaited,
        _ => "",
    };
    write_html!(markup,
        p(class = "beside") {
            button(class = "text jump", type = "button", id = "to-comparison", onclick = compare) {
                (messages.compare_same)
            }
            button(class = "text jump", type = "button", id = "print", onclick = print) { (messages.print) }
        }
        p(class = "told", id = "print-told", role = "status") {
            (told)
        }
    );
}

//! The whole page. Everything on it is derived from one state, which one reducer changes; components compute no score and
//! touch the browser in effects and callbacks only, so that the same tree also renders to text.

use yew::prelude::*;

use crate::elements::markup::{Markup, render};
use crate::state::{Fold, Rules, Start, State};
use crate::text::phrases::Phrases;
use crate::views::chrome;
use crate::views::compare;
use crate::views::edition;
use crate::views::effects;
use crate::views::form;
use crate::views::guide;
use crate::views::outlook;
use crate::views::persistence;
use crate::views::printout;
use crate::views::problems;
use crate::views::result;
use crate::views::tabs;
use crate::widgets::ui::Ui;

/// The whole page.
#[component]
pub(crate) fn Page(start: &Start) -> Html {
    let state = use_reducer(|| State::begin(start.clone()));
    let ui = Ui::new(state.language, state.dispatcher());
    effects::use_effects(&state, &ui);
    render(|markup| write(markup, &state, &ui))
}

fn write(markup: &mut Markup, state: &State, ui: &Ui) {
    let paper = state.assessed().filter(|_| state.paper);
    markup.element("div", if paper.is_some() { "page on-paper" } else { "page" }, |markup| {
        markup.attr("data-scheme", &state.open);
        chrome::head(markup, state, ui);
        markup.element("main", "", |markup| {
            persistence::notice(markup, state, ui);
            chrome::renewal(markup, ui);
            markup.element("div", "panel", |markup| {
                markup.static_attr("id", "panel");
                markup.static_attr("role", "tabpanel");
                markup.static_attr("tabindex", "-1");
                if let Some(tab) = tabs::open_tab(state) {
                    markup.attr("aria-labelledby", &tab);
                }
                markup.fragment(|markup| tabs::schemes(markup, state, ui));
                markup.fragment(|markup| panel(markup, state, ui));
            });
        });
        chrome::foot(markup, state, ui);
        let sentence = state.assessed().map(|assessed| result::sentence(assessed, ui.language));
        let sentence = sentence.unwrap_or_default();
        markup.child(html! { <result::Spoken {sentence} /> });
        markup.optional(state.assessed(), |markup, assessed| result::bar(markup, assessed, ui));
        markup.optional(paper, |markup, assessed| {
            printout::printout(
                markup,
                assessed,
                state,
                Phrases::new(&assessed.scheme, ui.language),
            );
        });
    });
}

fn panel(markup: &mut Markup, state: &State, ui: &Ui) {
    match &state.rules {
        Rules::Ready(assessed) => {
            let phrases = Phrases::new(&assessed.scheme, ui.language);
            edition::edition(markup, &assessed.scheme, state.on, &phrases);
            chrome::places(markup, assessed.begun(), ui);
            problems::link_problems(markup, state, ui);
            problems::seal(markup, state.sharing.seal_check(), &phrases);
            markup.element("div", "columns", |markup| {
                form::form(markup, state, assessed, ui);
                result::result(markup, state, assessed, ui);
            });
            markup.optional(assessed.begun().then_some(assessed), |markup, assessed| {
                let props = outlook::OutlookProps {
                    assessed: assessed.clone(),
                    paused: state.paused.clone(),
                    unfolded: state.is_unfolded(&Fold::ForecastTable),
                    ui: ui.clone(),
                };
                markup.child(html! { <outlook::OutlookSection ..props /> });
            });
            guide::guide(markup, state, assessed, ui);
        }
        Rules::Compared(rows) => {
            problems::link_problems(markup, state, ui);
            compare::compare(markup, state, rows, ui);
        }
        Rules::Awaited => markup.element("p", "quiet", |markup| {
            markup.static_attr("role", "status");
            markup.text(ui.messages().loading);
        }),
        Rules::Failed(failure) => {
            problems::failure(markup, *failure, state, ui);
            problems::link_problems(markup, state, ui);
        }
    }
}

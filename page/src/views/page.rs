//! The whole page. Everything on it is derived from one state, which one reducer changes; components compute no score and
//! touch the browser in effects and callbacks only, so that the same tree also renders to text.

use std::rc::Rc;

use yew::prelude::*;

use crate::elements::ids::PANEL;
use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::state::progress::Progress;
use crate::state::{Current, Rules, Start, State};
use crate::text::phrases::Phrases;
use crate::views::chrome;
use crate::views::compare;
use crate::views::counted_day::counted_day;
use crate::views::edition;
use crate::views::editions;
use crate::views::effects;
use crate::views::form;
use crate::views::guide;
use crate::views::leading;
use crate::views::persistence;
use crate::views::printout;
use crate::views::problems;
use crate::views::result::{self, ResultProps, ResultSection};
use crate::views::tabs;
use crate::widgets::details::RenderContext;
use crate::widgets::ui::Ui;

/// The whole page.
#[component]
pub(crate) fn Page(start: &Start) -> Html {
    let current = use_reducer(|| Current(State::begin(start.clone()).into()));
    let state = current.0.clone();
    let ui = Ui::new(state.language, state.later, current.dispatcher());
    effects::use_effects(&state, &ui);
    render(|markup| write(markup, &state, &ui))
}

fn write(markup: &mut Markup, state: &Rc<State>, ui: &Ui) {
    let paper = state.assessed().filter(|_| state.paper).zip(state.later.arrived());
    let class = if paper.is_some() { "page on-paper" } else { "page" };
    let sentence = state.assessed().map(|assessed| result::sentence(assessed, ui.language));
    let sentence = sentence.unwrap_or_default();
    let progress = state.assessed().map(|assessed| Progress::of(assessed, &state.leading));
    let progress = progress.unwrap_or_default();
    write_html!(markup,
        div(class = class, data-scheme = &state.open) {
            { chrome::head(markup, state, ui) }
            main {
                { persistence::notice(markup, state, ui) }
                { chrome::renewal(markup, ui) }
                // Made anew with every city: what a page translator has put its own words in place of, the program can no longer
                // change.
                div(
                    class = "panel", key = &state.open, id = PANEL, role = "tabpanel", tabindex = "-1",
                    aria-labelledby = tabs::open_tab(state)
                ) {
                    fragment { { tabs::schemes(markup, state, ui) } }
                    fragment { { panel(markup, state, &progress, ui) } }
                }
            }
            { chrome::foot(markup, state, ui) }
            { markup.child(html! { <result::Spoken {sentence} /> }) }
            if let Some(assessed) = state.assessed() {
                { result::bar(markup, state, assessed, &progress, ui) }
            }
            if let Some((assessed, arrived)) = paper {
                { printout::later(markup, assessed, state, Phrases::new(&assessed.scheme, ui.language), arrived) }
            }
        }
    );
}

fn panel(markup: &mut Markup, state: &Rc<State>, progress: &Progress, ui: &Ui) {
    match &state.rules {
        Rules::Ready(assessed) => {
            let phrases = Phrases::new(&assessed.scheme, ui.language);
            let drawn =
                ResultProps { state: state.clone(), progress: progress.clone(), ui: ui.clone() };
            write_html!(markup,
                { edition::edition(markup, &assessed.scheme, state.on, false, &phrases) }
                { counted_day(markup, state, phrases.messages) }
                fragment { { editions::editions(markup, &RenderContext { state, assessed, phrases, ui }) } }
                { leading::doors(markup, assessed, progress, ui) }
                { problems::link_problems(markup, state, ui) }
                { problems::seal(markup, state.sharing.seal_check(), &phrases) }
                div(class = "columns") {
                    { form::form(markup, state, assessed, progress, ui) }
                    { markup.child(html! { <ResultSection ..drawn /> }) }
                }
                { guide::guide(markup, state, assessed, ui) }
            );
        }
        Rules::Compared(rows, arrived) => {
            counted_day(markup, state, ui.messages());
            problems::link_problems(markup, state, ui);
            compare::later(markup, state, rows, ui, *arrived);
        }
        Rules::Awaited => write_html!(markup,
            p(class = "quiet", role = "status") { (ui.messages().loading) }
        ),
        Rules::Failed(failure) => {
            problems::failure(markup, *failure, state, ui);
            problems::link_problems(markup, state, ui);
        }
    }
}

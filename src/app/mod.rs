//! The page. Everything on it is derived from one state, which one reducer changes; components compute no score and
//! touch the browser in effects and callbacks only, so that the same tree also renders to text.

mod compare;
pub(crate) mod device;
mod edition;
mod effects;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod embedding;
mod form;
mod frame;
mod guide;
mod ids;
pub(crate) mod load;
mod memory;
mod paper;
mod plan;
mod qr;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod render;
mod result;
mod say;
mod share;
mod sheet;
mod shown;
mod state;
mod tabs;
mod trouble;
mod ui;
mod view;
mod words;

use std::rc::Rc;

use jifen::link::{Link, Trouble};
use jifen::scheme::{Catalogue, Scheme};
use jiff::civil::Date;
use yew::prelude::*;

use device::Device;
#[cfg(target_arch = "wasm32")]
pub(crate) use effects::speak;
use load::Failure;
use say::Say;
use sheet::{Sheet, sheet};
use state::{Rules, State};
use ui::Ui;

/// What the page begins with.
#[derive(Clone, Properties)]
pub(crate) struct Start {
    /// The day of the assessment.
    pub(crate) on: Date,
    /// Every scheme there is.
    pub(crate) catalogue: Option<Rc<Catalogue>>,
    /// The rules of the open scheme, or of all where they are compared.
    pub(crate) rules: Result<Vec<Rc<Scheme>>, Failure>,
    /// The address.
    pub(crate) link: Link,
    /// What of it could not be read.
    pub(crate) troubles: Vec<Trouble>,
    /// What the page knows of the device.
    pub(crate) device: Device,
}

impl PartialEq for Start {
    fn eq(&self, _: &Start) -> bool {
        // The page begins once.
        true
    }
}

/// The whole page.
#[component]
pub(crate) fn Page(start: &Start) -> Html {
    let state = use_reducer(|| State::begin(start.clone()));
    let ui = Ui::new(state.language, state.dispatcher());
    effects::use_effects(&state, &ui);
    sheet(|sheet| write(sheet, &state, &ui))
}

fn write(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let paper = state.view().filter(|_| state.paper);
    sheet.tag("div", if paper.is_some() { "page on-paper" } else { "page" }, |sheet| {
        sheet.set("data-scheme", &state.open);
        frame::head(sheet, state, ui);
        sheet.tag("main", "", |sheet| {
            memory::notice(sheet, state, ui);
            frame::renewal(sheet, ui);
            sheet.tag("div", "panel", |sheet| {
                sheet.fixed("id", "panel");
                sheet.fixed("role", "tabpanel");
                sheet.fixed("tabindex", "-1");
                if let Some(tab) = tabs::open_tab(state) {
                    sheet.set("aria-labelledby", &tab);
                }
                sheet.list(|sheet| tabs::schemes(sheet, state, ui));
                sheet.list(|sheet| panel(sheet, state, ui));
            });
        });
        frame::foot(sheet, state, ui);
        let sentence = state.view().map(|view| result::sentence(view, ui.language));
        let sentence = sentence.unwrap_or_default();
        sheet.put(html! { <result::Spoken {sentence} /> });
        sheet.with(state.view(), |sheet, view| result::bar(sheet, view, ui));
        sheet.with(paper, |sheet, view| {
            paper::paper(sheet, view, state, Say::new(&view.scheme, ui.language));
        });
    });
}

fn panel(sheet: &mut Sheet, state: &State, ui: &Ui) {
    match &state.rules {
        Rules::Ready(view) => {
            let say = Say::new(&view.scheme, ui.language);
            edition::edition(sheet, &view.scheme, state.on, &say);
            frame::places(sheet, view.begun(), ui);
            trouble::troubles(sheet, state, ui);
            trouble::seal(sheet, state.seal, view, &say);
            sheet.tag("div", "columns", |sheet| {
                form::form(sheet, state, view, ui);
                result::result(sheet, state, view, ui);
            });
            sheet.with(view.begun().then_some(view), |sheet, view| {
                let props = plan::PlanProps {
                    view: view.clone(),
                    paused: state.paused.clone(),
                    unfolded: state.unfolded.iter().any(|one| one == ids::FORECAST_TABLE),
                    ui: ui.clone(),
                };
                sheet.put(html! { <plan::Plan ..props /> });
            });
            guide::guide(sheet, state, view, ui);
        }
        Rules::Compared(rows) => {
            trouble::troubles(sheet, state, ui);
            compare::compare(sheet, state, rows, ui);
        }
        Rules::Awaited => sheet.tag("p", "quiet", |sheet| {
            sheet.fixed("role", "status");
            sheet.text(ui.words().loading);
        }),
        Rules::Failed(failure) => {
            trouble::failure(sheet, *failure, state, ui);
            trouble::troubles(sheet, state, ui);
        }
    }
}

//! What next: computed a moment after the person has paused, so that no answer waits for it.

pub(crate) mod advice;
mod ahead;
mod chart;
mod events;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use jifen::outlook::{Advice, Forecast, advise, forecast, going_on};
use yew::prelude::*;

use crate::elements::markup::{Markup, render};
use crate::state::assessed::View;
use crate::text::phrases::Say;
use crate::widgets::ui::Ui;

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 150;

/// What the plan is made for.
#[derive(Clone, Properties)]
pub(crate) struct PlanProps {
    pub(crate) view: Rc<View>,
    /// The ids of questions whose facts will not go on.
    pub(crate) paused: Vec<String>,
    /// What is unfolded on the page.
    pub(crate) unfolded: bool,
    pub(crate) ui: Ui,
}

impl PartialEq for PlanProps {
    fn eq(&self, other: &PlanProps) -> bool {
        Rc::ptr_eq(&self.view, &other.view)
            && self.paused == other.paused
            && self.unfolded == other.unfolded
            && self.ui == other.ui
    }
}

/// What is to come for a person.
struct Made {
    view: Rc<View>,
    /// Positions of the questions whose facts could go on, and whether they are taken to.
    going: Vec<(usize, bool)>,
    forecast: Forecast,
    advice: Advice,
}

impl Made {
    fn of(view: Rc<View>, paused: &[String]) -> Made {
        let (scheme, answers, on) = (&view.scheme, view.supposed(), view.assessment.on);
        let goes = |position: usize| !paused.contains(&scheme.questions[position].id);
        let going: Vec<_> = going_on(scheme, answers, on);
        let going: Vec<_> = going.into_iter().map(|one| (one, goes(one))).collect();
        let stopped: Vec<_> = going.iter().filter(|(_, goes)| !goes).map(|(one, _)| *one).collect();
        let forecast = forecast(scheme, answers, on, &stopped);
        let advice = advise(scheme, answers, on);
        Made { going, forecast, advice, view }
    }
}

/// The plan under form and result.
#[component]
pub(crate) fn Plan(props: &PlanProps) -> Html {
    let made = use_state(|| None::<Rc<Made>>);
    let make = made.clone();
    use_effect_with(props.clone(), move |props: &PlanProps| {
        let (view, paused) = (props.view.clone(), props.paused.clone());
        let pause = Timeout::new(PAUSE, move || make.set(Some(Rc::new(Made::of(view, &paused)))));
        move || drop(pause)
    });
    // What was made for another scheme says nothing of this one.
    let same = |made: &&Rc<Made>| Rc::ptr_eq(&made.view.scheme, &props.view.scheme);
    let made = made.as_ref().filter(same);
    render(|markup| {
        markup.optional(made, |markup, made| write(markup, made, props));
    })
}

fn write(markup: &mut Markup, made: &Made, props: &PlanProps) {
    let say = Say::new(&made.view.scheme, props.ui.language);
    markup.element("section", "plan", |markup| {
        markup.static_attr("id", "plan");
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "plan-heading");
        markup.element("h2", "", |markup| {
            markup.static_attr("id", "plan-heading");
            markup.text(say.words.plan);
        });
        advice::advice(markup, made, &say);
        ahead::ahead(markup, made, &say, props);
    });
}

//! What next: computed a moment after the person has paused, so that no answer waits for it.

pub(crate) mod advice;
pub(crate) mod ahead;
mod chart;
mod events;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use jifen::outlook::{Advice, Forecast, advise, forecast, going_on};
use yew::prelude::*;

use crate::elements::markup::{Markup, render};
use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::widgets::ui::Ui;

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 150;

/// What the plan is made for.
#[derive(Clone, Properties)]
pub(crate) struct PlanProps {
    pub(crate) assessed: Rc<Assessed>,
    /// The ids of questions whose facts will not go on.
    pub(crate) paused: Vec<String>,
    /// What is unfolded on the page.
    pub(crate) unfolded: bool,
    pub(crate) ui: Ui,
}

impl PartialEq for PlanProps {
    fn eq(&self, other: &PlanProps) -> bool {
        Rc::ptr_eq(&self.assessed, &other.assessed)
            && self.paused == other.paused
            && self.unfolded == other.unfolded
            && self.ui == other.ui
    }
}

/// What is to come for a person.
pub(crate) struct Outlook {
    assessed: Rc<Assessed>,
    /// Positions of the questions whose facts could go on, and whether they are taken to.
    going: Vec<(usize, bool)>,
    forecast: Forecast,
    advice: Advice,
}

impl Outlook {
    pub(crate) fn of(assessed: Rc<Assessed>, paused: &[String]) -> Outlook {
        let (scheme, answers, on) = (&assessed.scheme, assessed.supposed(), assessed.assessment.on);
        let goes = |position: usize| !paused.contains(&scheme.questions[position].id);
        let going: Vec<_> = going_on(scheme, answers, on);
        let going: Vec<_> = going.into_iter().map(|one| (one, goes(one))).collect();
        let stopped: Vec<_> = going.iter().filter(|(_, goes)| !goes).map(|(one, _)| *one).collect();
        let forecast = forecast(scheme, answers, on, &stopped);
        let advice = advise(scheme, answers, on);
        Outlook { going, forecast, advice, assessed }
    }
}

/// The plan under form and result.
#[component]
pub(crate) fn Plan(props: &PlanProps) -> Html {
    let outlook = use_state(|| None::<Rc<Outlook>>);
    let make = outlook.clone();
    use_effect_with(props.clone(), move |props: &PlanProps| {
        let (assessed, paused) = (props.assessed.clone(), props.paused.clone());
        let pause =
            Timeout::new(PAUSE, move || make.set(Some(Rc::new(Outlook::of(assessed, &paused)))));
        move || drop(pause)
    });
    // What was made for another scheme says nothing of this one.
    let same =
        |outlook: &&Rc<Outlook>| Rc::ptr_eq(&outlook.assessed.scheme, &props.assessed.scheme);
    let outlook = outlook.as_ref().filter(same);
    render(|markup| {
        markup.optional(outlook, |markup, outlook| write(markup, outlook, props));
    })
}

fn write(markup: &mut Markup, outlook: &Outlook, props: &PlanProps) {
    let phrases = Phrases::new(&outlook.assessed.scheme, props.ui.language);
    markup.element("section", "plan", |markup| {
        markup.static_attr("id", "plan");
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "plan-heading");
        markup.element("h2", "", |markup| {
            markup.static_attr("id", "plan-heading");
            markup.text(phrases.messages.plan);
        });
        advice::advice(markup, outlook, &phrases);
        ahead::ahead(markup, outlook, &phrases, props);
    });
}

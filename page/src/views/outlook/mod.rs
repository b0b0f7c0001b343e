//! What next: computed a moment after the person has paused, so that no answer waits for it.

pub(crate) mod advice;
mod chart;
pub(crate) mod computed;
pub(crate) mod conclusion;
mod events;
pub(crate) mod forecast;
mod pace;
mod plan;

use std::rc::Rc;

use futures_util::future::abortable;
use gloo_timers::future::TimeoutFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::device::later::Arrived;
use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::text::phrases::Phrases;

use computed::Outlook;
pub(crate) use computed::{OutlookOf, OutlookProps};

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 150;

/// Writes the outlook between result and points.
#[inline(never)]
pub(crate) fn later(markup: &mut Markup, props: OutlookProps, _: Arrived) {
    markup.child(html! { <OutlookSection ..props /> });
}

#[component]
fn OutlookSection(props: &OutlookProps) -> Html {
    let outlook = use_state(|| None::<Rc<Outlook>>);
    let set = outlook.clone();
    use_effect_with(props.of.clone(), move |of| {
        let OutlookOf { assessed, paused, ahead } = of.clone();
        let (work, given_up) = abortable(async move {
            TimeoutFuture::new(PAUSE).await;
            let outlook = Outlook::in_slices(assessed, &paused, &ahead, true).await;
            // What follows from it is drawn in a turn of its own.
            TimeoutFuture::new(0).await;
            set.set(Some(Rc::new(outlook)));
        });
        spawn_local(async move {
            // What was given up is of no use any more.
            let _ = work.await;
        });
        move || given_up.abort()
    });
    // What was computed for another scheme says nothing of this one.
    let same =
        |outlook: &&Rc<Outlook>| Rc::ptr_eq(&outlook.assessed.scheme, &props.of.assessed.scheme);
    let outlook = outlook.as_ref().filter(same);
    render(|markup| {
        write_html!(
            markup,
            if let Some(outlook) = outlook {
                {
                    write(markup, outlook, props);
                }
            }
        );
    })
}

pub(crate) fn write(markup: &mut Markup, outlook: &Outlook, props: &OutlookProps) {
    let phrases = Phrases::new(&outlook.assessed.scheme, props.ui.language);
    write_html!(markup,
        section(
            class = "plan", id = "plan", tabindex = "-1", aria-labelledby = "plan-heading",
            // Until what follows from the answers of now has been computed.
            aria-busy = if Rc::ptr_eq(&outlook.assessed, &props.of.assessed) { "false" } else { "true" }
        ) {
            h2(id = "plan-heading") { (phrases.messages.outlook) }
            { advice::advice(markup, outlook, &phrases, &props.ui); }
            { forecast::forecast(markup, outlook, &phrases, props); }
        }
    );
}

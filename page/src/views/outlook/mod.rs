//! What next: computed a moment after the person has paused, so that no answer waits for it.

pub(crate) mod advice;
mod chart;
pub(crate) mod computed;
pub(crate) mod conclusion;
mod events;
pub(crate) mod forecast;
mod plan;

use std::rc::Rc;

use yew::prelude::*;

use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::text::phrases::Phrases;
use crate::widgets::pause::use_pause;

use computed::Outlook;
pub(crate) use computed::OutlookProps;

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 150;

/// Writes the outlook under form and result.
#[component]
pub(crate) fn OutlookSection(props: &OutlookProps) -> Html {
    let outlook = use_state(|| None::<Rc<Outlook>>);
    let set = outlook.clone();
    use_pause(PAUSE, props.clone(), move |props: &OutlookProps| {
        let (assessed, paused) = (props.assessed.clone(), props.paused.clone());
        let ahead = props.ahead.clone();
        Some(move || {
            set.set(Some(Rc::new(Outlook::of(assessed, &paused).followed_by(&ahead))));
        })
    });
    // What was computed for another scheme says nothing of this one.
    let same =
        |outlook: &&Rc<Outlook>| Rc::ptr_eq(&outlook.assessed.scheme, &props.assessed.scheme);
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
        section(class = "plan", id = "plan", tabindex = "-1", aria-labelledby = "plan-heading") {
            h2(id = "plan-heading") { (phrases.messages.outlook) }
            { advice::advice(markup, outlook, &phrases, &props.ui); }
            { forecast::forecast(markup, outlook, &phrases, props); }
        }
    );
}

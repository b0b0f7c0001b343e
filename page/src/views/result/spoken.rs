//! What a screen reader says after a change: one short sentence, once the person has paused.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::elements::markup::render;

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 1_000;

/// A sentence to say once it has stood for a while.
#[derive(PartialEq, Properties)]
pub(crate) struct SpokenProps {
    pub(crate) sentence: String,
}

/// A live region, there from the first moment so that what is put into it later is heard.
#[component]
pub(crate) fn Spoken(props: &SpokenProps) -> Html {
    let said = use_state(String::new);
    let first = use_mut_ref(|| true);
    let phrases = said.clone();
    use_effect_with(props.sentence.clone(), move |sentence: &String| {
        // What stands there when the page opens is read with the page.
        let quiet = first.replace(false);
        let sentence = sentence.clone();
        let pause = (!quiet).then(|| Timeout::new(PAUSE, move || phrases.set(sentence)));
        move || drop(pause)
    });
    render(|markup| {
        markup.element("p", "unseen", |markup| {
            markup.static_attr("id", "spoken");
            markup.static_attr("role", "status");
            markup.text(&said);
        });
    })
}

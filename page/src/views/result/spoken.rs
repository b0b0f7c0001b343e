//! What a screen reader says after a change: one short sentence, once the person has paused.

use jifen::scheme::Language;
use yew::prelude::*;

use crate::elements::markup::render;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::views::examples::before_result;
use crate::views::result::verdict::{headline, points};
use crate::widgets::pause::use_pause;

/// How long a pause is, in milliseconds.
const PAUSE: u32 = 1_000;

/// Returns the result in one short sentence; empty before the first answer.
pub(crate) fn sentence(assessed: &Assessed, language: Language) -> String {
    if !assessed.begun() {
        return String::new();
    }
    let phrases = Phrases::new(&assessed.scheme, language);
    let messages = phrases.messages;
    let example = before_result(assessed, messages);
    let verdict = [&headline(assessed, &phrases), messages.stop].concat();
    if !assessed.counts_points() {
        return example + &verdict;
    }
    let stop = [messages.stop, messages.space].concat();
    example + &points(assessed, &phrases) + &stop + &verdict
}

/// A sentence to say once it has stood for a while.
#[derive(PartialEq, Properties)]
pub(crate) struct SpokenProps {
    pub(crate) sentence: String,
}

/// Writes a live region, there from the first moment so that what is put into it later is heard.
#[component]
pub(crate) fn Spoken(props: &SpokenProps) -> Html {
    let said = use_state(String::new);
    let first = use_mut_ref(|| true);
    let say = said.clone();
    use_pause(PAUSE, props.sentence.clone(), move |sentence: &String| {
        // What stands there when the page opens is read with the page.
        let quiet = first.replace(false);
        let sentence = sentence.clone();
        (!quiet).then_some(move || say.set(sentence))
    });
    render(
        |markup| write_html!(markup, p(class = "unseen", id = "spoken", role = "status", translate = "no") { (*said) }),
    )
}

//! Where a rule comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Citation, Document};
use yew::prelude::*;

use crate::app::say::{Say, day};
use crate::app::words::fill;

/// A citation in full.
pub(crate) fn citation(say: &Say<'_>, cite: &Citation) -> Html {
    let words = say.words;
    let document = cite.document.position().and_then(|one| say.scheme.documents.get(one));
    let readings = cite.readings.iter().enumerate().map(|(place, reading)| {
        let which = if place == 0 { words.reading_used } else { words.reading_other };
        html! { <li><b>{ which }</b>{ words.colon }{ say.text(reading).into_owned() }</li> }
    });
    html! {
        <div class="citation">
            <p>
                <b>{ words.clause }</b>{ words.colon }
                if let Some(document) = document { { title(say, document) } }
                if let Some(article) = &cite.article { { " " }{ say.text(article).into_owned() } }
            </p>
            <p class="quiet">
                <span class="grade">{ say.grade(cite.grade) }</span>
                if let Some(note) = &cite.note { { words.stop }{ words.space }{ say.text(note).into_owned() } }
            </p>
            if !cite.readings.is_empty() { <ul class="readings">{ for readings }</ul> }
        </div>
    }
}

/// A document: title, number, dates, and where it can be read.
pub(crate) fn title(say: &Say<'_>, document: &Document) -> Html {
    let words = say.words;
    let dates = match (document.from, document.to) {
        (Some(from), Some(to)) => {
            Some(fill(words.document_until, &[&day(from, words), &day(to, words)]))
        }
        (Some(from), None) => Some(fill(words.document_dates, &[&day(from, words)])),
        _ => None,
    };
    let about: Vec<String> = document.number.iter().cloned().chain(dates).collect();
    html! {
        <>
            if let Some(url) = &document.url {
                <a href={url.clone()} rel="external noopener noreferrer">{ say.text(&document.title).into_owned() }</a>
            } else {
                { say.text(&document.title).into_owned() }
            }
            if !about.is_empty() {
                { fill(words.in_brackets, &[&about.join(words.comma)]) }
            }
        </>
    }
}

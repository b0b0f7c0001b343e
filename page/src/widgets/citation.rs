//! Where a rule comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Citation, Document};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day};

/// Writes a citation in full.
pub(crate) fn citation(markup: &mut Markup, phrases: &Phrases<'_>, cite: &Citation) {
    let messages = phrases.messages;
    let document = cite.document.position().and_then(|place| phrases.scheme.documents.get(place));
    write_html!(markup,
        div(class = "citation") {
            p {
                b { (messages.clause) }
                (messages.colon)
                if let Some(document) = document {
                    { title(markup, phrases, document); }
                }
                if let Some(article) = &cite.article {
                    (" ")
                    (phrases.text(article))
                }
            }
            p(class = "quiet") {
                span(class = "grade") { (phrases.grade(cite.grade)) }
                if let Some(note) = &cite.note {
                    (messages.stop)
                    (messages.space)
                    (phrases.text(note))
                }
            }
            if !cite.readings.is_empty() {
                ul(class = "readings") {
                    for (place, reading) in cite.readings.iter().enumerate() {
                        let which = if place == 0 { messages.reading_used } else { messages.reading_other };
                        { named(markup, phrases, which, &phrases.text(reading)); }
                    }
                }
            }
        }
    );
}

/// Writes an item of a list that begins with its name.
pub(crate) fn named(markup: &mut Markup, phrases: &Phrases<'_>, name: &str, words: &str) {
    write_html!(markup,
        li {
            b { (name) }
            (phrases.messages.colon)
            (words)
        }
    );
}

/// Writes a document: title, number, dates, and where it can be read.
pub(crate) fn title(markup: &mut Markup, phrases: &Phrases<'_>, document: &Document) {
    let messages = phrases.messages;
    let mut about = Vec::from_iter(document.number.clone());
    match (document.from, document.to) {
        (Some(from), Some(to)) => {
            about
                .push(format(messages.document_until, &[&day(from, messages), &day(to, messages)]));
        }
        (Some(from), None) => about.push(format(messages.document_dates, &[&day(from, messages)])),
        _ => {}
    }
    let title = phrases.text(&document.title);
    write_html!(markup,
        if let Some(url) = &document.url {
            a(href = url, rel = "external noopener noreferrer") { (title) }
        } else {
            (title)
        }
        if !about.is_empty() {
            (format(messages.in_brackets, &[&about.join(messages.comma)]))
        }
    );
}

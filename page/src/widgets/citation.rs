//! Where a rule comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Citation, Document};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day};

/// A citation in full.
pub(crate) fn citation(markup: &mut Markup, phrases: &Phrases<'_>, cite: &Citation) {
    let messages = phrases.messages;
    let document = cite.document.position().and_then(|one| phrases.scheme.documents.get(one));
    markup.element("div", "citation", |markup| {
        markup.element("p", "", |markup| {
            markup.text_element("b", "", messages.clause);
            markup.text(messages.colon);
            if let Some(document) = document {
                title(markup, phrases, document);
            }
            if let Some(article) = &cite.article {
                markup.text(" ");
                markup.text(&phrases.text(article));
            }
        });
        markup.element("p", "quiet", |markup| {
            markup.text_element("span", "grade", phrases.grade(cite.grade));
            if let Some(note) = &cite.note {
                markup.text(messages.stop);
                markup.text(messages.space);
                markup.text(&phrases.text(note));
            }
        });
        if !cite.readings.is_empty() {
            markup.element("ul", "readings", |markup| {
                for (place, reading) in cite.readings.iter().enumerate() {
                    let which =
                        if place == 0 { messages.reading_used } else { messages.reading_other };
                    named(markup, phrases, which, &phrases.text(reading));
                }
            });
        }
    });
}

/// An item of a list that begins with its name.
pub(crate) fn named(markup: &mut Markup, phrases: &Phrases<'_>, name: &str, words: &str) {
    markup.element("li", "", |markup| {
        markup.text_element("b", "", name);
        markup.text(phrases.messages.colon);
        markup.text(words);
    });
}

/// A document: title, number, dates, and where it can be read.
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
    match &document.url {
        Some(url) => markup.element("a", "", |markup| {
            markup.attr("href", url);
            markup.static_attr("rel", "external noopener noreferrer");
            markup.text(&title);
        }),
        None => markup.text(&title),
    }
    if !about.is_empty() {
        markup.text(&format(messages.in_brackets, &[&about.join(messages.comma)]));
    }
}

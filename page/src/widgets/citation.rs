//! Where a rule or a statement comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Basis, Citation, Document, Text};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day};
use crate::widgets::labelled::labelled;

/// Draws the citation of a rule in full.
pub(crate) fn citation(markup: &mut Markup, phrases: &Phrases<'_>, cite: &Citation) {
    let messages = phrases.messages;
    let documents = &phrases.scheme.documents;
    let document = cite.document.position().and_then(|position| documents.get(position));
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
        readings(markup, "readings", &cite.readings, phrases);
    });
}

/// Draws how old a statement of a guide is and how well it was checked.
pub(crate) fn basis(markup: &mut Markup, phrases: &Phrases<'_>, basis: &Basis) {
    let messages = phrases.messages;
    let mut source = format(messages.basis, &[&basis.dated, phrases.grade(basis.grade)]);
    if let Some(note) = &basis.note {
        source = [&source, messages.stop, messages.space, &phrases.text(note)].concat();
    }
    markup.text_element("p", "quiet", &source);
    readings(markup, "readings quiet", &basis.readings, phrases);
}

/// Draws the readings of sources that disagree, the one that is used first; nothing where they agree.
fn readings(markup: &mut Markup, class: &'static str, readings: &[Text], phrases: &Phrases<'_>) {
    if readings.is_empty() {
        return;
    }
    markup.element("ul", class, |markup| {
        for (label, reading) in phrases.readings(readings) {
            labelled(markup, "li", "", phrases.messages, [label, &reading]);
        }
    });
}

/// Draws a document: title, number, dates, and where it can be read.
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

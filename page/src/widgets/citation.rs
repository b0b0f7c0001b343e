//! Where a rule comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Citation, Document};

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day};

/// A citation in full.
pub(crate) fn citation(markup: &mut Markup, say: &Say<'_>, cite: &Citation) {
    let words = say.words;
    let document = cite.document.position().and_then(|one| say.scheme.documents.get(one));
    markup.element("div", "citation", |markup| {
        markup.element("p", "", |markup| {
            markup.text_element("b", "", words.clause);
            markup.text(words.colon);
            if let Some(document) = document {
                title(markup, say, document);
            }
            if let Some(article) = &cite.article {
                markup.text(" ");
                markup.text(&say.text(article));
            }
        });
        markup.element("p", "quiet", |markup| {
            markup.text_element("span", "grade", say.grade(cite.grade));
            if let Some(note) = &cite.note {
                markup.text(words.stop);
                markup.text(words.space);
                markup.text(&say.text(note));
            }
        });
        if !cite.readings.is_empty() {
            markup.element("ul", "readings", |markup| {
                for (place, reading) in cite.readings.iter().enumerate() {
                    let which = if place == 0 { words.reading_used } else { words.reading_other };
                    named(markup, say, which, &say.text(reading));
                }
            });
        }
    });
}

/// An item of a list that begins with its name.
pub(crate) fn named(markup: &mut Markup, say: &Say<'_>, name: &str, words: &str) {
    markup.element("li", "", |markup| {
        markup.text_element("b", "", name);
        markup.text(say.words.colon);
        markup.text(words);
    });
}

/// A document: title, number, dates, and where it can be read.
pub(crate) fn title(markup: &mut Markup, say: &Say<'_>, document: &Document) {
    let words = say.words;
    let mut about = Vec::from_iter(document.number.clone());
    match (document.from, document.to) {
        (Some(from), Some(to)) => {
            about.push(fill(words.document_until, &[&day(from, words), &day(to, words)]));
        }
        (Some(from), None) => about.push(fill(words.document_dates, &[&day(from, words)])),
        _ => {}
    }
    let title = say.text(&document.title);
    match &document.url {
        Some(url) => markup.element("a", "", |markup| {
            markup.attr("href", url);
            markup.static_attr("rel", "external noopener noreferrer");
            markup.text(&title);
        }),
        None => markup.text(&title),
    }
    if !about.is_empty() {
        markup.text(&fill(words.in_brackets, &[&about.join(words.comma)]));
    }
}

//! Where a rule or a statement comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Basis, Citation, Document, Text};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::widgets::labelled::labelled;

/// Writes the citation of a rule in full. Where its readings differ, the first is used.
pub(crate) fn citation(markup: &mut Markup, phrases: &Phrases<'_>, cite: &Citation) {
    citation_of(markup, phrases, cite, false);
}

/// Writes the citation of a rule in full. Where its readings differ, the first is used, or `all` as a range.
pub(crate) fn citation_of(markup: &mut Markup, phrases: &Phrases<'_>, cite: &Citation, all: bool) {
    let messages = phrases.messages;
    let document = cite.document.position();
    let document = document.and_then(|position| phrases.scheme.documents.get(position));
    write_html!(markup,
        div(class = "citation") {
            p {
                b { (phrases.clause(cite.grade)) }
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
                if let Some(sources) = phrases.sources(cite.grade, &cite.sources) {
                    (messages.stop)
                    (messages.space)
                    (sources)
                }
                if let Some(note) = &cite.note {
                    (messages.stop)
                    (messages.space)
                    (phrases.text(note))
                }
            }
            { readings(markup, "readings", &cite.readings, all, phrases); }
        }
    );
}

/// Writes what the total never falls below, where a rule says so, and where that comes from.
pub(crate) fn floor(markup: &mut Markup, phrases: &Phrases<'_>) {
    if let Some(floor) = &phrases.scheme.floor {
        let sentence = format(phrases.messages.total_floor, &[&figure(floor.points)]);
        write_html!(markup, p { (sentence) });
        citation(markup, phrases, &floor.cite);
    }
}

/// Writes how old a statement of a guide is and how well it was checked.
pub(crate) fn basis(markup: &mut Markup, phrases: &Phrases<'_>, basis: &Basis) {
    let messages = phrases.messages;
    let mut source = format(messages.basis, &[&basis.dated, phrases.grade(basis.grade)]);
    let sources = phrases.sources(basis.grade, &basis.sources);
    let note = basis.note.as_ref().map(|note| phrases.text(note).into_owned());
    for more in sources.into_iter().chain(note) {
        source = [&source, messages.stop, messages.space, &more].concat();
    }
    write_html!(markup, p(class = "quiet") { (source) });
    readings(markup, "readings quiet", &basis.readings, false, phrases);
}

/// Writes the readings of sources that disagree, the one that is used first unless `all` are; nothing where they agree.
fn readings(
    markup: &mut Markup,
    class: &'static str,
    readings: &[Text],
    all: bool,
    phrases: &Phrases<'_>,
) {
    if readings.is_empty() {
        return;
    }
    write_html!(markup,
        ul(class = class) {
            for (label, reading) in phrases.readings(readings, all) {
                { labelled(markup, "li", "", phrases.messages, [label, &reading]); }
            }
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

//! Where a rule comes from and how well that was checked, in words a person understands.

use jifen::scheme::{Citation, Document};

use crate::app::say::{Say, day};
use crate::app::sheet::Sheet;
use crate::app::words::fill;

/// A citation in full.
pub(crate) fn citation(sheet: &mut Sheet, say: &Say<'_>, cite: &Citation) {
    let words = say.words;
    let document = cite.document.position().and_then(|one| say.scheme.documents.get(one));
    sheet.tag("div", "citation", |sheet| {
        sheet.tag("p", "", |sheet| {
            sheet.line("b", "", words.clause);
            sheet.text(words.colon);
            if let Some(document) = document {
                title(sheet, say, document);
            }
            if let Some(article) = &cite.article {
                sheet.text(" ");
                sheet.text(&say.text(article));
            }
        });
        sheet.tag("p", "quiet", |sheet| {
            sheet.line("span", "grade", say.grade(cite.grade));
            if let Some(note) = &cite.note {
                sheet.text(words.stop);
                sheet.text(words.space);
                sheet.text(&say.text(note));
            }
        });
        if !cite.readings.is_empty() {
            sheet.tag("ul", "readings", |sheet| {
                for (place, reading) in cite.readings.iter().enumerate() {
                    let which = if place == 0 { words.reading_used } else { words.reading_other };
                    named(sheet, say, which, &say.text(reading));
                }
            });
        }
    });
}

/// An item of a list that begins with its name.
pub(crate) fn named(sheet: &mut Sheet, say: &Say<'_>, name: &str, words: &str) {
    sheet.tag("li", "", |sheet| {
        sheet.line("b", "", name);
        sheet.text(say.words.colon);
        sheet.text(words);
    });
}

/// A document: title, number, dates, and where it can be read.
pub(crate) fn title(sheet: &mut Sheet, say: &Say<'_>, document: &Document) {
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
        Some(url) => sheet.tag("a", "", |sheet| {
            sheet.set("href", url);
            sheet.fixed("rel", "external noopener noreferrer");
            sheet.text(&title);
        }),
        None => sheet.text(&title),
    }
    if !about.is_empty() {
        sheet.text(&fill(words.in_brackets, &[&about.join(words.comma)]));
    }
}

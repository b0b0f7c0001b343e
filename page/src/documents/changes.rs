//! What the editions of a scheme have otherwise than each other, as a document to read.

use jifen::scheme::{EditionKind, Editions, Language, Scheme};

use crate::documents::document::{Document, LANGUAGES, anchor, file_name, link_to_other_language};
use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::text::messages::{format, messages, reading_messages};
use crate::text::phrases::Phrases;
use crate::views::changes;
use crate::widgets::citation::citation;

/// Returns the name of the document, among those of a scheme, without language and ending.
pub(super) fn name(scheme: &str) -> String {
    [scheme, "-changes"].concat()
}

/// Returns the documents of every scheme that has more than one edition, by their file names.
pub(super) fn documents(schemes: &[Editions], policy: &str, loads: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for editions in schemes.iter().filter(|editions| !editions.others.is_empty()) {
        for language in LANGUAGES {
            let file = file_name(&name(&editions.whole.id), language);
            files.push((file, document(editions, language, policy, loads)));
        }
    }
    files
}

/// The pairs that people compare: each adopted edition with the next, and the last of them with each draft.
fn pairs(editions: &Editions) -> Vec<(&Scheme, &Scheme)> {
    let is_draft = |scheme: &&&Scheme| scheme.edition.kind == EditionKind::Draft;
    let in_time = editions.in_time();
    let adopted: Vec<&Scheme> = in_time.iter().filter(|it| !is_draft(it)).copied().collect();
    let neighbours = adopted.windows(2).map(|pair| (pair[0], pair[1]));
    let last = adopted.last().copied().unwrap_or(&editions.whole);
    let drafts = in_time.iter().filter(is_draft).map(|draft| (last, *draft));
    neighbours.chain(drafts).collect()
}

fn document(editions: &Editions, language: Language, policy: &str, loads: &str) -> String {
    let (scheme, messages) = (&editions.whole, reading_messages(language));
    let title = format(messages.changes_of, &[scheme.name.read(language)]);
    let body = render(|markup| {
        write_html!(markup,
            nav {
                { anchor(markup, &file_name(&scheme.id, language), scheme.name.read(language)); }
                { link_to_other_language(markup, &name(&scheme.id), language); }
            }
            main {
                h1 { (title) }
                for (from, to) in pairs(editions) {
                    { between(markup, from, to, language); }
                }
            }
        );
    });
    Document { title: &title, language, policy, loads, body }.into_html()
}

/// Writes what changes between two editions.
fn between(markup: &mut Markup, from: &Scheme, to: &Scheme, language: Language) {
    let messages = messages(language);
    let names = [from, to].map(|scheme| scheme.edition.name.read(language));
    let is_draft = to.edition.kind == EditionKind::Draft;
    let phrases = [from, to].map(|scheme| Phrases::new(scheme, language));
    write_html!(markup,
        section(id = &to.edition.id) {
            h2 { (format(messages.from_to, &names)) }
            if is_draft {
                p(class = "warning") { (messages.if_adopted) }
            }
            { citation(markup, &phrases[1], &to.edition.cite); }
            { changes::between(markup, "h3", [from, to], &phrases); }
        }
    );
}

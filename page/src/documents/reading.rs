//! The rules as documents to read: complete, without scripts, for print, for search engines, and for browsers that
//! cannot run the page.

use jifen::link::Link;
use jifen::scheme::{Condition, Document, Group, Guide, Language, Scheme};
use yew::Html;

use crate::documents::first_paint::text;
use crate::elements::markup::{Markup, render};
use crate::text::messages::{format, messages};
use crate::text::phrases::{Phrases, figure};
use crate::views::edition::edition;
use crate::views::guide;
use crate::views::result::indicators::{GROUPS, cap};
use crate::views::result::notices::left_out;
use crate::widgets::citation::{citation, title};
use crate::widgets::table::tables;

pub(super) const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"reading.css\">";

/// Every document, by file name: each scheme in both languages, and a list of them in both.
pub(crate) fn documents(schemes: &[Scheme], guides: &[Guide]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        for (scheme, guide) in schemes.iter().zip(guides) {
            files.push((file(&scheme.id, language), scheme_document(scheme, guide, language)));
        }
        files.push((file("index", language), index(schemes, language)));
    }
    files
}

pub(super) fn file(id: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{id}.html"),
        Language::En => format!("{id}.en.html"),
    }
}

fn other(language: Language) -> Language {
    match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    }
}

/// One scheme in one language.
fn scheme_document(scheme: &Scheme, guide: &Guide, language: Language) -> String {
    let phrases = Phrases::new(scheme, language);
    let messages = phrases.messages;
    let heading = format(messages.rules_of, &[&phrases.text(&scheme.name)]);
    let body = render(|markup| {
        ways_on(markup, &scheme.id, language);
        markup.element("main", "", |markup| {
            markup.text_element("h1", "", &heading);
            edition(markup, scheme, scheme.edition.checked, &phrases);
            markup.text_element("h2", "", messages.rules_line);
            line(markup, &phrases);
            markup.text_element("h2", "", messages.conditions);
            for one in &scheme.conditions {
                condition(markup, one, &phrases);
            }
            for group in GROUPS {
                indicators(markup, group, &phrases);
            }
            if !scheme.combinations.is_empty() {
                markup.text_element("h2", "", messages.rules_together);
            }
            for one in &scheme.combinations {
                section(markup, &one.id, |markup| {
                    markup.text_element("p", "", &phrases.text(&one.rule));
                    citation(markup, &phrases, &one.cite);
                });
            }
            left_out(markup, &phrases);
            markup.text_element("h2", "", messages.notices);
            for one in &scheme.notices {
                section(markup, &one.id, |markup| {
                    markup.text_element("h3", "", &phrases.text(&one.name));
                    markup.text_element("p", "", &phrases.text(&one.text));
                    citation(markup, &phrases, &one.cite);
                });
            }
            guide::document(markup, guide, &phrases);
            markup.text_element("h2", "", messages.rules_documents);
            for one in &scheme.documents {
                document(markup, one, &phrases);
            }
        });
    });
    page(&heading, language, POLICY, STYLE, body)
}

/// The list of all schemes.
fn index(schemes: &[Scheme], language: Language) -> String {
    let messages = messages(language);
    let body = render(|markup| {
        ways_on(markup, "index", language);
        markup.element("main", "", |markup| {
            markup.text_element("h1", "", messages.rules_index);
            markup.text_element("p", "", messages.rules_index_text);
            markup.element("ul", "", |markup| {
                for scheme in schemes {
                    markup.element("li", "", |markup| {
                        link(markup, &file(&scheme.id, language), scheme.name.read(language));
                        markup.text(" · ");
                        markup.text(scheme.edition.name.read(language));
                    });
                }
            });
        });
    });
    page(messages.rules_index, language, POLICY, STYLE, body)
}

fn ways_on(markup: &mut Markup, id: &str, language: Language) {
    let messages = messages(language);
    let scheme = Some(id).filter(|id| *id != "index");
    markup.element("nav", "", |markup| {
        link(markup, &["../", &estimate(scheme, language)].concat(), messages.rules_estimate);
        if id != "index" {
            link(markup, &file("index", language), messages.rules_index);
        }
        in_other_language(markup, id, language);
    });
}

/// The fragment with which the estimator opens on a scheme, or on the first, in a language; empty where it does so
/// anyhow.
pub(super) fn estimate(scheme: Option<&str>, language: Language) -> String {
    if scheme.is_none() && language == Language::default() {
        return String::new();
    }
    let scheme = scheme.map(str::to_owned);
    let link = Link { scheme, language: Some(language), ..Link::default() };
    ["#", &link.write()].concat()
}

/// The way to the same document in the other language.
pub(super) fn in_other_language(markup: &mut Markup, id: &str, language: Language) {
    let there = other(language);
    markup.element("a", "", |markup| {
        markup.attr("href", &file(id, there));
        markup.static_attr("lang", tag(there));
        markup.static_attr("hreflang", tag(there));
        markup.text(messages(language).rules_other_language);
    });
}

pub(super) fn link(markup: &mut Markup, address: &str, words: &str) {
    markup.element("a", "", |markup| {
        markup.attr("href", address);
        markup.text(words);
    });
}

fn section(markup: &mut Markup, id: &str, write: impl FnOnce(&mut Markup)) {
    markup.element("section", "", |markup| {
        markup.attr("id", id);
        write(markup);
    });
}

fn line(markup: &mut Markup, phrases: &Phrases<'_>) {
    let line = &phrases.scheme.line;
    let name = phrases.text(&line.name);
    section(markup, "line", |markup| {
        match line.threshold {
            Some(points) => {
                markup.text_element(
                    "p",
                    "",
                    &[&name, phrases.messages.colon, &phrases.points(points)].concat(),
                );
            }
            None => markup.text_element("p", "", &name),
        }
        citation(markup, phrases, &line.cite);
        if line.ranking.is_some() {
            markup.text_element("h3", "", phrases.messages.rules_cutoffs);
            markup.element("table", "", |markup| {
                markup.element("tbody", "", |markup| {
                    for one in line.cutoffs() {
                        markup.element("tr", "", |markup| {
                            markup.element("th", "", |markup| {
                                markup.static_attr("scope", "row");
                                markup.text(&one.round);
                            });
                            markup.text_element("td", "", &figure(one.points));
                            markup.text_element("td", "", phrases.grade(one.cite.grade));
                        });
                    }
                });
            });
        }
    });
}

fn condition(markup: &mut Markup, condition: &Condition, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let name = phrases.text(&condition.name);
    let veto =
        if condition.veto { format(messages.in_brackets, &[messages.veto]) } else { String::new() };
    section(markup, &condition.id, |markup| {
        markup.text_element("h3", "", &[&name, veto.as_str()].concat());
        markup.text_element("p", "", &phrases.text(&condition.rule));
        markup.element("p", "", |markup| {
            markup.text_element("b", "", messages.cure);
            markup.text(messages.colon);
            markup.text(&phrases.text(&condition.cure));
        });
        citation(markup, phrases, &condition.cite);
    });
}

fn indicators(markup: &mut Markup, group: Group, phrases: &Phrases<'_>) {
    let all = &phrases.scheme.indicators;
    if all.iter().any(|one| one.group == group) {
        markup.text_element("h2", "", phrases.group(group));
    }
    for one in all.iter().filter(|one| one.group == group) {
        section(markup, &one.id, |markup| {
            markup.text_element("h3", "", &phrases.text(&one.name));
            markup.text_element("p", "", &phrases.text(&one.rule));
            tables(markup, &one.score, &[], phrases);
            cap(markup, one, phrases);
            citation(markup, phrases, &one.cite);
        });
    }
}

fn document(markup: &mut Markup, document: &Document, phrases: &Phrases<'_>) {
    section(markup, &document.id, |markup| {
        markup.element("h3", "", |markup| title(markup, phrases, document));
        markup.text_element(
            "p",
            "quiet",
            &[phrases.grade(document.grade), phrases.messages.stop].concat(),
        );
        if let Some(note) = &document.note {
            markup.text_element("p", "", &phrases.text(note));
        }
    });
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    }
}

/// A document; `head` is what it loads, and its policy allows.
pub(super) fn page(
    heading: &str,
    language: Language,
    policy: &str,
    head: &str,
    body: Html,
) -> String {
    let title = text(render(|markup| markup.text_element("title", "", heading)));
    let tag = tag(language);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         {head}\n</head>\n<body>{}</body>\n</html>\n",
        text(body)
    )
}

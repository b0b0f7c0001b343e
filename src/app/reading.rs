//! The rules as documents to read: complete, without scripts, for print, for search engines, and for browsers that
//! cannot run the page.

use jifen::link::Link;
use jifen::scheme::{Condition, Document, Group, Guide, Language, Scheme};
use yew::Html;

use super::edition::edition;
use super::guide;
use super::render::text;
use super::result::citation::{citation, title};
use super::result::indicators::{GROUPS, cap};
use super::result::notices::left_out;
use super::result::table::tables;
use super::say::{Say, figure};
use super::sheet::{Sheet, sheet};
use super::words::{fill, words};

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
    let say = Say::new(scheme, language);
    let words = say.words;
    let heading = fill(words.rules_of, &[&say.text(&scheme.name)]);
    let body = sheet(|sheet| {
        ways_on(sheet, &scheme.id, language);
        sheet.tag("main", "", |sheet| {
            sheet.line("h1", "", &heading);
            edition(sheet, scheme, scheme.edition.checked, &say);
            sheet.line("h2", "", words.rules_line);
            line(sheet, &say);
            sheet.line("h2", "", words.conditions);
            for one in &scheme.conditions {
                condition(sheet, one, &say);
            }
            for group in GROUPS {
                indicators(sheet, group, &say);
            }
            if !scheme.together.is_empty() {
                sheet.line("h2", "", words.rules_together);
            }
            for one in &scheme.together {
                section(sheet, &one.id, |sheet| {
                    sheet.line("p", "", &say.text(&one.rule));
                    citation(sheet, &say, &one.cite);
                });
            }
            left_out(sheet, &say);
            sheet.line("h2", "", words.notices);
            for one in &scheme.notices {
                section(sheet, &one.id, |sheet| {
                    sheet.line("h3", "", &say.text(&one.name));
                    sheet.line("p", "", &say.text(&one.text));
                    citation(sheet, &say, &one.cite);
                });
            }
            guide::document(sheet, guide, &say);
            sheet.line("h2", "", words.rules_documents);
            for one in &scheme.documents {
                document(sheet, one, &say);
            }
        });
    });
    page(&heading, language, POLICY, STYLE, body)
}

/// The list of all schemes.
fn index(schemes: &[Scheme], language: Language) -> String {
    let words = words(language);
    let body = sheet(|sheet| {
        ways_on(sheet, "index", language);
        sheet.tag("main", "", |sheet| {
            sheet.line("h1", "", words.rules_index);
            sheet.line("p", "", words.rules_index_text);
            sheet.tag("ul", "", |sheet| {
                for scheme in schemes {
                    sheet.tag("li", "", |sheet| {
                        link(sheet, &file(&scheme.id, language), scheme.name.read(language));
                        sheet.text(" · ");
                        sheet.text(scheme.edition.name.read(language));
                    });
                }
            });
        });
    });
    page(words.rules_index, language, POLICY, STYLE, body)
}

fn ways_on(sheet: &mut Sheet, id: &str, language: Language) {
    let words = words(language);
    let scheme = Some(id).filter(|id| *id != "index");
    sheet.tag("nav", "", |sheet| {
        link(sheet, &["../", &estimate(scheme, language)].concat(), words.rules_estimate);
        if id != "index" {
            link(sheet, &file("index", language), words.rules_index);
        }
        in_other_language(sheet, id, language);
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
pub(super) fn in_other_language(sheet: &mut Sheet, id: &str, language: Language) {
    let there = other(language);
    sheet.tag("a", "", |sheet| {
        sheet.set("href", &file(id, there));
        sheet.fixed("lang", tag(there));
        sheet.fixed("hreflang", tag(there));
        sheet.text(words(language).rules_other_language);
    });
}

pub(super) fn link(sheet: &mut Sheet, address: &str, words: &str) {
    sheet.tag("a", "", |sheet| {
        sheet.set("href", address);
        sheet.text(words);
    });
}

fn section(sheet: &mut Sheet, id: &str, write: impl FnOnce(&mut Sheet)) {
    sheet.tag("section", "", |sheet| {
        sheet.set("id", id);
        write(sheet);
    });
}

fn line(sheet: &mut Sheet, say: &Say<'_>) {
    let line = &say.scheme.line;
    let name = say.text(&line.name);
    let cutoffs = line.ranking.iter().flat_map(|ranking| &ranking.cutoffs);
    section(sheet, "line", |sheet| {
        match line.threshold {
            Some(points) => {
                sheet.line("p", "", &[&name, say.words.colon, &say.points(points)].concat());
            }
            None => sheet.line("p", "", &name),
        }
        citation(sheet, say, &line.cite);
        if line.ranking.is_some() {
            sheet.line("h3", "", say.words.rules_cutoffs);
            sheet.tag("table", "", |sheet| {
                sheet.tag("tbody", "", |sheet| {
                    for one in cutoffs {
                        sheet.tag("tr", "", |sheet| {
                            sheet.tag("th", "", |sheet| {
                                sheet.fixed("scope", "row");
                                sheet.text(&one.round);
                            });
                            sheet.line("td", "", &figure(one.points));
                            sheet.line("td", "", say.grade(one.cite.grade));
                        });
                    }
                });
            });
        }
    });
}

fn condition(sheet: &mut Sheet, condition: &Condition, say: &Say<'_>) {
    let words = say.words;
    let name = say.text(&condition.name);
    let veto = if condition.veto { fill(words.in_brackets, &[words.veto]) } else { String::new() };
    section(sheet, &condition.id, |sheet| {
        sheet.line("h3", "", &[&name, veto.as_str()].concat());
        sheet.line("p", "", &say.text(&condition.rule));
        sheet.tag("p", "", |sheet| {
            sheet.line("b", "", words.cure);
            sheet.text(words.colon);
            sheet.text(&say.text(&condition.cure));
        });
        citation(sheet, say, &condition.cite);
    });
}

fn indicators(sheet: &mut Sheet, group: Group, say: &Say<'_>) {
    let all = &say.scheme.indicators;
    if all.iter().any(|one| one.group == group) {
        sheet.line("h2", "", say.group(group));
    }
    for one in all.iter().filter(|one| one.group == group) {
        section(sheet, &one.id, |sheet| {
            sheet.line("h3", "", &say.text(&one.name));
            sheet.line("p", "", &say.text(&one.rule));
            tables(sheet, &one.score, &[], say);
            cap(sheet, one, say);
            citation(sheet, say, &one.cite);
        });
    }
}

fn document(sheet: &mut Sheet, document: &Document, say: &Say<'_>) {
    section(sheet, &document.id, |sheet| {
        sheet.tag("h3", "", |sheet| title(sheet, say, document));
        sheet.line("p", "quiet", &[say.grade(document.grade), say.words.stop].concat());
        if let Some(note) = &document.note {
            sheet.line("p", "", &say.text(note));
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
    let title = text(sheet(|sheet| sheet.line("title", "", heading)));
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

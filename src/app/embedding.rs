//! The page for those who want the estimator on a page of their own: choices, the code for them, and a preview.
//! web/configure.js does the choosing; what the code may say is readable without it.

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Language};

use super::reading::{LANGUAGES, estimate, file, in_other_language, link, page};
use super::sheet::{Sheet, sheet};
use super::words::{EmbedWords, embed_words, words};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; \
                      form-action 'none'";
const HEAD: &str = "<link rel=\"stylesheet\" href=\"rules/reading.css\">\n\
                    <link rel=\"stylesheet\" href=\"configure.css\">\n\
                    <script defer src=\"embed.js\"></script>\n\
                    <script type=\"module\" src=\"configure.js\"></script>";

/// The colour that the page has where nobody wants another: that of style/tokens.css.
const ACCENT: &str = "#0f5f66";

/// The document in both languages, by file name.
pub(crate) fn documents(catalogue: &Catalogue) -> Vec<(String, String)> {
    let document = |language| (file("embed", language), document(catalogue, language));
    LANGUAGES.map(document).into()
}

fn document(catalogue: &Catalogue, language: Language) -> String {
    let words = embed_words(language);
    let body = sheet(|sheet| {
        ways_on(sheet, language);
        sheet.tag("main", "", |sheet| {
            sheet.line("h1", "", words.title);
            sheet.line("p", "", words.text);
            sheet.tag("noscript", "", |sheet| sheet.line("p", "warning", words.no_script));
            sheet.tag("div", "", |sheet| {
                sheet.fixed("id", "configurator");
                sheet.fixed("hidden", "");
                choices(sheet, catalogue, language);
                code(sheet, words);
                sheet.line("h2", "", words.preview);
                sheet.tag("div", "", |sheet| sheet.fixed("id", "preview"));
            });
            details(sheet, catalogue, language);
        });
    });
    page(words.title, language, POLICY, HEAD, body)
}

fn ways_on(sheet: &mut Sheet, language: Language) {
    let estimate = ["./", &estimate(None, language)].concat();
    sheet.tag("nav", "", |sheet| {
        link(sheet, &estimate, words(language).rules_estimate);
        in_other_language(sheet, "embed", language);
    });
}

fn choices(sheet: &mut Sheet, catalogue: &Catalogue, language: Language) {
    let words = embed_words(language);
    let schemes: Vec<[&str; 2]> = schemes(catalogue, language);
    sheet.line("h2", "", words.choices);
    sheet.tag("form", "", |sheet| {
        sheet.fixed("id", "choices");
        choice(sheet, "kind", words.kind, |sheet| {
            let kinds = [
                ["script", words.kind_script],
                ["element", words.kind_element],
                ["plain", words.kind_plain],
            ];
            list(sheet, "kind", &kinds, "script");
        });
        choice(sheet, "scheme", words.scheme, |sheet| {
            list(sheet, "scheme", &schemes, schemes.first().map_or("", |[id, _]| id));
        });
        choice(sheet, "language", words.language, |sheet| {
            let chosen = if language == Language::En { "en" } else { "zh" };
            list(sheet, "language", &[["zh", "中文"], ["en", "English"]], chosen);
        });
        choice(sheet, "accent", words.accent, |sheet| {
            input(sheet, "accent", &[("type", "color"), ("value", ACCENT)]);
        });
        choice(sheet, "width", words.width, |sheet| {
            let range = [
                ("type", "number"),
                ("min", "240"),
                ("max", "1600"),
                ("step", "any"),
                ("value", "640"),
            ];
            input(sheet, "width", &range);
        });
    });
    for (id, help) in [("accent-help", words.accent_help), ("width-help", words.width_help)] {
        sheet.tag("p", "quiet", |sheet| {
            sheet.fixed("id", id);
            sheet.text(help);
        });
    }
}

fn choice(sheet: &mut Sheet, id: &'static str, name: &str, write: impl FnOnce(&mut Sheet)) {
    sheet.tag("p", "", |sheet| {
        sheet.tag("label", "", |sheet| {
            sheet.fixed("for", id);
            sheet.text(name);
        });
        write(sheet);
    });
}

fn list(sheet: &mut Sheet, id: &'static str, options: &[[&str; 2]], chosen: &str) {
    sheet.tag("select", "", |sheet| {
        sheet.fixed("id", id);
        sheet.fixed("name", id);
        for [value, name] in options {
            sheet.tag("option", "", |sheet| {
                sheet.set("value", value);
                if *value == chosen {
                    sheet.fixed("selected", "");
                }
                sheet.text(name);
            });
        }
    });
}

fn input(sheet: &mut Sheet, id: &'static str, attributes: &[(&'static str, &'static str)]) {
    sheet.tag("input", "", |sheet| {
        sheet.fixed("id", id);
        sheet.fixed("name", id);
        sheet.set("aria-describedby", &[id, "-help"].concat());
        for (name, value) in attributes {
            sheet.fixed(name, value);
        }
    });
}

fn code(sheet: &mut Sheet, words: &EmbedWords) {
    sheet.line("h2", "", words.code);
    sheet.tag("pre", "", |sheet| {
        sheet.fixed("tabindex", "0");
        sheet.fixed("role", "region");
        sheet.set("aria-label", words.code);
        sheet.tag("code", "", |sheet| sheet.fixed("id", "code"));
    });
    sheet.tag("p", "", |sheet| {
        sheet.tag("button", "", |sheet| {
            sheet.fixed("type", "button");
            sheet.fixed("id", "copy");
            sheet.text(words.copy);
        });
        sheet.text(" ");
        sheet.tag("span", "", |sheet| {
            sheet.fixed("role", "status");
            sheet.fixed("id", "copied");
            sheet.set("data-copied", words.copied);
            sheet.set("data-selected", words.selected);
        });
    });
}

fn details(sheet: &mut Sheet, catalogue: &Catalogue, language: Language) {
    let words = embed_words(language);
    sheet.line("h2", "", words.details);
    sheet.line("p", "", words.details_text);
    sheet.tag("table", "", |sheet| {
        sheet.tag("thead", "", |sheet| {
            sheet.tag("tr", "", |sheet| {
                sheet.columns(&[words.column_script, words.column_element, words.column_value]);
            });
        });
        sheet.tag("tbody", "", |sheet| {
            attribute(sheet, ["data-scheme", "scheme"], |sheet| {
                sheet.line("p", "", words.value_scheme);
                sheet.tag("ul", "", |sheet| {
                    for [id, name] in schemes(catalogue, language) {
                        sheet.tag("li", "", |sheet| {
                            sheet.line("code", "", id);
                            sheet.text(" ");
                            sheet.text(name);
                        });
                    }
                });
            });
            attribute(sheet, ["data-language", "language"], |sheet| {
                sheet.text(words.value_language)
            });
            attribute(sheet, ["data-accent", "accent"], |sheet| sheet.text(words.value_accent));
        });
    });
    sheet.line("p", "", words.policy);
    sheet.tag("pre", "", |sheet| {
        sheet.tag("code", "", |sheet| {
            sheet.fixed("id", "policy");
            sheet.text("script-src https://…; frame-src https://…");
        });
    });
}

fn attribute(sheet: &mut Sheet, names: [&'static str; 2], write: impl FnOnce(&mut Sheet)) {
    sheet.tag("tr", "", |sheet| {
        for name in names {
            sheet.tag("td", "", |sheet| sheet.line("code", "", name));
        }
        sheet.tag("td", "", write);
    });
}

/// Everything that can be open, with its name.
fn schemes(catalogue: &Catalogue, language: Language) -> Vec<[&str; 2]> {
    let schemes = catalogue.entries.iter();
    let mut schemes: Vec<[&str; 2]> =
        schemes.map(|entry| [entry.id.as_str(), entry.name.read(language)]).collect();
    schemes.push([COMPARE, words(language).compare]);
    schemes
}

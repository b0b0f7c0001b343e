//! The page for those who want the estimator on a page of their own: choices, the code for them, and a preview.
//! web/configure.js does the choosing; what the code may say is readable without it.

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Language};

use crate::documents::document::{
    Document, LANGUAGES, estimator_fragment, file_name, link, link_to_other_language,
};
use crate::elements::markup::{Markup, render};
use crate::text::messages::{EmbedMessages, embed_messages, messages};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; \
                      form-action 'none'";
const LOADS: &str = "<link rel=\"stylesheet\" href=\"rules/reading.css\">\n\
                    <link rel=\"stylesheet\" href=\"configure.css\">\n\
                    <script defer src=\"embed.js\"></script>\n\
                    <script type=\"module\" src=\"configure.js\"></script>";

/// The colour that the page has where nobody wants another: that of style/tokens.css.
const ACCENT: &str = "#0f5f66";

/// Returns the document in both languages, by its file name.
pub(super) fn documents(catalogue: &Catalogue) -> Vec<(String, String)> {
    let document = |language| (file_name("embed", language), document(catalogue, language));
    LANGUAGES.map(document).into()
}

fn document(catalogue: &Catalogue, language: Language) -> String {
    let messages = embed_messages(language);
    let body = render(|markup| {
        navigation(markup, language);
        markup.element("main", "", |markup| {
            markup.text_element("h1", "", messages.title);
            markup.text_element("p", "", messages.text);
            markup.element("noscript", "", |markup| {
                markup.text_element("p", "warning", messages.no_script)
            });
            markup.element("div", "", |markup| {
                markup.static_attr("id", "configurator");
                markup.static_attr("hidden", "");
                choices(markup, catalogue, language);
                embed_code(markup, messages);
                markup.text_element("h2", "", messages.preview);
                markup.element("div", "", |markup| markup.static_attr("id", "preview"));
            });
            reference(markup, catalogue, language);
        });
    });
    Document { title: messages.title, language, policy: POLICY, loads: LOADS, body }.into_html()
}

/// Writes the ways to the estimator and to the other language.
fn navigation(markup: &mut Markup, language: Language) {
    let estimator = ["./", &estimator_fragment(None, language)].concat();
    markup.element("nav", "", |markup| {
        link(markup, &estimator, messages(language).rules_estimate);
        link_to_other_language(markup, "embed", language);
    });
}

/// Writes the choices, which web/configure.js reads.
fn choices(markup: &mut Markup, catalogue: &Catalogue, language: Language) {
    let messages = embed_messages(language);
    let schemes: Vec<[&str; 2]> = schemes(catalogue, language);
    markup.text_element("h2", "", messages.choices);
    markup.element("form", "", |markup| {
        markup.static_attr("id", "choices");
        choice(markup, "kind", messages.kind, |markup| {
            let kinds = [
                ["script", messages.kind_script],
                ["element", messages.kind_element],
                ["plain", messages.kind_plain],
            ];
            select(markup, "kind", &kinds, "script");
        });
        choice(markup, "scheme", messages.scheme, |markup| {
            select(markup, "scheme", &schemes, schemes.first().map_or("", |[id, _]| id));
        });
        choice(markup, "language", messages.language, |markup| {
            let chosen = if language == Language::En { "en" } else { "zh" };
            select(markup, "language", &[["zh", "中文"], ["en", "English"]], chosen);
        });
        choice(markup, "accent", messages.accent, |markup| {
            input(markup, "accent", &[("type", "color"), ("value", ACCENT)]);
        });
        choice(markup, "width", messages.width, |markup| {
            let range = [
                ("type", "number"),
                ("min", "240"),
                ("max", "1600"),
                ("step", "any"),
                ("value", "640"),
            ];
            input(markup, "width", &range);
        });
    });
    for (id, help) in [("accent-help", messages.accent_help), ("width-help", messages.width_help)] {
        markup.element("p", "quiet", |markup| {
            markup.static_attr("id", id);
            markup.text(help);
        });
    }
}

/// Writes a choice under its name.
fn choice(markup: &mut Markup, id: &'static str, name: &str, write: impl FnOnce(&mut Markup)) {
    markup.element("p", "", |markup| {
        markup.element("label", "", |markup| {
            markup.static_attr("for", id);
            markup.text(name);
        });
        write(markup);
    });
}

/// Writes a list to choose from, with the value that is chosen at first.
fn select(markup: &mut Markup, id: &'static str, options: &[[&str; 2]], chosen: &str) {
    markup.element("select", "", |markup| {
        markup.static_attr("id", id);
        markup.static_attr("name", id);
        for [value, name] in options {
            markup.element("option", "", |markup| {
                markup.attr("value", value);
                if *value == chosen {
                    markup.static_attr("selected", "");
                }
                markup.text(name);
            });
        }
    });
}

/// Writes a field to choose in, which a paragraph of help describes.
fn input(markup: &mut Markup, id: &'static str, attributes: &[(&'static str, &'static str)]) {
    markup.element("input", "", |markup| {
        markup.static_attr("id", id);
        markup.static_attr("name", id);
        markup.attr("aria-describedby", &[id, "-help"].concat());
        for (name, value) in attributes {
            markup.static_attr(name, value);
        }
    });
}

/// Writes the place of the code, and the button that copies it.
fn embed_code(markup: &mut Markup, messages: &EmbedMessages) {
    markup.text_element("h2", "", messages.code);
    markup.element("pre", "", |markup| {
        markup.static_attr("tabindex", "0");
        markup.static_attr("role", "region");
        markup.attr("aria-label", messages.code);
        markup.element("code", "", |markup| markup.static_attr("id", "code"));
    });
    markup.element("p", "", |markup| {
        markup.element("button", "", |markup| {
            markup.static_attr("type", "button");
            markup.static_attr("id", "copy");
            markup.text(messages.copy);
        });
        markup.text(" ");
        markup.element("span", "", |markup| {
            markup.static_attr("role", "status");
            markup.static_attr("id", "copied");
            markup.attr("data-copied", messages.copied);
            markup.attr("data-selected", messages.selected);
        });
    });
}

/// Writes what the code may say, for who writes it by hand.
fn reference(markup: &mut Markup, catalogue: &Catalogue, language: Language) {
    let messages = embed_messages(language);
    markup.text_element("h2", "", messages.details);
    markup.text_element("p", "", messages.details_text);
    markup.element("table", "", |markup| {
        markup.element("thead", "", |markup| {
            markup.element("tr", "", |markup| {
                markup.column_heads(&[
                    messages.column_script,
                    messages.column_element,
                    messages.column_value,
                ]);
            });
        });
        markup.element("tbody", "", |markup| {
            attribute(markup, ["data-scheme", "scheme"], |markup| {
                markup.text_element("p", "", messages.value_scheme);
                markup.element("ul", "", |markup| {
                    for [id, name] in schemes(catalogue, language) {
                        markup.element("li", "", |markup| {
                            markup.text_element("code", "", id);
                            markup.text(" ");
                            markup.text(name);
                        });
                    }
                });
            });
            attribute(markup, ["data-language", "language"], |markup| {
                markup.text(messages.value_language)
            });
            attribute(markup, ["data-accent", "accent"], |markup| {
                markup.text(messages.value_accent)
            });
        });
    });
    markup.text_element("p", "", messages.policy);
    markup.element("pre", "", |markup| {
        markup.element("code", "", |markup| {
            markup.static_attr("id", "policy");
            markup.text("script-src https://…; frame-src https://…");
        });
    });
}

/// Writes a row: an attribute as the script tag and as the element names it, and its value.
fn attribute(markup: &mut Markup, names: [&'static str; 2], write: impl FnOnce(&mut Markup)) {
    markup.element("tr", "", |markup| {
        for name in names {
            markup.element("td", "", |markup| markup.text_element("code", "", name));
        }
        markup.element("td", "", write);
    });
}

/// Returns everything that can be open, by id, with its name.
fn schemes(catalogue: &Catalogue, language: Language) -> Vec<[&str; 2]> {
    let schemes = catalogue.entries.iter();
    let mut schemes: Vec<[&str; 2]> =
        schemes.map(|entry| [entry.id.as_str(), entry.name.read(language)]).collect();
    schemes.push([COMPARE, messages(language).compare]);
    schemes
}

//! The page for those who want the estimator on a page of their own: choices, the code for them, and a preview.
//! web/configure.js does the choosing; what the code may say is readable without it.

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Language};

use crate::device::path::Path;
use crate::documents::document::{Document, LANGUAGES, anchor, file_name, link_to_other_language};
use crate::elements::markup::{AttributeValue, Markup, render};
use crate::elements::write_html;
use crate::text::messages::{EmbedMessages, embed_messages, messages, reading_messages};
use crate::widgets::table::column_heads;

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
        write_html!(markup,
            { navigation(markup, language); }
            main {
                h1 { (messages.title) }
                p { (messages.text) }
                noscript { p(class = "warning") { (messages.no_script) } }
                div(id = "configurator", hidden = "") {
                    { choices(markup, catalogue, language); }
                    { embed_code(markup, messages); }
                    h2 { (messages.preview) }
                    div(id = "preview");
                }
                { reference(markup, catalogue, language); }
            }
        );
    });
    Document { title: messages.title, language, policy: POLICY, loads: LOADS, body }.into_html()
}

/// Writes the ways to the estimator and to the other language.
fn navigation(markup: &mut Markup, language: Language) {
    let estimator = ["./", Path::new(None, language).as_str()].concat();
    write_html!(markup,
        nav {
            { anchor(markup, &estimator, reading_messages(language).estimate); }
            { link_to_other_language(markup, "embed", language); }
        }
    );
}

/// Writes the choices, which web/configure.js reads.
fn choices(markup: &mut Markup, catalogue: &Catalogue, language: Language) {
    let messages = embed_messages(language);
    let kinds = [
        ["script", messages.kind_script],
        ["element", messages.kind_element],
        ["plain", messages.kind_plain],
    ];
    let schemes = schemes(catalogue, language);
    let first = schemes.first().map_or("", |[id, _]| id);
    let languages = [["zh", "中文"], ["en", "English"]];
    let chosen = if language == Language::En { "en" } else { "zh" };
    write_html!(markup,
        h2 { (messages.choices) }
        form(id = "choices") {
            { choice(markup, "kind", messages.kind, |markup| select(markup, "kind", &kinds, "script")); }
            { choice(markup, "scheme", messages.scheme, |markup| select(markup, "scheme", &schemes, first)); }
            {
                choice(markup, "language", messages.language, |markup| {
                    select(markup, "language", &languages, chosen);
                });
            }
            {
                choice(markup, "accent", messages.accent, |markup| {
                    write_html!(markup,
                        input(id = "accent", name = "accent", aria-describedby = "accent-help", type = "color") {
                            { markup.static_attr("value", ACCENT); }
                        }
                    );
                });
            }
            {
                choice(markup, "width", messages.width, |markup| {
                    write_html!(markup,
                        input(
                            id = "width", name = "width", aria-describedby = "width-help", type = "number",
                            min = "240", max = "1600", step = "any"
                        ) {
                            { markup.static_attr("value", "640"); }
                        }
                    );
                });
            }
        }
        p(class = "quiet", id = "accent-help") { (messages.accent_help) }
        p(class = "quiet", id = "width-help") { (messages.width_help) }
    );
}

/// Writes a choice under its name.
fn choice(markup: &mut Markup, id: &'static str, name: &str, write: impl FnOnce(&mut Markup)) {
    write_html!(markup,
        p {
            label(for = id) { (name) }
            { write(markup); }
        }
    );
}

/// Writes a list to choose from, with the value that is chosen at first.
fn select(markup: &mut Markup, id: &'static str, options: &[[&str; 2]], chosen: &str) {
    write_html!(markup,
        select(id = id, name = id) {
            for [value, name] in options {
                option {
                    // `value = …` is for what a person types into.
                    {
                        markup.attr("value", value);
                        (*value == chosen).write(markup, "selected");
                    }
                    (name)
                }
            }
        }
    );
}

/// Writes the place of the code, and the button that copies it.
fn embed_code(markup: &mut Markup, messages: &EmbedMessages) {
    write_html!(markup,
        h2 { (messages.code) }
        pre(tabindex = "0", role = "region", aria-label = messages.code) { code(id = "code"); }
        p {
            button(type = "button", id = "copy") { (messages.copy) }
            (" ")
            span(
                role = "status", id = "copied", data-copied = messages.copied,
                data-selected = messages.selected
            );
        }
    );
}

/// Writes what the code may say, for who writes it by hand.
fn reference(markup: &mut Markup, catalogue: &Catalogue, language: Language) {
    let messages = embed_messages(language);
    let columns = [messages.column_script, messages.column_element, messages.column_value];
    write_html!(markup,
        h2 { (messages.details) }
        p { (messages.details_text) }
        table {
            thead { tr { { column_heads(markup, &columns); } } }
            tbody {
                tr {
                    { names(markup, ["data-scheme", "scheme"]); }
                    td {
                        p { (messages.value_scheme) }
                        ul {
                            for [id, name] in schemes(catalogue, language) {
                                li {
                                    code { (id) }
                                    (" ")
                                    (name)
                                }
                            }
                        }
                    }
                }
                tr {
                    { names(markup, ["data-language", "language"]); }
                    td { (messages.value_language) }
                }
                tr {
                    { names(markup, ["data-accent", "accent"]); }
                    td { (messages.value_accent) }
                }
            }
        }
        p { (messages.policy) }
        pre { code(id = "policy") { ("script-src https://…; frame-src https://…") } }
    );
}

/// Writes an attribute as the script tag and as the element names it.
fn names(markup: &mut Markup, names: [&'static str; 2]) {
    write_html!(markup,
        for name in names {
            td { code { (name) } }
        }
    );
}

/// Returns everything that can be open, by id, with its name.
fn schemes(catalogue: &Catalogue, language: Language) -> Vec<[&str; 2]> {
    let schemes = catalogue.entries.iter();
    let mut schemes: Vec<[&str; 2]> =
        schemes.map(|entry| [entry.id.as_str(), entry.name.read(language)]).collect();
    schemes.push([COMPARE, messages(language).compare]);
    schemes
}

//! What every document has: its frame, its file, and the ways to others.

use jifen::scheme::Language;
use yew::{Html, LocalServerRenderer};

use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::text::messages::reading_messages;

/// The languages in which every document is written.
pub(super) const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// A document: what stands in its head, and its body.
pub(super) struct Document<'a> {
    pub(super) title: &'a str,
    pub(super) language: Language,
    /// What its content security policy allows.
    pub(super) policy: &'a str,
    /// The elements of the head that load what it uses.
    pub(super) loads: &'a str,
    pub(super) body: Html,
}

impl Document<'_> {
    /// Returns the document as HTML.
    pub(super) fn into_html(self) -> String {
        let title = html_of(render(|markup| write_html!(markup, title { (self.title) })));
        let (language, policy, loads) = (language_tag(self.language), self.policy, self.loads);
        let body = html_of(self.body);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             {loads}\n</head>\n<body>{body}</body>\n</html>\n",
        )
    }
}

/// Returns a tree as HTML; empty where nothing could be rendered.
pub(crate) fn html_of(tree: Html) -> String {
    let renderer = LocalServerRenderer::<Tree>::with_props(TreeProps { tree }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.map_or_else(
        |_| String::new(),
        |runtime| {
            let local = tokio::task::LocalSet::new();
            local.block_on(&runtime, renderer.render())
        },
    )
}

#[derive(PartialEq, yew::Properties)]
struct TreeProps {
    tree: Html,
}

/// A tree as a component, which is what can be rendered.
#[yew::component]
fn Tree(props: &TreeProps) -> Html {
    props.tree.clone()
}

/// Returns the name of a document's file.
pub(super) fn file_name(id: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{id}.html"),
        Language::En => format!("{id}.en.html"),
    }
}

/// Writes a link.
pub(super) fn anchor(markup: &mut Markup, address: &str, words: &str) {
    write_html!(markup, a(href = address) { (words) });
}

/// Writes a link to the same document in the other language.
pub(super) fn link_to_other_language(markup: &mut Markup, id: &str, language: Language) {
    let other = match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let tag = language_tag(other);
    write_html!(markup,
        a(href = file_name(id, other), lang = tag, hreflang = tag) { (reading_messages(language).other_language) }
    );
}

/// Returns a language in the names of HTML.
fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    }
}

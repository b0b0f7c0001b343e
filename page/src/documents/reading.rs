//! The rules as documents to read: complete, without scripts, for print, for search engines, and for browsers that
//! cannot run the page.

use jifen::scheme::{Condition, Document as Cited, Editions, Group, Guide, Language};

use crate::device::path::Path;
use crate::documents::contents::{self, permalink};
use crate::documents::document::{Document, LANGUAGES, anchor, file_name, link_to_other_language};
use crate::documents::{changes, follows, guide};
use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::text::messages::{format, messages, reading_messages};
use crate::text::phrases::{Phrases, figure};
use crate::views::edition::edition;
use crate::views::result::indicators::{GROUPS, cap};
use crate::views::result::notices::left_out;
use crate::widgets::citation::{citation, citation_of, floor, title};
use crate::widgets::figures;
use crate::widgets::labelled::labelled;
use crate::widgets::official_name::{both_names, official};
use crate::widgets::table::{row_head, tables};

const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"reading.css\">";

/// One time a figure itself, in percent.
const ONCE: i64 = 100;

/// The id of the list of all schemes, among the documents.
const INDEX: &str = "index";

/// Returns every document by its file name: each scheme in both languages, what its editions change, and a list of the
/// schemes.
pub(super) fn documents(schemes: &[Editions], guides: &[Guide]) -> Vec<(String, String)> {
    let mut files = changes::documents(schemes, POLICY, STYLE);
    for language in LANGUAGES {
        for (editions, guide) in schemes.iter().zip(guides) {
            let document = scheme_document(editions, guide, language);
            files.push((file_name(&editions.whole.id, language), document));
        }
        files.push((file_name(INDEX, language), index(schemes, language)));
    }
    files
}

/// Returns the document of a scheme.
fn scheme_document(editions: &Editions, guide: &Guide, language: Language) -> String {
    let scheme = &editions.whole;
    let phrases = Phrases::new(scheme, language);
    let messages = phrases.messages;
    let heading = format(reading_messages(language).of, &[&phrases.text(&scheme.name)]);
    let body = render(|markup| {
        write_html!(markup,
            { navigation(markup, &scheme.id, language); }
            main {
                h1 { (heading) }
                { edition(markup, scheme, scheme.edition.checked, true, &phrases); }
                if !editions.others.is_empty() {
                    p {
                        { anchor(markup, &file_name(&changes::name(&scheme.id), language), reading_messages(language).changes); }
                    }
                }
                { contents::contents(markup, guide, &phrases); }
                h2 { (messages.line_heading) }
                { score_line(markup, &phrases); }
                h2(id = "part-conditions") { (messages.conditions) }
                for rule in &scheme.conditions {
                    { condition(markup, rule, &phrases); }
                }
                for group in GROUPS {
                    { indicators(markup, group, &phrases); }
                }
                { combinations(markup, &phrases); }
                { parameters(markup, &phrases); }
                { follows::follows(markup, &phrases); }
                { left_out(markup, &phrases); }
                { notices(markup, &phrases); }
                { guide::guide(markup, guide, &phrases); }
                h2(id = "part-documents") { (reading_messages(language).documents) }
                for document in &scheme.documents {
                    { cited(markup, document, &phrases); }
                }
            }
        );
    });
    Document { title: &heading, language, policy: POLICY, loads: STYLE, body }.into_html()
}

/// Returns the list of all schemes.
fn index(schemes: &[Editions], language: Language) -> String {
    let (words, colon) = (reading_messages(language), messages(language).colon);
    let (title, here) = (words.index, words.estimate_here);
    let body = render(|markup| {
        write_html!(markup,
            { navigation(markup, INDEX, language); }
            main {
                h1 { (title) }
                p { (words.index_text) }
                ul {
                    for scheme in schemes.iter().map(|editions| &editions.whole) {
                        li {
                            { anchor(markup, &file_name(&scheme.id, language), scheme.name.read(language)); }
                            (" · ")
                            (scheme.edition.name.read(language))
                            (" · ")
                            a(
                                href = estimator(Some(&scheme.id), language),
                                aria-label = [here, colon, scheme.name.read(language)].concat()
                            ) { (here) }
                        }
                    }
                }
            }
        );
    });
    Document { title, language, policy: POLICY, loads: STYLE, body }.into_html()
}

/// Returns the address of the estimator, from a document: of the page of a scheme, or of the one without a scheme.
fn estimator(scheme: Option<&str>, language: Language) -> String {
    ["../", Path::new(scheme, language).as_str()].concat()
}

/// Writes the ways from a document to the estimator, to the list and to the other language.
fn navigation(markup: &mut Markup, id: &str, language: Language) {
    let messages = reading_messages(language);
    let scheme = Some(id).filter(|id| *id != INDEX);
    write_html!(markup,
        nav {
            { anchor(markup, &estimator(scheme, language), messages.estimate); }
            if id != INDEX {
                { anchor(markup, &file_name(INDEX, language), messages.index); }
            }
            { link_to_other_language(markup, id, language); }
        }
    );
}

/// Writes what a total is held against.
fn score_line(markup: &mut Markup, phrases: &Phrases<'_>) {
    let line = &phrases.scheme.line;
    write_html!(markup,
        section(id = "line") {
            p { (phrases.line()) }
            { citation(markup, phrases, &line.cite); }
            { floor(markup, phrases); }
            if line.ranking.is_some() {
                h3 { (reading_messages(phrases.language).cutoffs) }
                table {
                    tbody {
                        for cutoff in line.cutoffs() {
                            tr {
                                { row_head(markup, &cutoff.round); }
                                td { (figure(cutoff.points)) }
                                td { (phrases.evidence(&cutoff.cite)) }
                            }
                        }
                    }
                }
            }
        }
    );
}

/// Writes a condition.
fn condition(markup: &mut Markup, condition: &Condition, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let veto =
        if condition.veto { format(messages.in_brackets, &[messages.veto]) } else { String::new() };
    let cure = phrases.text(&condition.cure);
    write_html!(markup,
        section(id = &condition.id) {
            h3 {
                { both_names(markup, &condition.name, phrases); }
                (veto)
                { permalink(markup, &condition.id, phrases); }
            }
            p { (phrases.text(&condition.rule)) }
            { labelled(markup, "p", "", messages, [messages.cure, &cure]); }
            { citation_of(markup, phrases, &condition.cite, condition.needs.leaves_open()); }
        }
    );
}

/// Writes the indicators of a group under its heading, where it has any.
fn indicators(markup: &mut Markup, group: Group, phrases: &Phrases<'_>) {
    let indicators = &phrases.scheme.indicators;
    let mut of_group = indicators.iter().filter(|indicator| indicator.group == group).peekable();
    write_html!(markup,
        if of_group.peek().is_some() {
            h2(id = contents::group_id(group)) { (phrases.group(group)) }
        }
        for indicator in of_group {
            section(id = &indicator.id) {
                h3 {
                    { both_names(markup, &indicator.name, phrases); }
                    { permalink(markup, &indicator.id, phrases); }
                }
                p { (phrases.text(&indicator.rule)) }
                { tables(markup, &indicator.score, &[], phrases); }
                { cap(markup, indicator, phrases); }
                { citation_of(markup, phrases, &indicator.cite, indicator.score.leaves_open()); }
            }
        }
    );
}

/// Writes which indicators count together, where any do.
fn combinations(markup: &mut Markup, phrases: &Phrases<'_>) {
    let combinations = &phrases.scheme.combinations;
    write_html!(markup,
        if !combinations.is_empty() {
            h2(id = "part-together") { (reading_messages(phrases.language).together) }
        }
        for combination in combinations {
            section(id = &combination.id) {
                p { (phrases.text(&combination.rule)) }
                { citation(markup, phrases, &combination.cite); }
            }
        }
    );
}

/// Writes the figures that change with the years, where the rules are held against any.
fn parameters(markup: &mut Markup, phrases: &Phrases<'_>) {
    let parameters = &phrases.scheme.parameters;
    write_html!(markup,
        if !parameters.is_empty() {
            h2(id = "part-figures") { (reading_messages(phrases.language).figures) }
        }
        for parameter in parameters {
            section(id = ["figures-", &parameter.id].concat()) {
                h3 { (phrases.text(&parameter.name)) }
                if let Some((first, last)) = parameter.values.first().zip(parameter.values.last()) {
                    { figures::table(markup, parameter, ONCE, [first.from, last.to], phrases); }
                }
                p { (phrases.text(&parameter.note)) }
                { citation(markup, phrases, &parameter.cite); }
            }
        }
    );
}

/// Writes every notice, whomever it concerns.
fn notices(markup: &mut Markup, phrases: &Phrases<'_>) {
    write_html!(markup,
        h2(id = "part-notices") { (phrases.messages.notices) }
        for notice in &phrases.scheme.notices {
            section(id = &notice.id) {
                h3 {
                    (phrases.text(&notice.name))
                    { permalink(markup, &notice.id, phrases); }
                }
                p { (phrases.text(&notice.text)) }
                { citation(markup, phrases, &notice.cite); }
            }
        }
    );
}

/// Writes a document on which rules rest.
fn cited(markup: &mut Markup, source: &Cited, phrases: &Phrases<'_>) {
    write_html!(markup,
        section(id = ["document-", &source.id].concat()) {
            h3 {
                { title(markup, phrases, source); }
                if let Some(official) = official(&source.title, phrases) {
                    (" ")
                    span(class = "official", lang = "zh-Hans") { (official) }
                }
            }
            p(class = "quiet") {
                ([phrases.grade(source.grade), phrases.messages.stop].concat())
                if let Some(sources) = phrases.sources(source.grade, &source.sources) {
                    ([phrases.messages.space, &sources, phrases.messages.stop].concat())
                }
            }
            if let Some(note) = &source.note {
                p { (phrases.text(note)) }
            }
        }
    );
}

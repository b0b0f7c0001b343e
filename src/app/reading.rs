//! The rules as documents to read: complete, without scripts, for print, for search engines, and for browsers that
//! cannot run the page.

use jifen::scheme::{Condition, Document, Group, Indicator, Language, Scheme};
use yew::prelude::*;

use super::frame::edition;
use super::render::text;
use super::result::citation::{citation, title};
use super::result::indicators::cap;
use super::result::notices::left_out;
use super::result::table::tables;
use super::say::{Say, figure};
use super::words::{fill, words};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Every document, by file name: each scheme in both languages, and a list of them in both.
pub(crate) fn documents(schemes: &[Scheme]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        for scheme in schemes {
            files.push((file(&scheme.id, language), scheme_document(scheme, language)));
        }
        files.push((file("index", language), index(schemes, language)));
    }
    files
}

fn file(id: &str, language: Language) -> String {
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
fn scheme_document(scheme: &Scheme, language: Language) -> String {
    let say = Say::new(scheme, language);
    let words = say.words;
    let heading = fill(words.rules_of, &[&say.text(&scheme.name)]);
    let body = html! {
        <>
            { ways_on(&scheme.id, language) }
            <main>
                <h1>{ heading.clone() }</h1>
                { edition(scheme, scheme.edition.checked, &say) }
                <h2>{ words.rules_line }</h2>
                { line(&say) }
                <h2>{ words.conditions }</h2>
                { for scheme.conditions.iter().map(|one| condition(one, &say)) }
                { for [Group::Base, Group::Bonus, Group::Deduction].map(|one| group(one, &say)) }
                if !scheme.together.is_empty() {
                    <h2>{ words.rules_together }</h2>
                    { for scheme.together.iter().map(|one| html! {
                        <section id={one.id.clone()}>
                            <p>{ say.text(&one.rule).into_owned() }</p>
                            { citation(&say, &one.cite) }
                        </section>
                    }) }
                }
                { left_out(&say) }
                <h2>{ words.notices }</h2>
                { for scheme.notices.iter().map(|one| html! {
                    <section id={one.id.clone()}>
                        <h3>{ say.text(&one.name).into_owned() }</h3>
                        <p>{ say.text(&one.text).into_owned() }</p>
                        { citation(&say, &one.cite) }
                    </section>
                }) }
                <h2>{ words.rules_documents }</h2>
                { for scheme.documents.iter().map(|one| document(one, &say)) }
            </main>
        </>
    };
    page(&heading, language, body)
}

/// The list of all schemes.
fn index(schemes: &[Scheme], language: Language) -> String {
    let words = words(language);
    let items = schemes.iter().map(|scheme| {
        html! {
            <li>
                <a href={file(&scheme.id, language)}>{ scheme.name.read(language) }</a>
                { " · " }{ scheme.edition.name.read(language) }
            </li>
        }
    });
    let body = html! {
        <>
            { ways_on("index", language) }
            <main>
                <h1>{ words.rules_index }</h1>
                <p>{ words.rules_index_text }</p>
                <ul>{ for items }</ul>
            </main>
        </>
    };
    page(words.rules_index, language, body)
}

fn ways_on(id: &str, language: Language) -> Html {
    let words = words(language);
    let there = other(language);
    let estimate = match (id, language) {
        ("index", Language::Zh) => "../".to_owned(),
        ("index", Language::En) => "../#v=1&l=en".to_owned(),
        (id, Language::Zh) => format!("../#v=1&s={id}"),
        (id, Language::En) => format!("../#v=1&s={id}&l=en"),
    };
    html! {
        <nav>
            <a href={estimate}>{ words.rules_estimate }</a>
            if id != "index" { <a href={file("index", language)}>{ words.rules_index }</a> }
            <a href={file(id, there)} lang={tag(there)} hreflang={tag(there)}>{ words.rules_other_language }</a>
        </nav>
    }
}

fn line(say: &Say<'_>) -> Html {
    let line = &say.scheme.line;
    let cutoffs = line.ranking.iter().flat_map(|ranking| &ranking.cutoffs);
    let rows = cutoffs.map(|one| {
        html! {
            <tr>
                <th scope="row">{ one.round.clone() }</th>
                <td>{ figure(one.points) }</td>
                <td>{ say.grade(one.cite.grade) }</td>
            </tr>
        }
    });
    let rows: Vec<Html> = rows.collect();
    html! {
        <section id="line">
            <p>
                { say.text(&line.name).into_owned() }
                if let Some(points) = line.threshold { { say.words.colon }{ say.points(points) } }
            </p>
            { citation(say, &line.cite) }
            if !rows.is_empty() {
                <h3>{ say.words.rules_cutoffs }</h3>
                <table><tbody>{ for rows }</tbody></table>
            }
        </section>
    }
}

fn condition(condition: &Condition, say: &Say<'_>) -> Html {
    let words = say.words;
    html! {
        <section id={condition.id.clone()}>
            <h3>
                { say.text(&condition.name).into_owned() }
                if condition.veto { { fill(words.in_brackets, &[words.veto]) } }
            </h3>
            <p>{ say.text(&condition.rule).into_owned() }</p>
            <p><b>{ words.cure }</b>{ words.colon }{ say.text(&condition.cure).into_owned() }</p>
            { citation(say, &condition.cite) }
        </section>
    }
}

fn group(group: Group, say: &Say<'_>) -> Html {
    let indicators = say.scheme.indicators.iter().filter(|one| one.group == group);
    let items: Vec<Html> = indicators.map(|one| indicator(one, say)).collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <><h2>{ say.group(group) }</h2>{ for items }</> }
}

fn indicator(indicator: &Indicator, say: &Say<'_>) -> Html {
    html! {
        <section id={indicator.id.clone()}>
            <h3>{ say.text(&indicator.name).into_owned() }</h3>
            <p>{ say.text(&indicator.rule).into_owned() }</p>
            { tables(&indicator.score, &[], say) }
            { cap(indicator, say) }
            { citation(say, &indicator.cite) }
        </section>
    }
}

fn document(document: &Document, say: &Say<'_>) -> Html {
    html! {
        <section id={document.id.clone()}>
            <h3>{ title(say, document) }</h3>
            <p class="quiet">{ say.grade(document.grade) }{ say.words.stop }</p>
            if let Some(note) = &document.note { <p>{ say.text(note).into_owned() }</p> }
        </section>
    }
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    }
}

fn page(heading: &str, language: Language, body: Html) -> String {
    let title = text(html! { <title>{ heading.to_owned() }</title> });
    let tag = tag(language);
    let policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <link rel=\"stylesheet\" href=\"reading.css\">\n</head>\n<body>{}</body>\n</html>\n",
        text(body)
    )
}

//! The table of contents of a document, and the visible address of each part.

use jifen::scheme::{Group, Guide, GuidePart};

use crate::documents::follows;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::text::messages::{format, reading_messages};
use crate::text::phrases::Phrases;
use crate::views::result::indicators::GROUPS;

/// Returns the id of the heading of a group of indicators.
pub(super) fn group_id(group: Group) -> &'static str {
    match group {
        Group::Base => "part-base",
        Group::Bonus => "part-bonus",
        Group::Deduction => "part-deduction",
    }
}

/// Returns the id of a part of the guide; the page gives it the same.
pub(super) fn part_id(part: GuidePart) -> String {
    Fold::GuidePart(part).id()
}

/// Rules of a part, each by its id and its name.
type Places = Vec<(String, String)>;

/// Writes the contents: every rule by its name, under its heading.
pub(super) fn contents(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    let (scheme, messages) = (phrases.scheme, phrases.messages);
    let words = reading_messages(phrases.language);
    let name = |text| phrases.text(text).into_owned();
    let conditions = scheme.conditions.iter().map(|one| (one.id.clone(), name(&one.name)));
    let mut parts: Vec<(&str, &str, Places)> = vec![
        ("line", messages.line_heading, Vec::new()),
        ("part-conditions", messages.conditions, conditions.collect()),
    ];
    for group in GROUPS {
        let indicators = scheme.indicators.iter().filter(|one| one.group == group);
        let indicators = indicators.map(|one| (one.id.clone(), name(&one.name)));
        let indicators: Vec<_> = indicators.collect();
        if !indicators.is_empty() {
            parts.push((group_id(group), phrases.group(group), indicators));
        }
    }
    if !scheme.combinations.is_empty() {
        parts.push(("part-together", words.together, Vec::new()));
    }
    if !scheme.parameters.is_empty() {
        parts.push(("part-figures", words.figures, Vec::new()));
    }
    if !scheme.follows.is_empty() {
        parts.push((follows::ID, words.follows, Vec::new()));
    }
    if !scheme.left_out.is_empty() {
        parts.push(("left-out", messages.left_out, Vec::new()));
    }
    let notices = scheme.notices.iter().map(|one| (one.id.clone(), name(&one.name)));
    parts.push(("part-notices", messages.notices, notices.collect()));
    let said = |part: &GuidePart| {
        guide.has(*part) || guide.unknown.iter().any(|unknown| unknown.part == *part)
    };
    let guide_parts = GuidePart::ALL.into_iter().filter(said);
    let guide_parts = guide_parts.map(|part| (part_id(part), phrases.guide_part(part).to_owned()));
    let glossary = Some((Fold::Glossary.id(), messages.glossary.to_owned()));
    let glossary = glossary.filter(|_| !guide.glosses.is_empty());
    parts.push(("part-guide", messages.guide, guide_parts.chain(glossary).collect()));
    parts.push(("part-documents", words.documents, Vec::new()));
    write_html!(markup,
        nav(class = "contents", aria-label = words.contents) {
            h2 { (words.contents) }
            ul {
                for (id, heading, items) in &parts {
                    li {
                        a(href = ["#", id].concat()) { (heading) }
                        if !items.is_empty() {
                            ul {
                                for (id, name) in items {
                                    li { a(href = ["#", id.as_str()].concat()) { (name) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    );
}

/// Writes the address of a part, to be copied from where one reads it.
pub(super) fn permalink(markup: &mut Markup, id: &str, phrases: &Phrases<'_>) {
    let words = reading_messages(phrases.language);
    write_html!(markup,
        a(class = "permalink", href = ["#", id].concat(), aria-label = format(words.permalink, &[id])) { ("#") }
    );
}

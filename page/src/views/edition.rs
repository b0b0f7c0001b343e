//! Which rules these are, how long they hold, and how well they were checked.

use jifen::scheme::{EditionKind, Grade, Language, Scheme, Validity};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::{format, messages};
use crate::text::phrases::{Phrases, day};

/// Returns the title of the page that shows a scheme: its name, with its city's where that is not in it.
pub(crate) fn page_title(scheme: &Scheme, language: Language) -> String {
    format(messages(language).page_title_with, &[&full_name(scheme, language)])
}

/// Returns the name of a scheme as it stands where no city is seen.
pub(crate) fn full_name(scheme: &Scheme, language: Language) -> String {
    let [name, city] = [&scheme.name, &scheme.city.name].map(|text| text.read(language));
    if name.contains(city) {
        return name.to_owned();
    }
    [name, &format(messages(language).in_brackets, &[city])].concat()
}

/// Writes the edition, and a warning where it is not in force. What the points are good for, and on what the rules
/// rest, unfolds from one line, or is `unfolded` where somebody reads.
pub(crate) fn edition(
    markup: &mut Markup,
    scheme: &Scheme,
    on: Date,
    unfolded: bool,
    phrases: &Phrases<'_>,
) {
    write_html!(markup,
        div(class = "edition", id = "edition", data-edition = &scheme.edition.id) {
            h2 { (phrases.text(&scheme.name)) }
            details(open = unfolded) {
                summary { (provenance(scheme, phrases)) }
                p { (phrases.text(&scheme.purpose)) }
                p { (dates(scheme, phrases)) }
                p { (grades(scheme, phrases)) }
            }
        }
        if let Some(warning) = warning(scheme, on, phrases) {
            p(class = "warning", id = "out-of-force", role = "note") { (warning) }
        }
    );
}

/// Returns which edition it is, and for how many of its rules an official text was read.
fn provenance(scheme: &Scheme, phrases: &Phrases<'_>) -> String {
    let (messages, name) = (phrases.messages, phrases.text(&scheme.edition.name));
    let all: Vec<Grade> = rule_grades(scheme).collect();
    let official = all.iter().filter(|grade| **grade == Grade::Official).count();
    match official {
        0 => format(messages.provenance_none, &[&name]),
        _ if official == all.len() => format(messages.provenance_all, &[&name]),
        _ => {
            let [all, official] = [all.len(), official].map(|count| count.to_string());
            format(messages.provenance, &[&name, &all, &official])
        }
    }
}

/// Returns how well each rule of a scheme was checked.
fn rule_grades(scheme: &Scheme) -> impl Iterator<Item = Grade> {
    let conditions = scheme.conditions.iter().map(|condition| condition.cite.grade);
    let indicators = scheme.indicators.iter().map(|indicator| indicator.cite.grade);
    let together = scheme.combinations.iter().map(|together| together.cite.grade);
    conditions.chain(indicators).chain(together)
}

/// Returns what the edition is called, and its days.
pub(crate) fn dates(scheme: &Scheme, phrases: &Phrases<'_>) -> String {
    let (messages, edition) = (phrases.messages, &scheme.edition);
    let document = edition.cite.document.position().and_then(|place| scheme.documents.get(place));
    let number = document.and_then(|document| document.number.as_deref());
    let name = phrases.text(&edition.name);
    let name = match number {
        Some(number) => format(messages.edition, &[&name, number]),
        None => name.into_owned(),
    };
    let from = edition.from.map(|from| format(messages.in_force_from, &[&day(from, messages)]));
    let to = edition.to.map(|to| format(messages.in_force_to, &[&day(to, messages)]));
    let adopted = edition.kind == EditionKind::Adopted;
    let to = to.or_else(|| adopted.then(|| messages.no_end.to_owned()));
    let checked = format(messages.checked_on, &[&day(edition.checked, messages)]);
    let dates: Vec<String> = from.into_iter().chain(to).chain([checked]).collect();
    [&name, messages.separator, &dates.join(messages.comma), messages.stop].concat()
}

/// Returns the sentence that the edition is not in force on a day.
pub(crate) fn warning(scheme: &Scheme, on: Date, phrases: &Phrases<'_>) -> Option<String> {
    let (messages, edition) = (phrases.messages, &scheme.edition);
    match edition.validity(on) {
        Validity::InForce => None,
        Validity::Doubtful => {
            edition.doubt.as_ref().map(|doubt| phrases.text(&doubt.text).into_owned())
        }
        Validity::Draft => Some(messages.is_draft.to_owned()),
        Validity::NotYet => {
            edition.from.map(|from| format(messages.not_yet, &[&day(from, messages)]))
        }
        Validity::Ended => edition.to.map(|to| format(messages.over, &[&day(to, messages)])),
    }
}

/// Returns how many rules were checked how well.
fn grades(scheme: &Scheme, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let all: Vec<Grade> = rule_grades(scheme).collect();
    let sentences = [
        (Grade::Official, messages.grade_count_official),
        (Grade::TwoSources, messages.grade_count_two),
        (Grade::OneSource, messages.grade_count_one),
        (Grade::Derived, messages.grade_count_derived),
        (Grade::Conflicting, messages.grade_count_conflicting),
    ];
    let parts = sentences.into_iter().filter_map(|(grade, sentence)| {
        let count = all.iter().filter(|other| **other == grade).count();
        (count > 0).then(|| format(sentence, &[&count.to_string()]))
    });
    let parts = parts.collect::<Vec<_>>().join(messages.clause_comma);
    [&format(messages.grades_of, &[&all.len().to_string()]), &parts, messages.stop].concat()
}

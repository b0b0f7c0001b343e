//! Which rules these are, how long they hold, and how well they were checked.

use jifen::scheme::{Grade, Scheme};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day};

/// The edition, and a warning where it is not in force.
pub(crate) fn edition(markup: &mut Markup, scheme: &Scheme, on: Date, say: &Say<'_>) {
    markup.element("div", "edition", |markup| {
        markup.static_attr("id", "edition");
        markup.attr("data-edition", &scheme.edition.id);
        markup.text_element("h2", "", &say.text(&scheme.name));
        markup.text_element("p", "", &say.text(&scheme.purpose));
        markup.text_element("p", "", &dates(scheme, say));
        markup.text_element("p", "", &grades(scheme, say));
    });
    markup.optional(warning(scheme, on, say), |markup, warning| {
        markup.element("p", "warning", |markup| {
            markup.static_attr("id", "out-of-force");
            markup.static_attr("role", "note");
            markup.text(&warning);
        });
    });
}

/// What the edition is called, and its days.
pub(crate) fn dates(scheme: &Scheme, say: &Say<'_>) -> String {
    let (words, edition) = (say.words, &scheme.edition);
    let document = edition.cite.document.position().and_then(|one| scheme.documents.get(one));
    let number = document.and_then(|document| document.number.as_deref());
    let name = say.text(&edition.name);
    let name = match number {
        Some(number) => fill(words.edition, &[&name, number]),
        None => name.into_owned(),
    };
    let to = edition.to.map(|to| fill(words.in_force_to, &[&day(to, words)]));
    let dates = [
        fill(words.in_force_from, &[&day(edition.from, words)]),
        to.unwrap_or_else(|| words.no_end.to_owned()),
        fill(words.checked_on, &[&day(edition.checked, words)]),
    ];
    [&name, words.separator, &dates.join(words.comma), words.stop].concat()
}

/// That the edition is not in force on a day.
pub(crate) fn warning(scheme: &Scheme, on: Date, say: &Say<'_>) -> Option<String> {
    let (words, edition) = (say.words, &scheme.edition);
    if on < edition.from {
        return Some(fill(words.not_yet, &[&day(edition.from, words)]));
    }
    edition.to.filter(|to| on > *to).map(|to| fill(words.over, &[&day(to, words)]))
}

/// How many rules were checked how well.
fn grades(scheme: &Scheme, say: &Say<'_>) -> String {
    let words = say.words;
    let conditions = scheme.conditions.iter().map(|one| one.cite.grade);
    let indicators = scheme.indicators.iter().map(|one| one.cite.grade);
    let together = scheme.together.iter().map(|one| one.cite.grade);
    let all: Vec<Grade> = conditions.chain(indicators).chain(together).collect();
    let sentences = [
        (Grade::Official, words.grade_count_official),
        (Grade::TwoSources, words.grade_count_two),
        (Grade::OneSource, words.grade_count_one),
        (Grade::Derived, words.grade_count_derived),
        (Grade::Conflicting, words.grade_count_conflicting),
    ];
    let parts = sentences.into_iter().filter_map(|(grade, sentence)| {
        let count = all.iter().filter(|one| **one == grade).count();
        (count > 0).then(|| fill(sentence, &[&count.to_string()]))
    });
    let parts = parts.collect::<Vec<_>>().join(words.clause_comma);
    [&fill(words.grades_of, &[&all.len().to_string()]), &parts, words.stop].concat()
}

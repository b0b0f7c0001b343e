//! What the person told, and what nobody can be sure of.

use jifen::scheme::{Citation, Grade, Kind, Text};

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::views::paper::Paper;
use crate::widgets::citation::named;

/// Every question that is asked with its answer; those still open stand together among what is uncertain.
pub(super) fn answers(markup: &mut Markup, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let words = say.words;
    markup.text_element("h3", "", words.answers);
    markup.element("ul", "paper-columns paper-answers", |markup| {
        for (position, question) in view.scheme.questions.iter().enumerate() {
            if !view.assessment.asked.contains(&position) {
                continue;
            }
            let answer = match (view.answer(position), view.presumed(position), &question.kind) {
                (Some(value), ..) => say.value(question, value),
                (None, Some(number), Kind::Number { unit, decimals, .. }) => {
                    fill(words.presumed, &[&say.number(number, *unit, *decimals)])
                }
                _ if view.assessment.open.contains(&position) => continue,
                _ => words.unknown.to_owned(),
            };
            markup.element("li", "", |markup| {
                markup.element("p", "paper-row", |markup| {
                    markup.text_element("span", "", &say.topic(question));
                    markup.text_element("b", "", &answer);
                });
            });
        }
    });
}

pub(super) fn uncertain(markup: &mut Markup, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let (scheme, words) = (&view.scheme, say.words);
    let conditions = scheme.conditions.iter().map(|one| (&one.name, &one.cite));
    let indicators = scheme.indicators.iter().map(|one| (&one.name, &one.cite));
    let rules: Vec<(&Text, &Citation)> =
        conditions.chain(indicators).chain([(&scheme.line.name, &scheme.line.cite)]).collect();
    markup.text_element("h3", "", words.uncertain);
    markup.element("ul", "paper-list", |markup| {
        let open = view.assessment.open.iter().filter_map(|one| scheme.questions.get(*one));
        let open: Vec<String> = open.map(|question| say.topic(question)).collect();
        if !open.is_empty() {
            let left = fill(words.left, &[&open.len().to_string()]);
            named(markup, say, &left, &open.join(words.comma));
        }
        for grade in [Grade::OneSource, Grade::Derived] {
            let names = rules.iter().filter(|(_, cite)| cite.grade == grade);
            let names: Vec<_> = names.map(|(name, _)| say.text(name)).collect();
            if !names.is_empty() {
                let grade = ["† ", say.grade(grade)].concat();
                named(markup, say, &grade, &names.join(words.comma));
            }
        }
        for (name, cite) in rules.iter().filter(|(_, cite)| cite.grade == Grade::Conflicting) {
            let readings = cite.readings.iter().enumerate().map(|(place, reading)| {
                let which = if place == 0 { words.reading_used } else { words.reading_other };
                let reading = say.text(reading);
                [which, words.colon, reading.trim_end_matches(['。', '.'])].concat()
            });
            let readings = readings.collect::<Vec<_>>().join(words.separator);
            let name = ["† ", words.conflicting, words.colon, &say.text(name)].concat();
            named(markup, say, &name, &readings);
        }
        for one in &scheme.left_out {
            let name = [words.left_out, words.colon, &say.text(&one.name)].concat();
            named(markup, say, &name, &say.text(&one.why));
        }
        if let (Some(guide), Some(examination)) = (&view.guide, &view.examination) {
            for clash in examination.clashes.iter().filter_map(|one| guide.clashes.get(*one)) {
                let name = [words.clashes, words.colon, &say.text(&clash.name)].concat();
                named(markup, say, &name, &say.text(&clash.why));
            }
        }
        for notice in view.assessment.notices.iter().filter_map(|one| scheme.notices.get(*one)) {
            named(markup, say, &say.text(&notice.name), &say.text(&notice.text));
        }
    });
}

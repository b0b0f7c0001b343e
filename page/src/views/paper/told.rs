//! What the person told, and what nobody can be sure of.

use jifen::scheme::{AnswerKind, Citation, Grade, Text};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::views::paper::Paper;
use crate::widgets::citation::named;

/// Every question that is asked with its answer; those still open stand together among what is uncertain.
pub(super) fn answers(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
    let messages = phrases.messages;
    markup.text_element("h3", "", messages.answers);
    markup.element("ul", "paper-columns paper-answers", |markup| {
        for (position, question) in assessed.scheme.questions.iter().enumerate() {
            if !assessed.assessment.asked.contains(&position) {
                continue;
            }
            let answer =
                match (assessed.answer(position), assessed.presumed(position), &question.kind) {
                    (Some(value), ..) => phrases.value(question, value),
                    (None, Some(number), AnswerKind::Number { unit, decimals, .. }) => {
                        format(messages.presumed, &[&phrases.number(number, *unit, *decimals)])
                    }
                    _ if assessed.assessment.open.contains(&position) => continue,
                    _ => messages.unknown.to_owned(),
                };
            markup.element("li", "", |markup| {
                markup.element("p", "paper-row", |markup| {
                    markup.text_element("span", "", &phrases.topic(question));
                    markup.text_element("b", "", &answer);
                });
            });
        }
    });
}

pub(super) fn uncertain(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
    let (scheme, messages) = (&assessed.scheme, phrases.messages);
    let conditions = scheme.conditions.iter().map(|one| (&one.name, &one.cite));
    let indicators = scheme.indicators.iter().map(|one| (&one.name, &one.cite));
    let rules: Vec<(&Text, &Citation)> =
        conditions.chain(indicators).chain([(&scheme.line.name, &scheme.line.cite)]).collect();
    markup.text_element("h3", "", messages.uncertain);
    markup.element("ul", "paper-list", |markup| {
        let open = assessed.assessment.open.iter().filter_map(|one| scheme.questions.get(*one));
        let open: Vec<String> = open.map(|question| phrases.topic(question)).collect();
        if !open.is_empty() {
            let left = format(messages.left, &[&open.len().to_string()]);
            named(markup, phrases, &left, &open.join(messages.comma));
        }
        for grade in [Grade::OneSource, Grade::Derived] {
            let names = rules.iter().filter(|(_, cite)| cite.grade == grade);
            let names: Vec<_> = names.map(|(name, _)| phrases.text(name)).collect();
            if !names.is_empty() {
                let grade = ["† ", phrases.grade(grade)].concat();
                named(markup, phrases, &grade, &names.join(messages.comma));
            }
        }
        for (name, cite) in rules.iter().filter(|(_, cite)| cite.grade == Grade::Conflicting) {
            let readings = cite.readings.iter().enumerate().map(|(place, reading)| {
                let which = if place == 0 { messages.reading_used } else { messages.reading_other };
                let reading = phrases.text(reading);
                [which, messages.colon, reading.trim_end_matches(['。', '.'])].concat()
            });
            let readings = readings.collect::<Vec<_>>().join(messages.separator);
            let name = ["† ", messages.conflicting, messages.colon, &phrases.text(name)].concat();
            named(markup, phrases, &name, &readings);
        }
        for one in &scheme.left_out {
            let name = [messages.left_out, messages.colon, &phrases.text(&one.name)].concat();
            named(markup, phrases, &name, &phrases.text(&one.why));
        }
        if let (Some(guide), Some(examination)) = (&assessed.guide, &assessed.examination) {
            for clash in examination.clashes.iter().filter_map(|one| guide.clashes.get(*one)) {
                let name = [messages.clashes, messages.colon, &phrases.text(&clash.name)].concat();
                named(markup, phrases, &name, &phrases.text(&clash.why));
            }
        }
        for notice in assessed.assessment.notices.iter().filter_map(|one| scheme.notices.get(*one))
        {
            named(markup, phrases, &phrases.text(&notice.name), &phrases.text(&notice.text));
        }
    });
}

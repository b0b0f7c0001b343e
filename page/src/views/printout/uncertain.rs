//! What nobody can be sure of.

use jifen::scheme::{Citation, Grade, Text};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::views::printout::context::PrintContext;
use crate::widgets::labelled::labelled;

/// Writes open questions, rules that are not well checked, what is left out, clashes and notices.
pub(super) fn uncertain(markup: &mut Markup, context: &PrintContext<'_>) {
    let messages = context.phrases.messages;
    write_html!(markup,
        h3 { (messages.uncertain) }
        ul(class = "paper-list") {
            for [label, words] in entries(context) {
                { labelled(markup, "li", "", messages, [&label, &words]); }
            }
        }
    );
}

/// Returns what is uncertain: a label and words for each thing.
fn entries(context: &PrintContext<'_>) -> Vec<[String; 2]> {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (scheme, messages) = (&assessed.scheme, phrases.messages);
    let conditions = scheme
        .conditions
        .iter()
        .map(|condition| (&condition.name, &condition.cite, condition.needs.leaves_open()));
    let indicators = scheme
        .indicators
        .iter()
        .map(|indicator| (&indicator.name, &indicator.cite, indicator.score.leaves_open()));
    let rules: Vec<(&Text, &Citation, bool)> = conditions
        .chain(indicators)
        .chain([(&scheme.line.name, &scheme.line.cite, false)])
        .collect();
    let mut entries = Vec::new();
    let open =
        assessed.assessment.open.iter().filter_map(|position| scheme.questions.get(*position));
    let open: Vec<String> = open.map(|question| phrases.noun(question)).collect();
    if !open.is_empty() {
        entries.push([messages.not_answered.to_owned(), open.join(messages.comma)]);
    }
    for grade in [Grade::OneSource, Grade::Derived] {
        let names = rules.iter().filter(|(_, cite, _)| cite.grade == grade);
        let names: Vec<_> = names.map(|(name, ..)| phrases.text(name)).collect();
        if !names.is_empty() {
            let grade = ["† ", phrases.grade(grade)].concat();
            entries.push([grade, names.join(messages.comma)]);
        }
    }
    for (name, cite, all) in rules.iter().filter(|(_, cite, _)| cite.grade == Grade::Conflicting) {
        let readings = phrases.readings(&cite.readings, *all).map(|(label, reading)| {
            let reading = reading.trim_end_matches(['。', '.']);
            if *all { reading.to_owned() } else { [label, messages.colon, reading].concat() }
        });
        let readings = readings.collect::<Vec<_>>().join(messages.separator);
        let mut name = ["† ", messages.conflicting, messages.colon, &phrases.text(name)].concat();
        if *all {
            name += &format(messages.in_brackets, &[messages.readings_open]);
        }
        entries.push([name, readings]);
    }
    for left_out in &scheme.left_out {
        let name = [messages.left_out, messages.colon, &phrases.text(&left_out.name)].concat();
        entries.push([name, phrases.text(&left_out.why).into_owned()]);
    }
    if let (Some(guide), Some(examination)) = (&assessed.guide, &assessed.examination) {
        let found = examination.clashes.iter();
        for clash in found.filter_map(|found| guide.clashes.get(found.clash)) {
            let name = [messages.clashes, messages.colon, &phrases.text(&clash.name)].concat();
            entries.push([name, phrases.text(&clash.why).into_owned()]);
        }
    }
    let notices = assessed.assessment.notices.iter();
    for notice in notices.filter_map(|position| scheme.notices.get(*position)) {
        entries.push([&notice.name, &notice.text].map(|text| phrases.text(text).into_owned()));
    }
    entries
}

//! The result as a few lines of text, for a chat.

use jifen::assess::ConditionState;

use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::beside_low;
use crate::views::edition::warning;
use crate::views::examples;
use crate::views::result::continuing::left;
use crate::views::result::verdict::headline;
use crate::views::result::without_rare::without_rare;

/// Returns city, edition, day, points, line, verdict, what is missing, and the address, where there is one.
pub(crate) fn plain_text(
    assessed: &Assessed,
    progress: &Progress,
    address: Option<&str>,
    phrases: &Phrases<'_>,
) -> String {
    let (messages, scheme) = (phrases.messages, phrases.scheme);
    let (assessment, shown) = (&assessed.assessment, assessed.shown().total);
    let edition = format(
        messages.edition,
        &[&phrases.text(&scheme.name), &phrases.text(&scheme.edition.name)],
    );
    let target = phrases.target();
    let low = figure(shown.low);
    let total = [
        low.as_str(),
        " ",
        &beside_low(shown, target.as_ref(), assessed.undeducted.is_some(), messages),
    ]
    .concat();
    let line = target.map_or_else(
        || phrases.line(),
        |target| [&target.name, messages.colon, &phrases.points(target.points)].concat(),
    );
    let mut lines: Vec<String> = examples::words(assessed, phrases).into_iter().collect();
    lines.extend([
        [
            &edition,
            messages.clause_comma,
            &format(messages.printout_day, &[&day(assessment.on, messages)]),
        ]
        .concat(),
        [&total, messages.separator, &line].concat(),
        headline(assessed, phrases),
    ]);
    lines.extend(without_rare(assessed, phrases));
    lines.extend(warning(scheme, assessment.on, phrases));
    let conditions = |wanted: ConditionState| -> Vec<String> {
        let both = scheme.conditions.iter().zip(&assessment.conditions);
        let both = both.filter(|(_, one)| one.state == wanted);
        both.map(|(condition, _)| phrases.text(&condition.name).into_owned()).collect()
    };
    let lists = [
        (messages.unmet, conditions(ConditionState::Unmet)),
        (messages.undecided, conditions(ConditionState::Unknown)),
    ];
    for (name, conditions) in lists {
        if !conditions.is_empty() {
            lines.push([name, messages.colon, &conditions.join(messages.comma)].concat());
        }
    }
    if progress.open {
        lines.push(left(progress, phrases) + messages.stop);
    }
    if assessed.undeducted.is_some() {
        lines.push(messages.deductions_open.to_owned());
    }
    lines.push(messages.estimate_only.to_owned());
    lines.extend(address.map(str::to_owned));
    lines.join("\n")
}

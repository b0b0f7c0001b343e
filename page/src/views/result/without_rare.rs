//! What the points come to for most of those who have said little: the rare sections left aside, and what these could add.

use jifen::scheme::Group;

use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};

/// Returns what the points come to if no rare section concerns the person, and how much more there could be; nothing where
/// that says no more than the points themselves. The bound that they have stays what it is, beside it.
pub(crate) fn without_rare(assessed: &Assessed, phrases: &Phrases<'_>) -> Option<String> {
    let (messages, total) = (phrases.messages, assessed.without_rare?);
    // That nothing is taken away, the points shown suppose already.
    let giving = assessed.scheme.indicators.iter().filter(|one| one.group != Group::Deduction);
    let gives = |position: usize| giving.clone().any(|one| one.uses.contains(&position));
    let sections = assessed
        .rare_sections()
        .filter(|section| assessed.nones(*section).iter().any(|(position, _)| gives(*position)));
    let names: Vec<_> =
        sections.map(|section| phrases.text(&assessed.scheme.sections[section].name)).collect();
    let names = names.join(messages.comma);
    let mut sentence = format(messages.without_rare, &[&names, &phrases.range(total)]);
    let high = assessed.shown().total.high;
    if !high.is_unbounded() && high > total.high {
        sentence += messages.separator;
        sentence += &format(messages.rare_more, &[&figure(high - total.high)]);
    }
    Some(sentence + messages.stop)
}

//! The nearest ways to the line: what to change, what that brings and costs, and when it can be so.

use jifen::outlook::{Suggestion, SuggestionKind};
use jifen::points::{Points, PointsRange};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure, gain};
use crate::views::outlook::computed::Outlook;
use crate::views::outlook::plan::{Plan, plan};
use crate::widgets::labelled::subsection;
use crate::widgets::ui::Ui;

/// Writes the advice.
pub(super) fn advice(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>, ui: &Ui) {
    let messages = phrases.messages;
    let suggestions = &outlook.advice.suggestions;
    let of = |wanted: fn(&SuggestionKind) -> bool| {
        suggestions.iter().filter(|suggestion| wanted(&suggestion.kind)).collect::<Vec<_>>()
    };
    let reaching = of(|kind| matches!(kind, SuggestionKind::Reaches(_)));
    let meeting = of(|kind| matches!(kind, SuggestionKind::MeetsCondition(_)));
    let closer = of(|kind| matches!(kind, SuggestionKind::Closer));
    subsection(markup, "advice", messages.advice, |markup| {
        write_html!(markup,
            p(class = "quiet") { (messages.advice_help) }
            { listed(markup, messages.advice_distances, &distances(outlook, phrases), phrases); }
            if suggestions.is_empty() {
                p { (messages.advice_none) }
            } else {
                if reaching.is_empty() {
                    p { (messages.advice_none_reaches) }
                }
            }
            { group(markup, messages.advice_reaches, &reaching, outlook, phrases, ui); }
            { group(markup, messages.advice_meets, &meeting, outlook, phrases, ui); }
            { group(markup, messages.advice_closer, &closer, outlook, phrases, ui); }
        );
    });
}

/// Returns how far it is to each past cut-off, the latest first.
fn distances(outlook: &Outlook, phrases: &Phrases<'_>) -> Vec<String> {
    let cutoffs = outlook.assessed.scheme.line.cutoffs();
    let both = cutoffs.iter().zip(&outlook.advice.distances).rev();
    both.map(|(cutoff, distance)| match *distance > Points::ZERO {
        true => format(phrases.messages.advice_distance, &[&cutoff.round, &figure(*distance)]),
        false => format(phrases.messages.advice_reached, &[&cutoff.round]),
    })
    .collect()
}

/// Writes the suggestions of a kind under its heading; most of many stand folded.
fn group(
    markup: &mut Markup,
    heading: &str,
    suggestions: &[&Suggestion],
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    ui: &Ui,
) {
    let (first, rest) = suggestions.split_at(suggestions.len().min(FIRST));
    write_html!(markup,
        if !first.is_empty() {
            h4 { (heading) }
            { suggestion_list(markup, first, outlook, phrases, ui); }
            if !rest.is_empty() {
                details(class = "zeros") {
                    summary { (format(phrases.messages.advice_more, &[&rest.len().to_string()])) }
                    { suggestion_list(markup, rest, outlook, phrases, ui); }
                }
            }
        }
    );
}

/// As many of a sort stand open; a person who wants more unfolds the rest.
const FIRST: usize = 4;

fn suggestion_list(
    markup: &mut Markup,
    suggestions: &[&Suggestion],
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    ui: &Ui,
) {
    write_html!(markup,
        ul(class = "passages") {
            for suggestion in suggestions {
                li(data-suggestion = kind_name(&suggestion.kind)) {
                    { suggestion_item(markup, suggestion, outlook, phrases, ui); }
                }
            }
        }
    );
}

/// Returns the stable name of what a suggestion achieves.
fn kind_name(kind: &SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Reaches(_) => "reaches",
        SuggestionKind::MeetsCondition(_) => "meets",
        SuggestionKind::Closer => "closer",
    }
}

/// Writes a suggestion: what to do, what comes of it, and what else changes.
fn suggestion_item(
    markup: &mut Markup,
    suggestion: &Suggestion,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    ui: &Ui,
) {
    let (scheme, messages) = (phrases.scheme, phrases.messages);
    let when = when(suggestion, outlook.assessed.assessment.on, phrases);
    let brings: Vec<String> =
        suggestion.accompanying.iter().filter_map(|step| phrases.step(step)).collect();
    let shifts = suggestion.shifts.iter().filter_map(|shift| {
        let indicator = scheme.indicators.get(shift.indicator)?;
        let (before, after) = (at_least(shift.before, phrases), at_least(shift.after, phrases));
        Some(format(messages.changes, &[&phrases.text(&indicator.name), &before, &after]))
    });
    let shifts: Vec<String> = shifts.collect();
    let conditions =
        suggestion.lacks.iter().filter_map(|position| scheme.conditions.get(*position));
    let lacks: Vec<String> =
        conditions.map(|condition| phrases.text(&condition.name).into_owned()).collect();
    let opens = suggestion.opens.iter().filter_map(|position| scheme.questions.get(*position));
    let opens: Vec<String> = opens.map(|question| phrases.topic(question)).collect();
    let cutoffs = outlook.assessed.scheme.line.cutoffs();
    let reached = suggestion.reaches.last().and_then(|position| cutoffs.get(*position));
    let words = Plan {
        steps: steps(suggestion, phrases),
        outcome: [&outcome(suggestion, phrases), messages.separator, &when].concat(),
    };
    write_html!(markup,
        b { (words.steps) }
        p { (words.outcome) }
        { listed(markup, messages.advice_brings, &brings, phrases); }
        { listed(markup, messages.advice_shifts, &shifts, phrases); }
        { listed(markup, messages.advice_lacks, &lacks, phrases); }
        { listed(markup, messages.advice_opens, &opens, phrases); }
        if let Some(cutoff) = reached {
            p(class = "quiet") {
                (format(messages.ranked_above, &[&cutoff.round, &figure(cutoff.points)]))
            }
        }
        { plan(markup, suggestion, &words, outlook, phrases, ui); }
    );
}

/// Writes a paragraph that lists what its name says; nothing where there is nothing.
fn listed(markup: &mut Markup, name: &str, items: &[String], phrases: &Phrases<'_>) {
    write_html!(markup,
        if !items.is_empty() {
            p(class = "quiet") {
                (name)
                (phrases.messages.colon)
                (items.join(phrases.messages.separator))
            }
        }
    );
}

/// Returns what to do.
pub(crate) fn steps(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let mut steps: Vec<String> =
        suggestion.steps.iter().filter_map(|step| phrases.step(step)).collect();
    if suggestion.waits {
        steps.push(format(messages.advice_wait, &[&day(suggestion.day, messages)]));
    }
    steps.join(messages.separator)
}

/// Returns what a suggestion achieves.
pub(crate) fn outcome(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    match suggestion.kind {
        SuggestionKind::Reaches(line) => {
            format(messages.advice_total, &[&at_least(suggestion.total, phrases), &figure(line)])
        }
        SuggestionKind::MeetsCondition(position) => {
            let condition = phrases.scheme.conditions.get(position);
            let name = condition.map(|condition| phrases.text(&condition.name).into_owned());
            format(messages.advice_condition, &[&name.unwrap_or_default()])
        }
        SuggestionKind::Closer => format(messages.advice_gain, &[&gain(suggestion.gain)]),
    }
}

/// Returns when it can be so, seen from a day.
pub(crate) fn when(suggestion: &Suggestion, on: Date, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    if suggestion.day == on {
        return messages.advice_now.to_owned();
    }
    let months = suggestion.months.to_string();
    format(messages.advice_earliest, &[&day(suggestion.day, messages), &months])
}

/// Returns the lower end of a range, with the words for "or more" where it is open.
fn at_least(range: PointsRange, phrases: &Phrases<'_>) -> String {
    match range.certain() {
        Some(points) => figure(points),
        None => [&figure(range.low), " ", phrases.messages.short_more].concat(),
    }
}

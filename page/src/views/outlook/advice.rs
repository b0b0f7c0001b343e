//! The nearest ways to the line: what to change, what that brings and costs, and when it can be so.

use jifen::outlook::{Suggestion, SuggestionKind};
use jifen::points::{Points, PointsRange};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure, gain};
use crate::views::outlook::Outlook;

pub(super) fn advice(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let suggestions = &outlook.advice.suggestions;
    let of = |wanted: fn(&SuggestionKind) -> bool| {
        suggestions.iter().filter(|one| wanted(&one.kind)).collect::<Vec<_>>()
    };
    let reaching = of(|kind| matches!(kind, SuggestionKind::Reaches(_)));
    let meeting = of(|kind| matches!(kind, SuggestionKind::MeetsCondition(_)));
    let closer = of(|kind| matches!(kind, SuggestionKind::Closer));
    markup.element("div", "part", |markup| {
        markup.static_attr("id", "advice");
        markup.text_element("h3", "", messages.advice);
        markup.text_element("p", "quiet", messages.advice_help);
        told(markup, messages.advice_distances, &distances(outlook, phrases), phrases);
        if suggestions.is_empty() {
            markup.text_element("p", "", messages.advice_none);
        } else if reaching.is_empty() {
            markup.text_element("p", "", messages.advice_none_reaches);
        }
        list(markup, messages.advice_reaches, &reaching, outlook, phrases);
        list(markup, messages.advice_meets, &meeting, outlook, phrases);
        list(markup, messages.advice_closer, &closer, outlook, phrases);
    });
}

/// How far it is to each past cut-off, the latest first.
fn distances(outlook: &Outlook, phrases: &Phrases<'_>) -> Vec<String> {
    let cutoffs = outlook.assessed.scheme.line.cutoffs();
    let both = cutoffs.iter().zip(&outlook.advice.distances).rev();
    both.map(|(cutoff, distance)| match *distance > Points::ZERO {
        true => format(phrases.messages.advice_distance, &[&cutoff.round, &figure(*distance)]),
        false => format(phrases.messages.advice_reached, &[&cutoff.round]),
    })
    .collect()
}

fn list(
    markup: &mut Markup,
    heading: &str,
    suggestions: &[&Suggestion],
    outlook: &Outlook,
    phrases: &Phrases<'_>,
) {
    markup.when(!suggestions.is_empty(), |markup| {
        let (first, rest) = suggestions.split_at(suggestions.len().min(FIRST));
        markup.text_element("h4", "", heading);
        items(markup, first, outlook, phrases);
        markup.when(!rest.is_empty(), |markup| {
            markup.element("details", "zeros", |markup| {
                let count = rest.len().to_string();
                markup.text_element(
                    "summary",
                    "",
                    &format(phrases.messages.advice_more, &[&count]),
                );
                items(markup, rest, outlook, phrases);
            });
        });
    });
}

/// As many of a sort stand open; a person who wants more unfolds the rest.
const FIRST: usize = 4;

fn items(
    markup: &mut Markup,
    suggestions: &[&Suggestion],
    outlook: &Outlook,
    phrases: &Phrases<'_>,
) {
    markup.element("ul", "passages", |markup| {
        for suggestion in suggestions {
            markup.element("li", "", |markup| {
                markup.static_attr("data-suggestion", kind(&suggestion.kind));
                item(markup, suggestion, outlook, phrases);
            });
        }
    });
}

/// The stable name of what a suggestion achieves.
fn kind(kind: &SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Reaches(_) => "reaches",
        SuggestionKind::MeetsCondition(_) => "meets",
        SuggestionKind::Closer => "closer",
    }
}

fn item(markup: &mut Markup, suggestion: &Suggestion, outlook: &Outlook, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    markup.text_element("b", "", &steps(suggestion, phrases));
    let when = when(suggestion, outlook.assessed.assessment.on, phrases);
    let outcome = [&outcome(suggestion, phrases), messages.separator, &when].concat();
    markup.text_element("p", "", &outcome);
    let brings: Vec<String> =
        suggestion.accompanying.iter().filter_map(|step| phrases.step(step)).collect();
    told(markup, messages.advice_brings, &brings, phrases);
    let shifts = suggestion.shifts.iter().filter_map(|shift| {
        let indicator = phrases.scheme.indicators.get(shift.indicator)?;
        let (before, after) = (shown(shift.before, phrases), shown(shift.after, phrases));
        Some(format(messages.changes, &[&phrases.text(&indicator.name), &before, &after]))
    });
    told(markup, messages.advice_shifts, &shifts.collect::<Vec<_>>(), phrases);
    let scheme = phrases.scheme;
    let conditions = suggestion.lacks.iter().filter_map(|one| scheme.conditions.get(*one));
    let lacks: Vec<String> = conditions.map(|one| phrases.text(&one.name).into_owned()).collect();
    told(markup, messages.advice_lacks, &lacks, phrases);
    let opens = suggestion.opens.iter().filter_map(|one| scheme.questions.get(*one));
    let opens: Vec<String> = opens.map(|question| phrases.topic(question)).collect();
    told(markup, messages.advice_opens, &opens, phrases);
    let cutoffs = outlook.assessed.scheme.line.cutoffs();
    let reached = suggestion.reaches.last().and_then(|position| cutoffs.get(*position));
    if let Some(cutoff) = reached {
        let parts = [cutoff.round.as_str(), &figure(cutoff.points)];
        markup.text_element("p", "quiet", &format(messages.ranked_above, &parts));
    }
}

fn told(markup: &mut Markup, name: &str, items: &[String], phrases: &Phrases<'_>) {
    if !items.is_empty() {
        markup.element("p", "quiet", |markup| {
            markup.text(name);
            markup.text(phrases.messages.colon);
            markup.text(&items.join(phrases.messages.separator));
        });
    }
}

/// What to do.
pub(crate) fn steps(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let mut steps: Vec<String> =
        suggestion.steps.iter().filter_map(|step| phrases.step(step)).collect();
    if suggestion.waits {
        steps.push(format(messages.advice_wait, &[&day(suggestion.day, messages)]));
    }
    steps.join(messages.separator)
}

/// What it achieves.
pub(crate) fn outcome(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    match suggestion.kind {
        SuggestionKind::Reaches(line) => {
            format(messages.advice_total, &[&shown(suggestion.total, phrases), &figure(line)])
        }
        SuggestionKind::MeetsCondition(position) => {
            let condition = phrases.scheme.conditions.get(position);
            let name = condition.map(|condition| phrases.text(&condition.name).into_owned());
            format(messages.advice_condition, &[&name.unwrap_or_default()])
        }
        SuggestionKind::Closer => format(messages.advice_gain, &[&gain(suggestion.gain)]),
    }
}

/// When it can be so, seen from a day.
pub(crate) fn when(suggestion: &Suggestion, on: Date, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    if suggestion.day == on {
        return messages.advice_now.to_owned();
    }
    let months = suggestion.months.to_string();
    format(messages.advice_earliest, &[&day(suggestion.day, messages), &months])
}

fn shown(range: PointsRange, phrases: &Phrases<'_>) -> String {
    match range.certain() {
        Some(points) => figure(points),
        None => [&figure(range.low), " ", phrases.messages.short_more].concat(),
    }
}

//! The nearest ways to the line: what to change, what that brings and costs, and when it can be so.

use jifen::outlook::{Kind, Suggestion};
use jifen::points::{Points, Range};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day, figure, gain};
use crate::views::outlook::Made;

pub(super) fn advice(markup: &mut Markup, made: &Made, say: &Say<'_>) {
    let words = say.words;
    let suggestions = &made.advice.suggestions;
    let of = |wanted: fn(&Kind) -> bool| {
        suggestions.iter().filter(|one| wanted(&one.kind)).collect::<Vec<_>>()
    };
    let reaching = of(|kind| matches!(kind, Kind::Reaches(_)));
    let meeting = of(|kind| matches!(kind, Kind::MeetsCondition(_)));
    let closer = of(|kind| matches!(kind, Kind::Closer));
    markup.element("div", "part", |markup| {
        markup.static_attr("id", "advice");
        markup.text_element("h3", "", words.advice);
        markup.text_element("p", "quiet", words.advice_help);
        told(markup, words.advice_distances, &distances(made, say), say);
        if suggestions.is_empty() {
            markup.text_element("p", "", words.advice_none);
        } else if reaching.is_empty() {
            markup.text_element("p", "", words.advice_none_reaches);
        }
        list(markup, words.advice_reaches, &reaching, made, say);
        list(markup, words.advice_meets, &meeting, made, say);
        list(markup, words.advice_closer, &closer, made, say);
    });
}

/// How far it is to each past cut-off, the latest first.
fn distances(made: &Made, say: &Say<'_>) -> Vec<String> {
    let ranking = made.view.scheme.line.ranking.as_ref();
    let cutoffs = ranking.map_or(&[][..], |ranking| &ranking.cutoffs);
    let both = cutoffs.iter().zip(&made.advice.distances).rev();
    both.map(|(cutoff, distance)| match *distance > Points::ZERO {
        true => fill(say.words.advice_distance, &[&cutoff.round, &figure(*distance)]),
        false => fill(say.words.advice_reached, &[&cutoff.round]),
    })
    .collect()
}

fn list(
    markup: &mut Markup,
    heading: &str,
    suggestions: &[&Suggestion],
    made: &Made,
    say: &Say<'_>,
) {
    markup.when(!suggestions.is_empty(), |markup| {
        let (first, rest) = suggestions.split_at(suggestions.len().min(FIRST));
        markup.text_element("h4", "", heading);
        items(markup, first, made, say);
        markup.when(!rest.is_empty(), |markup| {
            markup.element("details", "zeros", |markup| {
                let count = rest.len().to_string();
                markup.text_element("summary", "", &fill(say.words.advice_more, &[&count]));
                items(markup, rest, made, say);
            });
        });
    });
}

/// As many of a sort stand open; a person who wants more unfolds the rest.
const FIRST: usize = 4;

fn items(markup: &mut Markup, suggestions: &[&Suggestion], made: &Made, say: &Say<'_>) {
    markup.element("ul", "passages", |markup| {
        for suggestion in suggestions {
            markup.element("li", "", |markup| {
                markup.static_attr("data-suggestion", kind(&suggestion.kind));
                item(markup, suggestion, made, say);
            });
        }
    });
}

/// The stable name of what a suggestion achieves.
fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Reaches(_) => "reaches",
        Kind::MeetsCondition(_) => "meets",
        Kind::Closer => "closer",
    }
}

fn item(markup: &mut Markup, suggestion: &Suggestion, made: &Made, say: &Say<'_>) {
    let words = say.words;
    markup.text_element("b", "", &steps(suggestion, say));
    let when = when(suggestion, made.view.assessment.on, say);
    let outcome = [&outcome(suggestion, say), words.separator, &when].concat();
    markup.text_element("p", "", &outcome);
    let brings: Vec<String> = suggestion.brings.iter().filter_map(|step| say.step(step)).collect();
    told(markup, words.advice_brings, &brings, say);
    let shifts = suggestion.shifts.iter().filter_map(|shift| {
        let indicator = say.scheme.indicators.get(shift.indicator)?;
        let (before, after) = (shown(shift.before, say), shown(shift.after, say));
        Some(fill(words.changes, &[&say.text(&indicator.name), &before, &after]))
    });
    told(markup, words.advice_shifts, &shifts.collect::<Vec<_>>(), say);
    let scheme = say.scheme;
    let conditions = suggestion.lacks.iter().filter_map(|one| scheme.conditions.get(*one));
    let lacks: Vec<String> = conditions.map(|one| say.text(&one.name).into_owned()).collect();
    told(markup, words.advice_lacks, &lacks, say);
    let opens = suggestion.opens.iter().filter_map(|one| scheme.questions.get(*one));
    let opens: Vec<String> = opens.map(|question| say.topic(question)).collect();
    told(markup, words.advice_opens, &opens, say);
    let reached = suggestion.reaches.last().and_then(|one| {
        let ranking = made.view.scheme.line.ranking.as_ref()?;
        ranking.cutoffs.get(*one)
    });
    if let Some(cutoff) = reached {
        let parts = [cutoff.round.as_str(), &figure(cutoff.points)];
        markup.text_element("p", "quiet", &fill(words.ranked_above, &parts));
    }
}

fn told(markup: &mut Markup, name: &str, items: &[String], say: &Say<'_>) {
    if !items.is_empty() {
        markup.element("p", "quiet", |markup| {
            markup.text(name);
            markup.text(say.words.colon);
            markup.text(&items.join(say.words.separator));
        });
    }
}

/// What to do.
pub(crate) fn steps(suggestion: &Suggestion, say: &Say<'_>) -> String {
    let words = say.words;
    let mut steps: Vec<String> =
        suggestion.steps.iter().filter_map(|step| say.step(step)).collect();
    if suggestion.waits {
        steps.push(fill(words.advice_wait, &[&day(suggestion.day, words)]));
    }
    steps.join(words.separator)
}

/// What it achieves.
pub(crate) fn outcome(suggestion: &Suggestion, say: &Say<'_>) -> String {
    let words = say.words;
    match suggestion.kind {
        Kind::Reaches(line) => {
            fill(words.advice_total, &[&shown(suggestion.total, say), &figure(line)])
        }
        Kind::MeetsCondition(position) => {
            let condition = say.scheme.conditions.get(position);
            let name = condition.map(|condition| say.text(&condition.name).into_owned());
            fill(words.advice_condition, &[&name.unwrap_or_default()])
        }
        Kind::Closer => fill(words.advice_gain, &[&gain(suggestion.gain)]),
    }
}

/// When it can be so, seen from a day.
pub(crate) fn when(suggestion: &Suggestion, on: Date, say: &Say<'_>) -> String {
    let words = say.words;
    if suggestion.day == on {
        return words.advice_now.to_owned();
    }
    let months = suggestion.months.to_string();
    fill(words.advice_earliest, &[&day(suggestion.day, words), &months])
}

fn shown(range: Range, say: &Say<'_>) -> String {
    match range.certain() {
        Some(points) => figure(points),
        None => [&figure(range.low), " ", say.words.short_more].concat(),
    }
}

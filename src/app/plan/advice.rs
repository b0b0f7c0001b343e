//! The nearest ways to the line: what to change, what that brings and costs, and when it can be so.

use jifen::outlook::{Kind, Suggestion};
use jifen::points::{Points, Range};
use jiff::civil::Date;

use super::Made;
use crate::app::say::{Say, day, figure, gain};
use crate::app::sheet::Sheet;
use crate::app::words::fill;

pub(super) fn advice(sheet: &mut Sheet, made: &Made, say: &Say<'_>) {
    let words = say.words;
    let suggestions = &made.advice.suggestions;
    let of = |wanted: fn(&Kind) -> bool| {
        suggestions.iter().filter(|one| wanted(&one.kind)).collect::<Vec<_>>()
    };
    let reaching = of(|kind| matches!(kind, Kind::Reaches(_)));
    let meeting = of(|kind| matches!(kind, Kind::MeetsCondition(_)));
    let closer = of(|kind| matches!(kind, Kind::Closer));
    sheet.tag("div", "part", |sheet| {
        sheet.fixed("id", "advice");
        sheet.line("h3", "", words.advice);
        sheet.line("p", "quiet", words.advice_help);
        told(sheet, words.advice_distances, &distances(made, say), say);
        if suggestions.is_empty() {
            sheet.line("p", "", words.advice_none);
        } else if reaching.is_empty() {
            sheet.line("p", "", words.advice_none_reaches);
        }
        list(sheet, words.advice_reaches, &reaching, made, say);
        list(sheet, words.advice_meets, &meeting, made, say);
        list(sheet, words.advice_closer, &closer, made, say);
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

fn list(sheet: &mut Sheet, heading: &str, suggestions: &[&Suggestion], made: &Made, say: &Say<'_>) {
    sheet.when(!suggestions.is_empty(), |sheet| {
        let (first, rest) = suggestions.split_at(suggestions.len().min(FIRST));
        sheet.line("h4", "", heading);
        items(sheet, first, made, say);
        sheet.when(!rest.is_empty(), |sheet| {
            sheet.tag("details", "zeros", |sheet| {
                let count = rest.len().to_string();
                sheet.line("summary", "", &fill(say.words.advice_more, &[&count]));
                items(sheet, rest, made, say);
            });
        });
    });
}

/// As many of a sort stand open; a person who wants more unfolds the rest.
const FIRST: usize = 4;

fn items(sheet: &mut Sheet, suggestions: &[&Suggestion], made: &Made, say: &Say<'_>) {
    sheet.tag("ul", "passages", |sheet| {
        for suggestion in suggestions {
            sheet.tag("li", "", |sheet| {
                sheet.fixed("data-suggestion", kind(&suggestion.kind));
                item(sheet, suggestion, made, say);
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

fn item(sheet: &mut Sheet, suggestion: &Suggestion, made: &Made, say: &Say<'_>) {
    let words = say.words;
    sheet.line("b", "", &steps(suggestion, say));
    let when = when(suggestion, made.view.assessment.on, say);
    let outcome = [&outcome(suggestion, say), words.separator, &when].concat();
    sheet.line("p", "", &outcome);
    let brings: Vec<String> = suggestion.brings.iter().filter_map(|step| say.step(step)).collect();
    told(sheet, words.advice_brings, &brings, say);
    let shifts = suggestion.shifts.iter().filter_map(|shift| {
        let indicator = say.scheme.indicators.get(shift.indicator)?;
        let (before, after) = (shown(shift.before, say), shown(shift.after, say));
        Some(fill(words.changes, &[&say.text(&indicator.name), &before, &after]))
    });
    told(sheet, words.advice_shifts, &shifts.collect::<Vec<_>>(), say);
    let scheme = say.scheme;
    let conditions = suggestion.lacks.iter().filter_map(|one| scheme.conditions.get(*one));
    let lacks: Vec<String> = conditions.map(|one| say.text(&one.name).into_owned()).collect();
    told(sheet, words.advice_lacks, &lacks, say);
    let opens = suggestion.opens.iter().filter_map(|one| scheme.questions.get(*one));
    let opens: Vec<String> = opens.map(|question| say.topic(question)).collect();
    told(sheet, words.advice_opens, &opens, say);
    let reached = suggestion.reaches.last().and_then(|one| {
        let ranking = made.view.scheme.line.ranking.as_ref()?;
        ranking.cutoffs.get(*one)
    });
    if let Some(cutoff) = reached {
        let parts = [cutoff.round.as_str(), &figure(cutoff.points)];
        sheet.line("p", "quiet", &fill(words.ranked_above, &parts));
    }
}

fn told(sheet: &mut Sheet, name: &str, items: &[String], say: &Say<'_>) {
    if !items.is_empty() {
        sheet.tag("p", "quiet", |sheet| {
            sheet.text(name);
            sheet.text(say.words.colon);
            sheet.text(&items.join(say.words.separator));
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

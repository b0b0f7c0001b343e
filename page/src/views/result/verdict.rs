//! The verdict in one sentence. Never more hopeful than the core: points alone are not a pass.

use jifen::assess::{Bounds, ConditionState, Verdict};
use jifen::points::PointsRange;
use jifen::scheme::{Cutoff, Validity};
use jiff::civil::Date;

use crate::state::assessed::Assessed;
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::{NamedTarget, is_wide};

/// Returns the verdict in one sentence: the same in the result, in the bar, on paper, read aloud and copied.
pub(crate) fn headline(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    let total = assessment.total;
    let target = phrases.target();
    let line = target.as_ref().map_or(total.low, |target| target.points);
    let done = assessment.open.is_empty();
    if assessment.validity != Validity::InForce {
        return unreliable(assessed, phrases);
    }
    match assessment.verdict {
        Verdict::Pass => match target {
            None => messages.pass_without_points.to_owned(),
            Some(target) if done => format(messages.pass, &[&target.within(phrases)]),
            Some(_) => format(messages.pass_early, &[&figure(line)]),
        },
        Verdict::Short => {
            let [most, lacks] = [figure(total.high), figure(line - total.high)];
            match total.certain() {
                Some(_) => format(messages.short, &[&lacks]),
                None => format(messages.short_early, &[&most, &lacks]),
            }
        }
        Verdict::Ineligible => ineligible(assessed, messages),
        Verdict::Undecided => match target {
            Some(target) if assessed.scheme.line.threshold.is_some() => {
                undecided(assessed, &target, phrases)
            }
            None if assessed.scheme.line.ranking.is_none() => conditions_only(assessed, messages),
            _ => ranked(assessed, phrases),
        },
    }
}

/// Returns what an unmet condition means.
fn ineligible(assessed: &Assessed, messages: &Messages) -> String {
    let states = assessed.scheme.conditions.iter().zip(&assessed.assessment.conditions);
    let unmet = states.filter(|(_, result)| result.state == ConditionState::Unmet);
    if unmet.clone().any(|(condition, _)| condition.veto) {
        messages.vetoed.to_owned()
    } else {
        format(messages.ineligible, &[&unmet.count().to_string()])
    }
}

/// Returns how it stands where no points are asked for, only conditions.
fn conditions_only(assessed: &Assessed, messages: &Messages) -> String {
    format(messages.conditions_open_only, &[&open_conditions(assessed).to_string()])
}

fn open_conditions(assessed: &Assessed) -> usize {
    let conditions = assessed.assessment.conditions.iter();
    conditions.filter(|condition| condition.state == ConditionState::Unknown).count()
}

/// Returns by what rules a result comes out that cannot be relied on, and never that it is enough. The points stand beside
/// it everywhere, with what they are held against.
fn unreliable(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (messages, edition) = (phrases.messages, &assessed.scheme.edition);
    let named =
        |sentence, date: Option<Date>| date.map(|date| format(sentence, &[&day(date, messages)]));
    let sentence = match assessed.assessment.validity {
        Validity::Ended => named(messages.by_ended, edition.to),
        Validity::NotYet => named(messages.by_not_yet, edition.from),
        Validity::Draft => Some(messages.by_draft.to_owned()),
        Validity::Doubtful | Validity::InForce => None,
    };
    let sentence = sentence.unwrap_or_else(|| messages.by_doubtful.to_owned());
    if assessed.counts_points() {
        return sentence;
    }
    let conditions = match (assessed.assessment.verdict, open_conditions(assessed)) {
        (Verdict::Ineligible, _) => ineligible(assessed, messages),
        (_, 0) => messages.pass_without_points.to_owned(),
        _ => conditions_only(assessed, messages),
    };
    [&sentence, messages.separator, &conditions].concat()
}

/// Returns the points shown, as far as they are known.
pub(crate) fn points(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (total, messages) = (assessed.shown().total, phrases.messages);
    let points = match total.certain() {
        Some(points) => phrases.points(points),
        None if total.high.is_unbounded() || is_wide(total, phrases.target().as_ref()) => {
            [&figure(total.low), " ", messages.or_more].concat()
        }
        None => format(messages.points_range, &[&figure(total.low), &figure(total.high)]),
    };
    if assessed.undeducted.is_some() { points + messages.before_deductions } else { points }
}

/// Returns how points stand against a fixed line, while something is still open.
fn undecided(assessed: &Assessed, target: &NamedTarget, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    if assessment.total.low >= target.points {
        let open = open_conditions(assessed);
        if open > 0 {
            return format(messages.enough_conditions_open, &[&open.to_string()]);
        }
        if assessed.scheme.line.ranking.is_none() {
            return format(messages.enough_left_out, &[&target.within(phrases)]);
        }
        if assessment.standings.is_empty() {
            return format(messages.reached_then_rank, &[&figure(target.points)]);
        }
        return ranked(assessed, phrases);
    }
    if assessment.total.high < target.points && assessment.open.is_empty() {
        return format(messages.short_left_out, &[&figure(target.points - assessment.total.high)]);
    }
    if assessment.open.is_empty() {
        return messages.sources_open.to_owned();
    }
    let shown = assessed.shown().total;
    if shown.low >= target.points {
        return format(messages.enough_undeducted, &[&figure(target.points)]);
    }
    format(messages.lacks_now, &[&figure(target.points - shown.low)])
}

/// Returns how points stand against the latest cut-off of a ranking.
fn ranked(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (messages, assessment) = (phrases.messages, &assessed.assessment);
    let latest = assessed.scheme.line.latest();
    let standing = |(position, round)| Some((position, assessment.standings.get(position)?, round));
    let Some((position, standing, round)) = latest.and_then(standing) else {
        return without_line(assessed, phrases);
    };
    let undeducted = assessed.undeducted.as_ref().and_then(|one| one.standings.get(position));
    if standing.reached.is_none() && undeducted.is_some_and(|one| one.reached == Some(true)) {
        return format(messages.ranked_undeducted, &[&round.round, &figure(round.points)]);
    }
    let total = assessment.ranked.unwrap_or(assessment.total);
    let sentence = beside_cutoff(round, standing.reached, total, phrases);
    // Beside another total the difference would look wrong.
    if total == assessment.total || standing.reached.is_none() {
        return sentence;
    }
    format(messages.ranked_of, &[&phrases.range(total), &sentence])
}

/// Returns what the points are a part of, where no line is known; else only what decides.
fn without_line(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let line = &assessed.scheme.line;
    let name = phrases.text(&line.name).into_owned();
    let Some(table) = &line.table_total else { return name };
    let most = Bounds::of(&assessed.scheme).total().high;
    if most.is_unbounded() {
        return name;
    }
    let [most, all] = [most, table.points].map(figure);
    let part = format(phrases.messages.part_of_table, &[&most, &all]);
    [&name, phrases.messages.separator, &part].concat()
}

/// Returns how points stand beside a past cut-off; `reached` is `None` while that is open.
pub(crate) fn beside_cutoff(
    cutoff: &Cutoff,
    reached: Option<bool>,
    held: PointsRange,
    phrases: &Phrases<'_>,
) -> String {
    let (messages, points) = (phrases.messages, figure(cutoff.points));
    match reached {
        Some(true) => format(messages.ranked_above, &[&cutoff.round, &points]),
        Some(false) => {
            let lacking = figure(cutoff.points - held.high);
            // What is open can only take more away from the most.
            let sentence = match held.certain() {
                Some(_) => messages.ranked_below,
                None => messages.ranked_below_least,
            };
            format(sentence, &[&cutoff.round, &points, &lacking])
        }
        None => format(messages.ranked_open, &[&cutoff.round, &points]),
    }
}

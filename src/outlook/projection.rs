//! The answers as they will be on a later day, if the person goes on as now.

use jiff::civil::Date;

use super::count::{Count, Elapsed};
use super::followed::Followed;
use crate::answers::{Answers, Value};
use crate::assess::calendar::{full_months, months_begun};
use crate::assess::{Fact, Facts, Summary, Truth, completed, last_of_round, presumed};
use crate::order;
use crate::scheme::{AnswerKind, Growth, Question, Ref, Scheme};

/// Answers that differ from those given, by the position of the question.
pub(super) type Values = Vec<(usize, Fact<'static>)>;

/// Into how many parts a time is cut in which one of two counts grows.
const PARTS: i64 = 12;

/// Returns the answers as they will be on day `to`, if the person goes on as on day `on`.
///
/// Months that can change and are more than none grow by the full months between the days, up to the question's
/// largest answer, or by the months of the calendar where the rules count them up to the end of a month; years and
/// times that change with time grow by full years. Where a scheme's round moves with time, all of these are counted up to the round, so they grow by twelve months or a year for each round that
/// passes. What a [`Growth`] says of a count comes first. Whether a count goes on that may not be asked, nobody has said.
/// An answer that may then be one of several is left out: it is open. `paused` holds the positions of questions whose
/// facts will not go on.
pub fn project(
    scheme: &Scheme,
    answers: &Answers,
    on: Date,
    to: Date,
    paused: &[usize],
) -> Answers {
    let answers = &*completed(scheme, answers, on);
    let mut later = answers.clone();
    let projection = Projection::of(scheme, answers, on, paused);
    for (position, value) in projection.values(projection.elapsed(to)) {
        let question = &scheme.questions[position];
        let value = match (value, later.get(&question.id), &question.kind) {
            (
                Fact::Number(months),
                Some(Value::MonthCounts(counts)),
                AnswerKind::MonthCounts { max, .. },
            ) => Some(Value::with_months(counts, months, *max)),
            (Fact::Number(number), ..) => Some(Value::Number(number)),
            _ => None,
        };
        later.set(&scheme.questions[position].id, value);
    }
    later
}

/// Returns the positions of the questions whose answers grow, or may grow, while the person goes on as now. A round moves
/// too, but nobody has to do anything for that, so it is not among them.
pub fn going_on(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<usize> {
    let answers = &*completed(scheme, answers, on);
    let projection = Projection::of(scheme, answers, on, &[]);
    let goes_on = |count: &&Count| {
        count.asked && count.goes != Truth::No && !scheme.questions[count.question].is_round()
    };
    let counts = projection.counts.iter().filter(goes_on).map(|count| count.question);
    let followed = projection.followed.iter().filter(|one| one.grows());
    order::by_key(counts.chain(followed.map(|one| one.question)), |position| *position)
}

/// What grows from a day on.
pub(super) struct Projection<'a> {
    scheme: &'a Scheme,
    on: Date,
    /// The counts that change with time.
    counts: Vec<Count>,
    /// The answers that follow from histories.
    followed: Vec<Followed<'a>>,
    /// The question that names the round the scheme counts up to, and how it moves.
    round: Option<Round>,
    /// A round that never moves and that nobody named: the position of its question, and the coming one.
    fixed: Option<(usize, i64)>,
}

/// The round that a scheme counts up to.
struct Round {
    question: usize,
    /// The year that it names: the person's, or the coming one.
    year: i64,
    paused: bool,
}

impl<'a> Projection<'a> {
    /// Finds what changes with time. Nothing goes on where nothing has begun, and of a question that is not asked only a
    /// window moves: what was answered of it before falls out.
    pub(super) fn of(
        scheme: &'a Scheme,
        answers: &'a Answers,
        on: Date,
        paused: &[usize],
    ) -> Projection<'a> {
        let facts = Facts::new(scheme, answers, on);
        let followed = Followed::all(scheme, answers, &facts, on, paused);
        let positions = 0..scheme.questions.len();
        let by_hand =
            |position: &usize| followed.iter().all(|followed| followed.question != *position);
        let counts = positions.filter(by_hand);
        let counts = counts.filter_map(|position| count(scheme, &facts, position, paused));
        let counts: Vec<Count> = counts.collect();
        let round = scheme.questions.iter().position(Question::is_round);
        let round = round.map(|question| {
            let coming = coming(&scheme.questions[question], on);
            let year = match facts.known(question) {
                Some(Fact::Number(year)) => year.max(coming),
                _ => coming,
            };
            Round { question, year, paused: paused.contains(&question) }
        });
        let fixed = scheme.questions.iter().position(stays);
        let unnamed = |position: &usize| facts.known(*position).is_none();
        let fixed = fixed
            .filter(unnamed)
            .and_then(|position| Some((position, presumed(&scheme.questions[position], on)?)));
        Projection { scheme, on, counts, followed, round, fixed }
    }

    /// Returns what changes, as it will be once some time has passed.
    pub(super) fn values(&self, elapsed: Elapsed) -> Values {
        let counts = self.counts.iter().map(|count| (count.question, count.after(elapsed)));
        let fixed = self.fixed.map(|(position, year)| (position, Fact::Number(year)));
        let followed = self.followed.iter().map(|one| (one.question, one.after(elapsed)));
        counts.chain(followed).chain(fixed).collect()
    }

    /// Sums up how it stands on a day, not earlier than the first. `now` are the facts on the first day.
    pub(super) fn summary(&self, now: &Facts<'_>, day: Date) -> Summary {
        let elapsed = self.elapsed(day);
        let values = self.values(elapsed);
        let choices: Vec<Vec<Facts<'_>>> = (self.pairs().into_iter())
            .map(|pair| {
                let shares = self.shares(pair, elapsed).into_iter();
                shares.map(|shares| now.with(&[&values[..], &shares].concat(), day)).collect()
            })
            .collect();
        let any = Summary::of_any(self.scheme, &choices);
        any.unwrap_or_else(|| Summary::of(self.scheme, &now.with(&values, day), &mut |_| ()))
    }

    /// Returns the pairs of counts of which one at a time grows, where it is certain that one of them does.
    fn pairs(&self) -> Vec<[&Count; 2]> {
        let entries = self.scheme.growths.iter().filter(|growth| growth.one_at_a_time);
        let pair = |growth: &Growth| {
            let named = |count: &&Count| {
                growth.questions.iter().any(|one| one.position() == Some(count.question))
            };
            let counts: Vec<&Count> = self.counts.iter().filter(named).collect();
            let known = growth.questions.len() == counts.len();
            let grow = counts.iter().all(|count| count.goes == Truth::Yes && count.shared);
            <[&Count; 2]>::try_from(counts).ok().filter(|_| known && grow)
        };
        entries.filter_map(pair).collect()
    }

    /// Returns how two counts may share some time: each share a part of it in which neither is certain, and together
    /// all there are.
    fn shares(&self, [first, second]: [&Count; 2], elapsed: Elapsed) -> Vec<Values> {
        let all = elapsed.at(first.pace);
        let parts = all.clamp(1, PARTS);
        let width = i64::from(all > PARTS);
        let share = |part: i64| {
            let from = all * part / parts;
            let to = if width > 0 { all * (part + 1) / parts } else { from };
            vec![
                (first.question, first.grown_by(from, to)),
                (second.question, second.grown_by(all - to, all - from)),
            ]
        };
        (0..=(parts - width)).map(share).collect()
    }

    /// Returns what an answer that follows from a history may be once some time has passed; nothing of another answer.
    pub(super) fn followed(&self, position: usize, elapsed: Elapsed) -> Option<Fact<'static>> {
        let mut followed = self.followed.iter();
        followed.find(|one| one.question == position).map(|one| one.after(elapsed))
    }

    /// Returns whether the answer to a question grows with time.
    pub(super) fn grows(&self, position: usize) -> bool {
        self.counts.iter().any(|count| count.question == position && count.goes != Truth::No)
            || self.followed.iter().any(|one| one.question == position && one.grows())
    }

    /// Returns whether the answer to a question may be another one with time: it grows, or a window leaves its months
    /// behind.
    pub(super) fn moves(&self, position: usize) -> bool {
        let of = |count: &&Count| count.question == position;
        self.counts.iter().filter(of).any(|count| count.goes != Truth::No || count.is_windowed())
            || self.followed.iter().any(|one| one.question == position && one.moves())
    }

    /// Returns the questions whose answers may be one of several once time has passed, as the rules say of their counts.
    pub(super) fn uncertain(&self) -> Vec<usize> {
        let uncertain = self.counts.iter().filter(|count| count.asked && count.is_uncertain());
        let followed = self.followed.iter().filter(|one| one.is_uncertain());
        let followed = followed.map(|one| one.question);
        uncertain.map(|count| count.question).chain(followed).collect()
    }

    /// Returns whether the answer to a question, or what is presumed of it, is another one on a day than on the day
    /// before.
    pub(super) fn changes_on(&self, position: usize, day: Date) -> bool {
        let before = self.elapsed(day.yesterday().unwrap_or(day));
        let after = self.elapsed(day);
        match self.counts.iter().find(|count| count.question == position) {
            Some(count) => count.after(before) != count.after(after),
            None => match self.followed.iter().find(|one| one.question == position) {
                Some(followed) => followed.after(before) != followed.after(after),
                None => self.scheme.questions[position].is_round() && before.years != after.years,
            },
        }
    }

    /// Returns the last day of the round that never moves, if the scheme has one and it is known.
    pub(super) fn last_of_round(&self, now: &Facts<'_>) -> Option<Date> {
        let position = self.scheme.questions.iter().position(stays)?;
        let question = &self.scheme.questions[position];
        let year = match (now.known(position), self.fixed) {
            (Some(Fact::Number(year)), _) | (_, Some((_, year))) => year,
            _ => return None,
        };
        last_of_round(question, i16::try_from(year).ok()?)
    }

    /// Returns the time that counts up to a day.
    pub(super) fn elapsed(&self, to: Date) -> Elapsed {
        match &self.round {
            Some(Round { paused: true, .. }) => Elapsed::default(),
            Some(Round { question, year, .. }) => {
                // A round that was named moves once it is over itself.
                let years = (coming(&self.scheme.questions[*question], to) - year).max(0);
                Elapsed { months: years * 12, calendar_months: years * 12, years, day: Some(to) }
            }
            None => {
                let months = full_months(self.on, to).max(0);
                let calendar_months = months_begun(self.on, to);
                Elapsed { months, calendar_months, years: months / 12, day: Some(to) }
            }
        }
    }
}

/// Finds how the count of a question goes on; `None` where it does not change.
fn count(scheme: &Scheme, facts: &Facts<'_>, position: usize, paused: &[usize]) -> Option<Count> {
    let start = facts.given(position)?.number()?;
    let mut count = Count::of(scheme, position, start)?;
    let (asked, growth) = (facts.asked(position), scheme.growth_of(position));
    count.asked = asked != Truth::No;
    if !count.asked && !count.is_windowed() {
        return None;
    }
    let only_while = growth.and_then(|growth| growth.only_while.as_ref());
    count.goes = match only_while.map_or(Truth::Yes, |test| facts.holds(test)) {
        _ if paused.contains(&position) => Truth::No,
        Truth::Yes if asked != Truth::Yes => Truth::Open,
        goes => goes,
    };
    // Another count takes the time where it has begun, and may where it is open.
    let takes = |other: usize| {
        other != position
            && !paused.contains(&other)
            && facts.asked(other) != Truth::No
            && facts.known(other).and_then(Fact::number).is_none_or(|number| number > 0)
    };
    if let Some(growth) = growth.filter(|growth| growth.one_at_a_time) {
        count.shared = growth.questions.iter().filter_map(Ref::position).any(takes);
    }
    count.changes().then_some(count)
}

/// Returns the coming round of a question on a day.
fn coming(question: &Question, day: Date) -> i64 {
    presumed(question, day).unwrap_or(i64::from(day.year()))
}

/// Whether a question names a coming round that stays what it is while time passes.
fn stays(question: &Question) -> bool {
    question.presume.is_some() && !question.is_round()
}

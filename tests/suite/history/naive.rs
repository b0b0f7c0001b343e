//! The same counts made the long way: for each month of a century, is it one that counts?

use std::cell::Cell;

use jifen::answers::{Answers, Period, Value};
use jifen::scheme::{AnswerKind, Count, Day, Follows, Month, Months, Presumption, Ref, Scheme};
use jiff::civil::Date;

/// Yes, no, or nobody knows.
type Known = Option<bool>;

/// Who is asked about which months, and up to when.
struct Person<'a> {
    scheme: &'a Scheme,
    answers: &'a Answers,
    question: usize,
    /// The last month that can count.
    last: Month,
    /// The last month of a period without an end.
    going: Month,
    /// The present month.
    now: Month,
    /// Whether it is said by hand that nothing goes on.
    ended: bool,
    /// Whether a piece has months of which nobody knows.
    doubts: Cell<bool>,
}

/// Whether a question about whether the periods of a history go on was answered with no.
pub(super) fn said_to_end(scheme: &Scheme, answers: &Answers, history: &str) -> bool {
    (0..scheme.questions.len()).any(|other| {
        let said_no = answers.get(&scheme.questions[other].id) == Some(&Value::Flag(false));
        let follows = following(scheme, other).filter(|follows| follows.count == Count::GoOn);
        said_no
            && follows.is_some_and(|follows| {
                let mut histories = Vec::new();
                note_left_out(&follows.months, true, &mut histories);
                histories.iter().any(|one| one == history)
            })
    })
}

/// What a history says of a question: `None` where it says nothing, `Some(None)` where it is not certain.
pub(super) fn count(
    scheme: &Scheme,
    question: usize,
    answers: &Answers,
    on: Date,
) -> Option<Option<Value>> {
    let follows = following(scheme, question)?;
    let value = alone(scheme, question, answers, on)?;
    // What leaves out the months of another count rests on it.
    let mut left_out = Vec::new();
    note_left_out(&follows.months, false, &mut left_out);
    let contradicted =
        (0..scheme.questions.len()).filter(|other| *other != question).any(|other| {
            let Some(given) = answers.get(&scheme.questions[other].id) else { return false };
            let Some(follows) = following(scheme, other) else { return false };
            let mut taken = Vec::new();
            note_left_out(&follows.months, true, &mut taken);
            let concerned = taken.iter().any(|history| left_out.contains(history));
            let said = alone(scheme, other, answers, on).flatten();
            let said = said.or_else(|| Value::none(&scheme.questions[other].kind));
            concerned && said.as_ref() != Some(given)
        });
    // What a rule takes months off of has to go on.
    let stands =
        scheme.questions[question].calendar_months && !still(answers, scheme, &follows.months);
    Some(value.filter(|_| !contradicted && !stands))
}

fn following(scheme: &Scheme, question: usize) -> Option<&Follows> {
    scheme
        .follows
        .iter()
        .find(|follows| follows.questions.iter().any(|one| one.position() == Some(question)))
}

/// Notes the histories whose months are left out, or with `all` every one.
fn note_left_out(months: &Months, all: bool, found: &mut Vec<String>) {
    match months {
        Months::Of { history, .. } => found.extend(all.then(|| history.id().to_owned())),
        Months::Any(parts) | Months::All(parts) => {
            parts.iter().for_each(|part| note_left_out(part, all, found));
        }
        Months::Without { of, without } => {
            note_left_out(of, all, found);
            note_left_out(without, true, found);
        }
        Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
            note_left_out(of, all, found);
        }
    }
}

/// Whether a period of these months has no end.
fn still(answers: &Answers, scheme: &Scheme, months: &Months) -> bool {
    let Months::Of { history: of, kinds } = months else { panic!("{months:?}") };
    let mut periods = history(scheme, answers, of).unwrap_or_default().iter();
    periods.any(|period| period.to.is_none() && kinds.iter().any(|kind| kind.id() == period.kind))
}

/// The same whatever else was answered.
fn alone(scheme: &Scheme, question: usize, answers: &Answers, on: Date) -> Option<Option<Value>> {
    let follows = following(scheme, question)?;
    if !told(scheme, answers, &follows.months, follows.if_named) {
        return None;
    }
    let (last, going) = end(scheme, follows, answers, on)?;
    // The months before a day do not hold its own: of a window only finished months are looked at.
    let last = if follows.last.is_some() { going } else { last };
    let person = Person {
        scheme,
        answers,
        question,
        last,
        going,
        now: Month::of(on),
        ended: {
            let mut taken = Vec::new();
            note_left_out(&follows.months, true, &mut taken);
            taken.iter().any(|history| said_to_end(scheme, answers, history))
        },
        doubts: Cell::new(false),
    };
    let first = follows.last.map(|months| last.plus(1 - i64::from(months)));
    let century = || (0..2000).map(|month| Month::new(1945, 1).unwrap().plus(month));
    let months: Vec<Known> = century()
        .map(|month| match first.is_some_and(|first| month < first) || month > last {
            true => Some(false),
            false => person.holds(&follows.months, month),
        })
        .collect();
    let sum = |known: &[Known]| {
        let certain = known.iter().all(Option::is_some);
        certain.then(|| known.iter().flatten().filter(|counts| **counts).count() as i64)
    };
    let kind = &scheme.questions[question].kind;
    let number = |number: Option<i64>| match kind {
        AnswerKind::YesNo => {
            let least = i64::from(follows.at_least.expect("from how many months on"));
            number.map(|number| Value::Flag(number >= least))
        }
        AnswerKind::Number { min, max, .. } => {
            number.map(|number| Value::Number(number.min(*max).max(*min)))
        }
        _ => panic!("{kind:?}"),
    };
    Some(match follows.count {
        Count::Months => number(sum(&months)),
        Count::Years => number(sum(&months).map(|months| months / 12)),
        Count::LongestRun => {
            let mut longest = 0;
            let mut run = 0;
            for month in &months {
                run = if *month == Some(true) { run + 1 } else { 0 };
                longest = longest.max(run);
            }
            number(Some(longest))
        }
        Count::GoOn => goes_on(answers, scheme, &follows.months, Month::of(on)).map(Value::Flag),
        Count::Pieces => {
            let mut pieces = Vec::new();
            person.pieces(&follows.months, &mut pieces, &century().collect::<Vec<_>>());
            if person.doubts.get() {
                return Some(None);
            }
            pieces.retain(|piece| !piece.is_empty());
            pieces.sort_by_key(|piece| *piece.last().unwrap());
            let mut seen: Vec<Month> = Vec::new();
            for piece in &mut pieces {
                piece.retain(|month| !seen.contains(month));
                seen.extend(piece.iter());
            }
            pieces.retain(|piece| !piece.is_empty());
            let AnswerKind::MonthCounts { max, .. } = kind else { panic!("{kind:?}") };
            let counts = pieces.iter().map(|piece| (piece.len() as i64).min(*max));
            Some(Value::MonthCounts(counts.collect()))
        }
    })
}

/// The last month that counts, and the last of what goes on.
fn end(scheme: &Scheme, follows: &Follows, answers: &Answers, on: Date) -> Option<(Month, Month)> {
    let now = Month::of(on);
    let finished = if follows.present { now } else { now.plus(-1) };
    if follows.until == Some(Day::EndOfMonthBefore(Box::new(Day::On))) {
        return Some((now.plus(-1), now.plus(-1)));
    }
    let Some(Day::InYear { plus, month, day, .. }) = &follows.until else {
        assert!(follows.until.is_none(), "no scheme counts up to another day");
        return Some((now, finished));
    };
    let question = scheme.questions.iter().find(|question| question.presume.is_some())?;
    let year = match answers.get(&question.id) {
        Some(Value::Number(year)) => Some(*year as i16),
        _ => coming(question.presume.as_ref()?, on),
    };
    let until = match year {
        Some(year) => Date::new(year + plus, *month, *day).unwrap(),
        None if follows.ahead => return None,
        None => return Some((now, finished)),
    };
    if until > on && !follows.ahead {
        return Some((now, finished));
    }
    // The last days of months are all that schemes count up to.
    assert_eq!(until, until.last_of_month());
    Some((Month::of(until), Month::of(until)))
}

fn coming(presumption: &Presumption, on: Date) -> Option<i16> {
    let Presumption::ComingRound { filed_until } = presumption;
    let last = |year: i16| {
        let known = filed_until.known.iter().find(|day| day.year() == year).copied();
        known.or_else(|| {
            let day = filed_until.otherwise?;
            Some(Date::new(year, day.month, day.day).unwrap())
        })
    };
    let year = if on <= last(on.year())? { on.year() } else { on.year() + 1 };
    last(year).map(|_| year)
}

fn history<'a>(scheme: &Scheme, answers: &'a Answers, history: &Ref) -> Option<&'a [Period]> {
    match answers.get(&scheme.questions[history.position().unwrap()].id)? {
        Value::Periods(periods) => Some(periods),
        _ => None,
    }
}

fn named(periods: &[Period], kinds: &[Ref]) -> bool {
    periods.iter().any(|period| kinds.iter().any(|kind| kind.id() == period.kind))
}

fn told(scheme: &Scheme, answers: &Answers, months: &Months, if_named: bool) -> bool {
    match months {
        Months::Of { history: of, kinds } => {
            history(scheme, answers, of).is_some_and(|periods| !if_named || named(periods, kinds))
        }
        Months::Any(parts) | Months::All(parts) => {
            parts.iter().all(|part| told(scheme, answers, part, if_named))
        }
        Months::Without { of, without } => {
            told(scheme, answers, of, if_named) && told(scheme, answers, without, if_named)
        }
        Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
            told(scheme, answers, of, if_named)
        }
    }
}

/// Whether something goes on: what ended within three months, or is of another kind, leaves it open.
fn goes_on(answers: &Answers, scheme: &Scheme, months: &Months, now: Month) -> Known {
    let Months::Of { history: of, kinds } = months else { panic!("{months:?}") };
    let periods = history(scheme, answers, of).unwrap_or_default();
    let mut known = Some(false);
    for period in periods {
        let to = period.to.unwrap_or(now);
        if to >= now && kinds.iter().any(|kind| kind.id() == period.kind) {
            return Some(true);
        }
        if to >= now.plus(-3) {
            known = None;
        }
    }
    known
}

impl Person<'_> {
    fn holds(&self, months: &Months, month: Month) -> Known {
        match months {
            Months::Of { history: of, kinds } => {
                let periods = history(self.scheme, self.answers, of).unwrap_or_default();
                let mut any = Some(false);
                for period in periods {
                    if kinds.iter().any(|kind| kind.id() == period.kind) {
                        match self.in_period(period, month) {
                            Some(true) => return Some(true),
                            Some(false) => {}
                            None => any = None,
                        }
                    }
                }
                any
            }
            Months::Any(parts) => {
                let known: Vec<Known> = parts.iter().map(|part| self.holds(part, month)).collect();
                match known.contains(&Some(true)) {
                    true => Some(true),
                    false if known.contains(&None) => None,
                    false => Some(false),
                }
            }
            Months::All(parts) => {
                let known: Vec<Known> = parts.iter().map(|part| self.holds(part, month)).collect();
                match known.contains(&Some(false)) {
                    true => Some(false),
                    false if known.contains(&None) => None,
                    false => Some(true),
                }
            }
            Months::Without { of, without } => {
                match (self.holds(of, month), self.holds(without, month)) {
                    (Some(false), _) | (_, Some(true)) => Some(false),
                    (Some(true), Some(false)) => Some(true),
                    _ => None,
                }
            }
            Months::Within { of, from, to } => {
                let outside =
                    from.is_some_and(|from| month < from) || to.is_some_and(|to| month > to);
                if outside { Some(false) } else { self.holds(of, month) }
            }
            Months::OnePiece(of) => self.holds(of, month),
            Months::Unbroken(of) => {
                // From here on to the end there is no gap; the present month may be missing.
                let mut then = month;
                let mut known = Some(true);
                while then <= self.last {
                    match self.holds(of, then) {
                        Some(false) if then <= self.going || then == month => return Some(false),
                        None => known = None,
                        _ => {}
                    }
                    then = then.plus(1);
                }
                known
            }
        }
    }

    /// Whether nothing of its history comes after a period.
    fn is_last(&self, period: &Period) -> bool {
        let values = self.answers.iter().filter_map(|(_, value)| match value {
            Value::Periods(periods) => Some(periods),
            _ => None,
        });
        let mut own = values.filter(|periods| periods.iter().any(|one| std::ptr::eq(one, period)));
        own.all(|periods| periods.iter().all(|one| one.to.is_some() && Some(one.from) <= period.to))
    }

    fn in_period(&self, period: &Period, month: Month) -> Known {
        if let Some(to) = period.to
            && !self.ended
            && month > to
            && month <= self.going
            && to >= self.now.plus(-3)
            && self.is_last(period)
        {
            return None;
        }
        if month < period.from || month > period.to.unwrap_or(self.going) {
            return Some(false);
        }
        let Some(multiple) = &self.scheme.questions[self.question].multiple else {
            return Some(true);
        };
        let parameter = &self.scheme.parameters[multiple.of.position().unwrap()];
        let value =
            parameter.values.iter().find(|value| value.from <= month && month <= value.to)?;
        let figures: Vec<i64> = value.yuan.into_iter().chain(value.or_yuan.clone()).collect();
        let base = period.base?;
        let reached: Vec<bool> =
            figures.iter().map(|yuan| base * 100 >= yuan * multiple.percent).collect();
        match (reached.contains(&true), reached.contains(&false)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// The months of each period by itself.
    fn pieces(&self, months: &Months, pieces: &mut Vec<Vec<Month>>, among: &[Month]) {
        let among: Vec<Month> =
            among.iter().filter(|month| **month <= self.last).copied().collect();
        match months {
            Months::Of { history: of, kinds } => {
                for period in history(self.scheme, self.answers, of).unwrap_or_default() {
                    if kinds.iter().any(|kind| kind.id() == period.kind) {
                        let held = |month: &&Month| self.in_period(period, **month) == Some(true);
                        pieces.push(among.iter().filter(held).copied().collect());
                        if among.iter().any(|month| self.in_period(period, *month).is_none()) {
                            self.doubts.set(true);
                        }
                    }
                }
            }
            Months::Any(parts) => parts.iter().for_each(|part| self.pieces(part, pieces, &among)),
            Months::Without { of, without } => {
                let doubtful = |month: &&Month| self.holds(without, **month).is_none();
                let doubtful: Vec<Month> = among.iter().filter(doubtful).copied().collect();
                let mut touched = Vec::new();
                self.pieces(of, &mut touched, &doubtful);
                if touched.iter().any(|piece| !piece.is_empty()) {
                    self.doubts.set(true);
                }
                let left = |month: &&Month| self.holds(without, **month) == Some(false);
                let left: Vec<Month> = among.iter().filter(left).copied().collect();
                self.pieces(of, pieces, &left);
            }
            Months::Within { of, from, to } => {
                let inside = |month: &&Month| {
                    from.is_none_or(|from| from <= **month) && to.is_none_or(|to| **month <= to)
                };
                let inside: Vec<Month> = among.iter().filter(inside).copied().collect();
                self.pieces(of, pieces, &inside);
            }
            other => {
                if among.iter().any(|month| self.holds(other, *month).is_none()) {
                    self.doubts.set(true);
                }
                let held = |month: &&Month| self.holds(other, **month) == Some(true);
                pieces.push(among.iter().filter(held).copied().collect());
            }
        }
    }
}

//! Counting months up to a day.

use jiff::civil::Date;

use super::months::{Held, either, join, without};
use crate::answers::{Answers, Period, Value};
use crate::assess::calendar::{end_of_month_before, in_year, later_by_years};
use crate::assess::rounds::presumed;
use crate::assess::uncertain::Truth;
use crate::scheme::{
    Count, Day, Follows, Month, Months, Multiple, Parameter, ParameterValue, Ref, Scheme,
};

/// How many months after its last one a period may still go on: records lag behind, and people write the last month that they
/// see.
const BEHIND: i64 = 3;

/// What months are counted of, and up to when.
#[derive(Clone)]
pub(crate) struct Reckoning<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) follows: &'a Follows,
    multiple: Option<(&'a Multiple, &'a Parameter)>,
    /// The histories that are answered, by the position of their question.
    histories: Vec<(usize, &'a [Period])>,
    /// The first month that any of them has.
    first: Month,
    /// The last month that can count.
    last: Month,
    /// The month of the day itself.
    now: Month,
    /// The last month that is over by then.
    over: Month,
    /// The last month of what goes on.
    going: Month,
    /// Whether the person says by hand that it does not.
    ended: bool,
}

impl<'a> Reckoning<'a> {
    /// Prepares to count on a day, for a question that asks for a multiple or not; `None` where a history that it takes is
    /// not answered, or the day of reckoning is not known.
    pub(crate) fn of(
        scheme: &'a Scheme,
        answers: &'a Answers,
        multiple: Option<&'a Multiple>,
        follows: &'a Follows,
        on: Date,
    ) -> Option<Reckoning<'a>> {
        let mut histories = Vec::new();
        if !take_histories(scheme, answers, on, &follows.months, &mut histories)
            || follows.if_named && !are_named(&follows.months, &histories)
        {
            return None;
        }
        let multiple = multiple
            .and_then(|multiple| Some((multiple, scheme.parameters.get(multiple.of.position()?)?)));
        let now = Month::of(on);
        let mut reckoning = Reckoning {
            scheme,
            follows,
            multiple,
            histories,
            first: now,
            last: now,
            now,
            over: now,
            going: now,
            ended: has_ended(scheme, answers, &follows.months),
        };
        reckoning.move_to(on, round(scheme, answers, on))?;
        let periods = reckoning.histories.iter().flat_map(|(_, periods)| periods.iter());
        let first = periods.map(|period| period.from).min().unwrap_or(reckoning.last);
        reckoning.first = first.min(reckoning.last);
        Some(reckoning)
    }

    /// Moves the day, and the round that goes with it.
    pub(crate) fn move_to(&mut self, on: Date, round: Option<i64>) -> Option<()> {
        let Follows { until, ahead, present, .. } = self.follows;
        let until = until.as_ref().map(|until| self.day(until, on, round));
        let until = match until {
            Some(None) if *ahead => return None,
            // Which round it will be is not known; its day is still to come.
            Some(None) | None => None,
            Some(Some(until)) => Some(until).filter(|until| *ahead || *until <= on),
        };
        self.last = Month::of(until.unwrap_or(on));
        let over = until.is_some_and(|until| until.last_of_month() == until);
        self.now = Month::of(on);
        self.over = if over || *present { self.last } else { self.last.plus(-1) };
        self.going = self.over;
        Some(())
    }

    /// Ends what goes on with the last month that counts on a day.
    pub(crate) fn stop(&mut self, on: Date) {
        let last = Month::of(on).plus(if self.follows.present { 0 } else { -1 });
        self.going = self.going.min(last);
    }

    fn day(&self, day: &Day, on: Date, round: Option<i64>) -> Option<Date> {
        match day {
            Day::On => Some(on),
            Day::Fixed(day) => Some(*day),
            Day::InYear { year, plus, month, day } => {
                let question = self.scheme.questions.get(year.position()?)?;
                let year = question.presume.as_ref().and(round)?;
                Some(in_year(year.saturating_add(i64::from(*plus)), *month, *day))
            }
            Day::Before { day, years } => {
                Some(later_by_years(self.day(day, on, round)?, -i64::from(*years)))
            }
            Day::EndOfMonthBefore(day) => Some(end_of_month_before(self.day(day, on, round)?)),
            Day::Answer(_) | Day::CountingDay => None,
        }
    }

    /// Returns the last month that is over by then.
    pub(super) fn over(&self) -> Month {
        self.over
    }

    /// Returns the months that are looked at one by one.
    pub(super) fn months(&self) -> impl Iterator<Item = Month> + use<> {
        let (first, last) = (self.first, self.last);
        (0..).map(move |count| first.plus(count)).take_while(move |month| *month <= last)
    }

    fn periods(&self, history: &Ref) -> &'a [Period] {
        let mut answered = self.histories.iter();
        let of = answered.find(|(position, _)| Some(*position) == history.position());
        of.map_or(&[], |(_, periods)| periods)
    }

    /// Returns which months count: of these, and where only the last so many do, of those.
    pub(super) fn held(&self, months: &Months) -> Held {
        let held = self.all(months);
        let (first, last) = self.span();
        self.within(held, first, Some(last))
    }

    /// Returns the first month that is looked at, where that is limited, and the last. A window is of months that are over:
    /// the months before a day do not hold its own, unless the question counts it.
    pub(super) fn span(&self) -> (Option<Month>, Month) {
        match self.follows.last {
            Some(last) => (Some(self.over.plus(1 - i64::from(last))), self.over),
            None => (None, self.last),
        }
    }

    fn all(&self, months: &Months) -> Held {
        match months {
            Months::Of { history, kinds } => {
                let none = self.months().map(|_| Truth::No).collect();
                let periods = self.periods(history).iter();
                let of_kind = periods.filter(|period| is_of(period, kinds));
                of_kind.fold(none, |all, period| join(all, &self.in_period(period), either))
            }
            Months::Any(parts) => self.fold(parts, either),
            Months::All(parts) => self.fold(parts, Truth::and),
            Months::Without { of, without: other } => join(self.all(of), &self.all(other), without),
            Months::Within { of, from, to } => self.within(self.all(of), *from, *to),
            Months::Unbroken(of) => self.unbroken(self.all(of)),
            Months::OnePiece(of) => self.all(of),
        }
    }

    fn fold(&self, parts: &[Months], of: impl Fn(Truth, Truth) -> Truth) -> Held {
        let sets = parts.iter().map(|part| self.all(part));
        let joined = sets.reduce(|one, other| join(one, &other, &of));
        joined.unwrap_or_else(|| self.months().map(|_| Truth::No).collect())
    }

    fn within(&self, held: Held, from: Option<Month>, to: Option<Month>) -> Held {
        let inside = self.months().map(|month| Truth::of(lies_within(month, from, to))).collect();
        join(held, &inside, Truth::and)
    }

    /// Keeps the months that reach up to the last one that is over; the present one counts where it is there.
    fn unbroken(&self, mut held: Held) -> Held {
        let mut reached = Truth::Yes;
        let months: Vec<Month> = self.months().collect();
        for (month, held) in months.iter().zip(&mut held).rev() {
            if *month > self.over && *held == Truth::No {
                continue;
            }
            reached = reached.and(*held);
            *held = reached;
        }
        held
    }

    /// Returns the months of a period, as far as their base reaches what is asked for.
    fn in_period(&self, period: &Period) -> Held {
        let perhaps = self.may_go_on(period);
        let held = |month: Month| match &self.multiple {
            // Nobody has said whether it goes on after that.
            _ if perhaps && period.to.is_some_and(|to| month > to) && month <= self.going => {
                Truth::Open
            }
            _ if !period.holds(month, self.going) => Truth::No,
            None => Truth::Yes,
            Some((multiple, parameter)) => {
                let Some(base) = period.base else { return Truth::Open };
                let Some(value) = figure(parameter, month) else { return Truth::Open };
                let mut reached = value.readings().map(|yuan| {
                    i128::from(base) * 100 >= i128::from(yuan) * i128::from(multiple.percent)
                });
                let Some(first) = reached.next() else { return Truth::Open };
                if reached.all(|other| other == first) { Truth::of(first) } else { Truth::Open }
            }
        };
        self.months().map(held).collect()
    }

    /// Returns the pieces, in the order in which they end; what goes on comes last.
    pub(super) fn pieces(&self) -> Vec<Held> {
        let mut pieces = self.pieces_of(&self.follows.months);
        let end = |piece: &Held| piece.iter().rposition(|held| *held != Truth::No);
        pieces.retain(|piece| end(piece).is_some());
        // A month that two pieces hold counts in the one that ends first.
        let mut seen: Held = self.months().map(|_| Truth::No).collect();
        let mut apart = Vec::new();
        for piece in crate::order::by_key(pieces, end) {
            apart.push(join(piece.clone(), &seen, without));
            seen = join(seen, &piece, either);
        }
        apart
    }

    fn pieces_of(&self, months: &Months) -> Vec<Held> {
        match months {
            Months::Of { history, kinds } => {
                let periods = self.periods(history).iter();
                let of_kind = periods.filter(|period| is_of(period, kinds));
                of_kind.map(|period| self.in_period(period)).collect()
            }
            Months::Any(parts) => parts.iter().flat_map(|part| self.pieces_of(part)).collect(),
            Months::Without { of, without: other } => {
                let other = self.all(other);
                self.pieces_of(of).into_iter().map(|piece| join(piece, &other, without)).collect()
            }
            Months::Within { of, from, to } => {
                let pieces = self.pieces_of(of).into_iter();
                pieces.map(|piece| self.within(piece, *from, *to)).collect()
            }
            Months::All(_) | Months::Unbroken(_) | Months::OnePiece(_) => vec![self.all(months)],
        }
    }

    /// Returns whether a period that was given with a last month may go on all the same: that month is the present one or
    /// has just passed, and nothing of the history comes after it.
    fn may_go_on(&self, period: &Period) -> bool {
        let Some(to) = period.to.filter(|_| !self.ended) else { return false };
        let holds = |periods: &&[Period]| periods.iter().any(|one| std::ptr::eq(one, period));
        let mut histories = self.histories.iter().map(|(_, periods)| *periods);
        let after = |one: &Period| one.to.is_none() || one.from > to;
        let last = histories.find(holds).is_some_and(|periods| !periods.iter().any(after));
        last && to.plus(BEHIND) >= self.now
    }

    /// Returns whether periods of these months surely go on: one does, or holds the present month. Where the last one has
    /// just ended, or only something of another kind goes on, nobody knows.
    pub(super) fn surely_goes_on(&self, months: &Months) -> Truth {
        let Months::Of { history, kinds } = months else {
            return Truth::of(self.goes_on(months));
        };
        let periods = self.periods(history);
        let goes = |period: &&Period| period.to.is_none_or(|to| to >= self.now);
        let may = |period: &Period| period.to.is_none_or(|to| to.plus(BEHIND) >= self.now);
        if periods.iter().filter(goes).any(|period| is_of(period, kinds)) {
            return Truth::Yes;
        }
        if periods.iter().any(may) { Truth::Open } else { Truth::No }
    }

    /// Returns whether periods of these months go on.
    pub(super) fn goes_on(&self, months: &Months) -> bool {
        match months {
            Months::Of { history, kinds } => {
                let mut periods = self.periods(history).iter();
                periods.any(|period| period.to.is_none() && is_of(period, kinds))
            }
            Months::Any(parts) => parts.iter().any(|part| self.goes_on(part)),
            Months::All(parts) => parts.iter().all(|part| self.goes_on(part)),
            Months::Without { of, without } => self.goes_on(of) && !self.goes_on(without),
            Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
                self.goes_on(of)
            }
        }
    }

    /// Returns whether what the answer rests on may be another with time: something goes on, or old months leave a window.
    pub(crate) fn moves(&self) -> bool {
        self.goes_on(&self.follows.months) || self.follows.last.is_some()
    }

    /// Returns whether months are held against figures, which later ones may not have yet.
    pub(crate) fn is_of_figures(&self) -> bool {
        self.multiple.is_some()
    }

    /// Returns whether nobody knows of a period whether it goes on, so that months still to come are open.
    pub(crate) fn ends_in_doubt(&self) -> bool {
        let mut periods = self.histories.iter().flat_map(|(_, periods)| periods.iter());
        periods.any(|period| self.may_go_on(period))
    }

    /// Returns whether something goes on.
    pub(crate) fn grows(&self) -> bool {
        self.goes_on(&self.follows.months)
    }

    /// Returns the stretches of months that are so.
    pub(super) fn stretches(&self, held: &Held, truth: Truth) -> Vec<[Month; 2]> {
        let months = self.months().zip(held).filter(|(_, held)| **held == truth);
        let months = months.map(|(month, _)| (month, 0));
        stretches(months).into_iter().map(|(span, _)| span).collect()
    }

    /// Returns the months whose base does not reach the figure, with the yuan that are missing.
    pub(super) fn short(&self) -> Vec<([Month; 2], i64)> {
        let Some((multiple, parameter)) = self.multiple else { return Vec::new() };
        let (first, last) = self.span();
        let missing = |month: Month| {
            let value = figure(parameter, month)?;
            // Of what sources say, the least that would be short of all.
            let least = value.readings().min()?;
            let wanted = least.saturating_mul(multiple.percent).saturating_add(99) / 100;
            let base = self.most_paid(&self.follows.months, month)?;
            (base < wanted).then(|| (month, wanted - base))
        };
        let months = self.months().filter(|month| lies_within(*month, first, Some(last)));
        stretches(months.filter_map(missing))
    }

    /// Returns the largest base of a month in the periods that count.
    fn most_paid(&self, months: &Months, month: Month) -> Option<i64> {
        match months {
            Months::Of { history, kinds } => {
                let periods = self.periods(history).iter();
                let here = periods
                    .filter(|period| is_of(period, kinds) && period.holds(month, self.going));
                here.filter_map(|period| period.base).max()
            }
            Months::Any(parts) | Months::All(parts) => {
                parts.iter().filter_map(|part| self.most_paid(part, month)).max()
            }
            Months::Without { of, .. }
            | Months::Within { of, .. }
            | Months::Unbroken(of)
            | Months::OnePiece(of) => self.most_paid(of, month),
        }
    }
}

/// Returns the round that the scheme counts up to on a day: the one named, or the coming one.
pub(crate) fn round(scheme: &Scheme, answers: &Answers, on: Date) -> Option<i64> {
    let question = scheme.questions.iter().find(|question| question.presume.is_some())?;
    match answers.get(&question.id) {
        Some(Value::Number(year)) => Some(*year),
        _ => presumed(question, on),
    }
}

/// Notes the histories that months are taken from; `false` where one of them is not answered.
fn take_histories<'a>(
    scheme: &Scheme,
    answers: &'a Answers,
    on: Date,
    months: &Months,
    histories: &mut Vec<(usize, &'a [Period])>,
) -> bool {
    let mut take = |part: &Months| take_histories(scheme, answers, on, part, histories);
    match months {
        Months::Any(parts) | Months::All(parts) => parts.iter().all(take),
        Months::Without { of, without } => take(of) && take(without),
        Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => take(of),
        Months::Of { history, .. } => {
            let Some(position) = history.position() else { return false };
            let question = &scheme.questions[position];
            let value = answers.get(&question.id).filter(|value| value.fits(question, on).is_ok());
            let Some(Value::Periods(periods)) = value else { return false };
            if histories.iter().all(|(known, _)| *known != position) {
                histories.push((position, periods));
            }
            true
        }
    }
}

/// Returns whether a month lies between two, as far as they are there.
fn lies_within(month: Month, from: Option<Month>, to: Option<Month>) -> bool {
    from.is_none_or(|from| from <= month) && to.is_none_or(|to| month <= to)
}

/// Returns whether somebody who gave histories says by hand that what they hold does not go on.
fn has_ended(scheme: &Scheme, answers: &Answers, months: &Months) -> bool {
    let histories = months.histories();
    scheme.following().any(|(position, other)| {
        let asked = &scheme.questions[position];
        other.count == Count::GoOn
            && other.months.histories().iter().any(|history| histories.contains(history))
            && answers.get(&asked.id) == Some(&Value::Flag(false))
    })
}

/// Returns whether there are periods of all kinds that months are taken from.
fn are_named(months: &Months, histories: &[(usize, &[Period])]) -> bool {
    match months {
        Months::Of { history, kinds } => {
            let mut answered = histories.iter();
            answered.any(|(position, periods)| {
                Some(*position) == history.position()
                    && periods.iter().any(|period| is_of(period, kinds))
            })
        }
        Months::Any(parts) | Months::All(parts) => {
            parts.iter().all(|part| are_named(part, histories))
        }
        Months::Without { of, without } => {
            are_named(of, histories) && are_named(without, histories)
        }
        Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
            are_named(of, histories)
        }
    }
}

fn is_of(period: &Period, kinds: &[Ref]) -> bool {
    kinds.iter().any(|kind| kind.id() == period.kind)
}

fn figure(parameter: &Parameter, month: Month) -> Option<&ParameterValue> {
    parameter.during(month, month).next()
}

/// Joins months that follow on one another and say the same.
fn stretches(months: impl Iterator<Item = (Month, i64)>) -> Vec<([Month; 2], i64)> {
    let mut stretches: Vec<([Month; 2], i64)> = Vec::new();
    for (month, said) in months {
        match stretches.last_mut() {
            Some(([_, last], same)) if *same == said && last.plus(1) == month => *last = month,
            _ => stretches.push(([month, month], said)),
        }
    }
    stretches
}

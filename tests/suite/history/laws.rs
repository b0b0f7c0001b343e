//! Laws of histories, held against people made by chance.

use jifen::answers::{Answers, Value};
use jifen::assess::{ConditionState, Verdict, assess, completed, figures};
use jifen::link::Link;
use jifen::outlook::{advise, forecast, project};
use jifen::points::PointsRange;
use jifen::scheme::{AnswerKind, Month, Scheme};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::naive;
use super::people::{WITH_HISTORIES, anybody, somebody};
use crate::people::{SCHEMES, chance};

/// The same answers as somebody would type them who counted the months.
fn typed(scheme: &Scheme, answers: &Answers, on: Date) -> Answers {
    let mut typed = completed(scheme, answers, on).into_owned();
    for question in &scheme.questions {
        if !question.kind.period_kinds().is_empty() {
            typed.set(&question.id, None);
        }
    }
    typed
}

#[test]
fn every_city_takes_a_history() {
    for scheme in SCHEMES.iter() {
        assert!(!scheme.follows.is_empty(), "{} {}", scheme.id, scheme.edition.id);
    }
}

/// Whether a range lies in another.
fn is_within(one: PointsRange, other: PointsRange) -> bool {
    other.low <= one.low && one.high <= other.high
}

/// Whether a history leaves open what follows from it.
fn leaves_open(scheme: &Scheme, answers: &Answers, on: Date) -> bool {
    let completed = completed(scheme, answers, on);
    let figures = figures(scheme, answers, on);
    figures.iter().any(|one| completed.get(&scheme.questions[one.question].id).is_none())
}

/// 2,000 people for each scheme and edition. Where a history leaves something open it says more than nobody's answer.
#[test]
fn a_history_and_the_same_facts_typed_as_counts_give_the_same_assessment() {
    for scheme in WITH_HISTORIES.iter() {
        let mut runner = proptest::test_runner::TestRunner::new(chance(2000));
        let law = runner.run(&somebody(scheme), |(on, answers)| {
            let typed = typed(scheme, &answers, on);
            let (mut one, mut other) = (assess(scheme, &answers, on), assess(scheme, &typed, on));
            if leaves_open(scheme, &answers, on) {
                prop_assert!(
                    is_within(one.total, other.total),
                    "{:?} {:?}",
                    one.total,
                    other.total
                );
                prop_assert!(other.verdict == one.verdict || other.verdict == Verdict::Undecided);
                for (one, other) in one.conditions.iter().zip(&other.conditions) {
                    let open = other.state == ConditionState::Unknown;
                    prop_assert!(open || one.state == other.state);
                }
                return Ok(());
            }
            // Whether a history is there is all that may differ.
            for assessment in [&mut one, &mut other] {
                assessment.asked.clear();
            }
            prop_assert_eq!(one, other);
            Ok(())
        });
        law.unwrap_or_else(|error| panic!("{}: {error}", scheme.id));
    }
}

/// The same person once the bases are known, and whether what ends last goes on.
fn turned_out(
    scheme: &Scheme,
    answers: &Answers,
    on: Date,
    bases: &[i64],
    ends: &[bool],
) -> Answers {
    let mut turned_out = answers.clone();
    for question in &scheme.questions {
        let Some(Value::Periods(periods)) = answers.get(&question.id) else { continue };
        let based = matches!(question.kind, AnswerKind::Periods { base: true, .. });
        let last = periods.iter().map(|period| period.to).max_by_key(|to| (to.is_none(), *to));
        let periods = periods.iter().zip(bases).zip(ends).map(|((period, base), goes_on)| {
            let mut period = period.clone();
            period.base = period.base.or_else(|| based.then_some(*base));
            let ended = period.to.is_some_and(|to| to.plus(3) >= Month::of(on));
            // What has just ended may go on, unless somebody says that it does not.
            let may = !naive::said_to_end(scheme, answers, &question.id);
            if *goes_on && ended && last == Some(period.to) && may {
                period.to = None;
            }
            period
        });
        turned_out.set(&question.id, Some(Value::periods(periods)));
    }
    turned_out
}

proptest! {
    #![proptest_config(chance(4000))]

    #[test]
    fn a_count_equals_one_made_month_by_month((scheme, on, answers) in anybody()) {
        let figures = figures(scheme, &answers, on);
        for figure in &figures {
            let question = &scheme.questions[figure.question];
            let naive = naive::count(scheme, figure.question, &answers, on);
            // A break since the day to which a filing counts leaves open what a rule takes months off of.
            if !question.calendar_months || figure.value.is_some() {
                prop_assert_eq!(Some(&figure.value), naive.as_ref(), "{}", question.id);
            }
            prop_assert!(figure.low <= figure.high);
            let stretches = figure.counted.iter().chain(&figure.open);
            for [from, to] in stretches {
                prop_assert!(from <= to && figure.span.0.is_none_or(|first| first <= *from));
                prop_assert!(*to <= figure.span.1);
            }
        }
        // What is not counted is not counted by the other either.
        for position in 0..scheme.questions.len() {
            if figures.iter().all(|figure| figure.question != position) {
                prop_assert_eq!(naive::count(scheme, position, &answers, on), None);
            }
        }
    }

    /// What a forecast takes an answer to be on a later day is what the history says on that day, while all goes on.
    #[test]
    fn a_later_day_counts_as_the_history_then_says(
        (scheme, on, mut answers) in anybody(),
        months in 1..70_i64,
    ) {
        // Where a round is counted up to, another law says when it moves.
        if scheme.questions.iter().any(|one| one.presume.is_some()) {
            return Ok(());
        }
        for (position, question) in scheme.questions.iter().enumerate() {
            if scheme.follows_of(position).is_some() {
                answers.set(&question.id, None);
            }
        }
        let to = Month::of(on).plus(months);
        let to = date(to.year().cast_signed() as i16, to.number().cast_signed() as i8, on.day().min(28));
        let later = project(scheme, &answers, on, to, &[]);
        let mut untouched = answers.clone();
        for (position, question) in scheme.questions.iter().enumerate() {
            if scheme.follows_of(position).is_none() && question.kind.period_kinds().is_empty() {
                untouched.set(&question.id, later.get(&question.id).cloned());
            }
        }
        let counted = completed(scheme, &untouched, to);
        for (position, question) in scheme.questions.iter().enumerate() {
            if scheme.follows_of(position).is_some() && later.get(&question.id).is_some() {
                prop_assert_eq!(later.get(&question.id), counted.get(&question.id), "{}", &question.id);
            }
        }
    }

    /// A number between what the history leaves open, given by hand, gives points in the range.
    #[test]
    fn a_range_holds_every_number_that_the_history_leaves_open(
        (scheme, on, answers) in anybody(),
        share in 0..=100_i64,
    ) {
        let told = assess(scheme, &answers, on);
        for figure in figures(scheme, &answers, on) {
            let question = &scheme.questions[figure.question];
            let number = matches!(question.kind, AnswerKind::Number { .. });
            let open = number && answers.get(&question.id).is_none();
            if open && figure.counts && figure.value.is_none() && !question.calendar_months {
                let mut by_hand = answers.clone();
                let between = figure.low + (figure.high - figure.low) * share / 100;
                let (low, high) = match question.kind {
                    AnswerKind::Number { min, max, .. } => (min, max),
                    _ => continue,
                };
                by_hand.set(&question.id, Some(Value::Number(between.clamp(low, high))));
                let total = assess(scheme, &by_hand, on).total;
                prop_assert!(is_within(total, told.total), "{}: {total:?} {:?}", question.id, told.total);
            }
        }
    }

    #[test]
    fn an_address_holds_a_history((scheme, on, answers) in anybody()) {
        let mut link = Link { scheme: Some(scheme.id.clone()), ..Link::default() };
        let mut histories = Answers::default();
        let kept = scheme.questions.iter().filter(|one| !one.kind.period_kinds().is_empty());
        for question in kept {
            histories.set(&question.id, answers.get(&question.id).cloned());
            link.profile.set(scheme, question, answers.get(&question.id));
        }
        let (mut read, problems) = Link::read(&link.write());
        prop_assert!(problems.is_empty(), "{problems:?}");
        let (read, problems) = read.profile.answers(scheme, on);
        prop_assert!(problems.is_empty(), "{problems:?}");
        prop_assert_eq!(&read, &histories);
        let (mut file, problems) = Link::from_file(&link.to_file()).expect("a file of this program");
        prop_assert!(problems.is_empty(), "{problems:?}");
        let (file, _) = file.profile.answers(scheme, on);
        prop_assert_eq!(&file, &histories);
    }
}

// Each of these people is forecast or advised, which takes longer than to count.
proptest! {
    #![proptest_config(chance(200))]

    /// A base that is not known yet, or an end: however that turns out, the points lie in the range, today and later.
    #[test]
    fn a_range_holds_every_way_in_which_a_history_can_turn_out(
        (scheme, on, mut answers) in anybody(),
        bases in proptest::collection::vec(2_000..45_000_i64, 8),
        ends in proptest::collection::vec(any::<bool>(), 8),
        months in 0..50_i64,
    ) {
        for (position, question) in scheme.questions.iter().enumerate() {
            if scheme.follows_of(position).is_some() {
                answers.set(&question.id, None);
            }
        }
        let turned_out = turned_out(scheme, &answers, on, &bases, &ends);
        let (one, other) = (assess(scheme, &turned_out, on), assess(scheme, &answers, on));
        prop_assert!(is_within(one.total, other.total), "{:?} {:?}", one.total, other.total);
        prop_assert!(one.verdict == other.verdict || other.verdict == Verdict::Undecided);
        let later = Month::of(on).plus(months);
        let later = forecast(scheme, &answers, on, &[]).months.into_iter()
            .find(|one| Month::of(one.day) == later);
        let then = later.and_then(|later| {
            let then = forecast(scheme, &turned_out, on, &[]);
            Some((later, then.months.into_iter().find(|one| one.day == later.day)?))
        });
        if let Some((later, then)) = then {
            prop_assert!(is_within(then.total, later.total), "{}: {:?} {:?}", later.day, then.total, later.total);
        }
    }

    /// What is advised holds however the bases turn out that are not known.
    #[test]
    fn a_promise_holds_however_a_history_turns_out(
        (scheme, on, mut answers) in anybody(),
        bases in proptest::collection::vec(2_000..45_000_i64, 8),
    ) {
        for (position, question) in scheme.questions.iter().enumerate() {
            if scheme.follows_of(position).is_some() {
                answers.set(&question.id, None);
            }
        }
        if !leaves_open(scheme, &answers, on) {
            return Ok(());
        }
        let turned_out = turned_out(scheme, &answers, on, &bases, &[false; 8]);
        for suggestion in advise(scheme, &answers, on).suggestions {
            let mut then = project(scheme, &turned_out, on, suggestion.day, &[]);
            for step in suggestion.steps.iter().chain(&suggestion.accompanying) {
                let question = &scheme.questions[step.question];
                let value = step.need.answer(question, then.get(&question.id));
                then.set(&question.id, value);
            }
            let then = assess(scheme, &then, suggestion.day);
            prop_assert!(suggestion.total.low <= then.total.low, "{suggestion:?}: {:?}", then.total);
            prop_assert!(suggestion.verdict != Verdict::Pass || then.verdict == Verdict::Pass);
        }
    }
}

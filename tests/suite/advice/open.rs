//! What advice says while answers are open, and when it says that nothing helps.

use jifen::answers::{Answers, Value, scale};
use jifen::assess::{Assessment, ConditionState, Verdict, assess};
use jifen::outlook::{Conclusion, advise, deciding, going_on};
use jifen::points::Points;
use jifen::scheme::{AnswerKind, Change, Question, Unit, Validity};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{PEOPLE, holds, later};
use crate::lives::extremes;
use crate::people::{Person, SCHEMES, chance, person_before_of};

/// Nothing is concluded from an open answer, and what is said to decide is what decides.
#[test]
fn what_is_open_is_said_to_decide() {
    for scheme in SCHEMES.iter() {
        let mut runner = TestRunner::new(chance(PEOPLE));
        let held = runner.run(&person_before_of(scheme), |(whole, before)| {
            let advice = advise(scheme, &before.answers, before.on);
            let now = before.assess();
            let open = deciding(scheme, &before.answers, before.on);
            prop_assert!(open.iter().all(|one| now.open.contains(&one.question)));
            let passes = now.verdict == Verdict::Pass;
            prop_assert_eq!(advice.conclusion == Conclusion::Enough, passes);
            prop_assert!(passes || advice.deciding == open);
            let movable = open.iter().any(|one| one.points > Points::ZERO || one.decides);
            prop_assert!(advice.conclusion != Conclusion::NoWay || !movable);
            let ranked = scheme.line.threshold.is_none()
                || scheme.line.ranking.is_some()
                || scheme.edition.validity(before.on) != Validity::InForce;
            prop_assert!(passes || (advice.conclusion == Conclusion::More) == ranked);
            // Where nothing decides, every completion comes to the same; only who is short may lack a condition as well.
            let settled = open.iter().all(|one| !one.decides);
            let then = whole.assess().verdict;
            let lacks = now.verdict == Verdict::Short && then == Verdict::Ineligible;
            prop_assert!(!settled || then == now.verdict || lacks, "{:?}", then);
            // An answer moves the points no further than is said, and settles no other condition.
            for one in &open {
                let question = &scheme.questions[one.question];
                let answered =
                    before.with(question, whole.answers.get(&question.id).cloned()).assess();
                let line = |one: &Assessment| match scheme.line.threshold {
                    Some(_) => one.total,
                    None => one.ranked.unwrap_or(one.total),
                };
                let (now_line, then) = (line(&now), line(&answered));
                prop_assert!(then.low - now_line.low <= one.points, "{}", question.id);
                prop_assert!(now_line.high - then.high <= one.points, "{}", question.id);
                for (position, (was, is)) in
                    now.conditions.iter().zip(&answered.conditions).enumerate()
                {
                    let settles =
                        was.state == ConditionState::Unknown && is.state != ConditionState::Unknown;
                    prop_assert!(!settles || one.conditions.contains(&position), "{}", question.id);
                }
            }
            Ok(())
        });
        held.unwrap_or_else(|fault| panic!("{}: {fault}", scheme.id));
    }
}

/// Where advice says that no one or two changes reach the line within ten years, whatever somebody tries does not either.
#[test]
fn where_no_way_is_named_there_is_none() {
    let (mut concluded, mut tried) = (0, 0);
    for scheme in SCHEMES.iter() {
        let mut runner = TestRunner::new(chance(PEOPLE));
        let tries =
            proptest::collection::vec((any::<[(u8, u16); 2]>(), 0..=120_i64), 60).no_shrink();
        let counts = std::cell::RefCell::new((&mut concluded, &mut tried));
        let held = runner.run(&(person_before_of(scheme), tries), |((whole, _), tries)| {
            if advise(scheme, &whole.answers, whole.on).conclusion != Conclusion::NoWay {
                return Ok(());
            }
            *counts.borrow_mut().0 += 1;
            for (changes, months) in tries {
                let day = later(whole.on, months);
                let changes = changes.into_iter();
                let changes: Vec<_> = changes
                    .filter_map(|(position, value)| change(&whole, position, value, months))
                    .collect();
                let enough = |mut life: Answers| {
                    changes.iter().for_each(|(one, value)| life.set(&one.id, Some(value.clone())));
                    let then = assess(scheme, &life, day);
                    let met = then.conditions.iter().all(|one| holds(one.state));
                    met && scheme.line.threshold.is_some_and(|line| then.total.low >= line)
                };
                let lives = extremes(&whole, day).expect("everything is answered");
                let enough = lives.into_iter().all(enough);
                prop_assert!(!enough, "{changes:?} are enough by {day}");
                *counts.borrow_mut().1 += changes.len();
            }
            Ok(())
        });
        held.unwrap_or_else(|fault| panic!("{}: {fault}", scheme.id));
    }
    // The law would hold of nobody at all, and of people who change nothing.
    assert!(concluded > 0 && tried > concluded, "{concluded} conclusions, {tried} changes");
}

/// Returns a change that somebody can make within some months, by chance: what was attained stays, and time only passes.
fn change(person: &Person, position: u8, value: u16, months: i64) -> Option<(&Question, Value)> {
    let Person { scheme, on, answers } = person;
    let position = usize::from(position) % scheme.questions.len();
    let question = &scheme.questions[position];
    let given = answers.get(&question.id)?;
    let kept = match question.changes {
        Change::Never | Change::Unplanned => return None,
        Change::LookUp => false,
        Change::Time => true,
        Change::Effort(effort) => effort.is_kept(),
    };
    if going_on(scheme, answers, *on).contains(&position) {
        return None;
    }
    let value = match (&question.kind, given) {
        (AnswerKind::YesNo, Value::Flag(flag)) if !(kept && *flag) => Value::Flag(!flag),
        (AnswerKind::Choice(choices), Value::Option(option)) => {
            let now = choices.iter().position(|choice| choice.id == *option)?;
            let to = usize::from(value) % choices.len();
            (to > now || !kept && to != now).then(|| Value::Option(choices[to].id.clone()))?
        }
        (AnswerKind::Number { step, max, decimals, .. }, Value::Number(now)) => {
            let unit = scale(*decimals);
            let most = match question.kind.unit()?.0 {
                Unit::Months => now + months * unit,
                Unit::Years => now + months / 12 * unit,
                _ => max * unit,
            };
            let steps = (most.min(max * unit) - now) / (step * unit);
            let more = i64::from(value) % (steps.max(0) + 1) * step * unit;
            (more > 0).then_some(Value::Number((now / (step * unit)) * (step * unit) + more))?
        }
        _ => return None,
    };
    value.fits(question, *on).is_ok().then_some((question, value))
}

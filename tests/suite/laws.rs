//! Laws of the core, held against random people by every scheme of the project.

use jifen::answers::{Answers, Plain, Value};
use jifen::assess::{ConditionState, Fix, Need, Verdict, assess, summarize};
use jifen::points::{Points, PointsRange};
use jifen::scheme::{AnswerKind, Keep};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::people::{Person, SCHEMES, chance, day, person, person_and_before};

fn inside(inner: PointsRange, outer: PointsRange) -> bool {
    outer.contains(inner.low) && outer.contains(inner.high)
}

/// The person after the changes of a fix.
fn after(person: &Person, fix: &Fix) -> Person {
    let mut changed = person.clone();
    for step in &fix.steps {
        let question = &person.scheme.questions[step.question];
        if let Need::Day(day) = step.need {
            changed.on = changed.on.max(day);
            continue;
        }
        let value = step.need.answer(question, changed.answers.get(&question.id));
        let value = value.expect("an answer to its question");
        changed.answers.set(&question.id, Some(value));
    }
    changed
}

proptest! {
    #![proptest_config(chance(2000))]

    #[test]
    fn a_range_contains_every_completion((whole, before) in person_and_before()) {
        let (now, then) = (before.assess(), whole.assess());
        prop_assert!(inside(then.total, now.total), "{:?} is not inside {:?}", then.total, now.total);
        for (now, then) in now.indicators.iter().zip(&then.indicators) {
            prop_assert!(inside(then.points, now.points));
            prop_assert!(now.counted.is_none() || now.counted == then.counted);
        }
        for (now, then) in now.conditions.iter().zip(&then.conditions) {
            // A condition that is met whoever it applies to may later turn out not to apply.
            let harmless = now.state == ConditionState::Met && then.state == ConditionState::NotApplicable;
            prop_assert!(now.state == ConditionState::Unknown || now.state == then.state || harmless);
        }
    }

    #[test]
    fn a_summary_says_the_same_as_the_assessment((_, before) in person_and_before()) {
        let (whole, summary) = (before.assess(), summarize(before.scheme, &before.answers, before.on));
        prop_assert_eq!((summary.total, summary.verdict), (whole.total, whole.verdict));
        prop_assert_eq!((summary.left_out, summary.ranked), (whole.left_out, whole.ranked));
        prop_assert!(summary.conditions.into_iter().eq(whole.conditions.iter().map(|result| result.state)));
        let scored = summary.indicators.iter().map(|scored| (scored.points, scored.counted));
        prop_assert!(scored.eq(whole.indicators.iter().map(|result| (result.points, result.counted))));
    }

    #[test]
    fn an_early_verdict_is_never_taken_back((whole, before) in person_and_before()) {
        let later = whole.assess().verdict;
        match before.assess().verdict {
            Verdict::Undecided => {}
            Verdict::Short => prop_assert!(matches!(later, Verdict::Short | Verdict::Ineligible)),
            early => prop_assert_eq!(early, later),
        }
    }

    #[test]
    fn a_pass_has_every_condition_and_the_line((_, before) in person_and_before()) {
        let assessment = before.assess();
        if assessment.verdict == Verdict::Pass {
            let line = before.scheme.line.threshold.expect("only a threshold is passed");
            prop_assert!(assessment.total.low >= line);
            let met = |state| matches!(state, ConditionState::Met | ConditionState::NotApplicable);
            prop_assert!(assessment.conditions.iter().all(|condition| met(condition.state)));
        }
    }

    #[test]
    fn no_indicator_exceeds_its_cap_or_its_sign((_, before) in person_and_before()) {
        let assessment = before.assess();
        for (indicator, result) in before.scheme.indicators.iter().zip(&assessment.indicators) {
            prop_assert!(indicator.cap.is_none_or(|cap| result.points.high <= cap));
            prop_assert!(result.points.low <= result.points.high);
        }
        prop_assert!(assessment.deduction.high <= Points::ZERO);
    }

    #[test]
    fn what_counts_adds_up_to_the_total(whole in person()) {
        let assessment = whole.assess();
        let plain = whole.scheme.combinations.iter().all(|together| together.keep == Keep::Highest);
        if plain && whole.scheme.floor.is_none() && assessment.total.certain().is_some() {
            let counted = assessment.indicators.iter().filter(|result| result.counted == Some(true));
            prop_assert_eq!(counted.map(|result| result.points).sum::<PointsRange>(), assessment.total);
        }
    }

    #[test]
    fn more_insured_months_never_lose_points(whole in person(), months in 1_i64..60) {
        let before = whole.assess().total;
        for question in whole.scheme.questions.iter().filter(|question| question.id.contains("insured-months")) {
            let Some(Value::Number(now)) = whole.answers.get(&question.id) else { continue };
            let more = whole.with(question, Some(Value::Number(now + months)));
            if more.answers.get(&question.id).is_some_and(|value| value.fits(question, whole.on).is_ok()) {
                prop_assert!(more.assess().total.low >= before.low, "{} more of {}", months, question.id);
            }
        }
    }

    #[test]
    fn the_order_of_answers_does_not_matter(whole in person(), seed in any::<u64>()) {
        let mut entries: Vec<(String, Plain)> = whole
            .answers
            .iter()
            .map(|(id, value)| {
                let json = serde_json::to_value(value).expect("a value is JSON");
                (id.to_owned(), serde_json::from_value(json).expect("and reads back"))
            })
            .collect();
        let fractional = |id: &str| {
            let question = &whole.scheme.questions[whole.scheme.question(id).expect("asked")];
            matches!(question.kind, AnswerKind::Number { decimals, .. } if decimals > 0)
        };
        entries.retain(|(id, _)| !fractional(id));
        let forwards = Answers::read(whole.scheme, entries.clone(), whole.on);
        let middle = seed as usize % entries.len();
        entries.rotate_left(middle);
        entries.reverse();
        let backwards = Answers::read(whole.scheme, entries, whole.on);
        prop_assert!(forwards.is_ok());
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn the_smallest_change_does_what_it_says(whole in person()) {
        let assessment = whole.assess();
        for (position, result) in assessment.indicators.iter().enumerate() {
            let Some(fix) = &result.fix else { continue };
            let gained = after(&whole, fix).assess().indicators[position].points;
            let promised = result.points.high + fix.gain;
            prop_assert!(fix.gain > Points::ZERO && gained.low == promised, "{fix:?} gives {gained:?}");
        }
        for (position, result) in assessment.conditions.iter().enumerate() {
            let Some(fix) = &result.fix else { continue };
            prop_assert_eq!(result.state, ConditionState::Unmet);
            prop_assert_eq!(after(&whole, fix).assess().conditions[position].state, ConditionState::Met);
        }
    }

    #[test]
    fn any_answers_at_all_give_an_assessment(
        entries in proptest::collection::vec((".{0,12}", hostile()), 0..40),
        index in any::<prop::sample::Index>(),
        ids in any::<bool>(),
        on in day(Date::MIN, Date::MAX),
    ) {
        let scheme = index.get(&SCHEMES);
        let known = scheme.questions.iter().map(|question| question.id.clone());
        let names: Vec<String> = if ids { known.collect() } else { entries.iter().map(|(id, _)| id.clone()).collect() };
        let values = entries.into_iter().map(|(_, value)| value);
        let answers: Answers = names.into_iter().zip(values).collect();
        let assessment = assess(scheme, &answers, on);
        prop_assert!(assessment.total.low <= assessment.total.high);
    }
}

/// Values of every kind, fitting or not.
fn hostile() -> impl Strategy<Value = Value> {
    let any_day = || day(Date::MIN, Date::MAX);
    prop_oneof![
        any::<bool>().prop_map(Value::Flag),
        ".{0,12}".prop_map(Value::Option),
        any::<i64>().prop_map(Value::Number),
        any_day().prop_map(Value::Date),
        proptest::collection::vec(any_day(), 0..30).prop_map(Value::Dates),
        proptest::collection::vec(any::<i64>(), 0..30).prop_map(Value::MonthCounts),
    ]
}

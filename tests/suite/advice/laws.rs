//! Laws of suggestions, on random people.

use jifen::assess::Verdict;
use jifen::outlook::{self, advise};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::check::check;
use super::{PEOPLE, achieves, after};
use crate::lives::lived;
use crate::people::{SCHEMES, chance, person_before_of};

#[test]
fn every_suggestion_does_what_it_promises_and_nothing_smaller_does() {
    // The law would hold of no suggestions at all.
    let mut seen: Vec<(&str, usize, bool)> = Vec::new();
    let seen = std::sync::Mutex::new(&mut seen);
    for scheme in SCHEMES.iter() {
        let mut runner = TestRunner::new(chance(PEOPLE));
        let held = runner.run(&person_before_of(scheme), |(whole, before)| {
            for person in [&whole, &before] {
                let advice = advise(person.scheme, &person.answers, person.on);
                prop_assert!(advice.suggestions.len() <= 12);
                let passes = person.assess().verdict == Verdict::Pass;
                prop_assert!(!passes || advice.suggestions.is_empty());
                for suggestion in &advice.suggestions {
                    let held = std::panic::catch_unwind(|| check(person, suggestion));
                    prop_assert!(held.is_ok(), "{suggestion:?}");
                    let kind = match suggestion.kind {
                        outlook::SuggestionKind::Reaches(_) => "reaches",
                        outlook::SuggestionKind::MeetsCondition(_) => "meets",
                        outlook::SuggestionKind::Closer => "closer",
                    };
                    let sort = (kind, suggestion.steps.len(), suggestion.waits);
                    let mut seen = seen.lock().expect("nobody panics while counting");
                    if !seen.contains(&sort) {
                        seen.push(sort);
                    }
                }
            }
            Ok(())
        });
        held.unwrap_or_else(|fault| panic!("{}: {fault}", scheme.id));
    }
    let seen = seen.into_inner().expect("nobody panics while counting");
    for sort in [
        ("reaches", 0, true),
        ("reaches", 1, false),
        ("reaches", 1, true),
        ("reaches", 2, false),
        ("reaches", 2, true),
        ("meets", 0, true),
        ("meets", 1, false),
        ("closer", 1, false),
        ("closer", 2, false),
    ] {
        assert!(seen.contains(&sort), "{sort:?} is not among {seen:?}");
    }
}

#[test]
fn a_promise_holds_whatever_the_open_answers_are() {
    for scheme in SCHEMES.iter() {
        let mut runner = TestRunner::new(chance(PEOPLE));
        let held =
            runner.run(&(person_before_of(scheme), any::<u64>()), |((whole, before), chance)| {
                let advice = advise(before.scheme, &before.answers, before.on);
                for suggestion in &advice.suggestions {
                    // What is known goes on as it may; what is open turns out to be what it is, and goes on too or not.
                    let life = lived(&whole, suggestion.day, chance);
                    let mut still = whole.answers.clone();
                    for (question, _) in before.answers.iter() {
                        still.set(question, life.get(question).cloned());
                    }
                    let steps: Vec<_> =
                        suggestion.steps.iter().chain(&suggestion.accompanying).collect();
                    let outcomes = [&life, &still]
                        .map(|life| after(&whole, life, steps.iter().copied(), suggestion.day));
                    let gained = outcomes[1].total.low - whole.assess().total.low;
                    prop_assert!(suggestion.gain <= gained, "{suggestion:?} gains {gained}");
                    for then in outcomes {
                        prop_assert!(
                            suggestion.total.low <= then.total.low,
                            "{suggestion:?}: {:?}",
                            then.total
                        );
                        prop_assert!(achieves(&before, suggestion, &then), "{suggestion:?}");
                        match suggestion.verdict {
                            Verdict::Pass => prop_assert_eq!(then.verdict, Verdict::Pass),
                            Verdict::Ineligible => {
                                prop_assert_eq!(then.verdict, Verdict::Ineligible)
                            }
                            Verdict::Short => prop_assert!(matches!(
                                then.verdict,
                                Verdict::Short | Verdict::Ineligible
                            )),
                            Verdict::Undecided => {}
                        }
                    }
                }
                Ok(())
            });
        held.unwrap_or_else(|fault| panic!("{}: {fault}", scheme.id));
    }
}

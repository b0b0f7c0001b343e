//! What holds of every suggestion: what it changes, when it can be so, that it does what it says, and that nothing smaller
//! does.

use jifen::answers::scale;
use jifen::assess::{Assessment, FixStep, Need, Verdict};
use jifen::outlook::{self, Act, End, Suggestion, forecast};
use jifen::scheme::{AnswerKind, Change, LeadTime, Question, Scheme};
use jiff::civil::Date;

use super::months::months;
use super::{achieves, after, holds, later, value};
use crate::lives::extremes;
use crate::people::Person;

fn changed_by(scheme: &Scheme, step: &FixStep) -> Change {
    scheme.questions[step.question].changes
}

/// How far a number moves at once, and its largest answer, both in its smallest step.
fn steps_of(question: &Question) -> (i64, i64) {
    match question.kind {
        AnswerKind::Number { step, max, decimals, .. } => {
            (step * scale(decimals), max * scale(decimals))
        }
        _ => (1, 1),
    }
}

/// How the person comes out on a day after some steps, in each of the lives that the answers leave open; `None` where they
/// do not say what goes on.
fn outcomes(person: &Person, steps: &[FixStep], day: Date) -> Option<Vec<Assessment>> {
    let lives = extremes(person, day)?;
    Some(lives.iter().map(|life| after(person, life, steps, day)).collect())
}

/// Holds that some steps do not achieve what a suggestion promises, whatever life is lived.
fn is_not_enough(person: &Person, suggestion: &Suggestion, steps: &[FixStep], day: Date) {
    let Some(outcomes) = outcomes(person, steps, day) else { return };
    let enough = outcomes.iter().all(|then| achieves(person, suggestion, then));
    assert!(!enough, "{steps:?} are enough by {day}");
}

/// Returns some smaller numbers than a step says, and its own.
fn smaller(person: &Person, step: &FixStep) -> Vec<FixStep> {
    let Need::Number { from, to } = step.need else { return vec![step.clone()] };
    let (size, _) = steps_of(&person.scheme.questions[step.question]);
    let count = (to - from + size - 1) / size;
    let mut tried =
        vec![count, count - 1, count - 2, count - 6, count - 12, count / 2, count / 3, 1];
    tried.retain(|count| *count > 0);
    tried.sort_unstable();
    tried.dedup();
    let number = |count: i64| FixStep {
        question: step.question,
        // Whole multiples, and not more than the suggestion asks for.
        need: Need::Number { from, to: ((from / size + count) * size).min(to) },
    };
    tried.into_iter().map(number).collect()
}

/// Nothing smaller does what a suggestion promises: no change less, no day less, and neither number one smaller, nor both
/// of two smaller on a grid, by its day or as soon as that can be so.
fn is_smallest(person: &Person, suggestion: &Suggestion, all: &[FixStep]) {
    for left_out in 0..suggestion.steps.len() {
        let mut rest = all.to_vec();
        rest.remove(left_out);
        is_not_enough(person, suggestion, &rest, suggestion.day);
    }
    if suggestion.waits {
        let yesterday = suggestion.day.yesterday().expect("a day of the calendar");
        is_not_enough(person, suggestion, all, yesterday);
    }
    let grid: Vec<Vec<FixStep>> = all.iter().map(|step| smaller(person, step)).collect();
    let unchanged = |position: usize| std::slice::from_ref(&all[position]);
    let both = suggestion.steps.len() == 2;
    let (first, second) = (0, suggestion.steps.len().saturating_sub(1));
    for position in 0..suggestion.steps.len() {
        let other = if position == first { second } else { first };
        let others = if both && position == first { &grid[other] } else { unchanged(other) };
        for one in &grid[position] {
            for another in others {
                let mut less = all.to_vec();
                less[position] = one.clone();
                if both {
                    less[other] = another.clone();
                }
                if less != all {
                    for day in [suggestion.day, later(person.on, months(person, &less))] {
                        is_not_enough(person, suggestion, &less, day);
                    }
                }
            }
        }
    }
}

/// Checks all of it.
pub(super) fn check(person: &Person, suggestion: &Suggestion) {
    let scheme = person.scheme;
    let all: Vec<FixStep> =
        suggestion.steps.iter().chain(&suggestion.accompanying).cloned().collect();
    // It changes only what can change, to an answer that fits.
    for step in &all {
        let question = &scheme.questions[step.question];
        assert!(question.changes.can_be_advised(), "{} is no thing to advise", question.id);
        let fits = value(question, &step.need, person.answers.get(&question.id))
            .fits(question, suggestion.day);
        assert!(fits.is_ok(), "{fits:?}");
        if let Need::Number { from, to } = step.need {
            assert!(from < to, "{} goes back from {from} to {to}", question.id);
            let (step, most) = steps_of(question);
            assert!(to % step == 0 || to == most, "{} is not set to a whole {to}", question.id);
        }
        // How long it takes is in the number, or said, or it is said that it was not found.
        let said = question.counts_time() || question.lead_to(step.option()).is_some();
        assert!(
            said || !matches!(question.changes, Change::Effort(_)),
            "{} has no lead",
            question.id
        );
    }
    let lead = |step: &FixStep| scheme.questions[step.question].lead_to(step.option());
    assert_eq!(
        suggestion.lead_unknown,
        all.iter().any(|step| lead(step) == Some(&LeadTime::NotFound))
    );
    for step in &all {
        if let Some(LeadTime::Stated(stated)) = lead(step) {
            assert!(suggestion.months >= i64::from(stated.months), "sooner than its lead time");
        }
    }
    let ended = scheme.edition.to.is_some_and(|to| suggestion.day > to);
    assert_eq!(suggestion.after_edition, ended);
    let (last, end) = forecast(scheme, &person.answers, person.on, &[]).until;
    let closed = Some(last).filter(|last| end == End::Round && suggestion.day > *last);
    // A round that is over already was over before the first day.
    let said = suggestion.after_round.map(|round| round.max(person.on));
    assert!(closed.is_none() || said == closed, "{:?}", suggestion.after_round);
    assert!(suggestion.steps.len() <= 2 && (suggestion.waits || !suggestion.steps.is_empty()));
    let last = later(person.on, suggestion.months);
    assert!(if suggestion.waits {
        later(person.on, suggestion.months - 1) < suggestion.day && suggestion.day <= last
    } else {
        suggestion.day == last
    });
    let needed = months(person, &all);
    assert!(if suggestion.waits {
        needed < suggestion.months
    } else {
        needed == suggestion.months
    });
    let act = if all.iter().any(|step| matches!(changed_by(scheme, step), Change::Effort(_))) {
        Act::Do
    } else if all.iter().any(|step| changed_by(scheme, step) == Change::LookUp) {
        Act::LookUp
    } else {
        Act::Wait
    };
    assert_eq!(suggestion.act, act);
    assert!(suggestion.gain <= suggestion.total.low - person.assess().total.low, "not so much");
    if let Some(then) = outcomes(person, &all, suggestion.day) {
        does_what_it_says(person, suggestion, &then);
        if suggestion.kind != outlook::SuggestionKind::Closer {
            is_smallest(person, suggestion, &all);
        }
    }
}

/// It does what it says in every life; what it does not say does not hold in every one.
fn does_what_it_says(person: &Person, suggestion: &Suggestion, then: &[Assessment]) {
    let now = person.assess();
    for then in then {
        let total = suggestion.total;
        assert!(total.low <= then.total.low && then.total.high <= total.high, "{:?}", then.total);
        assert!(achieves(person, suggestion, then), "it does not achieve what it promises");
        match suggestion.verdict {
            Verdict::Undecided => {}
            verdict => assert_eq!(then.verdict, verdict),
        }
    }
    if let [then] = then {
        assert_eq!((then.total, then.verdict), (suggestion.total, suggestion.verdict));
        if now.total.certain().is_some() && then.total.certain().is_some() {
            assert_eq!(then.total.low, now.total.low + suggestion.gain);
        }
    }
    for (position, now) in now.conditions.iter().enumerate() {
        let then = then.iter().all(|then| holds(then.conditions[position].state));
        assert_eq!(suggestion.meets.contains(&position), !holds(now.state) && then);
        assert_eq!(suggestion.lacks.contains(&position), !then);
    }
    for (position, now) in now.standings.iter().enumerate() {
        let then = then.iter().all(|then| then.standings[position].reached == Some(true));
        assert_eq!(suggestion.reaches.contains(&position), now.reached != Some(true) && then);
    }
}

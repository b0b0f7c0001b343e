//! What the page says of the questions that are left: whether they matter, how many steps they take, what comes next.

use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use jifen::answers::{Answers, Plain, Value};
use jifen::assess::Assessment;
use jifen::compare::compared;
use jifen::scheme::{Language, Scheme};
use jifen_check::CasesFile;
use jiff::civil::Date;

use super::{CHECKED, rules};
use crate::state::assessed::Assessed;
use crate::state::leading::Leading;
use crate::state::progress::Progress;
use crate::text::phrases::Phrases;
use crate::views::compare::counts;
use crate::views::result::summary::notes;
use crate::views::result::{left, plain_text};

/// Every person of the worked examples of every scheme.
fn people() -> impl Iterator<Item = (Rc<Scheme>, Date, Answers)> {
    CHECKED.schemes.iter().flat_map(|scheme| {
        let cases = fs::read_to_string(rules().join(&scheme.id).join("cases.toml"));
        let CasesFile { defaults, cases } =
            toml::from_str(&cases.expect("it can be read")).expect("it fits");
        let scheme = Rc::new(scheme.clone());
        cases.into_iter().map(move |case| {
            let mut plain: BTreeMap<String, Plain> = defaults.clone();
            plain.retain(|id, _| !case.omit.contains(id));
            plain.extend(case.answers);
            let answers = Answers::read(&scheme, plain, case.on).expect("the answers fit");
            (scheme.clone(), case.on, answers)
        })
    })
}

/// Leaves some of the questions open, others each time.
fn opened(scheme: &Scheme, answers: &Answers, round: usize) -> Answers {
    let mut opened = answers.clone();
    for (position, question) in scheme.questions.iter().enumerate() {
        if (position * 7 + round * 5) % 11 <= round % 4 {
            opened.set(&question.id, None);
        }
    }
    opened
}

/// What a person would notice: points, standing and conditions.
fn outcome(assessment: &Assessment) -> impl PartialEq + std::fmt::Debug {
    let states: Vec<_> = assessment.conditions.iter().map(|one| one.state).collect();
    (assessment.total, assessment.ranked, assessment.verdict, states)
}

#[test]
fn a_question_that_cannot_matter_changes_nothing_and_a_settled_verdict_stays() {
    let (mut idle, mut settled) = (0, 0);
    for (round, (scheme, on, answers)) in people().enumerate() {
        let fewer = opened(&scheme, &answers, round);
        let assessed = Assessed::new(scheme.clone(), None, fewer.clone(), on);
        for position in Progress::of(&assessed, &Leading::default()).idle {
            let question = &scheme.questions[position];
            let Some(value) = answers.get(&question.id) else { continue };
            let mut more = fewer.clone();
            more.set(&question.id, Some(value.clone()));
            let told = assessed.with(more);
            let [before, after] = [&assessed, &told].map(|one| outcome(&one.assessment));
            assert_eq!(before, after, "{} of {} on {on}: {fewer:?}", question.id, scheme.id);
            idle += 1;
        }
        if assessed.settled() {
            let whole = assessed.with(answers);
            let [before, after] = [&assessed, &whole].map(|one| one.assessment.verdict);
            assert_eq!(before, after, "{} on {on}: {fewer:?}", scheme.id);
            settled += 1;
        }
    }
    assert!(idle > 50 && settled > 20, "hardly anything was tried: {idle}, {settled}");
}

#[test]
fn without_what_is_rare_the_points_are_what_they_turn_out_to_be() {
    let mut narrower = 0;
    for (round, (scheme, on, answers)) in people().enumerate() {
        let fewer = opened(&scheme, &answers, round);
        let assessed = Assessed::new(scheme.clone(), None, fewer.clone(), on);
        let Some(said) = assessed.without_rare else { continue };
        let bound = assessed.shown().total;
        assert!(bound.low <= said.low && said.high <= bound.high, "{} {fewer:?}", scheme.id);
        // The person of the example, to whom nothing rare applies that is still open.
        let mut whole = answers;
        let rare = assessed.rare_sections().flat_map(|section| assessed.nones(section));
        let none = rare.map(|(position, none)| (&scheme.questions[position].id, none));
        let supposed = scheme.questions.iter().filter(|one| fewer.get(&one.id).is_none());
        let supposed =
            supposed.filter_map(|one| Some((&one.id, assessed.supposed().get(&one.id)?.clone())));
        for (id, value) in none.chain(supposed) {
            whole.set(id, Some(value));
        }
        // Another round than the one presumed would be another question.
        for (position, _) in &assessed.assessment.presumed {
            whole.set(&scheme.questions[*position].id, None);
        }
        let total = assessed.with(whole.clone()).assessment.total;
        assert!(
            said.low <= total.low && total.high <= said.high,
            "{} on {on}: {total:?} and not in {said:?}: {fewer:?} {whole:?}",
            scheme.id
        );
        narrower += usize::from(said.high < bound.high);
    }
    assert!(narrower > 100, "hardly anybody: {narrower}");
}

#[test]
fn what_comes_next_is_open_matters_and_is_not_set_aside() {
    for (round, (scheme, on, answers)) in people().enumerate() {
        let assessed = Assessed::new(scheme.clone(), None, opened(&scheme, &answers, round), on);
        let mut leading = Leading::default();
        let mut before = Progress::of(&assessed, &leading);
        while let Some(next) = before.next {
            assert!(matters(&assessed, next), "{} of {}", scheme.questions[next].id, scheme.id);
            assert!(before.steps > 0);
            leading.set_aside.push(scheme.questions[next].id.clone());
            let after = Progress::of(&assessed, &leading);
            assert_ne!(after.next, Some(next), "it was set aside");
            assert_eq!(after.aside, before.aside + 1);
            assert!(after.steps <= before.steps, "fewer are left");
            before = after;
        }
        assert_eq!(before.steps, 0, "nothing is left of {}", scheme.id);
    }
}

#[test]
fn what_is_usually_alike_is_one_step_more() {
    for scheme in
        CHECKED.schemes.iter().filter(|one| one.sections.iter().any(|part| !part.alike.is_empty()))
    {
        let scheme = Rc::new(scheme.clone());
        let section = scheme.sections.iter().position(|one| !one.alike.is_empty()).expect("one");
        let first = scheme.sections[section].alike[0].id().to_owned();
        let mut answers = Answers::default();
        let empty = Assessed::new(scheme.clone(), None, answers.clone(), scheme.edition.checked);
        assert_eq!(empty.alike_answer(section), None, "nothing to take over yet");
        answers.set(&first, Some(Value::Number(30)));
        let begun = empty.with(answers);
        let (value, others) = begun.alike_answer(section).expect("the others are open");
        assert_eq!(value, Value::Number(30));
        assert_eq!(others.len() + 1, scheme.sections[section].alike.len());
    }
}

#[test]
fn no_answer_moves_more_points_than_the_way_on_says() {
    let mut tried = 0;
    for (round, (scheme, on, answers)) in people().enumerate() {
        let fewer = opened(&scheme, &answers, round);
        let assessed = Assessed::new(scheme.clone(), None, fewer.clone(), on);
        let given = |one: &Assessed| (one.assessment.base + one.assessment.bonus).high;
        for one in assessed.most_deciding() {
            let question = &scheme.questions[one.question];
            let Some(value) = answers.get(&question.id) else { continue };
            let mut more = fewer.clone();
            more.set(&question.id, Some(value.clone()));
            let told = assessed.with(more);
            let moved = given(&assessed) - given(&told);
            assert!(
                moved <= one.points,
                "{} of {}: {moved} and not {}: {fewer:?}",
                question.id,
                scheme.id,
                one.points
            );
            tried += 1;
        }
    }
    assert!(tried > 500, "hardly anything was tried: {tried}");
}

#[test]
fn every_place_counts_what_is_left_alike() {
    let (mut left_over, mut aside) = (0, 0);
    for (round, (scheme, on, answers)) in people().enumerate() {
        let assessed = Assessed::new(scheme.clone(), None, opened(&scheme, &answers, round), on);
        let mut leading = Leading::default();
        let next = Progress::of(&assessed, &leading).next.filter(|_| round % 3 == 0);
        leading.set_aside.extend(next.map(|next| scheme.questions[next].id.clone()));
        let progress = Progress::of(&assessed, &leading);
        let card = compared(&scheme, &assessed.answers, &assessed.assessment, assessed.shown());
        for language in [Language::Zh, Language::En] {
            let phrases = Phrases::new(&scheme, language);
            let left = left(&progress, &phrases);
            let open = !assessed.assessment.open.is_empty();
            assert!(!open || left != phrases.messages.all_answered, "{} on {on}", scheme.id);
            let sentence = [&left, phrases.messages.stop].concat();
            let places = [
                open.then(|| plain_text(&assessed, &progress, None, &phrases)),
                open.then(|| notes(&assessed, &progress, &phrases)),
                Some(counts(&card, &progress, &phrases)),
            ];
            for said in places.into_iter().flatten() {
                assert!(said.contains(&sentence), "{sentence} is not in {said}");
            }
        }
        left_over += usize::from(progress.open && progress.steps + progress.aside == 0);
        aside += usize::from(progress.aside > 0);
    }
    assert!(left_over > 20 && aside > 20, "hardly anybody: {left_over}, {aside}");
}

/// Whether an open question can still change anything.
fn matters(assessed: &Assessed, position: usize) -> bool {
    assessed.most_deciding().iter().any(|one| one.question == position)
}

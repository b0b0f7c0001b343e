//! Schemes beside each other: what each comes down to, in which order, and never a ranking as a pass.

use std::sync::LazyLock;

use jifen::answers::{Answers, Value};
use jifen::assess::{ConditionState, Verdict, assess, undeducted};
use jifen::compare::{Against, Class, Compared, compared, in_order};
use jifen::link::{LinkProblem, Profile};
use jifen::points::{Points, PointsRange};
use jifen::scheme::{Scheme, Scope, Validity};
use jifen_check::CasesFile;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{Person, chance, person, person_and_before};
use crate::rules::{folder, schemes};

const ON: Date = date(2026, 11, 24);

static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(schemes);

fn beside(scheme: &Scheme, answers: &Answers, on: Date) -> Compared {
    let assessment = assess(scheme, answers, on);
    let shown = undeducted(scheme, answers, &assessment);
    compared(scheme, answers, &assessment, shown.as_ref().unwrap_or(&assessment))
}

/// Every scheme for one person, the closest first.
fn all(profile: &mut Profile) -> Vec<(&'static Scheme, Compared)> {
    let (answers, problems) = profile.answers_to_all(SCHEMES.iter(), ON);
    assert_eq!(problems, []);
    let pairs = SCHEMES.iter().zip(answers);
    in_order(pairs.map(|(scheme, answers)| (scheme, beside(scheme, &answers, ON))))
}

fn profile_of(scheme: &Scheme, answers: &Answers) -> Profile {
    let mut profile = Profile::default();
    for question in &scheme.questions {
        profile.set(scheme, question, answers.get(&question.id));
    }
    profile
}

/// The worked examples of every scheme, as people.
fn examples() -> Vec<(&'static Scheme, String, Answers, Date)> {
    let mut examples = Vec::new();
    for scheme in SCHEMES.iter() {
        let text = std::fs::read_to_string(folder().join(&scheme.id).join("cases.toml"));
        let file: CasesFile = toml::from_str(&text.expect("cases")).expect("TOML");
        for case in file.cases {
            let mut plain = file.defaults.clone();
            plain.retain(|id, _| !case.omit.contains(id));
            plain.extend(case.answers);
            let answers = Answers::read(scheme, plain, case.on).expect("answers that fit");
            examples.push((scheme, case.name, answers, case.on));
        }
    }
    assert!(examples.len() > 300, "{} examples", examples.len());
    examples
}

/// What the verdict allows a scheme to be called.
fn classes(scheme: &Scheme, verdict: Verdict) -> Class {
    match verdict {
        Verdict::Pass => Class::Passes,
        Verdict::Short => Class::Short,
        Verdict::Ineligible => Class::Unmet,
        Verdict::Undecided if scheme.line.ranking.is_some() => Class::Ranks,
        Verdict::Undecided => Class::MayPass,
    }
}

#[test]
fn every_worked_example_stands_where_its_verdict_says() {
    for (scheme, name, answers, on) in examples() {
        let assessment = assess(scheme, &answers, on);
        let row = beside(scheme, &answers, on);
        let wanted = match answers.is_empty() {
            _ if assessment.validity != Validity::InForce => Class::Unreliable,
            true => Class::Unasked,
            false => classes(scheme, assessment.verdict),
        };
        assert_eq!(row.class, wanted, "{}: {name}", scheme.id);
        assert!(
            row.class != Class::Passes || scheme.line.ranking.is_none(),
            "{}: {name}",
            scheme.id
        );
        let count =
            |state| assessment.conditions.iter().filter(|result| result.state == state).count();
        let counts = (
            count(ConditionState::Met),
            count(ConditionState::Unmet),
            count(ConditionState::Unknown),
        );
        assert_eq!((row.met, row.unmet, row.open), counts, "{}: {name}", scheme.id);
        match row.against {
            Against::Threshold(line) => assert_eq!(Some(line), scheme.line.threshold),
            Against::Cutoff(line) => {
                let ranking = scheme.line.ranking.as_ref().expect("a ranking");
                assert_eq!(Some(line), ranking.cutoffs.last().map(|cutoff| cutoff.points));
                // As it is shown: deductions that are not answered are supposed to be none.
                let shown = undeducted(scheme, &answers, &assessment);
                let total = shown.as_ref().unwrap_or(&assessment).total;
                assert!(scheme.line.threshold.is_none_or(|line| total.low >= line));
            }
            Against::Nothing => assert_eq!(row.missing, None),
        }
        if let (Some(line), Some(missing)) = (row.against.points(), row.missing) {
            let lacks = |points| (line - points).max(Points::ZERO);
            let wanted = PointsRange { low: lacks(row.points.high), high: lacks(row.points.low) };
            assert_eq!(missing, wanted, "{}: {name}", scheme.id);
        }
    }
}

#[test]
fn whoever_passes_one_scheme_sees_it_first() {
    let passes = examples().into_iter().filter(|(scheme, _, answers, on)| {
        *on == ON && assess(scheme, answers, ON).verdict == Verdict::Pass
    });
    let mut count = 0;
    for (scheme, name, answers, _) in passes {
        let rows = all(&mut profile_of(scheme, &answers));
        assert_eq!(rows.len(), SCHEMES.len(), "{name}");
        assert_eq!(rows[0].1.class, Class::Passes, "{}: {name}", scheme.id);
        assert!(rows.iter().any(|(one, row)| one.id == scheme.id && row.class == Class::Passes));
        assert!(rows.is_sorted_by_key(|(_, row)| row.closeness), "{name}");
        count += 1;
    }
    assert!(count > 20, "{count} examples pass");
}

#[test]
fn three_answers_already_tell_schemes_apart() {
    let mut profile = Profile::default();
    let first = &SCHEMES[0];
    let answers = [
        ("birth-date", Value::Date(date(1990, 1, 1))),
        ("education", Value::Option("bachelor".into())),
        ("academic-degree", Value::Option("bachelor".into())),
    ];
    for (id, value) in answers {
        let question = &first.questions[first.question(id).expect("asked")];
        profile.set(first, question, Some(&value));
    }
    assert_eq!(profile.shared(), 3);
    let rows = all(&mut profile);
    assert_eq!(rows.len(), SCHEMES.len());
    for (scheme, row) in &rows {
        assert_ne!(row.class, Class::Passes, "{}", scheme.id);
        assert_ne!(row.class, Class::Unasked, "{} asks none of the three", scheme.id);
        assert!(row.points.low < row.points.high, "{} is no range", scheme.id);
    }
    let known = rows
        .iter()
        .filter(|(_, row)| row.missing.is_some_and(|missing| missing.high > Points::ZERO));
    assert!(known.count() >= 5, "hardly anything is said after three answers");
}

#[test]
fn nothing_answered_is_no_verdict() {
    let reliable = |scheme: &Scheme| scheme.edition.validity(ON) == Validity::InForce;
    for (scheme, row) in all(&mut Profile::default()) {
        let class = if reliable(scheme) { Class::Unasked } else { Class::Unreliable };
        assert_eq!(row.class, class, "{}", scheme.id);
    }
    let order: Vec<&str> =
        all(&mut Profile::default()).iter().map(|(one, _)| one.id.as_str()).collect();
    // What nothing tells apart stays in the order of the tabs; rules that cannot be relied on stand last.
    let (first, last): (Vec<&Scheme>, Vec<&Scheme>) =
        SCHEMES.iter().partition(|scheme| reliable(scheme));
    let tabs: Vec<&str> = first.iter().chain(&last).map(|scheme| scheme.id.as_str()).collect();
    assert_eq!(order, tabs);
    assert!(!last.is_empty(), "no scheme tries this");
}

#[test]
fn an_answer_about_a_city_counts_only_there() {
    let scheme = &SCHEMES[0];
    let city = scheme
        .questions
        .iter()
        .find(|question| question.scope == Scope::City && question.id == "insured-months");
    let mut profile = Profile::default();
    profile.set(scheme, city.expect("a question of the city"), Some(&Value::Number(40)));
    assert_eq!(profile.shared(), 0);
    for (one, row) in all(&mut profile) {
        let reliable = row.class != Class::Unreliable;
        assert!(
            !reliable || (row.class == Class::Unasked) == (one.city.id != scheme.city.id),
            "{}",
            one.id
        );
    }
}

#[test]
fn past_cutoffs_bracket_the_points() {
    let with_rounds = SCHEMES.iter().filter(|scheme| {
        scheme.line.ranking.as_ref().is_some_and(|ranking| ranking.cutoffs.len() > 2)
    });
    for scheme in with_rounds {
        let rounds = &scheme.line.ranking.as_ref().expect("a ranking").cutoffs;
        let mut seen = [false; 3];
        for (one, name, answers, on) in examples().into_iter().filter(|one| one.0.id == scheme.id) {
            let row = beside(one, &answers, on);
            let above = row.above.map(|position| rounds[position].points);
            let below = row.below.map(|position| rounds[position].points);
            assert!(above.is_none_or(|line| row.points.low >= line), "{name}");
            assert!(below.is_none_or(|line| row.points.high < line), "{name}");
            let comparable = rounds.iter().filter(|round| !round.other_rules);
            let between = comparable.filter(|round| {
                above.is_none_or(|line| round.points > line)
                    && below.is_none_or(|line| round.points < line)
            });
            assert!(between.count() == 0 || row.points.certain().is_none(), "{name} skips a round");
            seen[match (above, below) {
                (None, Some(_)) => 0,
                (Some(_), Some(_)) => 1,
                _ => 2,
            }] = true;
        }
        assert!(seen[0] && seen[1], "{}: no example between the rounds: {seen:?}", scheme.id);
    }
}

#[test]
fn parts_that_no_city_uses_are_named_once() {
    let (mut link, problems) =
        jifen::link::Link::read("v=1&s=_compare&education=bachelor&birth-date=1&shoe-size=44");
    assert_eq!(problems, [LinkProblem::Unmarked]);
    assert_eq!(link.scheme.as_deref(), Some(jifen::link::COMPARE));
    let (answers, problems) = link.profile.answers_to_all(SCHEMES.iter(), ON);
    assert_eq!(answers.len(), SCHEMES.len());
    let unfit = LinkProblem::Unfit { question: "birth-date".into(), given: "1".into() };
    assert_eq!(problems, [unfit, LinkProblem::NotAsked("shoe-size".into())]);
}

fn row(person: &Person) -> Compared {
    beside(person.scheme, &person.answers, person.on)
}

/// The states that order a scheme beside its points.
fn states(person: &Person) -> Vec<ConditionState> {
    person.assess().conditions.iter().map(|result| result.state).collect()
}

proptest! {
    #![proptest_config(chance(2000))]

    /// One answer changes; where it only raises the points, nothing moves down.
    #[test]
    fn more_points_never_move_a_scheme_down(
        (whole, before) in person_and_before(),
        other in person(),
        which in any::<prop::sample::Index>(),
    ) {
        let _ = whole;
        let question = which.get(&before.scheme.questions);
        let other = other.answers.get(&question.id).cloned();
        let after = before.with(question, other);
        let (was, now) = (row(&before), row(&after));
        let (old, new) = (before.assess(), after.assess());
        let higher = |new: PointsRange, old: PointsRange| new.low >= old.low && new.high >= old.high;
        let shown = |person: &Person, whole: &jifen::assess::Assessment| {
            undeducted(person.scheme, &person.answers, whole).unwrap_or_else(|| whole.clone())
        };
        let (old_shown, new_shown) = (shown(&before, &old), shown(&after, &new));
        let grows = higher(new.total, old.total)
            && higher(new_shown.total, old_shown.total)
            && higher(new_shown.ranked.unwrap_or_default(), old_shown.ranked.unwrap_or_default());
        if grows && states(&before) == states(&after) && was.class != Class::Unasked && now.class != Class::Unasked {
            prop_assert!(now.closeness <= was.closeness, "{was:?} became {now:?}");
        }
    }

    /// What is certain early is never taken back.
    #[test]
    fn an_early_class_is_never_taken_back((whole, before) in person_and_before()) {
        let (now, then) = (row(&before), row(&whole));
        match now.class {
            Class::Passes | Class::Unmet | Class::Unreliable => prop_assert_eq!(now.class, then.class),
            Class::Short => prop_assert!(matches!(then.class, Class::Short | Class::Unmet)),
            Class::Ranks => prop_assert!(!matches!(then.class, Class::Passes | Class::MayPass)),
            Class::MayPass | Class::Unasked => {}
        }
    }

    /// A ranking is never a pass.
    #[test]
    fn a_ranking_never_passes((whole, before) in person_and_before()) {
        for person in [whole, before] {
            let class = row(&person).class;
            prop_assert!(person.scheme.line.ranking.is_none() || !matches!(class, Class::Passes | Class::MayPass));
        }
    }
}

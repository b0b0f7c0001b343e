//! People whose ways are known: the published examples, and what waiting, nothing and the first answers come to.

use jifen::answers::{Answers, Plain, Value};
use jifen::assess::{FixStep, Verdict, assess};
use jifen::outlook::{self, Conclusion, Suggestion, advise, deciding};
use jifen::points::Points;
use jiff::ToSpan;
use jiff::civil::date;

use super::check::check;
use super::value;
use crate::people::{Person, SCHEMES};

/// Three answers of someone who reaches 120 with the fourth: no sentence may say that nothing helps.
#[test]
fn the_first_answers_conclude_nothing() {
    let scheme = SCHEMES.iter().find(|scheme| scheme.id == "shanghai").expect("a scheme");
    let on = date(2026, 11, 24);
    let given = [
        ("birth-date", Value::Date(date(1992, 5, 10))),
        ("education", Value::Option("bachelor".to_owned())),
        ("academic-degree", Value::Option("bachelor".to_owned())),
    ];
    let mut answers = Answers::default();
    for (question, value) in given {
        answers.set(question, Some(value));
        assert_eq!(advise(scheme, &answers, on).conclusion, Conclusion::Open);
    }
    let first = &deciding(scheme, &answers, on)[0];
    let check = deciding(scheme, &answers, on);
    let check = check.iter().find(|one| scheme.questions[one.question].id == "education-accepted");
    assert_eq!(check.map(|one| one.points >= Points::whole(90)), Some(true));
    assert!(first.decides);
}

/// Someone of 36 in Shanghai with nothing that scores but age, who meets every condition, with some answers changed.
fn shanghai(changes: &str) -> Person {
    const SOMEBODY: &str = r#"{
        "birth-date": "1990-01-01", "education": "none", "academic-degree": "none", "education-accepted": true,
        "skill-level": "none", "professional-title": "none", "insured-months": 11, "insured-now": true,
        "insured-months-of-12": 11, "base-months-08-of-48": 0, "spouse-local": false,
        "recent-full-time-graduate": false, "shortage-major": false, "honour": "none",
        "public-service-months": 0, "suburb-months": 0, "entrepreneur": false, "innovation-agent": false,
        "owns-company": false, "detention-records": [], "crime-records": [], "serious-crime": false,
        "false-filing-records": [], "residence-permit": "valid", "household": "elsewhere", "employer-files": true,
        "outside-branch": false, "insured-elsewhere": false
    }"#;
    let scheme = SCHEMES.iter().find(|scheme| scheme.id == "shanghai").expect("a scheme");
    let on = date(2026, 11, 24);
    let mut answers = Answers::default();
    for json in [SOMEBODY, changes] {
        let plain: std::collections::BTreeMap<String, Plain> =
            serde_json::from_str(json).expect("an object of answers");
        for (id, value) in Answers::read(scheme, plain, on).expect("answers that fit").iter() {
            answers.set(id, Some(value.clone()));
        }
    }
    Person { scheme, on, answers }
}

/// The suggestions that reach the line, each as `question=answer` of its steps and of what they bring, and its months.
fn ways(person: &Person) -> Vec<(Vec<String>, i64)> {
    let advice = advise(person.scheme, &person.answers, person.on);
    let change = |step: &FixStep| {
        let question = &person.scheme.questions[step.question];
        let value =
            serde_json::to_string(&value(question, &step.need, person.answers.get(&question.id)))
                .expect("a value is JSON");
        format!("{}={}", question.id, value.trim_matches('"'))
    };
    let reaching = advice.suggestions.iter().filter(|one| {
        check(person, one);
        matches!(one.kind, outlook::SuggestionKind::Reaches(_))
    });
    let way = |one: &Suggestion| {
        // By rules that have ended by then nobody passes, by others everybody who reaches the line does.
        assert_eq!(one.verdict == Verdict::Pass, !one.after_edition);
        let mut steps: Vec<String> =
            one.steps.iter().chain(&one.accompanying).map(change).collect();
        steps.sort();
        (steps, one.months)
    };
    reaching.map(way).collect()
}

#[track_caller]
fn names(person: &Person, steps: &[&str], months: i64) {
    let ways = ways(person);
    let named = ways.iter().any(|(named, when)| named == steps && *when == months);
    assert!(named, "{steps:?} in {months} months is not among {ways:#?}");
}

/// The published examples S1 to S7, with the degree or the base points taken away.
#[test]
fn the_published_examples_find_their_way_back() {
    // S1 without the degree: 90 points.
    let s1 = shanghai(r#"{"education": "bachelor"}"#);
    names(&s1, &["academic-degree=bachelor"], 0);
    // S2 and S3 without the base points: 99.
    let s2 = shanghai(r#"{"education": "bachelor", "insured-months": 36}"#);
    names(&s2, &["base-months-08-of-48=36"], 36);
    names(&s2, &["academic-degree=bachelor"], 0);
    // S4 without the base points: 89, 31 short; at 0.8x the years that pass meanwhile make up for it.
    let s4 = shanghai(r#"{"education": "associate", "insured-months": 36}"#);
    assert_eq!(advise(s4.scheme, &s4.answers, s4.on).missing, Some(Points::whole(31)));
    names(&s4, &["base-months-08-of-48=36"], 36);
    names(&s4, &["academic-degree=bachelor", "education=bachelor"], 0);
    names(&s4, &["months-at-1x-of-12=6", "professional-title=middle", "skill-accepted=true"], 6);
    // S5 without the base points: 95.
    let s5 = shanghai(r#"{"education": "associate", "insured-months": 60}"#);
    names(&s5, &["base-months-08-of-48=36"], 36);
    // S6 without the base points: 39. 2x for 36 months is 1x and 0.8x as well.
    let s6 = shanghai(r#"{"education": "secondary", "insured-months": 36}"#);
    let tiers = ["base-months-08-of-48=36", "base-months-1-of-48=36", "base-months-2-of-48=36"];
    names(&s6, &tiers, 36);
    names(&s6, &["base-months-08-of-48=24", "base-months-3-of-36=24"], 24);
    // S7 without the base points: 36.
    let s7 = shanghai(r#"{"education": "secondary", "insured-months": 24}"#);
    names(&s7, &["base-months-08-of-48=24", "base-months-3-of-36=24"], 24);
}

/// Two more paid months before applying: waiting is a way. Which of the twelve months were paid is not known, so it is
/// sure only when six have come.
#[test]
fn waiting_is_advice() {
    let person = shanghai(
        r#"{"education": "bachelor", "academic-degree": "bachelor", "insured-months-of-12": 4}"#,
    );
    let advice = advise(person.scheme, &person.answers, person.on);
    let first = &advice.suggestions[0];
    check(&person, first);
    assert_eq!(first.kind, outlook::SuggestionKind::Reaches(Points::whole(120)));
    assert!(first.steps.is_empty() && first.waits);
    assert_eq!(first.day, person.on.saturating_add(6.months()));
}

/// Nothing helps against a record of serious crime, and points are not offered as if they did.
#[test]
fn where_nothing_helps_nothing_is_offered() {
    let person = shanghai(r#"{"education": "associate", "serious-crime": true}"#);
    assert_eq!(advise(person.scheme, &person.answers, person.on).suggestions, []);
}

/// A degree and a home of one's own, counted up to a round: of both no more is asked for than reaches the line by that day.
#[test]
fn of_two_changes_neither_is_larger_than_it_has_to_be() {
    const DOCTOR: &str = r#"{
        "birth-date": "1990-01-02", "sex": "male", "education": "doctor", "academic-degree": "none",
        "study-overlap-months": 0, "insured-at-year-end": 120, "insured-in-a-row": 84, "back-paid-months": 0,
        "own-home-months": 0, "other-home-months": 0, "insured-now": true, "high-tax-years": 3,
        "outer-home": false, "science-award": "none", "contest-award": "none", "equity-holder": false,
        "honoured": false, "residence-permit": "valid", "criminal-punishments": [],
        "beijing-detention-records": [], "tax-violation-records": []
    }"#;
    let scheme = SCHEMES.iter().find(|scheme| scheme.id == "beijing").expect("a scheme");
    let on = date(2026, 11, 24);
    let plain: std::collections::BTreeMap<String, Plain> =
        serde_json::from_str(DOCTOR).expect("an object of answers");
    let answers = Answers::read(scheme, plain, on).expect("answers that fit");
    let person = Person { scheme, on, answers };
    let advice = advise(scheme, &person.answers, on);
    let both = |one: &&Suggestion| {
        let steps = one.steps.iter().map(|step| scheme.questions[step.question].id.as_str());
        let steps: Vec<&str> = steps.collect();
        steps.contains(&"academic-degree") && steps.contains(&"own-home-months")
    };
    assert!(advice.suggestions.iter().any(|one| both(&one)), "{advice:#?}");
    advice.suggestions.iter().for_each(|one| check(&person, one));
}

/// More indicators than a number has bits are looked at like few.
#[test]
fn ten_times_the_indicators_have_ways_too() {
    let short = shanghai(r#"{"education": "associate", "insured-months": 36}"#);
    let mut scheme = short.scheme.clone();
    let copies = std::iter::repeat_n(scheme.indicators.clone(), 9).flatten();
    scheme.indicators.extend(copies);
    let total = assess(&scheme, &short.answers, short.on).total;
    scheme.line.threshold = Some(total.low + Points::whole(31));
    let tenfold = Person { scheme: Box::leak(Box::new(scheme)), ..short };
    let advice = advise(tenfold.scheme, &tenfold.answers, tenfold.on);
    assert_eq!(advice.conclusion, Conclusion::Ways);
    assert_eq!(advice.missing, Some(Points::whole(31)));
    advice.suggestions.iter().for_each(|suggestion| check(&tenfold, suggestion));
}

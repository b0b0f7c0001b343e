//! What time does to the answers and to the points.

use jifen::answers::{Answers, Plain, Value};
use jifen::assess::{Assessment, Verdict, assess};
use jifen::outlook::{Event, Forecast, Month, Outcome, Period, forecast, going_on, project};
use jifen::points::{Points, PointsRange};
use jifen::scheme::{AnswerKind, Change, Scheme, Unit, Validity};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{Person, SCHEMES, chance, day, person, person_and_before};

fn scheme(id: &str) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id == id).expect("a scheme of the project")
}

/// Answers as a line of JSON gives them.
fn answers(scheme: &Scheme, on: Date, json: &str) -> Answers {
    let plain: Vec<(String, Plain)> = serde_json::from_str::<serde_json::Map<_, _>>(json)
        .expect("an object")
        .into_iter()
        .map(|(id, value)| (id, serde_json::from_value(value).expect("a plain value")))
        .collect();
    Answers::read(scheme, plain, on).expect("answers that fit")
}

fn number(answers: &Answers, question: &str) -> Option<i64> {
    match answers.get(question) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

#[test]
fn months_grow_by_full_months_up_to_the_largest_answer() {
    let shanghai = scheme("shanghai");
    let on = date(2026, 11, 24);
    let now = answers(
        shanghai,
        on,
        r#"{"insured-now": true, "insured-months": 595, "insured-months-of-12": 0, "public-service-months": 7}"#,
    );
    let position = |id| shanghai.question(id).expect("asked");
    let growing = vec![position("insured-months"), position("public-service-months")];
    assert_eq!(going_on(shanghai, &now, on), growing);
    for (to, insured, service) in [
        (date(2026, 12, 23), 595, 7),
        (date(2026, 12, 24), 596, 8),
        (date(2027, 3, 24), 599, 11),
        (date(2027, 4, 24), 600, 12),
        (date(2027, 5, 24), 600, 13),
    ] {
        let later = project(shanghai, &now, on, to, &[]);
        assert_eq!(number(&later, "insured-months"), Some(insured), "{to}");
        assert_eq!(number(&later, "public-service-months"), Some(service), "{to}");
        assert_eq!(number(&later, "insured-months-of-12"), Some(0), "{to}");
    }
    let paused = [position("insured-months")];
    let later = project(shanghai, &now, on, date(2027, 5, 24), &paused);
    assert_eq!(number(&later, "insured-months"), Some(595));
    assert_eq!(number(&later, "public-service-months"), Some(13));
}

#[test]
fn months_counted_to_a_round_grow_by_twelve_for_each_round() {
    let beijing = scheme("beijing");
    let on = date(2026, 11, 24);
    let json = r#"{"insured-now": true, "insured-at-year-end": 100, "back-paid-months": 3, "high-tax-years": 2"#;
    let presumed = answers(beijing, on, &format!("{json}}}"));
    let chosen = answers(beijing, on, &format!("{json}, \"round\": 2027}}"));
    for (to, rounds) in [
        (date(2027, 1, 1), 0),
        (date(2027, 5, 16), 0),
        (date(2027, 5, 17), 1),
        (date(2028, 5, 16), 1),
        (date(2028, 5, 17), 2),
    ] {
        for now in [&presumed, &chosen] {
            let later = project(beijing, now, on, to, &[]);
            assert_eq!(number(&later, "insured-at-year-end"), Some(100 + 12 * rounds), "{to}");
            assert_eq!(number(&later, "back-paid-months"), Some(3));
            assert_eq!(number(&later, "high-tax-years"), Some(2));
        }
        assert_eq!(number(&project(beijing, &presumed, on, to, &[]), "round"), None);
        assert_eq!(number(&project(beijing, &chosen, on, to, &[]), "round"), Some(2027 + rounds));
    }
    assert_eq!(going_on(beijing, &chosen, on), [beijing.question("insured-at-year-end").unwrap()]);
}

#[test]
fn times_grow_by_full_years() {
    let tianjin = scheme("tianjin");
    let on = date(2026, 11, 24);
    let now = answers(tianjin, on, r#"{"permit-endorsements": 2}"#);
    for (to, times) in [(date(2027, 11, 23), 2), (date(2027, 11, 24), 3), (date(2066, 1, 1), 30)] {
        let later = project(tianjin, &now, on, to, &[]);
        assert_eq!(number(&later, "permit-endorsements"), Some(times), "{to}");
    }
}

/// An assessment of the carried answers; `None` where an answer may then be one of several, which `truth` looks at.
fn carried(whole: &Person, day: Date) -> Option<Assessment> {
    let later = project(whole.scheme, &whole.answers, whole.on, day, &[]);
    let mut questions = whole.scheme.questions.iter();
    let certain =
        questions.all(|one| whole.answers.get(&one.id).is_none() || later.get(&one.id).is_some());
    certain.then(|| assess(whole.scheme, &later, day))
}

/// Whether a question counts within the last months only: such a count falls when what it counts stops.
fn is_window(scheme: &Scheme, question: &str) -> bool {
    let windows = scheme.growths.iter().filter(|growth| growth.of_last.is_some());
    windows.flat_map(|growth| &growth.questions).any(|one| one.id() == question)
}

fn as_month(assessment: &Assessment) -> Month {
    Month {
        day: assessment.on,
        total: assessment.total,
        ranked: assessment.ranked,
        verdict: assessment.verdict,
        validity: assessment.validity,
    }
}

/// 43 years old, an undergraduate diploma with its degree (90 + 30) and eleven insured months, every condition met.
const DEGREE_AT_43: &str = r#"{
    "birth-date": "1983-05-17", "education": "bachelor", "academic-degree": "bachelor",
    "education-accepted": true, "skill-level": "none", "professional-title": "none",
    "insured-months": 11, "insured-now": true, "insured-months-of-12": 11,
    "base-months-08-of-48": 0, "base-months-3-of-36": 0, "spouse-local": false,
    "recent-full-time-graduate": false, "shortage-major": false, "honour": "none",
    "public-service-months": 0, "suburb-months": 0, "entrepreneur": false,
    "innovation-agent": false, "owns-company": false, "detention-records": [],
    "crime-records": [], "serious-crime": false, "false-filing-records": [],
    "residence-permit": "valid", "household": "elsewhere", "employer-files": true,
    "outside-branch": false, "insured-elsewhere": false}"#;

/// The total, day by day of change, as (day, points, indicator, question).
fn changes(scheme: &Scheme, ahead: &Forecast) -> Vec<(String, PointsRange, String, String)> {
    let events = ahead.events.iter().filter(|event| event.before.total != event.after.total);
    let line = |event: &Event| {
        let [moved] = event.indicators.as_slice() else { panic!("one indicator: {event:?}") };
        let [because] = moved.because.as_slice() else { panic!("one question: {event:?}") };
        let indicator = scheme.indicators[moved.indicator].id.clone();
        let question = scheme.questions[*because].id.clone();
        (event.after.day.to_string(), event.after.total, indicator, question)
    };
    events.map(line).collect()
}

fn step(
    day: &str,
    points: i64,
    indicator: &str,
    question: &str,
) -> (String, PointsRange, String, String) {
    let total = PointsRange::exactly(Points::whole(points));
    (day.to_owned(), total, indicator.to_owned(), question.to_owned())
}

#[test]
fn without_more_insured_months_120_becomes_119_on_the_44th_birthday() {
    let (shanghai, on) = (scheme("shanghai"), date(2026, 11, 24));
    let now = answers(shanghai, on, DEGREE_AT_43);
    let ahead = forecast(shanghai, &now, on, &going_on(shanghai, &now, on));
    let steps = changes(shanghai, &ahead);
    assert_eq!(steps[0], step("2027-05-17", 119, "age", "birth-date"));
    assert_eq!(steps.len(), 10, "a birthday a year: {steps:?}");
    assert_eq!(steps[9], step("2036-05-17", 101, "age", "birth-date"));
    let kept = [Period { from: on, to: Some(date(2027, 5, 16)) }];
    assert_eq!((ahead.line.as_slice(), ahead.passes.as_slice()), (&kept[..], &kept[..]));
    assert_eq!(ahead.events[0].after.verdict, Verdict::Short);
    assert_eq!(ahead.months[5].total, PointsRange::exactly(Points::whole(120)));
    assert_eq!(ahead.months[6].total, PointsRange::exactly(Points::whole(119)));
}

#[test]
fn each_full_insured_year_keeps_it_above_the_line() {
    let (shanghai, on) = (scheme("shanghai"), date(2026, 11, 24));
    let now = answers(shanghai, on, DEGREE_AT_43);
    let ahead = forecast(shanghai, &now, on, &[]);
    let steps = changes(shanghai, &ahead);
    let expected = [
        step("2026-12-24", 123, "insured-years", "insured-months"),
        step("2027-05-17", 122, "age", "birth-date"),
        step("2027-12-24", 125, "insured-years", "insured-months"),
        step("2028-05-17", 123, "age", "birth-date"),
    ];
    assert_eq!(steps[..4], expected);
    assert_eq!(ahead.line, [Period { from: on, to: None }]);
    // Nothing is known of the rules past the end of the edition, and each month says so.
    let end = shanghai.edition.to.expect("an edition with an end");
    assert!(
        ahead
            .months
            .iter()
            .all(|month| (month.validity == Validity::InForce) == (month.day <= end))
    );
    assert!(
        ahead
            .events
            .iter()
            .any(|event| event.before.day == end && event.before.validity == Validity::InForce)
    );
}

#[test]
fn months_without_their_last_days_are_not_full_before_the_next() {
    let (shanghai, on) = (scheme("shanghai"), date(2027, 1, 31));
    let now = answers(shanghai, on, DEGREE_AT_43);
    let ahead = forecast(shanghai, &now, on, &[]);
    assert_eq!(changes(shanghai, &ahead)[0].0, "2027-03-01");
    assert_eq!(ahead.months[1].day, date(2027, 2, 28));
    assert_eq!(ahead.months[2].day, date(2027, 3, 31));
}

#[test]
fn a_ranking_moves_with_its_rounds() {
    let (beijing, on) = (scheme("beijing"), date(2026, 11, 24));
    let json = r#"{
        "birth-date": "1985-03-02", "sex": "male", "education": "bachelor",
        "academic-degree": "bachelor", "study-overlap-months": 0, "insured-at-year-end": 180,
        "insured-in-a-row": 180, "back-paid-months": 0, "insured-now": true,
        "high-tax-years": 0, "own-home-months": 0, "other-home-months": [180],
        "outer-home": false, "science-award": "none", "contest-award": "none",
        "equity-holder": false, "honoured": false, "residence-permit": "valid",
        "criminal-punishments": [], "beijing-detention-records": [],
        "tax-violation-records": []}"#;
    let ahead = forecast(beijing, &answers(beijing, on, json), on, &[]);
    // 45 + 7.5 + 15 + 20 in the round of 2027, 3.5 more each round, less when age begins to cost.
    assert_eq!(ahead.months[0].ranked, Some(PointsRange::exactly(Points::from_hundredths(8750))));
    let moved: Vec<Date> = ahead.events.iter().map(|event| event.after.day).collect();
    let rounds: Vec<Date> = (2027..=2036).map(|year| date(year, 5, 17)).collect();
    assert_eq!(moved, rounds);
    let cutoffs = beijing.line.cutoffs().iter().enumerate();
    let mut comparable = cutoffs.filter(|(_, cutoff)| !cutoff.other_rules);
    let (position, first) = comparable.next().expect("a line of these rules");
    let reached =
        ahead.events.iter().find(|event| event.after.total.low >= first.points).expect("reached");
    assert_eq!(ahead.cutoffs[position][0].from, reached.after.day);
    assert_eq!(ahead.outcome, Outcome::NoLine);
    assert!(ahead.passes.is_empty() && ahead.line.is_empty());
}

proptest! {
    #![proptest_config(chance(2000))]

    #[test]
    fn what_is_paused_stays(whole in person(), to in day(date(2024, 1, 1), date(2045, 1, 1))) {
        let every: Vec<usize> = (0..whole.scheme.questions.len()).collect();
        let still = project(whole.scheme, &whole.answers, whole.on, to, &every);
        for question in &whole.scheme.questions {
            let same = still.get(&question.id) == whole.answers.get(&question.id);
            prop_assert!(same || is_window(whole.scheme, &question.id), "{}", question.id);
        }
        let growing = going_on(whole.scheme, &whole.answers, whole.on);
        let later = project(whole.scheme, &whole.answers, whole.on, to, &growing);
        for question in &whole.scheme.questions {
            let year = matches!(question.kind, AnswerKind::Number { unit: Unit::CalendarYear, .. });
            let same = later.get(&question.id) == whole.answers.get(&question.id);
            let window = is_window(whole.scheme, &question.id);
            prop_assert!(same || window || year && question.changes == Change::Time, "{}", question.id);
        }
    }

    #[test]
    fn carried_answers_fit_and_never_shrink(whole in person(), to in day(date(2024, 1, 1), date(2045, 1, 1))) {
        let later = project(whole.scheme, &whole.answers, whole.on, to, &[]);
        if to <= whole.on {
            prop_assert_eq!(&later, &whole.answers);
        }
        for question in &whole.scheme.questions {
            let (now, then) = (whole.answers.get(&question.id), later.get(&question.id));
            prop_assert!(then.is_none_or(|value| value.fits(question, to.max(whole.on)).is_ok()));
            if let (Some(Value::Number(now)), Some(Value::Number(then))) = (now, then) {
                prop_assert!(now <= then || is_window(whole.scheme, &question.id));
            }
        }
    }

    #[test]
    fn each_month_is_the_assessment_of_the_carried_answers((_, whole) in person_and_before(), near in 0_usize..121) {
        let ahead = forecast(whole.scheme, &whole.answers, whole.on, &[]);
        prop_assert_eq!(ahead.months.len(), 121);
        for month in ahead.months.iter().skip(near % 10).step_by(10) {
            if let Some(carried) = carried(&whole, month.day) {
                prop_assert_eq!(*month, as_month(&carried));
            }
        }
    }

    #[test]
    fn every_change_is_an_event_on_its_day((_, whole) in person_and_before()) {
        let ahead = forecast(whole.scheme, &whole.answers, whole.on, &[]);
        let mut events = ahead.events.iter().peekable();
        let mut stands = ahead.months[0];
        for month in &ahead.months {
            while let Some(event) = events.next_if(|event| event.after.day <= month.day) {
                prop_assert_eq!(same(event.before), same(stands));
                stands = event.after;
                prop_assert!(event.before.day < event.after.day);
                let days = (carried(&whole, event.before.day), carried(&whole, event.after.day));
                if let (Some(before), Some(after)) = days {
                    prop_assert_eq!(event.before, as_month(&before));
                    prop_assert_eq!(event.after, as_month(&after));
                    explains(event, &before, &after)?;
                }
            }
            prop_assert_eq!(same(stands), same(*month));
        }
        prop_assert!(events.next().is_none());
    }

    #[test]
    fn what_is_reached_is_reached_on_the_very_days((_, whole) in person_and_before()) {
        let ahead = forecast(whole.scheme, &whole.answers, whole.on, &[]);
        exact(&ahead.passes, &whole, |month| month.verdict == Verdict::Pass)?;
        match whole.scheme.line.threshold {
            Some(line) => exact(&ahead.line, &whole, |month| month.total.low >= line)?,
            None => prop_assert!(ahead.line.is_empty()),
        }
        let cutoffs = whole.scheme.line.ranking.iter().flat_map(|ranking| &ranking.cutoffs);
        prop_assert_eq!(ahead.cutoffs.len(), cutoffs.clone().count());
        for (cutoff, periods) in cutoffs.zip(&ahead.cutoffs) {
            let reached = |one: &Assessment| {
                !cutoff.other_rules && one.ranked.is_some_and(|ranked| ranked.low >= cutoff.points)
            };
            exact(periods, &whole, reached)?;
        }
    }
}

proptest! {
    #![proptest_config(chance(60))]

    /// Day by day, so that nothing comes and goes unseen between two months.
    #[test]
    fn no_day_is_missed((_, whole) in person_and_before()) {
        let ahead = forecast(whole.scheme, &whole.answers, whole.on, &[]);
        let mut events = ahead.events.iter().peekable();
        let mut stands = ahead.months[0];
        let mut day = whole.on;
        while day < ahead.months[120].day {
            if let Some(event) = events.next_if(|event| event.after.day == day) {
                stands = event.after;
            }
            if let Some(carried) = carried(&whole, day) {
                prop_assert_eq!(same(as_month(&carried)), same(stands), "{}", day);
            }
            day = day.tomorrow().expect("a day after");
        }
    }
}

/// How it stands, whatever the day.
fn same(month: Month) -> (PointsRange, Option<PointsRange>, Verdict, Validity) {
    (month.total, month.ranked, month.verdict, month.validity)
}

/// An event names exactly what differs.
fn explains(event: &Event, before: &Assessment, after: &Assessment) -> Result<(), TestCaseError> {
    for (position, (from, to)) in before.indicators.iter().zip(&after.indicators).enumerate() {
        let named = event.indicators.iter().find(|moved| moved.indicator == position);
        let moved = from.points != to.points || from.counted != to.counted;
        prop_assert_eq!(named.is_some(), moved);
        if let Some(named) = named {
            prop_assert_eq!(
                (named.from, named.to, named.counted),
                (from.points, to.points, to.counted)
            );
        }
    }
    for (position, (from, to)) in before.conditions.iter().zip(&after.conditions).enumerate() {
        let named = event.conditions.iter().find(|moved| moved.condition == position);
        prop_assert_eq!(named.is_some(), from.state != to.state);
        if let Some(named) = named {
            prop_assert_eq!((named.from, named.to), (from.state, to.state));
        }
    }
    let silent = event.indicators.is_empty() && event.conditions.is_empty();
    prop_assert!(!silent || event.before.validity != event.after.validity);
    prop_assert!(before.total == after.total || !event.indicators.is_empty());
    Ok(())
}

/// Each period begins and ends on its very days.
fn exact(
    periods: &[Period],
    whole: &Person,
    holds: impl Fn(&Assessment) -> bool,
) -> Result<(), TestCaseError> {
    let on = |day: Date, wanted: bool| carried(whole, day).is_none_or(|one| holds(&one) == wanted);
    for period in periods {
        prop_assert!(on(period.from, true));
        if period.from > whole.on {
            prop_assert!(on(period.from.yesterday().expect("a day before"), false));
        }
        if let Some(last) = period.to {
            prop_assert!(on(last, true));
            prop_assert!(on(last.tomorrow().expect("a day after"), false));
        }
    }
    Ok(())
}

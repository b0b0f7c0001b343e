//! People with histories of whom it is known what comes out.

use jifen::answers::{Answers, Period, Plain, Value};
use jifen::assess::{ConditionState, assess, completed, figures};
use jifen::examine::examine;
use jifen::link::Link;
use jifen::outlook::{forecast, project};
use jifen::report::report;
use jifen::scheme::Month;
use jiff::civil::{Date, date};

use super::people::{answers, scheme};

/// Who stopped before the day to which a filing counts has all the months by then; a later filing may count more.
#[test]
fn months_that_stopped_are_not_taken_off() {
    let tianjin = scheme("tianjin");
    let insurance = tianjin.indicators.iter().position(|one| one.id == "insurance");
    let insurance = insurance.expect("an indicator");
    let answers = |to: &str, on: Date| {
        let from = to.parse::<Month>().expect("a month").plus(-71);
        let json = format!(r#"{{"insurance-history": ["{from}/{to}"], "insured-now": false}}"#);
        answers(tianjin, on, &json)
    };
    // 72 months, of which 36 give 22 a year and the others 28: all before 30 June, or 70 of them.
    for (on, to, points) in [
        (date(2026, 9, 24), "2024-12", "150"),
        (date(2026, 9, 24), "2026-08", "145.33"),
        (date(2026, 11, 24), "2026-10", "150"),
    ] {
        let now = assess(tianjin, &answers(to, on), on).indicators[insurance].points;
        assert_eq!((now.low.to_string(), now.high.to_string()), (points.into(), points.into()));
    }
    // From November on applications count up to December, which holds the other two as well.
    let on = date(2026, 9, 24);
    let forecast = forecast(tianjin, &answers("2026-08", on), on, &[]);
    let moves = forecast.events.iter().flat_map(|event| &event.indicators);
    let first = moves.into_iter().find(|one| one.indicator == insurance).expect("it moves");
    assert_eq!(
        (first.to.low.to_string(), first.to.high.to_string()),
        ("145.33".into(), "150".into())
    );
}

/// A break after the day to which a filing counts takes off nothing that was paid before it, and what may still go on is not
/// taken for ended.
#[test]
fn what_comes_after_takes_nothing_away() {
    let tianjin = scheme("tianjin");
    let insurance = tianjin.indicators.iter().position(|one| one.id == "insurance");
    let insurance = insurance.expect("an indicator");
    let on = date(2026, 10, 15);
    for periods in [
        r#"["2020-01/2026-06"]"#,
        r#"["2020-01/2026-06", "2026-09/.."]"#,
        r#"["2020-01/2026-06", "2026-07/.."]"#,
    ] {
        let json = format!(r#"{{"insurance-history": {periods}, "insured-now": true}}"#);
        let points = assess(tianjin, &answers(tianjin, on, &json), on).indicators[insurance].points;
        assert_eq!(points.low.to_string(), "164", "{periods}");
    }
    let shanghai = scheme("shanghai");
    let json = r#"{"base-history": ["2023-11/2024-03 30000", "2026-05/2026-09 30000"]}"#;
    let assessment = assess(shanghai, &answers(shanghai, ON, json), ON);
    let months = shanghai.conditions.iter().position(|one| one.id == "insured-6-of-12");
    let state = assessment.conditions[months.expect("a condition")].state;
    assert_eq!(state, ConditionState::Unknown, "the sixth month may have been paid");
}

const ON: Date = date(2026, 11, 24);

/// Three employers in Shanghai.
const THREE: &str = r#"{"base-history": [
    "2019-03/2022-06 9000", "2022-07/2024-02 12000", "2024-03/.. 13000"
]}"#;

#[test]
fn low_months_are_named_with_what_was_missing() {
    let shanghai = scheme("shanghai");
    let answers = answers(shanghai, ON, THREE);
    let figure = |id: &str| {
        let position = shanghai.question(id).expect("a question");
        let figures = figures(shanghai, &answers, ON);
        figures.into_iter().find(|one| one.question == position).expect("a figure")
    };
    let month = |text: &str| text.parse::<Month>().expect("a month");
    // 12,000 reaches 11,396 to June 2023 and is 183 short of 12,183 until February 2024.
    let once = figure("base-months-1-of-48");
    assert_eq!(once.span, (Some(month("2022-11")), month("2026-10")));
    assert_eq!(once.value, Some(Value::Number(8 + 32)));
    assert_eq!(once.short, [([month("2023-07"), month("2024-02")], 183)]);
    assert_eq!(
        once.counted,
        [[month("2022-11"), month("2023-06")], [month("2024-03"), month("2026-10")]]
    );
    assert_eq!(figure("insured-months").value, Some(Value::Number(92)));
    assert_eq!(figure("insured-now").value, Some(Value::Flag(true)));
    assert_eq!(figure("base-months-2-of-48").value, Some(Value::Number(0)));
}

/// What a program is told of how a count came about.
#[test]
fn json_says_how_a_count_came_about() {
    let shanghai = scheme("shanghai");
    let answers = answers(shanghai, ON, THREE);
    let answers = completed(shanghai, &answers, ON);
    let assessment = assess(shanghai, &answers, ON);
    let report = serde_json::to_value(report(shanghai, &answers, &assessment)).expect("JSON");
    let followed = report["followed"].as_array().expect("a list");
    let of = |id: &str| followed.iter().find(|one| one["question"] == id).expect("it follows");
    assert_eq!(
        *of("base-months-1-of-48"),
        serde_json::json!({
            "question": "base-months-1-of-48",
            "histories": ["base-history"],
            "low": 40,
            "high": 40,
            "counts": true,
            "first": "2022-11",
            "last": "2026-10",
            "counted": [["2022-11", "2023-06"], ["2024-03", "2026-10"]],
            "short": [{ "months": ["2023-07", "2024-02"], "yuan": 183 }],
        })
    );
    assert_eq!(of("insured-now")["counts"], true);
}

/// Months below the tier leave the window one by one, so the day is known on which it is reached.
#[test]
fn the_forecast_knows_the_day_on_which_low_months_have_left() {
    let shanghai = scheme("shanghai");
    // 12,600 is 1× until June 2027, of which the figure is known; 31 months by then, 36 by the end of November 2027.
    let mut answers = answers(
        shanghai,
        ON,
        r#"{"base-history": ["2020-01/2024-11 8000", "2024-12/2026-10 13000"]}"#,
    );
    let once = shanghai.question("base-months-1-of-48").expect("a question");
    let question = &shanghai.questions[once];
    let now = completed(shanghai, &answers, ON);
    assert_eq!(now.get(&question.id), Some(&Value::Number(23)));
    // Nothing goes on: with the years the window empties, to the day.
    let later = |day: Date| {
        let later = project(shanghai, &answers, ON, day, &[]);
        later.get(&question.id).cloned()
    };
    assert_eq!(later(date(2028, 12, 31)), Some(Value::Number(23)));
    assert_eq!(later(date(2029, 1, 1)), Some(Value::Number(22)));
    assert_eq!(later(date(2030, 11, 1)), Some(Value::Number(0)));
    answers.set("insured-now", Some(Value::Flag(true)));
    assert!(!forecast(shanghai, &answers, ON, &[]).months.is_empty());
}

/// Months whose base nobody knows leave the window too.
#[test]
fn what_is_not_known_leaves_a_window_as_well() {
    let shanghai = scheme("shanghai");
    let json = r#"{"base-history": ["2023-11/2026-10"], "insured-now": false}"#;
    let answers = answers(shanghai, ON, json);
    let later = |day: Date| {
        let later = project(shanghai, &answers, ON, day, &[]);
        later.get("base-months-08-of-48").cloned()
    };
    assert_eq!(later(date(2030, 10, 31)), None);
    assert_eq!(later(date(2030, 11, 1)), Some(Value::Number(0)));
}

/// The twelve months before a day are twelve that are over: the month of the day is none of them, be it paid or not, and
/// takes no place.
#[test]
fn a_window_holds_as_many_months_that_are_over() {
    let shanghai = scheme("shanghai");
    let of_twelve = |json: &str, on: Date| {
        let answers = answers(shanghai, on, json);
        completed(shanghai, &answers, on).get("insured-months-of-12").cloned()
    };
    let number = |number| Some(Value::Number(number));
    let goes_on = r#"{"base-history": ["2019-03/.. 13000"]}"#;
    for day in [date(2026, 11, 1), date(2026, 11, 24), date(2026, 11, 30), date(2026, 12, 1)] {
        assert_eq!(of_twelve(goes_on, day), number(12), "{day}");
    }
    let begun = r#"{"base-history": ["2026-11/.. 13000"]}"#;
    assert_eq!(of_twelve(begun, date(2026, 11, 24)), number(0));
    assert_eq!(of_twelve(begun, date(2026, 12, 1)), number(1));
    // Paid in the present month, and so told: no thirteenth month.
    let told = r#"{"base-history": ["2019-03/2026-11 13000"]}"#;
    assert_eq!(of_twelve(told, date(2026, 11, 24)), number(12));
    let stopped = r#"{"base-history": ["2019-03/2025-11 13000"]}"#;
    assert_eq!(of_twelve(stopped, date(2026, 11, 30)), number(1));
    assert_eq!(of_twelve(stopped, date(2026, 12, 1)), number(0));
}

/// Two homes of which one ends in the month in which the other begins leave no month out, and count none twice.
#[test]
fn homes_that_share_their_month_are_unbroken() {
    let running = |homes: &str| {
        let (scheme, json) = (scheme("chengdu"), format!(r#"{{"home-history": {homes}}}"#));
        let answers = answers(scheme, ON, &json);
        completed(scheme, &answers, ON).get("home-running-months").cloned()
    };
    let number = |number| Some(Value::Number(number));
    assert_eq!(running(r#"["2023-11/2024-04 rented", "2024-04/.. own"]"#), number(36));
    assert_eq!(running(r#"["2023-11/2024-03 rented", "2024-04/.. own"]"#), number(36));
    assert_eq!(running(r#"["2023-11/2024-03 rented", "2024-05/.. own"]"#), number(30));
}

/// Months that stand both here and elsewhere are named, whatever was answered of them.
#[test]
fn months_that_clash_are_named() {
    let rules = jifen_check::check(crate::rules::folder()).expect("the rules can be read");
    let shanghai = scheme("shanghai");
    let mut guides = rules.schemes.iter().zip(&rules.guides);
    let (_, guide) = guides.find(|(scheme, _)| scheme.id == shanghai.id).expect("a guide");
    let found = |periods: &str, elsewhere: bool| {
        let json = format!(r#"{{"base-history": [{periods}], "insured-elsewhere": {elsewhere}}}"#);
        let answers = answers(shanghai, ON, &json);
        let examination = examine(shanghai, guide, &answers, &assess(shanghai, &answers, ON));
        let mut found = examination.clashes.into_iter();
        let twice = found.find(|one| guide.clashes[one.clash].id == "insured-twice")?;
        let months = twice.months.iter().map(|[from, to]| format!("{from}/{to}"));
        Some(months.collect::<Vec<_>>().join(" "))
    };
    let both =
        r#""2023-01/2024-02 13000", "2023-05/2023-07 elsewhere", "2024-02/.. 9000 elsewhere""#;
    assert_eq!(found(both, false).as_deref(), Some("2023-05/2023-07 2024-02/2024-02"));
    assert_eq!(found(both, true).as_deref(), Some("2023-05/2023-07 2024-02/2024-02"));
    // What goes on in both places holds the present month; a month of neither or of one is no clash.
    let goes_on = r#""2024-03/.. 13000", "2026-10/.. elsewhere""#;
    assert_eq!(found(goes_on, false).as_deref(), Some("2026-10/2026-11"));
    let apart = r#""2023-01/2024-02 13000", "2024-03/2024-05 elsewhere""#;
    assert_eq!(found(apart, false), None);
    assert_eq!(found(apart, true).as_deref(), Some(""));
}

#[test]
fn ten_periods_fit_into_an_address_of_600_characters() {
    let shanghai = scheme("shanghai");
    let period = |index: i64| Period {
        from: Month::new(2010, 1).expect("a month").plus(index * 18),
        to: (index < 9).then(|| Month::new(2010, 1).expect("a month").plus(index * 18 + 16)),
        kind: if index % 3 == 2 { "arrears" } else { "paid" }.to_owned(),
        base: Some(9_000 + index * 1_234),
    };
    let mut link = Link { scheme: Some(shanghai.id.clone()), ..Link::default() };
    let value = Value::periods((0..10).map(period));
    let history = shanghai.question("base-history").expect("a question");
    link.profile.set(shanghai, &shanghai.questions[history], Some(&value));
    let others = answers(
        shanghai,
        ON,
        r#"{"birth-date": "1990-01-02", "education": "bachelor", "academic-degree": "bachelor",
        "education-accepted": true, "skill-level": "none", "professional-title": "none", "spouse-local": false,
        "residence-permit": "valid", "household": "elsewhere", "employer-files": true, "detention-records": []}"#,
    );
    for question in &shanghai.questions {
        if let Some(value) = others.get(&question.id) {
            link.profile.set(shanghai, question, Some(value));
        }
    }
    let address = link.write();
    assert!(address.len() <= 600, "{} characters: {address}", address.len());
}

#[test]
fn periods_that_cannot_be_are_refused_with_a_reason() {
    let shanghai = scheme("shanghai");
    let refused = |period: &str| {
        let plain = [("base-history".to_owned(), Plain::List(vec![period.to_owned()]))];
        let errors = Answers::read(shanghai, plain, ON).expect_err(period);
        errors[0].to_string()
    };
    for (period, said) in [
        ("2024-03/2023-12", "2023-12, which is out of range"),
        ("2027-01/..", "2027-01, which is out of range"),
        ("2026-01/2026-12", "2026-12, which is out of range"),
        ("1949-12/..", "1949-12, which is out of range"),
        ("2024-13/..", "a list of periods"),
        ("2024-01/.. 12000 13000", "a list of periods"),
        ("2024-01/.. pension", "no option `pension`"),
        ("2024-01/.. 99999999", "99999999, which is out of range"),
        ("soon", "a list of periods"),
    ] {
        let error = refused(period);
        assert!(error.contains(said), "{period}: {error}");
    }
}

/// A base that nobody knows leaves points open between what the other months give and what all do, not all that there are.
#[test]
fn what_a_history_leaves_open_is_a_range() {
    let shanghai = scheme("shanghai");
    let answers = |periods: &str| {
        let json = format!(r#"{{"base-history": [{periods}], "insured-now": true}}"#);
        answers(shanghai, ON, &json)
    };
    let base = |answers: &Answers| {
        let assessment = assess(shanghai, answers, ON);
        let position = shanghai.indicators.iter().position(|one| one.id == "insurance-base");
        let points = assessment.indicators[position.expect("an indicator")].points;
        let question = shanghai.question("base-months-08-of-48").expect("a question");
        (points.low.to_string(), points.high.to_string(), assessment.open.contains(&question))
    };
    let of = |low: &str, high: &str, open| (low.to_owned(), high.to_owned(), open);
    // 34 months of 48 are known to be at 1×, too few; the rest may be anything.
    let unknown = answers(r#""2022-11/2023-12", "2024-01/.. 13000""#);
    assert_eq!(base(&unknown), of("0", "50", true));
    // 40 of 48 are at 1× and the others cannot bring 2×: nothing is left to ask, though the question is open.
    let enough = answers(r#""2022-11/2023-06", "2023-07/.. 13000""#);
    assert_eq!(base(&enough), of("50", "50", true));
}

/// The months in which somebody studied and was insured are counted only where the years of study were named.
#[test]
fn what_nobody_named_is_not_taken_for_nothing() {
    let beijing = scheme("beijing");
    let open = |json: &str| {
        let answers = answers(beijing, ON, json);
        let completed = completed(beijing, &answers, ON);
        completed.get("study-overlap-months").cloned()
    };
    assert_eq!(open(r#"{"work-history": ["2015-01/.."]}"#), None);
    let study = r#"{"work-history": ["2015-01/..", "2014-09/2016-06 study"]}"#;
    assert_eq!(open(study), Some(Value::Number(18)));
}

/// People for whom a count said too much, or too little, when it was first made.
#[test]
fn nothing_is_concluded_that_the_history_does_not_say() {
    let number = |number| Some(Value::Number(number));
    let flag = |flag| Some(Value::Flag(flag));
    let people = [
        // Two homes at once are one.
        (
            "beijing",
            r#"{"work-history": ["2015-01/.."], "homes-history": ["2018-01/2023-12 own", "2018-01/2023-12 own-outer"]}"#,
            "own-home-months",
            Some(Value::MonthCounts(vec![72])),
        ),
        // Whoever paid in the present month pays; a record that ends a month ago says nothing of this one.
        ("shanghai", r#"{"base-history": ["2019-03/2026-11 13000"]}"#, "insured-now", flag(true)),
        ("shanghai", r#"{"base-history": ["2019-03/2026-10 13000"]}"#, "insured-now", None),
        ("shanghai", r#"{"base-history": ["2019-03/2026-06 13000"]}"#, "insured-now", flag(false)),
        (
            "shanghai",
            r#"{"base-history": ["2019-03/2025-06 13000", "2025-07/.. 13000 other-firm"]}"#,
            "insured-now",
            None,
        ),
        ("beijing", r#"{"work-history": ["2015-01/2026-11"]}"#, "insured-in-a-row", None),
        ("beijing", r#"{"work-history": ["2015-01/.."]}"#, "insured-in-a-row", number(144)),
        // The present month does not count where the rule counts to the end of the last one.
        (
            "chengdu",
            r#"{"insurance-history": ["2023-12/2026-11"]}"#,
            "pension-running-months",
            number(35),
        ),
        (
            "chengdu",
            r#"{"insurance-history": ["2023-12/.."]}"#,
            "pension-running-months",
            number(35),
        ),
        // A record that ends a month or two before the last one lags behind, or has stopped: nobody knows.
        (
            "chengdu",
            r#"{"insurance-history": ["2023-12/2026-09"]}"#,
            "pension-running-months",
            None,
        ),
        (
            "chengdu",
            r#"{"insurance-history": ["2023-12/2026-06"]}"#,
            "pension-running-months",
            number(0),
        ),
        (
            "tianjin",
            r#"{"insurance-history": ["2026-02/.."]}"#,
            "insured-months-running",
            number(9),
        ),
        (
            "tianjin",
            r#"{"insurance-history": ["2026-02/2026-08"]}"#,
            "insured-months-running",
            None,
        ),
        // A month in arrears is none that was paid normally.
        (
            "tianjin",
            r#"{"insurance-history": ["2026-01/2026-03", "2026-04/2026-04 arrears", "2026-05/.."]}"#,
            "insured-months-running",
            number(6),
        ),
        // What was given by hand speaks against what leaves it out.
        (
            "shenzhen",
            r#"{"home-history": ["2019-01/.. rented"], "home-held-months": 58}"#,
            "rental-apart-months",
            None,
        ),
        (
            "beijing",
            r#"{"work-history": ["2015-01/.."], "homes-history": ["2024-01/.. own-outer"]}"#,
            "outer-live-months",
            None,
        ),
        // Nobody owns nothing because only rentals were named.
        ("shenzhen", r#"{"home-history": ["2019-01/.. rented"]}"#, "home-held-months", None),
        // Only the last ten years count in Doumen.
        (
            "zhuhai-doumen",
            r#"{"insurance-history": ["2006-01/2015-12"]}"#,
            "pension-months",
            number(0),
        ),
        // Months that stopped before the day to which a filing counts are not taken off again: they are no answer, and
        // count all the same.
        ("tianjin", r#"{"insurance-history": ["2019-01/2025-12"]}"#, "pension-months", None),
    ];
    for (id, json, question, expected) in people {
        let scheme = scheme(id);
        let answers = answers(scheme, ON, json);
        let completed = completed(scheme, &answers, ON);
        assert_eq!(completed.get(question), expected.as_ref(), "{id}: {json}: {question}");
    }
}

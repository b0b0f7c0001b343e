//! Facts of the core in words.

use jifen::answers::Value;
use jifen::assess::{Fix, FixStep, Need};
use jifen::points::{Points, PointsRange};
use jifen::scheme::{Language, Unit};

use super::{date, scheme};
use crate::text::phrases::{Phrases, day, figure, gain};

/// The words of both languages for the Shanghai scheme.
fn both() -> [Phrases<'static>; 2] {
    [Language::Zh, Language::En].map(|language| Phrases::new(scheme("shanghai"), language))
}

/// A number in its smallest step, its unit, its decimals, and how it is said.
const NUMBERS: &[(i64, Unit, u8, [&str; 2])] = &[
    (1, Unit::Months, 0, ["1 个月", "1 month"]),
    (23, Unit::Months, 0, ["23 个月", "23 months"]),
    (24, Unit::Months, 0, ["2 年", "2 years"]),
    (37, Unit::Months, 0, ["3 年 1 个月", "3 years 1 month"]),
    (1, Unit::Years, 0, ["1 年", "1 year"]),
    (2, Unit::Days, 0, ["2 天", "2 days"]),
    (2027, Unit::CalendarYear, 0, ["2027", "2027"]),
    (1_234_567, Unit::Yuan, 0, ["1,234,567 元", "1,234,567 yuan"]),
    (123_450, Unit::Yuan, 2, ["1,234.5 元", "1,234.5 yuan"]),
    (1, Unit::People, 0, ["1 人", "1 person"]),
    (30, Unit::People, 0, ["30 人", "30 people"]),
    (125, Unit::Percent, 1, ["12.5%", "12.5%"]),
    (1, Unit::Times, 0, ["1 次", "1 time"]),
    (50, Unit::Hours, 0, ["50 小时", "50 hours"]),
    (400, Unit::Millilitres, 0, ["400 毫升", "400 ml"]),
];

#[test]
fn a_number_is_said_with_its_unit() {
    for (number, unit, decimals, expected) in NUMBERS {
        let said = both().map(|phrases| phrases.number(*number, *unit, *decimals));
        assert_eq!(said, *expected);
    }
}

/// A unit, what stands in its field, and the word beside the field.
const UNITS: &[(Unit, &str, [&str; 2])] = &[
    (Unit::Months, "", ["个月", "months"]),
    (Unit::Months, "1", ["个月", "month"]),
    (Unit::Years, "1", ["年", "year"]),
    (Unit::Days, "3", ["天", "days"]),
    (Unit::CalendarYear, "2027", ["年", ""]),
    (Unit::Yuan, "1", ["元", "yuan"]),
    (Unit::People, "1", ["人", "person"]),
    (Unit::Percent, "1", ["%", "%"]),
    (Unit::Times, "2", ["次", "times"]),
    (Unit::Hours, "1", ["小时", "hour"]),
    (Unit::Millilitres, "1", ["毫升", "ml"]),
];

#[test]
fn a_unit_stands_beside_its_field() {
    for (unit, typed, expected) in UNITS {
        assert_eq!(both().map(|phrases| phrases.unit(*unit, typed)), *expected);
    }
}

#[test]
fn an_answer_is_said() {
    let values: [(&str, Value, [&str; 2]); 9] = [
        ("serious-crime", Value::Flag(true), ["是", "Yes"]),
        ("serious-crime", Value::Flag(false), ["否", "No"]),
        ("education", Value::Option("bachelor".to_owned()), ["大学本科", "Undergraduate (本科)"]),
        ("insured-months", Value::Number(0), ["没有", "None"]),
        ("insured-months", Value::Number(30), ["2 年 6 个月", "2 years 6 months"]),
        ("birth-date", Value::Date(date("1990-01-31")), ["1990年1月31日", "31 January 1990"]),
        ("detention-records", Value::Dates(Vec::new()), ["没有", "None"]),
        (
            "detention-records",
            Value::dates([date("2025-12-01"), date("2024-02-29")]),
            ["2 条（2024年2月29日、2025年12月1日）", "2 (29 February 2024, 1 December 2025)"],
        ),
        ("education", Value::Flag(true), ["是", "Yes"]),
    ];
    for (id, value, expected) in values {
        let said = both().map(|phrases| {
            let position = phrases.scheme.question(id).expect("it is asked");
            phrases.value(&phrases.scheme.questions[position], &value)
        });
        assert_eq!(said, expected, "to {id}");
    }
}

#[test]
fn points_are_said() {
    let points = |hundredths| Points::from_hundredths(hundredths);
    let said = |hundredths| both().map(|phrases| phrases.points(points(hundredths)));
    assert_eq!(said(100), ["1 分", "1 point"]);
    assert_eq!(said(12_050), ["120.5 分", "120.5 points"]);
    assert_eq!(said(-500), ["−5 分", "−5 points"]);
    assert_eq!(figure(points(-7_025)), "−70.25");
    assert_eq!([300, 0, -300].map(|hundredths| gain(points(hundredths))), ["+3", "0", "−3"]);
}

#[test]
fn a_range_is_said() {
    let range = |low, high| PointsRange {
        low: Points::from_hundredths(low),
        high: Points::from_hundredths(high),
    };
    let said = |low, high| both().map(|phrases| phrases.range(range(low, high)));
    assert_eq!(said(500, 500), ["5", "5"]);
    assert_eq!(said(-300, 4_000), ["−3 至 40", "−3 to 40"]);
}

#[test]
fn a_day_is_said() {
    let said = |written| both().map(|phrases| day(date(written), phrases.messages));
    assert_eq!(said("2026-01-05"), ["2026年1月5日", "5 January 2026"]);
    assert_eq!(said("2024-12-31"), ["2024年12月31日", "31 December 2024"]);
}

/// What a step changes, and how it is said.
#[test]
fn a_step_is_said() {
    let steps = [
        (
            "serious-crime",
            Need::Flag(false),
            ["严重刑事犯罪记录：否", "record of serious crime: No"],
        ),
        (
            "education",
            Need::OneOf(vec![1, 2]),
            ["学历：高中、中专、职高或技校", "schooling: Senior or vocational secondary school"],
        ),
        (
            "insured-months",
            Need::Number { from: 11, to: 36 },
            [
                "参保年限再满 2 年 1 个月（共 3 年）",
                "insured time: 2 years 1 month more (3 years in all)",
            ],
        ),
        (
            "insured-months",
            Need::Number { from: 36, to: 12 },
            ["参保年限降到 12 个月", "insured time: down to 12 months"],
        ),
        (
            "birth-date",
            Need::Day(date("2027-03-01")),
            ["等到2027年3月1日", "Wait until 1 March 2027"],
        ),
    ];
    let step = |(id, need, _): &(&str, Need, [&str; 2])| FixStep {
        question: scheme("shanghai").question(id).expect("it is asked"),
        need: need.clone(),
    };
    for row in &steps {
        assert_eq!(both().map(|phrases| phrases.step(&step(row)).unwrap_or_default()), row.2);
    }
    let fix = Fix { gain: Points::ZERO, steps: steps[3..].iter().map(step).collect() };
    assert_eq!(
        both().map(|phrases| phrases.fix(&fix)),
        [
            "参保年限降到 12 个月；等到2027年3月1日",
            "Insured time: down to 12 months; Wait until 1 March 2027"
        ]
    );
}

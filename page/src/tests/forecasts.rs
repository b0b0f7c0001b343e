//! The forecast in a sentence: when the line is reached, and until when; and the days between two dates.

use super::{Person, date};
use crate::views::outlook::computed::{Outlook, days_between};
use crate::views::outlook::forecast::sentence;

const FORECASTS: &[(Person, [&str; 2])] = &[
    (
        Person {
            scheme: "shanghai",
            on: "2026-11-24",
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &[],
        },
        [
            "照这样下去，十年里一直够标准分值 120",
            "Threshold 120 is kept for all ten years, if you go on like this",
        ],
    ),
    (
        Person { scheme: "shanghai", on: "2026-11-24", answers: "", open: &[] },
        [
            "照这样下去，十年里到不了标准分值 120",
            "Threshold 120 is not reached in ten years, if you go on like this",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: "2026-11-24",
            answers: "professional-title = 'senior'\nmonths-at-1x-of-12 = 5",
            open: &[],
        },
        [
            "照这样下去，2026年12月24日起够标准分值 120",
            "Threshold 120 is reached from 24 December 2026, if you go on like this",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: "2026-11-24",
            answers: "insured-months = 60\npublic-service-months = 60",
            open: &[],
        },
        [
            "照这样下去，2034年11月24日起够标准分值 120，能保持到2034年12月31日，年龄 29 → 27，2035年11月24日起又够",
            "Threshold 120 is reached from 24 November 2034, if you go on like this, \
             kept until 31 December 2034, Age 29 → 27, reached again from 24 November 2035",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: "2026-11-24",
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &["insured-months"],
        },
        [
            "现在够标准分值 120，能保持到2033年12月31日，年龄 30 → 29",
            "Threshold 120 is reached now and kept until 31 December 2033, Age 30 → 29",
        ],
    ),
    (
        Person { scheme: "beijing", on: "2020-07-20", answers: "round = 2020", open: &[] },
        [
            "照这样下去，十年里到不了2026 年最低分 119.92",
            "2026 cut-off 119.92 is not reached in ten years, if you go on like this",
        ],
    ),
    (
        Person { scheme: "guangzhou-school", on: "2026-11-24", answers: "", open: &[] },
        [
            "这里没有可以对照的分数线，只看分数怎样变。",
            "There is no line to compare with; this is how the points change.",
        ],
    ),
];

#[test]
fn a_forecast_is_said_in_a_sentence() {
    for (person, expected) in FORECASTS {
        person.assert_said(
            |assessed, phrases| sentence(&Outlook::of(assessed.clone(), &[]), phrases),
            *expected,
        );
    }
}

#[test]
fn a_day_later_is_one_more_for_ten_years() {
    for first in ["2026-11-24", "2024-02-29", "1999-12-31"].map(date) {
        let mut day = first;
        for days in 0..=3_653 {
            assert_eq!(days_between(first, day), days, "from {first} to {day}");
            assert_eq!(days_between(day, first), -days, "from {day} to {first}");
            day = day.tomorrow().expect("there are ten years more");
        }
    }
}

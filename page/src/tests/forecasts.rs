//! The forecast in a sentence: when the line is reached, and until when.

use super::Person;
use crate::views::outlook::Outlook;
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
            "Standard score 120 is kept for all ten years, if you go on like this",
        ],
    ),
    (
        Person { scheme: "shanghai", on: "2026-11-24", answers: "", open: &[] },
        [
            "照这样下去，十年里到不了标准分值 120",
            "Standard score 120 is not reached in ten years, if you go on like this",
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
            "Standard score 120 is reached from 24 December 2026, if you go on like this",
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
            "Standard score 120 is reached from 24 November 2034, if you go on like this, \
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
            "Standard score 120 is reached now and kept until 31 December 2033, Age 30 → 29",
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

//! What a card says of a scheme beside others.

use jifen::compare::compared;

use super::{EVERYTHING, Person};
use crate::views::compare::verdict;

const ON: &str = "2026-11-24";

const CARDS: &[(Person, [&str; 2])] = &[
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &[],
        },
        ["够了，达到标准分值 120", "Enough: the threshold (120) is reached"],
    ),
    (
        Person { scheme: "shanghai", on: ON, answers: "", open: &["education"] },
        [
            "剩下的怎么答都不够：最多 90 分，还差 30 分",
            "Not enough whatever is still open: at most 90 points, 30 short",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &["household"],
        },
        ["分数够了；还有 1 项条件没确定", "The points are enough; 1 condition is not settled yet"],
    ),
    (
        Person { scheme: "shanghai", on: ON, answers: "", open: &[] },
        ["不够，还差 90 分", "Not enough: 90 points short"],
    ),
    (
        Person { scheme: "shanghai", on: ON, answers: "", open: EVERYTHING },
        ["现在还差 120 分，题还没答完", "120 points short so far, with questions still open"],
    ),
    (
        Person {
            scheme: "beijing",
            on: "2020-07-20",
            answers: "birth-date = '1981-06-15'\neducation = 'bachelor'\nacademic-degree = 'bachelor'\n\
                      insured-at-year-end = 181\nown-home-months = 128\nother-home-months = 53\n\
                      outer-home = true\nouter-live-months = 24\nround = 2020",
            open: &[],
        },
        [
            "低于 2026 年的最低分 119.92，差 22.79 分。高于 2020 年的最低分 97.13",
            "Below the 2026 cut-off of 119.92 by 22.79. Above the 2020 cut-off of 97.13",
        ],
    ),
    (
        Person {
            scheme: "beijing",
            on: "2020-07-20",
            answers: "birth-date = '1978-06-15'\neducation = 'bachelor'\nacademic-degree = 'bachelor'\n\
                      insured-at-year-end = 187\nown-home-months = 172\nother-home-months = 15\n\
                      outer-home = true\nround = 2020",
            open: &[
                "residence-permit",
                "outer-live-months",
                "science-award",
                "contest-award",
                "honoured",
            ],
        },
        [
            "能不能到 2026 年的最低分 119.92，还看没答的题",
            "Whether the 2026 cut-off of 119.92 is reached depends on what is still open",
        ],
    ),
    (
        Person { scheme: "guangzhou", on: ON, answers: "permit-months = 119", open: &[] },
        ["不够，还差 8 分", "Not enough: 8 points short"],
    ),
    (
        Person {
            scheme: "tianjin",
            on: ON,
            answers: "pension-months = 0",
            open: &["medical-months"],
        },
        ["现在还差 110 分", "110 points short so far"],
    ),
    (
        Person {
            scheme: "tianjin",
            on: ON,
            answers: "permit-endorsements = 1\ntrade-shortage-class = 'fairly'\nskill-level = 'level-3'\npension-months = 48\n\
                      medical-months = 48\nunemployment-months = 48\ninjury-months = 48\nmaternity-months = 48",
            open: &[],
        },
        ["高于 2022 年的最低分 110", "Above the 2022 cut-off of 110"],
    ),
    (
        // What is reached before deductions is not reached yet.
        Person {
            scheme: "beijing",
            on: ON,
            answers: "birth-date = '1985-06-15'\ninsured-at-year-end = 400",
            open: &["tax-violation-records"],
        },
        [
            "不算扣分，高于 2026 年的最低分 119.92；扣分项还没答完",
            "Above the 2026 cut-off of 119.92 before deductions, which are not all answered",
        ],
    ),
    (
        Person { scheme: "guangzhou-school", on: "2026-11-01", answers: "", open: &[] },
        ["按积分排名", "Ranked by points"],
    ),
];

#[test]
fn a_card_says_the_verdict() {
    for (person, expected) in CARDS {
        person.assert_said(
            |assessed, phrases| {
                let compared = compared(
                    &assessed.scheme,
                    &assessed.answers,
                    &assessed.assessment,
                    assessed.shown(),
                );
                verdict(assessed, &compared, phrases)
            },
            *expected,
        );
    }
}

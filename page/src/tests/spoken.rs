//! What a screen reader says of a result, and what stands under the verdict.

use super::{EVERYTHING, Person, progress};
use crate::views::result::sentence;
use crate::views::result::summary::notes;

const ON: &str = "2026-11-24";

/// A person, what a screen reader says, and what stands under the verdict.
type Told = (Person, [&'static str; 2], [&'static str; 2]);

const TOLD: &[Told] = &[
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "",
            open: &[
                "education",
                "academic-degree",
                "skill-level",
                "insured-months",
                "honour",
                "entrepreneur",
            ],
        },
        [
            "30 分起。现在还差 90 分，题还没答完。",
            "30 points or more. 90 points short so far, with questions still open.",
        ],
        [
            "“少见的加分项”里没答的都没有的话：30 至 290 分；有的话，最多再加 230 分。还有 4 步没答。这是估算，以受理部门的结果为准。",
            "With none of what is still open under “Less common bonus points”: 30 to 290 points; that could add at most 230 points. 4 steps left to answer. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &[],
        },
        ["120 分。够了，达到标准分值 120。", "120 points. Enough: the threshold (120) is reached."],
        [
            "题都答完了。这是估算，以受理部门的结果为准。",
            "Everything is answered. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'associate'\ninsured-months = 36",
            open: &["recent-full-time-graduate"],
        },
        [
            "89 至 99 分。剩下的怎么答都不够：最多 99 分，还差 21 分。",
            "89 to 99 points. Not enough whatever is still open: at most 99 points, 21 short.",
        ],
        [
            "“少见的加分项”里没答的都没有的话：89 分；有的话，最多再加 10 分。剩下的题不影响结论。这是估算，以受理部门的结果为准。",
            "With none of what is still open under “Less common bonus points”: 89 points; that could add at most 10 points. What is left cannot change the verdict. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "",
            open: &["education", "academic-degree", "professional-title", "false-filing-records"],
        },
        [
            "30 至 140 分，不算扣分。现在还差 90 分，题还没答完。",
            "30 to 140 points, before deductions. 90 points short so far, with questions still open.",
        ],
        [
            "扣分项还没答完，先按没有扣分显示。还有 2 步没答。这是估算，以受理部门的结果为准。",
            "Deductions are not all answered; shown as if there were none. 2 steps left to answer. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person { scheme: "shanghai", on: ON, answers: "", open: EVERYTHING },
        ["", ""],
        [
            "扣分项还没答完，先按没有扣分显示。“少见的加分项”里没答的都没有的话：0 至 510 分；有的话，最多再加 700 分。还有 16 步没答。这是估算，以受理部门的结果为准。",
            "Deductions are not all answered; shown as if there were none. With none of what is still open under “Less common bonus points”: 0 to 510 points; that could add at most 700 points. 16 steps left to answer. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person {
            scheme: "chengdu",
            on: "2025-11-24",
            answers: "award-level = 'national'\nhome-running-months = 36",
            open: &[],
        },
        [
            "90 至 115 分。来源说法不一，可能够，也可能不够。",
            "90 to 115 points. The sources disagree: it may or may not be enough.",
        ],
        [
            "题都答完了，但有规则的来源不一致，分数只能给出范围。请先向受理部门问清。这是估算，以受理部门的结果为准。",
            "Everything is answered, but sources of a rule disagree, so the points stay a range. Ask the office first. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person { scheme: "beijing", on: "2020-07-20", answers: "round = 2020", open: &[] },
        [
            "41 分。低于 2026 年的最低分 119.92，差 78.92 分。",
            "41 points. Below the 2026 cut-off of 119.92 by 78.92.",
        ],
        [
            "没有算进去、也许还能加分的：2020 年以后新增的荣誉称号。题都答完了。这是估算，以受理部门的结果为准。",
            "Not included, and it might add points: Honours added since 2020. Everything is answered. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person { scheme: "ningbo", on: ON, answers: "", open: &[] },
        [
            "5 分。没有统一的及格分；这里能算的最多 130 分，全表 300 分。",
            "5 points. No common pass score; at most 130 points can be computed here, the whole table has 300.",
        ],
        [
            "没有查到全市的及格分，怎样用积分由各区（县、市）定。没有算进去、也许还能加分的：另外 8 项市级共性指标、区（县、市）个性指标。没有算进去、也许会扣分的：违法失信、违法犯罪。题都答完了。这是估算，以受理部门的结果为准。",
            "No pass score of the city is known; the districts decide how points are used. Not included, and it might add points: The other 8 city items, District items. Not included, and it might take points away: Bad credit and breaking the law. Everything is answered. This is an estimate; the official result decides.",
        ],
    ),
    (
        Person { scheme: "tianjin", on: ON, answers: "", open: &[] },
        ["10 分。不够，还差 100 分。", "10 points. Not enough: 100 points short."],
        [
            "题都答完了。这是估算，以受理部门的结果为准。",
            "Everything is answered. This is an estimate; the official result decides.",
        ],
    ),
];

#[test]
fn a_result_is_spoken_in_one_sentence() {
    for (person, expected, _) in TOLD {
        person.assert_said(|assessed, phrases| sentence(assessed, phrases.language), *expected);
    }
}

#[test]
fn what_to_know_stands_under_the_verdict() {
    for (person, _, expected) in TOLD {
        person.assert_said(
            |assessed, phrases| notes(assessed, &progress(assessed), phrases),
            *expected,
        );
    }
}

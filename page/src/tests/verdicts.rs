//! The verdict in a sentence.

use std::rc::Rc;

use jifen::scheme::{Group, Language, Scheme, UpTo};

use super::{EVERYTHING, Person, date};
use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::views::result::{headline, sentence};

const ON: &str = "2026-11-24";

/// A person, the core's verdict, and what the page says.
type Row = (Person, &'static str, [&'static str; 2]);

const VERDICTS: &[Row] = &[
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &[],
        },
        "pass",
        ["够了，达到标准分值 120", "Enough: the threshold (120) is reached"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\ninsured-months = 36\n\
                      base-months-08-of-48 = 36\nbase-months-1-of-48 = 36",
            open: &["honour", "shortage-major"],
        },
        "pass",
        ["不管剩下的怎么答，都够 120 分", "Enough for 120, whatever is still open"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'associate'\ninsured-months = 36",
            open: &[],
        },
        "short",
        ["不够，还差 31 分", "Not enough: 31 points short"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'associate'\ninsured-months = 36",
            open: &["employer-files", "recent-full-time-graduate"],
        },
        "short",
        [
            "剩下的怎么答都不够：最多 99 分，还差 21 分",
            "Not enough whatever is still open: at most 99 points, 21 short",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "birth-date = '1965-11-24'\neducation = 'bachelor'\nacademic-degree = 'bachelor'\n\
                      insured-months = 120",
            open: &[],
        },
        "ineligible",
        ["现在还不能申请：1 项条件不符合", "You cannot apply yet: 1 condition is not met"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "household = 'here'\nresidence-permit = 'none'",
            open: &[],
        },
        "ineligible",
        ["现在还不能申请：2 项条件不符合", "You cannot apply yet: 2 conditions are not met"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'master'\nacademic-degree = 'master'\nserious-crime = true",
            open: &["employer-files"],
        },
        "ineligible",
        ["不能申请：触及一票否决", "You cannot apply: a veto holds"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &["household"],
        },
        "undecided",
        ["分数够了；还有 1 项条件没确定", "The points are enough; 1 condition is not settled yet"],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &["household", "residence-permit", "employer-files"],
        },
        "undecided",
        [
            "分数够了；还有 3 项条件没确定",
            "The points are enough; 3 conditions are not settled yet",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\ninsured-months = 36\nbase-months-08-of-48 = 36",
            open: &["false-filing-records"],
        },
        "undecided",
        [
            "不算扣分，已够 120 分；扣分项还没答完",
            "Enough for 120 before deductions, which are not all answered",
        ],
    ),
    (
        Person {
            scheme: "shanghai",
            on: ON,
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &["education-accepted"],
        },
        "undecided",
        ["现在还差 90 分，题还没答完", "90 points short so far, with questions still open"],
    ),
    (
        Person { scheme: "shanghai", on: ON, answers: "", open: EVERYTHING },
        "undecided",
        ["现在还差 120 分，题还没答完", "120 points short so far, with questions still open"],
    ),
    (
        Person {
            scheme: "chengdu",
            on: "2025-11-24",
            answers: "award-level = 'national'\nhome-running-months = 36",
            open: &[],
        },
        "undecided",
        ["来源说法不一，可能够，也可能不够", "The sources disagree: it may or may not be enough"],
    ),
    (
        Person {
            scheme: "chengdu",
            on: ON,
            answers: "award-level = 'national'\nhome-running-months = 36",
            open: &[],
        },
        "undecided",
        [
            "这是按可能已经取消的规则算的；先核实还办不办",
            "By rules that may have been repealed; first ask whether they still hold",
        ],
    ),
    (
        Person {
            scheme: "tianjin",
            on: ON,
            answers: "permit-endorsements = 1\ntrade-shortage-class = 'fairly'\nskill-level = 'level-3'\npension-months = 48\n\
                      medical-months = 48\nunemployment-months = 48\ninjury-months = 48\nmaternity-months = 48",
            open: &[],
        },
        "undecided",
        ["高于 2022 年的最低分 110", "Above the 2022 cut-off of 110"],
    ),
    (
        Person {
            scheme: "guangzhou",
            on: ON,
            answers: "pension-months = 240\nmedical-months = 240\nunemployment-months = 240\n\
                      injury-months = 240\nmaternity-months = 240",
            open: &[],
        },
        "undecided",
        ["高于 2024 年的最低分 200", "Above the 2024 cut-off of 200"],
    ),
    (
        // Only some of the points are ranked: beside the total, 22 would be wrong.
        Person {
            scheme: "guangzhou",
            on: ON,
            answers: "permit-months = 96\npension-months = 72\nmedical-months = 72\nunemployment-months = 72\n\
                      injury-months = 72\nmaternity-months = 72\nvolunteer-years-of-5 = 5",
            open: &[],
        },
        "undecided",
        [
            "排名分 154，低于 2024 年的最低分 200，差 46 分",
            "Below the 2024 cut-off of 200 by 46 (154 points are ranked)",
        ],
    ),
    (
        Person { scheme: "beijing", on: "2020-07-20", answers: "round = 2020", open: &[] },
        "undecided",
        ["低于 2026 年的最低分 119.92，差 78.92 分", "Below the 2026 cut-off of 119.92 by 78.92"],
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
        "undecided",
        [
            "能不能到 2026 年的最低分 119.92，还看没答的题",
            "Whether the 2026 cut-off of 119.92 is reached depends on what is still open",
        ],
    ),
    (
        Person { scheme: "guangzhou-school", on: "2026-11-01", answers: "", open: &[] },
        "undecided",
        ["按积分排名", "Ranked by points"],
    ),
];

#[test]
fn every_verdict_is_said() {
    for (person, verdict, expected) in VERDICTS {
        assert_eq!(person.assessed().assessment.verdict.as_str(), *verdict, "{}", person.answers);
        person.assert_said(|assessed, phrases| headline(assessed, phrases), *expected);
    }
}

/// What the page says in Chinese of somebody with everything answered, by Shanghai's rules as `change` makes them.
fn by_other_rules(answers: &'static str, change: impl FnOnce(&mut Scheme)) -> String {
    let assessed = Person { scheme: "shanghai", on: ON, answers, open: &[] }.assessed();
    let mut scheme = Scheme::clone(&assessed.scheme);
    change(&mut scheme);
    let assessed = Assessed::new(Rc::new(scheme), None, assessed.answers.clone(), date(ON));
    headline(&assessed, &Phrases::new(&assessed.scheme, Language::Zh))
}

const DEGREE: &str = "education = 'bachelor'\nacademic-degree = 'bachelor'";

#[test]
fn what_is_left_out_and_could_change_the_verdict_is_said() {
    let leaving_out = |group| {
        move |scheme: &mut Scheme| {
            scheme.left_out[0].group = group;
            scheme.left_out[0].up_to = UpTo::Unknown;
        }
    };
    let short = by_other_rules("", leaving_out(Group::Bonus));
    assert_eq!(short, "算出来还差 90 分；没有算进去的部分也许能补上");
    let enough = by_other_rules(DEGREE, leaving_out(Group::Deduction));
    assert_eq!(enough, "算出来到了标准分值 120；没有算进去的部分也许会扣掉");
}

#[test]
fn where_no_points_are_asked_for_none_are_spoken_of() {
    let without_line = |scheme: &mut Scheme| scheme.line.threshold = None;
    assert_eq!(by_other_rules("", without_line), "申请条件都符合");
    assert_eq!(
        by_other_rules("outside-branch = true", without_line),
        "现在还不能申请：1 项条件不符合"
    );
    let person = Person { scheme: "shanghai", on: ON, answers: "", open: &[] }.assessed();
    let mut scheme = Scheme::clone(&person.scheme);
    scheme.line.threshold = None;
    scheme.indicators.clear();
    scheme.combinations.clear();
    scheme.floor = None;
    let conditions = Assessed::new(Rc::new(scheme), None, person.answers.clone(), date(ON));
    assert_eq!(sentence(&conditions, Language::Zh), "申请条件都符合。");
}

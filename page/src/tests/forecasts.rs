//! The forecast in a sentence: when the line is reached, and until when; and the days between two dates.

use std::rc::Rc;

use jifen::points::Points;
use jifen::scheme::{EditionKind, Language, Scheme, Text};

use super::{Person, date};
use crate::text::phrases::Phrases;
use crate::views::outlook::computed::{Outlook, days_between};
use crate::views::outlook::forecast::{next_edition, sentence};

const FORECASTS: &[(Person, [&str; 2])] = &[
    (
        Person {
            scheme: "shanghai",
            on: "2026-11-24",
            answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
            open: &[],
        },
        [
            "现在达到标准分值 120，条件也符合，能保持到这一版规则到期（2027年12月31日）",
            "The threshold (120) is reached now with every condition met, and kept until this edition of the rules \
             ends (31 December 2027)",
        ],
    ),
    (
        Person { scheme: "shanghai", on: "2026-11-24", answers: "", open: &[] },
        [
            "照这样下去，到这一版规则到期（2027年12月31日）为止，到不了标准分值 120",
            "If you go on as now, the threshold (120) is not reached before this edition of the rules ends \
             (31 December 2027)",
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
            "照这样下去，最晚2027年5月24日起达到标准分值 120，条件也符合",
            "If you go on as now, the threshold (120) is reached from 24 May 2027 at the latest, with every \
             condition met",
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
            "照这样下去，到这一版规则到期（2027年12月31日）为止，到不了标准分值 120",
            "If you go on as now, the threshold (120) is not reached before this edition of the rules ends \
             (31 December 2027)",
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
            "现在达到标准分值 120，条件也符合，能保持到这一版规则到期（2027年12月31日）",
            "The threshold (120) is reached now with every condition met, and kept until this edition of the rules \
             ends (31 December 2027)",
        ],
    ),
    (
        Person { scheme: "beijing", on: "2020-07-20", answers: "round = 2020", open: &[] },
        [
            "录取看排名，以后的线没有人知道，所以这里不说哪一年够。2020 年以来，最低分每年变动 2.59 至 4.54 分。",
            "Rank decides and nobody knows the coming lines, so no year is named here. Since 2020 the cut-off has \
             moved by 2.59 to 4.54 points a year.",
        ],
    ),
    (
        Person { scheme: "guangzhou-school", on: "2026-11-01", answers: "", open: &[] },
        [
            "这里没有可以对照的分数线，只看分数怎样变。",
            "There is no line to compare with; this is how the points change.",
        ],
    ),
    (
        Person { scheme: "guangzhou-school", on: "2026-11-24", answers: "", open: &[] },
        [
            "这套规则已经到期，往后什么时候够没法说。",
            "These rules have ended, so nothing can be said of the years to come.",
        ],
    ),
    (
        Person { scheme: "chengdu", on: "2026-11-24", answers: "", open: &[] },
        [
            "这套规则可能已经取消，往后什么时候够没法说。",
            "These rules may have been repealed, so nothing can be said of the years to come.",
        ],
    ),
    // A round that is over does not close any more.
    (
        Person { scheme: "guangzhou", on: "2026-11-24", answers: "entry-round = 2025", open: &[] },
        [
            "照这样下去，这一轮今天截止，或者已经截止，到不了申请分数线 150",
            "If you go on as now, the line for applying (150) is not reached as this round closes today or has closed",
        ],
    ),
];

#[test]
fn a_forecast_is_said_in_a_sentence() {
    for (person, expected) in FORECASTS {
        person.assert_said(
            |assessed, phrases| sentence(&Outlook::of(assessed.clone(), &[], &[]), phrases),
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

/// The open edition until 2027, and after it one that asks for more points.
#[test]
fn a_forecast_goes_on_by_the_next_edition_and_says_when_the_rules_change() {
    let passes = FORECASTS[0].0.assessed();
    let mut next = (*passes.scheme).clone();
    next.edition.id = "next".to_owned();
    next.edition.name = Text { zh: "新版".to_owned(), en: "New edition".to_owned() };
    (next.edition.from, next.edition.to) = (Some(date("2028-01-01")), None);
    next.line.threshold = Some(Points::whole(500));
    let followed = |next: &Scheme| Outlook::of(passes.clone(), &[], &[Rc::new(next.clone())]);
    let said = |outlook: &Outlook, language| {
        let phrases = Phrases::new(&passes.scheme, language);
        outlook.stages.iter().map(|stage| next_edition(stage, &phrases)).collect::<Vec<_>>()
    };
    let outlook = followed(&next);
    // What is said of the open edition stays what it was.
    assert_eq!(outlook.outcome(), Outlook::of(passes.clone(), &[], &[]).outcome());
    assert_eq!(
        said(&outlook, Language::Zh),
        ["2028年1月1日起换用“新版”。按新规则：照这样下去，十年里到不了标准分值 500。"]
    );
    assert_eq!(
        said(&outlook, Language::En),
        [
            "From 1 January 2028 the rules are those of “New edition”. By these: If you go on as now, the threshold (500) \
          is not reached within ten years."
        ]
    );
    // Nothing is drawn of the days past the ten years, and nothing of a draft or of what holds already.
    let last = outlook.stages[0].forecast.months.last().expect("there are months");
    assert!(last.day <= date("2036-11-24"), "{}", last.day);
    for (kind, from) in [(EditionKind::Draft, "2028-01-01"), (EditionKind::Adopted, "2026-11-24")] {
        let mut other = next.clone();
        (other.edition.kind, other.edition.from) = (kind, Some(date(from)));
        assert!(followed(&other).stages.is_empty(), "{kind:?} from {from}");
    }
}

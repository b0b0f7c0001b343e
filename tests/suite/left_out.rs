//! What a scheme leaves out, gives no number for, or does not score at all: no verdict rests on its being nothing.

use jifen::answers::Answers;
use jifen::assess::{Assessment, Verdict, assess};
use jifen::outlook::advise;
use jifen::points::Points;
use jifen::scheme::{AnswerKind, Group, LeftOut, Predicate, Scheme, Score, Text, UpTo};
use jiff::civil::{Date, date};

use crate::people::SCHEMES;

const ON: Date = date(2026, 11, 24);

/// A scheme in which a person has so many hundredths of a point towards 100, and something is left out.
fn scheme(hundredths: i64, group: Group, up_to: UpTo) -> Scheme {
    let mut scheme = SCHEMES.iter().find(|scheme| scheme.id == "chengdu").unwrap().clone();
    scheme.line.threshold = Some(Points::whole(100));
    scheme.line.ranking = None;
    scheme.edition.to = None;
    scheme.edition.from = Some(ON);
    scheme.edition.doubt = None;
    scheme.conditions.clear();
    scheme.combinations.clear();
    scheme.indicators.truncate(1);
    scheme.indicators[0].score = Score::Fixed(Points::from_hundredths(hundredths));
    scheme.indicators[0].cap = None;
    let text = || Text { zh: "区级表彰".to_owned(), en: "District award".to_owned() };
    scheme.left_out = vec![LeftOut {
        id: "district-award".to_owned(),
        group,
        name: text(),
        why: text(),
        up_to,
        when: None,
    }];
    scheme.bind();
    scheme
}

fn assessed(scheme: &Scheme) -> Assessment {
    assess(scheme, &Answers::default(), ON)
}

#[test]
fn short_is_said_only_where_what_is_left_out_cannot_reach_the_line() {
    let ten = UpTo::Points(Points::whole(10));
    let verdict = |hundredths, group, up_to| assessed(&scheme(hundredths, group, up_to)).verdict;
    assert_eq!(verdict(9000, Group::Bonus, ten), Verdict::Undecided);
    assert_eq!(verdict(8999, Group::Bonus, ten), Verdict::Short);
    assert_eq!(verdict(0, Group::Bonus, UpTo::Unknown), Verdict::Undecided);
    assert_eq!(verdict(9999, Group::Bonus, UpTo::Points(Points::ZERO)), Verdict::Short);
    assert_eq!(verdict(10_000, Group::Bonus, UpTo::Unknown), Verdict::Pass);
    assert_eq!(verdict(10_999, Group::Deduction, ten), Verdict::Undecided);
    assert_eq!(verdict(11_000, Group::Deduction, ten), Verdict::Pass);
    assert_eq!(verdict(11_000, Group::Deduction, UpTo::Unknown), Verdict::Undecided);
}

/// A test that a question is answered with yes.
fn yes(question: &str) -> Predicate {
    serde_json::from_value(serde_json::json!({ "yes": question })).expect("a test")
}

#[test]
fn what_is_left_out_counts_only_where_it_may() {
    let mut scheme = scheme(9000, Group::Bonus, UpTo::Unknown);
    let question = scheme
        .questions
        .iter()
        .position(|question| matches!(question.kind, AnswerKind::YesNo) && question.when.is_none());
    let question = scheme.questions[question.expect("a yes-no question")].clone();
    scheme.left_out[0].when = Some(yes(&question.id));
    scheme.bind();
    let with = |flag| {
        let mut answers = Answers::default();
        answers.set(&question.id, Some(jifen::answers::Value::Flag(flag)));
        assess(&scheme, &answers, ON).verdict
    };
    assert_eq!(assessed(&scheme).verdict, Verdict::Undecided);
    assert_eq!((with(true), with(false)), (Verdict::Undecided, Verdict::Short));
}

#[test]
fn unknown_points_have_no_upper_end() {
    let mut scheme = scheme(0, Group::Bonus, UpTo::Points(Points::ZERO));
    let unknown = Score::Unknown { low: Points::whole(80), high: None };
    scheme.indicators[0].score = Score::Sum(vec![unknown, Score::Fixed(Points::whole(-5))]);
    scheme.bind();
    let total = assessed(&scheme).total;
    assert_eq!((total.low, total.high), (Points::whole(75), Points::UNBOUNDED));
    assert_eq!(serde_json::to_string(&total).unwrap(), r#"{"low":75,"high":null}"#);
    assert_eq!(assessed(&scheme).verdict, Verdict::Undecided);
    scheme.indicators[0].cap = Some(Points::whole(90));
    assert_eq!(assessed(&scheme).verdict, Verdict::Short);
}

/// Conditions alone decide: no line to reach, no points, and no advice for any.
#[test]
fn a_scheme_of_conditions_alone_says_nothing_of_points() {
    let mut scheme = SCHEMES.iter().find(|scheme| scheme.id == "chengdu").unwrap().clone();
    scheme.line.threshold = None;
    scheme.line.ranking = None;
    scheme.indicators.clear();
    scheme.combinations.clear();
    scheme.left_out.clear();
    scheme.edition.doubt = None;
    scheme.bind();
    assert!(!scheme.scores());
    let assessment = assessed(&scheme);
    assert_eq!(assessment.verdict, Verdict::Undecided);
    assert_eq!(assessment.total.certain(), Some(Points::ZERO));
    assert_eq!(advise(&scheme, &Answers::default(), ON).missing, None);
    // Once every condition is met, that is all there is to reach.
    scheme.conditions.clear();
    assert_eq!(assessed(&scheme).verdict, Verdict::Pass);
}

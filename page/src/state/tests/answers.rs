//! Answers: given, taken back, cleared, kept.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::link::Link;
use jifen::points::PointsRange;
use jifen::scheme::AnswerKind;
use jiff::civil::date;

use super::{Page, SHANGHAI, option};
use crate::elements::ids::{KEPT, RESET};
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Fold, Replacement};

/// What schooling gives.
fn schooling(assessed: &Assessed) -> PointsRange {
    let indicators = &assessed.scheme.indicators;
    let education = indicators.iter().position(|indicator| indicator.id == "education").unwrap();
    assessed.assessment.indicators[education].points
}

#[test]
fn an_answer_counts_at_once_and_stands_in_the_address() {
    let mut page = Page::open("");
    assert!(!page.assessed().begun());
    assert_eq!(page.0.address(), "", "an empty page needs no address");
    let before = schooling(page.assessed());
    page.answer("education", option("bachelor"));
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    assert_ne!(schooling(page.assessed()), before);
    let (link, _) = Link::read(&page.0.address());
    assert_eq!(link.scheme.as_deref(), Some("shanghai"));
    assert_eq!(link.profile, page.0.profile);
    page.answer("education", None);
    assert!(!page.assessed().begun() && page.0.profile.is_empty());
}

#[test]
fn none_of_a_section_answers_what_is_open_and_is_taken_back() {
    let mut page = Page::open(SHANGHAI);
    let section = page.foldable_section();
    let asked = page.assessed().asked_in(section);
    // One of them is answered already, and stays as it is.
    let scheme = page.assessed().scheme.clone();
    let yes_no = |position: &&usize| scheme.questions[**position].kind == AnswerKind::YesNo;
    let own = *asked.iter().find(yes_no).unwrap();
    page.act(Action::Answer { question: own, value: Some(Value::Flag(true)) });
    let generation = page.0.generation;
    page.act(Action::NoneOf { section });
    for position in &asked {
        assert!(page.assessed().answer(*position).is_some(), "{position} is still open");
    }
    assert_eq!(page.assessed().answer(own), Some(&Value::Flag(true)));
    assert!(page.0.generation > generation, "fields keep what was typed");
    let id = scheme.sections[section].id.clone();
    assert_eq!(page.focus(), Some(&FocusTarget::UnfoldButton(id)));

    // What is answered otherwise meanwhile is not taken back.
    let other = *page.0.undo.bulk_answers[0].questions.iter().find(yes_no).unwrap();
    page.act(Action::Answer { question: other, value: Some(Value::Flag(true)) });
    page.act(Action::TakeBack { section });
    for position in asked {
        let kept = position == own || position == other;
        assert_eq!(page.assessed().answer(position).is_some(), kept, "question {position}");
    }
    assert!(page.0.undo.bulk_answers.is_empty());
}

#[test]
fn clearing_can_be_undone_until_something_is_answered() {
    let mut page = Page::open(SHANGHAI);
    let before = page.0.profile.clone();
    page.act(Action::Unfold { fold: Fold::Share, open: true });
    page.act(Action::Clear { erased: None });
    assert!(page.0.profile.is_empty() && !page.assessed().begun());
    assert_eq!(page.0.undo.replacement, Some(Replacement::Cleared));
    assert!(page.0.unfolded.is_empty());
    page.act(Action::Restore);
    assert_eq!(page.0.profile, before);
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    assert_eq!(page.0.undo.replacement, None);
    assert_eq!(page.focus(), Some(&FocusTarget::element(RESET)));

    page.act(Action::Clear { erased: None });
    page.answer("education", option("master"));
    page.act(Action::Restore);
    assert_eq!(page.answer_of("education"), option("master").as_ref());

    // Nothing to clear, nothing to bring back.
    let mut page = Page::open("");
    page.act(Action::Clear { erased: None });
    assert_eq!(page.0.undo.replacement, None);
    // Nor after a while.
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Clear { erased: None });
    page.act(Action::ForgetUndo);
    page.act(Action::Restore);
    assert!(page.0.profile.is_empty());
}

#[test]
fn answers_are_kept_compared_taken_and_dropped() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Keep);
    assert_eq!(page.focus(), Some(&FocusTarget::element(KEPT)));
    page.answer("education", option("associate"));
    let kept = page.0.side_by_side.assessed.clone().unwrap();
    assert_eq!(kept.answers.get("education"), option("bachelor").as_ref());
    assert_ne!(schooling(&kept), schooling(page.assessed()));
    // Another city assesses them by its own rules.
    page.act(Action::Open("beijing".to_owned()));
    page.load("beijing");
    let beside = page.0.side_by_side.assessed.clone().unwrap();
    assert_eq!(beside.scheme.id, "beijing");
    page.act(Action::TakeKept);
    assert!(page.0.side_by_side.assessed.is_none());
    page.act(Action::Open("shanghai".to_owned()));
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());

    page.act(Action::Keep);
    page.answer("education", option("associate"));
    page.act(Action::DropKept);
    assert!(page.0.side_by_side.assessed.is_none());
    assert_eq!(page.answer_of("education"), option("associate").as_ref());
    page.act(Action::TakeKept);
    assert_eq!(page.answer_of("education"), option("associate").as_ref());
}

#[test]
fn days_and_pauses_leave_the_assessment_alone() {
    let mut page = Page::open(SHANGHAI);
    let assessed = page.assessed().clone();
    let day = Some(date(2026, 12, 1));
    page.act(Action::Day { question: "submission-day".to_owned(), day });
    assert_eq!(page.0.profile.day(&assessed.scheme, "submission-day"), day);
    page.act(Action::Pause { question: "insured-months".to_owned(), paused: true });
    page.act(Action::Pause { question: "insured-months".to_owned(), paused: true });
    assert_eq!(page.0.paused, ["insured-months"]);
    page.act(Action::Pause { question: "insured-months".to_owned(), paused: false });
    assert!(page.0.paused.is_empty() && Rc::ptr_eq(&assessed, page.assessed()));
}

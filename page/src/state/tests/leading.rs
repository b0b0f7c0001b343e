//! What leads the person: the way to the result and back, questions set aside, purposes, trying a suggestion.

use jifen::answers::Value;
use jifen::assess::{FixStep, Need};
use jifen::scheme::{GuidePart, Purpose};

use super::{Page, SHANGHAI, option};
use crate::state::cities::cities;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Fold};

#[test]
fn the_result_knows_the_way_back_to_the_question() {
    let mut page = Page::open(SHANGHAI);
    let birth = page.question("birth-date");
    page.act(Action::GoToQuestion(birth));
    assert!(!page.0.leading.away);
    page.act(Action::GoToResult);
    assert_eq!(page.focus(), Some(&FocusTarget::place("result")));
    assert!(page.0.leading.away);
    assert_eq!(page.0.leading.at.as_deref(), Some("birth-date"));
    page.answer("education", option("master"));
    assert!(!page.0.leading.away, "somebody answers again");
    assert_eq!(page.0.leading.at.as_deref(), Some("education"));
    page.act(Action::Clear { erased: None });
    assert_eq!(page.0.leading.at, None);
}

#[test]
fn a_question_set_aside_stays_open_until_it_is_answered() {
    let mut page = Page::open(SHANGHAI);
    let question = page.question("education");
    page.act(Action::SetAside { question, aside: true });
    assert_eq!(page.answer_of("education"), None, "both cannot hold");
    assert!(page.0.leading.is_aside("education"));
    assert!(page.assessed().assessment.open.contains(&question), "it is as open as before");
    page.act(Action::SetAside { question, aside: false });
    assert!(!page.0.leading.is_aside("education"));
    page.act(Action::SetAside { question, aside: true });
    page.answer("education", option("bachelor"));
    assert!(!page.0.leading.is_aside("education"));
}

#[test]
fn a_purpose_chooses_cities_and_opens_one_that_serves_it() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::SetPurpose(Some(Purpose::School)));
    assert_eq!(page.0.open, "shanghai", "it serves that already");
    page.act(Action::SetPurpose(Some(Purpose::Household)));
    assert_eq!(page.0.open, "beijing", "the first that does");
    let catalogue = page.0.catalogue.clone().unwrap();
    let shown = cities(&catalogue, &page.0.leading);
    assert!(shown.iter().all(|entry| {
        entry.purposes.is_empty() || entry.purposes.contains(&Purpose::Household)
    }));
    page.act(Action::Open("guangzhou".to_owned()));
    page.act(Action::SetPurpose(Some(Purpose::School)));
    assert_eq!(page.0.open, "guangzhou-school", "the same city, by another scheme");
    page.act(Action::SetPurpose(None));
    assert_eq!(cities(&catalogue, &page.0.leading).len(), 10);
    assert!(!page.0.profile.is_empty(), "the answers are those of before");
}

#[test]
fn one_press_answers_what_is_alike() {
    let mut page = Page::open("#v=1&s=tianjin");
    page.answer("pension-months", Some(Value::Number(40)));
    page.answer("injury-months", Some(Value::Number(3)));
    let section = page.assessed().scheme.sections.iter().position(|one| !one.alike.is_empty());
    page.act(Action::Alike { section: section.unwrap() });
    for id in ["medical-months", "unemployment-months", "maternity-months"] {
        assert_eq!(page.answer_of(id), Some(&Value::Number(40)), "{id}");
    }
    assert_eq!(page.answer_of("injury-months"), Some(&Value::Number(3)), "it was answered");
}

#[test]
fn a_suggestion_is_tried_beside_the_answers_and_taken_back() {
    let mut page = Page::open(SHANGHAI);
    let before = page.0.profile.clone();
    let question = page.question("insured-months");
    let step = FixStep { question, need: Need::Number { from: 40, to: 52 } };
    page.act(Action::Try(vec![step]));
    assert_eq!(page.answer_of("insured-months"), Some(&Value::Number(52)));
    assert!(page.0.side_by_side.assessed.is_some(), "what was before stands beside it");
    let degree = page.question("academic-degree");
    let bachelor = page.assessed().scheme.questions[degree]
        .option_ids()
        .iter()
        .position(|id| id == "bachelor");
    let step = FixStep { question: degree, need: Need::OneOf(vec![bachelor.unwrap()]) };
    page.act(Action::Try(vec![step]));
    assert_eq!(page.answer_of("academic-degree"), option("bachelor").as_ref());
    page.act(Action::TakeKept);
    assert_eq!(page.0.profile, before, "both are taken back at once");
}

#[test]
fn a_door_unfolds_what_it_leads_to_and_the_keyboard_follows() {
    let mut page = Page::open(SHANGHAI);
    let papers = Fold::GuidePart(GuidePart::Materials);
    page.act(Action::GoTo { place: papers.id(), folds: vec![papers.clone()] });
    assert!(page.0.is_unfolded(&papers));
    assert_eq!(page.focus(), Some(&FocusTarget::Summary(papers.id())));
    page.act(Action::GoTo { place: "words".to_owned(), folds: Vec::new() });
    assert_eq!(page.focus(), Some(&FocusTarget::place("words")));
}

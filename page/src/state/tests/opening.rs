//! Opening cities, links and files; rules and guides that arrive or do not.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::link::{COMPARE, Link, LinkProblem};
use jifen::scheme::{Editions, Language};

use super::{Page, SHANGHAI, catalogue, checked, guide, option, scheme};
use crate::device::later::Later;
use crate::device::load::Failure;
use crate::elements::ids::{PANEL, question_id, tab_id};
use crate::state::cities::TabStep;
use crate::state::focus::FocusTarget;
use crate::state::{Action, EditionKey, Fold, Replacement, Rules};

#[test]
fn another_city_keeps_the_answers_and_is_fetched_once() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Open("beijing".to_owned()));
    assert!(matches!(page.0.rules, Rules::Awaited));
    page.load("beijing");
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    assert_eq!(page.0.problems, []);
    page.act(Action::Visit("shanghai".to_owned()));
    assert_eq!(page.focus(), Some(&FocusTarget::place(PANEL)));
    assert_eq!(page.answer_of("insured-months"), Some(&Value::Number(40)));
}

#[test]
fn rules_that_do_not_come_are_told_of_and_asked_for_again() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Open("beijing".to_owned()));
    let failed = |asked: &str| Action::RulesLoaded {
        asked: asked.to_owned(),
        catalogue: None,
        rules: Err(Failure::Status(404)),
    };
    // What somebody has turned away from fails unheard.
    page.act(failed("tianjin"));
    assert!(matches!(page.0.rules, Rules::Awaited));
    page.act(failed("beijing"));
    assert!(matches!(page.0.rules, Rules::Failed(Failure::Status(404))));
    page.act(Action::Retry);
    assert!(matches!(page.0.rules, Rules::Awaited));
    assert_eq!(page.focus(), Some(&FocusTarget::element(PANEL)));
    page.load("beijing");
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
}

#[test]
fn all_cities_are_compared_once_all_are_here() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Visit(COMPARE.to_owned()));
    assert!(matches!(page.0.rules, Rules::Awaited));
    let adopted = checked().editions.iter().flat_map(Editions::adopted);
    let rules = adopted.cloned().map(Rc::new).collect();
    page.act(Action::RulesLoaded { asked: COMPARE.to_owned(), catalogue: None, rules: Ok(rules) });
    let Rules::Compared(rows, _) = &page.0.rules else { panic!("they are not compared") };
    assert_eq!(rows.len(), checked().schemes.len());
}

#[test]
fn what_draws_the_comparison_is_waited_for_and_told_to_be_missing() {
    let adopted = checked().editions.iter().flat_map(Editions::adopted);
    let rules: Vec<_> = adopted.cloned().map(Rc::new).collect();
    let all = Action::RulesLoaded { asked: COMPARE.to_owned(), catalogue: None, rules: Ok(rules) };
    let there = Later::at_first();
    let waiting = |later: Later| {
        let mut page = Page::open(SHANGHAI);
        page.act(Action::LaterLoaded(later));
        page.act(Action::Visit(COMPARE.to_owned()));
        page.act(all.clone());
        page
    };
    let mut page = waiting(Later::Awaited);
    assert!(matches!(page.0.rules, Rules::Awaited));
    page.act(Action::LaterLoaded(there));
    assert!(matches!(page.0.rules, Rules::Compared(..)));
    let mut page = waiting(Later::Failed);
    assert!(
        matches!(page.0.rules, Rules::Failed(Failure::Network)),
        "nothing is said of an old page"
    );
    page.act(Action::Retry);
    assert!(matches!(page.0.rules, Rules::Awaited) && page.0.later == Later::Awaited);
    page.act(Action::LaterLoaded(there));
    assert!(matches!(page.0.rules, Rules::Compared(..)));
}

#[test]
fn what_will_not_go_on_is_said_of_these_answers_only() {
    let pause = || Action::Pause { question: "insured-months".to_owned(), paused: true };
    let (link, problems) = Link::read("#v=1&s=shanghai&education=doctor");
    for replaced in [Action::Clear { erased: None }, Action::Follow(link, problems)] {
        let mut page = Page::open(SHANGHAI);
        page.act(pause());
        page.answer("education", option("master"));
        assert_eq!(page.0.paused, ["insured-months"], "another answer is the same person's");
        page.act(replaced);
        assert_eq!(page.0.paused, [""; 0]);
    }
}

#[test]
fn a_link_replaces_the_answers_and_says_what_it_could_not_use() {
    let mut page = Page::open("");
    let (link, problems) = Link::read("#v=1&s=shanghai&l=en&education=doctor&nonsense");
    page.act(Action::Follow(link, problems));
    assert_eq!(page.0.language, Language::En);
    assert_eq!(page.answer_of("education"), option("doctor").as_ref());
    assert_eq!(page.0.problems, [LinkProblem::Unreadable("nonsense".to_owned())]);
    page.act(Action::Dismiss);
    assert_eq!(page.0.problems, []);
    assert_eq!(page.focus(), Some(&FocusTarget::element(PANEL)));

    let (link, problems) = Link::read("#v=1&s=atlantis&e=1900&education=master");
    page.act(Action::Follow(link, problems));
    let first = &catalogue().entries[0].id;
    assert_eq!(&page.0.open, first, "the first scheme stands in for an unknown one");
    assert_eq!(page.0.problems, [LinkProblem::UnknownScheme("atlantis".to_owned())]);

    let (link, problems) = Link::read("#v=1&s=shanghai&e=1900&education=master");
    page.act(Action::Follow(link, problems));
    assert_eq!(page.0.problems, [LinkProblem::OtherEdition("1900".to_owned())]);
}

#[test]
fn a_file_replaces_the_answers_and_they_come_back() {
    let mut page = Page::open("#v=1&s=beijing&l=en&education=master");
    let (file, problems) = Link::read("#v=1&s=shanghai&l=zh&education=bachelor");
    page.act(Action::OpenFile(file, problems));
    page.load("shanghai");
    assert_eq!(page.0.language, Language::En, "a file changes no language");
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    assert_eq!(page.0.undo.replacement, Some(Replacement::FromFile));
    page.act(Action::Restore);
    assert_eq!(page.answer_of("education"), option("master").as_ref());
}

#[test]
fn a_guide_comes_late_or_not_at_all() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::GuideLoaded(EditionKey::of(scheme("shanghai")), None));
    assert!(page.0.library.guide_failed && page.assessed().guide.is_none());
    page.act(Action::RetryGuide);
    assert!(!page.0.library.guide_failed);
    page.act(Action::Open("beijing".to_owned()));
    page.load("beijing");
    // It belongs to a city that is left already, and is there when somebody comes back.
    page.act(Action::GuideLoaded(EditionKey::of(scheme("shanghai")), Some(guide("shanghai"))));
    page.act(Action::GuideLoaded(EditionKey::of(scheme("shanghai")), None));
    assert!(page.assessed().guide.is_none() && !page.0.library.guide_failed);
    page.act(Action::Open("shanghai".to_owned()));
    assert!(page.assessed().guide.is_some() && page.assessed().examination.is_some());
    page.act(Action::Open("beijing".to_owned()));
    page.act(Action::GuideLoaded(EditionKey::of(scheme("beijing")), Some(guide("beijing"))));
    assert!(page.assessed().guide.is_some());
}

#[test]
fn arrows_walk_through_the_tabs_and_take_the_keyboard_along() {
    let mut page = Page::open("");
    let entries = &catalogue().entries;
    let last_city = entries.last().unwrap().city.id.clone();
    let first_of_last = entries.iter().find(|entry| entry.city.id == last_city).unwrap();
    let steps = [
        (TabStep::Previous, COMPARE, COMPARE),
        (TabStep::Next, &entries[0].id, &entries[0].city.id),
        (TabStep::Last, COMPARE, COMPARE),
        (TabStep::Previous, &first_of_last.id, &last_city),
        (TabStep::Next, COMPARE, COMPARE),
        (TabStep::First, &entries[0].id, &entries[0].city.id),
    ];
    for (step, scheme, city) in steps {
        page.act(Action::StepTab(step));
        assert_eq!(page.0.open, scheme, "{step:?}");
        assert_eq!(page.focus(), Some(&FocusTarget::Element(tab_id(city))));
    }
    // From the second scheme of a city, the next tab is the next city.
    let second = entries.windows(2).find(|two| two[0].city.id == two[1].city.id).unwrap();
    page.act(Action::Open(second[1].id.clone()));
    page.act(Action::StepTab(TabStep::Next));
    assert_ne!(page.0.open, second[0].id);
    assert_ne!(page.0.open, second[1].id);
}

#[test]
fn the_way_to_a_question_unfolds_its_section() {
    let mut page = Page::open(SHANGHAI);
    let section = page.foldable_section();
    let position = page.assessed().asked_in(section)[0];
    let scheme = page.assessed().scheme.clone();
    page.act(Action::GoToQuestion(position));
    assert!(page.0.is_unfolded(&Fold::Section(scheme.sections[section].id.clone())));
    let id = question_id(&scheme.questions[position].id);
    assert_eq!(page.focus(), Some(&FocusTarget::Place(id.clone())));
    // Twice to one place is two moves.
    let moves = page.0.focus.moves;
    page.act(Action::GoToQuestion(position));
    assert_eq!((page.focus(), page.0.focus.moves), (Some(&FocusTarget::Place(id)), moves + 1));
    // An answer moves nothing.
    page.act(Action::Answer {
        question: position,
        value: Value::none(&scheme.questions[position].kind),
    });
    assert_eq!(page.0.focus.moves, moves + 1);
    let open = page.question("birth-date");
    page.act(Action::GoToQuestion(open));
    assert_eq!(page.0.unfolded.len(), 1, "a section that never folds is unfolded");
}

//! Examples fill the form and leave it again.

use jifen::link::COMPARE;

use super::{Page, guide, option};
use crate::state::focus::FocusTarget;
use crate::state::{Action, EditionKey, Replacement};

/// A page whose guide has arrived.
fn page(address: &str) -> Page {
    let mut page = Page::open(address);
    let key = EditionKey::of(&page.assessed().scheme);
    page.act(Action::GuideLoaded(key, Some(guide("shanghai"))));
    page
}

#[test]
fn an_example_fills_the_form_and_is_known_for_one() {
    let mut page = page("");
    assert!(page.assessed().examples().count() > 1);
    page.act(Action::FillExample(0));
    assert!(page.assessed().begun() && page.assessed().example().is_some());
    assert_eq!(page.0.undo.replacement, Some(Replacement::Example));
    assert!(page.0.undo.before.is_none(), "there was nothing before");
    assert_eq!(page.focus(), Some(&FocusTarget::place("result")));
    // A reload, or somebody who is sent the address, knows it too.
    let address = page.0.address();
    let mut again = self::page(&address);
    assert!(again.assessed().example().is_some());
    again.answer("education", option("none"));
    assert!(again.assessed().example().is_none());
}

#[test]
fn the_answers_before_an_example_can_be_had_back() {
    let mut page = page("");
    page.answer("education", option("master"));
    page.act(Action::FillExample(1));
    assert!(page.assessed().example().is_some());
    page.act(Action::Restore);
    assert_eq!(page.answer_of("education"), option("master").as_ref());
    assert!(page.assessed().example().is_none());
}

#[test]
fn leaving_an_example_clears_it_and_nothing_else() {
    let mut page = page("#v=1&s=shanghai&guangzhou.owns-home=1");
    page.act(Action::LeaveExample);
    assert!(!page.0.profile.is_empty(), "these answers are no example");
    let before = page.0.profile.clone();
    page.act(Action::FillExample(0));
    assert!(page.0.profile != before);
    page.act(Action::LeaveExample);
    assert!(!page.assessed().begun());
    assert_eq!(page.0.profile, before, "what another city asks stays");
    assert_eq!(page.0.undo.replacement, Some(Replacement::ExampleLeft));
    assert_eq!(page.focus(), Some(&FocusTarget::place("form")));
}

/// A guide is written for one edition; another asks otherwise, and shows only the examples that fill its form.
#[test]
fn an_example_that_does_not_fill_the_form_of_an_edition_is_not_shown() {
    let mut page = Page::open("#v=1&s=shanghai");
    page.act(Action::FillExample(0));
    assert!(page.0.profile.is_empty(), "the guide has not arrived");
    page.act(Action::FillExample(99));
    assert!(page.0.profile.is_empty());
}

/// Elsewhere nothing would say that it is one.
#[test]
fn an_example_stays_in_its_city() {
    let mut page = page("");
    page.answer("education", option("master"));
    page.act(Action::FillExample(0));
    page.act(Action::Visit(COMPARE.to_owned()));
    page.act(Action::Open("shanghai".to_owned()));
    assert_eq!(page.answer_of("education"), option("master").as_ref(), "the own answers are back");
    assert!(page.assessed().example().is_none());
    let mut page = self::page("");
    page.act(Action::FillExample(0));
    page.act(Action::Visit(COMPARE.to_owned()));
    assert!(page.0.profile.is_empty(), "nobody's answers are left");
}

/// Whoever takes an example out can have the answers back that it stood in the place of.
#[test]
fn leaving_an_example_keeps_the_way_back() {
    let mut page = page("");
    page.answer("education", option("master"));
    page.act(Action::FillExample(1));
    page.act(Action::LeaveExample);
    assert!(!page.assessed().begun());
    page.act(Action::Restore);
    assert_eq!(page.answer_of("education"), option("master").as_ref());
}

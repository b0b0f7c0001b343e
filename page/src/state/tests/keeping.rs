//! Nothing is lost on the way back or in a link, and nothing stays after clearing.

use jifen::answers::Value;
use jifen::link::{COMPARE, Link, LinkProblem};
use jifen::scheme::Language;
use jiff::civil::date;

use super::{Page, SHANGHAI, option};
use crate::device::Device;
use crate::device::history::HalfTyped;
use crate::elements::ids::RESET;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Persistence, Replacement};

fn goes_back(page: &mut Page, address: &str, series: u32) {
    let (link, problems) = Link::read(address);
    page.act(Action::Return { link, problems, series });
}

#[test]
fn the_way_back_leads_to_the_view_before_with_the_answers_of_now() {
    let mut page = Page::open("");
    let mut left = vec![page.0.address()];
    page.act(Action::Open("beijing".to_owned()));
    page.load("beijing");
    page.answer("education", option("master"));
    left.push(page.0.address());
    page.act(Action::Open(COMPARE.to_owned()));
    page.act(Action::SetLanguage(Language::En));
    for (address, open) in left.iter().rev().zip(["beijing", "shanghai"]) {
        goes_back(&mut page, address, 0);
        assert_eq!(page.0.open, open);
        assert_eq!(page.answer_of("education"), option("master").as_ref());
        assert_eq!((page.0.language, page.0.undo.replacement), (Language::En, None));
    }
    // What was cleared does not come back with a view.
    page.act(Action::Clear { erased: None });
    goes_back(&mut page, &left[1], 0);
    assert!(page.0.open == "beijing" && page.0.profile.is_empty());
}

#[test]
fn the_way_back_past_a_link_leads_to_the_answers_before_it() {
    let mut page = Page::open("");
    page.answer("education", option("master"));
    let (own, series) = (page.0.address(), page.0.series);
    let (link, problems) = Link::read(SHANGHAI);
    page.act(Action::Follow(link, problems));
    let friends = page.0.series;
    assert!(friends != series && page.answer_of("education") == option("bachelor").as_ref());
    goes_back(&mut page, &own, series);
    assert_eq!(page.answer_of("education"), option("master").as_ref());
    assert_eq!(page.0.undo.replacement, None, "they are one's own");
    goes_back(&mut page, SHANGHAI, friends);
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
}

#[test]
fn a_link_says_that_its_answers_are_somebodys() {
    let whole = Page::open(SHANGHAI).0.address();
    for (address, said) in [
        (whole.as_str(), Some(Replacement::FromLink)),
        (SHANGHAI, Some(Replacement::FromUnmarkedLink)),
        ("#v=2&s=shanghai", None),
        ("", None),
    ] {
        let mut page = Page::open(address);
        assert_eq!((page.0.undo.replacement, &page.0.problems), (said, &vec![]), "{address}");
        page.answer("education", option("doctor"));
        assert_eq!(page.0.undo.replacement, None, "an answer makes them one's own");
        // After a reload, and where the device remembered it, it is this page's own.
        for device in [
            Device { series: Some(3), ..Device::default() },
            Device { restored: true, ..Device::default() },
        ] {
            let page = Page::open_on(device, address);
            assert_eq!((page.0.undo.replacement, &page.0.problems), (None, &vec![]), "{address}");
        }
    }
}

#[test]
fn a_cut_link_says_how_many_answers_are_lost() {
    let whole = Page::open(SHANGHAI).0.address();
    let page = Page::open(&whole[..whole.len() - 1]);
    assert_eq!(page.0.problems, [LinkProblem::CutShort { lost: 1 }]);
    assert_eq!(page.answer_of("insured-months"), None, "4 may be what is left of 40");
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
}

#[test]
fn clearing_ends_remembering() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Remember(Persistence::On, None));
    page.act(Action::Clear { erased: Some(true) });
    assert_eq!(page.0.sharing.persistence, Persistence::Off);
    assert_eq!(page.0.undo.replacement, Some(Replacement::ClearedAndErased));
    assert_eq!(page.focus(), Some(&FocusTarget::element(RESET)));
    page.act(Action::Restore);
    assert_eq!(page.0.sharing.persistence, Persistence::Off, "nobody asked for it again");
    assert_eq!(page.answer_of("insured-months"), Some(&Value::Number(40)));

    // Where the browser refuses, that is said, and what the next person answers is not remembered.
    page.act(Action::Remember(Persistence::On, None));
    page.act(Action::Clear { erased: Some(false) });
    assert_eq!(page.0.sharing.persistence, Persistence::Other);
    assert_eq!(page.0.undo.replacement, Some(Replacement::ClearedNotErased));
    // What other answers the device remembers are not this page's to erase.
    page.act(Action::Clear { erased: None });
    assert_eq!(page.0.sharing.persistence, Persistence::Other);
}

#[test]
fn the_browsers_language_decides_unless_a_link_does() {
    let english = || Device { language: Language::En, ..Device::default() };
    assert_eq!(Page::open_on(english(), "").0.language, Language::En);
    assert_eq!(Page::open_on(english(), "").0.address(), "", "an empty page needs no address");
    assert_eq!(Page::open_on(english(), "#v=2&s=shanghai&l=zh").0.language, Language::Zh);
    assert_eq!(Page::open("#v=2&s=shanghai&l=en").0.language, Language::En);
    // A choice that is not the browser's stands in the address, or a reload would lose it.
    for (device, choice) in [(english(), Language::Zh), (Device::default(), Language::En)] {
        let mut page = Page::open_on(device.clone(), "");
        page.act(Action::SetLanguage(choice));
        assert_eq!(Page::open_on(device, &page.0.address()).0.language, choice);
    }
}

#[test]
fn what_is_half_typed_is_kept_until_it_is_an_answer_or_cleared() {
    let half_typed = |question: &str, typed: [&str; 3]| HalfTyped {
        question: question.to_owned(),
        typed: typed.map(str::to_owned).into(),
    };
    let birth = half_typed("birth-date", ["1992", "5", ""]);
    let device = Device { half_typed: vec![birth.clone()], ..Device::default() };
    let mut page = Page::open_on(device, "");
    assert_eq!(page.0.half_typed, std::slice::from_ref(&birth), "a reload keeps it");
    assert!(!page.assessed().begun(), "it is no answer");

    let later = half_typed("birth-date", ["1992", "5", "3x"]);
    page.act(Action::HalfTyped(later.clone()));
    assert_eq!(page.0.half_typed, [later]);
    page.answer("birth-date", Some(Value::Date(date(1992, 5, 3))));
    assert_eq!(page.0.half_typed, []);

    for ends in [Action::Clear { erased: None }, Action::Open("beijing".to_owned())] {
        page.act(Action::HalfTyped(birth.clone()));
        page.act(ends);
        assert_eq!(page.0.half_typed, [], "it belongs to nobody any more");
    }
    page.load("beijing");
    page.act(Action::HalfTyped(half_typed("birth-date", ["", "", ""])));
    assert_eq!(page.0.half_typed, [], "empty fields are nothing to keep");
}

#[test]
fn answers_kept_beside_stay_where_the_answers_stay() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Keep);
    let kept_of = |page: &Page| {
        let kept = page.0.side_by_side.assessed.clone();
        kept.and_then(|kept| kept.answer(page.question("education")).cloned())
    };
    let own = || Device { series: Some(0), ..Device::default() };
    // A reload before anything differs, after one answer does, and in another city.
    assert_eq!(kept_of(&Page::open_on(own(), &page.0.address())), option("bachelor"));
    page.answer("education", option("master"));
    page.answer("insured-months", None);
    let mut reloaded = Page::open_on(own(), &page.0.address());
    assert_eq!(kept_of(&reloaded), option("bachelor"));
    assert_eq!(reloaded.answer_of("education"), option("master").as_ref());
    assert_eq!(reloaded.answer_of("insured-months"), None, "the one kept is not the one of now");
    reloaded.act(Action::TakeKept);
    assert_eq!(reloaded.answer_of("insured-months"), Some(&Value::Number(40)));
    assert_eq!(kept_of(&Page::open_on(own(), &reloaded.0.address())), None, "they are taken");
    let device = Device { restored: true, ..Device::default() };
    assert_eq!(kept_of(&Page::open_on(device, &page.0.address())), option("bachelor"));

    // Those that a friend's link brings do not follow back to one's own; one's own stay beside a friend's.
    let with_kept = page.0.address();
    for (address, beside_friends) in
        [(&with_kept, option("bachelor")), (&SHANGHAI.to_owned(), None)]
    {
        let mut page = Page::open("");
        page.answer("education", option("doctor"));
        let (before, series) = (page.0.address(), page.0.series);
        let (link, problems) = Link::read(address);
        page.act(Action::Follow(link, problems));
        assert_eq!(kept_of(&page), beside_friends);
        goes_back(&mut page, &before, series);
        assert_eq!(kept_of(&page), None);
    }

    // Clearing takes both, and gives both back.
    page.act(Action::Clear { erased: None });
    assert!(kept_of(&page).is_none() && !page.0.address().contains("_="));
    page.act(Action::Restore);
    assert_eq!(kept_of(&page), option("bachelor"));
    assert_eq!(page.answer_of("education"), option("master").as_ref());
}

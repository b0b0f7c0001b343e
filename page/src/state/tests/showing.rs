//! What is shown and kept beside the answers: the language, folds, paper, printed sheets, the device.

use std::rc::Rc;

use jifen::digest::digest;
use jifen::link::{Link, Seal};
use jifen::scheme::{GuidePart, Language};
use jiff::civil::date;

use super::{Page, SHANGHAI, guide, option, scheme};
use crate::device::Device;
use crate::elements::ids::REMEMBER;
use crate::state::focus::FocusTarget;
use crate::state::{Action, EditionKey, Feedback, Fold, Persistence, Replacement};

#[test]
fn a_device_remembers_these_answers_others_or_none() {
    let device = |framed, restored| Device {
        framed,
        restored,
        remembered: Some(SHANGHAI.to_owned()),
        ..Device::default()
    };
    let page = Page::open_on(device(true, false), "");
    assert_eq!(page.0.sharing.persistence, Persistence::Barred);

    let mut page = Page::open_on(device(false, true), SHANGHAI);
    assert_eq!(page.0.sharing.persistence, Persistence::On);
    assert_eq!(page.0.undo.replacement, Some(Replacement::FromMemory));
    page.act(Action::Remember(Persistence::Off, Some(Feedback::Erased)));
    assert_eq!(page.0.sharing.persistence, Persistence::Off);
    assert_eq!(page.0.sharing.feedback, Some(Feedback::Erased));
    assert_eq!(page.0.undo.replacement, None);
    assert_eq!(page.focus(), Some(&FocusTarget::element(REMEMBER)));
    // What was said holds for these answers only.
    page.answer("education", option("master"));
    assert_eq!(page.0.sharing.feedback, None);

    // A link with other answers leaves those remembered alone.
    let other = "#v=1&s=shanghai&education=doctor";
    let page = Page::open_on(device(false, false), other);
    assert_eq!(page.0.sharing.persistence, Persistence::Other);
    let mut page = Page::open_on(device(false, true), SHANGHAI);
    let (link, problems) = Link::read(other);
    page.act(Action::Follow(link, problems));
    assert_eq!(page.0.sharing.persistence, Persistence::Other);
}

#[test]
fn the_language_changes_words_and_nothing_else() {
    let mut page = Page::open(SHANGHAI);
    let (assessed, generation) = (page.assessed().clone(), page.0.generation);
    page.act(Action::SetLanguage(Language::En));
    assert!(page.0.address().contains("l=en"), "{}", page.0.address());
    assert!(Rc::ptr_eq(&assessed, page.assessed()), "it was assessed anew");
    assert_eq!(page.0.generation, generation, "fields lost what was typed");
}

#[test]
fn printing_makes_a_sheet_that_goes_with_the_next_change() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Print);
    assert!(page.0.paper);
    // What comes by itself leaves it.
    page.act(Action::GuideLoaded(EditionKey::of(scheme("shanghai")), Some(guide("shanghai"))));
    page.act(Action::Feedback(Feedback::Copied));
    assert!(page.0.paper && page.0.unfolded.is_empty());
    page.answer("education", option("master"));
    assert!(!page.0.paper);

    // Before any answer there is no sheet: what there is unfolds.
    let mut page = Page::open("");
    page.act(Action::Print);
    assert!(!page.0.paper);
    for part in [GuidePart::Steps, GuidePart::Channels, GuidePart::Materials] {
        assert!(page.0.is_unfolded(&Fold::GuidePart(part)), "what somebody takes along");
    }
    assert!(!page.0.is_unfolded(&Fold::GuidePart(GuidePart::Families)), "no pile of paper");
}

#[test]
fn what_is_unfolded_folds_again() {
    let mut page = Page::open(SHANGHAI);
    let (share, days) = (Fold::Share, Fold::Days);
    for fold in [&share, &days, &share] {
        page.act(Action::Unfold { fold: fold.clone(), open: true });
    }
    page.act(Action::Unfold { fold: Fold::Share, open: false });
    assert!(page.0.is_unfolded(&days) && !page.0.is_unfolded(&share));
}

#[test]
fn a_printed_sheet_is_checked_until_an_answer_changes() {
    let (mut link, _) = Link::read(SHANGHAI);
    let answers = Page::open(SHANGHAI).assessed().answers.clone();
    let on = date(2026, 1, 1);
    let digest = digest(scheme("shanghai"), &answers, on).unwrap();
    link.seal = Some(Seal { on, digest });
    let sealed = ["#", &link.write()].concat();

    let mut page = Page::open(&sealed);
    let check = page.0.sharing.seal_check().expect("nothing is checked");
    assert!(check.holds);
    assert_eq!(check.assessed.assessment.on, on, "it is assessed on the day of the sheet");
    assert_eq!(Link::read(&page.0.address()).0.seal, link.seal, "{}", page.0.address());
    page.answer("education", option("master"));
    assert!(page.0.sharing.seal_check().is_none());
    assert_eq!(Link::read(&page.0.address()).0.seal, None, "{}", page.0.address());

    // Other answers than those printed.
    let forged = sealed.replace("bachelor", "master");
    assert_ne!(forged, sealed);
    let page = Page::open(&forged);
    assert!(!page.0.sharing.seal_check().expect("nothing is checked").holds);
}

//! Other editions, and addresses of single rules.

use std::rc::Rc;

use jifen::link::{Link, LinkProblem};
use jifen::scheme::{Catalogue, EditionKind, Language, Scheme};

use super::{Page, SHANGHAI, catalogue, checked, option, scheme};
use crate::device::Device;
use crate::device::load::Failure;
use crate::device::path::Path;
use crate::elements::ids::CHANGES;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Fold};

/// A scheme that has a draft, and the draft.
fn draft() -> (&'static Scheme, &'static Scheme) {
    let all = checked().editions.iter().flat_map(|editions| {
        let drafts = editions.others.iter();
        let drafts = drafts.filter(|other| other.edition.kind == EditionKind::Draft);
        drafts.map(|draft| (&editions.whole, draft))
    });
    all.into_iter().next().expect("some scheme has a draft")
}

fn arrive(page: &mut Page, scheme: &Scheme) {
    let asked = page.0.file_beside().unwrap_or_else(|| page.0.file());
    let rules = Ok(vec![Rc::new(scheme.clone())]);
    page.act(Action::RulesLoaded { asked, catalogue: None, rules });
}

#[test]
fn a_draft_opens_only_when_somebody_asks_for_it_and_the_address_says_so() {
    let (whole, draft) = draft();
    let mut page = Page::open(&["#v=2&s=", &whole.id].concat());
    assert_eq!(page.assessed().scheme.edition.id, whole.edition.id);
    page.act(Action::OpenEdition(draft.edition.id.clone()));
    assert_eq!(page.0.file(), [&whole.id, "@", &draft.edition.id].concat());
    arrive(&mut page, draft);
    assert_eq!(page.assessed().scheme.edition.kind, EditionKind::Draft);
    let link = page.0.link().expect("there is something to say");
    assert_eq!(link.edition.as_ref(), Some(&draft.edition.id));
    assert_ne!(page.0.view(), whole.id, "going back leads to the edition before");
    // The address opens it again.
    let mut other = Page::open(&["#v=2&s=", &whole.id, "&e=", &draft.edition.id].concat());
    arrive(&mut other, draft);
    assert_eq!(other.assessed().scheme.edition.id, draft.edition.id);
    assert_eq!(other.0.problems, []);
    // Whoever opens the city anew gets what the day is assessed by.
    page.act(Action::Open(whole.id.clone()));
    assert_eq!(page.assessed().scheme.edition.id, whole.edition.id);
}

#[test]
fn another_edition_is_named_where_the_path_names_its_city() {
    let (whole, draft) = draft();
    let path = Path::new(Some(&whole.id), Language::Zh);
    let here = |fragment: &str| {
        Page::open_on(Device { path: path.clone(), ..Device::default() }, fragment)
    };
    let mut page = here(&["#v=2&s=", &whole.id].concat());
    assert_eq!(page.0.address(), "");
    page.act(Action::OpenEdition(draft.edition.id.clone()));
    arrive(&mut page, draft);
    let link = page.0.link().expect("a reload would show other rules");
    assert_eq!(link.edition.as_ref(), Some(&draft.edition.id));
    let mut again = here(&page.0.address());
    arrive(&mut again, draft);
    assert_eq!(again.0.address(), page.0.address(), "it stays");
}

#[test]
fn an_edition_stands_beside_the_open_one_with_the_same_answers() {
    let (whole, draft) = draft();
    let mut page = Page::open(&["#v=2&s=", &whole.id].concat());
    page.answer("birth-date", Some(jifen::answers::Value::Date(jiff::civil::date(1990, 5, 10))));
    page.act(Action::PutBeside(Some(draft.edition.id.clone())));
    assert_eq!(page.focus(), Some(&FocusTarget::Place(CHANGES.to_owned())));
    assert!(page.0.beside().is_none() && page.0.file_beside().is_some());
    let asked = page.0.file_beside().unwrap();
    let lost = |asked| Action::RulesLoaded { asked, catalogue: None, rules: Err(Failure::Network) };
    page.act(lost(asked));
    assert_eq!(page.0.other_edition.as_ref().unwrap().failure, Some(Failure::Network));
    assert!(page.0.assessed().is_some(), "what is open stays");
    page.act(Action::PutBeside(Some(draft.edition.id.clone())));
    arrive(&mut page, draft);
    let beside = page.0.beside().expect("it is here");
    assert_eq!(beside.answers.get("birth-date"), page.assessed().answers.get("birth-date"));
    assert!(page.0.file_beside().is_none(), "nothing is fetched twice");
    page.act(Action::PutBeside(None));
    assert!(page.0.beside().is_none());
}

#[test]
fn an_address_leads_to_a_rule_and_the_answers_stay() {
    let mut page = Page::open(SHANGHAI);
    let rule = &scheme("shanghai").indicators[0].id;
    let address = ["#v=2&s=shanghai&l=zh&r=", rule].concat();
    let (link, problems) = Link::read(&address);
    page.act(Action::Follow(link, problems));
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    let fold = Fold::Indicator(rule.clone());
    assert!(page.0.is_unfolded(&fold));
    assert_eq!(page.focus(), Some(&FocusTarget::Place(fold.id())));
    assert_eq!(page.0.link().unwrap().rule, None, "the address of the page is that of the answers");
    // Another city, whose rules are not here yet.
    let condition = &scheme("beijing").conditions[0].id;
    let (link, problems) = Link::read(&["#v=2&s=beijing&r=", condition].concat());
    page.act(Action::Follow(link, problems));
    page.load("beijing");
    assert!(page.0.is_unfolded(&Fold::Condition(condition.clone())));
    let (link, problems) = Link::read("#v=2&s=beijing&r=no-such-rule");
    page.act(Action::Follow(link, problems));
    assert_eq!(page.0.problems, [LinkProblem::UnknownRule("no-such-rule".to_owned())]);
}

#[test]
fn an_address_that_names_the_edition_of_the_day_is_no_other_view() {
    let mut page = Page::open("#v=1&s=shanghai&e=2023");
    assert_eq!(page.0.view(), "shanghai");
    page.act(Action::OpenEdition("2018".to_owned()));
    assert_eq!(page.0.view(), "shanghai@2018");
}

/// Of a scheme with a draft: the draft adopted from 2028 on, and the catalogue that says so.
fn adopted() -> (Scheme, Catalogue) {
    let (whole, draft) = draft();
    let mut next = draft.clone();
    next.edition.kind = EditionKind::Adopted;
    next.edition.from = Some(jiff::civil::date(2028, 1, 1));
    let mut catalogue = (*catalogue()).clone();
    let entry = catalogue.entries.iter_mut().find(|entry| entry.id == whole.id);
    let edition =
        entry.and_then(|entry| entry.editions.iter_mut().find(|one| one.id == next.edition.id));
    let edition = edition.expect("it stands in the catalogue");
    (edition.kind, edition.from) = (next.edition.kind, next.edition.from);
    (next, catalogue)
}

#[test]
fn the_next_edition_is_fetched_for_the_forecast_and_a_draft_never_is() {
    let (whole, _) = draft();
    let mut page = Page::open(&["#v=2&s=", &whole.id].concat());
    assert_eq!((page.0.file_ahead(), page.0.ahead().len()), (None, 0));
    let (next, catalogue) = adopted();
    let mut state = (*page.0).clone();
    state.catalogue = Some(Rc::new(catalogue));
    page.0 = Rc::new(state);
    let asked = page.0.file_ahead().expect("one follows");
    assert_eq!(asked, [&whole.id, "@", &next.edition.id].concat());
    // That it is not to be had breaks nothing.
    page.act(Action::RulesLoaded {
        asked: asked.clone(),
        catalogue: None,
        rules: Err(Failure::Network),
    });
    assert_eq!(page.assessed().scheme.edition.id, whole.edition.id);
    let rules = Ok(vec![Rc::new(next.clone())]);
    page.act(Action::RulesLoaded { asked, catalogue: None, rules });
    assert_eq!(page.assessed().scheme.edition.id, whole.edition.id, "the open one stays open");
    assert_eq!(page.0.file_ahead(), None);
    let ahead = page.0.ahead();
    assert_eq!(ahead.iter().map(|one| &one.edition.id).collect::<Vec<_>>(), [&next.edition.id]);
}

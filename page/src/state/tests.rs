//! The reducer, on the rules of the project as they are: what each action makes of the state, without a browser.

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use jifen::answers::Value;
use jifen::digest::digest;
use jifen::link::{COMPARE, Link, LinkProblem, Seal};
use jifen::points::PointsRange;
use jifen::scheme::{AnswerKind, Catalogue, Entry, Guide, GuidePart, Language, Scheme};
use jifen_check::Checked;
use jiff::civil::{Date, date};
use yew::Reducible;

use crate::device::Device;
use crate::device::load::Failure;
use crate::elements::ids::{KEPT, PANEL, REMEMBER, RESET, question_id, tab_id};
use crate::state::assessed::Assessed;
use crate::state::cities::TabStep;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Feedback, Fold, Persistence, Replacement, Rules, Start, State};

const TODAY: Date = date(2026, 11, 24);

const SHANGHAI: &str = "#v=1&s=shanghai&education=bachelor&shanghai.insured-months=40";

/// The rules of the project, read once.
fn checked() -> &'static Checked {
    static CHECKED: OnceLock<Checked> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        jifen_check::load(&rules).unwrap()
    })
}

fn scheme(id: &str) -> &'static Scheme {
    checked().schemes.iter().find(|scheme| scheme.id == id).unwrap()
}

fn guide(id: &str) -> Rc<Guide> {
    let position = checked().schemes.iter().position(|scheme| scheme.id == id).unwrap();
    Rc::new(checked().guides[position].clone())
}

fn catalogue() -> Rc<Catalogue> {
    let entries = checked().schemes.iter().map(Entry::from).collect();
    Rc::new(Catalogue { entries, holidays: checked().holidays.clone() })
}

/// A page, and what happens to it.
struct Page(Rc<State>);

impl Page {
    /// Opens the page with an address, on a device.
    fn open_on(device: Device, address: &str) -> Page {
        let (link, problems) = Link::read(address);
        let open = link.scheme.clone().unwrap_or_else(|| "shanghai".to_owned());
        let open = checked().schemes.iter().find(|scheme| scheme.id == open);
        let rules = open.cloned().map(Rc::new).into_iter().collect();
        let catalogue = Some(catalogue());
        Page(Rc::new(State::begin(Start {
            on: TODAY,
            catalogue,
            rules: Ok(rules),
            link,
            problems,
            device,
        })))
    }

    fn open(address: &str) -> Page {
        Page::open_on(Device::default(), address)
    }

    fn act(&mut self, action: Action) {
        self.0 = self.0.clone().reduce(action);
    }

    /// Lets the rules of a scheme arrive.
    fn load(&mut self, id: &str) {
        let rules = Ok(vec![Rc::new(scheme(id).clone())]);
        self.act(Action::RulesLoaded { asked: id.to_owned(), catalogue: None, rules });
    }

    fn assessed(&self) -> &Rc<Assessed> {
        self.0.assessed().expect("no scheme is shown")
    }

    fn question(&self, id: &str) -> usize {
        self.assessed().scheme.question(id).expect("no such question")
    }

    fn answer(&mut self, id: &str, value: Option<Value>) {
        let question = self.question(id);
        self.act(Action::Answer { question, value });
    }

    fn answer_of(&self, id: &str) -> Option<&Value> {
        self.assessed().answer(self.question(id))
    }

    /// The first section of the open scheme that one press answers with none.
    fn foldable_section(&self) -> usize {
        let sections = 0..self.assessed().scheme.sections.len();
        sections.into_iter().find(|section| self.assessed().foldable(*section)).unwrap()
    }

    fn focus(&self) -> Option<&FocusTarget> {
        self.0.focus.target.as_ref()
    }
}

fn option(id: &str) -> Option<Value> {
    Some(Value::Option(id.to_owned()))
}

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
    page.act(Action::Clear);
    assert!(page.0.profile.is_empty() && !page.assessed().begun());
    assert_eq!(page.0.undo.replacement, Some(Replacement::Cleared));
    assert!(page.0.unfolded.is_empty());
    page.act(Action::Restore);
    assert_eq!(page.0.profile, before);
    assert_eq!(page.answer_of("education"), option("bachelor").as_ref());
    assert_eq!(page.0.undo.replacement, None);
    assert_eq!(page.focus(), Some(&FocusTarget::element(RESET)));

    page.act(Action::Clear);
    page.answer("education", option("master"));
    page.act(Action::Restore);
    assert_eq!(page.answer_of("education"), option("master").as_ref());

    // Nothing to clear, nothing to bring back.
    let mut page = Page::open("");
    page.act(Action::Clear);
    assert_eq!(page.0.undo.replacement, None);
    // Nor after a while.
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Clear);
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
    let rules = checked().schemes.iter().cloned().map(Rc::new).collect();
    page.act(Action::RulesLoaded { asked: COMPARE.to_owned(), catalogue: None, rules: Ok(rules) });
    let Rules::Compared(rows) = &page.0.rules else { panic!("they are not compared") };
    assert_eq!(rows.len(), checked().schemes.len());
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
fn a_guide_comes_late_or_not_at_all() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::GuideLoaded("shanghai".to_owned(), None));
    assert!(page.0.library.guide_failed && page.assessed().guide.is_none());
    page.act(Action::RetryGuide);
    assert!(!page.0.library.guide_failed);
    page.act(Action::Open("beijing".to_owned()));
    page.load("beijing");
    // It belongs to a city that is left already, and is there when somebody comes back.
    page.act(Action::GuideLoaded("shanghai".to_owned(), Some(guide("shanghai"))));
    page.act(Action::GuideLoaded("shanghai".to_owned(), None));
    assert!(page.assessed().guide.is_none() && !page.0.library.guide_failed);
    page.act(Action::Open("shanghai".to_owned()));
    assert!(page.assessed().guide.is_some() && page.assessed().examination.is_some());
    page.act(Action::Open("beijing".to_owned()));
    page.act(Action::GuideLoaded("beijing".to_owned(), Some(guide("beijing"))));
    assert!(page.assessed().guide.is_some());
}

#[test]
fn printing_makes_a_sheet_that_goes_with_the_next_change() {
    let mut page = Page::open(SHANGHAI);
    page.act(Action::Print);
    assert!(page.0.paper);
    // What comes by itself leaves it.
    page.act(Action::GuideLoaded("shanghai".to_owned(), Some(guide("shanghai"))));
    page.act(Action::Feedback(Feedback::Copied));
    assert!(page.0.paper && page.0.unfolded.is_empty());
    page.answer("education", option("master"));
    assert!(!page.0.paper);

    // Before any answer there is no sheet: what there is unfolds.
    let mut page = Page::open("");
    page.act(Action::Print);
    assert!(!page.0.paper && page.0.is_unfolded(&Fold::Days));
    assert!(GuidePart::ALL.into_iter().all(|part| page.0.is_unfolded(&Fold::GuidePart(part))));
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

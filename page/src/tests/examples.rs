//! Examples of the real rules: each fills its form, is marked while nothing of it is changed, and is a case.

use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use jifen::answers::Answers;
use jifen::assess::{Assessment, assess};
use jifen::scheme::{Guide, Language, Scheme};
use jifen_check::{Case, CasesFile};
use jiff::civil::{Date, date};

use super::{CHECKED, progress, rules};
use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::views::result::{plain_text, sentence};

const ON: Date = date(2026, 11, 24);

const WORDS: [(Language, &str, &str); 2] = [
    (Language::Zh, "这是例子，不是您的情况：", "例子："),
    (Language::En, "This is an example, not you: ", "Example: "),
];

/// Every scheme with its guide, before any answer.
fn forms() -> impl Iterator<Item = (Rc<Assessed>, &'static Guide)> {
    let both = CHECKED.schemes.iter().zip(&CHECKED.guides);
    both.map(|(scheme, guide): (&'static Scheme, &'static Guide)| {
        let (rules, said) = (Rc::new(scheme.clone()), Some(Rc::new(guide.clone())));
        (Rc::new(Assessed::new(rules, said, Answers::default(), ON)), guide)
    })
}

/// The cases of a scheme that are examples, by their ids.
fn cases(scheme: &str) -> BTreeMap<String, Case> {
    let cases = fs::read_to_string(rules().join(scheme).join("cases.toml"));
    let cases: CasesFile = toml::from_str(&cases.expect("it can be read")).expect("it fits");
    let named = |case: Case| Some((case.example.as_ref()?.id.clone(), case));
    cases.cases.into_iter().filter_map(named).collect()
}

#[test]
fn every_scheme_has_a_few_examples_that_fill_its_form() {
    for (form, guide) in forms() {
        let id = &form.scheme.id;
        assert!((2..=4).contains(&guide.examples.len()), "{id}");
        assert_eq!(form.examples().count(), guide.examples.len(), "{id}: one leaves it open");
        assert!(form.example().is_none(), "{id}: nobody has answered anything");
        for (position, example) in form.examples() {
            let answers = form.example_answers(position).expect("it is there").clone();
            let filled = form.with(answers);
            let open = filled.assessment.open.iter();
            let left =
                open.filter(|open| filled.scheme.questions[**open].kind.period_kinds().is_empty());
            assert_eq!(left.count(), 0, "{id}: {}", example.id);
            for (answered, _) in filled.given.iter() {
                let asked = filled.scheme.question(answered).expect("it is a question");
                assert!(filled.assessment.asked.contains(&asked), "{id}: {answered}");
            }
        }
    }
}

/// What a person sees of the example is what the case has been held to.
#[test]
fn an_example_is_its_case() {
    for (form, guide) in forms() {
        let cases = cases(&form.scheme.id);
        assert_eq!(cases.len(), guide.examples.len(), "{}", form.scheme.id);
        for (position, example) in form.examples() {
            let case = &cases[&example.id];
            let answers = form.example_answers(position).expect("it is there");
            let assessment: Assessment = assess(&form.scheme, answers, case.on);
            let is = (assessment.total, assessment.verdict);
            assert_eq!(is, (case.total.range(), case.verdict), "{}", case.name);
        }
    }
}

#[test]
fn an_example_is_marked_until_one_answer_is_changed() {
    for (form, _) in forms() {
        for (position, example) in form.examples() {
            let filled = form.with(form.example_answers(position).expect("it is there").clone());
            assert_eq!(filled.example().map(|one| &one.id), Some(&example.id));
            for question in &form.scheme.questions {
                let Some(value) = filled.given.get(&question.id) else { continue };
                let mut changed = filled.given.clone();
                changed.set(&question.id, None);
                let changed = form.with(changed);
                assert!(changed.example().is_none(), "{}: {value:?}", question.id);
            }
        }
    }
}

#[test]
fn an_example_is_told_for_one_aloud_and_in_a_chat() {
    for (form, _) in forms() {
        for (position, example) in form.examples() {
            let filled = form.with(form.example_answers(position).expect("it is there").clone());
            for (language, in_full, in_short) in WORDS {
                let phrases = Phrases::new(&filled.scheme, language);
                let text = plain_text(&filled, &progress(&filled), None, &phrases);
                let first = text.lines().next().unwrap_or_default();
                assert_eq!(first, [in_full, example.name.read(language)].concat());
                let said = sentence(&filled, language);
                assert!(said.starts_with(in_short), "{said}");
            }
        }
    }
}

//! Of random people, by every scheme: no sentence says more than the core is sure of, and all of them say the same.

use jifen::answers::{Answers, Plain, Value, scale};
use jifen::assess::{ConditionState, Verdict};
use jifen::outlook::Outcome;
use jifen::scheme::{AnswerKind, Language, Question, Scheme, Validity};
use jiff::Span;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{CHECKED, defaults};
use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::views::outlook::advice::when;
use crate::views::outlook::computed::Outlook;
use crate::views::outlook::forecast::sentence as forecast_sentence;
use crate::views::result::{headline, sentence};

/// Chance that is the same every time.
struct Chance(u64);

impl Chance {
    /// Returns a number below another.
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        i64::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    fn answer(&mut self, question: &Question, on: Date) -> Value {
        match &question.kind {
            AnswerKind::YesNo => Value::Flag(self.below(2) == 0),
            AnswerKind::Choice(choices) => {
                let count = i64::try_from(choices.len()).unwrap_or(1);
                Value::Option(choices[self.below(count) as usize].id.clone())
            }
            AnswerKind::Number { min, max, decimals, .. } => {
                let most = (max - min).min([4, 60, 600][self.below(3) as usize]) + 1;
                Value::Number((min + self.below(most)) * scale(*decimals))
            }
            AnswerKind::Date { min, .. } => {
                let days = Span::new().days(self.below(20_000));
                Value::Date(on.checked_sub(days).unwrap_or(on).max(*min))
            }
            AnswerKind::Dates { .. } => Value::Dates(Vec::new()),
            AnswerKind::MonthCounts { max, .. } => {
                let counts = (0..self.below(3)).map(|_| 1 + self.below((*max).min(120)));
                Value::MonthCounts(counts.collect())
            }
            AnswerKind::Periods { .. } => Value::Periods(Vec::new()),
        }
    }

    /// Returns somebody like those whom the examples start from, with some other answers and without some.
    fn person(&mut self, scheme: &Rc<Scheme>, defaults: &BTreeMap<String, Plain>) -> Assessed {
        let on = date(2025, 1, 1).checked_add(Span::new().days(self.below(1_200))).expect("a day");
        let (open, others) = (self.below(3) * self.below(4), self.below(8));
        let mut answers = Answers::default();
        for question in &scheme.questions {
            let default = defaults.get(&question.id).cloned();
            let like = default.and_then(|plain| {
                let one = [(question.id.clone(), plain)];
                Answers::read(scheme, one, on).ok()?.get(&question.id).cloned()
            });
            let value = match like {
                Some(value) if self.below(10) >= others => value,
                _ => self.answer(question, on),
            };
            if self.below(12) >= open && question.kind.period_kinds().is_empty() {
                answers.set(&question.id, Some(value));
            }
        }
        Assessed::new(scheme.clone(), None, answers, on)
    }
}

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Whether a sentence says that it is enough, without saying for what or of what.
fn says_enough(sentence: &str) -> bool {
    sentence.starts_with("够了")
        || sentence.starts_with("不管剩下")
        || sentence.starts_with("Enough: ")
        || sentence.starts_with("Enough for") && sentence.ends_with("whatever is still open")
}

/// Whether a sentence speaks of being enough at all.
fn speaks_of_enough(sentence: &str) -> bool {
    sentence.contains('够') || sentence.to_lowercase().contains("enough")
}

#[test]
fn no_sentence_says_more_than_is_sure() {
    let mut chance = Chance(20_261_126);
    let mut seen = 0;
    for scheme in &CHECKED.schemes {
        let (scheme, defaults) = (Rc::new(scheme.clone()), defaults(&scheme.id));
        for _ in 0..400 {
            let assessed = chance.person(&scheme, &defaults);
            let assessment = &assessed.assessment;
            for language in LANGUAGES {
                let phrases = Phrases::new(&scheme, language);
                let said = headline(&assessed, &phrases);
                if says_enough(&said) {
                    assert_eq!(assessment.verdict, Verdict::Pass, "{}: {said}", scheme.id);
                    seen += 1;
                }
                let reliable = assessment.validity == Validity::InForce;
                if !reliable || scheme.line.threshold.is_none() {
                    assert!(!speaks_of_enough(&said), "{}: {said}", scheme.id);
                }
                // It stands in the bar of a phone, beside the points.
                let letters = if language == Language::Zh { 40 } else { 100 };
                assert!(said.chars().count() <= letters, "{}: {said}", scheme.id);
                // What is read aloud ends in the same words.
                let spoken = sentence(&assessed, language);
                assert!(spoken.is_empty() || spoken.contains(&said), "{spoken}: {said}");
                let open = assessed.undeducted.is_some();
                assert!(
                    !open
                        || spoken.is_empty()
                        || spoken.contains(phrases.messages.before_deductions)
                );
            }
        }
    }
    assert!(seen > 40, "hardly anybody passes: {seen}");
}

#[test]
fn no_forecast_says_more_than_is_sure() {
    let mut chance = Chance(26);
    let (mut open, mut rounds_over) = (0, 0);
    for scheme in &CHECKED.schemes {
        let (scheme, defaults) = (Rc::new(scheme.clone()), defaults(&scheme.id));
        for _ in 0..60 {
            let assessed = Rc::new(chance.person(&scheme, &defaults));
            let outlook = Outlook::of(assessed.clone(), &[], &[]);
            let phrases = Phrases::new(&scheme, Language::Zh);
            let said = forecast_sentence(&outlook, &phrases);
            let conditions = assessed.assessment.conditions.iter();
            let unsure = conditions.clone().any(|one| one.state == ConditionState::Unknown);
            if unsure {
                assert!(
                    !said.starts_with("现在够") && !said.contains("一直够"),
                    "{}: {said}",
                    scheme.id
                );
            }
            if scheme.line.threshold.is_none() {
                assert!(
                    !said.contains("起够") && !said.contains("到不了"),
                    "{}: {said}",
                    scheme.id
                );
            }
            for suggestion in &outlook.advice.suggestions {
                let said = when(suggestion, assessed.assessment.on, &phrases);
                let unknown = said.contains(phrases.messages.advice_lead_unknown);
                assert!(!(unknown && said.contains("从头办起")), "both at once: {said}");
                // What is over already will not be over by then.
                let over = suggestion.after_round.is_some_and(|last| last < assessed.assessment.on);
                rounds_over += usize::from(over);
                assert!(!(over && said.contains("那时这一轮")), "{}: {said}", scheme.id);
            }
            if matches!(outlook.outcome(), Outcome::Open { .. }) {
                open += 1;
                assert!(
                    !said.contains("到不了") && !said.contains("照这样下去"),
                    "{}: {said}",
                    scheme.id
                );
            }
        }
    }
    assert!(open > 10 && rounds_over > 10, "hardly anything is: {open}, {rounds_over}");
}

#[test]
fn what_stops_stands_open_at_the_head() {
    for scheme in CHECKED
        .schemes
        .iter()
        .filter(|scheme| scheme.edition.validity(date(2026, 11, 26)) != Validity::InForce)
    {
        let phrases = Phrases::new(scheme, Language::Zh);
        let warning = crate::views::edition::warning(scheme, date(2026, 11, 26), &phrases);
        assert!(warning.is_some(), "{} says nothing at its head", scheme.id);
    }
}

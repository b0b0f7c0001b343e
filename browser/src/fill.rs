//! Filling in the form by hand, question by question.

use anyhow::{Context, Result, bail};
use jifen::answers::{Answers, Value, unscaled};
use jifen::scheme::{AnswerKind, Question, Scheme, Unit};
use serde_json::Value as Json;

use crate::hand::Hand;
use crate::page::Page;
use crate::wait::until;

/// What has to be done in one place of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Choose the radio button of this value.
    Choose(String),
    /// Say none.
    None,
    /// Type into the field in this place.
    Type(usize, String),
}

/// The deeds that give an answer, in the order of the question's fields.
///
/// # Errors
/// When the answer is of another kind than the question.
pub fn deeds(question: &Question, value: &Value) -> Result<Vec<Deed>> {
    Ok(match (&question.kind, value) {
        (AnswerKind::YesNo, Value::Flag(flag)) => {
            vec![Deed::Choose(if *flag { "yes" } else { "no" }.to_owned())]
        }
        (AnswerKind::Choice(_), Value::Option(option)) => vec![Deed::Choose(option.clone())],
        (AnswerKind::Number { min: 0, .. }, Value::Number(0)) => vec![Deed::None],
        (AnswerKind::Number { unit: Unit::Months, max: 24.., .. }, Value::Number(months)) => {
            let typed = [months / 12, months % 12].map(|number| number.to_string());
            typed.into_iter().enumerate().map(|(place, text)| Deed::Type(place, text)).collect()
        }
        (AnswerKind::Number { decimals, .. }, Value::Number(number)) => {
            vec![Deed::Type(0, unscaled(*number, *decimals))]
        }
        (AnswerKind::Date { .. }, Value::Date(date)) => {
            let typed = [date.year(), date.month().into(), date.day().into()];
            let typed = typed.map(|number: i16| number.to_string());
            typed.into_iter().enumerate().map(|(place, text)| Deed::Type(place, text)).collect()
        }
        (AnswerKind::Dates { .. }, Value::Dates(dates)) if dates.is_empty() => vec![Deed::None],
        _ => bail!("{value:?} is no answer that a test gives to {}", question.id),
    })
}

impl Page<'_> {
    /// Answers one question by hand, and waits until the page knows.
    ///
    /// # Errors
    /// When the question is not there, or does not take the answer.
    pub fn answer(&self, hand: Hand, question: &Question, value: &Value) -> Result<()> {
        let id = &question.id;
        let fields = format!("[data-question='{id}']");
        for deed in deeds(question, value)? {
            match deed {
                Deed::Choose(option) => {
                    self.press_label(hand, &fields, &format!("[value='{option}']"))?
                }
                Deed::None => self.press_label(hand, &fields, "[type='checkbox']")?,
                Deed::Type(place, text) => {
                    let field = format!("{fields} label:nth-of-type({}) input", place + 1);
                    hand.press(self.browser, &field)?;
                    // A finger's tap is known for one only after a moment.
                    let there =
                        "return document.activeElement === document.querySelector(arguments[0])";
                    until("the keyboard is in the field", || {
                        let there = self.browser.run(there, Json::from(field.clone()))?;
                        Ok((there == true).then_some(()))
                    })?;
                    hand.write(self.browser, &text)?;
                }
            }
        }
        self.when(&format!("{id} is answered"), |seen| seen.answered.contains(id)).map(drop)
    }

    /// The radio buttons themselves are too small to press: a person presses the words beside them.
    fn press_label(&self, hand: Hand, fields: &str, input: &str) -> Result<()> {
        let find = "const input = document.querySelector(arguments[0]); return input && input.closest('label')";
        let selector = format!("{fields} input{input}");
        let label = self.browser.pick(find, Json::from(selector.clone()))?;
        let label = label.with_context(|| format!("nothing to press beside {selector}"))?;
        hand.press_element(self.browser, &label)
    }

    /// Answers every question that the page asks, section by section, with what is given; in a section that folds,
    /// says that none applies.
    ///
    /// # Errors
    /// When a question does not take its answer.
    pub fn fill(&self, hand: Hand, scheme: &Scheme, answers: &Answers) -> Result<()> {
        for section in &scheme.sections {
            let none = format!("[data-none-of='{}']", section.id);
            if self
                .browser
                .pick("return document.querySelector(arguments[0])", Json::from(none.clone()))?
                .is_some()
            {
                hand.press(self.browser, &none)?;
                continue;
            }
            for question in section.questions.iter().filter_map(|one| one.position()) {
                let question = &scheme.questions[question];
                let asked = self.seen()?.asked.contains(&question.id);
                if let (true, Some(value)) = (asked, answers.get(&question.id)) {
                    self.answer(hand, question, value)?;
                }
            }
        }
        Ok(())
    }
}

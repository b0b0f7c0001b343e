//! Filling in the form as a person does: by mouse, by finger, or by keyboard alone.

use anyhow::{Context, Result, bail, ensure};
use jifen::answers::{Answers, Value, unscaled};
use jifen::scheme::{AnswerKind, Question, Scheme, Unit};
use serde_json::Value as Json;

use crate::focus::{Focus, MOST_STOPS};
use crate::keyboard::{key, press_keys};
use crate::page::Page;
use crate::pointer::Pointer;
use crate::wait::until;

/// One step of answering a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Choose the radio button of this value.
    Choose(String),
    /// Tick that there is none.
    None,
    /// Type into the field in this place.
    Type(usize, String),
}

/// Returns the steps that give an answer, in the order of the question's fields.
///
/// # Errors
/// When the answer is of another kind than the question.
pub fn steps(question: &Question, value: &Value) -> Result<Vec<Step>> {
    Ok(match (&question.kind, value) {
        (AnswerKind::YesNo, Value::Flag(flag)) => {
            vec![Step::Choose(if *flag { "yes" } else { "no" }.to_owned())]
        }
        (AnswerKind::Choice(_), Value::Option(option)) => vec![Step::Choose(option.clone())],
        (AnswerKind::Number { min: 0, .. }, Value::Number(0)) => vec![Step::None],
        (AnswerKind::Number { unit: Unit::Months, max: 24.., .. }, Value::Number(months)) => {
            let typed = [months / 12, months % 12].map(|number| number.to_string());
            typed.into_iter().enumerate().map(|(place, text)| Step::Type(place, text)).collect()
        }
        (AnswerKind::Number { decimals, .. }, Value::Number(number)) => {
            vec![Step::Type(0, unscaled(*number, *decimals))]
        }
        (AnswerKind::Date { .. }, Value::Date(date)) => {
            let typed = [date.year(), date.month().into(), date.day().into()];
            let typed = typed.map(|number: i16| number.to_string());
            typed.into_iter().enumerate().map(|(place, text)| Step::Type(place, text)).collect()
        }
        (AnswerKind::Dates { .. }, Value::Dates(dates)) if dates.is_empty() => vec![Step::None],
        (AnswerKind::MonthCounts { .. }, Value::MonthCounts(counts)) => match counts[..] {
            [] => vec![Step::None],
            [months] => {
                let typed = [months / 12, months % 12].map(|number| number.to_string());
                typed.into_iter().enumerate().map(|(place, text)| Step::Type(place, text)).collect()
            }
            _ => bail!("a test gives one piece to {}", question.id),
        },
        _ => bail!("{value:?} is no answer that a test gives to {}", question.id),
    })
}

impl Page<'_> {
    /// Answers one question by hand, and waits until the page knows.
    ///
    /// # Errors
    /// When the question is not there, or does not take the answer.
    pub fn answer(&self, pointer: Pointer, question: &Question, value: &Value) -> Result<()> {
        let id = &question.id;
        let fields = format!("[data-question='{id}']");
        let folded = format!("[data-idle='{id}']");
        if self.is_there(&folded)? {
            pointer.press(self.browser, &folded)?;
        }
        for step in steps(question, value)? {
            match step {
                Step::Choose(option) => {
                    self.press_label(pointer, &fields, &format!("[value='{option}']"))?
                }
                Step::None => self.press_label(pointer, &fields, "[type='checkbox']")?,
                Step::Type(place, text) => {
                    let field = format!("{fields} label:nth-of-type({}) input", place + 1);
                    pointer.press(self.browser, &field)?;
                    // A finger's tap is known for one only after a moment.
                    let there =
                        "return document.activeElement === document.querySelector(arguments[0])";
                    until("the keyboard is in the field", || {
                        let there = self.browser.execute(there, Json::from(field.clone()))?;
                        Ok((there == true).then_some(()))
                    })?;
                    pointer.type_text(self.browser, &text)?;
                }
            }
        }
        self.wait_for(&format!("{id} is answered"), |seen| seen.answered.contains(id)).map(drop)
    }

    fn is_there(&self, selector: &str) -> Result<bool> {
        let find = "return document.querySelector(arguments[0])";
        Ok(self.browser.find_by_script(find, Json::from(selector))?.is_some())
    }

    /// The radio buttons themselves are too small to press: a person presses the words beside them.
    fn press_label(&self, pointer: Pointer, fields: &str, input: &str) -> Result<()> {
        let find = "const input = document.querySelector(arguments[0]); return input && input.closest('label')";
        let selector = format!("{fields} input{input}");
        let label = self.browser.find_by_script(find, Json::from(selector.clone()))?;
        let label = label.with_context(|| format!("nothing to press beside {selector}"))?;
        pointer.press_element(self.browser, &label)
    }

    /// Answers every question that the page asks, section by section, with what is given; in a section that folds,
    /// says that none applies.
    ///
    /// # Errors
    /// When a question does not take its answer.
    pub fn fill(&self, pointer: Pointer, scheme: &Scheme, answers: &Answers) -> Result<()> {
        for section in &scheme.sections {
            let none = format!("[data-none-of='{}']", section.id);
            if self.is_there(&none)? {
                pointer.press(self.browser, &none)?;
                continue;
            }
            for question in section.questions.iter().filter_map(|question| question.position()) {
                let question = &scheme.questions[question];
                let asked = self.snapshot()?.asked.contains(&question.id);
                if let (true, Some(value)) = (asked, answers.get(&question.id)) {
                    self.answer(pointer, question, value)?;
                }
            }
        }
        Ok(())
    }

    /// Fills in the whole form from its beginning to its end, in one walk. Checks on the way that the walk follows
    /// the page: never back in the document, never up the form.
    ///
    /// # Errors
    /// When a question cannot be answered, or the walk is not in order.
    pub fn fill_by_keyboard(&self, scheme: &Scheme, answers: &Answers) -> Result<()> {
        let mut before = Focus::default();
        for _ in 0..MOST_STOPS {
            let focus = self.tab()?.context("the keyboard left the page before the form ended")?;
            ensure!(
                focus.order > before.order,
                "the keyboard went back, from {before:#?} to {focus:#?}"
            );
            // Within a question the fields come first, then what clears them, wherever that is drawn.
            let moved_on = focus.question != before.question;
            if before.in_form && focus.in_form && moved_on {
                ensure!(
                    focus.bottom >= before.top,
                    "the keyboard went up, from {before:#?} to {focus:#?}"
                );
            }
            if before.in_form && !focus.in_form {
                return Ok(());
            }
            if !focus.none_of.is_empty() {
                press_keys(self.browser, " ")?;
                self.wait_for("the section is answered", |seen| !seen.hash.is_empty())?;
                let after = self.focus()?;
                before = after
                    .with_context(|| format!("the keyboard is lost after “{}”", focus.text))?;
                continue;
            }
            let question = scheme.questions.iter().find(|question| question.id == focus.question);
            if let Some((question, value)) =
                question.and_then(|question| Some((question, answers.get(&question.id)?)))
            {
                self.answer_at_focus(&focus, question, &steps(question, value)?)?;
            }
            before = focus;
        }
        anyhow::bail!("the form does not end")
    }

    /// Does the step that belongs where the focus is, if there is one.
    fn answer_at_focus(&self, focus: &Focus, question: &Question, steps: &[Step]) -> Result<()> {
        for step in steps {
            match step {
                Step::Choose(value) if focus.input_type == "radio" => {
                    let place = focus.values.iter().position(|option| option == value);
                    let place = place.with_context(|| format!("{} has no {value}", question.id))?;
                    let keys = match place {
                        0 => " ".to_owned(),
                        several => key::DOWN.to_string().repeat(several),
                    };
                    press_keys(self.browser, &keys)?;
                    let seen = self.wait_for("an arrow answers", |seen| {
                        seen.answered.contains(&question.id)
                    })?;
                    ensure!(seen.ready, "the page stopped");
                }
                Step::None if focus.input_type == "checkbox" => press_keys(self.browser, " ")?,
                Step::Type(place, text) if focus.field_index == *place as i64 => {
                    press_keys(self.browser, text)?
                }
                _ => {}
            }
        }
        Ok(())
    }
}

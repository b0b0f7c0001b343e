//! Using the page with the keys of a keyboard and nothing else.

use anyhow::{Context, Result, ensure};
use jifen::answers::Answers;
use jifen::scheme::{Question, Scheme};
use serde::Deserialize;
use serde_json::Value;

use crate::fill::{Deed, deeds};
use crate::hand::{chord, key, strike};
use crate::page::Page;

const STOP: &str = include_str!("stop.js");

/// More stops than any page has.
const MOST: usize = 400;

/// Where the keyboard is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// The element's id.
    pub id: String,
    /// The element's name.
    pub tag: String,
    /// The input's type.
    #[serde(rename = "type")]
    pub sort: String,
    /// The element's role, where it has one of its own.
    pub role: String,
    /// What is written on it.
    pub text: String,
    /// The question that it belongs to.
    pub question: String,
    /// The section of which it says that none applies.
    pub none: String,
    /// Which of its question's fields it is; -1 for none of them.
    pub place: i64,
    /// The values of its question's radio buttons.
    pub values: Vec<String>,
    /// Whether it is part of the form.
    pub in_form: bool,
    /// Whether it is part of the result.
    pub in_result: bool,
    /// Whether a ring is drawn around it.
    pub ring: bool,
    /// Whether it is on the screen and not covered.
    pub seen: bool,
    /// Its place in the document.
    pub order: i64,
    /// Where it begins, from the top of the page.
    pub top: i64,
    /// Where it ends.
    pub bottom: i64,
}

impl Page<'_> {
    /// Where the keyboard is; `None` where it is lost.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn stop(&self) -> Result<Option<Stop>> {
        serde_json::from_value(self.browser.run(STOP, Value::Null)?)
            .context("stop.js and Stop differ")
    }

    /// Presses Tab and checks that a person sees where that leads.
    ///
    /// # Errors
    /// When the place is not on the screen, or not marked.
    pub fn tab(&self) -> Result<Option<Stop>> {
        strike(self.browser, &key::TAB.to_string())?;
        let stop = self.stop()?;
        if let Some(stop) = &stop {
            ensure!(stop.ring, "nothing marks where the keyboard is: {stop:#?}");
            ensure!(stop.seen, "the keyboard is where it cannot be seen: {stop:#?}");
        }
        Ok(stop)
    }

    /// Presses Shift and Tab.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn tab_back(&self) -> Result<Option<Stop>> {
        chord(self.browser, Some(key::SHIFT), &key::TAB.to_string())?;
        self.stop()
    }

    /// Goes on with Tab until something is reached.
    ///
    /// # Errors
    /// When it is not reached before the page ends.
    pub fn tab_to(&self, what: &str, reached: impl Fn(&Stop) -> bool) -> Result<Stop> {
        let mut passed = Vec::new();
        for _ in 0..MOST {
            match self.tab()? {
                Some(stop) if reached(&stop) => return Ok(stop),
                Some(stop) => passed.push(stop.text),
                None => break,
            }
        }
        anyhow::bail!("Tab does not lead to {what}, but to {passed:?}")
    }

    /// Fills in the whole form from its beginning to its end, in one walk. Checks on the way that the walk follows
    /// the page: never back in the document, never up the form.
    ///
    /// # Errors
    /// When a question cannot be answered, or the walk is not in order.
    pub fn fill_by_keyboard(&self, scheme: &Scheme, answers: &Answers) -> Result<()> {
        let mut before = Stop::default();
        for _ in 0..MOST {
            let stop = self.tab()?.context("the keyboard left the page before the form ended")?;
            ensure!(
                stop.order > before.order,
                "the keyboard went back, from {before:#?} to {stop:#?}"
            );
            // Within a question the fields come first, then what clears them, wherever that is drawn.
            let moved_on = stop.question != before.question;
            if before.in_form && stop.in_form && moved_on {
                ensure!(
                    stop.bottom >= before.top,
                    "the keyboard went up, from {before:#?} to {stop:#?}"
                );
            }
            if before.in_form && !stop.in_form {
                return Ok(());
            }
            if !stop.none.is_empty() {
                strike(self.browser, " ")?;
                self.when("the section is answered", |seen| !seen.hash.is_empty())?;
                let after = self.stop()?;
                before =
                    after.with_context(|| format!("the keyboard is lost after “{}”", stop.text))?;
                continue;
            }
            let question = scheme.questions.iter().find(|one| one.id == stop.question);
            if let Some((question, value)) =
                question.and_then(|one| Some((one, answers.get(&one.id)?)))
            {
                self.answer_at(&stop, question, &deeds(question, value)?)?;
            }
            before = stop;
        }
        anyhow::bail!("the form does not end")
    }

    /// Does what has to be done where the keyboard is, if anything.
    fn answer_at(&self, stop: &Stop, question: &Question, deeds: &[Deed]) -> Result<()> {
        for deed in deeds {
            match deed {
                Deed::Choose(value) if stop.sort == "radio" => {
                    let place = stop.values.iter().position(|one| one == value);
                    let place = place.with_context(|| format!("{} has no {value}", question.id))?;
                    let keys = match place {
                        0 => " ".to_owned(),
                        several => key::DOWN.to_string().repeat(several),
                    };
                    strike(self.browser, &keys)?;
                    let seen =
                        self.when("an arrow answers", |seen| seen.answered.contains(&question.id))?;
                    ensure!(seen.ready, "the page stopped");
                }
                Deed::None if stop.sort == "checkbox" => strike(self.browser, " ")?,
                Deed::Type(place, text) if stop.place == *place as i64 => {
                    strike(self.browser, text)?
                }
                _ => {}
            }
        }
        Ok(())
    }
}

//! Where the keyboard focus is, and walking it through the page with Tab.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::keyboard::{key, press_keys, press_keys_holding};
use crate::page::Page;
use crate::wait::until;

const READ: &str = include_str!("focus.js");

/// More stops than any page has.
pub(crate) const MOST_STOPS: usize = 400;

/// The element that has the keyboard focus: a stop on the way that Tab takes through the page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Focus {
    /// The element's id.
    pub id: String,
    /// The element's name.
    pub tag: String,
    /// The input's type.
    pub input_type: String,
    /// The element's role, where it has one of its own.
    pub role: String,
    /// What is written on it.
    pub text: String,
    /// The question that it belongs to.
    pub question: String,
    /// The section of which it says that none applies.
    pub none_of: String,
    /// Which of its question's fields it is; -1 for none of them.
    pub field_index: i64,
    /// The values of its question's radio buttons.
    pub values: Vec<String>,
    /// Whether it is part of the form.
    pub in_form: bool,
    /// Whether it is part of the result.
    pub in_result: bool,
    /// Whether an outline is drawn around it.
    pub outlined: bool,
    /// Whether it is on the screen and not covered.
    pub visible: bool,
    /// Its place in the document.
    pub order: i64,
    /// Where it begins, from the top of the page.
    pub top: i64,
    /// Where it ends.
    pub bottom: i64,
}

impl Page<'_> {
    /// Returns where the focus is; `None` where it is lost.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn focus(&self) -> Result<Option<Focus>> {
        serde_json::from_value(self.browser.execute(READ, Value::Null)?)
            .context("focus.js and Focus differ")
    }

    /// Waits until the focus is at what a selector names: it moves once what was pressed is drawn.
    ///
    /// # Errors
    /// When it does not come there within the deadline.
    pub fn focus_comes_to(&self, selector: &str) -> Result<()> {
        let there = "return document.activeElement === document.querySelector(arguments[0])";
        until(&format!("the keyboard is at {selector}"), || {
            Ok((self.browser.execute(there, json!([selector]))? == true).then_some(()))
        })
        .with_context(|| format!("the keyboard is elsewhere: {:#?}", self.focus()))
    }

    /// Presses Tab and checks that a person sees where that leads.
    ///
    /// # Errors
    /// When the place is not on the screen, or not marked.
    pub fn tab(&self) -> Result<Option<Focus>> {
        press_keys(self.browser, &key::TAB.to_string())?;
        let focus = self.focus()?;
        if let Some(focus) = &focus {
            ensure!(focus.outlined, "nothing marks where the keyboard is: {focus:#?}");
            ensure!(focus.visible, "the keyboard is where it cannot be seen: {focus:#?}");
        }
        Ok(focus)
    }

    /// Presses Shift and Tab.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn tab_back(&self) -> Result<Option<Focus>> {
        press_keys_holding(self.browser, Some(key::SHIFT), &key::TAB.to_string())?;
        self.focus()
    }

    /// Goes on with Tab until something is reached.
    ///
    /// # Errors
    /// When it is not reached before the page ends.
    pub fn tab_to(&self, what: &str, reached: impl Fn(&Focus) -> bool) -> Result<Focus> {
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            match self.tab()? {
                Some(focus) if reached(&focus) => return Ok(focus),
                Some(focus) => passed.push(focus.text),
                None => break,
            }
        }
        anyhow::bail!("Tab does not lead to {what}, but to {passed:?}")
    }
}

//! What is pressed: buttons, and choices that look like what they are.

use crate::elements::markup::{EventHandler, EventKind, Markup};
use crate::state::Action;
use crate::widgets::ui::Ui;

/// Writes a button; `more` adds attributes.
#[inline(always)]
pub(crate) fn button(
    markup: &mut Markup,
    class: &'static str,
    words: &str,
    onclick: impl EventHandler + 'static,
    more: impl FnOnce(&mut Markup),
) {
    markup.element("button", class, |markup| {
        markup.static_attr("type", "button");
        more(markup);
        markup.on(EventKind::Click, onclick);
        markup.text(words);
    });
}

impl Ui {
    /// Writes a button that dispatches an action; `more` adds attributes.
    #[inline(always)]
    pub(crate) fn button(
        &self,
        markup: &mut Markup,
        class: &'static str,
        words: &str,
        action: Action,
        more: impl FnOnce(&mut Markup),
    ) {
        button(markup, class, words, self.callback(action), more);
    }
}

/// Writes a choice that looks like what it is, large enough for a thumb; `more` adds attributes of its input.
#[inline(always)]
pub(crate) fn chip(
    markup: &mut Markup,
    kind: &'static str,
    words: &str,
    checked: bool,
    onchange: impl EventHandler + 'static,
    more: impl FnOnce(&mut Markup),
) {
    markup.element("label", "chip", |markup| {
        markup.element("input", "", |markup| {
            markup.static_attr("type", kind);
            markup.checked(checked);
            markup.on(EventKind::Change, onchange);
            more(markup);
        });
        markup.text_element("span", "", words);
    });
}

//! What is pressed.

use crate::elements::markup::{EventHandler, Markup};
use crate::elements::write_html;
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
    write_html!(markup,
        button(class = class, type = "button", onclick = onclick) {
            { more(markup); }
            (words)
        }
    );
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

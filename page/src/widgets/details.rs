//! What the parts of the page under the form are handed, and what unfolds in them.

use std::rc::Rc;

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::View;
use crate::state::{Action, State};
use crate::text::phrases::Say;
use crate::widgets::ui::Ui;

/// What the parts of result and guide are handed.
pub(crate) struct Shown<'a> {
    pub(crate) state: &'a State,
    pub(crate) view: &'a Rc<View>,
    pub(crate) say: Say<'a>,
    pub(crate) ui: &'a Ui,
}

/// Details that are only made once they are unfolded.
#[inline(always)]
pub(crate) fn details(
    markup: &mut Markup,
    shown: &Shown<'_>,
    id: String,
    summary: impl FnOnce(&mut Markup),
    inside: impl FnOnce(&mut Markup),
) {
    let open = shown.state.unfolded.contains(&id);
    markup.element("details", "", |markup| {
        markup.attr("id", &id);
        if open {
            markup.static_attr("open", "");
        }
        markup.element("summary", "", |markup| {
            let turn = Action::Unfold { id, open: !open };
            markup.on(EventKind::Click, shown.ui.acts(turn));
            summary(markup);
        });
        markup.when(open, |markup| markup.element("div", "inside", inside));
    });
}

//! What the parts of the page under the form are handed, and what unfolds in them.

use std::rc::Rc;

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::phrases::Phrases;
use crate::widgets::ui::Ui;

/// What the parts of result and guide are handed.
pub(crate) struct RenderContext<'a> {
    pub(crate) state: &'a State,
    pub(crate) assessed: &'a Rc<Assessed>,
    pub(crate) phrases: Phrases<'a>,
    pub(crate) ui: &'a Ui,
}

/// Details that are only made once they are unfolded.
#[inline(always)]
pub(crate) fn details(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    fold: Fold,
    summary: impl FnOnce(&mut Markup),
    inside: impl FnOnce(&mut Markup),
) {
    let open = context.state.is_unfolded(&fold);
    markup.element("details", "", |markup| {
        markup.attr("id", &fold.id());
        if open {
            markup.static_attr("open", "");
        }
        markup.element("summary", "", |markup| {
            let turn = Action::Unfold { fold, open: !open };
            markup.on(EventKind::Click, context.ui.callback(turn));
            summary(markup);
        });
        markup.when(open, |markup| markup.element("div", "inside", inside));
    });
}

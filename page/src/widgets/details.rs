//! What the parts of the page under the form are handed, and what unfolds in them.

use std::rc::Rc;

use crate::elements::markup::Markup;
use crate::elements::write_html;
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

/// Writes details that are only made once they are unfolded.
#[inline(always)]
pub(crate) fn details(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    fold: Fold,
    summary: impl FnOnce(&mut Markup),
    inside: impl FnOnce(&mut Markup),
) {
    let open = context.state.is_unfolded(&fold);
    let id = fold.id();
    // The state opens it, so that one press is one change.
    let turn = context.ui.callback(Action::Unfold { fold, open: !open });
    write_html!(markup,
        details(id = id, open = open) {
            summary(onclick = turn) { { summary(markup); } }
            if open {
                div(class = "inside") { { inside(markup); } }
            }
        }
    );
}

//! What the parts of the page under the form are handed, and what unfolds in them.

use std::rc::Rc;

use super::say::Say;
use super::sheet::{On, Sheet};
use super::state::{Action, State};
use super::ui::Ui;
use super::view::View;

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
    sheet: &mut Sheet,
    shown: &Shown<'_>,
    id: String,
    summary: impl FnOnce(&mut Sheet),
    inside: impl FnOnce(&mut Sheet),
) {
    let open = shown.state.unfolded.contains(&id);
    sheet.tag("details", "", |sheet| {
        sheet.set("id", &id);
        if open {
            sheet.fixed("open", "");
        }
        sheet.tag("summary", "", |sheet| {
            let turn = Action::Unfold { id, open: !open };
            sheet.hears(On::Click, shown.ui.acts(turn));
            summary(sheet);
        });
        sheet.when(open, |sheet| sheet.tag("div", "inside", inside));
    });
}

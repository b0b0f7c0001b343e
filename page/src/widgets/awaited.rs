//! A place where something is drawn by the later part of the program, which is on its way or did not come.

use crate::device::later::{Arrived, Later};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::focus::FocusTarget;
use crate::widgets::ui::Ui;

/// Writes what only the later part can draw, or that it is on its way, or that it did not come and how to ask again: the keyboard
/// then waits at a place that stays.
#[inline(always)]
pub(crate) fn awaited(
    markup: &mut Markup,
    ui: &Ui,
    place: impl FnOnce() -> FocusTarget,
    drawn: impl FnOnce(&mut Markup, Arrived),
) {
    match ui.later {
        Later::Here(arrived) => drawn(markup, arrived),
        missing => not_here(markup, missing, place(), ui),
    }
}

fn not_here(markup: &mut Markup, later: Later, place: FocusTarget, ui: &Ui) {
    let messages = ui.messages();
    write_html!(markup,
        if later == Later::Failed {
            // The guide, which misses it as well, says so aloud: one voice is enough.
            p(class = "later-failed") {
                (messages.later_failed)
                button(
                    class = "text jump", type = "button", data-retry-later = "",
                    onclick = ui.callback(Action::RetryLater(Some(place)))
                ) { (messages.retry) }
            }
        } else {
            p(class = "quiet") { (messages.later_awaited) }
        }
    );
}

//! The guide at the bottom of the screen while the person answers: the verdict in words, the way to it, and one button
//! that leads on.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::state::{Action, State};
use crate::text::phrases::{Phrases, figure};
use crate::views::examples;
use crate::views::result::continuing::way_on;
use crate::views::result::verdict::headline;
use crate::widgets::ui::Ui;

/// Writes the bar.
pub(crate) fn bar(
    markup: &mut Markup,
    state: &State,
    assessed: &Assessed,
    progress: &Progress,
    ui: &Ui,
) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let messages = phrases.messages;
    write_html!(markup,
        div(class = "bar", translate = "no", role = "region", aria-label = messages.to_result) {
            if assessed.begun() {
                button(class = "bar-result", type = "button", id = "to-result", onclick = ui.callback(Action::GoToResult)) {
                    span(class = "unseen") { ([messages.to_result, messages.stop, messages.space].concat()) }
                    if assessed.counts_points() {
                        strong { (figure(assessed.shown().total.low)) }
                    }
                    span(class = "bar-words") {
                        (examples::before_result(assessed, messages) + &headline(assessed, &phrases))
                    }
                }
                { way_on(markup, "continue", true, state, assessed, progress, ui); }
            } else {
                // There is no result to be led to.
                p(class = "bar-result") { span(class = "bar-words") { (messages.invite_bar) } }
                { examples::way(markup, assessed, ui); }
            }
        }
    );
}

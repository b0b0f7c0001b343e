//! On a phone: total, gauge and line, at the bottom of the screen while the person answers.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::text::target::is_wide;
use crate::widgets::gauge::gauge;
use crate::widgets::ui::Ui;

/// Writes the bar; a press leads to the result.
pub(crate) fn bar(markup: &mut Markup, assessed: &Assessed, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let messages = phrases.messages;
    let target = phrases.target();
    let total = assessed.begun().then(|| assessed.shown().total);
    let beside = match total {
        None => messages.invite_bar.to_owned(),
        Some(total) if is_wide(total, target.as_ref()) => messages.short_more.to_owned(),
        Some(total) if total.certain().is_none() => {
            format(messages.short_to, &[&figure(total.high)])
        }
        Some(_) => messages.points_unit.to_owned(),
    };
    let go = ui.callback(Action::Focus(FocusTarget::place("result")));
    write_html!(markup,
        div(class = "bar") {
            button(type = "button", id = "to-result", onclick = go) {
                span(class = "unseen") { ([messages.to_result, messages.stop, messages.space].concat()) }
                span(class = "bar-total") {
                    if let Some(total) = total {
                        strong { (figure(total.low)) }
                    }
                    span { (beside) }
                }
                if let Some(target) = &target {
                    { gauge(markup, "bar", total, target, &phrases); }
                    span(class = "bar-line") {
                        span(class = "bar-name") { ([&target.name, " "].concat()) }
                        (figure(target.points))
                    }
                }
            }
        }
    );
}

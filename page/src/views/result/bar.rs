//! On a phone: total, gauge and line, at the bottom of the screen while the person answers.

use crate::elements::markup::{EventKind, Markup};
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
    markup.element("div", "bar", |markup| {
        markup.element("button", "", |markup| {
            markup.static_attr("type", "button");
            markup.static_attr("id", "to-result");
            let go = Action::Focus(FocusTarget::place("result"));
            markup.on(EventKind::Click, ui.callback(go));
            markup.text_element(
                "span",
                "unseen",
                &[messages.to_result, messages.stop, messages.space].concat(),
            );
            markup.element("span", "bar-total", |markup| {
                let words = match total {
                    None => messages.invite_bar.to_owned(),
                    Some(total) => {
                        markup.text_element("strong", "", &figure(total.low));
                        if is_wide(total, target.as_ref()) {
                            messages.short_more.to_owned()
                        } else if total.certain().is_none() {
                            format(messages.short_to, &[&figure(total.high)])
                        } else {
                            messages.points_unit.to_owned()
                        }
                    }
                };
                markup.text_element("span", "", &words);
            });
            if let Some(target) = &target {
                gauge(markup, "bar", total, target, &phrases);
                markup.element("span", "bar-line", |markup| {
                    markup.text_element("span", "bar-name", &[&target.name, " "].concat());
                    markup.text(&figure(target.points));
                });
            }
        });
    });
}

//! On a phone: total, gauge and line, at the bottom of the screen while the person answers.

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure};
use crate::views::result::{is_wide, mark, shown_total};
use crate::widgets::gauge::gauge;
use crate::widgets::ui::{Ui, go_to};

/// The bar; a press leads to the result.
pub(crate) fn bar(markup: &mut Markup, view: &View, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    let mark = mark(&view.scheme, &say);
    let total = view.begun().then(|| shown_total(view));
    markup.element("div", "bar", |markup| {
        markup.element("button", "", |markup| {
            markup.static_attr("type", "button");
            markup.static_attr("id", "to-result");
            markup.on(EventKind::Click, |_: yew::Event| go_to("result"));
            markup.text_element(
                "span",
                "unseen",
                &[words.to_result, words.stop, words.space].concat(),
            );
            markup.element("span", "bar-total", |markup| {
                let beside = match total {
                    None => words.invite_bar.to_owned(),
                    Some(total) => {
                        markup.text_element("strong", "", &figure(total.low));
                        if is_wide(total, mark.as_ref()) {
                            words.short_more.to_owned()
                        } else if total.certain().is_none() {
                            fill(words.short_to, &[&figure(total.high)])
                        } else {
                            words.points_unit.to_owned()
                        }
                    }
                };
                markup.text_element("span", "", &beside);
            });
            if let Some(mark) = &mark {
                gauge(markup, "bar", total, mark, &say);
                markup.element("span", "bar-line", |markup| {
                    markup.text_element("span", "bar-name", &[&mark.name, " "].concat());
                    markup.text(&figure(mark.points));
                });
            }
        });
    });
}

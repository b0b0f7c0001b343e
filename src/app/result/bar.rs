//! On a phone: total, gauge and line, at the bottom of the screen while the person answers.

use super::gauge::gauge;
use super::{is_wide, mark, shown_total};
use crate::app::say::{Say, figure};
use crate::app::sheet::{On, Sheet};
use crate::app::ui::{Ui, go_to};
use crate::app::view::View;
use crate::app::words::fill;

/// The bar; a press leads to the result.
pub(crate) fn bar(sheet: &mut Sheet, view: &View, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    let mark = mark(&view.scheme, &say);
    let total = view.begun().then(|| shown_total(view));
    sheet.tag("div", "bar", |sheet| {
        sheet.tag("button", "", |sheet| {
            sheet.fixed("type", "button");
            sheet.fixed("id", "to-result");
            sheet.hears(On::Click, |_: yew::Event| go_to("result"));
            sheet.line("span", "unseen", &[words.to_result, words.stop, words.space].concat());
            sheet.tag("span", "bar-total", |sheet| {
                let beside = match total {
                    None => words.invite_bar.to_owned(),
                    Some(total) => {
                        sheet.line("strong", "", &figure(total.low));
                        if is_wide(total, mark.as_ref()) {
                            words.short_more.to_owned()
                        } else if total.certain().is_none() {
                            fill(words.short_to, &[&figure(total.high)])
                        } else {
                            words.points_unit.to_owned()
                        }
                    }
                };
                sheet.line("span", "", &beside);
            });
            if let Some(mark) = &mark {
                gauge(sheet, "bar", total, mark, &say);
                sheet.tag("span", "bar-line", |sheet| {
                    sheet.line("span", "bar-name", &[&mark.name, " "].concat());
                    sheet.text(&figure(mark.points));
                });
            }
        });
    });
}

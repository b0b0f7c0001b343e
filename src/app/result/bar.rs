//! On a phone: total, gauge and line, at the bottom of the screen while the person answers.

use yew::prelude::*;

use super::gauge::gauge;
use super::{is_wide, mark, shown_total};
use crate::app::say::{Say, figure};
use crate::app::ui::{Ui, go_to};
use crate::app::view::View;
use crate::app::words::fill;

/// The bar; a press leads to the result.
pub(crate) fn bar(view: &View, ui: &Ui) -> Html {
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    let mark = mark(&view.scheme, &say);
    let total = view.begun().then(|| shown_total(view));
    let line = mark.as_ref().map(|mark| fill(words.line_is, &[&mark.name, &figure(mark.points)]));
    html! {
        <div class="bar">
            <button type="button" id="to-result" onclick={|_: MouseEvent| go_to("result")}>
                <span class="unseen">{ words.to_result }{ words.stop }{ words.space }</span>
                if let Some(total) = total {
                    <span class="bar-total">
                        <strong>{ figure(total.low) }</strong>
                        if is_wide(total, mark.as_ref()) {
                            <span>{ words.short_more }</span>
                        } else if total.certain().is_none() {
                            <span>{ fill(words.short_to, &[&figure(total.high)]) }</span>
                        } else {
                            <span>{ words.points_unit }</span>
                        }
                    </span>
                } else {
                    <span class="bar-total"><span>{ words.invite_bar }</span></span>
                }
                { gauge("bar", total, mark.as_ref(), &say) }
                <span class="bar-line">{ line }</span>
            </button>
        </div>
    }
}

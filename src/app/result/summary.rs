//! The total, the gauge and the verdict: always in sight.

use yew::prelude::*;

use super::gauge::gauge;
use super::verdict::headline;
use super::{is_wide, mark, shown_total};
use crate::app::say::{Say, figure};
use crate::app::view::View;
use crate::app::words::fill;

pub(super) fn summary(view: &View, say: &Say<'_>) -> Html {
    let words = say.words;
    let total = shown_total(view);
    let mark = mark(&view.scheme, say);
    let left = view.assessment.open.len();
    let left = match left {
        0 => words.all_answered.to_owned(),
        _ => fill(words.left, &[&left.to_string()]),
    };
    let beside = if total.certain().is_some() {
        words.points_unit.to_owned()
    } else if is_wide(total, mark.as_ref()) {
        words.or_more.to_owned()
    } else {
        fill(words.up_to, &[&figure(total.high)])
    };
    let real = view.assessment.total;
    let unsettled = view.assessment.open.is_empty() && real.certain().is_none();
    html! {
        <div class="summary" id="summary" data-total-low={real.low.to_string()}
            data-total-high={real.high.to_string()}>
            <h2 id="result-heading" class="unseen">{ words.result }</h2>
            <p class="total">
                <strong>{ figure(total.low) }</strong>
                { " " }
                <span>{ beside }</span>
                if let Some(mark) = &mark {
                    { " " }
                    <span class="line">
                        { fill(words.line_is, &[&mark.name, &figure(mark.points)]) }
                    </span>
                }
            </p>
            { gauge("gauge", Some(total), mark.as_ref(), say) }
            <p class="headline" id="headline">{ headline(view, say) }</p>
            <p class="quiet">
                if view.undeducted.is_some() { { words.deductions_open } { words.space } }
                if unsettled { { words.sources_help } { words.space } }
                { left }{ words.stop }{ words.space }{ words.estimate_only }
            </p>
        </div>
    }
}

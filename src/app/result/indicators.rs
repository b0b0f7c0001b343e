//! The points, indicator by indicator: what matched, what it gives, whether it counts, and the next step.

use std::rc::Rc;

use jifen::assess::IndicatorResult;
use jifen::points::{Points, Range};
use jifen::scheme::{Group, Indicator, Keep, Together};
use yew::prelude::*;

use super::citation::citation;
use super::item::{details, jump, told};
use super::table::{matched, tables};
use crate::app::ids::indicator_id;
use crate::app::say::{Say, gain};
use crate::app::state::State;
use crate::app::ui::Ui;
use crate::app::view::View;
use crate::app::words::fill;

const GROUPS: [Group; 3] = [Group::Base, Group::Bonus, Group::Deduction];

pub(super) fn indicators(state: &State, view: &Rc<View>, say: &Say<'_>, ui: &Ui) -> Html {
    let groups = GROUPS.into_iter().map(|group| group_of(group, state, view, say, ui));
    html! {
        <section class="part" id="indicators" aria-labelledby="indicators-heading">
            <h3 id="indicators-heading">{ say.words.breakdown }</h3>
            { for groups }
        </section>
    }
}

fn group_of(group: Group, state: &State, view: &Rc<View>, say: &Say<'_>, ui: &Ui) -> Html {
    let all = view.scheme.indicators.iter().enumerate().filter(|(_, one)| one.group == group);
    // What surely gives nothing stands back, so that what gives something can be seen.
    let nothing = |position: usize| view.assessment.indicators[position].points == Range::ZERO;
    let (empty, full): (Vec<_>, Vec<_>) = all.partition(|(position, _)| nothing(*position));
    if empty.is_empty() && full.is_empty() {
        return Html::default();
    }
    let items = |list: Vec<(usize, &Indicator)>| {
        let item = |(position, one)| item(position, one, state, view, say, ui);
        html! { <ul class="items">{ for list.into_iter().map(item) }</ul> }
    };
    let count = empty.len().to_string();
    html! {
        <>
            <h4>{ say.group(group) }</h4>
            if !full.is_empty() { { items(full) } }
            if !empty.is_empty() {
                <details class="zeros">
                    <summary>{ fill(say.words.zero_items, &[&count]) }</summary>
                    { items(empty) }
                </details>
            }
        </>
    }
}

fn item(
    position: usize,
    indicator: &Indicator,
    state: &State,
    view: &Rc<View>,
    say: &Say<'_>,
    ui: &Ui,
) -> Html {
    let words = say.words;
    let result = &view.assessment.indicators[position];
    let range = say.range(result.points);
    let data = match result.points.certain() {
        Some(points) => points.to_string(),
        None => [result.points.low.to_string(), result.points.high.to_string()].join(".."),
    };
    let summary = html! {
        <>
            <span class="name">{ say.text(&indicator.name).into_owned() }</span>
            <span class="word">{ range }</span>
        </>
    };
    let rows = matched(&indicator.score, &result.leaves, say);
    let why = match rows.is_empty() {
        true => told(view, &indicator.uses, say),
        false => Some(rows.join(words.separator)),
    };
    let open = result.points.certain().is_none();
    let inside = || inside(indicator, result, view, say);
    html! {
        <li key={indicator.id.clone()} class={classes!("item", (result.counted == Some(false)).then_some("out"))}
            data-indicator={indicator.id.clone()} data-points={data}
            data-counted={counted(result)}>
            { details(state, indicator_id(&indicator.id), ui, summary, inside) }
            <div class="under">
                if let Some(why) = why { <p class="quiet">{ why }</p> }
                if let Some(sentence) = together(position, result, view, say) {
                    <p class="quiet">{ sentence }</p>
                }
                if let Some(way) = &result.way {
                    <p class="next">
                        { fill(words.next_step, &[&gain(way.gain), &say.way(way)]) }
                    </p>
                }
                if open { { jump(view, &indicator.uses, ui) } }
            </div>
        </li>
    }
}

fn inside(indicator: &Indicator, result: &IndicatorResult, view: &View, say: &Say<'_>) -> Html {
    let told = told(view, &indicator.uses, say);
    html! {
        <>
            <p>{ say.text(&indicator.rule).into_owned() }</p>
            if let Some(told) = told { <p class="quiet">{ told }</p> }
            { tables(&indicator.score, &result.leaves, say) }
            { cap(indicator, say) }
            { citation(say, &indicator.cite) }
        </>
    }
}

/// The most an indicator gives.
pub(crate) fn cap(indicator: &Indicator, say: &Say<'_>) -> Html {
    let cap = indicator.cap.filter(|cap| *cap > Points::ZERO);
    let cap = cap.map(|cap| fill(say.words.cap, &[&crate::app::say::figure(cap)]));
    cap.map_or_else(Html::default, |cap| html! { <p class="quiet">{ cap }</p> })
}

fn counted(result: &IndicatorResult) -> &'static str {
    match result.counted {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    }
}

/// What the rule says of an indicator that counts together with others, where that matters here.
fn together(
    position: usize,
    result: &IndicatorResult,
    view: &View,
    say: &Say<'_>,
) -> Option<String> {
    let holds = |together: &&Together| {
        together.indicators.iter().any(|one| one.position() == Some(position))
    };
    let together = view.scheme.together.iter().find(holds)?;
    let rule = say.text(&together.rule);
    let words = say.words;
    let sentence = match (result.counted, together.keep) {
        (Some(false), _) => words.not_counted,
        (None, _) => words.maybe_counted,
        (Some(true), Keep::Capped(_)) if result.points != Range::ZERO => words.capped_together,
        _ => return None,
    };
    let cite = &together.cite;
    let article = cite.article.as_ref().map(|article| say.text(article));
    let grade = say.grade(cite.grade);
    let source = [article.as_deref(), Some(grade)].into_iter().flatten().collect::<Vec<_>>();
    let source = fill(words.in_brackets, &[&source.join(words.comma)]);
    Some(fill(sentence, &[&rule]) + &source)
}

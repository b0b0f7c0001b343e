//! The conditions for applying: each with its state in a word and a sign, never in colour alone.

use std::rc::Rc;

use jifen::assess::{ConditionResult, State as Holds};
use jifen::scheme::Condition;
use yew::prelude::*;

use super::citation::citation;
use super::item::{details, jump, told};
use crate::app::ids::condition_id;
use crate::app::say::Say;
use crate::app::state::State;
use crate::app::ui::Ui;
use crate::app::view::View;

pub(super) fn conditions(state: &State, view: &Rc<View>, say: &Say<'_>, ui: &Ui) -> Html {
    let items = view.scheme.conditions.iter().zip(&view.assessment.conditions);
    let items = items.map(|(condition, result)| item(state, view, condition, result, say, ui));
    html! {
        <section class="part" id="conditions" aria-labelledby="conditions-heading">
            <h3 id="conditions-heading">{ say.words.conditions }</h3>
            <ul class="items">{ for items }</ul>
        </section>
    }
}

fn item(
    state: &State,
    view: &Rc<View>,
    condition: &Condition,
    result: &ConditionResult,
    say: &Say<'_>,
    ui: &Ui,
) -> Html {
    let words = say.words;
    let open = condition.uses.iter().any(|one| view.assessment.open.contains(one));
    let (name, sign, word) = match result.state {
        Holds::Met => ("met", "✓", words.met),
        Holds::Unmet => ("unmet", "✕", words.unmet),
        Holds::Unknown if open => ("unknown", "○", words.unknown),
        Holds::Unknown => ("unknown", "○", words.undecided),
        Holds::NotApplicable => ("not-applicable", "–", words.not_applicable),
    };
    let veto = condition.veto && result.state == Holds::Unmet;
    let summary = html! {
        <>
            <span class="sign" aria-hidden="true">{ sign }</span>
            <span class="name">{ say.text(&condition.name).into_owned() }</span>
            <span class="word">{ if veto { words.veto } else { word } }</span>
        </>
    };
    let way = result.way.as_ref().map(|way| say.way(way));
    let inside = || {
        html! {
            <>
                <p>{ say.text(&condition.rule).into_owned() }</p>
                { citation(say, &condition.cite) }
            </>
        }
    };
    html! {
        <li key={condition.id.clone()} class={classes!("item", name)} data-condition={condition.id.clone()}
            data-state={name}>
            { details(state, condition_id(&condition.id), ui, summary, inside) }
            <div class="under">
                if let Some(told) = told(view, &condition.uses, say) {
                    <p class="quiet">{ told }</p>
                }
                if result.state == Holds::Unmet {
                    <p><b>{ words.cure }</b>{ words.colon }{ say.text(&condition.cure).into_owned() }</p>
                    if let Some(way) = way {
                        <p class="quiet">{ words.nearest }{ words.colon }{ way }</p>
                    }
                }
                if result.state == Holds::Unknown { { jump(view, &condition.uses, ui) } }
            </div>
        </li>
    }
}

//! What no formula decides: things to know and to check, and what is not included.

use std::rc::Rc;

use jifen::scheme::Notice;
use yew::prelude::*;

use super::citation::citation;
use super::item::details;
use crate::app::ids::notice_id;
use crate::app::say::Say;
use crate::app::state::State;
use crate::app::ui::Ui;
use crate::app::view::View;

pub(super) fn notices(state: &State, view: &Rc<View>, say: &Say<'_>, ui: &Ui) -> Html {
    let shown = view.assessment.notices.iter().filter_map(|one| view.scheme.notices.get(*one));
    let items = shown.map(|notice| item(state, notice, say, ui)).collect::<Vec<_>>();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part" id="notices" aria-labelledby="notices-heading">
            <h3 id="notices-heading">{ say.words.notices }</h3>
            <ul class="items">{ for items }</ul>
        </section>
    }
}

fn item(state: &State, notice: &Notice, say: &Say<'_>, ui: &Ui) -> Html {
    let summary = html! { <span class="name">{ say.text(&notice.name).into_owned() }</span> };
    let inside = || {
        html! {
            <>
                <p>{ say.text(&notice.text).into_owned() }</p>
                { citation(say, &notice.cite) }
            </>
        }
    };
    html! {
        <li key={notice.id.clone()} class="item" data-notice={notice.id.clone()}>
            { details(state, notice_id(&notice.id), ui, summary, inside) }
        </li>
    }
}

/// What the edition leaves out of the official table, and why.
pub(crate) fn left_out(say: &Say<'_>) -> Html {
    let list = &say.scheme.left_out;
    let items = list.iter().map(|one| {
        html! {
            <li>
                <b>{ say.text(&one.name).into_owned() }</b>{ say.words.colon }
                { say.text(&one.why).into_owned() }
            </li>
        }
    });
    if list.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part" id="left-out" aria-labelledby="left-out-heading">
            <h3 id="left-out-heading">{ say.words.left_out }</h3>
            <ul class="plain">{ for items }</ul>
        </section>
    }
}

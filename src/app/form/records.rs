//! Records: none, or one date for each.

use jifen::answers::Value;
use jifen::scheme::Kind;
use yew::prelude::*;

use super::FieldProps;
use super::date;
use super::field::{answer, fault_id, field};
use super::parse::{self, Fault};
use crate::app::ui::leaves;
use crate::app::words::fill;

/// A question answered by the dates of records.
#[component]
pub(crate) fn RecordsField(props: &FieldProps) -> Html {
    let question = props.question();
    let words = props.ui.words();
    let draft = use_state(|| match &props.value {
        Some(Value::Dates(dates)) => dates.iter().map(|one| date::parts(*one)).collect(),
        _ => Vec::new(),
    });
    let fault = use_state(|| None::<Fault>);
    let Kind::Dates { most } = question.kind else { return Html::default() };
    let latest = props.on;
    let none = props.value.as_ref().is_some_and(|value| *value == Value::Dates(Vec::new()));

    // An answer once every record has its date, no answer before.
    let change = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |(next, done): (Vec<[String; 3]>, bool)| {
            fault.set(None);
            if done {
                let dates: Option<Vec<_>> = next
                    .iter()
                    .map(|typed| parse::date(typed, None, latest).ok().flatten())
                    .collect();
                let dates = dates.filter(|dates| !dates.is_empty()).map(|mut dates| {
                    dates.sort_unstable();
                    dates
                });
                answer(&props, dates.map(Value::Dates));
            }
            draft.set(next);
        })
    };
    let rows = draft.iter().enumerate().map(|(row, typed)| {
        let with = |done: bool| {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |typed: [String; 3]| {
                let mut next = (*draft).clone();
                next[row] = typed;
                change.emit((next, done));
            })
        };
        let onclick = {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = (*draft).clone();
                next.remove(row);
                change.emit((next, true));
            })
        };
        let number = (row + 1).to_string();
        let wrong = fault.map(|_| fault_id(&question.id));
        html! {
            <li>
                <div class="record" role="group" aria-label={fill(words.record, &[&number])}>
                    { date::inputs(typed, words, wrong, with(false), with(true)) }
                    <button type="button" class="text" {onclick}
                        aria-label={fill(words.remove_of, &[&number])}>{ words.remove }</button>
                </div>
            </li>
        }
    });
    let add = {
        let (draft, change) = (draft.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = (*draft).clone();
            next.push(Default::default());
            change.emit((next, true));
        })
    };
    let onchange = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |_: Event| {
            draft.set(Vec::new());
            fault.set(None);
            let none = props.value.as_ref().is_some_and(|value| *value == Value::Dates(Vec::new()));
            answer(&props, (!none).then(|| Value::Dates(Vec::new())));
        })
    };
    let leave = {
        let (draft, fault) = (draft.clone(), fault.clone());
        Callback::from(move |event: FocusEvent| {
            if leaves(&event) {
                let faulty = draft.iter().find_map(|typed| parse::date(typed, None, latest).err());
                fault.set(faulty);
            }
        })
    };
    let fields = html! {
        <>
            if !draft.is_empty() {
                <ol class="records">{ for rows }</ol>
            }
            <div class="chips">
                <label class="chip">
                    <input type="checkbox" checked={none} {onchange} />
                    <span>{ words.none }</span>
                </label>
                if draft.len() < usize::from(most) {
                    <button type="button" class="chip-button" onclick={add}>
                        { if draft.is_empty() { words.add_record } else { words.add_another } }
                    </button>
                }
            </div>
        </>
    };
    let clear = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |()| {
            draft.set(Vec::new());
            fault.set(None);
            answer(&props, None);
        })
    };
    field(props, *fault, clear, leave, fields)
}

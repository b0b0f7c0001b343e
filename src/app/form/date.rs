//! Dates, typed as year, month and day.

use jifen::answers::Value;
use jifen::scheme::Kind;
use yew::prelude::*;

use super::FieldProps;
use super::field::{answer, fault_id, field};
use super::parse::{self, Fault};
use crate::app::ui::{leaves, typed};
use crate::app::words::Words;
use jiff::civil::Date;

/// A question answered by a date.
#[component]
pub(crate) fn DateField(props: &FieldProps) -> Html {
    let question = props.question();
    let draft = use_state(|| match props.value {
        Some(Value::Date(date)) => parts(date),
        _ => Default::default(),
    });
    let fault = use_state(|| None::<Fault>);
    let Kind::Date { min, max } = question.kind else { return Html::default() };
    let latest = max.unwrap_or(props.on);

    let oninput = {
        let (draft, fault) = (draft.clone(), fault.clone());
        Callback::from(move |next: [String; 3]| {
            draft.set(next);
            fault.set(None);
        })
    };
    let onchange = {
        let props = props.clone();
        Callback::from(move |next: [String; 3]| {
            let date = parse::date(&next, Some(min), latest).ok().flatten();
            answer(&props, date.map(Value::Date));
        })
    };
    let leave = {
        let (draft, fault) = (draft.clone(), fault.clone());
        Callback::from(move |event: FocusEvent| {
            if leaves(&event) {
                fault.set(parse::date(&draft, Some(min), latest).err());
            }
        })
    };
    let clear = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |()| {
            draft.set(Default::default());
            fault.set(None);
            answer(&props, None);
        })
    };
    let wrong = fault.map(|_| fault_id(&question.id));
    let fields = inputs(&draft, props.ui.words(), wrong, oninput, onchange);
    field(props, *fault, clear, leave, fields)
}

/// The three fields of a date. `oninput` hears what is typed, `onchange` what is done.
pub(super) fn inputs(
    draft: &[String; 3],
    words: &'static Words,
    wrong: Option<String>,
    oninput: Callback<[String; 3]>,
    onchange: Callback<[String; 3]>,
) -> Html {
    let names = [words.year, words.month, words.day];
    let fields = (0..3).map(|place| {
        let with = {
            let draft = draft.clone();
            move |text: String| {
                let mut next = draft.clone();
                next[place] = text;
                next
            }
        };
        let oninput = {
            let (with, oninput, onchange) = (with.clone(), oninput.clone(), onchange.clone());
            Callback::from(move |event: InputEvent| {
                let text = typed(&event);
                // A whole date may be put into any of the fields; no change of that field follows then.
                if let Some(whole) = parse::pasted(&text) {
                    oninput.emit(whole.clone());
                    onchange.emit(whole);
                } else {
                    oninput.emit(with(text));
                }
            })
        };
        let onchange = {
            let onchange = onchange.clone();
            Callback::from(move |event: Event| onchange.emit(with(typed(&event))))
        };
        html! {
            <label class={if place == 0 { "typed year" } else { "typed" }}>
                <input type="text" inputmode="numeric" autocomplete="off" value={draft[place].clone()}
                    {oninput} {onchange} aria-invalid={wrong.as_ref().map(|_| "true")}
                    aria-describedby={wrong.clone()} />
                <span>{ names[place] }</span>
            </label>
        }
    });
    html! { <div class="chips">{ for fields }</div> }
}

/// A date as its three fields show it.
pub(super) fn parts(date: Date) -> [String; 3] {
    [date.year().to_string(), date.month().to_string(), date.day().to_string()]
}

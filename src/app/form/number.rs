//! Numbers, and months as years and months. What is typed stays until it is an answer or is taken back.

use jifen::answers::{Value, unscaled};
use jifen::scheme::{Kind, Unit};
use yew::prelude::*;

use super::FieldProps;
use super::field::{answer, fault_id, field};
use super::parse::{self, Fault};
use crate::app::ids::question_id;
use crate::app::say::Say;
use crate::app::ui::{leaves, typed};
use crate::app::words::fill;

/// A question answered by a number.
#[component]
pub(crate) fn NumberField(props: &FieldProps) -> Html {
    let question = props.question();
    let say = props.say();
    let count = parse::fields(question);
    let draft = use_state(|| match props.value {
        // The chip says it.
        Some(Value::Number(0)) => vec![String::new(); count],
        _ => parse::shown(question, props.value.as_ref(), count),
    });
    let fault = use_state(|| None::<Fault>);
    let Kind::Number { unit, min, decimals, .. } = question.kind else { return Html::default() };
    let zero = props.value == Some(Value::Number(0));

    let commit = {
        let (props, fault) = (props.clone(), fault.clone());
        move |draft: &[String]| match parse::number(props.question(), draft) {
            // Empty fields beside a pressed chip are that chip's answer.
            Ok(None) if props.value == Some(Value::Number(0)) => {}
            Ok(value) => {
                fault.set(None);
                answer(&props, value);
            }
            Err(_) => answer(&props, None),
        }
    };
    let inputs = (0..count).map(|place| {
        let unit = if count == 2 && place == 0 { Unit::Years } else { unit };
        let oninput = {
            let (draft, fault) = (draft.clone(), fault.clone());
            Callback::from(move |event: InputEvent| {
                let mut next = (*draft).clone();
                next[place] = typed(&event);
                draft.set(next);
                fault.set(None);
            })
        };
        let onchange = {
            let (draft, commit) = (draft.clone(), commit.clone());
            Callback::from(move |event: Event| {
                let mut next = (*draft).clone();
                next[place] = typed(&event);
                commit(&next);
            })
        };
        let id = format!("{}-{place}", question_id(&question.id));
        let wide = if unit == Unit::Yuan { "wide" } else { "" };
        html! {
            <label class={classes!("typed", wide)}>
                <input type="text" {id} inputmode={if decimals > 0 { "decimal" } else { "numeric" }}
                    placeholder={props.presumed.map(|number| unscaled(number, decimals))} autocomplete="off" value={draft[place].clone()} {oninput} {onchange}
                    aria-invalid={fault.map(|_| "true")}
                    aria-describedby={fault.map(|_| fault_id(&question.id))} />
                <span>{ unit_word(&say, unit, &draft[place]) }</span>
            </label>
        }
    });
    let leave = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |event: FocusEvent| {
            if leaves(&event) {
                fault.set(parse::number(props.question(), &draft).err());
            }
        })
    };
    let onchange = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |_: Event| {
            draft.set(vec![String::new(); count]);
            fault.set(None);
            let zero = props.value == Some(Value::Number(0));
            answer(&props, (!zero).then_some(Value::Number(0)));
        })
    };
    let fields = html! {
        <div class="chips">
            { for inputs }
            if min == 0 {
                <label class="chip">
                    <input type="checkbox" checked={zero} {onchange} />
                    <span>{ say.words.none }</span>
                </label>
            }
            if let Some(number) = props.presumed {
                <span class="quiet presumed">
                    { fill(say.words.presumed, &[&say.number(number, unit, decimals)]) }
                </span>
            }
        </div>
    };
    let clear = {
        let (props, draft, fault) = (props.clone(), draft.clone(), fault.clone());
        Callback::from(move |()| {
            draft.set(vec![String::new(); count]);
            fault.set(None);
            answer(&props, None);
        })
    };
    field(props, *fault, clear, leave, fields)
}

fn unit_word(say: &Say<'_>, unit: Unit, draft: &str) -> String {
    fill(say.unit(unit), &[draft])
}

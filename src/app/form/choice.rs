//! Yes or no, and choices: radio buttons that look like what they are, large enough for a thumb.

use jifen::answers::Value;
use jifen::scheme::Kind;
use yew::prelude::*;

use super::FieldProps;
use super::field::{answer, field};
use crate::app::ids::question_id;

/// A question answered by one of several options.
#[component]
pub(crate) fn ChoiceField(props: &FieldProps) -> Html {
    let (question, say) = (props.question(), props.say());
    let options: Vec<(&str, String, Value)> = match &question.kind {
        Kind::Choice(choices) => choices
            .iter()
            .map(|choice| {
                let name = say.text(&choice.name).into_owned();
                (choice.id.as_str(), name, Value::Option(choice.id.clone()))
            })
            .collect(),
        _ => vec![
            ("yes", say.words.yes.to_owned(), Value::Flag(true)),
            ("no", say.words.no.to_owned(), Value::Flag(false)),
        ],
    };
    let options = options.into_iter().map(|(id, name, value)| {
        let checked = props.value.as_ref() == Some(&value);
        let props = props.clone();
        let onchange = Callback::from(move |_: Event| answer(&props, Some(value.clone())));
        html! {
            <label class="chip">
                <input type="radio" name={question_id(&question.id)} value={id.to_owned()} {checked}
                    {onchange} />
                <span>{ name }</span>
            </label>
        }
    });
    let fields = html! { <div class="chips">{ for options }</div> };
    let clear = {
        let props = props.clone();
        Callback::from(move |()| answer(&props, None))
    };
    field(props, None, clear, Callback::noop(), fields)
}

//! What all questions have in common: the question, its help, the way to take an answer back, and what is wrong.

use yew::prelude::*;

use super::FieldProps;
use super::parse::{Fault, Part};
use crate::app::ids::question_id;
use crate::app::say::{Say, day};
use crate::app::state::Action;
use crate::app::ui::go_to_field;
use crate::app::words::fill;
use jifen::scheme::{Kind, Question};

/// A question around its fields. `leave` hears when the keyboard leaves it.
pub(super) fn field(
    props: &FieldProps,
    fault: Option<Fault>,
    clear: Callback<()>,
    leave: Callback<FocusEvent>,
    fields: Html,
) -> Html {
    let (question, say) = (props.question(), props.say());
    let id = question_id(&question.id);
    let help = format!("{id}-help");
    let wrong = fault_id(&question.id);
    let described = question.help.is_some().then_some(help.clone());
    let ask = say.text(&question.ask).into_owned();
    let onclick = Callback::from(move |event: MouseEvent| {
        go_to_field(&event);
        clear.emit(());
    });
    html! {
        <fieldset class="question" {id} data-question={question.id.clone()} tabindex="-1"
            data-answered={props.value.is_some().to_string()} aria-describedby={described}
            onfocusout={leave}>
            <legend>{ ask.clone() }</legend>
            if let Some(text) = &question.help {
                <p class="quiet" id={help}>{ say.text(text).into_owned() }</p>
            }
            { fields }
            // Always there, so that what is announced in it is heard.
            <p class="fault" id={wrong} role="alert">
                if let Some(fault) = fault { { words(fault, question, &say) } }
            </p>
            if props.value.is_some() {
                <button type="button" class="text clear" {onclick}
                    aria-label={fill(say.words.clear_of, &[&ask])}>{ say.words.clear }</button>
            }
        </fieldset>
    }
}

/// The element id of what is wrong with a question's answer.
pub(super) fn fault_id(question: &str) -> String {
    format!("{}-fault", question_id(question))
}

/// Answers a question, or takes its answer back.
pub(super) fn answer(props: &FieldProps, value: Option<jifen::answers::Value>) {
    if props.value != value {
        props.ui.act(Action::Answer { question: props.position, value });
    }
}

/// A fault in words: what, why, and what to do.
pub(super) fn words(fault: Fault, question: &Question, say: &Say<'_>) -> String {
    let words = say.words;
    match fault {
        Fault::Digits => fill(words.fault_digits, &[example(question)]),
        Fault::Decimals(most) => fill(words.fault_decimals, &[&most.to_string()]),
        Fault::Range(given) => match question.kind {
            Kind::Number { unit, min, max, decimals } => {
                let step = 10_i64.pow(u32::from(decimals.min(4)));
                let number = |number| say.number(number, unit, decimals);
                let parts = [&number(given), &number(min * step), &number(max * step)];
                fill(words.fault_range, &parts.map(String::as_str))
            }
            _ => String::new(),
        },
        Fault::Part(part) => {
            let part = match part {
                Part::Year => words.year,
                Part::Month => words.month,
                Part::Day => words.day,
            };
            fill(words.fault_part, &[part])
        }
        Fault::Year => words.fault_year.to_owned(),
        Fault::Month(month) => fill(words.fault_month, &[&month.to_string()]),
        Fault::Day { year, month, day } => {
            let parts = [year.to_string(), month.to_string(), day.to_string()];
            fill(words.fault_day, &[&parts[0], &parts[1], &parts[2]])
        }
        Fault::Early(first) => fill(words.fault_early, &[&day(first, words)]),
        Fault::Late(last) => fill(words.fault_late, &[&day(last, words)]),
    }
}

/// A number that would fit.
fn example(question: &Question) -> &'static str {
    match question.kind {
        Kind::Number { min, max, .. } if min <= 36 && max >= 36 => "36",
        Kind::Number { min, max, .. } if min <= 6 && max >= 6 => "6",
        Kind::Date { .. } | Kind::Dates { .. } => "6",
        _ => "2020",
    }
}

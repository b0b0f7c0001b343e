//! The fields of a question, by what its answer looks like.

use jifen::answers::{Value, unscaled};
use jifen::scheme::{Kind, Unit};

use super::chip;
use super::edit::{Does, Edit};
use super::question::QuestionProps;
use crate::app::ids::question_id;
use crate::app::sheet::{On, Sheet};
use crate::app::ui::button;
use crate::app::words::fill;

/// One of several options, or yes and no.
pub(super) fn choice(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit) {
    let (question, say) = (props.question(), props.say());
    let option = |sheet: &mut Sheet, id: &str, name: &str, value: Value| {
        let checked = props.value.as_ref() == Some(&value);
        let changed = edit.does(Does::Answer(value));
        chip(sheet, "radio", name, checked, changed, |sheet| {
            sheet.set("name", &question_id(&question.id));
            sheet.set("value", id);
        });
    };
    sheet.tag("div", "chips", |sheet| match &question.kind {
        Kind::Choice(choices) => {
            for choice in choices {
                let value = Value::Option(choice.id.clone());
                option(sheet, &choice.id, &say.text(&choice.name), value);
            }
        }
        _ => {
            option(sheet, "yes", say.words.yes, Value::Flag(true));
            option(sheet, "no", say.words.no, Value::Flag(false));
        }
    });
}

/// A number; months that can be many as years and months.
pub(super) fn number(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit) {
    let (question, say) = (props.question(), props.say());
    let Kind::Number { unit, min, decimals, .. } = question.kind else { return };
    let presumed = props.presumed.map(|number| unscaled(number, decimals));
    let count = edit.draft.typed.len();
    sheet.tag("div", "chips", |sheet| {
        for place in 0..count {
            let unit = if count == 2 && place == 0 { Unit::Years } else { unit };
            let word = fill(say.unit(unit), &[&edit.draft.typed[place]]);
            let class = if unit == Unit::Yuan { "typed wide" } else { "typed" };
            input(sheet, class, place, &word, presumed.as_deref(), edit);
        }
        if min == 0 {
            none(sheet, Value::Number(0), props, edit);
        }
        if let Some(number) = props.presumed {
            let number = say.number(number, unit, decimals);
            sheet.line("span", "quiet presumed", &fill(say.words.presumed, &[&number]));
        }
    });
}

/// A date.
pub(super) fn date(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit) {
    sheet.tag("div", "chips", |sheet| parts(sheet, props, edit, 0));
}

/// Records: none, or a date for each.
pub(super) fn records(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit, most: usize) {
    let words = props.ui.words();
    let count = edit.draft.typed.len() / 3;
    sheet.when(count > 0, |sheet| {
        sheet.tag("div", "records", |sheet| {
            for record in 0..count {
                let number = (record + 1).to_string();
                sheet.tag("div", "chips", |sheet| {
                    sheet.fixed("role", "group");
                    sheet.set("aria-label", &fill(words.record, &[&number]));
                    parts(sheet, props, edit, record * 3);
                    let removed = edit.does(Does::Remove(record));
                    button(sheet, "text", words.remove, removed, |sheet| {
                        sheet.set("aria-label", &fill(words.remove_of, &[&number]));
                    });
                });
            }
        });
    });
    sheet.tag("div", "chips", |sheet| {
        none(sheet, Value::Dates(Vec::new()), props, edit);
        if count < most {
            let word = if count == 0 { words.add_record } else { words.add_another };
            button(sheet, "chip-button", word, edit.does(Does::Add), |_| {});
        }
    });
}

/// Year, month and day, from a field on.
fn parts(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit, first: usize) {
    let words = props.ui.words();
    for (place, word) in [words.year, words.month, words.day].into_iter().enumerate() {
        let class = if place == 0 { "typed year" } else { "typed" };
        input(sheet, class, first + place, word, None, edit);
    }
}

/// The chip that says "none".
fn none(sheet: &mut Sheet, none: Value, props: &QuestionProps, edit: &Edit) {
    let pressed = props.value.as_ref() == Some(&none);
    let changed = edit.does(Does::Toggle(none));
    chip(sheet, "checkbox", props.ui.words().none, pressed, changed, |_| {});
}

/// A field to type in.
fn input(
    sheet: &mut Sheet,
    class: &'static str,
    place: usize,
    word: &str,
    presumed: Option<&str>,
    edit: &Edit,
) {
    let decimals = match edit.props.question().kind {
        Kind::Number { decimals, .. } => decimals,
        _ => 0,
    };
    sheet.tag("label", class, |sheet| {
        sheet.tag("input", "", |sheet| {
            sheet.fixed("type", "text");
            sheet.fixed("inputmode", if decimals > 0 { "decimal" } else { "numeric" });
            sheet.fixed("autocomplete", "off");
            sheet.value(&edit.draft.typed[place]);
            if let Some(presumed) = presumed {
                sheet.set("placeholder", presumed);
            }
            if edit.draft.fault.is_some() {
                sheet.fixed("aria-invalid", "true");
                sheet.set("aria-describedby", &edit.fault_id());
            }
            sheet.hears(On::Input, edit.does(Does::Type(place)));
            sheet.hears(On::Change, edit.does(Does::Finish(place)));
        });
        sheet.line("span", "", word);
    });
}

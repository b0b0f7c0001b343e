//! The chip that says that there is none.

use jifen::answers::Value;

use crate::elements::markup::Markup;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::props::QuestionProps;
use crate::widgets::chip::chip;

/// Writes the chip that says "none".
pub(super) fn none(
    markup: &mut Markup,
    none: Value,
    props: &QuestionProps,
    editor: &QuestionEditor,
) {
    let pressed = props.value.as_ref() == Some(&none);
    let toggle = editor.callback(FieldEvent::Toggle(none));
    chip(markup, "checkbox", props.ui.messages().none, pressed, toggle, |_| {});
}

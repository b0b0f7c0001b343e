//! The check code of what is shown, and what it says.

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::widgets::details::{RenderContext, details};

/// Writes the check code, where it is known which pack holds the rules.
pub(super) fn check_code(markup: &mut Markup, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    markup.when(context.assessed.scheme.fingerprint.is_some(), |markup| {
        markup.element("ul", "items", |markup| {
            markup.element("li", "item", |markup| {
                details(
                    markup,
                    context,
                    Fold::CheckCode,
                    |markup| markup.text_element("span", "name", messages.check_code),
                    |markup| {
                        let code = context.assessed.check_code().unwrap_or_default();
                        markup.text_element("p", "", &code);
                        markup.text_element("p", "quiet", messages.check_code_text);
                    },
                );
            });
        });
    });
}

//! The check code of what is shown, and what it says.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::widgets::details::{RenderContext, details};

/// Writes the check code, where it is known which pack holds the rules.
pub(super) fn check_code(markup: &mut Markup, context: &RenderContext<'_>) {
    let messages = context.phrases.messages;
    let inside = |markup: &mut Markup| {
        write_html!(markup,
            p { (context.assessed.check_code().unwrap_or_default()) }
            p(class = "quiet") { (messages.check_code_text) }
        );
    };
    write_html!(markup,
        if context.assessed.scheme.fingerprint.is_some() {
            ul(class = "items") {
                li(class = "item") {
                    {
                        details(
                            markup,
                            context,
                            Fold::CheckCode,
                            |markup| write_html!(markup, span(class = "name") { (messages.check_code) }),
                            inside,
                        );
                    }
                }
            }
        }
    );
}

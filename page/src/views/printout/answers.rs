//! What the person answered.

use jifen::scheme::AnswerKind;

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::views::printout::context::PrintContext;

/// Writes every question that is asked with its answer; those still open stand together among what is uncertain.
pub(super) fn answers(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let messages = phrases.messages;
    markup.text_element("h3", "", messages.answers);
    markup.element("ul", "paper-columns paper-answers", |markup| {
        for (position, question) in assessed.scheme.questions.iter().enumerate() {
            if !assessed.assessment.asked.contains(&position) {
                continue;
            }
            let answer =
                match (assessed.answer(position), assessed.presumed(position), &question.kind) {
                    (Some(value), ..) => phrases.value(question, value),
                    (None, Some(number), AnswerKind::Number { unit, decimals, .. }) => {
                        format(messages.presumed, &[&phrases.number(number, *unit, *decimals)])
                    }
                    _ if assessed.assessment.open.contains(&position) => continue,
                    _ => messages.unknown.to_owned(),
                };
            markup.element("li", "", |markup| {
                markup.element("p", "paper-row", |markup| {
                    markup.text_element("span", "", &phrases.topic(question));
                    markup.text_element("b", "", &answer);
                });
            });
        }
    });
}

//! What the person answered.

use jifen::scheme::Question;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::begin;
use crate::views::printout::context::PrintContext;

/// Writes every question that is asked with its answer; those still open stand together among what is uncertain.
pub(super) fn answers(markup: &mut Markup, context: &PrintContext<'_>) {
    let messages = context.phrases.messages;
    let questions = context.assessed.scheme.questions.iter().enumerate();
    let answered = questions.filter_map(|(position, question)| {
        Some((begin(context.phrases.noun(question)), answer(context, position, question)?))
    });
    write_html!(markup,
        h3 { (messages.answers) }
        ul(class = "paper-columns paper-answers") {
            for (noun, answer) in answered {
                li {
                    p(class = "paper-row") {
                        span { (noun) }
                        b { (answer) }
                    }
                }
            }
        }
    );
}

/// Returns the answer to a question in words; `None` where it is not asked, or still open.
fn answer(context: &PrintContext<'_>, position: usize, question: &Question) -> Option<String> {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    if !assessed.assessment.asked.contains(&position) {
        return None;
    }
    match (assessed.answer(position), assessed.presumed(position)) {
        (Some(value), _) => Some(phrases.value(question, value)),
        (None, Some(number)) => Some(phrases.presumed(question, number)),
        _ if assessed.assessment.open.contains(&position) => None,
        _ => Some(phrases.messages.unknown.to_owned()),
    }
}

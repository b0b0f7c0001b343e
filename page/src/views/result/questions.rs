//! The questions behind a condition or an indicator: what the person answered, and the way to one that is still open.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, begin};
use crate::widgets::details::RenderContext;

/// Returns what the person answered to questions at these positions; `None` where nothing of it is answered.
pub(crate) fn answers_to(
    positions: &[usize],
    assessed: &Assessed,
    phrases: &Phrases<'_>,
) -> Option<String> {
    let mut answers = Vec::new();
    let asked = |position: &&usize| assessed.assessment.asked.contains(position);
    for position in positions.iter().filter(asked) {
        let Some(question) = assessed.scheme.questions.get(*position) else { continue };
        let Some(value) = assessed.answers.get(&question.id) else { continue };
        let value = phrases.value(question, value);
        answers.push(match positions.len() {
            1 => value,
            _ if answers.is_empty() => {
                [begin(phrases.noun(question)), value].join(phrases.messages.colon)
            }
            _ => [phrases.noun(question), value].join(phrases.messages.colon),
        });
    }
    match (answers.as_slice(), positions.len()) {
        ([], _) => None,
        ([answer], 1) => Some(format(phrases.messages.you, &[answer])),
        _ => Some(answers.join(phrases.messages.separator)),
    }
}

/// Writes a button that leads to the first open question among those at these positions.
pub(super) fn to_open_question(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    positions: &[usize],
) {
    let open = &context.assessed.assessment.open;
    let Some(position) = positions.iter().find(|position| open.contains(position)) else { return };
    let go = context.ui.callback(Action::GoToQuestion(*position));
    write_html!(markup,
        button(class = "text jump", type = "button", onclick = go) { (context.phrases.messages.answer_it) }
    );
}

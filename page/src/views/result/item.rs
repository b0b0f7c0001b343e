//! What conditions and indicators have in common: what the person told, and the way to the question that is still
//! open.

use crate::elements::markup::Markup;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::widgets::details::RenderContext;

/// What the person told, of all that an item rests on.
pub(crate) fn told(assessed: &Assessed, uses: &[usize], phrases: &Phrases<'_>) -> Option<String> {
    let mut told = Vec::new();
    for position in uses.iter().filter(|one| assessed.assessment.asked.contains(one)) {
        let Some(question) = assessed.scheme.questions.get(*position) else { continue };
        let Some(value) = assessed.answers.get(&question.id) else { continue };
        let value = phrases.value(question, value);
        told.push(match uses.len() {
            1 => value,
            _ => [phrases.topic(question), value].join(phrases.messages.colon),
        });
    }
    match (told.as_slice(), uses.len()) {
        ([], _) => None,
        ([one], 1) => Some(format(phrases.messages.you, &[one])),
        _ => Some(told.join(phrases.messages.separator)),
    }
}

/// A button that leads to the first open question that an item rests on.
pub(super) fn jump(markup: &mut Markup, context: &RenderContext<'_>, uses: &[usize]) {
    let assessed = context.assessed;
    let open = uses.iter().copied().find(|one| assessed.assessment.open.contains(one));
    let Some(position) = open else { return };
    let (ui, go) = (context.ui, Action::GoToQuestion(position));
    ui.button(markup, "text jump", ui.messages().answer_it, go, |_| {});
}

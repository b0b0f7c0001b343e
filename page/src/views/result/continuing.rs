//! The way on: to the open question that comes next, and back to the one that the person left.

use jifen::points::Points;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::state::{Action, State};
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::widgets::ui::Ui;

/// Writes one button: back to where the person was, or on to what comes next, `briefly` without what that can bring;
/// nothing where nothing is left to answer.
pub(super) fn way_on(
    markup: &mut Markup,
    id: &'static str,
    briefly: bool,
    state: &State,
    assessed: &Assessed,
    progress: &Progress,
    ui: &Ui,
) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let messages = phrases.messages;
    let at = state.leading.at.as_ref().and_then(|at| assessed.scheme.question(at));
    // Where the question has been answered, the way goes on, not back.
    let back = at.filter(|at| state.leading.away && assessed.answer(*at).is_none());
    let place = back.or(progress.next);
    let question = place.and_then(|place| Some((place, assessed.scheme.questions.get(place)?)));
    write_html!(markup,
        if let Some((place, question)) = question {
            let go = ui.callback(Action::GoToQuestion(place));
            let noun = phrases.noun(question);
            button(class = "way-on", type = "button", id = id, data-to = &question.id, onclick = go) {
                span {
                    (match (back, progress.points) {
                        (None, _) if briefly => format(messages.continue_to, &[&noun]),
                        (Some(_), _) => format(messages.back_to, &[&noun]),
                        (None, Points::ZERO) => format(messages.continue_to, &[&noun]),
                        (None, points) if points.is_unbounded() => format(messages.continue_to, &[&noun]),
                        (None, points) => format(messages.continue_points, &[&noun, &figure(points)]),
                    })
                }
            }
        }
    );
}

/// Returns how much is left to answer, in a few words: the same on the page, in copied text, on paper and in a comparison.
pub(crate) fn left(progress: &Progress, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let (steps, aside) = (progress.steps.to_string(), progress.aside.to_string());
    if progress.open && progress.steps + progress.aside == 0 {
        return messages.rest_settled.to_owned();
    }
    let left = match progress.steps {
        0 => messages.all_answered.to_owned(),
        _ => format(messages.steps_left, &[&steps]),
    };
    match (progress.steps, progress.aside) {
        (_, 0) => left,
        (0, _) => format(messages.steps_aside, &[&aside]),
        _ => [left, format(messages.steps_aside, &[&aside])].join(messages.clause_comma),
    }
}

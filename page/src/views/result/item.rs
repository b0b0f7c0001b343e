//! What conditions and indicators have in common: what the person told, and the way to the question that is still
//! open.

use gloo_timers::callback::Timeout;
use jifen::scheme::Section;

use crate::elements::ids::{question_id, section_id};
use crate::elements::markup::Markup;
use crate::state::Action;
use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::Say;
use crate::widgets::details::Shown;
use crate::widgets::ui::{button, go_to};

/// What the person told, of all that an item rests on.
pub(crate) fn told(view: &View, uses: &[usize], say: &Say<'_>) -> Option<String> {
    let mut told = Vec::new();
    for position in uses.iter().filter(|one| view.assessment.asked.contains(one)) {
        let Some(question) = view.scheme.questions.get(*position) else { continue };
        let Some(value) = view.answers.get(&question.id) else { continue };
        let value = say.value(question, value);
        told.push(match uses.len() {
            1 => value,
            _ => [say.topic(question), value].join(say.words.colon),
        });
    }
    match (told.as_slice(), uses.len()) {
        ([], _) => None,
        ([one], 1) => Some(fill(say.words.you, &[one])),
        _ => Some(told.join(say.words.separator)),
    }
}

/// A button that leads to the first open question that an item rests on.
pub(super) fn jump(markup: &mut Markup, shown: &Shown<'_>, uses: &[usize]) {
    let view = shown.view;
    let open = uses.iter().copied().find(|one| view.assessment.open.contains(one));
    let Some(position) = open else { return };
    let scheme = &view.scheme;
    let id = question_id(&scheme.questions[position].id);
    let holds =
        |section: &Section| section.questions.iter().any(|one| one.position() == Some(position));
    let section = scheme.sections.iter().position(holds).filter(|one| view.foldable(*one));
    let folds = section.map(|section| section_id(&scheme.sections[section].id));
    let ui = shown.ui.clone();
    let pressed = move |_: yew::Event| {
        if let Some(id) = folds.clone() {
            ui.act(Action::Unfold { id, open: true });
        }
        let id = id.clone();
        // After the section has unfolded.
        Timeout::new(0, move || go_to(&id)).forget();
    };
    button(markup, "text jump", shown.ui.words().answer_it, pressed, |_| {});
}

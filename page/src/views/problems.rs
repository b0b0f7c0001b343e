//! What went wrong: rules that did not arrive, parts of an address that could not be used.

use jifen::link::LinkProblem;
use jifen::scheme::PackError;

use crate::device::load::Failure;
use crate::elements::markup::Markup;
use crate::state::{Action, SealCheck, State};
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day};
use crate::views::result::headline;
use crate::widgets::ui::Ui;

/// Why there are no rules, and what to do.
pub(crate) fn failure(markup: &mut Markup, failure: Failure, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let why = match failure {
        Failure::Network => messages.load_network.to_owned(),
        Failure::Status(status) => format(messages.load_status, &[&status.to_string()]),
        Failure::Pack(PackError::Foreign) => messages.load_foreign.to_owned(),
        Failure::Pack(PackError::OtherBuild { .. }) => messages.load_other_build.to_owned(),
        Failure::Pack(PackError::Damaged) => messages.load_damaged.to_owned(),
    };
    let kept = if state.profile.is_empty() { "" } else { messages.load_kept };
    markup.element("section", "failure", |markup| {
        markup.static_attr("id", "load-failure");
        markup.static_attr("role", "alert");
        markup.text_element("h2", "", messages.load_failed);
        markup.text_element("p", "", &[&why, messages.space, kept].concat());
        markup.element("p", "", |markup| {
            ui.button(markup, "chip-button", messages.retry, Action::Retry, |markup| {
                markup.static_attr("id", "retry");
            });
        });
    });
}

/// What of an address was not used, by name.
pub(crate) fn link_problems(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    markup.when(!state.problems.is_empty(), |markup| {
        markup.element("section", "warning", |markup| {
            markup.static_attr("id", "troubles");
            markup.static_attr("aria-labelledby", "troubles-heading");
            markup.element("h2", "", |markup| {
                markup.static_attr("id", "troubles-heading");
                markup.text(messages.troubles);
            });
            markup.element("ul", "", |markup| {
                for problem in &state.problems {
                    markup.text_element("li", "", &problem_words(problem, state, ui));
                }
            });
            ui.button(markup, "text", messages.close, Action::Dismiss, |_| {});
        });
    });
}

/// Whether what an address carries from a printed sheet is what its answers give.
pub(crate) fn seal(markup: &mut Markup, check: Option<&SealCheck>, phrases: &Phrases<'_>) {
    markup.optional(check, |markup, SealCheck { holds, assessed }| {
        let messages = phrases.messages;
        let (class, sentence) = if *holds {
            ("sealed", messages.seal_same)
        } else {
            ("warning", messages.seal_differs)
        };
        let parts = [
            day(assessed.assessment.on, messages),
            phrases.range(assessed.assessment.total),
            headline(assessed, phrases),
        ];
        markup.element("p", class, |markup| {
            markup.static_attr("id", "seal");
            markup.static_attr("role", "note");
            markup.text(&format(sentence, &[&parts[0], &parts[1], &parts[2]]));
        });
    });
}

fn problem_words(problem: &LinkProblem, state: &State, ui: &Ui) -> String {
    let messages = ui.messages();
    match problem {
        LinkProblem::TooLong => messages.trouble_long.to_owned(),
        LinkProblem::Cut => messages.trouble_cut.to_owned(),
        LinkProblem::OtherVersion(version) => format(messages.trouble_version, &[version]),
        LinkProblem::UnknownScheme(id) => format(messages.trouble_scheme, &[id]),
        LinkProblem::OtherEdition(edition) => {
            let now = state.assessed().map_or("", |assessed| assessed.scheme.edition.id.as_str());
            format(messages.trouble_edition, &[edition, now])
        }
        LinkProblem::Unreadable(part) => format(messages.trouble_unreadable, &[part]),
        LinkProblem::NotAsked(id) => format(messages.trouble_not_asked, &[id]),
        LinkProblem::Unfit { question, given } => {
            let topic = state.scheme_asking(question).and_then(|scheme| {
                let question = scheme.questions.get(scheme.question(question)?)?;
                Some(Phrases::new(scheme, ui.language).topic(question))
            });
            format(messages.trouble_unfit, &[topic.as_deref().unwrap_or(question), given])
        }
    }
}

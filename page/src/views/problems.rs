//! What went wrong: rules that did not arrive, parts of an address that could not be used.

use jifen::link::LinkProblem;
use jifen::scheme::PackError;

use crate::device::load::Failure;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, SealCheck, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day};
use crate::views::result::headline;
use crate::widgets::ui::Ui;

/// Writes why there are no rules, and what to do.
pub(crate) fn failure(markup: &mut Markup, failure: Failure, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let why = failure_words(failure, messages);
    let kept = if state.profile.is_empty() { "" } else { messages.load_kept };
    write_html!(markup,
        section(class = "failure", id = "load-failure", role = "alert") {
            h2 { (messages.load_failed) }
            p { ([&why, messages.space, kept].concat()) }
            p {
                button(class = "chip-button", type = "button", id = "retry", onclick = ui.callback(Action::Retry)) {
                    (messages.retry)
                }
            }
        }
    );
}

/// Returns why rules did not arrive, and what to do.
pub(super) fn failure_words(failure: Failure, messages: &Messages) -> String {
    match failure {
        Failure::Network => messages.load_network.to_owned(),
        Failure::Status(status) => format(messages.load_status, &[&status.to_string()]),
        Failure::Pack(PackError::Foreign) => messages.load_foreign.to_owned(),
        Failure::Pack(PackError::OtherBuild { .. }) => messages.load_other_build.to_owned(),
        Failure::Pack(PackError::Damaged) => messages.load_damaged.to_owned(),
    }
}

/// Writes what of an address was not used, by name.
pub(crate) fn link_problems(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    write_html!(markup,
        if !state.problems.is_empty() {
            section(class = "warning", id = "troubles", aria-labelledby = "troubles-heading") {
                h2(id = "troubles-heading") { (messages.troubles) }
                ul {
                    for problem in &state.problems {
                        li { (problem_words(problem, state, ui)) }
                    }
                }
                button(class = "text", type = "button", onclick = ui.callback(Action::Dismiss)) {
                    (messages.close)
                }
            }
        }
    );
}

/// Writes whether what an address carries from a printed sheet is what its answers give.
pub(crate) fn seal(markup: &mut Markup, check: Option<&SealCheck>, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    write_html!(markup,
        if let Some(check) = check {
            let (class, sentence) = match check.holds {
                true => ("sealed", messages.seal_same),
                false => ("warning", messages.seal_differs),
            };
            let then = day(check.assessed.assessment.on, messages);
            let total = phrases.range(check.assessed.assessment.total);
            let verdict = headline(&check.assessed, phrases);
            p(class = class, id = "seal", role = "note") {
                (format(sentence, &[&then, &total, &verdict]))
            }
        }
    );
}

fn problem_words(problem: &LinkProblem, state: &State, ui: &Ui) -> String {
    let messages = ui.messages();
    match problem {
        LinkProblem::TooLong => messages.trouble_long.to_owned(),
        LinkProblem::Cut => messages.trouble_cut.to_owned(),
        LinkProblem::CutShort { lost: 0 } => messages.trouble_cut_short.to_owned(),
        LinkProblem::CutShort { lost } => format(messages.trouble_cut_off, &[&lost.to_string()]),
        LinkProblem::Altered => messages.trouble_altered.to_owned(),
        LinkProblem::Unmarked => messages.trouble_unmarked.to_owned(),
        LinkProblem::Misplaced => messages.trouble_misplaced.to_owned(),
        LinkProblem::OtherVersion(version) => format(messages.trouble_version, &[version]),
        LinkProblem::UnknownScheme(id) => format(messages.trouble_scheme, &[id]),
        LinkProblem::UnknownRule(id) => format(messages.trouble_rule, &[id]),
        LinkProblem::OtherEdition(edition) => {
            let now = state.assessed().map_or("", |assessed| assessed.scheme.edition.id.as_str());
            format(messages.trouble_edition, &[edition, now])
        }
        LinkProblem::Unreadable(part) => format(messages.trouble_unreadable, &[part]),
        LinkProblem::NotAsked(id) => format(messages.trouble_not_asked, &[id]),
        LinkProblem::Unfit { question, given } => {
            let noun = state.scheme_asking(question).and_then(|scheme| {
                let question = scheme.questions.get(scheme.question(question)?)?;
                Some(Phrases::new(scheme, ui.language).noun(question))
            });
            format(messages.trouble_unfit, &[noun.as_deref().unwrap_or(question), given])
        }
    }
}

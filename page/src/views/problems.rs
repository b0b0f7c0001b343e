//! What went wrong: rules that did not arrive, parts of an address that could not be used.

use jifen::digest::digest;
use jifen::link::{Seal, Trouble};
use jifen::scheme::PackError;

use crate::device::load::Failure;
use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::state::{Action, State};
use crate::text::messages::fill;
use crate::text::phrases::{Say, day};
use crate::views::result::headline;
use crate::widgets::ui::Ui;

/// Why there are no rules, and what to do.
pub(crate) fn failure(markup: &mut Markup, failure: Failure, state: &State, ui: &Ui) {
    let words = ui.words();
    let why = match failure {
        Failure::Network => words.load_network.to_owned(),
        Failure::Status(status) => fill(words.load_status, &[&status.to_string()]),
        Failure::Pack(PackError::Foreign) => words.load_foreign.to_owned(),
        Failure::Pack(PackError::OtherBuild { .. }) => words.load_other_build.to_owned(),
        Failure::Pack(PackError::Damaged) => words.load_damaged.to_owned(),
    };
    let kept = if state.profile.is_empty() { "" } else { words.load_kept };
    markup.element("section", "failure", |markup| {
        markup.static_attr("id", "load-failure");
        markup.static_attr("role", "alert");
        markup.text_element("h2", "", words.load_failed);
        markup.text_element("p", "", &[&why, words.space, kept].concat());
        markup.element("p", "", |markup| {
            ui.button(markup, "chip-button", words.retry, Action::Retry, |markup| {
                markup.static_attr("id", "retry");
            });
        });
    });
}

/// What of an address was not used, by name.
pub(crate) fn troubles(markup: &mut Markup, state: &State, ui: &Ui) {
    let words = ui.words();
    markup.when(!state.troubles.is_empty(), |markup| {
        markup.element("section", "warning", |markup| {
            markup.static_attr("id", "troubles");
            markup.static_attr("aria-labelledby", "troubles-heading");
            markup.element("h2", "", |markup| {
                markup.static_attr("id", "troubles-heading");
                markup.text(words.troubles);
            });
            markup.element("ul", "", |markup| {
                for trouble in &state.troubles {
                    markup.text_element("li", "", &told(trouble, state, ui));
                }
            });
            ui.button(markup, "text", words.close, Action::Dismiss, |_| {});
        });
    });
}

/// Whether what an address carries from a printed sheet is what its answers give.
pub(crate) fn seal(markup: &mut Markup, seal: Option<Seal>, view: &View, say: &Say<'_>) {
    let sealed = seal.and_then(|seal| {
        let same = digest(&view.scheme, &view.answers, seal.on)? == seal.digest;
        Some((same, View::brief(view.scheme.clone(), view.answers.clone(), seal.on)))
    });
    markup.optional(sealed, |markup, (same, then)| {
        let words = say.words;
        let (class, sentence) =
            if same { ("sealed", words.seal_same) } else { ("warning", words.seal_differs) };
        let parts = [
            day(then.assessment.on, words),
            say.range(then.assessment.total),
            headline(&then, say),
        ];
        markup.element("p", class, |markup| {
            markup.static_attr("id", "seal");
            markup.static_attr("role", "note");
            markup.text(&fill(sentence, &[&parts[0], &parts[1], &parts[2]]));
        });
    });
}

fn told(trouble: &Trouble, state: &State, ui: &Ui) -> String {
    let words = ui.words();
    match trouble {
        Trouble::TooLong => words.trouble_long.to_owned(),
        Trouble::Cut => words.trouble_cut.to_owned(),
        Trouble::OtherVersion(version) => fill(words.trouble_version, &[version]),
        Trouble::UnknownScheme(id) => fill(words.trouble_scheme, &[id]),
        Trouble::OtherEdition(edition) => {
            let now = state.view().map_or("", |view| view.scheme.edition.id.as_str());
            fill(words.trouble_edition, &[edition, now])
        }
        Trouble::Unreadable(part) => fill(words.trouble_unreadable, &[part]),
        Trouble::NotAsked(id) => fill(words.trouble_not_asked, &[id]),
        Trouble::Unfit { question, given } => {
            let topic = state.scheme_asking(question).and_then(|scheme| {
                let question = scheme.questions.get(scheme.question(question)?)?;
                Some(Say::new(scheme, ui.language).topic(question))
            });
            fill(words.trouble_unfit, &[topic.as_deref().unwrap_or(question), given])
        }
    }
}

//! What went wrong: rules that did not arrive, parts of an address that could not be used.

use jifen::digest::digest;
use jifen::link::{Seal, Trouble};
use jifen::scheme::PackError;

use super::load::Failure;
use super::result::headline;
use super::say::{Say, day};
use super::sheet::Sheet;
use super::state::{Action, State};
use super::ui::Ui;
use super::view::View;
use super::words::fill;

/// Why there are no rules, and what to do.
pub(crate) fn failure(sheet: &mut Sheet, failure: Failure, state: &State, ui: &Ui) {
    let words = ui.words();
    let why = match failure {
        Failure::Network => words.load_network.to_owned(),
        Failure::Status(status) => fill(words.load_status, &[&status.to_string()]),
        Failure::Pack(PackError::Foreign) => words.load_foreign.to_owned(),
        Failure::Pack(PackError::OtherBuild { .. }) => words.load_other_build.to_owned(),
        Failure::Pack(PackError::Damaged) => words.load_damaged.to_owned(),
    };
    let kept = if state.profile.is_empty() { "" } else { words.load_kept };
    sheet.tag("section", "failure", |sheet| {
        sheet.fixed("id", "load-failure");
        sheet.fixed("role", "alert");
        sheet.line("h2", "", words.load_failed);
        sheet.line("p", "", &[&why, words.space, kept].concat());
        sheet.tag("p", "", |sheet| {
            ui.button(sheet, "chip-button", words.retry, Action::Retry, |sheet| {
                sheet.fixed("id", "retry");
            });
        });
    });
}

/// What of an address was not used, by name.
pub(crate) fn troubles(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    sheet.when(!state.troubles.is_empty(), |sheet| {
        sheet.tag("section", "warning", |sheet| {
            sheet.fixed("id", "troubles");
            sheet.fixed("aria-labelledby", "troubles-heading");
            sheet.tag("h2", "", |sheet| {
                sheet.fixed("id", "troubles-heading");
                sheet.text(words.troubles);
            });
            sheet.tag("ul", "", |sheet| {
                for trouble in &state.troubles {
                    sheet.line("li", "", &told(trouble, state, ui));
                }
            });
            ui.button(sheet, "text", words.close, Action::Dismiss, |_| {});
        });
    });
}

/// Whether what an address carries from a printed sheet is what its answers give.
pub(crate) fn seal(sheet: &mut Sheet, seal: Option<Seal>, view: &View, say: &Say<'_>) {
    let sealed = seal.and_then(|seal| {
        let same = digest(&view.scheme, &view.answers, seal.on)? == seal.digest;
        Some((same, View::brief(view.scheme.clone(), view.answers.clone(), seal.on)))
    });
    sheet.with(sealed, |sheet, (same, then)| {
        let words = say.words;
        let (class, sentence) =
            if same { ("sealed", words.seal_same) } else { ("warning", words.seal_differs) };
        let parts = [
            day(then.assessment.on, words),
            say.range(then.assessment.total),
            headline(&then, say),
        ];
        sheet.tag("p", class, |sheet| {
            sheet.fixed("id", "seal");
            sheet.fixed("role", "note");
            sheet.text(&fill(sentence, &[&parts[0], &parts[1], &parts[2]]));
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

//! The editions of the open scheme: each can be opened, and held beside the one that is open.

use jifen::scheme::{EditionEntry, Validity};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Fold, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::day;
use crate::views::changes;
use crate::widgets::details::{RenderContext, details};

/// Writes the editions, where there is more than one.
pub(crate) fn editions(markup: &mut Markup, context: &RenderContext<'_>) {
    let (state, messages) = (context.state, context.phrases.messages);
    let known = listed(state);
    if known.len() < 2 {
        return;
    }
    let summary = |markup: &mut Markup| {
        write_html!(markup, (format(messages.editions, &[&known.len().to_string()])));
    };
    write_html!(markup,
        div(class = "editions") {
            {
                details(markup, context, Fold::Editions, summary, |markup| {
                    write_html!(markup,
                        ul(class = "items") {
                            for edition in &known {
                                { item(markup, edition, context); }
                            }
                        }
                    );
                });
            }
        }
        fragment { { changes::changes(markup, context); } }
    );
}

/// Returns the editions of the open scheme in the order of their first days, then the drafts.
fn listed(state: &State) -> Vec<&EditionEntry> {
    let entry = state.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&state.open));
    let mut editions: Vec<&EditionEntry> =
        entry.map_or(Vec::new(), |entry| entry.editions.iter().collect());
    editions.sort_by_key(|edition| (edition.kind, edition.from));
    editions
}

fn item(markup: &mut Markup, edition: &EditionEntry, context: &RenderContext<'_>) {
    let (state, phrases) = (context.state, &context.phrases);
    let messages = phrases.messages;
    let is_open = edition.id == phrases.scheme.edition.id;
    let open = context.ui.callback(Action::OpenEdition(edition.id.clone()));
    let beside = Some(edition.id.clone());
    let compare = context.ui.callback(Action::PutBeside(beside));
    write_html!(markup,
        li(class = "item", key = &edition.id, data-edition-listed = &edition.id) {
            p {
                b { (phrases.text(&edition.name)) }
                (messages.colon)
                (standing(edition, state.on, messages))
            }
            if is_open {
                p(class = "quiet", aria-current = "true") { (messages.edition_open) }
            } else {
                p(class = "beside") {
                    button(class = "text jump", type = "button", data-open-edition = &edition.id, onclick = open) {
                        (messages.edition_show)
                    }
                    button(
                        class = "text jump", type = "button", data-compare-edition = &edition.id,
                        onclick = compare
                    ) {
                        (messages.edition_compare)
                    }
                }
            }
        }
    );
}

/// Returns whether an edition is in force on a day, and its days.
fn standing(edition: &EditionEntry, on: Date, messages: &Messages) -> String {
    let from = edition.from.map(|from| format(messages.in_force_from, &[&day(from, messages)]));
    let to = edition.to.map(|to| format(messages.in_force_to, &[&day(to, messages)]));
    let word = match edition.validity(on) {
        Validity::Draft => messages.edition_draft,
        Validity::Ended => messages.edition_ended,
        Validity::NotYet => messages.edition_coming,
        Validity::InForce | Validity::Doubtful => messages.edition_in_force,
    };
    let parts: Vec<String> = [word.to_owned()].into_iter().chain(from).chain(to).collect();
    parts.join(messages.comma)
}

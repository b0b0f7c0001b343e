//! The word that an app or an office shows, looked up in the guide: what it means, and why an application may fail.

use jifen::scheme::{Family, Guide, GuidePart, Status, Text};

use crate::device::event;
use crate::elements::ids::WORDS;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Fold};
use crate::views::guide::parts::{status, unknown};
use crate::widgets::details::RenderContext;

/// A shorter word, in bytes, would be found everywhere: one Chinese character, or three letters.
const SHORTEST: usize = 3;

/// Writes the field, and what the guide says of the word in it.
pub(super) fn words(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let (messages, ui) = (context.phrases.messages, context.ui);
    let word = &context.state.leading.word;
    let found = found(guide, word);
    let typed = ui.callback_with(Action::LookUp(String::new()), typed);
    let nothing = word.trim().len() >= SHORTEST && found.is_empty();
    write_html!(markup,
        div(class = "words", id = WORDS, tabindex = "-1") {
            h3 { (messages.word_heading) }
            label(class = "word-field") {
                span { (messages.word_field) }
                input(id = "word", type = "text", autocomplete = "off", value = word, oninput = typed);
            }
            { known_words(markup, guide, context); }
            div(role = "status") {
                if nothing {
                    p { (messages.word_none) }
                }
                { meanings(markup, &found, context); }
            }
            if guide.statuses.is_empty() {
                { unknown(markup, GuidePart::Statuses, guide, &context.phrases); }
            }
        }
    );
}

fn typed(_: Action, event: &yew::Event) -> Option<Action> {
    (!event::is_composing(event)).then(|| Action::LookUp(event::value(event)))
}

/// Writes the words of the office's own system, one press each.
fn known_words(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    write_html!(markup,
        if !guide.statuses.is_empty() {
            div(class = "chips") {
                for status in &guide.statuses {
                    let word = status.name.read(context.phrases.language);
                    let look = context.ui.callback(Action::LookUp(word.to_owned()));
                    button(class = "chip-button", type = "button", data-word = &status.id, onclick = look) {
                        (word)
                    }
                }
            }
        }
    );
}

fn meanings(markup: &mut Markup, found: &Found<'_>, context: &RenderContext<'_>) {
    write_html!(markup,
        if !found.statuses.is_empty() {
            ul(class = "passages") {
                for one in &found.statuses {
                    li(data-found = &one.id) { { status(markup, one, &context.phrases); } }
                }
            }
        }
        for family in &found.families {
            let fold = Fold::Family(family.id.clone());
            let place = fold.id();
            let folds = vec![Fold::GuidePart(GuidePart::Families), fold];
            let go = context.ui.callback(Action::GoTo { folds, place });
            p {
                button(class = "text jump", type = "button", data-found = &family.id, onclick = go) {
                    (context.phrases.text(&family.name))
                }
            }
        }
    );
}

/// What the guide says of a word.
#[derive(Default)]
pub(crate) struct Found<'a> {
    pub(crate) statuses: Vec<&'a Status>,
    pub(crate) families: Vec<&'a Family>,
}

impl Found<'_> {
    fn is_empty(&self) -> bool {
        self.statuses.is_empty() && self.families.is_empty()
    }
}

/// Looks a word up, in either language: among the words shown, other words for them, and the reasons of failure.
pub(crate) fn found<'a>(guide: &'a Guide, word: &str) -> Found<'a> {
    let word = word.trim().to_ascii_lowercase();
    if word.len() < SHORTEST {
        return Found::default();
    }
    let says = |text: &Text| {
        [&text.zh, &text.en].iter().any(|text| text.to_ascii_lowercase().contains(&word))
    };
    // A person may type a whole sentence with the word in it.
    let among = |also: &[String]| {
        also.iter()
            .map(|other| other.to_ascii_lowercase())
            .any(|other| other.contains(&word) || word.contains(&other))
    };
    let named = |status: &&Status| {
        let bare = status.name.zh.trim_start_matches('已');
        says(&status.name) || word.contains(bare) || among(&status.also)
    };
    let tells = |family: &&Family| {
        says(&family.name)
            || says(&family.shows)
            || among(&family.also)
            || family.causes.iter().any(|cause| says(&cause.name))
    };
    Found {
        statuses: guide.statuses.iter().filter(named).collect(),
        families: guide.families.iter().filter(tells).collect(),
    }
}

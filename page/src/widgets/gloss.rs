//! Words of a text that are explained: each is a button, and what it means stands below the text.

use std::rc::Rc;

use jifen::glossary::{Mark, marks};
use jifen::scheme::{Gloss, Guide, Language};
use yew::Event;

use crate::device::event::key;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::phrases::Phrases;
use crate::widgets::citation::basis;
use crate::widgets::ui::Ui;

/// The words that are explained, and those whose meanings stand open at a place.
#[derive(Clone)]
pub(crate) struct Glosses {
    /// None until the guide has arrived: until then no word is marked.
    guide: Option<Rc<Guide>>,
    open: Vec<String>,
}

impl PartialEq for Glosses {
    fn eq(&self, other: &Glosses) -> bool {
        let same = match (&self.guide, &other.guide) {
            (Some(guide), Some(other)) => Rc::ptr_eq(guide, other),
            (None, None) => true,
            _ => false,
        };
        same && self.open == other.open
    }
}

impl Glosses {
    /// Returns those of a place, whose texts all begin their own places with its name.
    pub(crate) fn at(place: &str, state: &State, assessed: &Assessed) -> Glosses {
        let open = state.unfolded.iter().filter_map(|fold| match fold {
            Fold::Gloss(id) if id.starts_with(place) => Some(id.clone()),
            _ => None,
        });
        Glosses { guide: assessed.guide.clone(), open: open.collect() }
    }

    fn marks(&self, words: &str, language: Language) -> Vec<Mark<'_>> {
        let guide = self.guide.as_ref();
        guide.map_or_else(Vec::new, |guide| marks(words, &guide.glosses, language))
    }

    fn is_open(&self, fold: &str) -> bool {
        self.open.iter().any(|open| open == fold)
    }
}

/// Returns what unfolds the meaning of a word at a place.
fn fold(place: &str, gloss: &Gloss) -> String {
    [place, "-", &gloss.id].concat()
}

/// Writes a text of a place into the element being written, its explained words as buttons.
pub(crate) fn glossed(markup: &mut Markup, words: &str, place: &str, glosses: &Glosses, ui: &Ui) {
    let marks = glosses.marks(words, ui.language);
    if marks.is_empty() {
        return markup.text(words);
    }
    // The element around it is drawn anew once its words are known: a part that stayed would count as one that moves, and
    // a program that translates pages may have put the text elsewhere.
    markup.key("glossed");
    with_marks(markup, words, marks, place, glosses, ui);
}

fn with_marks(
    markup: &mut Markup,
    words: &str,
    marks: Vec<Mark<'_>>,
    place: &str,
    glosses: &Glosses,
    ui: &Ui,
) {
    let mut written = 0;
    for mark in marks {
        markup.text(words.get(written..mark.bytes.start).unwrap_or_default());
        written = mark.bytes.end;
        let name = fold(place, mark.gloss);
        let open = glosses.is_open(&name);
        let fold = Fold::Gloss(name);
        let id = fold.id();
        let close = Action::Unfold { fold: fold.clone(), open: false };
        let turn = Action::Unfold { fold, open: !open };
        // Without a name of its own: in a legend the sentence reads on.
        write_html!(markup,
            button(
                class = "gloss", type = "button", aria-expanded = if open { "true" } else { "false" },
                aria-controls = &id, aria-describedby = open.then_some(&id), data-gloss = &mark.gloss.id,
                onclick = ui.callback(turn), onkeydown = ui.callback_with(close, on_escape)
            ) { (words.get(mark.bytes).unwrap_or_default()) }
        );
    }
    markup.text(words.get(written..).unwrap_or_default());
}

fn on_escape(action: Action, event: &Event) -> Option<Action> {
    (key(event).as_deref() == Some("Escape")).then_some(action)
}

/// Writes the meanings that stand open of the words of a text.
pub(crate) fn meanings(
    markup: &mut Markup,
    words: &str,
    place: &str,
    glosses: &Glosses,
    phrases: &Phrases<'_>,
) {
    if glosses.open.is_empty() {
        return;
    }
    for mark in glosses.marks(words, phrases.language) {
        let name = fold(place, mark.gloss);
        if glosses.is_open(&name) {
            let id = Fold::Gloss(name).id();
            write_html!(markup,
                div(class = "gloss-meaning", id = id, key = &mark.gloss.id, role = "note") {
                    { meaning(markup, mark.gloss, phrases); }
                }
            );
        }
    }
}

/// Writes what a word means, and on what that rests where it says a rule.
pub(crate) fn meaning(markup: &mut Markup, gloss: &Gloss, phrases: &Phrases<'_>) {
    write_html!(markup, p { (phrases.text(&gloss.meaning)) });
    if let Some(of) = &gloss.basis {
        basis(markup, phrases, of);
    }
}

/// Writes a paragraph of a rule, its explained words as buttons, and below the meanings that stand open.
pub(crate) fn glossed_paragraph(
    markup: &mut Markup,
    words: &str,
    place: &str,
    glosses: &Glosses,
    phrases: &Phrases<'_>,
    ui: &Ui,
) {
    write_html!(markup, p { { glossed(markup, words, place, glosses, ui); } });
    markup.fragment(|markup| meanings(markup, words, place, glosses, phrases));
}

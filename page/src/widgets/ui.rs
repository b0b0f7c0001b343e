//! What every part of the page is handed, and the few steps that touch the browser. Those run in effects and
//! callbacks only, so that the same tree also renders to text.

use jifen::scheme::Language;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, HtmlInputElement, InputEvent, Node};
use yew::{Event, TargetCast, UseReducerDispatcher};

use crate::elements::markup::{EventHandler, EventKind, Markup};
use crate::state::{Action, State};
use crate::text::messages::{Messages, messages};

/// What every part of the page is handed.
#[derive(Clone, PartialEq)]
pub(crate) struct Ui {
    pub(crate) language: Language,
    dispatch: UseReducerDispatcher<State>,
}

impl Ui {
    pub(crate) fn new(language: Language, dispatch: UseReducerDispatcher<State>) -> Ui {
        Ui { language, dispatch }
    }

    /// The words of the page.
    pub(crate) fn messages(&self) -> &'static Messages {
        messages(self.language)
    }

    /// Lets something happen.
    pub(crate) fn act(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// What lets something happen on an event.
    pub(crate) fn acts(&self, action: Action) -> Acts {
        Acts { ui: self.clone(), action }
    }

    /// A button that lets something happen; `more` adds attributes.
    #[inline(always)]
    pub(crate) fn button(
        &self,
        markup: &mut Markup,
        class: &'static str,
        words: &str,
        action: Action,
        more: impl FnOnce(&mut Markup),
    ) {
        button(markup, class, words, self.acts(action), more);
    }
}

/// Lets something happen on an event.
pub(crate) struct Acts {
    ui: Ui,
    action: Action,
}

impl EventHandler for Acts {
    fn handle(&self, event: Event) {
        // The state opens what unfolds, so that one press is one change.
        if matches!(self.action, Action::Unfold { .. }) {
            event.prevent_default();
        }
        // A button that goes when it is pressed hands the keyboard on, or it would be lost.
        match self.action {
            Action::NoneOf { .. } | Action::TakeBack { .. } => {
                focus(
                    near(&event, "[data-section]")
                        .and_then(|section| section.query_selector("[data-unfold]").ok().flatten()),
                );
            }
            Action::Restore => focus_on("reset"),
            Action::Keep | Action::TakeKept | Action::DropKept => focus_on("kept"),
            Action::Retry | Action::Dismiss => focus_on("panel"),
            _ => {}
        }
        self.ui.act(self.action.clone());
    }
}

/// A button; `more` adds attributes.
#[inline(always)]
pub(crate) fn button(
    markup: &mut Markup,
    class: &'static str,
    words: &str,
    pressed: impl EventHandler + 'static,
    more: impl FnOnce(&mut Markup),
) {
    markup.element("button", class, |markup| {
        markup.static_attr("type", "button");
        more(markup);
        markup.on(EventKind::Click, pressed);
        markup.text(words);
    });
}

/// What stands in the input that an event comes from.
pub(crate) fn typed(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// Whether an input method is still at work in the input that an event comes from.
pub(crate) fn composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Moves to an element of the page: into view, and with the keyboard.
pub(crate) fn go_to(id: &str) {
    if let Some(element) = find(id) {
        element.scroll_into_view();
        focus(Some(element));
    }
}

/// Moves the keyboard to an element.
pub(crate) fn focus_on(id: &str) {
    focus(find(id));
}

fn find(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Moves the keyboard to the first field of the question that an event comes from, whose own button is about to go.
pub(crate) fn go_to_field(event: &Event) {
    focus(question(event).and_then(|group| group.query_selector("input").ok().flatten()));
}

/// Moves the keyboard to the question that an event comes from, whose own button is about to go.
pub(crate) fn go_to_question(event: &Event) {
    focus(question(event));
}

/// Whether the keyboard leaves the question that an event comes from.
pub(crate) fn leaves(event: &Event) -> bool {
    let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let next = next.and_then(|target| target.dyn_into::<Node>().ok());
    !question(event).is_some_and(|group| next.is_some() && group.contains(next.as_ref()))
}

fn question(event: &Event) -> Option<Element> {
    near(event, "fieldset")
}

/// What an event comes from: events are handed on from the root of the page, so an event itself does not say who
/// listened.
fn near(event: &Event, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok().flatten()
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the keyboard leaves it where it is.
        element.focus().unwrap_or_default();
    }
}

/// A text as part of an address.
pub(crate) fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}

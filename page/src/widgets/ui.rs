//! What every part of the page is handed: the language, and the way to the reducer.

use jifen::scheme::Language;
use yew::UseReducerDispatcher;

use crate::device::later::Later;
use crate::state::{Action, Current};
use crate::text::messages::{Messages, messages};

/// What every part of the page is handed.
#[derive(Clone, PartialEq)]
pub(crate) struct Ui {
    pub(crate) language: Language,
    /// The part of the program that the first screen does without.
    pub(crate) later: Later,
    dispatcher: UseReducerDispatcher<Current>,
}

impl Ui {
    /// Returns what is handed on while the page speaks a language.
    pub(crate) fn new(
        language: Language,
        later: Later,
        dispatcher: UseReducerDispatcher<Current>,
    ) -> Ui {
        Ui { language, later, dispatcher }
    }

    /// Returns the words of the page.
    pub(crate) fn messages(&self) -> &'static Messages {
        messages(self.language)
    }

    /// Dispatches an action to the reducer.
    pub(crate) fn dispatch(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }
}

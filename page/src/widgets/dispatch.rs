//! From events to actions. What an event leads to is data, so that a page full of buttons needs one listener: every
//! closure that listens costs some seven hundred bytes of program.

use yew::Event;

use crate::elements::markup::EventHandler;
use crate::state::Action;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// Handles an event by dispatching an action.
pub(crate) struct Dispatch {
    ui: Ui,
    response: Response,
}

/// What an event leads to.
enum Response {
    /// Nothing, nor what the browser would do.
    Nothing,
    /// An action.
    Action(Action),
    /// An action completed by what the event says, if it says anything that matters.
    Completed(Action, Complete),
    /// Something asked of the device, and then an action.
    Request(Request),
}

/// Completes an action by what an event says; `None` where nothing is to happen.
type Complete = fn(Action, &Event) -> Option<Action>;

impl EventHandler for Dispatch {
    fn handle(&self, event: Event) {
        match &self.response {
            Response::Nothing => event.prevent_default(),
            Response::Action(action) => {
                // What unfolds and where the keyboard goes is for the state to say, not for the browser, so that one
                // press is one change.
                if matches!(action, Action::Unfold { .. } | Action::Focus(_)) {
                    event.prevent_default();
                }
                self.ui.dispatch(action.clone());
            }
            Response::Completed(action, complete) => {
                if let Some(action) = complete(action.clone(), &event) {
                    self.ui.dispatch(action);
                }
            }
            Response::Request(request) => request.clone().ask(&self.ui, &event),
        }
    }
}

impl Ui {
    /// Returns a handler that dispatches an action.
    pub(crate) fn callback(&self, action: Action) -> Dispatch {
        self.handler(Response::Action(action))
    }

    /// Returns a handler that dispatches an action once the event has completed it.
    pub(crate) fn callback_with(&self, action: Action, complete: Complete) -> Dispatch {
        self.handler(Response::Completed(action, complete))
    }

    /// Returns a handler that asks something of the device, and dispatches what became of it.
    pub(crate) fn request(&self, request: Request) -> Dispatch {
        self.handler(Response::Request(request))
    }

    /// Returns a handler that only keeps the browser from doing anything.
    pub(crate) fn prevent_default(&self) -> Dispatch {
        self.handler(Response::Nothing)
    }

    fn handler(&self, response: Response) -> Dispatch {
        Dispatch { ui: self.clone(), response }
    }
}

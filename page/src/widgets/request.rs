//! What a person asks of the device by pressing a button, and the action that says what became of it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use jifen::link::Link;
use yew::Event;
use yew::platform::spawn_local;

use crate::device::file::{self, Unusable};
use crate::device::window::{WindowListener, print};
use crate::device::{event, share, storage};
use crate::state::{Action, Feedback, Persistence};
use crate::widgets::ui::Ui;

/// How long a browser may take to begin with what it was asked for, in milliseconds.
const PATIENCE: u32 = 2_000;

/// Something asked of the device.
#[derive(Clone)]
pub(crate) enum Request {
    /// To copy an address.
    Copy(String),
    /// To copy a text for a chat.
    CopyText(String),
    /// To hand an address on by the sheet for sharing.
    Share {
        title: String,
        url: String,
    },
    /// To read the file that was chosen.
    OpenFile,
    /// To remember an address.
    Remember(String),
    /// To remember none any more.
    Erase,
    /// To clear all answers, and to remember them no more if it does.
    Clear(Persistence),
    Print,
}

impl Request {
    /// Asks it.
    pub(super) fn ask(self, ui: &Ui, event: &Event) {
        let ui = ui.clone();
        match self {
            Request::Copy(url) => spawn_local(async move {
                let copied = share::copy(&url).await;
                let feedback = if copied { Feedback::Copied } else { Feedback::NotCopied };
                ui.dispatch(Action::Feedback(feedback));
            }),
            Request::CopyText(text) => spawn_local(async move {
                let copied = share::copy(&text).await;
                let feedback = if copied { Feedback::TextCopied } else { Feedback::TextNotCopied };
                ui.dispatch(Action::Feedback(feedback));
            }),
            Request::Share { title, url } => spawn_local(async move {
                let shared = share::share(&title, &url).await;
                let feedback = if shared { Feedback::Shared } else { Feedback::NotShared };
                ui.dispatch(Action::Feedback(feedback));
            }),
            Request::OpenFile => {
                let Some(file) = event::file(event) else { return };
                spawn_local(async move {
                    let text = file::read(file).await;
                    let link =
                        text.and_then(|text| Link::from_file(&text).map_err(Unusable::Fault));
                    ui.dispatch(match link {
                        Ok((link, problems)) => Action::OpenFile(link, problems),
                        Err(why) => Action::Feedback(Feedback::Unusable(why)),
                    });
                });
            }
            Request::Remember(address) => ui.dispatch(if storage::remember(&address) {
                Action::Remember(Persistence::On, None)
            } else {
                Action::Remember(Persistence::Off, Some(Feedback::NotRemembered))
            }),
            Request::Erase => ui.dispatch(if storage::forget() {
                Action::Remember(Persistence::Off, Some(Feedback::Erased))
            } else {
                Action::Feedback(Feedback::NotErased)
            }),
            Request::Clear(persistence) => {
                let erased = (persistence == Persistence::On).then(storage::forget);
                ui.dispatch(Action::Clear { erased });
            }
            // The sheet is drawn by the later part of the program. Printed later, by itself, it would be of other answers.
            Request::Print if ui.later.arrived().is_none() => {
                ui.dispatch(Action::RetryLater(None));
                ui.dispatch(Action::Feedback(Feedback::SheetAwaited));
            }
            Request::Print => {
                // Not every browser says that it is about to print.
                ui.dispatch(Action::Print);
                let begun = Rc::new(Cell::new(false));
                let hears = begun.clone();
                let hears = WindowListener::new("beforeprint", move || hears.set(true));
                // Once the sheet is there.
                Timeout::new(0, print).forget();
                // Some browsers within other programs do nothing, and say nothing.
                let tell = move || {
                    drop(hears);
                    if !begun.get() {
                        ui.dispatch(Action::Feedback(Feedback::NotPrinted));
                    }
                };
                Timeout::new(PATIENCE, tell).forget();
            }
        }
    }
}

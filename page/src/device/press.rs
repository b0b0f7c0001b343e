//! Presses that are under way. What is under a finger or a mouse must stay there until the press is over: a browser that
//! finds another thing there when it is let go presses neither. So what would move the page waits that long.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;

use crate::device::window::WindowListener;

/// How long after a finger is lifted its press may still come, in milliseconds.
const LATE_PRESS: u32 = 400;

/// After how long nothing waits any more for a press whose end was not heard, in milliseconds.
const LONGEST_PRESS: u32 = 3_000;

#[derive(Default)]
struct Presses {
    under_way: bool,
    waiting: Vec<Box<dyn FnOnce()>>,
    end: Option<Timeout>,
}

thread_local! {
    static PRESSES: RefCell<Presses> = RefCell::default();
}

/// Does something as soon as nothing is being pressed: at once, or after the press.
pub(crate) fn once_released(then: impl FnOnce() + 'static) {
    let mut then: Option<Box<dyn FnOnce()>> = Some(Box::new(then));
    PRESSES.with_borrow_mut(|presses| {
        if presses.under_way {
            presses.waiting.extend(then.take());
        }
    });
    if let Some(then) = then {
        then();
    }
}

/// Hears of presses until dropped.
pub(crate) fn listen() -> [WindowListener; 5] {
    [
        WindowListener::new("pointerdown", || begin(LONGEST_PRESS)),
        WindowListener::new("mousedown", || begin(LONGEST_PRESS)),
        // After a finger is lifted, a browser moves an unseen mouse there and presses with it.
        WindowListener::new("pointerup", || end_in(LATE_PRESS)),
        // The press itself comes before any timer.
        WindowListener::new("mouseup", || end_in(0)),
        WindowListener::new("pointercancel", || end_in(0)),
    ]
}

fn begin(longest: u32) {
    PRESSES.with_borrow_mut(|presses| presses.under_way = true);
    end_in(longest);
}

/// Ends the press after some milliseconds, unless something else is heard of it before.
fn end_in(milliseconds: u32) {
    let end = Timeout::new(milliseconds, || {
        let waiting = PRESSES.with_borrow_mut(|presses| {
            presses.under_way = false;
            std::mem::take(&mut presses.waiting)
        });
        waiting.into_iter().for_each(|then| then());
    });
    PRESSES.with_borrow_mut(|presses| presses.end = Some(end));
}

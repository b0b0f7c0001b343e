//! Waiting until the person pauses.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Does something once a value has stood for some milliseconds; another value begins the wait anew. Whenever it
/// changes, `then` says what is to be done about it, if anything.
#[hook]
pub(crate) fn use_pause<T, S, F>(milliseconds: u32, value: T, then: S)
where
    T: PartialEq + 'static,
    S: FnOnce(&T) -> Option<F> + 'static,
    F: FnOnce() + 'static,
{
    use_effect_with(value, move |value| {
        let pause = then(value).map(|then| Timeout::new(milliseconds, then));
        move || drop(pause)
    });
}

//! The pace at which what is to come is computed: the browser has its turn in between, so that no press waits.

use gloo_timers::future::TimeoutFuture;
use js_sys::Date;

/// How long the browser waits for its turn, in milliseconds: a third of what counts as a long task, since it is asked only
/// every few trials.
const SLICE: f64 = 16.0;

/// Returns what is done between two trials: nothing, or the browser's turn where it is due.
pub(super) fn pace(slices: bool) -> impl AsyncFnMut() {
    let mut since = None;
    async move || {
        if slices {
            let now = Date::now();
            let begun = *since.get_or_insert(now);
            // A clock that was set back is due as well.
            if !(begun..begun + SLICE).contains(&now) {
                TimeoutFuture::new(0).await;
                since = Some(Date::now());
            }
        }
    }
}

//! Tells open pages that what is served has changed, so that they open anew.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What a page loads, as a file of its own, since its policy allows no inline script.
pub const SCRIPT: &str = "reload.js";
/// Where that script asks for the number of what is served; it has to be asked with the number it knows.
pub(super) const STATE: &str = "reload";
/// The script itself; nothing of it stands where a build could pick it up.
pub(super) const SOURCE: &str = include_str!("reload.js");

/// How long a page that waits gets no reply: less than a browser or a resting connection would give up in.
const PATIENCE: Duration = Duration::from_secs(20);

/// A number that changes with what is served.
pub(super) struct Changes {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Changes {
    /// Starts with the time, so that a page of an earlier server sees another number.
    pub(super) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let milliseconds = u64::try_from(now.as_millis()).unwrap_or_default();
        Self { number: Mutex::new(milliseconds), changed: Condvar::new() }
    }

    /// Lets every page that waits open anew.
    pub(super) fn announce(&self) {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Returns the number; where the page knows it already, only once it changes or patience ends.
    pub(super) fn wait(&self, known: &str) -> u64 {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |number: &mut u64| number.to_string() == known;
        let waited = self.changed.wait_timeout_while(number, PATIENCE, same);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

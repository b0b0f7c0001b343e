//! Waiting for something to hold, with a deadline.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long anything on the page may take on a busy machine.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(15);

/// Looks again and again until there is something to see.
///
/// # Errors
/// When the look itself fails, or nothing is seen until the deadline.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let begin = Instant::now();
    loop {
        if let Some(seen) = look()? {
            return Ok(seen);
        }
        if begin.elapsed() > DEADLINE {
            bail!("{what}: not within {} s", DEADLINE.as_secs());
        }
        thread::sleep(PAUSE);
    }
}

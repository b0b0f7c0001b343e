//! Long computations in slices: between two of them a caller may let others go on, as a page does whose person types. Each is
//! written once; done at once, its pauses are none.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Does work at once whose pauses are none: one that waits would be asked again and again.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        // Without pauses there is nothing to wait for.
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

/// No pause.
pub(super) async fn no_pause() {}

//! What is computed in slices is what is computed at once.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use jifen::outlook::{advise, advise_in_slices, forecast, forecast_in_slices};
use proptest::prelude::*;

use crate::people::{chance, person};

/// Waits for work whose pauses are waited for, one by one; returns how many there were.
fn paused<T>(work: impl Future<Output = T>) -> (T, usize) {
    let (mut work, mut pauses) = (pin!(work), 0);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        match work.as_mut().poll(&mut context) {
            Poll::Ready(done) => return (done, pauses),
            Poll::Pending => pauses += 1,
        }
    }
}

/// Pauses once.
async fn pause() {
    let mut waited = false;
    std::future::poll_fn(|_| {
        let poll = if waited { Poll::Ready(()) } else { Poll::Pending };
        waited = true;
        poll
    })
    .await;
}

proptest! {
    #![proptest_config(chance(48))]

    #[test]
    fn slices_make_no_difference(person in person()) {
        let (scheme, answers, on) = (person.scheme, &person.answers, person.on);
        let (ahead, months) = paused(forecast_in_slices(scheme, answers, on, &[], &mut pause));
        prop_assert_eq!(ahead, forecast(scheme, answers, on, &[]));
        prop_assert_eq!(months, 120);
        let (advice, pauses) = paused(advise_in_slices(scheme, answers, on, &mut pause));
        prop_assert!(advice.suggestions.is_empty() || pauses > 20, "only {} pauses", pauses);
        prop_assert_eq!(advice, advise(scheme, answers, on));
    }
}

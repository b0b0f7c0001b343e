//! How long something holds.

use jiff::civil::Date;

/// Days in a row on which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first of the days.
    pub from: Date,
    /// The last of the days; `None` where it holds to the end of what is looked at.
    pub to: Option<Date>,
}

/// Begins or ends a period where something holds, or does not, from a day on. Days come in their order.
pub(super) fn record(periods: &mut Vec<Period>, holds: bool, from: Date) {
    let running = periods.last_mut().filter(|period| period.to.is_none());
    match (running, holds) {
        (None, true) => periods.push(Period { from, to: None }),
        (Some(period), false) => period.to = from.yesterday().ok(),
        _ => {}
    }
}

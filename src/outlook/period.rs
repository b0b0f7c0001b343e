//! How long something holds.

use jiff::civil::Date;

/// A stretch of days on which something holds without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first of the days.
    pub from: Date,
    /// The last of the days; `None` where it holds to the end of what is looked at.
    pub to: Option<Date>,
}

/// Notes that something holds, or does not, from a day on. Days come in their order.
pub(super) fn note(stretches: &mut Vec<Period>, holds: bool, from: Date) {
    let open = stretches.last_mut().filter(|stretch| stretch.to.is_none());
    match (open, holds) {
        (None, true) => stretches.push(Period { from, to: None }),
        (Some(stretch), false) => stretch.to = from.yesterday().ok(),
        _ => {}
    }
}

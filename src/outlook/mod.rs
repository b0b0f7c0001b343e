//! What comes next: what time alone does to the answers, to the points and to the verdict.

mod advice;
mod calendar_file;
mod carry;
mod forecast;
mod stretch;
mod terms;
mod working_days;

pub use advice::{Advice, Kind, Shift, Suggestion, advise};
pub use calendar_file::{CalendarEvent, calendar_file};
pub use carry::{carry, going_on};
pub use forecast::{ConditionMove, Event, Forecast, Month, PointsMove, forecast};
pub use stretch::Stretch;
pub use terms::{next_days, term_days};
pub use working_days::{UnknownYear, working_day_after};

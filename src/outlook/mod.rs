//! What comes next: what time alone does to the answers, to the points and to the verdict.

mod advice;
mod calendar_file;
mod forecast;
mod period;
mod projection;
mod terms;
mod working_days;

pub use advice::{
    Act, Advice, Deciding, Outcome, Shift, Suggestion, SuggestionKind, advise, deciding,
};
pub use calendar_file::{CalendarEvent, calendar_file};
pub use forecast::{ConditionMove, Event, Forecast, Month, PointsMove, forecast};
pub use period::Period;
pub use projection::{going_on, project};
pub use terms::{next_days, term_days};
pub use working_days::{UnknownYear, working_day_after};

//! What comes next: what time alone does to the answers, to the points and to the verdict.

mod advice;
mod calendar_file;
mod count;
mod followed;
mod forecast;
mod line_movement;
mod outcome;
mod period;
mod projection;
mod slices;
mod stages;
mod terms;
mod working_days;

pub use advice::{
    Act, Advice, Conclusion, Deciding, Shift, Suggestion, SuggestionKind, advise, advise_in_slices,
    deciding,
};
pub use calendar_file::{CalendarEvent, calendar_file};
pub use forecast::{
    ConditionMove, Event, Forecast, Month, PointsMove, forecast, forecast_in_slices, outcome,
};
pub use line_movement::LineMovement;
pub use outcome::{End, Outcome, Spell};
pub use period::Period;
pub use projection::{going_on, project};
pub use slices::at_once;
pub use stages::{Stage, later_stages, stage, stage_in_slices};
pub use terms::{next_days, term_days};
pub use working_days::{UnknownYear, working_day_after};

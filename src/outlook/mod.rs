//! What comes next: what time alone does to the answers, to the points and to the verdict.

mod carry;
mod forecast;
mod stretch;

pub use carry::{carry, going_on};
pub use forecast::{ConditionMove, Event, Forecast, Month, PointsMove, forecast};
pub use stretch::Stretch;

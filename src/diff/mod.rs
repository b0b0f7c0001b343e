//! Two editions of a scheme side by side: what changed, and what that does to a person.

mod changes;
mod effect;
mod pairs;
mod part;
mod substance;

pub use changes::{Change, changes};
pub use effect::{Addend, Effect, Ends, PointsChange, StateChange, effect};
pub use part::Part;

//! What comes next: what time alone does to the answers, to the points and to the verdict.

mod carry;

pub use carry::{carry, going_on};

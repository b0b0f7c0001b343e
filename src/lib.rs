//! Residence-permit points of Chinese cities: what you have, what you lack, and the clause that says so.
//!
//! One road: rules → [`scheme`] → [`assess`] → page. Each module uses only those listed before it.

pub mod answers;
pub mod assess;
pub mod compare;
pub mod digest;
pub mod examine;
pub mod link;
mod order;
pub mod outlook;
pub mod points;
pub mod report;
pub mod scheme;

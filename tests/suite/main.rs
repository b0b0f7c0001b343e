//! Everything that needs no browser, driven by the rule files themselves.

mod advice;
mod compare;
mod dates;
mod digest;
mod due;
mod editions;
mod faults;
mod forecast;
mod history;
mod laws;
mod left_out;
mod link;
mod lives;
mod names;
mod packs;
mod people;
mod reckoning;
mod records;
mod review;
mod rules;
mod slices;
mod truth;

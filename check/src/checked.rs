//! What a check is asked for, and what it comes to.

use super::Fault;
use jifen::scheme::{Editions, Guide, Holidays, Scheme};

/// What a rules folder came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// Every scheme that could be read, in the order of the tabs: the edition that is written whole.
    pub schemes: Vec<Scheme>,
    /// All editions of each scheme, at its position.
    pub editions: Vec<Editions>,
    /// The public holidays that are known.
    pub holidays: Holidays,
    /// The guide of each scheme, at its position.
    pub guides: Vec<Guide>,
    /// How many cases ran.
    pub cases: usize,
    /// The cases that did not run, because their scheme cannot be read whole.
    pub not_run: Vec<NotRun>,
    /// Everything that is wrong: what schemes share first, then scheme by scheme its rules, its guide and its cases.
    pub faults: Vec<Fault>,
}

/// The cases of a scheme that did not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRun {
    /// The scheme's id.
    pub scheme: String,
    /// How many cases there are.
    pub cases: usize,
}

/// How closely rules are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Every file is read and linted, and every case is run.
    #[default]
    Usual,
    /// What scores is changed as well, one thing at a time, and some case has to notice.
    Thorough,
}

//! What the coming years come down to, as far as it is certain.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Whether the person meets what the rules ask for by themselves, every condition and the fixed line, while going on as
/// now: said only of days on which the rules can be relied on, and only where no open answer can change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is no fixed line: a ranking decides, or the districts do.
    NoLine,
    /// The rules cannot be relied on for any of the days: they have ended, may have been repealed or do not begin.
    Unreliable,
    /// It is met on these days.
    Met(Spell),
    /// It is met on no day.
    Never {
        /// Positions of the conditions that are unmet on every day; where there are none, the points do not suffice.
        unmet: Vec<usize>,
    },
    /// What is open decides.
    Open {
        /// Positions of the open questions that can change it, those that can bring most first.
        questions: Vec<usize>,
        /// Positions of the questions whose counts the answers do not determine on later days.
        counts: Vec<usize>,
    },
}

/// Days in a row on which it is surely met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first day.
    pub from: Date,
    /// Whether it is surely not met before: open answers may bring it sooner.
    pub soonest: bool,
    /// The last day; `None` where it is met to the last day looked at.
    pub to: Option<Date>,
    /// Whether it is surely not met on the day after the last.
    pub ends: bool,
    /// The first day on which it is surely met again.
    pub again: Option<Date>,
}

/// Why nothing is said of days after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// It is as far as a forecast looks.
    Years,
    /// The edition ends.
    Edition,
    /// The round that the person means is over, and it is for that round only.
    Round,
}

/// How it stands from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Met,
    Unmet,
    Open,
    /// The rules cannot be relied on.
    Unreliable,
}

impl Outcome {
    /// Concludes from the days on which the state changes, in order. `open` says what decides, where it is needed.
    pub(super) fn of(
        states: &[(Date, State)],
        unmet: Vec<usize>,
        open: impl FnOnce() -> Outcome,
    ) -> Outcome {
        let is = |state: State| move |(_, one): &(Date, State)| *one == state;
        if states.iter().all(is(State::Unreliable)) {
            return Outcome::Unreliable;
        }
        let Some(first) = states.iter().position(is(State::Met)) else {
            return match states.iter().any(is(State::Open)) {
                true => open(),
                false => Outcome::Never { unmet },
            };
        };
        let before = states.get(..first).unwrap_or_default();
        let after = states.get(first..).unwrap_or_default();
        let last = after.iter().position(|(_, state)| *state != State::Met);
        let rest = last.and_then(|last| after.get(last..)).unwrap_or_default();
        let next = rest.first();
        Outcome::Met(Spell {
            from: states[first].0,
            soonest: !before.iter().any(is(State::Open)),
            to: next.and_then(|(day, _)| day.yesterday().ok()),
            ends: next.is_some_and(is(State::Unmet)),
            again: rest.iter().find(|one| is(State::Met)(one)).map(|(day, _)| *day),
        })
    }
}

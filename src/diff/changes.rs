//! What one edition has otherwise than another.

use super::pairs::pairs;
use super::part::{Part, said};
use super::substance;
use crate::scheme::{Citation, Removed, RemovedKind, Scheme};

/// A part that is not the same in two editions: at least one of them has it.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// Its id; the line and the floor have none.
    pub id: Option<&'a str>,
    /// As the first edition has it.
    pub before: Option<Part<'a>>,
    /// As the second has it.
    pub after: Option<Part<'a>>,
    /// What the first edition says of lacking it: perhaps only that nothing was found.
    pub lacked: Option<&'a Removed>,
    /// What the second edition says of its going.
    pub removed: Option<&'a Removed>,
}

/// Returns everything that one edition has otherwise than another, in the order of the file: line, floor, conditions,
/// indicators, combinations, parameters, questions, notices, what is left out. Nothing where the two are the same.
pub fn changes<'a>(from: &'a Scheme, to: &'a Scheme) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let mut note = |id, before: Option<Part<'a>>, after: Option<Part<'a>>, kind| {
        if said(before) != said(after) {
            let of = |scheme: &'a Scheme, part: Option<Part<'a>>| {
                let gone =
                    |removed: &&Removed| Some(removed.kind) == kind && removed.id.as_deref() == id;
                scheme.removed.iter().find(gone).filter(|_| part.is_none())
            };
            let (lacked, removed) = (of(from, before), of(to, after));
            changes.push(Change { id, before, after, lacked, removed });
        }
    };
    note(None, Some(Part::Line(&from.line)), Some(Part::Line(&to.line)), None);
    let floor = |scheme: &'a Scheme| scheme.floor.as_ref().map(Part::Floor);
    note(None, floor(from), floor(to), Some(RemovedKind::Floor));
    macro_rules! list {
        ($field:ident, $part:path, $kind:ident) => {
            for (before, after) in pairs(&from.$field, &to.$field, |item| &item.id) {
                let id = after.or(before).map(|item| item.id.as_str());
                note(id, before.map($part), after.map($part), Some(RemovedKind::$kind));
            }
        };
    }
    list!(conditions, Part::Condition, Condition);
    list!(indicators, Part::Indicator, Indicator);
    list!(combinations, Part::Combination, Together);
    list!(parameters, Part::Parameter, Parameter);
    list!(questions, Part::Question, Question);
    list!(notices, Part::Notice, Notice);
    list!(left_out, Part::LeftOut, LeftOut);
    changes
}

impl<'a> Change<'a> {
    /// Returns the part as the later of the two editions that have it words it.
    pub fn part(&self) -> Option<Part<'a>> {
        self.after.or(self.before)
    }

    /// Returns whether both editions say the same here and only rest it on something else.
    pub fn is_of_clause_only(&self) -> bool {
        self.before.zip(self.after).is_some_and(|(one, other)| substance::same(one, other))
    }

    /// Returns whether it is of the form, of a notice or of what is left out: nobody's points or conditions change by what
    /// is said beside the rules.
    pub fn is_beside_the_rules(&self) -> bool {
        matches!(self.part(), Some(Part::Question(_) | Part::Notice(_) | Part::LeftOut(_)))
    }

    /// Returns the clause that made the change: that of the second edition or, where the part is gone, of its going.
    pub fn cite(&self) -> Option<&'a Citation> {
        match self.after {
            Some(part) => part.cite(),
            None => self.removed.map(|removed| &removed.cite),
        }
    }
}

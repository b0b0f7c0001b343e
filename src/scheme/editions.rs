//! The editions of one scheme, and which of them a day is assessed by.

use jiff::civil::Date;

use super::{EditionKind, Scheme};

/// All editions of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// The one whose rules are written whole.
    pub whole: Scheme,
    /// The others, which say only what differs from it.
    pub others: Vec<Scheme>,
}

impl Editions {
    /// Returns every edition, the one that is written whole first.
    pub fn all(&self) -> impl Iterator<Item = &Scheme> + Clone {
        std::iter::once(&self.whole).chain(&self.others)
    }

    /// Returns the edition of an id.
    pub fn get(&self, id: &str) -> Option<&Scheme> {
        self.all().find(|scheme| scheme.edition.id == id)
    }

    /// Returns the edition that a day is assessed by: the last adopted one that has begun, else the first that will.
    pub fn on(&self, day: Date) -> &Scheme {
        let begins = self.all().map(|scheme| begin(scheme.edition.kind, scheme.edition.from));
        used_on(begins, day).and_then(|position| self.all().nth(position)).unwrap_or(&self.whole)
    }

    /// Returns the adopted edition that begins next after a day, and its first day.
    pub fn next_after(&self, day: Date) -> Option<(&Scheme, Date)> {
        let begins = self.all().filter_map(|scheme| {
            let from = begin(scheme.edition.kind, scheme.edition.from);
            from.filter(|from| *from > day).map(|from| (scheme, from))
        });
        begins.min_by_key(|(_, from)| *from)
    }

    /// Returns the editions that have been adopted.
    pub fn adopted(&self) -> impl Iterator<Item = &Scheme> {
        self.all().filter(|scheme| scheme.edition.kind == EditionKind::Adopted)
    }

    /// Returns the editions in the order of their first days, then those that have not been adopted.
    pub fn in_time(&self) -> Vec<&Scheme> {
        let mut editions: Vec<&Scheme> = self.all().collect();
        editions.sort_by_key(|scheme| (scheme.edition.kind, scheme.edition.from));
        editions
    }
}

/// Returns the first day of an edition that has been adopted.
pub(super) fn begin(kind: EditionKind, from: Option<Date>) -> Option<Date> {
    from.filter(|_| kind == EditionKind::Adopted)
}

/// Returns the position of the edition that a day is assessed by, from the first days of those that were adopted.
pub(super) fn used_on(begins: impl Iterator<Item = Option<Date>>, day: Date) -> Option<usize> {
    let begins: Vec<(usize, Date)> =
        begins.enumerate().filter_map(|(position, from)| Some((position, from?))).collect();
    let begun = begins.iter().filter(|(_, from)| *from <= day).max_by_key(|(_, from)| *from);
    let used = begun.or_else(|| begins.iter().min_by_key(|(_, from)| *from));
    used.map(|(position, _)| *position)
}

//! What a record says of some months.

use crate::scheme::Month;

/// What one line of a record, or a part of it, says of a month or of months in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first month, as told: from 1900 to 2099, whether or not it can be.
    pub from: Month,
    /// The last month, not before the first.
    pub to: Month,
    /// What the payments were reckoned on, where that is told for certain.
    pub base: Option<Base>,
    /// What happened with the months.
    pub kind: Kind,
    /// Whether the record tells it of each of the months.
    pub coverage: Coverage,
    /// The insurance, where the record names one. A record may have a row for each insurance in each month.
    pub insurance: Option<Insurance>,
    /// Whether no head of a table says what stands in which column, so that the base is only the number that looks like
    /// one.
    pub guessed: bool,
    /// The line it was read from, from 1.
    pub line: usize,
}

/// What payments are reckoned on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Base {
    /// How much, in fen: hundredths of a yuan; 100 yuan at least, less than ten million.
    pub fen: i64,
    /// For how long.
    pub per: Per,
}

/// How long a base is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// For each month.
    Month,
    /// For all paid months of the row together, as where a record has a row for each year.
    Year,
}

/// What happened with months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Paid when it was due, as far as the record says.
    Paid,
    /// Paid later than it was due.
    BackPaid,
    /// Some of the months were paid later than due; which is not told.
    PartlyBackPaid,
    /// What was owed on months that were paid, after their base or rate was raised: no month more, and not paid late.
    TopUp,
    /// Not paid.
    NotPaid,
    /// Put off with leave.
    Deferred,
    /// Paid at once for many months, as before retirement.
    LumpSum,
    /// Paid back to who had paid.
    Refunded,
    /// Brought along from another place.
    TransferredIn,
}

/// Of how many of its months a row speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// Of each.
    Each,
    /// Of so many, fewer than there are from the first to the last; which is not told.
    Some(u32),
    /// Whether each was paid is not told.
    Untold,
}

/// What is known of all rows of a table.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'a> {
    /// The insurance that its title names.
    pub(super) insurance: Option<Insurance>,
    /// The city that is asked about; empty where none is.
    pub(super) city: &'a str,
}

impl About<'_> {
    /// Returns whether a cell names another place. The code of a district does not, nor does a district alone, nor 市本级: they may
    /// be of the city.
    pub(super) fn is_elsewhere(&self, place: &str) -> bool {
        let names = place.chars().any(char::is_alphabetic);
        let district = place.ends_with(['区', '县']) && !place.contains(['省', '市']);
        names && !district && !place.contains('本') && !place.contains(self.city)
    }
}

/// An insurance of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Insurance {
    /// 养老.
    Pension,
    /// 医疗.
    Medical,
    /// 失业.
    Unemployment,
    /// 工伤.
    Injury,
    /// 生育.
    Maternity,
}

impl Row {
    /// Returns how many months there are from the first to the last, both included; at least 1.
    pub fn months(&self) -> u32 {
        months_between(self.from, self.to)
    }
}

/// Returns how many months there are from one to another, both included; none where the second is earlier.
pub(super) fn months_between(from: Month, to: Month) -> u32 {
    let counted = |month: Month| month.year() * 12 + month.number();
    (counted(to) + 1).saturating_sub(counted(from))
}

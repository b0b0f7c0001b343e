//! What a person's own records say of months: text from a page, a table, a spreadsheet or a PDF becomes months and
//! periods, for the person to confirm.
//!
//! A line is folded into one form of each character, cut into cells, and laid under the columns of the head above it;
//! without a head, what a cell is shows in what it looks like. Where a line leaves open which number is the base, or which
//! months were paid, that is told and nothing is made up. Names and numbers of people and employers are read past.

mod align;
mod cell;
mod fold;
mod guess;
mod head;
mod mask;
mod periods;
mod reader;
mod reading;
mod row;
mod stack;
mod table;
mod token;
mod total;
mod words;

pub use periods::periods;
pub use reader::{MOST_BYTES, MOST_LINES, read, read_of};
pub use reading::{Reading, Subject, Total, Unread, UnreadReason};
pub use row::{Base, Coverage, Insurance, Kind, Per, Row};

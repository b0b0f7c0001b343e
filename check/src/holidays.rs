//! Public holidays: read, and linted. Without a file no year is known, which counting working days then says.

use std::path::Path;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::Fault;
use super::key_path::KeyPath;
use super::reader::Reader;
use super::source_file::SourceFile;
use jifen::scheme::{HolidayYear, Holidays, Text};

/// What the file holds beside its years.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct HolidaysTable {
    source: Text,
    /// For those who keep the file.
    #[serde(rename = "checked")]
    _checked: Date,
}

/// Reads and lints the holidays of a rules folder.
pub(super) fn read(rules: &Path, faults: &mut Vec<Fault>) -> Holidays {
    let path = rules.join("holidays.toml");
    if !path.exists() {
        return Holidays::default();
    }
    let Some(source) = SourceFile::open(&path, faults) else {
        return Holidays::default();
    };
    let mut reader = Reader::of(&source);
    let years: Vec<(usize, HolidayYear)> = reader.list("year", faults).read;
    let table: Option<HolidaysTable> = reader.rest(faults);
    let mut last = i16::MIN;
    for (index, year) in &years {
        let place = KeyPath::root().key("year").at(*index);
        if year.year <= last {
            faults.push(source.fault(
                &place.key("year"),
                format!("{} does not come after {last}", year.year),
                "a year is looked up once, and the first found is used",
                "give each year once, in order",
            ));
        }
        last = year.year;
        for (position, what) in wrong_days(year) {
            let (list, position) = position;
            faults.push(source.fault(
                &place.key(list).at(position),
                what,
                "a working day counted wrongly moves every date after it",
                "compare the day with the announcement of its year",
            ));
        }
    }
    let years = years.into_iter().map(|(_, year)| year).collect();
    Holidays { source: table.map(|table| table.source), years }
}

/// The days that cannot be right: in which list, at which position, and why.
fn wrong_days(year: &HolidayYear) -> Vec<((&'static str, usize), String)> {
    let mut wrong = Vec::new();
    let mut last = None;
    for (position, off) in year.off.iter().enumerate() {
        let at = ("off", position);
        if off.from.year() != year.year || off.to.year() != year.year {
            wrong.push((at, format!("{} to {} is not in {}", off.from, off.to, year.year)));
        }
        if off.to < off.from || last.is_some_and(|last| off.from <= last) {
            wrong.push((at, format!("{} to {} is not in order", off.from, off.to)));
        }
        last = Some(off.to);
    }
    let mut last = None;
    for (position, work) in year.work.iter().enumerate() {
        let at = ("work", position);
        if work.year() != year.year {
            wrong.push((at, format!("{work} is not in {}", year.year)));
        }
        if last.is_some_and(|last| *work <= last) {
            wrong.push((at, format!("{work} is not in order")));
        }
        if !matches!(work.weekday(), Weekday::Saturday | Weekday::Sunday) {
            wrong.push((at, format!("{work} is a working day by its weekday")));
        }
        if year.off.iter().any(|off| off.from <= *work && *work <= off.to) {
            wrong.push((at, format!("{work} is a day off as well")));
        }
        last = Some(*work);
    }
    wrong
}

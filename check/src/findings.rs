//! The faults of one file, as they are found.

use super::Fault;
use super::key_path::KeyPath;
use super::source_file::SourceFile;

/// A file, and the list that its faults go to.
pub(super) struct Findings<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) faults: &'a mut Vec<Fault>,
}

impl Findings<'_> {
    /// Reports what is wrong at a place: what, why it matters, what to do.
    pub(super) fn refuse(&mut self, place: &KeyPath, what: String, why: &str, help: &str) {
        self.faults.push(self.source.fault(place, what, why, help));
    }

    /// Reports what is wrong with the first mention of an id inside a place.
    pub(super) fn refuse_id(
        &mut self,
        place: &KeyPath,
        id: &str,
        what: String,
        why: &str,
        help: &str,
    ) {
        self.faults.push(self.source.fault_at_id(place, id, what, why, help));
    }
}

//! What a guide leaves open of an edition for which it was not written.

use super::Guide;
use super::visit::Visit;

impl Guide {
    /// Leaves out what tests something that a scheme does not have: a guide is written for the edition that is written
    /// whole, and of another it says only what that edition decides.
    pub(super) fn leave_out_undecided(&mut self) {
        self.clashes.retain(is_bound);
        self.materials.retain(is_bound);
        for cause in self.families.iter_mut().flat_map(|family| &mut family.causes) {
            if !is_bound(cause) {
                cause.decided_by = None;
            }
        }
    }
}

/// Returns whether everything is there that a part names.
fn is_bound(part: &impl Visit) -> bool {
    let mut bound = true;
    part.visit(&mut |reference| {
        bound &= reference.named().is_none_or(|named| named.position().is_some());
    });
    bound
}

//! Every citation, taken away.

use serde_json::Value as Json;

use super::scheme_value::SchemeValue;
use crate::findings::Findings;
use crate::key_path::{KeyPath, KeyStep};

/// The parts of a scheme that cite.
const PARTS: [&str; 6] = ["edition", "condition", "indicator", "together", "line", "notice"];

/// Reports every citation without which the scheme would say the same. What must cite cannot be read without; a row
/// may cite for itself, and then rests on something else than what it stands in.
pub(super) fn check(value: &mut SchemeValue, findings: &mut Findings<'_>) {
    let mut cited = Vec::new();
    value.walk(&PARTS, &mut |place, value| {
        let cites = matches!(place.steps.last(), Some(KeyStep::Key(key)) if key == "cite");
        if cites && !value.is_null() {
            cited.push((place.clone(), value.clone()));
        }
    });
    for (place, citation) in &cited {
        // Nothing that can be read without its citation says nothing; else what stands around it cites in its place.
        if value.with(place, Json::Null).is_none() {
            continue;
        }
        let around = cited
            .iter()
            .filter(|(other, _)| is_around(other, place))
            .map(|(_, cite)| cite)
            .next_back();
        if around.is_none_or(|around| around == citation) {
            findings.refuse(
                place,
                "without this citation the rule would rest on the same".to_owned(),
                "a citation that adds nothing hides the one that is missing",
                "cite what this row itself rests on, or take the citation away",
            );
        }
    }
}

/// Whether one citation stands beside something that holds another: `indicator 3 cite` around
/// `indicator 3 score … cite`.
fn is_around(outer: &KeyPath, inner: &KeyPath) -> bool {
    let item = &outer.steps[..outer.steps.len().saturating_sub(1)];
    inner.steps.len() > outer.steps.len() && inner.steps.starts_with(item)
}

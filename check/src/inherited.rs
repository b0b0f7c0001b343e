//! What an edition has in common with the one that is written whole: whose cases have tried it already.

use serde_json::Value as Json;

use super::key_path::{KeyPath, KeyStep};
use jifen::scheme::Scheme;

/// An edition beside the one that is written whole.
pub(super) struct Inherited {
    whole: Json,
    edition: Json,
}

impl Inherited {
    /// Holds two editions beside each other; nothing where one cannot be written, which is a fault of its own.
    pub(super) fn between(whole: &Scheme, edition: &Scheme) -> Option<Inherited> {
        let whole = serde_json::to_value(whole).ok()?;
        Some(Inherited { whole, edition: serde_json::to_value(edition).ok()? })
    }

    /// Whether what stands at a place of the edition decides what it decided before.
    pub(super) fn holds(&self, place: &KeyPath) -> bool {
        let [KeyStep::Key(list), KeyStep::Index(position), within @ ..] = &place.steps[..] else {
            return at(&self.whole, &place.steps) == at(&self.edition, &place.steps);
        };
        let item = self.edition.get(list).and_then(|list| list.get(position));
        let id = item.and_then(|item| item.get("id"));
        let known = self.whole.get(list).and_then(Json::as_array).into_iter().flatten();
        let (Some(item), Some(known)) = (item, known.clone().find(|known| known.get("id") == id))
        else {
            return false;
        };
        match within {
            [] => decides(list).iter().all(|key| item.get(key) == known.get(key)),
            // A row is known wherever it stands among the rows.
            [table @ .., KeyStep::Index(_)]
                if table.last() == Some(&KeyStep::Key("rows".into())) =>
            {
                let rows = at(known, table).and_then(Json::as_array);
                let row = at(item, within);
                rows.into_iter().flatten().any(|known| Some(known) == row)
            }
            within => at(item, within) == at(known, within),
        }
    }
}

/// The keys of an item that decide whom it concerns and how.
fn decides(list: &str) -> &'static [&'static str] {
    match list {
        "condition" => &["applies", "needs"],
        "notice" => &["when"],
        "together" => &["indicators", "keep"],
        _ => &[],
    }
}

fn at<'v>(json: &'v Json, steps: &[KeyStep]) -> Option<&'v Json> {
    steps.iter().try_fold(json, |json, step| match step {
        KeyStep::Key(key) => json.get(key),
        KeyStep::Index(index) => json.get(index),
    })
}

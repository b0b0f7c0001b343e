//! The editions of a scheme beside each other.

use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::SchemeSource;
use jifen::scheme::{Edition, EditionKind};

/// Lints the days of one edition, which only a draft need not have. `whole` says whether it is the one written whole.
pub(super) fn days(read: &SchemeSource, whole: bool, faults: &mut Vec<Fault>) {
    let edition = &read.scheme.edition;
    let mut findings = Findings { source: &read.source, faults };
    let place = KeyPath::root().key("edition");
    if edition.kind == EditionKind::Adopted && edition.from.is_none() {
        findings.refuse(
            &place,
            "an adopted edition has no first day".to_owned(),
            "nobody could say on which days it is used",
            "add `from`; a published proposal has `kind = \"draft\"` instead",
        );
    }
    if whole && edition.kind == EditionKind::Draft {
        findings.refuse(
            &place.key("kind"),
            "the edition that is written whole is a draft".to_owned(),
            "a scheme needs an edition that can be used",
            "write the adopted one in scheme.toml, and the draft in editions/",
        );
    }
    if whole && !read.scheme.removed.is_empty() {
        findings.refuse(
            &KeyPath::root().key("removed"),
            "the edition that is written whole takes something away".to_owned(),
            "there is nothing below it from which to take",
            "delete it, or write it in a file of editions/",
        );
    }
}

/// Lints all editions of a scheme, the whole one first: each has an id of its own, and one at most holds on a day.
pub(crate) fn beside_each_other(editions: &[&SchemeSource], faults: &mut Vec<Fault>) {
    for (position, read) in editions.iter().enumerate() {
        let edition = &read.scheme.edition;
        for earlier in &editions[..position] {
            let other = &earlier.scheme.edition;
            let mut findings = Findings { source: &read.source, faults };
            let place = KeyPath::root().key("edition");
            if other.id == edition.id {
                findings.refuse(
                    &place,
                    format!("another edition is called `{}`", edition.id),
                    "links and files name an edition by its id",
                    "give one of them another name",
                );
            }
            if overlap(other, edition) {
                findings.refuse(
                    &place,
                    format!("`{}` and `{}` hold on the same days", other.id, edition.id),
                    "on such a day nobody could say which rules are used",
                    "let one end before the other begins",
                );
            }
        }
    }
}

/// Whether there is a day on which both are in force.
fn overlap(one: &Edition, other: &Edition) -> bool {
    let adopted = |edition: &Edition| edition.from.filter(|_| edition.kind == EditionKind::Adopted);
    let (Some(one_from), Some(other_from)) = (adopted(one), adopted(other)) else { return false };
    one.to.is_none_or(|to| other_from <= to) && other.to.is_none_or(|to| one_from <= to)
}

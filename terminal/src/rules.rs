//! The rules that a command computes with.

use std::path::Path;

use anyhow::{Context, bail};
use jifen::scheme::{Editions, Scheme};
use jiff::civil::Date;

/// Returns every scheme.
pub(super) fn load(rules: &Path) -> anyhow::Result<Vec<Editions>> {
    Ok(jifen_check::load(rules)?.editions)
}

/// Returns the editions of the scheme of an id.
pub(super) fn editions_of(rules: &Path, id: &str) -> anyhow::Result<Editions> {
    let mut schemes = load(rules)?;
    let Some(position) = schemes.iter().position(|editions| editions.whole.id == id) else {
        let known: Vec<&str> = schemes.iter().map(|editions| editions.whole.id.as_str()).collect();
        bail!("unknown scheme `{id}`; the rules hold: {}", known.join(", "));
    };
    Ok(schemes.swap_remove(position))
}

/// Returns an edition of a scheme.
pub(super) fn edition<'a>(editions: &'a Editions, id: &str) -> anyhow::Result<&'a Scheme> {
    editions.get(id).with_context(|| {
        let known: Vec<&str> = editions.all().map(|scheme| scheme.edition.id.as_str()).collect();
        format!("`{}` has no edition `{id}`; it has: {}", editions.whole.id, known.join(", "))
    })
}

/// Returns a scheme in the edition of an id or, without one, in the edition that a day is assessed by.
pub(super) fn load_one(
    rules: &Path,
    id: &str,
    edition: Option<&str>,
    on: Date,
) -> anyhow::Result<Scheme> {
    let editions = editions_of(rules, id)?;
    Ok(match edition {
        Some(edition) => self::edition(&editions, edition)?.clone(),
        None => editions.on(on).clone(),
    })
}

//! The rules that a command computes with.

use std::path::Path;

use anyhow::bail;
use jifen::scheme::Scheme;

/// Returns every scheme.
pub(super) fn load(rules: &Path) -> anyhow::Result<Vec<Scheme>> {
    Ok(jifen_check::load(rules)?.schemes)
}

/// Returns the scheme of an id.
pub(super) fn load_one(rules: &Path, id: &str) -> anyhow::Result<Scheme> {
    let mut schemes = load(rules)?;
    let Some(position) = schemes.iter().position(|scheme| scheme.id == id) else {
        let known: Vec<&str> = schemes.iter().map(|scheme| scheme.id.as_str()).collect();
        bail!("unknown scheme `{id}`; the rules hold: {}", known.join(", "));
    };
    Ok(schemes.swap_remove(position))
}

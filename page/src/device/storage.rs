//! What the device remembers, where somebody asked for that: one address.

use web_sys::Storage;

/// Under which name the device remembers the address.
const NAME: &str = "jifen";

/// Returns the address that the device remembers.
pub(crate) fn remembered() -> Option<String> {
    storage()?.get_item(NAME).ok().flatten()
}

/// Remembers an address; returns whether that was done.
pub(crate) fn remember(address: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(NAME, address).is_ok())
}

/// Forgets it; returns whether that was done.
pub(crate) fn forget() -> bool {
    storage().is_some_and(|storage| storage.remove_item(NAME).is_ok())
}

/// A browser may refuse even to name it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

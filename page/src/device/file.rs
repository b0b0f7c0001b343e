//! Files that a person opens.

use jifen::link::{FileError, LARGEST_FILE};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::device::object::ask;

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// The device did not hand it over.
    Unreadable,
    /// It is not what the page writes.
    Fault(FileError),
}

/// Returns what stands in a file.
///
/// # Errors
/// Where it is too large, or the device does not hand it over.
pub(crate) async fn read(file: File) -> Result<String, Unusable> {
    // Before it is in memory.
    if file.size() > LARGEST_FILE as f64 {
        return Err(Unusable::Fault(FileError::Huge));
    }
    let text = ask(&file, "text", &JsValue::UNDEFINED).ok_or(Unusable::Unreadable)?;
    let text = JsFuture::from(text).await.map_err(|_| Unusable::Unreadable)?;
    text.as_string().ok_or(Unusable::Unreadable)
}

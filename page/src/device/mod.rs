//! What the page asks of the device when somebody presses a button: clipboard, share sheet, printer, files, memory.
//! Everything
//! here may be missing or refused, so everything here says whether it was done.

pub(crate) mod load;

use jifen::link::{FileError, LARGEST_FILE};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement, Storage, Window};

/// Under which name the device remembers the address.
const NAME: &str = "jifen";

/// What the page knows of the device when it opens.
#[derive(Clone, Default)]
pub(crate) struct Device {
    /// The address of the page without what follows its path; empty where others cannot open it, as on a disk.
    pub(crate) base: String,
    /// The same, or the name of a file on a disk.
    pub(crate) site: String,
    /// Whether it has a sheet for sharing.
    pub(crate) shares: bool,
    /// Whether the page stands within another one, where nothing is ever remembered.
    pub(crate) framed: bool,
    /// The address that the device remembers, where somebody asked for that.
    pub(crate) remembered: Option<String>,
    /// Whether the page opened with that, for want of an address of its own.
    pub(crate) restored: bool,
}

impl Device {
    /// Looks once.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn look() -> Device {
        let Some(window) = web_sys::window() else { return Device::default() };
        let location = window.location();
        let path = location.pathname().unwrap_or_default();
        let origin = location.origin().ok().filter(|origin| origin.starts_with("http"));
        let base = origin.map_or(String::new(), |origin| origin + &path);
        let file = || path.rsplit('/').next().unwrap_or_default().to_owned();
        let framed = framed(&window);
        Device {
            site: if base.is_empty() { file() } else { base.clone() },
            base,
            shares: method(window.navigator().as_ref(), "share").is_some(),
            framed,
            remembered: if framed { None } else { remembered() },
            restored: false,
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn framed(window: &Window) -> bool {
    let top = window.top().ok().flatten();
    top.is_none_or(|top| JsValue::from(top) != JsValue::from(window.clone()))
}

/// Copies a text; whether that was done.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = navigator().and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard else { return false };
    match ask(&clipboard, "writeText", &text.into()) {
        Some(copied) => JsFuture::from(copied).await.is_ok(),
        None => false,
    }
}

/// Opens the sheet for sharing an address; whether something was shared.
pub(crate) async fn share(title: &str, url: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    let what = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        if Reflect::set(&what, &name.into(), &value.into()).is_err() {
            return false;
        }
    }
    match ask(&navigator, "share", &what) {
        Some(shared) => JsFuture::from(shared).await.is_ok(),
        None => false,
    }
}

/// Opens the browser's own dialogue for printing.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A frame may forbid it.
        window.print().unwrap_or_default();
    }
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// The device did not hand it over.
    Unreadable,
    /// It is not what the page writes.
    Fault(FileError),
}

/// The file that was chosen, if any; another time the same may be chosen again.
pub(crate) fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// What stands in a file.
pub(crate) async fn read(file: File) -> Result<String, Unusable> {
    // Before it is in memory.
    if file.size() > LARGEST_FILE as f64 {
        return Err(Unusable::Fault(FileError::Huge));
    }
    let text = ask(&file, "text", &JsValue::UNDEFINED).ok_or(Unusable::Unreadable)?;
    let text = JsFuture::from(text).await.map_err(|_| Unusable::Unreadable)?;
    text.as_string().ok_or(Unusable::Unreadable)
}

/// The address that the device remembers.
pub(crate) fn remembered() -> Option<String> {
    storage()?.get_item(NAME).ok().flatten()
}

/// Remembers an address; whether that was done.
pub(crate) fn remember(address: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(NAME, address).is_ok())
}

/// Forgets it; whether that was done.
pub(crate) fn forget() -> bool {
    storage().is_some_and(|storage| storage.remove_item(NAME).is_ok())
}

/// A browser may refuse even to name it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window: Window| window.navigator().into())
}

/// Calls what may not be there, and may throw.
fn ask(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    let arguments = Array::of1(with);
    method(of, name)?.apply(of, &arguments).ok()?.dyn_into().ok()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name)?.dyn_into().ok()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

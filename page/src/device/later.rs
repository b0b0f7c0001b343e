//! What comes of the program after the first screen: the build puts whatever only functions named `later` lead to into a file
//! of its own, which is fetched once the page can be answered. Each of them takes [`Arrived`], which only this module hands
//! out, so none can be called before.

#[cfg(target_arch = "wasm32")]
use js_sys::{Function, Promise, Reflect};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::{JsCast, JsValue};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_futures::JsFuture;

/// That the later part of the program is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arrived(());

/// The later part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Later {
    /// On its way.
    Awaited,
    /// There.
    Here(Arrived),
    /// Not to be had.
    Failed,
}

impl Later {
    /// Returns how it stands when the program begins: natively it is one whole.
    pub(crate) fn at_first() -> Later {
        #[cfg(target_arch = "wasm32")]
        return Later::Awaited;
        #[cfg(not(target_arch = "wasm32"))]
        return Later::Here(Arrived(()));
    }

    /// Returns the proof that it is there, if it is.
    pub(crate) fn arrived(self) -> Option<Arrived> {
        match self {
            Later::Here(arrived) => Some(arrived),
            Later::Awaited | Later::Failed => None,
        }
    }
}

/// Fetches the later part, unless it is there or on its way (web/start.js).
#[cfg(target_arch = "wasm32")]
pub(crate) async fn fetch() -> Later {
    let asked = || {
        let window = JsValue::from(web_sys::window()?);
        let fetch: Function = Reflect::get(&window, &"fetchLater".into()).ok()?.dyn_into().ok()?;
        fetch.call0(&window).ok()?.dyn_into::<Promise>().ok()
    };
    let Some(promise) = asked() else { return Later::Failed };
    match JsFuture::from(promise).await {
        Ok(_) => Later::Here(Arrived(())),
        Err(_) => Later::Failed,
    }
}

/// Natively nothing is fetched.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) async fn fetch() -> Later {
    Later::at_first()
}
